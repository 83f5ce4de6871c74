"""What is seen, felt and tested at the first visit, as a therapist types it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massageplan.clinical.shorthand.known import Known
from massageplan.clinical.shorthand.note import read_findings
from massageplan.frozen import replace

from .conftest import MAREK, SCHEMAS, STRANGER, marked, with_phrases
from .test_properties import HOUSE, LINES, inside


def findings(line: str, known: Known = STRANGER, felt: bool = False) -> dict[str, Any]:
    """The figures of a line without a fault, which an assessment may hold."""
    found, faults = read_findings(line, known, felt)
    assert faults == ()
    assert found is not None
    assert SCHEMAS.fits("assessment", {"date": "2026-11-30", "measures": found})
    return found


def pointed(line: str, known: Known = STRANGER, felt: bool = False) -> list[tuple[str, str | None]]:
    """The stretches of a line that are pointed at, each with the help given."""
    return [(marked(line, fault), fault.help) for fault in read_findings(line, known, felt)[1]]


HIGH, LOOSE = {"tone": "high"}, {"tone": "normal"}

FELT: list[tuple[str, dict[str, Any]]] = [
    ("QL R high", {"quadratus-lumborum": {"right": HIGH}}),
    ("R QL tight", {"quadratus-lumborum": {"right": HIGH}}),
    ("QL tight", {"quadratus-lumborum": HIGH}),
    ("palp QL R tight", {"quadratus-lumborum": {"right": HIGH}}),
    ("QL R high tender 6 L normal", {"quadratus-lumborum": {"left": LOOSE, "right": {**HIGH, "tender": "6"}}}),
    ("QL R tone high", {"quadratus-lumborum": {"right": HIGH}}),
    ("QL B tight tp 2", {"quadratus-lumborum": {"both": {**HIGH, "trigger-points": "2"}}}),
    ("QL R trigger points 2", {"quadratus-lumborum": {"right": {"trigger-points": "2"}}}),
    ("QL tender 6>4", {"quadratus-lumborum": {"tender": "6 -> 4"}}),
    ("QL R warm swollen", {"quadratus-lumborum": {"right": {"temperature": "warm", "swelling": "yes"}}}),
    ("psoas L tight tender 4 (breath held)", {"iliopsoas": {"left": {**HIGH, "tender": "4", "note": "breath held"}}}),
    ("piriformis L knots; calf band", {"piriformis": {"left": {"knots": "yes"}}, "calf": {"taut-band": "yes"}}),
    ("neck tight ()", {"neck": HIGH}),
    ("neck tight (deep) (ropey)", {"neck": {**HIGH, "note": "deep, ropey"}}),
]  # fmt: skip


@pytest.mark.parametrize("felt", [True, False], ids=["palpation", "elsewhere"])
@pytest.mark.parametrize(("line", "meant"), FELT, ids=[line for line, _ in FELT])
def test_what_is_felt_is_told_by_aspects(line: str, meant: dict[str, Any], felt: bool) -> None:
    """In the question about palpation, and wherever else it is typed."""
    assert findings(line, felt=felt) == {"palpation": meant}


SEEN: list[tuple[str, dict[str, Any]]] = [
    # posture
    ("posture head forward", {"posture": {"head": "forward"}}),
    ("posture L shoulder high", {"posture": {"shoulder": {"left": "high"}}}),
    ("posture shoulder L high", {"posture": {"shoulder": {"left": "high"}}}),
    ("posture head forward, L shoulder high", {"posture": {"head": "forward", "shoulder": {"left": "high"}}}),
    ("posture knee L bent back R normal", {"posture": {"knee": {"left": "bent back", "right": "normal"}}}),
    ("posture head turned to the right", {"posture": {"head": "turned to the right"}}),
    ("posture low back flat", {"posture": {"low-back": "flat"}}),
    ("posture head forward, QL R high tender 6", {
        "posture": {"head": "forward"}, "palpation": {"quadratus-lumborum": {"right": {"tone": "high", "tender": "6"}}},
    }),
    ("posture head forward, hip flexion limited", {"posture": {"head": "forward"}, "rom": {"hip-flexion": "limited"}}),
    # special tests
    ("slump L neg R pos", {"test": {"slump": {"left": "negative", "right": "positive"}}}),
    ("slump L neg, slump R pos", {"test": {"slump": {"left": "negative", "right": "positive"}}}),
    ("phalens R pos (20 s)", {"test": {"phalens": {"right": "positive (20 s)"}}}),
    ("kemps neg", {"test": {"kemps": "negative"}}),
    ("test faber L pos", {"test": {"faber": {"left": "positive"}}}),
    ("empty can test R pos", {"test": {"empty-can-test": {"right": "positive"}}}),
    ("reflex knee L 2+ R absent", {"reflex": {"knee": {"left": "2+", "right": "absent"}}}),
    ("sensation L5 R reduced", {"sensation": {"l5": {"right": "reduced"}}}),
    # strength
    ("str quads L 4/5 R 3+/5", {"strength": {"quadriceps": {"left": "4/5", "right": "3+/5"}}}),
    ("str hip abd L 4/5 R 3+/5", {"strength": {"hip-abduction": {"left": "4/5", "right": "3+/5"}}}),
    ("grip L 30 kg R 32 kg", {"grip-strength": {"left": "30 kg", "right": "32 kg"}}),
    # movements
    ("lumbar flex 40 hurts 4 (pull on the right)", {
        "rom": {"lumbar-flexion": {"value": "40 (pull on the right)", "hurts": "4"}},
    }),
    ("lumbar flex 40 end firm hurts 4", {"rom": {"lumbar-flexion": {"value": "40", "end-feel": "firm", "hurts": "4"}}}),
    ("lumbar flex hurts 4 (low on the right)", {"rom": {"lumbar-flexion": {"hurts": "4 (low on the right)"}}}),
    ("cerv rot L 55 R 60 hurts 3", {
        "rom": {"cervical-rotation": {"left": "55", "right": {"value": "60", "hurts": "3"}}},
    }),
    ("lumbar flex 40;lumbar ext 5;slr L 75 neg", {
        "rom": {"lumbar-flexion": "40", "lumbar-extension": "5", "straight-leg-raise": {"left": "75 negative"}},
    }),
]  # fmt: skip


@pytest.mark.parametrize(("line", "meant"), SEEN, ids=[line for line, _ in SEEN])
def test_what_is_seen_and_tested_is_understood(line: str, meant: dict[str, Any]) -> None:
    """Each by its family, and no family need be named where only one can be meant."""
    assert findings(line) == meant


FAULTS: list[tuple[str, str, str | None]] = [
    ("QL R high, QL R low", "QL R low", "keep one of the two"),
    ("QL high, QL R low", "QL R low", "keep one of the two"),
    ("QL R high low", "low", "keep one of the two"),
    ("QL R tender 6 sore 3", "sore", "keep one of the two"),
    ("posture head forward, head back", "head back", "keep one of the two"),
    ("str quads L 4/5 L 5/5", "L 5/5", "keep one of the two"),
    ("lumbar flex 40, lumbar flex 45", "45", "keep one of the two"),
    ("lumbar flex 40 end squishy", "end squishy", "write end soft, firm, hard, empty"),
    ("lumbar flex hurts", "hurts", "write hurts 4"),
    ("QL R tender lots", "lots", "did you mean knots?"),
    ("lumbar flex lots", "lumbar flex lots", "write what was measured and its figure: n 6>4"),
    ("QL R band 2 cm", "cm", "write high, low, tender 6, tp 2, warm"),
    ("lumber flexion 40", "lumber flexion", "did you mean lumbar-flexion?"),
    ("lumbar flexon neg", "lumbar flexon", "did you mean lumbar-flexion? else write test before it"),
    ("hip limited", "hip", "name the test: slump L neg R pos"),
    ("calf L neg", "calf", "name the test: slump L neg R pos"),
    ("L shoulder high", "L shoulder high", "put posture before it, or palp: posture L shoulder high"),
    ("posture forward", "posture forward", "write posture head forward, posture L shoulder high"),
    ("posture", "posture", "write posture head forward, posture L shoulder high"),
    ("test slump", "test slump", "write test and its name, then L neg R pos"),
    ("str tibialis 4/5", "tibialis", "did you mean tibialis-anterior or tibialis-posterior?"),
    ("str high R", "str high", "did you mean start?"),
    ("test ++ neg", "++", "use letters and blanks: slump L neg"),
    ("L neg", "neg", "write what was measured and its figure: n 6>4"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "at", "help"), FAULTS, ids=[line for line, _, _ in FAULTS])
def test_what_is_doubtful_is_pointed_at(line: str, at: str, help: str | None) -> None:
    """At its very characters, with what to type instead."""
    assert pointed(line) == [(at, help)]


FELT_FAULTS: list[tuple[str, str, str]] = [
    ("QL", "QL", "write QL R high tender 6 (more in brackets)"),
    ("QL R", "QL R", "write QL R high tender 6 (more in brackets)"),
    ("QL R (ropey)", "QL R (ropey)", "write QL R high tender 6 (more in brackets)"),
    ("QL 6", "6", "write high, low, tender 6, tp 2, warm"),
    ("zork R high", "zork", "write QL R high tender 6"),
    ("piriformsi L tight", "piriformsi", "did you mean piriformis?"),
]


@pytest.mark.parametrize(("line", "at", "help"), FELT_FAULTS, ids=[line for line, _, _ in FELT_FAULTS])
def test_under_the_hands_a_body_part_is_expected(line: str, at: str, help: str) -> None:
    """The question about palpation takes a body part by itself for one that was felt."""
    assert pointed(line, felt=True) == [(at, help)]


def test_under_the_hands_a_joint_may_be_high_in_tone() -> None:
    """There nobody asks about posture, and a movement is a movement as ever."""
    assert findings("L shoulder high", felt=True) == {"palpation": {"shoulder": {"left": HIGH}}}
    assert findings("lumbar flex 40", felt=True) == {"rom": {"lumbar-flexion": "40"}}


def test_a_misspelt_movement_is_a_test_only_once_it_was_one() -> None:
    """A name that the client's records have is taken as it is."""
    known = replace(MAREK, addresses=("test/lumbar-flexon",))
    assert findings("lumbar-flexon neg", known) == {"test": {"lumbar-flexon": "negative"}}


