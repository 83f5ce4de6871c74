"""How many lines of homework fall on one day, week by week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.moments import Weeks, read_date, read_week, read_weeks, week_of
from ..frozen import Frozen
from ..patterns import lazy
from ..records.base import texts

if TYPE_CHECKING:
    from datetime import date

    from ..records.folder import Entry
    from ..records.parts import Homework

_DAY = lazy(r"^day ([0-9]{1,4})$")
_WORK_DAYS = ("mon", "tue", "wed", "thu", "fri")
_KINDS_OF_DAY = {
    "weekdays": _WORK_DAYS,
    "work days": _WORK_DAYS,
    "weekends": ("sat", "sun"),
    "days off": ("sat", "sun"),
}
_WEEK = (*_WORK_DAYS, "sat", "sun")
_NOT_DAILY_BREAD = frozenset(("as needed", "once"))


class Given(Frozen):
    """A line of homework in force.

    Attributes:
        n: its place in the record's list, from 0.
        weeks: when it is to be done.
    """

    entry: Entry
    n: int
    item: Homework
    weeks: Weeks


class Crowd(Frozen):
    """Lines that fall on one day.

    Attributes:
        lines: those of the fullest day, in the order in which they were given.
        weeks: all stretches of weeks with too many, in order.
    """

    lines: list[Given]
    weeks: list[Weeks]


def weeks_of(item: Homework, starts: date | None) -> Weeks | None:
    """The weeks of a line; None if it is not done on set days or its time cannot be placed."""
    if item.often in _NOT_DAILY_BREAD:
        return None
    weeks = read_weeks(item.weeks) or Weeks(1, None)
    first = _week(item.from_, starts) if item.from_ else weeks.first
    last = _week(item.until, starts) if item.until else weeks.last
    if first is None or (item.until and last is None):
        return None
    return Weeks(first, last)


def _week(moment: str, starts: date | None) -> int | None:
    day = read_date(moment)
    if day is not None:
        return week_of(day, starts) if starts else None
    match = _DAY.match(moment)
    return (int(match[1]) - 1) // 7 + 1 if match else read_week(moment)


def busiest(lines: list[Given], from_week: int, most: int) -> Crowd | None:
    """The fullest day from a week on, if it holds more than `most` lines."""
    edges = {from_week}
    for line in lines:
        edges.add(line.weeks.first)
        if line.weeks.last is not None:
            edges.add(line.weeks.last + 1)
    starts = sorted(edge for edge in edges if edge >= from_week)
    full: list[Given] = []
    weeks: list[Weeks] = []
    for first, after in zip(starts, [*starts[1:], None], strict=True):
        on_a_day = _fullest_day([line for line in lines if line.weeks.holds(first)])
        if len(on_a_day) > most:
            full = max(full, on_a_day, key=len)
            last = None if after is None else after - 1
            if weeks and weeks[-1].last == first - 1:
                weeks[-1] = Weeks(weeks[-1].first, last)
            else:
                weeks.append(Weeks(first, last))
    return Crowd(full, weeks) if full else None


def _fullest_day(lines: list[Given]) -> list[Given]:
    return max(([line for line in lines if _holds_day(line, day)] for day in _WEEK), key=len)


def _holds_day(line: Given, day: str) -> bool:
    days = texts(line.item.days)
    return not days or any(day == name or day in _KINDS_OF_DAY.get(name, ()) for name in days)


def told(weeks: list[Weeks]) -> str:
    """`week 1`, `weeks 1-2 and 4 on`."""
    parts = [
        f"{w.first} on" if w.last is None else str(w.first) if w.first == w.last else f"{w.first}-{w.last}"
        for w in weeks
    ]
    word = "week" if len(weeks) == 1 and weeks[0].first == weeks[0].last else "weeks"
    return f"{word} " + (" and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0])
