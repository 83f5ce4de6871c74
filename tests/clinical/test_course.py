"""Courses of care: how records group, which plan holds on a day, and what is laid over it."""

from __future__ import annotations

from datetime import date

import pytest

from massageplan.clinical.course import (
    Course,
    active_in_week,
    courses,
    in_force,
    planned_weeks,
    visit_numbers,
    visits_planned,
)
from massageplan.records.care import Plan

from .conftest import entry, folder

PLAN = """\
why: tight, not damaged
goals:
  - {id: lift, words: Lift crates, measure: psfs/lift-crate, to: 8}
  - {id: sleep, words: Sleep through}
visits: {planned: 6, often: weekly}
homework:
  - {do: knee-roll, reps: 10, often: daily}
  - {do: walk, length: 20 min, often: daily, weeks: 1-2}
  - {do: glute-bridge, reps: 8, often: 3/week, weeks: 3 on}
"""
STORY = {
    "2026-03-02-assessment": "reason: low back\n",
    "2026-03-02-plan": PLAN,
    "2026-03-02-session": "visit: 1\n",
    "2026-03-09-session": "attended: missed\n",
    "2026-03-16-session": "visit: 2\nhomework: [{do: knee-roll, reps: 20, often: daily}, {do: walk, stop: boring}]\n",
    "2026-03-18-checkin": "homework: [{do: hip-hinge, reps: 5}]\n",
    "2026-03-23-plan": "changed-because: better\ngoals: [{id: sleep, dropped: sleeps well}]\nvisits: {planned: 2}\n",
    "2026-03-30-discharge": "reason: goals-met\nhomework: [{do: hip-hinge, reps: 5, often: weekly}]\n",
}


def story(more: dict[str, str] | None = None) -> list[Course]:
    """The courses of the story, with more records."""
    return courses(folder({**STORY, **(more or {})}))


def lines(course: Course, until: str | None = None) -> dict[str, str | None]:
    """Homework in force with the number of repetitions."""
    held = in_force(course, until)
    assert held is not None
    return {item.name: item.reps for item, _ in held.homework}


def test_a_course_runs_from_first_record_to_discharge() -> None:
    """What comes after belongs to it until an assessment or plan opens the next."""
    after = {"2026-05-01-checkin": "said: fine\n", "4-weeks-after-end-assessment": "reason: look back\n"}
    (one,) = story(after)
    assert len(one.entries) == len(STORY) + 2
    first, second = story({**after, "2026-06-01-assessment": "reason: neck\n", "2026-06-01-session": "visit: 1\n"})
    assert [e.stem for e in second.entries][:2] == ["2026-06-01-assessment", "2026-06-01-session"]
    assert first.discharge is not None
    assert (second.discharge, second.starts) == (None, None)


def test_no_records_no_course() -> None:
    """An empty folder has none."""
    assert courses(folder({})) == []
    (lone,) = courses(folder({"2026-03-02-session": "visit: 1\n"}))
    assert in_force(lone) is None


def test_week_one_begins_with_the_first_plan_or_where_it_says() -> None:
    """`starts` goes before the date of the plan; a plan at a moment has no day."""
    assert story()[0].starts == date(2026, 3, 2)
    assert courses(folder({"2026-03-02-plan": "starts: 2026-03-09\n"}))[0].starts == date(2026, 3, 9)
    assert courses(folder({"start-plan": "visits: {planned: 6}\n"}))[0].starts is None


def test_only_kept_visits_count() -> None:
    """A missed one is none."""
    assert [e.stem for e in story()[0].visits_kept] == ["2026-03-02-session", "2026-03-16-session"]


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        (["", "", ""], ["1", "2", "3"]),
        (["visit: 4", "", "visit: 5"], ["4", "5", "5"]),
        (["visit: 1-7", "", "attended: late"], ["1-7", "8", "9"]),
        (["", "attended: missed", "attended: left-early"], ["1", None, "2"]),
        (["attended: we-cancelled", "", "visit: 8"], [None, "1", "8"]),
    ],
)
def test_kept_visits_are_counted(written: list[str], numbers: list[str | None]) -> None:
    """A number in the record wins, and the next ones go on from it; a visit that was not kept has none."""
    records = {f"2026-03-0{n}-session": f"{text}\n" for n, text in enumerate(written, 1)}
    (course,) = courses(folder(records))
    found = visit_numbers(course)
    assert [found.get(stem) for stem in records] == numbers


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-02", {"knee-roll": "10", "walk": None, "glute-bridge": "8"}),
        ("2026-03-15", {"knee-roll": "10", "walk": None, "glute-bridge": "8"}),
        ("2026-03-16", {"knee-roll": "20", "glute-bridge": "8"}),
        ("2026-03-23", {"knee-roll": "20", "glute-bridge": "8", "hip-hinge": "5"}),
        ("2026-03-30", {"hip-hinge": "5"}),
        (None, {"hip-hinge": "5"}),
    ],
)
def test_homework_is_laid_over_by_id(day: str | None, expected: dict[str, str | None]) -> None:
    """Later records replace and end lines; a discharge lists all that goes on."""
    assert lines(story()[0], day) == expected


def test_a_change_is_laid_over_and_a_new_plan_is_a_clean_slate() -> None:
    """What a change does not name stays; a plan without a reason to change takes all away."""
    (course,) = story()
    held = in_force(course, "2026-03-23")
    assert held is not None
    assert (held.plan.why, visits_planned(held.plan), held.newest.stem) == ("tight, not damaged", 2, "2026-03-23-plan")
    assert [goal.id for goal in held.goals] == ["lift"]
    (renewed,) = story({"2026-03-25-plan": "goals: [{id: run}]\n"})
    fresh = in_force(renewed, "2026-03-25")
    assert fresh is not None
    assert (fresh.plan.why, [g.id for g in fresh.goals], fresh.homework) == (None, ["run"], ())
    assert in_force(course, "2026-03-01") is None


def test_lines_without_weeks_are_active_always() -> None:
    """Others in their weeks."""
    held = in_force(story()[0], "2026-03-02")
    assert held is not None
    items = [item for item, _ in held.homework]
    assert [[i.name for i in active_in_week(items, week)] for week in (1, 3)] == [
        ["knee-roll", "walk"],
        ["knee-roll", "glute-bridge"],
    ]


@pytest.mark.parametrize(
    ("visits", "weeks", "count"),
    [
        ("{planned: 6, often: weekly}", 6, 6),
        ("{planned: 6, often: 2/week}", 3, 6),
        ("{planned: 7, often: 2/week}", 4, 7),
        ("{planned: 8, over: 35 days}", 5, 8),
        ("[{planned: 4, often: weekly}, {planned: 2, often: 1 per 2 weeks}]", 8, 6),
        ("[{planned: 4, weeks: 1-4}, {planned: 2, weeks: 5-10}]", 10, 6),
        ("{planned: at most 6}", None, 6),
        ("{often: weekly}", None, None),
    ],
)
def test_length_of_a_plan(visits: str, weeks: int | None, count: int | None) -> None:
    """From its visits: their weeks, the stretch they fill, or their number and rate."""
    plan = entry("2026-03-02-plan", f"visits: {visits}\n").record
    assert isinstance(plan, Plan)
    assert (planned_weeks(plan), visits_planned(plan)) == (weeks, count)


def test_phases_lengthen_a_plan() -> None:
    """The last week named anywhere is its last."""
    text = "visits: {planned: 2, often: weekly}\nphases: [{id: b, weeks: 3-12}]\n"
    plan = entry("2026-03-02-plan", text).record
    assert isinstance(plan, Plan)
    assert planned_weeks(plan) == 12
