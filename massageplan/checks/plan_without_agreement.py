"""A plan is worked by, and nobody wrote that the client agreed to it.

What
----
A plan, or a change of one, has no `agreed`, and no follow-up says that it was agreed to or declined, although a
visit was kept after its day or 14 days have passed. A plan that another whole plan replaced before any visit is let
pass, and so is one whose `unknown` says that the source does not tell how it was agreed.

Why
---
A plan is the work of two. Who has not said yes to it in their own words may not have understood it, and will hardly
do the half that is theirs. And where a plan is looked into later, what was talked through is what was written down.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {planned: 6, often: weekly}
    homework: none

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    measures: {pain: 4 -> 2}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {planned: 6, often: weekly}
    homework: none

clients/jd-7k2m/2026-09-10-followup.yaml::

    date: 2026-09-10
    of: 2026-09-07-plan
    what: agreed
    how: phone
    teach-back: Six times, and then we look again
    confidence: 8/10

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    measures: {pain: 4 -> 2}

Source
------
House rule, and so are the 14 days. That a client tells the plan back in their own words: `mplan library show
teach-back` (Hersh 2015).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.base import texts
from ..records.care import Plan

if TYPE_CHECKING:
    from datetime import date

    from ..clinical.course import Course
    from ..records.folder import Entry
    from .base import ClientCase

SOON = 14
"""Days within which a plan is to be agreed, where no visit comes first."""


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each plan without a word on it that is in use."""
    if not any(isinstance(entry.record, Plan) and entry.record.agreed is None for entry in case.folder.entries):
        return
    from ..clinical.agreement import agreement_of

    for course in case.courses:
        for plan in course.plans:
            used = _used(course, plan, case.context.today)
            if used and not _not_told(plan) and agreement_of(course, plan) is None:
                message = f"{used}, and nothing says that the client agreed to this plan."
                hint = f"add agreed: to it, or note it now: mplan agreement {case.folder.code} --how 'face to face'"
                yield Finding("plan-without-agreement", message, plan.span(()), hint)


def _used(course: Course, plan: Entry, today: date) -> str | None:
    """Why the plan should be agreed by now; None where there is time."""
    from ..clinical.agreement import kept_after, records_after
    from ..clinical.moments import read_date

    visits = kept_after(course, plan)
    for entry in records_after(course, plan):
        if isinstance(entry.record, Plan) and entry.record.changed_because is None:
            return None
        if visits and entry is visits[0]:
            return "A visit was kept after it"
    day = read_date(plan.day)
    return f"More than {SOON} days have passed" if day and (today - day).days > SOON else None


def _not_told(plan: Entry) -> bool:
    """Whether the record says that its source does not tell."""
    return any("agreed" in text or "agreement" in text for text in texts(plan.record.unknown))
