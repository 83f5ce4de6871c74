"""A figure as read: what was written, and what it says."""

from __future__ import annotations

from typing import Literal

from ..frozen import Frozen

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

MAX_DIGITS = 15
"""Digits a figure may have on either side of the point; more are kept as words."""


class Value(Frozen):
    """One figure as read.

    Attributes:
        text: as written.
        kind: which production fitted; `pair` is before and after (`6 -> 4`).
        number: the one number that stands for it, in its own unit, where there is one: the numerator of a ratio,
            the count of a rate, minutes since midnight of a clock time.
        low: lower end of what it says, None when open; minutes for durations and clock times, times per day for
            rates (None for one per visit or meal), else in its own unit.
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
