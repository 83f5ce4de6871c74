"""What became of a referral that a plan or a discharge names: made, declined, not due yet, or not made. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..frozen import Frozen
from ..records.after import Followup, Referral
from .agreement import agreement_of, kept_after
from .moments import read_date
from .professions import is_of

if TYPE_CHECKING:
    from datetime import date

    from ..records.folder import Entry
    from ..records.parts import ToWhom
    from ..records.people import Network, Person
    from .course import Course

SOON = 14
"""Days within which a referral is to be made, and by which it may lie before the plan. House rule."""

VISITS = 2
"""Kept visits after the plan, by which it is to be made. House rule."""


class Outcome(Frozen):
    """What became of a referral.

    Attributes:
        by: the record that shows it was made.
    """

    state: Literal["made", "declined", "not due", "not made"]
    by: Entry | None = None


def outcome(course: Course, plan: Entry, meant: ToWhom, network: Network | None, today: date) -> Outcome:
    """What became of one referral of a plan or discharge of the course."""
    people = people_for(meant, network)
    if by := _made(course, plan, {meant.to, *(person.id for person in people)} - {None}):
        return Outcome("made", by)
    said = agreement_of(course, plan)
    if said is not None and said.refuses(meant, people):
        return Outcome("declined")
    return Outcome("not made" if is_due(course, plan, today) else "not due")


def is_due(course: Course, plan: Entry, today: date) -> bool:
    """Whether what a record plans should have been done: 14 days or two kept visits later."""
    day = read_date(plan.day)
    return bool(day and (today - day).days > SOON) or len(kept_after(course, plan)) >= VISITS


def people_for(meant: ToWhom, network: Network | None) -> list[Person]:
    """Whom of network.yaml is meant: one by id, or all of the profession, by whatever name."""
    known = network.people if network else ()
    if meant.to:
        return [person for person in known if person.id == meant.to]
    return [person for person in known if is_of(person.profession, meant.profession or "")]


def _made(course: Course, plan: Entry, ids: set[str | None]) -> Entry | None:
    """The referral to one of them, or the follow-up of the plan that tells what one of them said."""
    for entry in course.entries:
        record = entry.record
        if isinstance(record, Referral) and record.to in ids and _near(entry, plan):
            return entry
        if isinstance(record, Followup) and record.of == plan.stem and record.from_ in ids:
            return entry
    return None


def _near(referral: Entry, plan: Entry) -> bool:
    asked, day = read_date(referral.day), read_date(plan.day)
    return asked is None or day is None or (day - asked).days <= SOON
