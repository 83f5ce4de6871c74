"""Where the goals of a plan begin: the figure each is counted from, its target, and what a change is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..records.base import texts
from ..records.care import Plan
from .error import Error, error_of
from .rows import with_usual
from .targets import Aim, aim_of_target, better, figure_of, reached
from .values import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ..library.catalogue import Library
    from ..records.folder import Entry
    from ..records.parts import Goal
    from .course import Course
    from .rows import Measurement
    from .timeline import Timeline
    from .value import Value

    Figures = Mapping[str, Sequence[Measurement]]
    Usual = Mapping[str, Mapping[str, str]]

_SAME_UNIT = {"deg": ("deg", "°"), "%": ("%",), "s": ("s",), "min": ("min",)}


class Baseline(Frozen):
    """One goal of a plan at its start.

    Attributes:
        n: its place in the list, from 0.
        start: the figure at the start: `from`, or the last figure at or before the plan (then `row`).
        aim: what its target asks for.
        error: what a change is held against; None where nothing is known, or it is in another unit than the figures.
    """

    plan: Entry
    n: int
    goal: Goal
    start: Value
    row: Measurement | None
    aim: Aim
    error: Error | None

    @property
    def is_met(self) -> bool:
        """Whether the start reaches the target already."""
        return reached(self.aim, self.start) is True

    @property
    def distance(self) -> float | None:
        """From the start to the target, in the unit of the error; None where the two cannot be compared."""
        if self.error is None or self.aim.needed is None:
            return None
        seconds = self.start.kind == "duration" and self.error.unit == "s"  # ends of durations are in minutes
        return self.aim.needed * 60 if seconds else self.aim.needed


def baselines(course: Course, figures: Figures, library: Library, today: date, usual: Usual) -> Iterator[Baseline]:
    """The goals of a course that name one measure and a target, each time a plan names another start or target.

    Goals whose start or target cannot be understood are left out.
    """
    told: set[tuple[str, str | None, str | None]] = set()
    time: Timeline | None = None
    for entry in course.plans:
        plan = entry.record
        goals = plan.goals if isinstance(plan, Plan) and isinstance(plan.goals, tuple) else ()
        for n, goal in enumerate(goals):
            if goal.dropped or not goal.to or len(texts(goal.measure)) != 1 or (goal.id, goal.from_, goal.to) in told:
                continue
            told.add((goal.id, goal.from_, goal.to))
            if goal.from_ is None and time is None:
                from .timeline import Timeline

                time = Timeline(course, today)
            found = _baseline(entry, n, goal, time, figures, library, usual)
            if found is not None:
                yield found


def _baseline(
    entry: Entry, n: int, goal: Goal, time: Timeline | None, figures: Figures, library: Library, usual: Usual
) -> Baseline | None:
    address = texts(goal.measure)[0]
    row = None
    if goal.from_ is not None:
        start = read(goal.from_)
    else:
        row = _last(entry, goal, address, time, figures) if time else None
        if row is None:
            return None
        row = with_usual(row, usual)
        start = figure_of(row)
    good = better(library, address)
    error = error_of(library, _leveled(address), _scale(address, row, figures, usual))
    aim = aim_of_target(goal.to, good, start, error.unit if error else "")
    if aim is None:
        return None
    return Baseline(entry, n, goal, start, row, aim, error if error and _in_unit(start, aim.target, error) else None)


def _last(entry: Entry, goal: Goal, address: str, time: Timeline, figures: Figures) -> Measurement | None:
    """The last figure at or before a plan; of a measure of two sides only where the goal says which."""
    from .expectation import counts, full_address, symptoms_at

    begins = time.slot(entry)
    if begins is None:
        return None
    rows = figures.get(address) or figures.get(full_address(address, symptoms_at(time, begins)), ())
    placed = [(slot, row) for row in rows if counts(row) and (slot := time.slot_of(row)) is not None and slot <= begins]
    if goal.side in ("left", "right"):
        placed = [(slot, row) for slot, row in placed if row.side == goal.side]
    elif len({row.side for _, row in placed}) > 1:
        return None
    placed.sort(key=lambda each: each[0])
    return placed[-1][1] if placed else None


def _leveled(address: str) -> str:
    """`pain` and `pain/lumbar` as the level now, which they mean."""
    parts = address.split("/")
    return f"{address}/now" if parts[0] in ("pain", "headache") and len(parts) < 3 else address


def _scale(address: str, row: Measurement | None, figures: Figures, usual: Usual) -> str | None:
    """The scale of a pain figure, as the row says, the practice has it, or the newest figure of the measure."""
    if row is not None and row.facets.get("scale"):
        return row.facets["scale"]
    family = address.partition("/")[0]
    told = [r.facets["scale"] for r in figures.get(address, ()) if "scale" in r.facets]
    return told[-1] if told else usual.get(family, {}).get("scale")


def _in_unit(start: Value, target: Value, error: Error) -> bool:
    """Whether figures are in the unit of the error, and on its scale."""
    if start.kind == "rate":
        return False
    for value in (start, target):
        if value.unit is not None and value.unit not in _SAME_UNIT.get(error.unit, (error.unit,)):
            return False
        if value.over is not None and (error.unit == "%" or error.high not in (None, value.over)):
            return False
        if error.high is not None and value.high is not None and value.kind != "duration" and value.high > error.high:
            return False
    return True
