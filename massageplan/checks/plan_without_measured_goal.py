"""A whole plan has no goal that a figure could show.

What
----
A plan that is not a change of another one has no goals, or none of its goals has a `measure`.

Nothing is said of a plan that was made while a grave warning sign was open: it is for the referral.

Why
---
A goal that is measured tells the client and you whether the work helps, and when it is done. Without one, care
goes on out of habit.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter}
    visits: {planned: 6, often: weekly}
    homework: none

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 6, often: weekly}
    homework: none

Source
------
House rule. A scale for activities in the client's own words: Stratford 1995 (doi 10.3138/ptc.47.4.258).
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
    """One finding for each whole plan without a measured goal."""
    for entry in case.folder.entries:
        plan = entry.record
        if not isinstance(plan, Plan) or plan.changed_because is not None:
            continue
        goals = plan.goals if isinstance(plan.goals, tuple) else ()
        measured = any(goal.measure for goal in goals)
        if not (measured or is_elsewhere(case.folder.entries, case.context.library, entry)):
            message = "No goal of this plan can be measured." if goals else "This plan has no goal."
            hint = "add measure: to a goal, such as psfs/ and a word for what they want to do"
            yield Finding("plan-without-measured-goal", message, entry.span(("goals",), key=True), hint)
