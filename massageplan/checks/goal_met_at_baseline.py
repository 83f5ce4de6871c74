"""A goal is met before care begins.

What
----
The figure at the start of a goal already reaches its target. The start is `from`, or the last figure at or before the
plan. What the target asks for is read from its words (`at most 1/night`, `over 60`) or from the direction in which the
measure gets better; targets that cannot be compared with the start are left alone.

Why
---
A goal that cannot be missed measures nothing. The target may be a slip, or the wish lies somewhere else: ask again what
they want to be able to do.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 8, to: 4}
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
House rule. Which way a measure gets better stands in its library entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each goal that its start already reaches."""
    for each in case.baselines:
        if each.is_met:
            message = "The figure at the start already reaches this target."
            hint = "aim further, or drop the goal; if it is to be held, say so under allow:"
            related = (each.row.origin,) if each.row else ()
            span = each.plan.span(("goals", each.n, "to"))
            yield Finding("goal-met-at-baseline", message, span, hint, related)
