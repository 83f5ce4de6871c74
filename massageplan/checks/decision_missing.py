"""A look back was due at this visit, and nobody wrote down how care goes on.

What
----
The plan has an expectation for this visit, or a reassessment at it (`reassess` in `visits`), and the visit has been
kept. For a date or a week it is the first visit in the 7 days before it, or after it. Neither that visit nor a later
record says how care goes on: there is no `decision` in a session or checkin, no new plan and no change of the plan, no
referral and no discharge. Where the expected change was not seen or not measured, `continue` needs a `because`.

Why
---
Care that does not help goes on by habit. The moments were agreed with the client so that there is an answer: go on,
change the plan, or ask somebody else.

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
    measures: {psfs/lift-daughter: 5}
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
    measures: {psfs/lift-daughter: 5}
    decision: continue
    because: Up 1 where 3 was expected. She had a fever all week, so we look again at visit 3.

Source
------
House rule; the 7 days are a house value, about the gap between two visits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from ..clinical.decisions import LookBack
    from .base import ClientCase

_SAID = {
    "seen": "The expected change was seen",
    "not seen": "The expected change was not seen",
    "overdue": "The expected change was not measured",
}


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each kept visit that lacks a decision."""
    for found in case.standings:
        for look in found.decisions:
            if look.decided is None:
                yield _finding(look)


def _finding(look: LookBack) -> Finding:
    said = _SAID.get(look.expectation.state) if look.expectation else None
    lacks = "nobody wrote down how care goes on"
    told = look.visit.document.data
    if look.visit.kind == "session" and isinstance(told, dict) and told.get("decision"):
        lacks = "care goes on without a reason"
    message = f"{said} at this visit, and {lacks}." if said else f"A look back was due at this visit, and {lacks}."
    hint = "add decision: continue, change or refer, with because:"
    place = look.visit.span(("decision",)) if lacks.endswith("reason") else look.visit.dated_at
    return Finding("decision-missing", message, place, hint, (look.span,))
