"""The moment of an expectation has passed, and nobody measured.

What
----
A plan says by when a figure should have moved (`expect`). That visit has been kept, or that day has passed, and no
figure tells: none was taken at it or since, and none before it had reached what was expected. At a visit the figure
before the work counts, and one since the visit before; for a date, one of the 7 days before it. The figure must be of
the same measure and side, taken the same way as at the start. Told while the course is open.

Why
---
A plan that says "if not, we change it" only helps if somebody looks. Two questions at the table settle it.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 6, often: weekly}
    expect: {by: visit 2, measure: psfs/lift-daughter, change: up 3}
    homework: none

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {psfs/lift-daughter: 4}

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    decision: continue

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 6, often: weekly}
    expect: {by: visit 2, measure: psfs/lift-daughter, change: up 3}
    homework: none

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {psfs/lift-daughter: 4}

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    measures: {psfs/lift-daughter: 7}
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
    from ..clinical.expectation import Followed
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each overdue expectation of an open course."""
    for found in case.standings:
        for each in found.expectations:
            if each.state == "overdue" and each.replaced is None:
                yield _finding(each)


def _finding(each: Followed) -> Finding:
    visit = each.due.visit if each.due else None
    related = (visit.dated_at,) if visit else ()
    first = each.first
    if first is None or (first.start is None and each.expect.to is None):
        message = "The moment of this expectation has passed, and there is no figure to count it from."
        hint = "measure it now, and say from: in its goal or to: in expect:"
    else:
        message = "The moment of this expectation has passed, and no figure tells whether it was seen."
        hint = "measure it again: mplan assess, or at the next visit"
    return Finding("expectation-overdue", message, each.plan.span(("expect", "by")), hint, related)
