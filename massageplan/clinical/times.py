"""Times in figures: clock times, rates, and durations of hours and minutes."""

from __future__ import annotations

from ..patterns import lazy
from .value import Value

POS = r"[0-9]{1,15}(?:\.[0-9]{1,15})?"
_PERIOD = r"second|minute|min|hour|h|day|d|night|week|wk|month|year|visit|session|work day|workday|shift|meal|treatment"
_CLOCK = r"[0-9]{1,2}:[0-5][0-9](?: ?[ap]m)?"
_CLOCKS = lazy(rf"(?P<a>{_CLOCK})(?:-(?P<b>{_CLOCK}))?")
_RATE = lazy(
    rf"(?P<count>(?P<bound>at most |at least |under |over )?(?P<low>{POS})(?:-(?P<high>{POS}))?)"
    rf"(?:/| per (?:(?P<n>[0-9]{{1,4}}) )?)(?P<period>{_PERIOD})s?"
    rf"|every (?:(?P<gap>[0-9]{{1,4}}) |(?P<other>other ))?(?P<every>{_PERIOD})s?"
    r"|(?P<word>hourly|daily|nightly|weekly|monthly|yearly)"
)
_COMPOUND = lazy(rf"(?P<h>{POS}) ?h (?P<min>{POS}) ?min")

_PER_DAY = {
    "second": 86400.0, "minute": 1440.0, "min": 1440.0, "hour": 24.0, "h": 24.0, "day": 1.0, "d": 1.0,
    "night": 1.0, "week": 1 / 7, "wk": 1 / 7, "month": 12 / 365.25, "year": 1 / 365.25,
}  # fmt: skip
_WORD_RATE = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
}


def clock(text: str) -> Value | None:
    """`22:41`, `10:41 pm`, `07:00-07:30`."""
    match = _CLOCKS.fullmatch(text)
    if not match:
        return None
    low, high = _minutes(match["a"]), _minutes(match["b"] or match["a"])
    if low is None or high is None:
        return None
    return Value(text, "clock", low if match["b"] is None else None, low, high)


def _minutes(text: str) -> float | None:
    half = text[-2:] if text[-1] == "m" else ""
    hour, minute = (int(n) for n in text.removesuffix(half).strip().split(":"))
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return float(hour * 60 + minute) if hour < 24 or (hour, minute) == (24, 0) else None


def rate(text: str) -> Value | None:
    """`3/week`, `2 per 31 days`, `every other day`, `daily`."""
    match = _RATE.fullmatch(text)
    if not match:
        return None
    if match["word"]:
        times = _PER_DAY[_WORD_RATE[match["word"]]]
        return Value(text, "rate", 1.0, times, times, unit=_WORD_RATE[match["word"]])
    if match["every"]:
        unit = match["every"]
        gap = 2.0 if match["other"] else float(match["gap"] or 1)
        per = _PER_DAY.get(unit)
        times_or_none = per / gap if per is not None and gap else None
        return Value(text, "rate", 1 / gap if gap else None, times_or_none, times_or_none, unit=unit)
    unit, n = match["period"], float(match["n"] or 1)
    if not n:
        return None
    word = (match["bound"] or "").strip()
    count = float(match["low"]) if not match["high"] and not word else None
    if unit not in _PER_DAY:  # how many a day, nobody can say of visits, shifts or meals
        return Value(text, "rate", count, unit=unit, step=word or None)
    low, high = (float(end) * _PER_DAY[unit] / n for end in (match["low"], match["high"] or match["low"]))
    low_end, high_end = ends(word, low) if word else (low, high)
    return Value(text, "rate", count, low_end, high_end, unit=unit, step=word or None)


def compound(text: str) -> Value | None:
    """`8 h 30 min`."""
    match = _COMPOUND.fullmatch(text)
    if not match:
        return None
    minutes = float(match["h"]) * 60 + float(match["min"])
    return Value(text, "duration", minutes, minutes, minutes, unit="min")


def ends(word: str, number: float) -> tuple[float | None, float | None]:
    """Lower and upper end of a bound."""
    return (None, number) if word in ("under", "at most") else (number, None)