def test_what_is_suggested_decides_between_movements() -> None:
    """The question about movements puts those that it shows before all others."""
    assert pointed("lat flex L 14")[0][0] == "lat flex"
    low_back = replace(STRANGER, addresses=("rom/lumbar-lateral-flexion",))
    assert findings("lat flex L 14 R 22", low_back) == {
        "rom": {"lumbar-lateral-flexion": {"left": "14", "right": "22"}}
    }


def test_words_of_the_practice_are_known_here_too() -> None:
    """A phrase for a muscle, and one that stands for nothing."""
    own = with_phrases(STRANGER, q="quadratus-lumborum", z="zork")
    assert findings("q R tight", own, felt=True) == {"palpation": {"quadratus-lumborum": {"right": HIGH}}}
    assert pointed("z R tight", own, felt=True) == [("z", "mend it under phrases: in practice.yaml")]


@settings(max_examples=300, deadline=None)
@given(LINES, st.sampled_from([MAREK, STRANGER, HOUSE]), st.booleans())
def test_any_text_is_findings_or_faults(line: str, known: Known, felt: bool) -> None:
    """Never an exception, no fault outside the line, and nothing that an assessment could not hold."""
    found, faults = read_findings(line, known, felt)
    inside(line, faults)
    if found is not None and not faults:
        assert SCHEMAS.fits("assessment", {"date": "2026-11-30", "measures": found})


