"""Where the goals of a plan begin: the figure each is counted from, its target, and what a change is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..records.base import texts
from ..records.care import Plan
from .error import Error, error_of
from .rows import with_usual
from .targets import Aim, aim_of_target, better, figure_of, is_wrong_way, reached
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

_OWN_UNIT = ("rate", "duration", "grade")
"""Kinds whose ends are in a unit of their own, that no scale is in."""

_SAME_UNIT = {"deg": ("deg", "°"), "%": ("%",), "s": ("s",), "min": ("min",)}


class Baseline(Frozen):
    """One goal of a plan at its start.

    Attributes:
        n: its place in the list, from 0.
        start: the figure at the start: `from`, or the last figure at or before the plan (then `row`); None where
            there is none.
        aim: what its target asks for.
        known: what the library knows of the measure: error, scale and the good direction.
        unit: in which figures without a unit are, where the practice says.
        wrong_way: whether the target is a worse figure than the start.
    """

    plan: Entry
    n: int
    goal: Goal
    start: Value | None
    row: Measurement | None
    aim: Aim
    known: Error | None
    unit: str | None = None
    wrong_way: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the start reaches the target already."""
        return self.start is not None and reached(self.aim, self.start) is True

    @property
    def error(self) -> Error | None:
        """What a change is held against; None where nothing is known, or it is in another unit than the figures."""
        if self.known is None or self.start is None or not _in_unit(self.start, self.aim.target, self.known):
            return None
        return self.known

    @property
    def is_beyond(self) -> bool:
        """Whether the target lies beyond the scale of its measure."""
        return self.known is not None and is_beyond(self.aim, self.known, self.start, self.unit)

    @property
    def distance(self) -> float | None:
        """From the start to the target, in the unit of the error; None where the two cannot be compared."""
        if self.start is None or self.error is None or self.aim.needed is None:
            return None
        seconds = self.start.kind == "duration" and self.error.unit == "s"  # ends of durations are in minutes
        return self.aim.needed * 60 if seconds else self.aim.needed


def baselines(course: Course, figures: Figures, library: Library, today: date, usual: Usual) -> Iterator[Baseline]:
    """The goals of a course that name one measure and a target, each time a plan names another start or target.

    Goals whose target cannot be understood, or lacks the start it is counted from, are left out.
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
    row = _last(entry, goal, address, time, figures) if goal.from_ is None and time else None
    row = with_usual(row, usual) if row else None
    start = figure_of(row) if row else read(goal.from_) if goal.from_ is not None else None
    good = better(library, address)
    error = error_of(library, leveled(address), _scale(address, row, figures, usual))
    aim = aim_of_target(goal.to, good, start, error.unit if error else "")
    if aim is None:
        return None
    wrong = is_wrong_way(goal.to, good, start)
    return Baseline(entry, n, goal, start, row, aim, error, _usually(usual, address, "unit"), wrong)


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


def leveled(address: str) -> str:
    """`pain` and `pain/lumbar` as the level now, which they mean."""
    parts = address.split("/")
    return f"{address}/now" if parts[0] in ("pain", "headache") and len(parts) < 3 else address


def _scale(address: str, row: Measurement | None, figures: Figures, usual: Usual) -> str | None:
    """The scale of a pain figure, as the row says, the practice has it, or the newest figure of the measure."""
    if row is not None and row.facets.get("scale"):
        return row.facets["scale"]
    told = [r.facets["scale"] for r in figures.get(address, ()) if "scale" in r.facets]
    return told[-1] if told else _usually(usual, address, "scale")


def _usually(usual: Usual, address: str, facet: str) -> str | None:
    """What the practice takes for granted of a measure; the longest address wins."""
    while address:
        if facet in usual.get(address, {}):
            return usual[address][facet]
        address = address.rpartition("/")[0]
    return None


def is_beyond(aim: Aim, known: Error, start: Value | None, unit: str | None = None) -> bool:
    """Whether a target lies beyond the ends of a scale; never where it, or the start, may be on another scale.

    Args:
        unit: in which figures without a unit are, where somebody says.
    """
    target = aim.target
    for value in (target, start):
        said = value and (value.unit or unit)
        if said and said not in _SAME_UNIT.get(known.unit, (known.unit,)):
            return False
        if value and (value.kind in _OWN_UNIT or (value.over is not None and value.over != known.high)):
            return False
    if start is not None and (_is_outside(start.low, known) or _is_outside(start.high, known)):
        return False
    end = target.number
    at_end = known.high if aim.up else known.low
    return _is_outside(end, known) or (aim.strict and end is not None and end == at_end)


def _is_outside(figure: float | None, known: Error) -> bool:
    low, high = known.low, known.high
    return figure is not None and ((low is not None and figure < low) or (high is not None and figure > high))


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
