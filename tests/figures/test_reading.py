"""The words of a pose: what they mean, and that each wrong one is told at its place with the words that are allowed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.figures import arrow_phrases, phrases, thing_phrases
from massageplan.figures.figure import Aim, Angle, Arrow, Contact, Offset, Prop, View
from massageplan.figures.flaws import Flaw
from massageplan.figures.phrases import Wrong
from massageplan.figures.reading import read
from massageplan.figures.vocabulary import MOVES, THINGS, VIEWS
from massageplan.figures.zones import ZONES


def flaws(**changes: Any) -> list[Flaw]:
    """What is wrong with a standing person who is changed."""
    return list(read({"base": "standing", **changes}).flaws)


@given(st.sampled_from(sorted(MOVES)), st.data())
def test_each_movement_of_each_joint_is_read(joint: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(sorted(MOVES[joint])), min_size=1, max_size=3))
    amounts = [data.draw(st.integers(0, 60)) for _ in words]
    text = ", ".join(f"{word} {amount}" for word, amount in zip(words, amounts, strict=True))
    assert phrases.angles(joint, text) == tuple(Angle(w, float(a)) for w, a in zip(words, amounts, strict=True))


@pytest.mark.parametrize(
    ("limb", "text", "means"),
    [
        ("hand", "on thigh", Contact("on", "thigh.left")),
        ("hand", "on belly, headward 4, elbow wide", Contact("on", "belly", (Offset("headward", 4.0),), Aim("wide"))),
        ("hand", "hold shin.right", Contact("hold", "shin.right")),
        ("hand", "wall forward 46, down 2", Contact("wall", "", (Offset("forward", 46.0), Offset("down", 2.0)))),
        ("hand", "on crown.right, elbow out-up", Contact("on", "crown.right", (), Aim("out-up"))),
        ("hand", "free", None),
        ("foot", "flat, up 7", Contact("flat", "", (Offset("up", 7.0),))),
        ("foot", "stays, knees right, up 12", Contact("stays", "", (), Aim("right", (Offset("up", 12.0),)))),
        ("foot", "on knee-top.right, knee left, up 20",
         Contact("on", "knee-top.right", (), Aim("left", (Offset("up", 20.0),)))),
        ("arm", "forward, up 5", Aim("forward", (Offset("up", 5.0),))),
        ("shank", "flat", Contact("flat")),
    ],
)  # fmt: skip
def test_what_a_limb_does(limb: str, text: str, means: object) -> None:
    assert phrases.goal(limb, "left", text) == means


def test_views_things_and_arrows() -> None:
    assert phrases.view("turn -22, lift 30") == View(-22.0, 30.0)
    assert phrases.view("quarter") == View(*VIEWS["quarter"])
    assert thing_phrases.thing("ball at low-back size 9") == Prop("ball", ("low-back",), 9.0, frozenset({"at"}))
    assert thing_phrases.thing("strap hand.right > sole.right > hand.left").places == (
        "hand.right",
        "sole.right",
        "hand.left",
    )
    assert thing_phrases.thing("step under foot.left") == Prop("step", ("foot.left",), None, frozenset({"under"}))
    assert arrow_phrases.arrow("follow knee.left bulge .25 gap 6") == Arrow("follow", "knee.left", bulge=0.25, gap=6.0)
    assert arrow_phrases.arrow("at sternum forward 20 gap 8 dy -14 both") == Arrow(
        "at", "sternum", "forward", 20.0, 8.0, both=True, shift=(0.0, -14.0)
    )
    assert arrow_phrases.arrow("turn pelvis ccw radius 17").clockwise is False


@pytest.mark.parametrize(
    ("changes", "says", "path", "word"),
    [
        ({"pose": {"knee.right": "bend 20"}}, "bend", ("pose", "knee.right"), "bend"),
        ({"pose": {"knee.right": "flex"}}, "needs a number", ("pose", "knee.right"), "flex"),
        ({"pose": {"knee.right": "flex -5"}}, "outside 0 to 360", ("pose", "knee.right"), "-5"),
        ({"pose": {"knee.right": "flex 1e999"}}, "no number", ("pose", "knee.right"), "1e999"),
        ({"pose": {"knee.right": "flex .inf"}}, "no number", ("pose", "knee.right"), ".inf"),
        ({"pose": {"knee.right": "flex nan"}}, "no number", ("pose", "knee.right"), "nan"),
        ({"pose": {"knee.right": "flex 9999"}}, "outside 0 to 360", ("pose", "knee.right"), "9999"),
        ({"pose": {"knee.right": "flex 20 ext 3"}}, "does not belong", ("pose", "knee.right"), "ext"),
        ({"pose": {"hand.right": "glued"}}, "glued", ("pose", "hand.right"), "glued"),
        ({"pose": {"hand.right": "on nose.rigth"}}, "nose has no side", ("pose", "hand.right"), "nose.rigth"),
        ({"pose": {"hand.right": "on kne"}}, "no place kne", ("pose", "hand.right"), "kne"),
        ({"pose": {"hand.right": "on"}}, "needs a place", ("pose", "hand.right"), "on"),
        ({"pose": {"arm.left": "north"}}, "north", ("pose", "arm.left"), "north"),
        ({"pose": {"hands": "at forward 34,, down 4"}}, "comma", ("pose", "hands"), None),
        ({"pose": {"rest": "feet, hands, head"}}, "two groups", ("pose", "rest"), "head"),
        ({"pose": {"pin": "knee"}}, "needs its side", ("pose", "pin"), "knee"),
        ({"base": "standng"}, "standng", ("base",), "standng"),
        ({"view": "sideways"}, "sideways", ("view",), "sideways"),
        ({"crop": "legs"}, "legs", ("crop",), "legs"),
        ({"layout": "row"}, "row", ("layout",), "row"),
        ({"props": ["stool"]}, "stool", ("props", 0), "stool"),
        ({"props": ["mat", "wall under hands"]}, "does not stand", ("props", 1), "under"),
        ({"props": ["ball"]}, "needs to know where", ("props", 0), "ball"),
        ({"props": ["chair hand.right > hand.left"]}, "chain", ("props", 0), "chair"),
        ({"highlight": ["hamstring"]}, "needs its side", ("highlight", 0), "hamstring"),
        ({"highlight": ["abdomen.left"]}, "has no side", ("highlight", 0), "abdomen.left"),
        ({"highlight": ["elbow.left"]}, "no zone called elbow", ("highlight", 0), "elbow"),
        ({"arrows": ["at seat upwards"]}, "upwards", ("arrows", 0), "upwards"),
        ({"arrows": ["at seat up 18 wide 3"]}, "wide", ("arrows", 0), "wide"),
        ({"layers": ["hand.left over fac"]}, "fac", ("layers", 0), "fac"),
    ],
)  # fmt: skip
def test_a_wrong_word_is_named_at_its_place_with_what_is_allowed(
    changes: dict[str, Any], says: str, path: tuple[str | int, ...], word: str | None
) -> None:
    (flaw,) = flaws(**changes)
    assert says in flaw.message
    assert flaw.path == path
    assert flaw.hint
    if word is not None:
        value: Any = changes
        for step in path:
            value = value[step]
        assert str(value)[flaw.start : flaw.end] == word


def test_the_allowed_words_are_listed() -> None:
    assert "flex, ext" in flaws(pose={"knee.right": "bend 20"})[0].hint
    assert "did you mean hamstring?" in flaws(highlight=["hamstrng.right"])[0].hint
    assert all(zone in flaws(highlight=["elbow"])[0].hint for zone in ZONES)
    assert "did you mean chair?" in flaws(props=["chare"])[0].hint
    assert all(thing in flaws(props=["stool"])[0].hint for thing in THINGS)


@pytest.mark.parametrize(
    ("changes", "says", "path"),
    [
        ({"pose": {"elbo.right": "flex 3"}}, "no key elbo.right", ("pose", "elbo.right")),
        ({"pose": {"knee": "flex 3"}}, "no key knee", ("pose", "knee")),
        ({"poes": {}}, "no key poes", ("poes",)),
        ({"pose": {}, "poses": {"a": {}}}, "a pose and there are poses", ("poses",)),
    ],
)
def test_a_wrong_key_is_named(changes: dict[str, Any], says: str, path: tuple[str, ...]) -> None:
    found = flaws(**changes)
    assert (found[0].path, found[0].key) == (path, True)
    assert says in found[0].message


@pytest.mark.parametrize(
    "changes",
    [
        {"poses": {str(n): {} for n in range(1000)}},
        {"pose": {"hands": "at " + ", ".join(["forward 1"] * 100_000)}},
        {"props": ["towel " + " > ".join(["hand.right"] * 9)]},
        {"props": ["mat"] * 1_000_000},
        {"highlight": ["abdomen"] * 50},
        {"arrows": ["at seat up"] * 50},
        {"pose": {"lift": float("inf")}},
        {"pose": {"head-rest": float("nan")}},
        {"pose": {"lift": 1e300}},
        {"pose": ["standing"]},
        {"pose": {"knee.right": {"flex": 20}}},
        {"poses": []},
        {"layout": "pair"},
        {"arrows": ["follow knee.right"]},
    ],
)
def test_too_much_or_the_wrong_thing_ends_in_a_flaw(changes: dict[str, Any]) -> None:
    found = read({"base": "standing", **changes})
    assert found.figure is None
    assert 1 <= len(found.flaws) < 20


@pytest.mark.parametrize("data", [None, "standing", [], 3, {}, {"base": None}, {"pose": {}}])
def test_what_is_no_figure_is_told(data: object) -> None:
    found = read(data)
    assert found.figure is None
    assert found.flaws


_SCALARS = st.sampled_from(
    (None, True, "flex 20", "", "standing", "mat", 3, 1.5, float("nan"), float("inf"), -7, "\0", "ñ")
)
_LISTS = st.lists(_SCALARS, max_size=3)
_INNER = _SCALARS | _LISTS
_VALUES = _INNER | st.dictionaries(st.sampled_from(("a", "knees", "rest", "")), _INNER)


@given(st.dictionaries(st.sampled_from(["base", "view", "layout", "crop", "props", "highlight", "all", "pose", "poses",
                                        "arrows", "layers", "alt", "other"]), _VALUES, max_size=6))  # fmt: skip
def test_whatever_stands_there_gives_a_figure_or_flaws_and_never_breaks(data: dict[str, Any]) -> None:
    found = read(data)
    assert (found.figure is None) == bool(found.flaws)


_WORDS = "flex 20 on knee up , elbow out-up size > at -1 hand.right chair ball turn lift cw follow free flat both gap"
_PIECES = st.sampled_from(_WORDS.split())


def _refused(reader: Callable[[], object]) -> Wrong | None:
    try:
        reader()
    except Wrong as wrong:
        return wrong
    return None


@given(st.lists(_PIECES, max_size=8).map(" ".join))
def test_a_phrase_of_known_words_in_any_order_is_read_or_refused(text: str) -> None:
    readers = (
        lambda: phrases.angles("knee", text), lambda: phrases.goal("hand", "left", text),
        lambda: phrases.goal("foot", "right", text), lambda: phrases.goal("arm", "left", text),
        lambda: phrases.view(text), lambda: thing_phrases.thing(text), lambda: arrow_phrases.arrow(text),
    )  # fmt: skip
    for reader in readers:
        refused = _refused(reader)
        if refused is not None:
            assert refused.message.endswith(".")
            assert 0 <= refused.start <= refused.end <= len(text) + 1


def test_one_side_goes_before_both_and_a_pose_before_all() -> None:
    found = read({"base": "standing", "all": {"knee.left": "flex 30", "elbows": "flex 10"},
                  "poses": {"start": {}, "end": {"knees": "flex 5", "elbow.left": "flex 90"}}}).figure  # fmt: skip
    assert found is not None
    start, end = found.stances
    assert start.angles["knee.left"] == (Angle("flex", 30.0),)
    assert end.angles["knee.left"] == (Angle("flex", 5.0),)
    assert (end.angles["elbow.left"], end.angles["elbow.right"]) == ((Angle("flex", 90.0),), (Angle("flex", 10.0),))


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("trunk", "write lumbar and thorax"),
        ("legs", "write hips and knees"),
        ("leg.left", "write hip.left and knee.left"),
    ],
)
def test_what_is_no_joint_is_told_by_its_joints(key: str, hint: str) -> None:
    assert flaws(pose={key: "flex 20"})[0].hint.startswith(hint)
