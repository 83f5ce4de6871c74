"""What a figure is to reach, and whether it does: `up 3`, `at most 1/night`, `0`, `over 60`.

What cannot be told apart is left alone: the answer is None, and never a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen, replace
from .direction import higher_is_better
from .error import error_of
from .order import compare
from .value import Value
from .values import read

if TYPE_CHECKING:
    from ..library.catalogue import Library
    from .rows import Measurement

_DOWN = ("under", "at most")
_UP = ("over", "at least")
_AMOUNTS = ("number", "range", "bound", "ratio", "grade", "stat")
_TIMED = ("duration", "rate")
"""Kinds whose ends are in minutes and in times per day, whatever unit was written."""
_THIRDS = {"+": 1 / 3, "-": -1 / 3}


class Aim(Frozen):
    """What is to be reached.

    Attributes:
        up: whether the figure is to rise to it.
        target: one exact figure, or words.
        strict: whether it must be passed, as for `under 5` and `over 60`.
        needed: the change from the start, in the unit of the ends of a value; None where there is no start.
    """

    up: bool
    target: Value
    strict: bool = False
    needed: float | None = None


def figure_of(row: Measurement) -> Value:
    """A row's figure with the unit that holds for it."""
    return row.value if row.value.unit or not row.unit else replace(row.value, unit=row.unit)


def better(library: Library, address: str) -> bool | None:
    """Whether higher is better for a measure; None where nothing says."""
    error = error_of(library, address)
    known = error.better if error is not None else None
    return higher_is_better(library, address) if known is None else known


def aim_of_change(change: str | None, start: Value | None, unit: str = "") -> Aim | None:
    """What `up 3` or `down 30 %` asks for from a start; None for a change of no size and where it cannot be told.

    Of a start that is a range the end that speaks against a change is taken, and of an amount such as 2-3 the lower.

    Args:
        unit: of the measure, as the library has it: a change in percent is then one of points.
    """
    told = read(change)
    if told.kind == "words" and change and change.split(" ")[0] in ("up", "down"):  # rates are no change of their own
        way, _, rest = change.partition(" ")
        told = replace(read(rest), step=way)
    elif told.kind != "change":
        return None
    up = told.step == "up"
    amount = _amount(told, start, unit)
    end = _end(start, not up) if start is not None else None
    if start is None or not amount or amount < 0 or end is None or told.step not in ("up", "down"):
        return None
    target = _pinned(start, round(end + amount if up else end - amount, 9))
    return Aim(up, target, needed=amount)


def has_size(change: str | None) -> bool:
    """Whether a change says how far: `up 3` does, `better` and `up 0` do not."""
    told = read(change)
    if told.kind == "words" and change and change.split(" ")[0] in ("up", "down"):
        told = read(change.partition(" ")[2])
        return (told.kind in _AMOUNTS or told.kind in _TIMED) and _size(told) > 0
    return told.kind == "change" and _size(told) > 0


def is_wrong_way(told: str | None, good: bool | None, start: Value | None) -> bool:
    """Whether a change or a target asks for a worse figure: `up 3` of pain, `at least 8` of pain, 3 from a psfs of 6.

    Args:
        good: whether higher is better; None where nothing says, and then nothing goes the wrong way.
        start: where it is counted from, for a target that is a bare figure.
    """
    if told is None or good is None:
        return False
    first, value = told.split()[0], read(told)
    if first in ("up", "down"):
        return has_size(told) and (first == "up") != good
    if value.step in _UP or value.step in _DOWN:
        return (value.step in _UP) != good
    aim = aim_of_target(told, good)
    order = compare(start, aim.target) if aim is not None and start is not None else None
    return order is not None and (order > 0 if good else order < 0)


def _size(told: Value) -> float:
    """The amount of a change, of a range the lower; 0 where it has none."""
    return told.number if told.number is not None else told.low or 0.0


def is_target(to: str | None) -> bool:
    """Whether a target is a figure that others can be held against: words and clock times are none."""
    return aim_of_target(to, True) is not None or has_size(to)


