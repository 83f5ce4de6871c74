"""Scores: totals, whole forms in a row, and what the client wants to do again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massageplan.clinical.shorthand.known import Known
from massageplan.clinical.shorthand.note import read_scores
from massageplan.clinical.shorthand.scores import activity
from massageplan.frozen import replace

from .conftest import MAREK, SCHEMAS, STRANGER, marked
from .test_properties import HOUSE, LINES, inside

COUNTS = {"odi": 10, "peg": 3, "start-back": 9, "rmdq": 24}


def scores(line: str, known: Known = STRANGER) -> dict[str, Any]:
    """The scores of a line without a fault, which an assessment may hold."""
    found, faults = read_scores(line, known, COUNTS)
    assert faults == ()
    assert found is not None
    assert SCHEMAS.fits("assessment", {"date": "2026-11-30", "measures": found})
    return found


def pointed(line: str, known: Known = STRANGER) -> list[tuple[str, str | None]]:
    """The stretches of a line that are pointed at, each with the help given."""
    return [(marked(line, fault), fault.help) for fault in read_scores(line, known, COUNTS)[1]]


def psfs(words: str, value: str, id: str) -> dict[str, Any]:
    """One activity as it stands in a record."""
    return {id: {"value": value, "words": words}}


ODI = ["3", "2", "no answer", "1", "0", "2", "2", "1", "3", "2"]
TABLE: list[tuple[str, dict[str, Any]]] = [
    ("rmdq 11", {"rmdq": "11"}),
    ("rmdq 11/24, ndi 14/50", {"rmdq": "11/24", "ndi": "14/50"}),
    ("odi 3 2 - 1 0 2 2 1 3 2", {"odi": {"items": ODI}}),
    ("odi 3 2 x 1 0 2 2 1 3 2; rmdq 11", {"odi": {"items": ODI}, "rmdq": "11"}),
    ("start back 1 0 1 1 0 0 1 0 2", {"start-back": {"items": ["1", "0", "1", "1", "0", "0", "1", "0", "2"]}}),
    ("peg 3 4 5", {"peg": {"items": ["3", "4", "5"]}}),
    ("odi 22 %", {"odi": "22 %"}),
    ("n 4", {"pain": "4"}),
    # in the client's words
    ('psfs "Lift my daughter" 4', {"psfs": psfs("Lift my daughter", "4", "lift-daughter")}),
    ('psfs "Lift, carry" 4', {"psfs": psfs("Lift, carry", "4", "lift-carry")}),
    ('psfs "Lift; carry" 4, rmdq 11', {"psfs": psfs("Lift; carry", "4", "lift-carry"), "rmdq": "11"}),
    ('psfs "Lift" 4, psfs "Run" 3', {"psfs": {**psfs("Lift", "4", "lift"), **psfs("Run", "3", "run")}}),
    ('psfs "Lift" 4; "Run, then walk" 3/10',
     {"psfs": {**psfs("Lift", "4", "lift"), **psfs("Run, then walk", "3/10", "run-then-walk")}}),
    ("psfs “Zoë tragen” 4", {"psfs": psfs("Zoë tragen", "4", "zoe-tragen")}),
    ("psfs lift 4", {"psfs": {"lift": "4"}}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "meant"), TABLE, ids=[line for line, _ in TABLE])
def test_a_score_is_understood(line: str, meant: dict[str, Any]) -> None:
    """A total stays a total, and a row of answers the answers of a form."""
    assert scores(line) == meant


QUOTES = 'write psfs "Lift my daughter" 4'
EACH = "write one figure for each, - for one that was not answered; or the total alone"
FAULTS: list[tuple[str, str, str | None]] = [
    ("odi 3 2", "3 2", EACH),
    ("peg 3 - - 5", "3 - - 5", EACH),
    ("rmdq 11, rmdq 12", "12", "keep one of the two"),
    ("odi 22 %, odi 3 2 - 1 0 2 2 1 3 2", "odi 3 2 - 1 0 2 2 1 3 2", "keep one of the two"),
    ('psfs "Lift" 4, psfs "Lift" 5', 'psfs "Lift" 5', "keep one of the two"),
    ('psfs "Lift"', 'psfs "Lift"', QUOTES),
    ('psfs "Lift', 'psfs "Lift', QUOTES),
    ('psfs "" 4', 'psfs "" 4', QUOTES),
    ('psfs "Lift, carry', 'psfs "Lift, carry', QUOTES),
    ('psfs "Lift" lots', "lots", "give the figure; a remark goes in brackets behind it"),
    ('psfs "12" 4', 'psfs "12" 4', "say it in a few more words"),
    ('psfs "left" 4', 'psfs "left" 4', "say it in a few more words"),
    ('psfs "words" 4', 'psfs "words" 4', "say it in a few more words"),
    ("odi lots", "odi lots", "write what was measured and its figure: n 6>4"),
    ("zork 3", "zork", "write it in full, or add it to phrases:"),
    ('"Run" 3', '"Run"', "write it in full, or add it to phrases:"),
]


@pytest.mark.parametrize(("line", "at", "help"), FAULTS, ids=[line for line, _, _ in FAULTS])
def test_a_doubtful_score_is_pointed_at(line: str, at: str, help: str | None) -> None:
    """No answer is dropped or doubled without a word."""
    assert pointed(line) == [(at, help)]


def test_it_is_said_how_many_answers_a_form_has() -> None:
    """So that the one that is missing can be found."""
    assert read_scores("odi 3 2", STRANGER, COUNTS)[1][0].message == "odi has 10 answers, and here are 2."


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("Lift my daughter", "lift-daughter"),
        ("to run", "run"),
        ("Pick up Mia from the cot at night", "pick-mia-cot"),
        ("2 flights of stairs", "flights-stairs"),
        ("Straße überqueren", "strae-uberqueren"),
        ("的", None),
        ("...", None),
        ("before", None),
    ],
)
def test_an_activity_is_named_by_what_carries_it(words: str, id: str | None) -> None:
    """At most three words, in letters that may be a key; none that means something else there."""
    assert activity(words, STRANGER) == id


def test_an_activity_keeps_the_name_it_has() -> None:
    """In any order and with small words or without; with other words it is another activity."""
    known = replace(STRANGER, addresses=("rmdq", "psfs/lift-crate", "psfs/walk"))
    assert activity("lift the crate", known) == "lift-crate"
    assert activity("lift the crate off the floor", known) == "lift-crate-floor"
    assert activity("walk the dog", known) == "walk-dog"
    assert activity("Sit without pain, then walk", known) == "sit-pain-then"
    assert scores('psfs "Crate: lift it" 6', known) == {"psfs": psfs("Crate: lift it", "6", "lift-crate")}
    assert activity("lift my daughter", known) == "lift-daughter"


WORDS = st.sampled_from([
    "odi", "peg", "psfs", "rmdq", "start", "back", "3", "2", "-", "x", "/", ".", "11/24", '"Lift"', '"', "“a b”", ",",
    ";", "Lift, carry", "words", "left", "value", "(x)", "22 %", "n", "lots", "null", "\u0007", "#", ": ",
])  # fmt: skip
TYPED = st.one_of(LINES, st.lists(WORDS, max_size=14).map(" ".join), st.text(max_size=40))


@settings(max_examples=600, deadline=None)
@given(TYPED, st.sampled_from([MAREK, STRANGER, HOUSE]))
def test_any_text_is_scores_or_faults(line: str, known: Known) -> None:
    """Never an exception, no fault outside the line, and nothing that an assessment could not hold."""
    found, faults = read_scores(line, known, COUNTS)
    inside(line, faults)
    if found is not None and not faults:
        assert SCHEMAS.fits("assessment", {"date": "2026-11-30", "measures": found})


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30))
def test_any_words_can_be_an_activity(words: str) -> None:
    """Or no name can be made of them, and then it is said."""
    line = f'psfs "{words}" 4'
    found, faults = read_scores(line, STRANGER, COUNTS)
    inside(line, faults)
    assert found or faults
