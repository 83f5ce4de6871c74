"""Where a plan wants a look back: at the moment of an expectation and of each reassessment, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..records.after import Referral
from ..records.base import texts
from ..records.care import Checkin, Plan, Session
from .timeline import Due, Slot, Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ..library.catalogue import Library
    from ..records.base import Dated
    from ..records.folder import Entry
    from ..records.parts import Visits
    from ..span import Path, Span
    from .course import Course
    from .expectation import Followed
    from .rows import Measurement


class Reassess(Frozen):
    """A moment at which a plan wants to measure again, and that has come.

    Attributes:
        plan, path: where it stands.
        looked: whether there is an assessment, or a figure of a goal, at it or after it.
    """

    plan: Entry
    path: Path
    moment: str
    due: Due
    looked: bool

    @property
    def span(self) -> Span:
        """Where it stands in its plan."""
        return self.plan.span(self.path)


class LookBack(Frozen):
    """A kept visit at which a decision is wanted.

    Attributes:
        plan: the plan that wants it.
        span: where it does.
        expectation: the expectation that is due there; None where it is a reassessment alone.
        decided: the record that decides: a session or checkin with `decision`, a plan, a referral or a discharge.
    """

    visit: Entry
    plan: Entry
    span: Span
    expectation: Followed | None
    decided: Entry | None


def reassessments(
    course: Course, figures: Mapping[str, Sequence[Measurement]], today: date, time: Timeline | None = None
) -> list[Reassess]:
    """The moments of `reassess` that have come while their plan stood, oldest plan first.

    Args:
        figures: the client's figures by address.
    """
    if not any(block.reassess for entry in course.plans for _, block in _blocks(entry)):
        return []
    time = time or Timeline(course, today)
    out = []
    for n, entry in enumerate(plans := [e for e in time.entries if isinstance(e.record, Plan)]):
        replaced = next((later for later in plans[n + 1 :] if replaces_visits(later)), None)
        for path, block in _blocks(entry):
            for k, moment in enumerate(texts(block.reassess)):
                due = time.due(moment)
                if due is None or due.slot < time.slots[entry.stem]:
                    continue
                if replaced is None or due.slot <= time.slots[replaced.stem]:
                    at: Path = (*path, "reassess") if isinstance(block.reassess, str) else (*path, "reassess", k)
                    out.append(Reassess(entry, at, moment, due, _looked(time, due, figures)))
    return out


def _blocks(entry: Entry) -> Iterator[tuple[Path, Visits]]:
    """The blocks of a plan's visits, and where each stands."""
    visits = entry.record.visits if isinstance(entry.record, Plan) else None
    if isinstance(visits, tuple):
        for n, block in enumerate(visits):
            yield ("visits", n), block
    elif visits is not None:
        yield ("visits",), visits


def replaces_visits(entry: Entry) -> bool:
    """Whether a plan takes the place of the visits planned before: a new one, or a change that names visits."""
    plan = entry.record
    return isinstance(plan, Plan) and (plan.changed_because is None or plan.visits is not None)


def _looked(time: Timeline, due: Due, figures: Mapping[str, Sequence[Measurement]]) -> bool:
    if any(e.kind == "assessment" and time.slots[e.stem] > due.since for e in time.entries):
        return True
    wanted = {
        address
        for entry in time.course.plans
        if isinstance(entry.record, Plan) and isinstance(entry.record.goals, tuple)
        for goal in entry.record.goals
        for address in texts(goal.measure)
    }
    for address, rows in figures.items():
        if address.startswith("homework/") or (wanted and not _is_of(address, wanted)):
            continue
        for row in rows:
            slot = time.slot_of(row) if not row.value.is_nothing else None
            if slot is not None and slot > due.since:
                return True
    return False


def _is_of(address: str, wanted: set[str]) -> bool:
    """Whether an address is one of those named: `pain` names each figure of each pain."""
    return address in wanted or any(address.startswith(f"{each}/") for each in wanted)


