"""What finished courses came to, worked out by hand."""

from __future__ import annotations

import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical.course import courses
from massageplan.clinical.measures import all_rows
from massageplan.clinical.own_courses import Outcome, outcome
from massageplan.library.catalogue import Library
from massageplan.schema.gate import Schemas
from massageplan.store import resources

from .conftest import folder

PLAN = """\
goals:
  - {id: look, words: Look round, measure: psfs/look, to: 8}
expect: {by: visit 4, measure: psfs/look, change: up 3}
"""
STORY = {
    "2026-03-02-assessment": "presentation: neck-pain\nmeasures: {psfs/look: 3}\n",
    "2026-03-02-plan": PLAN,
    "2026-03-03-session": "visit: 1\n",
    "2026-03-10-session": "visit: 2\nmeasures: {psfs/look: 4 -> 8}\n",
    "2026-03-17-session": "visit: 3\nmeasures: {psfs/look: 6}\n",
    "2026-03-24-session": "visit: 4\nmeasures: {psfs/look: 7}\n",
    "2026-03-31-discharge": "reason: goals-met\n",
}


@cache
def library() -> Library:
    """The built-in library."""
    return Library(Schemas(resources.schema), resources.BuiltIn())


def came_to(changes: dict[str, str | None] | None = None, shuffled: int | None = None) -> Outcome | None:
    """The outcome of the story, with records changed or left out, and its figures in any order."""
    records = {stem: text for stem, text in {**STORY, **(changes or {})}.items() if text is not None}
    client = folder(records)
    rows = all_rows(client.entries, library())
    if shuffled is not None:
        random.Random(shuffled).shuffle(rows)
    return outcome(courses(client)[0], rows, library())


def verdict(changes: dict[str, str | None]) -> str | None:
    """Only the word for it."""
    result = came_to(changes)
    return result.verdict if result else None


def ends_with(figure: str) -> dict[str, str | None]:
    """The story with another figure at visit 4."""
    return {"2026-03-24-session": f"visit: 4\nmeasures: {{psfs/look: {figure}}}\n"}


def test_a_gain_that_people_notice_is_better() -> None:
    """From 3 to 7; it was clear at visit 3, where 6 is 3 more, and not by the 8 right after visit 2."""
    assert came_to() == Outcome("neck-pain", "neck pain", "better", "psfs/look", None, 4.0, 3)


@pytest.mark.parametrize(
    ("figure", "word"),
    [("6", "better"), ("5", "no clear change"), ("3", "no clear change"), ("1", "no clear change"), ("0", "worse"),
     ("5-9", "no clear change"), ("6-9", "better"), ("not done", "better"), ("quite good", "cannot be told")],
)  # fmt: skip
def test_the_last_figure_is_set_against_measuring_error(figure: str, word: str) -> None:
    """An activity must move by 3 of 10; of a range the end that speaks against a gain counts."""
    assert verdict(ends_with(figure)) == word


def test_a_gain_that_is_lost_again_was_none() -> None:
    """6 at visit 3 and 4 at the end."""
    result = came_to(ends_with("4"))
    assert result is not None
    assert (result.verdict, result.gain, result.visit) == ("no clear change", 1.0, None)


def test_the_start_is_the_last_figure_up_to_the_first_visit() -> None:
    """What was told before that visit goes before the assessment, and what came after it is no start."""
    assert verdict({"2026-03-03-session": "visit: 1\nmeasures: {psfs/look: 5 -> 9}\n"}) == "no clear change"
    late: dict[str, str | None] = {"2026-03-02-assessment": "presentation: neck-pain\n"}
    assert verdict(late) == "cannot be told"


def test_a_figure_at_the_discharge_counts_and_later_ones_do_not() -> None:
    """The end of care is the end."""
    assert verdict({"2026-03-31-discharge": "reason: no-change\nmeasures: {psfs/look: 4}\n"}) == "no clear change"
    assert verdict({"2026-05-01-checkin": "measures: {psfs/look: 3}\n"}) == "better"


@pytest.mark.parametrize(
    "changes",
    [
        {"2026-03-31-discharge": None},
        {"2026-03-02-assessment": "measures: {psfs/look: 3}\n"},
        {"2026-03-02-plan": "why: tight\n"},
    ],
)
def test_what_has_no_end_no_picture_or_no_measure_is_no_outcome(changes: dict[str, str | None]) -> None:
    """Such a course is not counted at all."""
    assert came_to(changes) is None


@pytest.mark.parametrize(
    "changes",
    [
        {f"2026-03-{day}-session": None for day in ("03", "10", "17", "24")},
        {f"2026-03-{day}-session": "visit: 9\n" for day in ("10", "17", "24")},
        {"2026-03-02-plan": PLAN.replace("psfs/look", "rom/no-such-movement")},
    ],
)
def test_what_was_not_measured_twice_cannot_be_told(changes: dict[str, str | None]) -> None:
    """It is counted, as a course of which nothing is known."""
    assert verdict(changes) == "cannot be told"


