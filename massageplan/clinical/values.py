"""The grammar of one figure: `38`, `6 -> 4`, `3+/5`, `at most 1/night`, `28 deg positive`, `not done`.

The first production that fits wins; a text that fits none is words. What was written is always kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ..frozen import Frozen, replace
from ..patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal[
    "nothing",
    "clock",
    "rate",
    "duration",
    "grade",
    "ratio",
    "range",
    "bound",
    "stat",
    "number",
    "change",
    "words",
    "pair",
]

MAX_TEXT = 500
MAX_DIGITS = 15


class Value(Frozen):
    """One figure as read.

    Attributes:
        text: as written.
        kind: which production fitted; `pair` is before and after (`6 -> 4`).
        number: the one number that stands for it, in its own unit, where there is one: the numerator of a ratio,
            the count of a rate, minutes since midnight of a clock time.
        low: lower end of what it says, None when open; minutes for durations and clock times, times per day for
            rates, else in its own unit.
        high: upper end, likewise.
        over: denominator of a ratio or grade (`24` in `11/24`).
        unit: as written.
        about: whether it was called approximate.
        verdict: `positive` or `negative` behind the figure.
        note: text in round brackets behind it.
        step: `+`, `-` or nothing, of a grade; direction of a change (`up`, `down`, `better`, `worse`, `same`);
            word of a bound (`under`, `over`, `at least`, `at most`); `sd`, `se`, `±`, `iqr`, `ci` of a statistic;
            which nothing (`empty`, `not done`, `no answer`, `n/a`, `unknown`).
        parts: before and after of a pair; spread or limits of a statistic.
    """

    text: str
    kind: Kind
    number: float | None = None
    low: float | None = None
    high: float | None = None
    over: float | None = None
    unit: str | None = None
    about: bool = False
    verdict: str | None = None
    note: str | None = None
    step: str | None = None
    parts: tuple[Value, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Not measured, not answered, not applicable, or figure unknown; never zero."""
        return self.kind == "nothing"


_POS = r"[0-9]{1,15}(?:\.[0-9]{1,15})?"
_NUM = rf"-?{_POS}"
_DEC = r"[0-9]{1,15},[0-9]{1,2}"
_TAIL = lazy(
    r"(?P<unit> ?(?:%|°C|°F|°)|(?:s|min|h|deg|mm|cm|m|in|kg|g|lb|ml|bpm)\b"
    r"| (?!positive\b|negative\b|to\b)[A-Za-zµμ°%][^\s()]*)?"
    r"(?P<verdict> (?:positive|negative))?"
)
"""What may stand behind any amount: a unit and a verdict."""

_PERIOD = r"second|minute|min|hour|h|day|d|night|week|wk|month|year|visit|session|work day|workday|shift|meal|treatment"
_CLOCK = r"[0-9]{1,2}:[0-5][0-9](?: ?[ap]m)?"


_NOTE = lazy(r"^(?P<body>.*\S) \((?P<note>[^()]*)\)$", re.DOTALL)
_CLOCKS = lazy(rf"(?P<a>{_CLOCK})(?:-(?P<b>{_CLOCK}))?")
_RATE = lazy(
    rf"(?P<count>(?P<bound>at most |at least |under |over )?(?P<low>{_POS})(?:-(?P<high>{_POS}))?)"
    rf"(?:/| per (?:(?P<n>[0-9]{{1,4}}) )?)(?P<period>{_PERIOD})s?"
    rf"|every (?:(?P<gap>[0-9]{{1,4}}) |(?P<other>other ))?(?P<every>{_PERIOD})s?"
    r"|(?P<word>hourly|daily|nightly|weekly|monthly|yearly)"
)
_COMPOUND = lazy(rf"(?P<h>{_POS}) ?h (?P<min>{_POS}) ?min")
_GRADE = lazy(r"(?P<n>[0-9]{1,2})(?P<step>[+-])(?:/(?P<over>[0-9]{1,2}))?")
_RATIO = lazy(rf"(?P<low>{_POS})(?:-(?P<high>{_POS}))?/(?P<over>{_POS})")
_RANGE = lazy(rf"(?:(?P<low>{_POS})-(?P<high>{_POS})|(?P<a>{_NUM}) to (?P<b>{_NUM}))")
_BOUND = lazy(rf"(?P<word>under|over|at least|at most|<=|>=|<|>|≤|≥) ?(?P<n>{_DEC}|{_NUM})")
_STAT = lazy(
    rf"(?P<n>{_NUM}) ?(?:(?P<word>sd|se|±) ?(?P<spread>{_POS})"
    rf"|(?P<limits>iqr|ci) (?P<low>{_NUM})(?:-| to )(?P<high>{_NUM}))"
)
_NUMBER = lazy(rf"(?P<n>{_DEC}|{_NUM})")
_CHANGE = lazy(r"(?P<way>up|down|better|worse|same)(?: (?P<amount>\S.*))?")

