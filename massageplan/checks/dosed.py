"""A dose in figures: seconds, counts, and days a week, each from the least to the most that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.moments import read_count
from ..clinical.values import read
from ..records.base import texts

if TYPE_CHECKING:
    from ..records.parts import Homework

Range = tuple[float, float]

_SECONDS = {"s": 1.0, "sec": 1.0, "min": 60.0, "h": 3600.0}
_KINDS_OF_DAY = {"weekdays": 5, "work days": 5, "weekends": 2, "days off": 2}


def seconds(text: str | None) -> Range | None:
    """`20 s`, `10-30 s`, `1 min`; None for what is no duration, or open at an end."""
    value = read(text)
    if value.low is None or value.high is None:
        return None
    if value.kind == "duration":
        return value.low * 60, value.high * 60
    factor = _SECONDS.get(value.unit or "")
    return (value.low * factor, value.high * factor) if value.kind == "range" and factor else None


def range_of(text: str | None) -> Range | None:
    """`8`, `8-10`; None for what is no count, or open at an end."""
    most = read_count(text)
    if text is None or most is None or text.startswith(("at ", "under", "over")):
        return None
    low = text.removeprefix("about ").partition("-")[0]
    return (float(low), float(most)) if low.isdigit() else None


def times_a_day(text: str | None) -> float:
    """How often on a day on which it is done; once where it is not said."""
    value = read(text)
    return max(1.0, value.low) if value.kind == "rate" and value.low is not None else 1.0


def days_a_week(item: Homework, often: str | None = None) -> Range | None:
    """On how many days of a week a line is done: every day where it does not say; None where it cannot be told.

    Args:
        often: a rate in place of the line's own, and of its days.
    """
    days = texts(item.days) if often is None else ()
    if days:
        n = sum(_KINDS_OF_DAY.get(day, 1) for day in days)
        return (n, n) if "visit days" not in days else None
    rate = item.often if often is None else often
    if not rate:
        return 7, 7
    value = read(rate)
    if value.kind != "rate" or value.low is None or value.high is None:
        return None
    return min(7.0, round(value.low * 7, 2)), min(7.0, round(value.high * 7, 2))
