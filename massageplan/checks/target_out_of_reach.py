"""A target lies beyond what the measure can show.

What
----
A goal, or an expectation, asks for a figure beyond the scale of its measure: psfs 14 of 10, pain below 0, a rotation of
400 degrees, or `up 3` from 9 of 10. Or a goal asks for a worse figure than at the start, such as pain `at least 8` from
6. The start is `from`, or the last figure at or before the plan. Where no scale is known, or the figures may be on
another one, nothing is said.

Why
---
Such a target is never reached, or is reached by getting worse. Mostly a key was pressed twice, or up and down were
swapped.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 14}
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
The range of an instrument stands in its library entry, with the source. The limits of a movement are entry limits
chosen for the library (house rule), wider than any published normal range.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.care import Plan

if TYPE_CHECKING:
    from ..clinical.baseline import Baseline
    from ..clinical.error import Error
    from ..clinical.expectation import Followed
    from ..clinical.targets import Aim
    from .base import ClientCase

NAME = "target-out-of-reach"


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each target beyond its scale, and for each goal that is worse than its start."""
    for each in case.baselines:
        if each.is_beyond or (each.wrong_way and not each.is_met):
            yield _of_goal(each)
    if not any(isinstance(entry.record, Plan) and entry.record.expect for entry in case.folder.entries):
        return
    for followed in case.expectations:
        yield from _of_expectation(case, followed)


def _of_goal(each: Baseline) -> Finding:
    related = (each.row.origin,) if each.row else ()
    span = each.plan.span(("goals", each.n, "to"))
    if each.known is not None and each.is_beyond:
        return Finding(NAME, _beyond(each.aim, each.known), span, "choose a target inside it", related)
    message = "This target asks for a worse figure of its measure."
    hint = "turn it round, or choose another measure; if it is meant so, say why under allow:"
    return Finding(NAME, message, span, hint, related)


def _of_expectation(case: ClientCase, each: Followed) -> Iterator[Finding]:
    first = each.first
    if first is None or first.aim is None or each.state in ("wrong way", "no size"):
        return
    from ..clinical.baseline import is_beyond, leveled
    from ..clinical.error import error_of
    from . import ranges

    house, known = case.context.house, first.error
    if first.start is None or known is None:
        scale = ranges.taken_for_granted(house, first.address, "scale")
        known = error_of(case.context.library, leveled(first.address), scale)
    unit = ranges.taken_for_granted(house, first.address, "unit")
    if known is None or not is_beyond(first.aim, known, first.start, unit):
        return
    yield Finding(NAME, _beyond(first.aim, known), each.size_span, "choose a change that ends inside it")


def _beyond(aim: Aim, known: Error) -> str:
    """What is asked for, and how far the measure goes."""
    word = ("over " if aim.up else "under ") if aim.strict else ""
    low, high = (f"{end:g}" if end is not None else None for end in (known.low, known.high))
    goes = f"from {low} to {high}" if low and high else f"up to {high}" if high else f"no lower than {low}"
    return f"This target comes to {word}{aim.target.number:g}, and the measure goes {goes} {known.unit}.".replace(
        " .", "."
    )
