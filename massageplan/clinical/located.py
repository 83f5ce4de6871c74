"""Where in its course of care a figure lies: which course, visit, week and phase, as far as the records know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..records.care import Assessment, Plan
from .course import Course, courses, visit_numbers
from .moments import read_date, read_visit, read_week, read_weeks, week_of
from .rows import Measurement

if TYPE_CHECKING:
    from ..records.folder import Entry, Folder
    from ..records.parts import Phase


class Figure(Frozen):
    """A figure and where in its course it lies, as far as the records know.

    Attributes:
        course: which course of care, from 1.
        visit: number of the kept visit it was taken at.
        week: week of the course; week 1 begins with the first plan, and before it are 0 and less.
        phase: named stretch of the plan; `after the end` behind a discharge.
    """

    row: Measurement
    course: int | None = None
    visit: str | None = None
    week: int | None = None
    phase: str | None = None


def located(folder: Folder, rows: list[Measurement]) -> list[Figure]:
    """The figures of a client, each with its place in the course of the record that holds it."""
    homes: dict[str, tuple[int, Course, str | None]] = {}
    for n, course in enumerate(courses(folder), 1):
        numbers = visit_numbers(course)
        for entry in course.entries:
            homes[entry.stem] = (n, course, numbers.get(entry.stem) or _own_visit(entry))
    return [_placed(row, *homes[row.entry.stem]) for row in rows]


def _own_visit(entry: Entry) -> str | None:
    return entry.record.visit if isinstance(entry.record, Assessment) else None


def _placed(row: Measurement, n: int, course: Course, visit: str | None) -> Figure:
    day = read_date(row.when)
    words = row.when if day else row.when.replace("-", " ")
    if row.when != row.entry.moment:
        visit = None
    if words.startswith("visit "):
        visit = words.removeprefix("visit ").replace(" ", "-")
    week = week_of(day, course.starts) if day and course.starts else None
    week = week if week is not None else read_week(words)
    phase = _phase(course, row, words, visit, week)
    return Figure(row, n, visit, week, phase)


def _phase(course: Course, row: Measurement, words: str, visit: str | None, week: int | None) -> str | None:
    """The named stretch a figure lies in: as its moment says, by week, by visit or by day."""
    ended = course.discharge.day if course.discharge else None
    day = read_date(row.when)
    if "after end" in words or (ended and day and day.isoformat() > ended):
        return "after the end"
    if words.startswith("phase "):
        return words.split()[1]
    plans = [e.record for e in reversed(course.plans) if isinstance(e.record, Plan) and e.record.phases]
    for phase in (plans[0].phases or ()) if plans else ():
        if _holds(phase, words, visit, week):
            return phase.id
    return None


def _holds(phase: Phase, words: str, visit: str | None, week: int | None) -> bool:
    weeks = read_weeks(phase.weeks)
    if weeks is not None:
        return week is not None and weeks.holds(week)
    first, last = read_visit(phase.from_), read_visit(phase.until)
    number = read_visit(f"visit {visit}")
    if number is not None and (first is not None or last is not None):
        return (first or 0) <= number <= (last if last is not None else number)
    begin, end, day = read_date(phase.from_), read_date(phase.until), read_date(words)
    if day is None or (begin is None and end is None):
        return False
    return (begin is None or begin <= day) and (end is None or day <= end)
