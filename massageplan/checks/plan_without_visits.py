"""A whole plan does not say how many visits it takes.

What
----
A plan that is not a change of another one has no `visits`, or `visits` without `planned`.

Nothing is said of a plan that was made while a grave warning sign was open: it is for the referral.

Why
---
The client should know what they agree to, in time and in money. And only a plan with an end can be looked back
on at its end.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {often: weekly}
    homework: none

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
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

from ..clinical.screening import is_elsewhere
from ..findings import Finding
from ..records.care import Plan

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each whole plan without a number of visits."""
    for entry in case.folder.entries:
        plan = entry.record
        if not isinstance(plan, Plan) or plan.changed_because is not None:
            continue
        blocks = plan.visits if isinstance(plan.visits, tuple) else (plan.visits,)
        counted = any(block and block.planned for block in blocks)
        if not (counted or is_elsewhere(case.folder.entries, case.context.library, entry)):
            message = "This plan does not say how many visits it takes."
            hint = "add visits: {planned: 6, often: weekly}"
            yield Finding("plan-without-visits", message, entry.span(("visits",), key=True), hint)
