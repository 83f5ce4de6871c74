"""Amounts in figures: numbers, grades, ratios, ranges, bounds and statistics, with unit and verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import replace
from ..patterns import lazy
from .times import POS, ends
from .value import Value

if TYPE_CHECKING:
    import re

_NUM = rf"-?{POS}"
_DEC = r"[0-9]{1,15},[0-9]{1,2}"
_TAIL = lazy(
    r"(?P<unit> ?(?:%|°C|°F|°)|(?:s|min|h|deg|mm|cm|m|in|kg|g|lb|ml|bpm)\b"
    r"| (?!positive\b|negative\b|to\b)[A-Za-zµμ°%][^\s()]*)?"
    r"(?P<verdict> (?:positive|negative))?"
)
"""What may stand behind any amount: a unit and a verdict."""

_GRADE = lazy(r"(?P<n>[0-9]{1,2})(?P<step>[+-])(?:/(?P<over>[0-9]{1,2}))?")
_RATIO = lazy(rf"(?P<low>{POS})(?:-(?P<high>{POS}))?/(?P<over>{POS})")
_RANGE = lazy(rf"(?:(?P<low>{POS})-(?P<high>{POS})|(?P<a>{_NUM}) to (?P<b>{_NUM}))")
_BOUND = lazy(rf"(?P<word>under|over|at least|at most|<=|>=|<|>|≤|≥) ?(?P<n>{_DEC}|{_NUM})")
_STAT = lazy(
    rf"(?P<n>{_NUM}) ?(?:(?P<word>sd|se|±) ?(?P<spread>{POS})"
    rf"|(?P<limits>iqr|ci) (?P<low>{_NUM})(?:-| to )(?P<high>{_NUM}))"
)
_NUMBER = lazy(rf"(?P<n>{_DEC}|{_NUM})")
_BOUND_WORDS = {"<": "under", ">": "over", "<=": "at most", "≤": "at most", ">=": "at least", "≥": "at least"}
_MINUTES = {"s": 1 / 60, "sec": 1 / 60, "second": 1 / 60, "seconds": 1 / 60, "min": 1.0, "minute": 1.0, "minutes": 1.0,
            "h": 60.0, "hour": 60.0, "hours": 60.0, "day": 1440.0, "days": 1440.0, "week": 10080.0, "weeks": 10080.0,
            "month": 43830.0, "months": 43830.0, "year": 525960.0, "years": 525960.0}  # fmt: skip


def _amount(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], str | None, str | None] | None:
    """A figure with its unit and verdict, if nothing else stands in the text."""
    match = pattern.match(text)
    tail = _TAIL.fullmatch(text, match.end()) if match else None
    if match is None or tail is None:
        return None
    unit, verdict = tail["unit"], tail["verdict"]
    return match, unit and unit.strip(), verdict and verdict.strip()


def grade(text: str) -> Value | None:
    """`3+/5`, `4-/5`, `2+`."""
    found = _amount(_GRADE, text)
    if not found:
        return None
    match, unit, verdict = found
    number = float(match["n"])
    over = float(match["over"]) if match["over"] else None
    return Value(text, "grade", number, number, number, over=over, step=match["step"], unit=unit, verdict=verdict)


def ratio(text: str) -> Value | None:
    """`17/42`, `7-8/10`, `127/75`."""
    found = _amount(_RATIO, text)
    if not found:
        return None
    match, unit, verdict = found
    low, high = float(match["low"]), float(match["high"] or match["low"])
    exact = None if match["high"] else low
    return Value(text, "ratio", exact, low, high, over=float(match["over"]), unit=unit, verdict=verdict)


def range_(text: str) -> Value | None:
    """`8-9`, `-5 to 2`."""
    found = _amount(_RANGE, text)
    if not found:
        return None
    match, unit, verdict = found
    low, high = float(match["low"] or match["a"]), float(match["high"] or match["b"])
    return Value(text, "range", None, low, high, unit=unit, verdict=verdict)


def bound(text: str) -> Value | None:
    """`under 33`, `at least 5`, `<33`."""
    found = _amount(_BOUND, text)
    if not found:
        return None
    match, unit, verdict = found
    word = _BOUND_WORDS.get(match["word"], match["word"])
    low, high = ends(word, _float(match["n"]))
    return Value(text, "bound", None, low, high, step=word, unit=unit, verdict=verdict)


def stat(text: str) -> Value | None:
    """`29.2 sd 17.0`, `51 ci 40-60`."""
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


def number(text: str) -> Value | None:
    """`38`, `1,5`, `40 deg`, `45 min`."""
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
