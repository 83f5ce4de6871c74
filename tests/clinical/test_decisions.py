"""Where a plan wants a look back, what came of it, and visits beyond the plan."""

from __future__ import annotations

from datetime import date

import pytest

from massageplan.clinical.beyond import visits_counted
from massageplan.clinical.course import courses
from massageplan.clinical.decisions import Standing, standing
from massageplan.clinical.measures import all_rows, by_address

from .conftest import folder
from .test_scoring import LIBRARY

TODAY = date(2026, 12, 1)
GOAL = "goals: [{id: lift, words: Lift, measure: psfs/lift, from: 4, to: 8}]\n"
EXPECT = "expect: {by: visit 2, measure: psfs/lift, change: up 3}\n"
AGAIN = "visits: {planned: 6, often: weekly, reassess: visit 2}\n"
START = {"2026-03-02-session": "measures: {psfs/lift: 4}\n"}


def stands(records: dict[str, str], plan: str = EXPECT, today: date = TODAY) -> Standing:
    """Where the course of a plan and some records stands."""
    held = folder({"2026-03-02-plan": GOAL + plan, **START, **records})
    return standing(courses(held)[0], by_address(all_rows(held.entries, LIBRARY)), LIBRARY, today)


def undecided(records: dict[str, str], plan: str = EXPECT) -> list[str]:
    """Visits that lack a decision."""
    return [look.visit.stem for look in stands(records, plan).decisions if look.decided is None]


SECOND = "2026-03-09-session"


@pytest.mark.parametrize(
    ("lift", "more", "lacks"),
    [
        (5, "", True),
        (5, "decision: continue\n", True),
        (5, "decision: continue\nbecause: She had the flu.\n", False),
        (5, "decision: change\nbecause: No change.\n", False),
        (7, "", True),
        (7, "decision: continue\n", False),
        (None, "decision: continue\n", True),
    ],
)
def test_a_visit_wants_a_decision(lift: int | None, more: str, lacks: bool) -> None:
    """With a reason, unless the change that was expected was seen."""
    figure = f"measures: {{psfs/lift: {lift}}}\n" if lift else "said: fine\n"
    assert undecided({SECOND: figure + more}) == ([SECOND] if lacks else [])


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("2026-03-09-plan", "changed-because: no change\n"),
        ("2026-03-20-plan", "changed-because: no change\n"),
        ("2026-03-10-referral", "to: okafor\nwhy: a new sign\n"),
        ("2026-03-10-discharge", "reason: no-change\n"),
        ("2026-03-12-checkin", "decision: change\nbecause: No change.\n"),
        ("2026-03-16-session", "decision: refer\nbecause: No change.\n"),
    ],
)
def test_other_records_decide_too(stem: str, text: str) -> None:
    """On the day or later; an answer to somebody else, or a decision before it, does not."""
    not_seen = {SECOND: "measures: {psfs/lift: 5}\n"}
    assert undecided({**not_seen, stem: text}) == []
    assert undecided({**not_seen, "2026-03-03-checkin": "decision: change\nbecause: x\n"}) == [SECOND]
    assert undecided({**not_seen, "2026-03-10-referral": "from: okafor\nwhy: knows her\n"}) == [SECOND]


def test_no_visit_no_decision() -> None:
    """A visit that is still to come, or was missed."""
    assert undecided({}) == []
    assert undecided({SECOND: "attended: missed\n"}) == []


def test_expectation_and_reassessment_of_one_visit_are_one_look_back() -> None:
    """Said once, with the expectation."""
    (look,) = stands({SECOND: "measures: {psfs/lift: 7}\n"}, EXPECT + AGAIN).decisions
    assert look.expectation is not None
    assert look.expectation.state == "seen"


def test_a_date_is_looked_back_on_at_the_next_visit() -> None:
    """Or at one in the week before it."""
    dated = "visits: {planned: 6, reassess: 2026-03-20}\n"
    assert undecided({SECOND: "said: fine\n"}, dated) == []
    assert undecided({"2026-03-16-session": "said: fine\n"}, dated) == ["2026-03-16-session"]
    assert undecided({"2026-04-16-session": "said: fine\n"}, dated) == ["2026-04-16-session"]


@pytest.mark.parametrize(
    ("records", "is_overdue"),
    [
        ({}, False),
        ({SECOND: "said: fine\n"}, True),
        ({SECOND: "measures: {psfs/lift: 5}\n"}, False),
        ({SECOND: "measures: {psfs/lift: not done}\n"}, True),
        ({SECOND: "measures: {pain: 5}\n"}, True),
        ({SECOND: "said: fine\n", "2026-03-08-assessment": "reason: look back\n"}, False),
        ({SECOND: "said: fine\n", "2026-03-12-checkin": "measures: {psfs/lift: 5}\n"}, False),
        ({SECOND: "said: fine\n", "2026-03-09-plan": "changed-because: x\nvisits: {planned: 2}\n"}, True),
        ({SECOND: "said: fine\n", "2026-03-08-plan": "changed-because: x\nvisits: {planned: 2}\n"}, False),
        ({SECOND: "said: fine\n", "2026-03-08-plan": "changed-because: x\n"}, True),
    ],
)
def test_reassessments(records: dict[str, str], is_overdue: bool) -> None:
    """An assessment, or a figure of a goal; a change of the visits takes the place of what was to be looked at."""
    assert bool(stands(records, AGAIN).overdue) == is_overdue


def test_an_overdue_expectation_tells_it_for_both() -> None:
    """The same figure is missing."""
    found = stands({SECOND: "said: fine\n"}, EXPECT + AGAIN)
    assert [each.state for each in found.expectations] == ["overdue"]
    assert [each.looked for each in found.reassessments] == [False]
    assert found.overdue == []


def beyond(records: dict[str, str]) -> tuple[int, int, list[str]] | None:
    """Planned and kept visits, and those beyond the plan."""
    found = visits_counted(courses(folder(records))[0], TODAY)
    if found is None or not found.beyond:
        return None
    return (found.planned, len(found.kept), [entry.stem for entry in found.beyond])


PLAN = {"2026-03-02-plan": "visits: {planned: 2}\n"}
VISITS = {f"2026-03-{day}-session": "said: fine\n" for day in ("02", "09", "16")}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, (2, 3, ["2026-03-16-session"])),
        ({"2026-03-16-session": "attended: missed\n"}, None),
        ({"2026-03-16-plan": "changed-because: helps\nvisits: {planned: 4}\n"}, None),
        ({"2026-03-16-plan": "changed-because: helps\n"}, (2, 3, ["2026-03-16-session"])),
        ({"2026-03-16-plan": "visits: {planned: 1}\n"}, None),
        ({"2026-03-09-plan": "visits: {planned: 1}\n", "2026-03-23-session": "x"}, (1, 2, ["2026-03-23-session"])),
        ({"2026-03-02-plan": "visits: {planned: 2-3}\n"}, None),
        ({"2026-03-02-plan": "visits: [{planned: 2}, {planned: 1}]\n"}, None),
        ({"2026-03-02-plan": "visits: {often: weekly}\n"}, None),
        ({"2026-03-09-discharge": "reason: goals-met\n"}, None),
        ({"2026-02-23-session": "said: before the plan\n"}, (2, 3, ["2026-03-16-session"])),
    ],
)
def test_visits_beyond_the_plan(more: dict[str, str], found: tuple[int, int, list[str]] | None) -> None:
    """Counted from the plan that names them; what no plan covers is not counted twice."""
    more = {stem: "said: fine\n" if text == "x" else text for stem, text in more.items()}
    assert beyond({**PLAN, **VISITS, **more}) == found