_Readers = tuple[tuple[str, "Callable[[str], Value | None]"], ...]
_NOTHING = ("not done", "no answer", "n/a", "unknown")
_BOUND_WORDS = {"<": "under", ">": "over", "<=": "at most", "≤": "at most", ">=": "at least", "≥": "at least"}
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
_MINUTES = {"s": 1 / 60, "sec": 1 / 60, "second": 1 / 60, "seconds": 1 / 60, "min": 1.0, "minute": 1.0, "minutes": 1.0,
            "h": 60.0, "hour": 60.0, "hours": 60.0, "day": 1440.0, "days": 1440.0, "week": 10080.0, "weeks": 10080.0,
            "month": 43830.0, "months": 43830.0, "year": 525960.0, "years": 525960.0}  # fmt: skip


@lru_cache(maxsize=20_000)
def read(text: str | None) -> Value:
    """Read one figure; never fails: what fits no production is words.

    Source: the notation of records, `docs/format.md`.
    """
    if text is None or not text.strip():
        return Value(text or "", "nothing", step="empty")
    body = text.strip()
    if len(body) > MAX_TEXT:
        return Value(text, "words")
    word, note = _split_note(body)
    if word in _NOTHING:
        return Value(text, "nothing", step=word, note=note)
    before, arrow, after = body.partition(" -> ")
    if arrow and before.strip() and after.strip() and " -> " not in after:
        return Value(text, "pair", parts=(_single(before.strip()), _single(after.strip())))
    return replace(_single(body), text=text)


def _split_note(body: str) -> tuple[str, str | None]:
    match = _NOTE.match(body)
    return (match["body"], match["note"]) if match else (body, None)


def _single(body: str) -> Value:
    for text, note in ((body, None), _split_note(body)):
        plain = text.removeprefix("about ").removeprefix("~").strip()
        figure = _figure(plain)
        if figure is not None:
            return replace(figure, text=body, about=plain != text, note=note)
        change = _change(text)
        if change is not None:
            return replace(change, text=body, note=note)
    text, note = _split_note(body)
    return Value(body, "words", note=note)


def _change(text: str) -> Value | None:
    match = _CHANGE.fullmatch(text)
    if not match:
        return None
    if match["amount"] is None:
        return Value(text, "change", step=match["way"])
    if match["way"] not in ("up", "down"):
        return None
    amount = _figure(match["amount"])
    if amount is None or amount.kind in ("clock", "rate"):
        return None
    return replace(amount, text=text, kind="change", step=match["way"])


def _figure(text: str) -> Value | None:
    first = text[:1]
    if first.isdigit() or first == "-":
        readers = _DIGIT_FIRST
    elif first in "<>≤≥uoaednhwmy":
        readers = _WORD_FIRST
    else:
        return None
    for sign, reader in readers:
        if sign in text:
            value = reader(text)
            if value is not None:
                return value
    return None


def _clock(text: str) -> Value | None:
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


