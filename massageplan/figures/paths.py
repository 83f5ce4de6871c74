"""Curves as SVG path data: short, relative, one decimal; y goes down on a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from .camera import Loop, Point
from .lines import fitted

FINE, ROUGH = 0.06, 0.3
"""How near a curve stays to its line, cm: that of a stroke, and that of a fill whose edge a stroke covers."""


@cache
def _tenths(count: int) -> str:
    """A number of tenths as text; a space before it where none is negative."""
    whole, tenth = divmod(abs(count), 10)
    text = f"{whole or '' if tenth else whole}{f'.{tenth}' if tenth else ''}"
    return f"-{text}" if count < 0 else f" {text}"


def number(value: float) -> str:
    """A length with one decimal, as short as it can be written."""
    return _tenths(round(value * 10)).lstrip()


def thickness(value: float) -> str:
    """The width of a line, with two decimals: a tenth of a millimetre is seen."""
    return f"{value:.2f}".rstrip("0").rstrip(".").removeprefix("0") or "0"


class Pen:
    """Writes path data; each point is relative to the last one as it was rounded, so that nothing drifts."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._x = self._y = 0

    def move(self, point: Point) -> None:
        """Begin at a point."""
        self._x, self._y = round(point[0] * 10), round(-point[1] * 10)
        self._out.append(f"M{_tenths(self._x).lstrip()}{_tenths(self._y)}")

    def curve(self, *points: Point) -> None:
        """A cubic curve by two handles and its end."""
        text = ""
        x, y = self._x, self._y
        for right, up in points:
            x, y = round(right * 10), round(-up * 10)
            text += _tenths(x - self._x) + _tenths(y - self._y)
        self._x, self._y = x, y
        self._out.append("c" + text.lstrip())

    def line(self, *points: Point) -> None:
        """Straight on to each point."""
        for right, up in points:
            x, y = round(right * 10), round(-up * 10)
            self._out.append("l" + (_tenths(x - self._x) + _tenths(y - self._y)).lstrip())
            self._x, self._y = x, y

    def close(self) -> None:
        """Back to where it began."""
        self._out.append("z")

    def __str__(self) -> str:
        return "".join(self._out)


def smooth(pen: Pen, points: Sequence[Point], closed: bool, tolerance: float = FINE) -> None:
    """A smooth curve along points; no more pieces than it needs."""
    if len(points) < 2:
        return
    start, curves = fitted(points, closed, tolerance)
    pen.move((start.real, start.imag))
    for a, b, c in curves:
        pen.curve((a.real, a.imag), (b.real, b.imag), (c.real, c.imag))
    if closed:
        pen.close()


def curves(pieces: Iterable[tuple[Loop, bool]], tolerance: float = FINE) -> str:
    """Path data of smooth pieces, each closed or open."""
    pen = Pen()
    for points, closed in pieces:
        smooth(pen, points, closed, tolerance)
    return str(pen)


def edges(pieces: Iterable[tuple[Loop, bool]]) -> str:
    """Path data of straight pieces, each closed or open."""
    return "".join(straight([points], close=closed) for points, closed in pieces)


def closed_curves(loops: Iterable[Loop], tolerance: float = FINE) -> str:
    """Path data of smooth closed loops."""
    return curves(((loop, True) for loop in loops), tolerance)


def straight(loops: Iterable[Sequence[Point]], close: bool = True) -> str:
    """Path data of straight lines."""
    pen = Pen()
    for points in loops:
        pen.move(points[0])
        pen.line(*points[1:])
        if close:
            pen.close()
    return str(pen)
