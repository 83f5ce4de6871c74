"""Visits kept, beside how many the plan names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..records.care import Plan
from .course import visits_planned
from .decisions import replaces_visits
from .timeline import Timeline

if TYPE_CHECKING:
    from datetime import date

    from ..records.folder import Entry
    from .course import Course


class Counted(Frozen):
    """Visits kept under the plan that names how many there are to be.

    Attributes:
        plan: the newest one that takes the place of the visits planned before.
        kept: the visits it counts, oldest first.
        first: whether it is the first plan of the course.
        before: how many visits of the course were kept before it counts; none where it is the first.
    """

    plan: Entry
    planned: int
    kept: tuple[Entry, ...]
    first: bool
    before: int = 0

    @property
    def beyond(self) -> tuple[Entry, ...]:
        """The visits that the plan did not foresee."""
        return self.kept[self.planned :]


def visits_counted(course: Course, today: date) -> Counted | None:
    """The visits kept since the plan that counts them was made; None where it names no number.

    They are counted from that plan on, as a later plan may mean visits besides those before it. Visits after the
    discharge belong to no plan and are not counted.
    """
    if not any(isinstance(e.record, Plan) and e.record.visits for e in course.plans):
        return None
    time = Timeline(course, today)
    plans = [e for e in time.entries if isinstance(e.record, Plan) and replaces_visits(e)]
    newest = plans[-1] if plans else None
    if newest is None or not isinstance(newest.record, Plan):
        return None
    planned = visits_planned(newest.record)
    if planned is None:
        return None
    begins = time.slots[newest.stem]
    end = time.slot(course.discharge) if course.discharge else None
    kept = [
        entry for _, entry in time.visits
        if entry.kind == "session" and (end is None or time.slots[entry.stem] <= end)
        and (time.slots[entry.stem] > begins or (newest is plans[0] and time.slots[entry.stem] == begins))
    ]  # fmt: skip
    first = newest is plans[0]
    before = sum(e.kind == "session" and time.slots[e.stem] <= begins for _, e in time.visits)
    return Counted(newest, planned, tuple(kept), first, 0 if first else before)
