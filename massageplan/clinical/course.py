"""Courses of care: when one opens and closes, which plan is in force, which visit and week it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..frozen import Frozen, replace
from ..records.care import Plan, Session
from .moments import per_week, read_count, read_date, read_days, read_weeks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..records.folder import Entry, Folder
    from ..records.parts import Goal, Homework, Use, Visits
    from ..span import Path


class Course(Frozen):
    """One course of care.

    Attributes:
        entries: its records, oldest first; those after the discharge belong to it until the next one opens.
        plans: its plans, oldest first.
        discharge: what ended it.
    """

    entries: tuple[Entry, ...]
    plans: tuple[Entry, ...]
    discharge: Entry | None

    @property
    def starts(self) -> date | None:
        """Day 1 of week 1: `starts` of the first plan, or its date."""
        if not self.plans:
            return None
        plan = _plan(self.plans[0])
        return read_date(plan.starts) or read_date(self.plans[0].day)

    @property
    def visits_kept(self) -> list[Entry]:
        """The sessions that took place, oldest first."""
        return [e for e in self.entries if isinstance(e.record, Session) and e.record.took_place]


def courses(folder: Folder) -> list[Course]:
    """A client's courses, oldest first. After a discharge a new assessment or plan opens the next."""
    groups: list[list[Entry]] = [[]]
    closed = False
    for entry in folder.entries:
        if closed and entry.kind in ("assessment", "plan") and not _is_follow_up(entry):
            groups.append([])
            closed = False
        groups[-1].append(entry)
        closed = closed or entry.kind == "discharge"
    return [_course(group) for group in groups if group]


def as_of(course: Course, day: str) -> Course:
    """The course as it was at the end of a day (an ISO date); records at moments without a date stay."""
    return _course([entry for entry in course.entries if entry.day is None or entry.day <= day])


def _is_follow_up(entry: Entry) -> bool:
    """A record at a moment such as `4 weeks after end` looks back on the course that ended."""
    return "after-end" in entry.moment or (not entry.dated and entry.moment.startswith("end"))


def _course(entries: list[Entry]) -> Course:
    plans = tuple(e for e in entries if e.kind == "plan")
    ends = [e for e in entries if e.kind == "discharge"]
    return Course(tuple(entries), plans, ends[-1] if ends else None)


def _plan(entry: Entry) -> Plan:
    assert isinstance(entry.record, Plan)
    return entry.record


def visit_numbers(course: Course) -> dict[str, str]:
    """The number of each kept visit by the stem of its record; a written one wins, and counting goes on from it."""
    out: dict[str, str] = {}
    last = 0
    for entry in course.visits_kept:
        written = entry.record.visit if isinstance(entry.record, Session) else None
        last = read_count(written) or last + 1
        out[entry.stem] = written or str(last)
    return out


class InForce(Frozen):
    """What holds on a day: the plan with its changes laid over it, and the homework as last changed.

    Attributes:
        plan: keys of the newest word on each; None if there is no plan yet.
        newest: the plan record last laid over.
        homework: each line with the record it comes from.
    """

    plan: Plan
    newest: Entry
    goals: tuple[Goal, ...]
    homework: tuple[tuple[Homework, Entry], ...]


def in_force(course: Course, until: str | None = None) -> InForce | None:
    """The plan in force on a day (an ISO date, that day included), or at the end of the course.

    A plan without `changed-because` is a clean slate; one with it, a session, a checkin or a discharge lays its
    homework over by id. A discharge lists what goes on: all else ends.
    """
    plan: Plan | None = None
    newest: Entry | None = None
    goals: dict[str, Goal] = {}
    homework: dict[str, tuple[Homework, Entry]] = {}
    for entry in course.entries:
        if until is not None and entry.day is not None and entry.day > until:
            continue
        record = entry.record
        if isinstance(record, Plan):
            fresh = record.changed_because is None or plan is None
            plan = record if fresh or plan is None else _laid_over(plan, record)
            newest = entry
            if fresh:
                goals, homework = {}, {}
            _lay_goals(goals, record)
        _lay_homework(homework, entry)
    if plan is None or newest is None:
        return None
    return InForce(plan, newest, tuple(goals.values()), tuple(homework.values()))


