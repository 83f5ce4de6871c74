"""Which of two figures is the higher, where that can be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .value import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOON = 12 * 60.0
_STEPS = {"-": -1 / 3, None: 0.0, "+": 1 / 3}


def compare(a: Value, b: Value, ranks: Sequence[str] = (), grades: bool = False, night: bool = False) -> int | None:
    """-1, 0 or 1 as `a` is lower than, equal to or higher than `b`; None where there is no order between them.

    Args:
        ranks: words of the measure from lowest to highest, as its library entry ranks them.
        grades: whether `3/5` is a grade here, so that 3- < 3 < 3+ < 4-.
        night: whether the day turns at noon, for bedtimes: 23:30 is before 00:30.
    """
    if a.kind == "words" and b.kind == "words":
        words = [w.strip().lower() for w in (a.text, b.text)]
        if not all(w in ranks for w in words):
            return None
        low, high = (ranks.index(w) for w in words)
        return _sign(low, high)
    ends = [_ends(v, night) for v in (a, b)]
    if None in ends or _family(a, grades) != _family(b, grades) or not _same_scale(a, b):
        return None
    (a_low, a_high), (b_low, b_high) = (e for e in ends if e is not None)
    if a_low == a_high == b_low == b_high and a_low is not None:
        return 0
    if a_high is not None and b_low is not None and _below(a_high, b_low, a, b):
        return -1
    if b_high is not None and a_low is not None and _below(b_high, a_low, b, a):
        return 1
    return None


def _below(high: float, low: float, a: Value, b: Value) -> bool:
    """`under 5` lies below 5, and 5 lies below `over 5`; ends that are reached must differ."""
    return high < low or (high == low and (a.step == "under" or b.step == "over"))


def _sign(a: float, b: float) -> int:
    return (a > b) - (a < b)


def _family(value: Value, grades: bool) -> str:
    if value.kind == "grade" or (grades and value.kind in ("ratio", "number")):
        return "grade"
    if value.kind in ("number", "range", "bound", "stat", "ratio"):
        return "amount"
    return value.kind


def _same_scale(a: Value, b: Value) -> bool:
    return (a.over is None or b.over is None or a.over == b.over) and (
        a.kind in ("clock", "rate", "duration") or a.unit is None or b.unit is None or a.unit == b.unit
    )


def _ends(value: Value, night: bool) -> tuple[float | None, float | None] | None:
    if value.kind in ("nothing", "words", "change", "pair") or (value.low is None and value.high is None):
        return None
    shift = _STEPS[value.step] if value.kind == "grade" else 0.0
    low, high = (e if e is None else e + shift + _night(value, e, night) for e in (value.low, value.high))
    backwards = low is not None and high is not None and low > high
    return None if backwards else (low, high)


def _night(value: Value, minutes: float, night: bool) -> float:
    return 2 * _NOON if night and value.kind == "clock" and minutes < _NOON else 0.0
