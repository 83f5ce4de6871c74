"""What hurts, where and how much, as it is typed while the client speaks."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massageplan.clinical.shorthand.known import Known
from massageplan.clinical.shorthand.note import read_symptom
from massageplan.frozen import replace

from .conftest import MAREK, SCHEMAS, STRANGER, marked, with_phrases
from .test_properties import HOUSE, LINES, inside

Part = Literal["where", "levels", "others"]


def fits(part: Part, value: Any) -> bool:
    """Whether an assessment may hold what was read."""
    symptoms = value if part == "others" else [{"what": "pain", **value} if part == "levels" else value]
    return SCHEMAS.fits("assessment", {"date": "2026-11-30", "symptoms": symptoms})


def told(line: str, part: Part, known: Known = STRANGER) -> Any:
    """What a line without a fault says."""
    value, faults = read_symptom(line, known, part)
    assert faults == ()
    assert value is not None
    assert fits(part, value)
    return value


def pointed(line: str, part: Part, known: Known = STRANGER) -> list[tuple[str, str | None]]:
    """The stretches of a line that are pointed at, each with the help given."""
    return [(marked(line, fault), fault.help) for fault in read_symptom(line, known, part)[1]]


WHERE: list[tuple[str, dict[str, Any]]] = [
    ("low back", {"where": "low-back"}),
    ("the right low back", {"where": "right low-back"}),
    ("low back right", {"where": "right low-back"}),
    ("right low back (belt line); left calf", {"where": ["right low-back (belt line)", "left calf"]}),
    ("low back (belt line) right (after sitting)", {"where": "right low-back (belt line, after sitting)"}),
    ("low back ()", {"where": "low-back"}),
    ("centre low back", {"where": "centre low-back"}),
    ("middle trapezius L", {"where": "left middle-trapezius"}),
    ("right QL", {"where": "right quadratus-lumborum"}),
    ("both knees", {"where": "both knee"}),
    ("L4-L5", {"where": "l4-l5"}),
    # another symptom than pain
    ("tingling in the right hand", {"what": "tingling", "where": "right hand"}),
    ("right hand tingling (at night)", {"what": "tingling", "where": "right hand (at night)"}),
    ("pins and needles both feet", {"what": "tingling", "where": "both foot"}),
    ("tingling right hand, left hand", {"what": "tingling", "where": ["right hand", "left hand"]}),
    ("stiff neck", {"what": "stiffness", "where": "neck"}),
    ("headache", {"what": "headache"}),
    # pain need not be said, unless nothing else is
    ("pain in the left calf", {"where": "left calf"}),
    ("neck pain", {"where": "neck"}),
    ("low back pain", {"where": "low-back"}),
    ("low back, pain left calf", {"where": ["low-back", "left calf"]}),
    ("pain", {"what": "pain"}),
    # other names, of which nothing is lost
    ("lower back", {"where": "low-back"}),
    ("loin", {"where": "low-back (loin)"}),
    ("lumbar spine", {"where": "low-back (lumbar spine)"}),
    ("sciatica right (to the knee)", {"where": "right low-back (sciatica, to the knee)"}),
    ("between the shoulder blades", {"where": "thorax (between the shoulder blades)"}),
]


@pytest.mark.parametrize(("line", "meant"), WHERE, ids=[line for line, _ in WHERE])
def test_where_it_hurts_is_understood(line: str, meant: dict[str, Any]) -> None:
    """Body part, side and kind of symptom in the order in which they are said."""
    assert told(line, "where") == meant


COMMA = "put a comma between two body parts, and more about one in brackets: low back (belt line)"
NEAR = "name a part near it, with your own words in brackets: low back (belt line)"
WHERE_FAULTS: list[tuple[str, str, str]] = [
    ("left left knee", "left left knee", "put a comma between two places"),
    ("left knee right", "left knee right", "put a comma between two places"),
    ("right hip and left knee", "right hip and left knee", "put a comma between two places"),
    ("hip and knee", "knee", COMMA),
    ("low back, headache", "headache", "this one first; + asks for others at the end"),
    ("tingling hand, numbness foot", "numbness foot", "this one first; + asks for others at the end"),
    ("left", "left", "write right low back, or left calf (inner side)"),
    ("(belt)", "(belt)", "write right low back, or left calf (inner side)"),
    ("lowback", "lowback", "did you mean low-back?"),
    ("zork", "zork", NEAR),
    ("tibialis", "tibialis", "did you mean tibialis-anterior or tibialis-posterior?"),
]


@pytest.mark.parametrize(("line", "at", "help"), WHERE_FAULTS, ids=[line for line, _, _ in WHERE_FAULTS])
def test_a_doubtful_place_is_pointed_at(line: str, at: str, help: str) -> None:
    """No place is guessed, and none is dropped."""
    assert pointed(line, "where") == [(at, help)]


LEVELS: list[tuple[str, dict[str, str]]] = [
    ("5", {"now": "5"}),
    ("5 8 2", {"now": "5", "worst": "8", "least": "2"}),
    ("5, 8, 2", {"now": "5", "worst": "8", "least": "2"}),
    ("5;8;2", {"now": "5", "worst": "8", "least": "2"}),
    ("5 / 8 / 2", {"now": "5", "worst": "8", "least": "2"}),
    ("- 8 2", {"worst": "8", "least": "2"}),
    ("5 8 -", {"now": "5", "worst": "8"}),
    ("about 5 8-9", {"now": "about 5", "worst": "8-9"}),
    ("5 8 (on the stairs)", {"now": "5", "worst": "8 (on the stairs)"}),
    ("now 8-9, night 6", {"now": "8-9", "night": "6"}),
    ("now 5/10 worst 8/10", {"now": "5/10", "worst": "8/10"}),
    ("5 worst 8", {"now": "5", "worst": "8"}),
    ("worst 8, 5", {"now": "5", "worst": "8"}),
    ("at its worst 8, best 2, average 4", {"worst": "8", "least": "2", "usual": "4"}),
    ("5 at rest 3 moving 7", {"now": "5", "rest": "3", "moving": "7"}),
    ("now no answer, worst 8", {"now": "no answer", "worst": "8"}),
]


@pytest.mark.parametrize(("line", "meant"), LEVELS, ids=[line for line, _ in LEVELS])
def test_how_strong_it_is_is_understood(line: str, meant: dict[str, str]) -> None:
    """Bare figures are now, worst and least; every other stands behind its word."""
    assert told(line, "levels") == meant


FIGURE = "give the figure; a remark goes in brackets behind it"
LEVEL_FAULTS: list[tuple[str, str, str]] = [
    ("lots", "lots", FIGURE),
    ("now lots", "lots", FIGURE),
    ("worst", "worst", "write worst 8"),
    ("5, worst", "worst", "write worst 8"),
    ("worst 8 worst 9", "worst 9", "keep one of the two"),
    ("worst 8, max 9", "max 9", "keep one of the two"),
    ("5 now 6", "5", "keep one of the two"),
    ("5 8 2 1", "5 8 2 1", "write now 5, worst 8, least 2, night 6"),
    ("morning 6", "morning", FIGURE),
    ("8-5", "8-5", "did you mean 8 > 5, before and after? A range is 5-8"),
]


@pytest.mark.parametrize(("line", "at", "help"), LEVEL_FAULTS, ids=[line for line, _, _ in LEVEL_FAULTS])
def test_a_doubtful_level_is_pointed_at(line: str, at: str, help: str) -> None:
    """Words are no figures, and a second figure for the same never wins silently."""
    assert pointed(line, "levels") == [(at, help)]


OTHERS: list[tuple[str, list[dict[str, str]]]] = [
    ("tingling right hand 3; headache 6", [{"what": "tingling", "where": "right hand", "now": "3"},
                                           {"what": "headache", "now": "6"}]),
    ("right hand tingling 3", [{"what": "tingling", "where": "right hand", "now": "3"}]),
    ("right calf 3", [{"where": "right calf", "now": "3"}]),
    ("neck pain 2, dizziness", [{"where": "neck", "now": "2"}, {"what": "dizziness"}]),
    ("pain", [{"what": "pain"}]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "meant"), OTHERS, ids=[line for line, _ in OTHERS])
def test_other_symptoms_are_listed(line: str, meant: list[dict[str, str]]) -> None:
    """Each with its kind, its place and its figure, as far as they are told."""
    assert told(line, "others") == meant


def test_what_is_no_symptom_is_pointed_at() -> None:
    """A figure alone, and a word that nothing knows."""
    assert pointed("3", "others") == [("3", "write tingling right hand 3")]
    assert pointed("zork 3", "others") == [("zork", NEAR)]
    assert pointed("headache lots", "others")[0][0] == "lots"


def test_a_symptom_the_client_has_is_known_by_its_own_name() -> None:
    """Whatever an earlier record called it."""
    known = replace(STRANGER, symptoms=("burning",))
    assert told("burning left foot", "where", known) == {"what": "burning", "where": "left foot"}


def test_a_phrase_of_the_practice_names_a_place() -> None:
    """Whole, or begun like any other; one that stands for nothing is to be mended."""
    own = with_phrases(STRANGER, lbx="low-back", z="zork")
    assert told("lbx R (low)", "where", own) == {"where": "right low-back (low)"}
    assert pointed("z", "where", own) == [("z", "mend it under phrases: in practice.yaml")]


WORDS = st.sampled_from([
    "right", "L", "both", "centre", "middle", "low", "back", "knees", "the", "in", "hand", "tingling", "pain",
    "headache", "(x)", "(", ")", "()", ",", ";", "5", "8-9", "now", "worst", "least", "night", "about", "not", "no",
    "answer", "-", "x", "/", "6>4", "lots", "loin", "sciatica", "#", ":", '"', "null", "~", "{", "\u0007", "5/10",
])  # fmt: skip
TYPED = st.one_of(LINES, st.lists(WORDS, max_size=10).map(" ".join), st.text(max_size=40))


@settings(max_examples=600, deadline=None)
@given(TYPED, st.sampled_from([MAREK, STRANGER, HOUSE]), st.sampled_from(["where", "levels", "others"]))
def test_any_text_is_a_symptom_or_faults(line: str, known: Known, part: Part) -> None:
    """Never an exception, no fault outside the line, and nothing that an assessment could not hold."""
    value, faults = read_symptom(line, known, part)
    inside(line, faults)
    if value is not None and not faults:
        assert fits(part, value)


@pytest.mark.parametrize("part", ["where", "levels", "others"])
@pytest.mark.parametrize("line", ["", " ", ",,;", "low back, " * 2500])
def test_nothing_and_far_too_much_are_not_read(line: str, part: Part) -> None:
    """A pasted letter is refused as a whole."""
    value, faults = read_symptom(line, MAREK, part)
    assert value is None
    assert len(faults) == (len(line) > 20_000)


@pytest.mark.parametrize("line", ["5 2 8", "8 5 2", "5 8 6"])
def test_bare_levels_in_another_order_are_not_taken(line: str) -> None:
    """Worst is the greatest of the three and least the smallest, or else somebody mixed them up."""
    _, faults = read_symptom(line, STRANGER, "levels")
    assert [fault.help for fault in faults] == ["the order is now, worst, least"]


def test_the_letter_of_the_spine_is_no_side() -> None:
    """`L spine` is the lumbar spine; `L hip` is the left one."""
    assert read_symptom("L spine", STRANGER, "where")[0] == {"where": "low-back (l spine)"}
    assert read_symptom("L hip", STRANGER, "where")[0] == {"where": "left hip"}
