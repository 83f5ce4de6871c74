"""The expectation of a plan, followed: not yet due, seen, not seen, overdue, or why it cannot be followed.

`expect: {by, measure, change, to}` says by which moment a figure should have moved, and how far. It is counted from the
last figure at or before the plan. What counts at a visit is the figure before the work of that visit: a change that
lasts, not the glow after the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..frozen import Frozen, replace
from ..records.base import texts
from ..records.care import Plan
from .judged import Judged, Within, judge
from .rows import NO_SYMPTOMS, Measurement, Symptoms, merged, with_usual
from .targets import has_size, is_target
from .timeline import Due, Slot, Timeline, is_moment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ..library.catalogue import Library
    from ..records.folder import Entry
    from ..records.parts import Expect, Goal
    from ..span import Span
    from .course import Course

    Usual = Mapping[str, Mapping[str, str]]

State = Literal["not yet due", "seen", "not seen", "overdue", "replaced", "wrong way", "no size", "no moment"]
"""Overdue: the moment has passed, and no figure in time could tell. Replaced: another plan took its place before the
moment came. Wrong way: a worse figure is expected. No size: there is neither `change` nor `to`, or none that figures
can be held against. No moment: nobody can say by when, or the moment lies before the plan."""


class Followed(Frozen):
    """An expectation and what became of it.

    Attributes:
        plan: the plan that has it.
        state: `seen` before its moment has come is `early`, and holds as far as the records go.
        early: seen, by a figure before the moment alone.
        late: judged by the first figure after the moment, as none was taken then.
        due: the moment, once it has come.
        replaced: the plan by which another expectation, or none, took its place; figures after it do not count.
        judged: its measures as listed; the first of them decides.
    """

    plan: Entry
    expect: Expect
    state: State
    judged: tuple[Judged, ...] = ()
    early: bool = False
    late: bool = False
    due: Due | None = None
    replaced: Entry | None = None

    @property
    def first(self) -> Judged | None:
        """The measure that decides."""
        return self.judged[0] if self.judged else None

    @property
    def span(self) -> Span:
        """Where it stands in its plan."""
        return self.plan.span(("expect",), key=True)

    @property
    def size_span(self) -> Span:
        """Where it says how far: at `change`, or at `to` where no change has a size."""
        by_to = self.expect.to is not None and not has_size(self.expect.change)
        return self.plan.span(("expect", "to" if by_to else "change"))


def is_sized(expect: Expect) -> bool:
    """Whether an expectation can be followed: it names a measure, and how far it should move in figures."""
    return bool(expect.measure) and (has_size(expect.change) or is_target(expect.to))


def followed(
    course: Course,
    figures: Mapping[str, Sequence[Measurement]],
    library: Library,
    today: date,
    usual: Usual | None = None,
) -> list[Followed]:
    """Every expectation of a course, oldest first.

    Args:
        figures: the client's figures by address (`by_address`), oldest first.
        usual: what the practice takes for granted of a measure, as in practice.yaml.
    """
    if not any(isinstance(e.record, Plan) and e.record.expect for e in course.plans):
        return []
    time = Timeline(course, today)
    return [_followed(each, time, figures, library, usual or {}) for each in _standing(time)]


class _Stood(Frozen):
    plan: Entry
    expect: Expect
    replaced: Entry | None = None


def _standing(time: Timeline) -> list[_Stood]:
    """Expectations with the plan that took their place: a new plan, or a change that names another."""
    out: list[_Stood] = []
    for entry in time.entries:
        record = entry.record
        if not isinstance(record, Plan):
            continue
        if out and out[-1].replaced is None and (record.expect or record.changed_because is None):
            out[-1] = replace(out[-1], replaced=entry)
        if record.expect:
            out.append(_Stood(entry, record.expect))
    return out


def ahead(course: Course, today: date) -> Expect | None:
    """The expectation in force on a day; None where its moment has come, or the plan in force has none."""
    time = Timeline(course, today)
    stood = _standing(time)
    if not stood or stood[-1].replaced is not None or _due(stood[-1], time) is not None:
        return None
    return stood[-1].expect


def _due(stood: _Stood, time: Timeline) -> Due | None:
    """The moment of an expectation, once it has come while the expectation stood."""
    due = time.due(stood.expect.by)
    begins, ends = time.slots[stood.plan.stem], time.slots[stood.replaced.stem] if stood.replaced else None
    if due is not None and (due.slot < begins or (ends is not None and due.slot > ends)):
        return None
    return due


def _followed(
    stood: _Stood, time: Timeline, figures: Mapping[str, Sequence[Measurement]], library: Library, usual: Usual
) -> Followed:
    plan, expect, replaced = stood.plan, stood.expect, stood.replaced
    due = _due(stood, time)
    begins, ends = time.slots[plan.stem], time.slots[replaced.stem] if replaced else None
    if not is_sized(expect):
        return Followed(plan, expect, "no size", due=due, replaced=replaced)
    known, span = symptoms_at(time, begins), Within(begins, ends, due)
    found = []
    for measure in texts(expect.measure):
        address = full_address(measure, known)
        rows = [with_usual(row, usual) for row in figures.get(address, ()) if counts(row)]
        placed = [(slot, row) for row in rows if (slot := time.slot_of(row)) is not None]
        placed.sort(key=lambda each: each[0])
        found.append(judge(expect, address, _side(time, plan, measure), _from(plan, measure), placed, span, library))
    first, when = found[0]
    state = _state(first, stood, time, due)
    early = state == "seen" and when == "early"
    return Followed(plan, expect, state, tuple(j for j, _ in found), early, when == "late", due, replaced)


def _state(first: Judged, stood: _Stood, time: Timeline, due: Due | None) -> State:
    if first.wrong_way:
        return "wrong way"
    if not first.can_be_told:
        return "no size"
    if first.reached is not None and (due is not None or first.reached):
        return "seen" if first.reached else "not seen"
    if due is not None:
        return "overdue"
    if stood.replaced is not None:
        return "replaced"
    passed = time.due(stood.expect.by)
    lies_before = passed is not None and passed.slot < time.slots[stood.plan.stem]
    return "no moment" if lies_before or not is_moment(stood.expect.by) else "not yet due"


def counts(row: Measurement) -> bool:
    """Whether a figure may be held against another day: not one of the work itself, and no second telling."""
    return row.charted and not row.value.is_nothing and row.of_client


def full_address(measure: str, known: Symptoms) -> str:
    """`pain` as the first-listed pain of that day, with its aspect, as figures have it."""
    what, _, rest = measure.partition("/")
    if what not in known.first:
        return measure
    name, _, aspect = rest.partition("/")
    name = name or known.first[what]
    return f"{what}/{name}/{aspect or 'now'}" if f"{what}/{name}" in known.sides else measure


def symptoms_at(time: Timeline, until: Slot) -> Symptoms:
    known = NO_SYMPTOMS
    for entry in time.entries:
        listed = getattr(entry.record, "symptoms", None)
        if isinstance(listed, tuple) and time.slots[entry.stem] <= until:
            known = merged(known, listed)
    return known


def _goal(plan: Entry, measure: str) -> Goal | None:
    """A plan's goal of this measure alone."""
    assert isinstance(plan.record, Plan)
    goals = plan.record.goals if isinstance(plan.record.goals, tuple) else ()
    return next((goal for goal in goals if texts(goal.measure) == (measure,)), None)


def _from(plan: Entry, measure: str) -> str | None:
    """The figure at the start that a plan's own goal tells."""
    goal = _goal(plan, measure)
    return goal.from_ if goal else None


def _side(time: Timeline, plan: Entry, measure: str) -> str | None:
    """The side that the newest goal of this measure tells; None where none does."""
    plans = [e for e in time.course.plans if e.stem in time.slots and time.slots[e.stem] <= time.slots[plan.stem]]
    told = [goal.side for each in reversed(plans) if (goal := _goal(each, measure))]
    return next((side for side in told if side in ("left", "right")), None)
