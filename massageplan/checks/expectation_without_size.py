"""An expectation lacks what it is to be held against.

What
----
`expect` in a plan names no `measure`, or says neither by how much the figure should move (`change: up 3`) nor what it
should reach (`to: at most 3`); `change: better` and `change: up 0` say no size. Without `by`, or with one that is no
moment of a course (`visit 0`, `phase b`), it is never due.

Why
---
"You should feel a difference" is always true afterwards. An expectation with a figure, a size and a moment can fail,
and then you both know that it is time for another plan.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 6, often: weekly}
    expect: {by: visit 4, measure: psfs/lift-daughter, words: a clear difference}
    homework: none

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 6, often: weekly}
    expect: {by: visit 4, measure: psfs/lift-daughter, change: up 3, words: a clear difference}
    homework: none

Source
------
House rule. What change of a measure is more than measuring error stands in its library entry, with the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.care import Plan

if TYPE_CHECKING:
    from ..records.parts import Expect
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each expectation that cannot be followed."""
    for entry in case.folder.entries:
        expect = entry.record.expect if isinstance(entry.record, Plan) else None
        fault = _fault(expect) if expect else None
        if fault:
            message, hint = fault
            yield Finding("expectation-without-size", message, entry.span(("expect",), key=True), hint)


def _fault(expect: Expect) -> tuple[str, str] | None:
    if not expect.measure:
        return "This expectation names no figure that should show it.", "add measure:, best that of the first goal"
    if not _has_target(expect.to) and not _has_size(expect.change):
        return "This expectation does not say how far the figure should move.", "add change: up 3, or to: at most 3"
    if expect.by is None:
        return "This expectation does not say by when.", "add by: visit 4"
    from ..clinical.timeline import is_moment

    if not is_moment(expect.by):
        return "The moment of this expectation never comes.", "write by: visit 4, week 3, a date or end"
    return None


def _has_target(to: str | None) -> bool:
    """Whether a target says what is to be reached; `up 0` does not, and words such as `negative` do."""
    return to is not None and (to.split()[0] not in ("up", "down", "better", "worse", "same") or _has_size(to))


def _has_size(change: str | None) -> bool:
    if change is None:
        return False
    from ..clinical.targets import has_size

    return has_size(change)
