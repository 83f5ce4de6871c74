"""Which lines of homework the client's sheet has, and which sheet a text from the client's page answers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..clinical.agreement import refused_lines
from ..clinical.course import as_of, courses, in_force
from ..clinical.moments import week_of
from ..clinical.shorthand.reference import sheet_mark
from .sheets import active, ended

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from ..clinical.course import Course, InForce
    from ..clinical.shorthand.reference import Reference
    from ..records.folder import Folder
    from ..records.parts import Homework


def due_and_home(
    course: Course, plan: InForce, week: int | None, today: date, day: date
) -> tuple[list[Homework], list[Homework]]:
    """The lines in force in a week, and those of them that go home: without what the client said no to by a day."""
    due = active(course, plan, week, today)
    refused = refused_lines(as_of(course, day.isoformat()), plan.homework)
    return due, [line for line in due if line.name not in refused]


def in_force_on(folder: Folder, day: date) -> tuple[Course, InForce] | None:
    """The newest course with a plan in force on a day, and that plan."""
    for course in reversed(courses(folder)):
        plan = in_force(course, day.isoformat())
        if plan:
            return course, plan
    return None


def lines_of(folder: Folder, day: date, week: int | None) -> tuple[str, ...]:
    """Ids of the lines of the sheet for a week, in their order, by what was in force on a day."""
    found = in_force_on(folder, day)
    if found is None:
        return ()
    return tuple(line.name for line in due_and_home(*found, week, day, day)[1])


def lines_now(folder: Folder, day: date) -> tuple[str, ...]:
    """The same for the week of the day itself."""
    found = in_force_on(folder, day)
    if found is None:
        return ()
    course = found[0]
    week = 1 if course.starts is None else max(1, week_of(day, course.starts))
    return lines_of(folder, day, None if ended(course, day) else week)


def meant(folder: Folder, day: date, reference: Reference) -> tuple[str, ...] | tuple[Literal[None], str, str]:
    """The lines of the sheet that a reference means; or why there is no such sheet on that day, and what to do."""
    lines = lines_of(folder, day, reference.week)
    if lines and sheet_mark(lines) == reference.sheet:
        return lines
    week = f" of week {reference.week}" if reference.week is not None else ""
    for before, since in _changes(folder, day):
        lines = lines_of(folder, before, reference.week)
        if lines and sheet_mark(lines) == reference.sheet:
            message = f"This text answers the sheet{week} from before the homework changed on {since.isoformat()}."
            return None, message, f"if it tells of the days before, give the last of them: --date {before.isoformat()}"
    message = f"This text answers a sheet with other homework than {folder.code} has in the sheet{week}."
    return None, message, f"see what is in force: mplan handout {folder.code} --to md --out -"


def _changes(folder: Folder, day: date) -> Iterator[tuple[date, date]]:
    """The days on which records could have changed the homework, newest first, each with the day before it."""
    days = {date.fromisoformat(entry.day) for entry in folder.entries if entry.day is not None}
    for since in sorted((each for each in days if each <= day), reverse=True):
        yield since - timedelta(days=1), since
