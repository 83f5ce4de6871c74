"""Scores and joined readings stand beside what they rest on, and say that they were calculated."""

from __future__ import annotations

import pytest

from massageplan.clinical.direction import higher_is_better
from massageplan.clinical.joined import read_rule
from massageplan.clinical.measures import Measurement, all_rows

from .conftest import folder
from .test_scoring import LIBRARY

DAY = "2026-03-09-assessment"


def rows(tree: str, stem: str = DAY) -> list[Measurement]:
    """Rows of a record with this tree, scores and joined readings among them."""
    return all_rows(folder({stem: f"measures: {tree}\n"}).entries, LIBRARY)


def computed(tree: str, stem: str = DAY) -> list[tuple[str, str | None, str, str | None]]:
    """Address, side, text and unit of the rows that were calculated."""
    found = [row for row in rows(tree, stem) if row.facets.get("basis") == "calculated"]
    return [(row.address, row.side, row.value.text, row.unit) for row in found]


def test_a_form_by_its_answers_shows_its_total() -> None:
    """In the instrument's unit, with the word of the band; the answers stay as written, the gap among them."""
    (row,) = rows("{odi: {items: [2, 3, no answer, 1, 0, 2, 2, 1, 3, 2]}}")
    assert (row.address, row.value.number, row.unit, row.means) == ("odi", 36, "%", "moderate")
    assert dict(row.facets) == {"basis": "calculated"}
    assert row.items == ("2", "3", "no answer", "1", "0", "2", "2", "1", "3", "2")
    assert str(row.origin) == f"{DAY}.yaml:2:25"


def test_parts_of_a_form_are_figures_of_their_own() -> None:
    """The shoulder form has two, the back screen one."""
    assert computed("{spadi: {items: [3, 2, 3, 2, 3, 5, 4, 3, 4, 4, 3, 5, 1]}}") == [
        ("spadi", None, "31.1", "points"), ("spadi/pain", None, "26", "points"),
        ("spadi/disability", None, "36.25", "points"),
    ]  # fmt: skip
    total, part = rows("{start-back: {items: [0, 0, 0, 0, 1, 1, 1, 1, 0]}}")
    assert (total.value.text, total.means, part.address, part.value.text) == (
        "4", "high risk", "start-back/psychosocial", "4",
    )  # fmt: skip


def test_answers_that_give_no_total_say_why() -> None:
    """The row is there, without a figure and never with 0."""
    (row,) = rows("{peg: {items: [6, no answer, 5]}}")
    assert row.value.is_nothing
    assert row.about["why"] == "1 of 3 answers is missing; all are needed."
    (unknown,) = rows("{own-form: {items: [6, 5]}}")
    assert (unknown.value.is_nothing, unknown.items, dict(unknown.about)) == (True, ("6", "5"), {})


def test_a_typed_total_stays_beside_the_computed_one() -> None:
    """Both are rows; what the therapist called it wins over the band."""
    typed, total = rows("{ndi: {value: 21/50, means: a lot, items: [3, 2, 3, 0, 0, 2, 5, 2, 2, 2]}}")
    assert (typed.value.text, typed.facets, typed.items) == ("21/50", {}, ())
    assert (total.value.text, total.facets["basis"], total.means) == ("21", "calculated", "a lot")


def test_every_reading_stays_a_row_with_its_number() -> None:
    """Three readings and the one they come to, at the place of the list."""
    found = rows("{grip: {left: [22, 24, 23], joined: best, unit: kg}}")
    assert [(r.trial, r.value.text, r.unit) for r in found] == [
        (1, "22", "kg"), (2, "24", "kg"), (3, "23", "kg"), (None, "24", "kg"),
    ]  # fmt: skip
    assert dict(found[-1].facets) == {"unit": "kg", "joined": "best", "basis": "calculated"}
    assert found[-1].path == ("measures", "grip", "left")


