"""A plan says who else should help, and nobody was asked.

What
----
`referrals` of a plan names a person or a profession. 14 days or two kept visits later there is no referral to that
person (or to anybody of that profession) and no follow-up of the plan from them; nor did the client decline it. A
referral up to 14 days before the plan counts.

Why
---
What is meant and not done helps nobody, and the client waits for a call that does not come. Where a finding lies
outside your scope, the referral is the plan.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {planned: 6, often: weekly}
    homework: none
    referrals:
      - {to: okafor, why: build up her strength for lifting}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, to: 8}
    visits: {planned: 6, often: weekly}
    homework: none
    referrals:
      - {to: okafor, why: build up her strength for lifting}

clients/jd-7k2m/2026-09-10-referral.yaml::

    date: 2026-09-10
    to: okafor
    ask: train
    why: build up her strength for lifting

Source
------
House rule, and so are the 14 days and the two visits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.after import Followup, Referral
from ..records.care import Plan

if TYPE_CHECKING:
    from ..clinical.course import Course
    from ..records.folder import Entry
    from ..records.parts import ToWhom
    from ..records.people import Person
    from .base import ClientCase

SOON = 14
"""Days within which a referral is to be made, and by which it may lie before the plan."""

VISITS = 2
"""Kept visits after the plan, by which it is to be made."""


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each referral that a plan names and that was not made."""
    if not any(isinstance(entry.record, Plan) and entry.record.referrals for entry in case.folder.entries):
        return
    for course in case.courses:
        for plan in course.plans:
            listed = plan.record.referrals if isinstance(plan.record, Plan) else None
            if isinstance(listed, tuple) and _due(case, course, plan):
                yield from _of_plan(case, course, plan, listed)


def _of_plan(case: ClientCase, course: Course, plan: Entry, listed: tuple[ToWhom, ...]) -> Iterator[Finding]:
    for n, meant in enumerate(listed):
        people = _people(case, meant)
        if not (_made(course, plan, people, meant) or _declined(course, plan, people, meant)):
            whom = f"to {meant.to}" if meant.to else "to anybody of this profession"
            message = f"This plan names a referral, and none {whom} was made within {SOON} days or {VISITS} visits."
            hint = "write the referral (kind referral, with to:), or add to the agreement that the client declined it"
            yield Finding("referral-not-made", message, plan.span(("referrals", n)), hint)


def _due(case: ClientCase, course: Course, plan: Entry) -> bool:
    from ..clinical.agreement import kept_after
    from ..clinical.moments import read_date

    day = read_date(plan.day)
    return bool(day and (case.context.today - day).days > SOON) or len(kept_after(course, plan)) >= VISITS


def _people(case: ClientCase, meant: ToWhom) -> list[Person]:
    """Whom of network.yaml the plan means: one by id, or all of the profession."""
    network = case.context.house.network
    known = network.people if network else ()
    if meant.to:
        return [person for person in known if person.id == meant.to]
    wanted = _plain(meant.profession)
    return [person for person in known if wanted and _plain(person.profession) == wanted]


def _made(course: Course, plan: Entry, people: list[Person], meant: ToWhom) -> bool:
    """Whether they were asked, or a follow-up of the plan tells what they said."""
    ids = {meant.to, *(person.id for person in people)} - {None}
    for entry in course.entries:
        record = entry.record
        if isinstance(record, Referral) and record.to in ids and _near(entry, plan):
            return True
        if isinstance(record, Followup) and record.of == plan.stem and record.from_ in ids:
            return True
    return False


def _near(referral: Entry, plan: Entry) -> bool:
    from ..clinical.moments import read_date

    asked, day = read_date(referral.day), read_date(plan.day)
    return asked is None or day is None or (day - asked).days <= SOON


def _declined(course: Course, plan: Entry, people: list[Person], meant: ToWhom) -> bool:
    from ..clinical.agreement import agreement_of

    said = agreement_of(course, plan)
    return said is not None and said.refuses(meant, people)


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().replace("-", " ").split())