ASPECTS = st.sampled_from([
    "QL", "R", "L", "both", "high", "low", "tender", "6", "tp", "2", "warm", "(x)", ",", ";", "posture", "head",
    "forward", "test", "slump", "pos", "neg", "reflex", "knee", "2+", "str", "quads", "4/5", "palp", "hurts", "end",
    "firm", "lumbar", "flex", "40", "normal", "tone", "trigger", "points", "sensation", "()", "-", "6>4", '"', "\u0007",
])  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(st.lists(ASPECTS, max_size=12), st.booleans())
def test_words_of_the_trade_in_any_order_are_findings_or_faults(words: list[str], felt: bool) -> None:
    """What is accepted has the shape of an assessment."""
    line = " ".join(words)
    found, faults = read_findings(line, STRANGER, felt)
    inside(line, faults)
    if found is not None and not faults:
        assert SCHEMAS.fits("assessment", {"date": "2026-11-30", "measures": found})


@pytest.mark.parametrize("line", ["", "  ", ",,;,", "; ;"])
def test_nothing_typed_is_nothing_found(line: str) -> None:
    """Neither a figure nor a fault."""
    assert read_findings(line, MAREK, True) == (None, ())


def test_a_line_as_long_as_a_book_ends_soon() -> None:
    """It is refused as a whole."""
    line = "QL R high, " * 3000
    found, faults = read_findings(line, MAREK, True)
    assert found is None
    inside(line, faults)
    assert len(faults) == 1