@pytest.mark.parametrize(
    ("tree", "joined"),
    [
        ("{grip: {left: [22, 24], right: [31, 30], joined: best}}", [("left", "24"), ("right", "31")]),
        ("{grip: {both: [22, 24], joined: worst}}", [("left", "22"), ("right", "22")]),
        ("{five-times-sts: {trials: [16.2, 15], joined: best}}", [(None, "15")]),
        ("{rom/fingertip-to-floor: {trials: [12, 9], joined: best}}", [(None, "9")]),
        ("{rom/lumbar-flexion: {trials: [38, 41], joined: best}}", [(None, "41")]),
        ("{pain: {trials: [4, 6], joined: best}}", [(None, "4")]),
        ("{strength/hip: {trials: [4/5, 4+/5, 4-/5], joined: best}}", [(None, "4+/5")]),
        ("{strength/hip: {trials: [4/5, 4+/5, 4-/5], joined: median}}", [(None, "4/5")]),
        ("{tug: {trials: [11 s, 12 s, 11 s (slipped)], joined: lowest}}", [(None, "11 s")]),
        ("{tug: {trials: [11 (slipped), 12], joined: best of 2}}", [(None, "11")]),
        ("{girth/calf: {trials: [40, 41, 41], joined: mean, unit: cm}}", [(None, "40.7")]),
        ("{girth/calf: {trials: [40.25, 40.5], joined: mean of 2}}", [(None, "40.375")]),
        ("{girth/calf: {trials: [40, not done, 42], joined: mean}}", [(None, "41")]),
        ("{girth/calf: {trials: [40, 44, 47, 41], joined: median}}", [(None, "42.5")]),
        ("{count/steps: {trials: [40, 44], joined: sum}}", [(None, "84")]),
        ("{girth/calf: {trials: [40, 44], joined: highest}}", [(None, "44")]),
        ("{count/days: {trials: [3/7, 4/7], joined: mean}}", [(None, "3.5/7")]),
        ("{sleep/bedtime: {trials: ['23:30', '00:30', '22:45', '00:15'], joined: mean of four}}", [(None, "23:45")]),
        ("{sleep/rise: {trials: ['06:30', '07:00'], joined: mean}}", [(None, "06:45")]),
        ("{rom/x: {left: 14, right: 23, joined: mean of left and right}}", [(None, "18.5")]),
    ],
)  # fmt: skip
def test_how_readings_are_joined(tree: str, joined: list[tuple[str | None, str]]) -> None:
    """By the rule that is written; best by the good direction of the measure; one not taken counts for nothing."""
    found = [row for row in rows(tree) if row.facets.get("basis") == "calculated"]
    assert [(row.side, row.value.text) for row in found] == joined
    assert all(row.trial is None for row in found)


@pytest.mark.parametrize(
    "tree",
    [
        "{girth/calf: {trials: [40, 41], joined: best}}",
        "{girth/calf: {trials: [40, 41], joined: mean of 3}}",
        "{girth/hand: {trials: [40, 41], joined: mean of fingers II-V}}",
        "{girth/calf: {trials: [40, taut], joined: mean}}",
        "{girth/calf: {trials: [40 cm, 16 in], joined: mean}}",
        "{girth/calf: {trials: [not done, no answer], joined: mean}}",
        "{girth/calf: {trials: [4/5, 4], joined: best}}",
        "{strength/hip: {trials: [4+/5, 4/5], joined: mean}}",
        "{strength/hip: {trials: [4+/5, 4/5], joined: median}}",
        "{sleep/bedtime: {trials: ['23:30', '00:30'], joined: sum}}",
        "{girth/calf: {value: 40.5, trials: [40, 41], joined: mean}}",
        "{girth/calf: {value: 40.5, joined: mean of 2}}",
        "{rom/x: {left: 14, joined: mean of left and right}}",
        "{rom/x: {left: [14, 15], right: [23, 24], joined: mean of left and right}}",
        "{rom/x: {side: affected, trials: [8, under 9], joined: highest}}",
    ],
)
def test_what_cannot_be_joined_stays_as_written(tree: str) -> None:
    """Nothing is guessed: other kinds, other units, too few readings, an unknown direction, a figure typed already."""
    assert computed(tree) == []


def test_before_and_after_are_joined_apart() -> None:
    """Two readings of each moment of a visit give one of each."""
    found = rows("{girth/calf: {before: [40, 41], after: [38, 39], joined: mean}}", "2026-03-09-session")
    assert [(r.at, r.value.text) for r in found if r.trial is None] == [("before", "40.5"), ("after", "38.5")]
    arrows = rows("{girth/calf: {trials: [40 -> 38, 42 -> 40], joined: mean}}", "2026-03-09-session")
    assert [(r.at, r.value.text) for r in arrows if r.trial is None] == [("before", "41"), ("after", "39")]


def test_pain_during_readings_of_two_sides_is_not_averaged() -> None:
    """The rule is that of the movement; what hurt at each side stays two figures."""
    found = computed(
        "{rom/x: {left: {value: 14, hurts: 3}, right: {value: 24, hurts: 5}, joined: mean of left and right}}"
    )
    assert found == [("rom/x", None, "19", None)]


def test_nothing_of_the_library_is_opened_without_need() -> None:
    """Figures without answers and readings never look at an entry."""
    closed = type("Closed", (), {"item": None, "has": None})()
    assert len(all_rows(folder({DAY: "measures: {odi: 36, grip: {left: [2, 3]}}\n"}).entries, closed)) == 3


def test_words_of_joining() -> None:
    """The ways there are; anything more is left to the reader."""
    assert (read_rule("mean of three trials"), read_rule("mean of left and right")) == (
        read_rule("mean of 3"), read_rule("mean of left and right"),
    )  # fmt: skip
    assert read_rule(None) is read_rule("mean of the better ones") is None


def test_good_directions() -> None:
    """Of instruments and movements the library says it, of a few families their kind."""
    known = {
        a: higher_is_better(LIBRARY, a) for a in ("grip", "ppt/neck", "pain/calf", "rom/knee-flexion/hurts", "psfs")
    }
    assert known == {"grip": True, "ppt/neck": True, "pain/calf": False, "rom/knee-flexion/hurts": False, "psfs": True}
    assert higher_is_better(LIBRARY, "girth/calf") is None
    assert higher_is_better(LIBRARY, "rom/unheard-of") is None