def _amount(told: Value, start: Value | None, unit: str) -> float | None:
    if start is None:
        return None
    same = told.unit is None or start.unit is None or told.unit == start.unit
    if start.kind in _TIMED:
        if told.unit is not None:  # minutes, or times a day, on both sides
            return told.low
        scale = start.low / start.number if start.number and start.low is not None else None
        return None if scale is None or told.low is None else told.low * scale
    amount = told.number if told.number is not None else told.low
    if told.unit == "%" and "%" not in (unit, start.unit):
        end = _end(start, told.step == "down")
        return None if end is None or amount is None else abs(end) * amount / 100
    return amount if same or told.unit == "%" else None


def aim_of_target(to: str | None, good: bool | None, start: Value | None = None, unit: str = "") -> Aim | None:
    """What a target asks for: `8`, `at most 1/night`, `0`, `60-70` (its nearer end), `up 3` from the start.

    Args:
        good: whether higher is better, for a target that does not say; else the start tells the way.
    """
    told = read(to)
    if told.kind == "change":
        return aim_of_change(to, start, unit)
    if told.kind in ("nothing", "pair", "clock", "words"):
        return None
    told = _in_time(told)
    if told.step in _DOWN or told.step in _UP:
        up = told.step in _UP
        end = told.low if up else told.high
        if end is None:
            return None
        return _with_needed(Aim(up, _pinned(replace(told, step=None), end), told.step in ("under", "over")), start)
    towards = _way(told, start) if good is None else good
    if towards is None:
        return None
    end = told.low if towards else told.high
    return None if end is None else _with_needed(Aim(towards, _pinned(told, end)), start)


def _in_time(told: Value) -> Value:
    """`under 10 min` with its ends in minutes, as figures in minutes have them."""
    if told.kind != "bound" or told.unit is None:
        return told
    end = told.high if told.high is not None else told.low
    inner = read(f"{end:g} {told.unit}")
    if inner.kind != "duration":
        return told
    return replace(inner, step=told.step, low=inner.low if told.step in _UP else None,
                   high=inner.high if told.step in _DOWN else None)  # fmt: skip


def _way(target: Value, start: Value | None) -> bool | None:
    """Whether a start has to rise to a target that does not say; None if they are the same or cannot be compared."""
    order = compare(start, target) if start is not None else None
    return None if not order else order < 0


def _with_needed(aim: Aim, start: Value | None) -> Aim:
    end = _end(start, not aim.up) if start is not None else None
    target = _end(aim.target, aim.up)
    if end is None or target is None:
        return aim
    return replace(aim, needed=abs(target - end))


def reached(aim: Aim, figure: Value) -> bool | None:
    """Whether a figure reaches what was aimed at; of a range, the end that speaks against it counts.

    None where the two cannot be told apart: words, other units, a share against points.
    """
    end = _end(figure, aim.up)
    if end is None:
        return None
    a, b = _pinned(figure, end), aim.target
    if _is_zero(a) and b.kind in _TIMED:
        a = replace(b, low=0.0, high=0.0, number=0.0, step=None)
    elif _is_zero(b) and a.kind in _TIMED:
        b = replace(a, low=0.0, high=0.0, number=0.0)
    if "%" in (a.unit, b.unit) and a.over != b.over:
        return None
    order = compare(a, b, grades="grade" in (a.kind, b.kind))
    if order is None:
        return None
    if order == 0:
        return not aim.strict or figure.step == ("over" if aim.up else "under")
    return order > 0 if aim.up else order < 0


def gained(start: Value, figure: Value, up: bool) -> float | None:
    """By how much a figure moved the way it should (negative: the other way), in the unit of the ends of a value."""
    before, after = _end(start, not up), _end(figure, up)
    if before is None or after is None:
        return None
    before, after = before + _THIRDS.get(start.step or "", 0.0), after + _THIRDS.get(figure.step or "", 0.0)
    return round(after - before if up else before - after, 9)


def _end(value: Value, low: bool) -> float | None:
    """The lower or the upper end; the plus or minus of a grade stays in its step."""
    if value.kind not in _AMOUNTS and value.kind not in _TIMED:
        return None
    if value.low is not None and value.high is not None and value.low > value.high:
        return None
    return value.low if low else value.high


def _pinned(value: Value, end: float) -> Value:
    """A value as one exact figure of the same kind and unit."""
    return replace(value, number=end, low=end, high=end)


def _is_zero(value: Value) -> bool:
    return value.kind == "number" and value.number == 0 and value.unit is None
