"""A whole plan gives the client nothing to do between visits.

What
----
A plan that is not a change of another one has no `homework`, and does not say `none`.

Nothing is said of a plan that was made while a grave warning sign was open: it is for the referral.

Why
---
What the client does on the other six days is the larger part of the work. A plan without homework leaves
all of it to the therapist.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {planned: 6, often: weekly}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {planned: 6, often: weekly}
    homework:
      - {do: pelvic-tilt, reps: 10, often: daily, weeks: 1-6}

Source
------
House rule. That home exercise belongs to a plan of care: barriers and aids to it in Jack 2010
(doi 10.1016/j.math.2009.12.004).
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
    """One finding for each whole plan without homework."""
    for entry in case.folder.of_kind("plan"):
        plan = entry.record
        if not isinstance(plan, Plan) or plan.homework is not None or plan.changed_because is not None:
            continue
        if not is_elsewhere(case.folder.entries, case.context.library, entry):
            message = "This plan gives the client nothing to do between visits."
            yield Finding("plan-without-homework", message, entry.span(()), "add homework:, or say homework: none")
