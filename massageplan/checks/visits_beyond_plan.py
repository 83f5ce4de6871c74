"""More visits were kept than the plan in force names.

What
----
`planned` in the visits of the newest plan (the highest number, if it is a range) is lower than the number of visits
kept under that plan. Visits before a later plan are not counted, since it may mean visits besides them; those before
the first plan and after the discharge are told by `session-outside-plan`.

Why
---
The client agreed to a number, in time and in money. Past it, you either have a reason to go on, which belongs in a
change of the plan, or it is time to end.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 1}
    homework: none

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 1}
    homework: none

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07

clients/jd-7k2m/2026-09-14-plan.yaml::

    date: 2026-09-14
    changed-because: The first visit helped, and she wants to go on.
    visits: {planned: 4, often: weekly}

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.course import visits_planned
from ..findings import Finding
from ..records.care import Plan

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each course in which more visits were kept than planned, at the first of them."""
    for course in case.courses:
        named = [visits_planned(e.record) for e in course.plans if isinstance(e.record, Plan)]
        if len(course.visits_kept) <= min((n for n in named if n is not None), default=len(course.visits_kept)):
            continue
        from ..clinical.beyond import visits_counted

        counted = visits_counted(course, case.context.today)
        if counted is None or not counted.beyond:
            continue
        spans = [entry.dated_at for entry in counted.beyond]
        related = (*spans[1:], counted.plan.span(("visits",), key=True))
        message = f"{len(counted.kept)} visits were kept under this plan, and it names {counted.planned}."
        hint = "make a change of the plan with more visits and the reason, or a discharge"
        yield Finding("visits-beyond-plan", message, spans[0], hint, related)