def decision_due(
    course: Course,
    expectations: Sequence[Followed],
    looks: Sequence[Reassess],
    today: date,
    time: Timeline | None = None,
) -> list[LookBack]:
    """Every kept visit at which a decision is wanted, oldest first, and the record that decides, if there is one.

    A decision may come later than its visit. An expectation that was not seen wants a reason besides `continue`.

    Args:
        expectations: of the course, as `followed` gives them.
        looks: of the course, as `reassessments` gives them.
    """
    moments: list[tuple[Entry, Span, Due, Followed | None]] = [
        (each.plan, each.span, each.due, each) for each in expectations if each.due is not None
    ]
    moments += [(each.plan, each.span, each.due, None) for each in looks]
    if not moments:
        return []
    time = time or Timeline(course, today)
    out: dict[str, tuple[Slot, LookBack]] = {}
    for plan, span, due, expectation in moments:
        visit = due.visit or time.visit_after(due.since)
        if visit is None or (visit.stem in out and expectation is None):
            continue
        slot = time.slots[visit.stem]
        reason = expectation is not None and expectation.state in ("not seen", "overdue")
        decided = _decided(time, plan, min(slot, due.slot), reason)
        out[visit.stem] = (slot, LookBack(visit, plan, span, expectation, decided))
    return [look for _, look in sorted(out.values(), key=lambda each: each[0])]


def _decided(time: Timeline, plan: Entry, slot: Slot, reason: bool) -> Entry | None:
    """The first record on or after a slot that says how care goes on."""
    after_plan = False
    for entry in time.entries:
        record = entry.record
        if entry is plan:
            after_plan = True
        elif time.slots[entry.stem] < slot:
            continue
        elif isinstance(record, (Session, Checkin)):
            if record.decision and not (reason and record.decision == "continue" and not record.because):
                return entry
        elif entry.kind == "discharge" or _is_way_on(record, after_plan):
            return entry
    return None


def _is_way_on(record: Dated, after_plan: bool) -> bool:
    """Whether a record is a later plan, or asks somebody else to help."""
    return (isinstance(record, Plan) and after_plan) or (isinstance(record, Referral) and record.to is not None)


_DOES = {"change": ("plan", "discharge"), "refer": ("referral", "plan", "discharge"), "discharge": ("discharge",)}
"""Kinds of record by which a decision is done; a plan after `refer` may name whom, and is looked at by itself."""


def not_done(course: Course, today: date) -> tuple[str, Entry] | None:
    """The newest decision to change, refer or end care that no record of its day or later does, and where it stands."""
    until = today.isoformat()
    known = [entry for entry in course.entries if entry.day is None or entry.day <= until]
    for n, entry in reversed(list(enumerate(known))):
        decision = entry.record.decision if isinstance(entry.record, (Session, Checkin)) else None
        if decision:
            later = [e for e in known if e.day == entry.day and e.dated] + known[n + 1 :]
            done = any(e.kind in _DOES.get(decision, ()) and not _is_inward(e) for e in later)
            return None if done or decision not in _DOES else (decision, entry)
    return None


def _is_inward(entry: Entry) -> bool:
    """Whether it is a referral by which somebody sent the client here."""
    return isinstance(entry.record, Referral) and entry.record.to is None


class Standing(Frozen):
    """Where a course stands against its plans."""

    expectations: tuple[Followed, ...] = ()
    reassessments: tuple[Reassess, ...] = ()
    decisions: tuple[LookBack, ...] = ()

    @property
    def overdue(self) -> list[Reassess]:
        """Reassessments at which nobody measured; where an expectation of the same visit is overdue, that says it."""
        told = {each.due.slot for each in self.expectations if each.due and each.state == "overdue"}
        return [each for each in self.reassessments if not each.looked and each.due.slot not in told]


def standing(
    course: Course,
    figures: Mapping[str, Sequence[Measurement]],
    library: Library,
    today: date,
    usual: Mapping[str, Mapping[str, str]] | None = None,
) -> Standing:
    """Expectations, reassessments and decisions of a course together; see `followed` for the arguments."""
    from .expectation import followed

    if not any(isinstance(e.record, Plan) and (e.record.expect or e.record.visits) for e in course.plans):
        return Standing()
    time = Timeline(course, today)
    expectations = followed(course, figures, library, today, usual)
    looks = reassessments(course, figures, today, time)
    return Standing(tuple(expectations), tuple(looks), tuple(decision_due(course, expectations, looks, today, time)))
