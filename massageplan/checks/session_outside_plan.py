"""A visit took place with no plan that covers it.

What
----
The client was treated before there was any plan of the course, or after its discharge. Told once a course. The
first visit is let pass if a plan follows within 14 days, since many plans are made after it.

Why
---
Without a plan there is no goal to work towards, and nothing the client has agreed to. After a discharge, a new
assessment or plan opens the next course; until then the old goals no longer hold.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}

clients/jd-7k2m/2026-09-14-plan.yaml::

    date: 2026-09-14
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {planned: 6, often: weekly}
    homework: none

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.moments import read_date
from ..findings import Finding
from ..records.care import Session

if TYPE_CHECKING:
    from ..clinical.course import Course
    from ..records.folder import Entry
    from .base import ClientCase

SOON = 14
"""Days within which a plan may follow the first visit."""


def check(case: ClientCase) -> Iterator[Finding]:
    """At most two findings a course: visits before its plan, and visits after its discharge."""
    for course in case.courses:
        before, after = _outside(course)
        if before:
            message = "No plan covers this visit." if len(before) == 1 else f"No plan covers {len(before)} visits."
            yield _finding(before, message, "make a plan, or date it to the day it was made")
        if after:
            message = "This visit comes after the discharge, and nothing has opened a new course."
            yield _finding(after, message, "make an assessment or a plan, which opens the next course")


def _finding(visits: list[Entry], message: str, hint: str) -> Finding:
    spans = [entry.dated_at for entry in visits]
    return Finding("session-outside-plan", message, spans[0], hint, tuple(spans[1:]))


def _outside(course: Course) -> tuple[list[Entry], list[Entry]]:
    """The visits before the first plan, and those after the discharge."""
    before: list[Entry] = []
    after: list[Entry] = []
    planned = closed = first_seen = False
    for entry in course.entries:
        planned = planned or entry.kind == "plan"
        closed = closed or entry.kind == "discharge"
        if not (isinstance(entry.record, Session) and entry.record.took_place):
            continue
        if closed:
            after.append(entry)
        elif not planned and (first_seen or not _plan_follows(course, entry)):
            before.append(entry)
        first_seen = True
    return before, after


def _plan_follows(course: Course, first: Entry) -> bool:
    """Whether a plan comes soon after the first visit; without dates any later plan will do."""
    if not course.plans or getattr(first.record, "visit", None) not in (None, "1"):
        return False
    plan, visit = read_date(course.plans[0].day), read_date(first.day)
    return plan is None or visit is None or (plan - visit).days <= SOON