def test_what_was_set_out_for_counts_and_not_what_turned_out_well() -> None:
    """A later plan that looks at something else changes nothing."""
    later = PLAN.replace("psfs/look", "psfs/read")
    changes: dict[str, str | None] = {
        "2026-03-11-plan": f"changed-because: reading matters more\n{later}",
        "2026-03-17-session": "visit: 3\nmeasures: {psfs: {look: 4, read: 4}}\n",
        "2026-03-24-session": "visit: 4\nmeasures: {psfs: {look: 4, read: 10}}\n",
    }
    result = came_to(changes)
    assert result is not None
    assert (result.address, result.verdict) == ("psfs/look", "no clear change")


def test_without_an_expectation_the_first_measured_goal_is_looked_at() -> None:
    """Goals in words alone cannot be."""
    goals = "goals: [{id: calm, words: Less worried}, {id: look, words: Look round, measure: psfs/look}]\n"
    assert verdict({"2026-03-02-plan": goals}) == "better"


def movement(plan: str, first: str, last: str) -> Outcome | None:
    """A course whose main measure is turning the neck."""
    return came_to(
        {
            "2026-03-02-assessment": f"presentation: neck-pain\nmeasures: {{rom/cervical-rotation: {first}}}\n",
            "2026-03-02-plan": plan,
            "2026-03-24-session": f"visit: 4\nmeasures: {{rom/cervical-rotation: {last}}}\n",
        }
    )


ROTATION = "goals: [{id: turn, words: Turn, measure: rom/cervical-rotation, side: left, to: 70}]\n"
NO_SIDE = "expect: {by: visit 4, measure: rom/cervical-rotation, change: up 10}\n"


def test_left_is_set_against_left() -> None:
    """The right side moves much, the left one not at all; without a side nobody knows which was meant."""
    told = movement(ROTATION, "{left: 40, right: 30}", "{left: 41, right: 75}")
    assert told is not None
    assert (told.verdict, told.side, told.gain) == ("no clear change", "left", 1.0)
    unsided = movement(NO_SIDE, "{left: 40, right: 30}", "{left: 41, right: 75}")
    assert unsided is not None
    assert unsided.verdict == "cannot be told"
    alone = movement(NO_SIDE, "{left: 40}", "{left: 75}")
    assert alone is not None
    assert (alone.verdict, alone.side) == ("better", "left")


def test_another_way_of_measuring_is_not_set_against_the_first() -> None:
    """A goniometer and an estimate by eye differ for other reasons."""
    by_eye = movement(ROTATION, "{left: {value: 40, method: goniometer}}", "{left: {value: 75, method: by eye}}")
    same = movement(ROTATION, "{left: {value: 40, method: goniometer}}", "{left: {value: 75, method: goniometer}}")
    silent = movement(ROTATION, "{left: {value: 40, method: goniometer}}", "{left: 75}")
    assert [each and each.verdict for each in (by_eye, same, silent)] == ["cannot be told", "better", "better"]


def test_another_unit_than_that_of_the_error_cannot_be_judged() -> None:
    """An error in degrees says nothing of centimetres."""
    told = movement(ROTATION, "{left: 4 cm}", "{left: 20 cm}")
    assert told is not None
    assert told.verdict == "cannot be told"


def test_less_pain_is_better() -> None:
    """`pain` is the first pain of the list, as it is now; lower is better there."""
    changes: dict[str, str | None] = {
        "2026-03-02-assessment": "presentation: neck-pain\nsymptoms: [{where: neck, now: 7}]\n",
        "2026-03-02-plan": "expect: {by: visit 4, measure: pain, change: down 3}\n",
        "2026-03-24-session": "visit: 4\nmeasures: {pain: 2}\n",
    }
    result = came_to(changes)
    assert result is not None
    assert (result.address, result.verdict, result.gain, result.visit) == ("pain/neck/now", "better", 5.0, 4)


def test_records_without_dates_go_by_their_order() -> None:
    """A published course tells visits, not days."""
    client = folder(
        {
            "start-assessment": "presentation: neck-pain\nmeasures: {psfs/look: 3}\n",
            "start-plan": PLAN,
            "visit-1-session": "visit: 1\n",
            "visit-2-session": "visit: 2\nmeasures: {psfs/look: 7}\n",
            "end-discharge": "reason: goals-met\n",
        }
    )
    result = outcome(courses(client)[0], all_rows(client.entries, library()), library())
    assert result is not None
    assert (result.verdict, result.visit) == ("better", 2)


@given(st.integers(0, 10_000), st.lists(st.integers(0, 10), min_size=3, max_size=3))
def test_the_order_of_figures_does_not_matter(seed: int, figures: list[int]) -> None:
    """Shuffled figures come to the same."""
    days = ("2026-03-10", "2026-03-17", "2026-03-24")
    changes: dict[str, str | None] = {
        f"{day}-session": f"visit: {n}\nmeasures: {{psfs/look: {figure}}}\n"
        for n, (day, figure) in enumerate(zip(days, figures, strict=True), 2)
    }
    assert came_to(changes) == came_to(changes, shuffled=seed)


@given(st.integers(0, 9), st.integers(0, 9))
def test_a_higher_last_figure_is_never_a_worse_outcome(last: int, more: int) -> None:
    """Where higher is better."""
    ranks = ("worse", "no clear change", "better")
    low, high = (verdict(ends_with(str(min(10, figure)))) for figure in (last, last + more))
    assert ranks.index(str(low)) <= ranks.index(str(high))
