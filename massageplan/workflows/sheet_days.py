"""The days of a handout's tick grid, and where they are not the ones that one would think."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..clinical.moments import first_day_of_week, read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..clinical.course import Course

MOST_DAYS = 14


def grid_days(course: Course, today: date, week: int | None, next_visit: str | None) -> tuple[date | None, int]:
    """First day and number of days of the tick grid: from tomorrow, or a week's first day, to the next visit.

    Args:
        week: the week asked for; None for the days to come.
        next_visit: day or words; without a day the grid has a week.
    """
    if course.starts is None:
        return None, 7
    start = first_day_of_week(week, course.starts) if week is not None else today + timedelta(days=1)
    until = read_date(next_visit)
    days = (until - start).days + 1 if until else 7
    return start, min(max(days, 1), MOST_DAYS)


def remarks_on(course: Course, today: date, week: int | None, next_visit: str | None) -> Iterator[str]:
    """What the therapist should know of the days of the grid, each a clause."""
    start, days = grid_days(course, today, week, next_visit)
    if start is None:
        return
    last, until = start + timedelta(days=days - 1), read_date(next_visit)
    if until and until < start:
        yield f"the next visit comes before the first day of the grid, {start.isoformat()}"
    if until and last < until:
        yield f"the grid ends after {days} days, before the next visit: it holds no more"
    if week is not None and last < today:
        yield f"the days of week {week} are past"
