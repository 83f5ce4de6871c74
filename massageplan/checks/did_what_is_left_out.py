"""A visit used a technique that the plan leaves out.

What
----
The plan in force at a visit names a technique under `withheld`, by its id in the library, and the visit used it there.
Where the plan names a place (`where:`), only work that names that place, or one in it, counts; a side that is named has
to be the same. What is left out `until` a visit, week or day is left out no more from then on.

Why
---
What is left out was left out for a reason, and often agreed to with the client. Either the reason is gone, and then the
plan should say so, or somebody forgot.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    withheld:
      - {what: friction-cross-fibre, where: right calf, why: a tear three weeks old, until: visit 3}

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    did: [petrissage right calf 10 min, friction-cross-fibre right calf 2 min]

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    withheld:
      - {what: friction-cross-fibre, where: right calf, why: a tear three weeks old, until: visit 3}

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    did: [petrissage right calf 10 min, friction-cross-fibre left calf 2 min]

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.care import Plan

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each visit and each line of `withheld` that it went against."""
    for course in case.courses:
        if not any(isinstance(e.record, Plan) and isinstance(e.record.withheld, tuple) for e in course.plans):
            continue
        from ..clinical.left_out import done_though_left_out

        for each in done_though_left_out(course, case.context.library):
            message = f"{each.technique} was used at this visit, and the plan in force leaves it out."
            hint = (
                f"see {each.span.file}:{each.span.line}; change the plan (mplan plan {case.folder.code} --change WHY)"
                ", or give a reason to allow:"
            )
            yield Finding("did-what-is-left-out", message, each.visit.span(each.path), hint, (each.span,))