def _laid_over(below: Plan, above: Plan) -> Plan:
    given = {f: v for f in above.__struct_fields__ if (v := getattr(above, f)) is not None}
    return replace(below, **given)


def _lay_goals(goals: dict[str, Goal], plan: Plan) -> None:
    if isinstance(plan.goals, tuple):
        for goal in plan.goals:
            goals[goal.id] = goal
    for name in [n for n, goal in goals.items() if goal.dropped]:
        del goals[name]


def _lay_homework(homework: dict[str, tuple[Homework, Entry]], entry: Entry) -> None:
    items = getattr(entry.record, "homework", None)
    if entry.kind == "discharge":
        homework.clear()
    if not isinstance(items, tuple):
        return
    for item in items:
        if item.stop:
            homework.pop(item.name, None)
        else:
            homework[item.name] = (item, entry)


def active_in_week(lines: Iterable[Homework], week: int) -> list[Homework]:
    """The lines whose weeks hold this week of the course; a line without weeks is always active."""
    out = []
    for line in lines:
        weeks = read_weeks(line.weeks)
        if line.weeks is None or weeks is None or weeks.holds(week):
            out.append(line)
    return out


def visit_blocks(plan: Plan) -> tuple[Visits, ...]:
    """What a plan says of its visits: one block, or several in a row."""
    return plan.visits if isinstance(plan.visits, tuple) else (plan.visits,) if plan.visits else ()


def planned_weeks(plan: Plan) -> int | None:
    """How many weeks a plan runs, by what it says of visits and phases; None if it does not say."""
    ends: list[int] = []
    row = 0.0
    for block in visit_blocks(plan):
        weeks = read_weeks(block.weeks)
        if weeks and weeks.last:
            ends.append(weeks.last)
        elif (days := read_days(block.over)) is not None:
            row += days / 7
        elif (count := read_count(block.planned)) is not None and (rate := per_week(block.often)):
            row += count / rate
    if row:
        ends.append(-int(-row // 1))
    for phase in plan.phases or ():
        weeks = read_weeks(phase.weeks)
        if weeks and weeks.last:
            ends.append(weeks.last)
    return max(ends) if ends else None


def visits_planned(plan: Plan) -> int | None:
    """How many visits a plan names in all."""
    counts = [read_count(block.planned) for block in visit_blocks(plan)]
    known = [c for c in counts if c is not None]
    return sum(known) if known else None


def done_uses(entries: Sequence[Entry], visit: Entry) -> list[tuple[str | Use, Path]] | None:
    """The techniques used at a visit, as written, and where that is told; None where nothing was, or no record says so.

    It is empty where something was done and the plan in force does not say what.
    """
    assert isinstance(visit.record, Session)
    did = visit.record.did
    if isinstance(did, tuple):
        return [(use, ("did", n)) for n, use in enumerate(did)]
    if did is None or did == "none":
        return None
    end = next(n for n, entry in enumerate(entries, 1) if entry is visit)
    key = ("techniques",) if did == "as planned" else ("routines", did.partition(" ")[2])
    return [(use, ("did",)) for use, _, path in planned_uses(entries[:end]) if path[:-1] == key]


def planned_uses(entries: Iterable[Entry]) -> list[tuple[str | Use, Entry, Path]]:
    """The techniques and routines of the plan in force after some records of a course, each with where it stands."""
    listed: dict[Path, tuple[Entry, object]] = {}
    for entry in entries:
        plan = entry.record
        if not isinstance(plan, Plan):
            continue
        if plan.changed_because is None:
            listed = {}
        if plan.techniques is not None:
            listed[("techniques",)] = entry, plan.techniques
        if plan.routines is not None:
            listed = {path: each for path, each in listed.items() if path[0] != "routines"}
            listed.update({("routines", name): (entry, uses) for name, uses in plan.routines.items()})
    return [
        (use, entry, (*path, n))
        for path, (entry, uses) in listed.items()
        for n, use in enumerate(uses if isinstance(uses, tuple) else ())
    ]
