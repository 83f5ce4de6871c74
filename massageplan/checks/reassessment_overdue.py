"""A reassessment was planned, its moment has passed, and nobody measured again.

What
----
`reassess` in the visits of a plan names a visit that has been kept, or a date or week that has passed, and there is
neither an assessment nor a figure of one of the goals at it or since. What was measured since the visit before counts,
and for a date what was measured in the 7 days before it. Where no goal is measured, any figure counts. Told while the
course is open, and not where `expectation-overdue` tells it of the same visit.

Why
---
The moments were chosen so that care which does not help is noticed early. A look back without figures is an
impression, and both of you tend to see what you hope for.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 6, often: weekly, reassess: visit 2}
    homework: none

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    decision: continue

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 6, often: weekly, reassess: visit 2}
    homework: none

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    measures: {psfs/lift-daughter: 6}
    decision: continue

Source
------
House rule; the 7 days are a house value, about the gap between two visits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each reassessment of an open course that is overdue."""
    for found in case.standings:
        for look in found.overdue:
            visit = look.due.visit
            related = (visit.dated_at,) if visit else ()
            message = "The moment of this reassessment has passed, and no figure of a goal was taken."
            hint = "measure again: mplan assess, or at the next visit"
            yield Finding("reassessment-overdue", message, look.span, hint, related)