def _rate(text: str) -> Value | None:
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
    per = _PER_DAY.get(unit, 1.0) / n if n else None
    if per is None:
        return None
    low, high = float(match["low"]) * per, float(match["high"] or match["low"]) * per
    word = (match["bound"] or "").strip()
    exact = not match["high"] and not word
    low_end, high_end = _ends(word, low) if word else (low, high)
    count = float(match["low"]) if exact else None
    return Value(text, "rate", count, low_end, high_end, unit=unit, step=word or None)


def _compound(text: str) -> Value | None:
    match = _COMPOUND.fullmatch(text)
    if not match:
        return None
    minutes = float(match["h"]) * 60 + float(match["min"])
    return Value(text, "duration", minutes, minutes, minutes, unit="min")


def _amount(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], str | None, str | None] | None:
    """A figure with its unit and verdict, if nothing else stands in the text."""
    match = pattern.match(text)
    tail = _TAIL.fullmatch(text, match.end()) if match else None
    if match is None or tail is None:
        return None
    unit, verdict = tail["unit"], tail["verdict"]
    return match, unit and unit.strip(), verdict and verdict.strip()


def _grade(text: str) -> Value | None:
    found = _amount(_GRADE, text)
    if not found:
        return None
    match, unit, verdict = found
    number = float(match["n"])
    over = float(match["over"]) if match["over"] else None
    return Value(text, "grade", number, number, number, over=over, step=match["step"], unit=unit, verdict=verdict)


def _ratio(text: str) -> Value | None:
    found = _amount(_RATIO, text)
    if not found:
        return None
    match, unit, verdict = found
    low, high = float(match["low"]), float(match["high"] or match["low"])
    exact = None if match["high"] else low
    return Value(text, "ratio", exact, low, high, over=float(match["over"]), unit=unit, verdict=verdict)


def _range(text: str) -> Value | None:
    found = _amount(_RANGE, text)
    if not found:
        return None
    match, unit, verdict = found
    low, high = float(match["low"] or match["a"]), float(match["high"] or match["b"])
    return Value(text, "range", None, low, high, unit=unit, verdict=verdict)


def _bound(text: str) -> Value | None:
    found = _amount(_BOUND, text)
    if not found:
        return None
    match, unit, verdict = found
    word = _BOUND_WORDS.get(match["word"], match["word"])
    low, high = _ends(word, _float(match["n"]))
    return Value(text, "bound", None, low, high, step=word, unit=unit, verdict=verdict)


def _ends(word: str, number: float) -> tuple[float | None, float | None]:
    return (None, number) if word in ("under", "at most") else (number, None)


def _stat(text: str) -> Value | None:
    found = _amount(_STAT, text)
    if not found:
        return None
    match, unit, verdict = found
    number = float(match["n"])
    if match["word"]:
        spread = float(match["spread"])
        inner: tuple[Value, ...] = (Value(match["spread"], "number", spread, spread, spread),)
    else:
        low, high = float(match["low"]), float(match["high"])
        inner = (Value(match["low"], "number", low, low, low), Value(match["high"], "number", high, high, high))
    step = match["word"] or match["limits"]
    return Value(text, "stat", number, number, number, unit=unit, verdict=verdict, step=step, parts=inner)


def _number(text: str) -> Value | None:
    found = _amount(_NUMBER, text)
    if not found:
        return None
    match, unit, verdict = found
    number = _float(match["n"])
    value = Value(text, "number", number, number, number, unit=unit, verdict=verdict)
    minutes = _MINUTES.get(value.unit or "")
    if minutes is not None and value.verdict is None:
        time = number * minutes
        return replace(value, kind="duration", low=time, high=time)
    return value


def _float(text: str) -> float:
    return float(text.replace(",", "."))


_DIGIT_FIRST: _Readers = (
    (":", _clock), ("/", _rate), (" per ", _rate), ("h", _compound), ("+", _grade), ("-", _grade), ("/", _ratio),
    ("s", _stat), ("±", _stat), ("i", _stat), ("-", _range), (" to ", _range), ("", _number),
)  # fmt: skip
_WORD_FIRST: _Readers = (("", _rate), ("", _bound))
"""Readers in the order of the grammar, each with a sign without which it cannot fit."""
