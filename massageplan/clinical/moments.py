"""Small grammars of time: moments, weeks, durations, rates and counts."""

from __future__ import annotations

from datetime import date, timedelta

from ..frozen import Frozen
from ..patterns import lazy
from .values import read

_WEEKS = lazy(r"^([0-9]{1,3})(?:-([0-9]{1,3})| (on))?$")
_VISIT = lazy(r"^(?:about )?(?:before |after )?visit ([0-9]{1,3})(?:-([0-9]{1,3}))?\b")
_WEEK = lazy(r"^(?:about )?week ([0-9]{1,3})(?:-([0-9]{1,3}))?\b")
_ISO = lazy(r"^(?:about )?([0-9]{4}-[0-9]{2}-[0-9]{2})\b")
_COUNT = lazy(r"^(?:(?:at most|at least|about|under|over) )?([0-9]{1,4})(?:-([0-9]{1,4}))?$")
_DAY_MINUTES = 1440.0


class Weeks(Frozen):
    """A stretch of weeks of a course; `last` is None when it goes on."""

    first: int
    last: int | None

    def holds(self, week: int) -> bool:
        """Whether a week lies in it."""
        return self.first <= week and (self.last is None or week <= self.last)


def read_weeks(text: str | None) -> Weeks | None:
    """`3`, `3-10`, `4 on`."""
    match = _WEEKS.match(text or "")
    if not match:
        return None
    first = int(match[1])
    return Weeks(first, None if match[3] else int(match[2] or first))


def read_visit(text: str | None) -> int | None:
    """The (last) visit a moment names: 4 of `visit 4`."""
    match = _VISIT.match(text or "")
    return int(match[2] or match[1]) if match else None


def read_week(text: str | None) -> int | None:
    """The (last) week a moment names."""
    match = _WEEK.match(text or "")
    return int(match[2] or match[1]) if match else None


def read_date(text: str | None) -> date | None:
    """The day a moment names, if it names one that exists."""
    match = _ISO.match(text or "")
    if not match:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        return None


def read_count(text: str | None) -> int | None:
    """The highest number a count allows: 8 of `at most 8`, 10 of `8-10`."""
    match = _COUNT.match(text or "")
    return int(match[2] or match[1]) if match else None


def read_days(text: str | None) -> float | None:
    """Length of a duration in days."""
    value = read(text)
    minutes = value.high if value.high is not None else value.low
    return minutes / _DAY_MINUTES if value.kind == "duration" and minutes is not None else None


def per_week(text: str | None) -> float | None:
    """How often a rate happens in a week."""
    value = read(text)
    times = value.high if value.high is not None else value.low
    return times * 7 if value.kind == "rate" and times is not None else None


def week_of(day: date, starts: date) -> int:
    """Week of the course on a day; the week of `starts` is 1, days before it give 0 or less."""
    return (day - starts).days // 7 + 1


def first_day_of_week(week: int, starts: date) -> date:
    """The day on which a week of the course begins."""
    return starts + timedelta(days=7 * (week - 1))
