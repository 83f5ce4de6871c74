"""The body map as drawn: pure, sound, readable in grey, and true to sides."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massageplan.figures.bodymap import patterns
from massageplan.figures.bodymap.compare import NOT_LISTED, compare
from massageplan.figures.bodymap.drawing import Drawing, draw, outline
from massageplan.figures.bodymap.key import key
from massageplan.figures.bodymap.leaders import Label, crossings, spread
from massageplan.figures.bodymap.letters import broken, width
from massageplan.figures.bodymap.look import FILL, INK, ON_FILL, Pattern, Shade, luminance, shade_of
from massageplan.figures.bodymap.shapes import ACROSS, VIEWS, View, body, sides
from massageplan.figures.bodymap.spots import Captions, Spot

ROOT = Path(__file__).parents[3]
PATTERNS: tuple[Pattern, ...] = ("plain", "stripes", "crosses", "waves", "dots", "dashes")
SHADES: tuple[Shade, ...] = ("none", "mild", "medium", "strong", "unknown")
ZONES = [(view, zone) for view in VIEWS for zone in body(view).zones]
SVG = "{http://www.w3.org/2000/svg}"


def tree(drawing: Drawing) -> ElementTree.Element:
    """The file, read."""
    return ElementTree.fromstring(drawing.svg)


def texts(drawing: Drawing) -> list[str]:
    """What is written in it."""
    return [element.text or "" for element in tree(drawing).iter(f"{SVG}text")]


@st.composite
def spots(draw_: st.DrawFn) -> list[Spot]:
    """Up to eight spots at any zones."""
    chosen = draw_(st.lists(st.sampled_from(ZONES), max_size=8, unique=True))
    return [
        Spot(
            key=f"{view}/{zone}",
            view=view,
            zones=(zone,),
            number=draw_(st.sampled_from(["0", "7", "10", "4-6", "?"])),
            shade=draw_(st.sampled_from(SHADES)),
            pattern=draw_(st.sampled_from(PATTERNS)),
            name=draw_(st.text(max_size=40)),
            more=draw_(st.sampled_from(["", "tight", "sharp when I get up in the morning, and at night as well"])),
        )
        for view, zone in chosen
    ]


def test_the_data_is_what_the_points_give() -> None:
    """docs/bodymap/build.py has nothing to change."""
    build = ROOT / "docs" / "bodymap" / "build.py"
    done = subprocess.run([sys.executable, str(build), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@settings(max_examples=40, deadline=None)
@given(spots())
def test_any_spots_make_a_sound_file_twice_the_same(some: list[Spot]) -> None:
    """It is XML, holds no number that is none, and each id is there once."""
    one = draw(some, "a")
    assert one == draw(some, "a")
    tree(one)
    ids = re.findall(r' id="([^"]+)"', one.svg)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", one.svg)) == set(ids)
    assert not re.search(r"nan|inf", re.sub(r"<text.*?</text>", "", one.svg))
    assert one.lacking == ()


def test_two_maps_of_one_page_share_no_id() -> None:
    """Neither two maps nor the two dates of one."""
    some = [
        Spot("a", "back", ("low-back.left",), pattern="stripes"),
        Spot("b", "front", ("chest.left",), pattern="waves"),
    ]
    files = [draw(some, "a"), draw(some, "b"), compare(some, some, "c")]
    ids = [name for file in files for name in re.findall(r' id="([^"]+)"', file.svg)]
    assert len(ids) == len(set(ids)) == 8


@pytest.mark.parametrize("view", VIEWS)
def test_sides_are_the_clients_own(view: View) -> None:
    """From the front the client's right is on the page's left, from behind on its right, and so say the words."""
    zones = body(view).zones
    way = 1 if view == "back" else -1
    assert sides(view)[0] == ("right" if view == "back" else "left")
    for name, zone in zones.items():
        plain, _, side = name.partition(".")
        assert (plain in ACROSS) == (side == "")
        if side:
            assert zone.at[0] * (way if side == "right" else -way) > 0
    heads = [(e.text, float(e.get("x", ""))) for e in tree(draw([], "a", views=[view])).iter(f"{SVG}text")]
    places = dict(heads)
    assert (places["Right"] - places["Left"]) * way > 0


@pytest.mark.parametrize(("view", "name"), ZONES)
def test_a_leader_ends_inside_its_zone(view: View, name: str) -> None:
    """At least a millimetre of body from its edge."""
    zone = body(view).zones[name]
    assert patterns._inside(zone.ring, *zone.at, 3)
    left, top, right, end = zone.box
    assert left < zone.at[0] < right
    assert top < zone.at[1] < end


def test_shades_and_patterns_stand_apart_in_grey() -> None:
    """Each shade is at least .1 darker than the one before; a pattern has 3 to 1 on its shade, words 4.5 on paper."""
    light = [luminance(FILL[shade]) for shade in ("none", "mild", "medium", "strong")]
    assert all(a - b > 0.1 for a, b in pairwise(light))
    assert light[-1] - luminance(INK) > 0.1
    for shade in SHADES:
        pair = sorted((luminance(FILL[shade]), luminance(ON_FILL[shade])))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 3


@pytest.mark.parametrize(
    ("strength", "shade"),
    [
        (None, "unknown"),
        (0, "none"),
        (0.3, "mild"),
        (3, "mild"),
        (3.4, "mild"),
        (3.5, "medium"),
        (6, "medium"),
        (7, "strong"),
        (10, "strong"),
    ],
)
def test_shades_begin_where_they_should(strength: float | None, shade: Shade) -> None:
    """1 to 3, 4 to 6, 7 to 10."""
    assert shade_of(strength) == shade


def test_the_patterns_differ_and_nothing_felt_now_is_dotted() -> None:
    """Six files for six patterns of one shade; none for the pattern of what is 0."""

    def file(pattern: Pattern, shade: Shade) -> str:
        return draw([Spot(key="a", view="back", zones=("low-back.left",), shade=shade, pattern=pattern)], "a").svg

    files = {file(pattern, "medium") for pattern in PATTERNS}
    assert len(files) == len(PATTERNS)
    none = {file(pattern, "none") for pattern in PATTERNS}
    assert len(none) == 1
    dotted = [line for line in re.findall("<path[^>]*>", none.pop()) if "dasharray" in line]
    assert len(dotted) == 2  # the spine is the other


def test_what_is_in_no_drawn_view_is_given_back() -> None:
    """Nothing is dropped without a word: an unknown zone, and a view that was not asked for."""
    some = [Spot("a", "back", ("calf.left",)), Spot("b", "front", ("chest.left",)), Spot("c", "back", ("tail.left",))]
    assert draw(some, "m").lacking == ("c",)
    assert draw(some, "m", views=["front"]).lacking == ("a", "c")
    assert compare(some[:1], some[1:], "m").lacking == ("c",)


def test_numbers_and_words_stand_beside_the_body() -> None:
    """The number in its ring, the place, its kind; words of a record are text, never markup."""
    spot = Spot(key="a", view="back", zones=("calf.left",), number="7", name="Left <calf> & \x00", more='"tight"')
    said = texts(draw([spot], "m", captions=Captions(right="Derecha", left="Izquierda")))
    assert said == ["Izquierda", "Derecha", "7", "Left <calf> & \ufffd", '"tight"']


def test_then_and_now_share_one_list() -> None:
    """Each thing once, with both numbers; one that was not listed has a dash."""
    then = [Spot("a", "back", ("low-back.left",), number="7", name="Low back", more="tight")]
    now = [
        Spot("a", "back", ("low-back.left",), number="3", name="Low back", more="dull"),
        Spot("b", "back", ("calf.left",), number="2", name="Calf"),
    ]
    said = texts(compare(then, now, "m", captions=Captions(then="1 May", now="1 June")))
    assert [said.count(word) for word in ("Low back", "7", "3", "Calf", "2", NOT_LISTED, "1 May", "1 June")] == [1] * 8
    assert "tight → dull" in said


@pytest.mark.parametrize("view", VIEWS)
def test_a_blank_body_has_no_words_and_no_zones(view: View) -> None:
    """Only lines, within its frame."""
    blank = outline(view, 0.48)
    assert texts(blank) == []
    assert "clipPath" not in blank.svg
    assert blank.width == pytest.approx(48, abs=1)
    half = max(x for x, _ in body(view).curves["outline"])
    assert float(tree(blank).get("viewBox", "").split()[2]) / 2 >= half


def test_soles_are_drawn_where_one_is_marked() -> None:
    """Then the drawing is taller."""
    plain, sole = (draw([Spot("a", "back", (zone,))], "m") for zone in ("heel.left", "sole-arch.left"))
    assert sole.height > plain.height + 5


ENDS = st.tuples(st.integers(0, 900), st.integers(0, 1700)).map(lambda p: (float(p[0]), float(p[1])))


@given(st.lists(ENDS, min_size=1, max_size=9), st.integers(0, 3))
def test_labels_never_overlap(ends: list[tuple[float, float]], lines: int) -> None:
    """From the top down, each below the one before; all of them, and few leaders that cross."""
    labels = [Label((end,), "5", ("a",), ("b",) * lines) for end in ends]
    placed = spread(labels, 0, 1785, 118, 1060)
    assert sorted(map(id, labels)) == sorted(id(label) for label, _ in placed)
    assert placed[0][1] >= placed[0][0].above(118)
    for (one, y), (two, z) in pairwise(placed):
        assert y + one.below(118) <= z - two.above(118) + 1e-6
    if len(labels) == 2:
        assert crossings(placed, 1060) == 0 or crossings(spread(labels[::-1], 0, 1785, 118, 1060), 1060) > 0


@given(st.text(max_size=80))
def test_lines_are_no_wider_than_asked(said: str) -> None:
    """Nothing of a text is lost, and no line is too wide but a single letter."""
    lines = broken(said, 300, 100)
    assert "".join("".join(lines).split()) == "".join(said.split())
    assert all(width(line, 100) <= 300 or len(line) == 1 for line in lines)


def test_the_key_names_each_sample() -> None:
    """Shades in the first row, patterns below."""
    drawing = key([("mild", "1 to 3"), ("strong", "7 to 10")], [("dots", "Tingling"), ("waves", "Burning")], "k")
    assert texts(drawing) == ["1 to 3", "7 to 10", "Tingling", "Burning"]
    tree(drawing)
