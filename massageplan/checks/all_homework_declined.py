"""The client said no to every line of homework.

What
----
Each line of homework in force is declined, in `agreed` of a plan or in a follow-up of it; a line is meant by its
`id` or its exercise. A course that has ended is let pass, and so is a plan that was declined as a whole.

Why
---
A line that nobody will do is no plan. In 32 people with chronic back pain those who did more of their exercises had
larger falls in pain and in disability. Mind the limits: that is one study, and another that measured with a
hidden sensor found no link between how much was done and how people fared. It is the client's choice; what
helps is to ask why, and to offer less. With 2 exercises older adults did them better than with 8. A line that says
when and where is done more often (94 tests, not of exercise in particular).

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    agreed:
      how: face to face
      declined: [pelvic-tilt, {what: bird-dog, why: no room on the floor}]
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {planned: 6, often: weekly}
    homework:
      - {do: pelvic-tilt, reps: 10, often: daily}
      - {do: bird-dog, reps: 8, often: daily}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    agreed:
      how: face to face
      declined: [{what: bird-dog, why: no room on the floor}]
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {planned: 6, often: weekly}
    homework:
      - {do: pelvic-tilt, reps: 5, often: daily, at: after brushing your teeth}
      - {do: bird-dog, reps: 8, often: daily}

Source
------
`mplan library show` adherence-helps-back (Mannion 2009), adherence-not-outcome (Nicolson 2019), number-2-5-8
(Henry 1999) and if-then-plans (Gollwitzer 2006).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from ..records.folder import Entry
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each open course in which no line is left, at the newest refusal."""
    if not case.homework or not any(_declines(entry) for entry in case.folder.entries):
        return
    from ..clinical.agreement import declined_whole, refusal_of
    from ..clinical.course import in_force

    for course in case.courses:
        force = in_force(course) if course.discharge is None else None
        refused = [refusal_of(course, line, since) for line, since in force.homework] if force else []
        said = [each for each in refused if each]
        if not said or len(said) < len(refused) or declined_whole(course, case.context.today.isoformat()):
            continue
        last = max(said, key=lambda each: course.entries.index(each.entry))
        message = (
            "The client said no to every line of homework; of 32 people with back pain, those who did more of theirs "
            "had larger falls in pain (adherence-helps-back)."
        )
        hint = "ask why; offer one or two small lines with a when and where (number-2-5-8, if-then-plans)"
        yield Finding("all-homework-declined", message, last.entry.span(last.path), hint)


def _declines(entry: Entry) -> bool:
    record = getattr(entry.record, "agreed", None) or entry.record
    return getattr(record, "declined", None) is not None
