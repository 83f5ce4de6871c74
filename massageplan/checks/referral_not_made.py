"""A plan says who else should help, and nobody was asked.

What
----
`referrals` of a plan names a person or a profession. 14 days or two kept visits later there is no referral to that
person (or to anybody of that profession; a family doctor is a GP) and no follow-up of the plan from them; nor did the
client decline it. A referral up to 14 days before the plan counts.

Why
---
What is meant and not done helps nobody, and the client waits for a call that does not come. Where a finding lies
outside your scope, the referral is the plan.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {planned: 6, often: weekly}
    homework: none
    referrals:
      - {to: okafor, why: build up her strength for lifting}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {planned: 6, often: weekly}
    homework: none
    referrals:
      - {to: okafor, why: build up her strength for lifting}

clients/jd-7k2m/2026-09-10-referral.yaml::

    date: 2026-09-10
    to: okafor
    ask: train
    why: build up her strength for lifting

Source
------
House rule, and so are the 14 days and the two visits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.care import Plan

if TYPE_CHECKING:
    from ..clinical.course import Course
    from ..records.folder import Entry
    from ..records.parts import ToWhom
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each referral that a plan names and that was not made."""
    if not any(isinstance(entry.record, Plan) and entry.record.referrals for entry in case.folder.entries):
        return
    from ..clinical.referring import is_due

    for course in case.courses:
        for plan in course.plans:
            listed = plan.record.referrals if isinstance(plan.record, Plan) else None
            if isinstance(listed, tuple) and is_due(course, plan, case.context.today):
                yield from _of_plan(case, course, plan, listed)


def _of_plan(case: ClientCase, course: Course, plan: Entry, listed: tuple[ToWhom, ...]) -> Iterator[Finding]:
    from ..clinical.referring import SOON, VISITS, outcome

    for n, meant in enumerate(listed):
        if outcome(course, plan, meant, case.context.house.network, case.context.today).state == "not made":
            whom = f"to {meant.to}" if meant.to else "to anybody of this profession"
            message = f"This plan names a referral, and none {whom} was made within {SOON} days or {VISITS} visits."
            code = case.folder.code
            hint = f"note it: mplan refer {code}; or that the client declined it: mplan followup {code}"
            yield Finding("referral-not-made", message, plan.span(("referrals", n)), hint)
