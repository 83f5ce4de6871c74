"""A client has more than five lines of homework on one day.

What
----
In some week, six or more lines of the plan in force fall on one day. Lines of a few days a week count together
unless `days:` keeps them apart; lines done as needed do not count. Told once for each plan.

Why
---
Each line costs the client time and thought, and a long list is where people stop. Older adults given 2 exercises
did them better than those given 8; those given 5 were no different from either. Mind the limits: that is one
study of 15 people over 65, for about a week, and how much they said they had done did not differ. Five is where
this program begins to ask, not a law.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    visits: {planned: 6, often: weekly}
    homework:
      - {do: pelvic-tilt, reps: 10, often: daily}
      - {do: knee-roll, reps: 10, often: daily}
      - {do: cat-camel, reps: 10, often: daily}
      - {do: glute-bridge, reps: 10, often: 3/week}
      - {do: clamshell, reps: 10, often: 3/week}
      - {do: bird-dog, reps: 10, often: 3/week}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    visits: {planned: 6, often: weekly}
    homework:
      - {do: pelvic-tilt, reps: 10, often: daily, weeks: 1-2}
      - {do: knee-roll, reps: 10, often: daily, weeks: 1-2}
      - {do: cat-camel, reps: 10, often: daily, weeks: 1-6}
      - {do: glute-bridge, reps: 10, often: 3/week, weeks: 3-6}
      - {do: clamshell, reps: 10, often: 3/week, weeks: 3-6}
      - {do: bird-dog, reps: 10, often: 3/week, weeks: 3-6}

Source
------
Henry 1999 (Phys Ther 79(3):270-277). That the number of exercises goes with how often they are done, in 184
people with neck or back pain: Medina-Mirapeix 2009. The limit of five is a house rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.moments import read_date, week_of
from ..findings import Finding
from ..records.care import Plan
from .busy import Given, busiest, told, weeks_of

if TYPE_CHECKING:
    from ..clinical.course import Course
    from .base import ClientCase

MOST = 5


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each plan under which a day holds more than five lines, at the sixth."""
    if len(case.homework) > MOST:
        for course in case.courses:
            yield from _of_course(course)


def _of_course(course: Course) -> Iterator[Finding]:
    """Lay the records over each other as they came, and look at the weeks ahead of each."""
    starts = course.starts
    lines: dict[str, Given] = {}
    said = False
    for entry in course.entries:
        record = entry.record
        if entry.kind == "discharge" or (isinstance(record, Plan) and record.changed_because is None):
            lines, said = {}, False
        listed = getattr(record, "homework", None)
        if not isinstance(listed, tuple):
            continue
        for n, item in enumerate(listed):
            lines.pop(item.name, None)
            weeks = None if item.stop else weeks_of(item, starts)
            if weeks:
                lines[item.name] = Given(entry, n, item, weeks)
        if said or len(lines) <= MOST:
            continue
        day = read_date(entry.day)
        this_week = week_of(day, starts) if day and starts else 1
        crowded = busiest(list(lines.values()), this_week, MOST)
        if crowded:
            said = True
            sixth = crowded.lines[MOST]
            message = f"This is line {MOST + 1} of {len(crowded.lines)} on one day in {told(crowded.weeks)}."
            hint = "let lines follow each other by weeks:, or keep those that matter most"
            yield Finding("too-many-homework-lines", message, sixth.entry.span(("homework", sixth.n)), hint)
