"""The tick grid: how many boxes a homework line has on which day."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from ..clinical.moments import read_date, read_weeks, week_of
from . import plain
from .dates import short

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from .words import Words

MOST_BOXES = 4
"""More goes a day than this get one box: the cell of a printed week holds no more."""

MOST_DAYS = 14

_SPREAD = {1: {0}, 2: {0, 3}, 3: {0, 2, 4}, 4: {0, 2, 4, 6}, 5: {0, 1, 3, 4, 6}, 6: {0, 1, 2, 3, 4, 5}}
_PER_DAY = re.compile(r"(?:(?:about|at most|at least) )?([0-9]{1,2})(-[0-9]{1,2})?/day(?: |$)")
_PER_WEEK = re.compile(r"(?:^| )(about |at most |at least )?([0-9]{1,2})(-[0-9]{1,2})?/week$")
_EVERY = re.compile(r"every ([0-9]{1,3}) (day|week)s?")
_NAMED = {
    "weekdays": range(5),
    "weekends": (5, 6),
    **{day: (n,) for n, day in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
}


def heads(start: date | None, count: int, words: Words) -> tuple[str, ...]:
    """The heads of the day columns: `Tue 24`, or `Day 1` where the first day is not known."""
    count = max(0, min(count, MOST_DAYS))
    if start is None:
        return tuple(words.gettext("Day {n}", n=n + 1) for n in range(count))
    return tuple(short(start + timedelta(n), words) for n in range(count))


def _named_days(value: object, start: date | None, count: int) -> tuple[bool, ...] | None:
    """Which days `days` means; nothing where only the client knows (`work days`) or no date is known."""
    wanted = {n for name in plain.texts(value) for n in _NAMED.get(name, (7,))}
    if start is None or 7 in wanted:
        return None
    return tuple((start + timedelta(n)).weekday() in wanted for n in range(count))


def _on(often: str, day: int) -> bool | None:
    """Whether a line is due on the n-th day; None leaves it to the client."""
    if often in {"weekly", "once"}:
        return day == 0 or (often == "weekly" and day % 7 == 0)
    if often == "every other day":
        return day % 2 == 0
    if week := _PER_WEEK.search(often):
        open_ended = bool(week[1] or week[3])
        due = day % 7 in _SPREAD.get(int(week[2]), range(7))
        return True if due else None if open_ended else False
    if every := _EVERY.fullmatch(often):
        step = int(every[1]) * (7 if every[2] == "week" else 1)
        return day % max(step, 1) == 0
    known = often in {"", "daily", "every day"} or _PER_DAY.match(often) or often.startswith("every ")
    return True if known else None


def _boxes(often: str) -> int:
    goes = int(match[1]) if (match := _PER_DAY.match(often)) else 1
    return goes if 0 < goes <= MOST_BOXES else 1


def ticks(
    item: Mapping[str, object], start: date | None, count: int, begun: date | None = None
) -> tuple[int | None, ...]:
    """Boxes on each day of the grid.

    Args:
        item: a homework item; keys `often`, `days`, `from`, `until` and `weeks` are read.
        start: first day of the grid.
        count: days of the grid; at most 14 are drawn.
        begun: first day of the course, from which its weeks count.

    Returns:
        For each day the number of boxes, 0 for rest and for a day on which the line is not in force, None for an open
        cell (only the client knows).
    """
    count = max(0, min(count, MOST_DAYS))
    due = _due(item, start, count)
    if start is None:
        return due
    days = (start + timedelta(n) for n in range(count))
    return tuple(boxes if _holds(item, day, begun) else 0 for boxes, day in zip(due, days, strict=True))


def _holds(item: Mapping[str, object], day: date, begun: date | None) -> bool:
    """Whether a line is in force on a day, as far as its dates and weeks say."""
    first, last = read_date(plain.text(item.get("from"))), read_date(plain.text(item.get("until")))
    weeks = read_weeks(plain.text(item.get("weeks")) or None)
    if (first and day < first) or (last and day > last):
        return False
    if weeks is None or begun is None:
        return True
    return weeks.holds(week_of(day, begun))


def _due(item: Mapping[str, object], start: date | None, count: int) -> tuple[int | None, ...]:
    """Boxes by how often and on which days a line is done."""
    often = plain.text(item.get("often"))
    boxes = _boxes(often)
    if item.get("days"):
        named = _named_days(item["days"], start, count)
        return tuple(boxes if due else 0 for due in named) if named else (None,) * count
    due_days = (_on(often, day) for day in range(count))
    return tuple(None if due is None else boxes if due else 0 for due in due_days)
