"""A line of homework runs on after the plan has ended, or backwards.

What
----
`weeks:` of a line reaches beyond the weeks of the plan in force, or its first week lies behind its last. Weeks
count from the first plan of the course. Where the plan names no weeks and its length follows from visits and
how often, two weeks more are let pass, since visits get missed.

Why
---
After the last visit nobody asks how the exercise went, and nobody raises the dose or stops it. What goes on at
home for good belongs into the discharge.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    visits: {planned: 6, often: weekly}
    homework:
      - {do: pelvic-tilt, reps: 10, often: daily, weeks: 1-16}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    visits: {planned: 6, often: weekly}
    homework:
      - {do: pelvic-tilt, reps: 10, often: daily, weeks: 1-6}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.course import planned_weeks
from ..clinical.moments import read_date, read_weeks, week_of
from ..findings import Finding
from ..records.care import Plan

if TYPE_CHECKING:
    from ..clinical.course import Course
    from ..records.folder import Entry
    from ..records.parts import Homework
    from .base import ClientCase

GRACE = 2
"""Weeks by which a course with missed visits may outlast its count of visits."""


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each line whose weeks do not fit the plan in force when it was given."""
    if not any(line.item.weeks for line in case.homework):
        return
    for course in case.courses:
        plan = Plan()
        last: int | None = None
        for entry in course.entries:
            if isinstance(entry.record, Plan) and (entry.record.visits or entry.record.phases):
                plan = _newer(plan, entry.record)
                last = _last_week(plan, entry, course)
            listed = getattr(entry.record, "homework", None)
            if isinstance(listed, tuple):
                yield from _of_list(entry, listed, None if entry.kind == "discharge" else last)


def _newer(below: Plan, above: Plan) -> Plan:
    """How long the plan in force runs, as far as the newest word on each goes."""
    if above.changed_because is None:
        below = Plan()
    return Plan(visits=above.visits or below.visits, phases=above.phases or below.phases)


def _last_week(plan: Plan, entry: Entry, course: Course) -> int | None:
    """Last week that homework may name; None if the plan does not say how long it runs."""
    weeks = planned_weeks(plan)
    if weeks is None:
        return None
    blocks = plan.visits if isinstance(plan.visits, tuple) else (plan.visits,) if plan.visits else ()
    if not (plan.phases or any(block.weeks or block.over for block in blocks)):
        weeks += GRACE
    if entry is course.plans[0]:
        return weeks
    day, starts = read_date(entry.day), course.starts
    return weeks + max(0, week_of(day, starts) - 1) if day and starts else None


def _of_list(entry: Entry, lines: tuple[Homework, ...], last: int | None) -> Iterator[Finding]:
    for n, item in enumerate(lines):
        weeks = read_weeks(item.weeks) if item.weeks else None
        if weeks is None:
            continue
        end = weeks.first if weeks.last is None else weeks.last
        if end < weeks.first:
            message, hint = "These weeks run backwards.", f"did you mean {end}-{weeks.first}?"
        elif last is not None and end > last:
            message = f"This line runs to week {end}, and the plan in force ends by week {last}."
            hint = "shorten weeks:, plan more visits, or give it in the discharge"
        else:
            continue
        yield Finding("homework-weeks-outside-plan", message, entry.span(("homework", n, "weeks")), hint)
