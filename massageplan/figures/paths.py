"""Curves as SVG path data: short, relative, one decimal; y goes down on a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot

from .camera import Point
from .outline import Loop


def number(value: float) -> str:
    """A length with one decimal, as short as it can be written."""
    text = f"{value:.1f}".removesuffix(".0")
    if text == "-0":
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


class Pen:
    """Writes path data; each point is relative to the last one as it was rounded, so that nothing drifts."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._x = self._y = 0.0

    def move(self, point: Point) -> None:
        """Begin at a point."""
        self._x, self._y = round(point[0], 1), round(-point[1], 1)
        self._out.append("M" + _list((self._x, self._y)))

    def curve(self, *points: Point) -> None:
        """A cubic curve by two handles and its end."""
        self._step("c", points)

    def line(self, *points: Point) -> None:
        """Straight on to each point."""
        for point in points:
            self._step("l", (point,))

    def close(self) -> None:
        """Back to where it began."""
        self._out.append("z")

    def _step(self, letter: str, points: Sequence[Point]) -> None:
        flat: list[float] = []
        for x, y in points:
            flat += (round(x - self._x, 1), round(-y - self._y, 1))
        self._x, self._y = round(self._x + flat[-2], 1), round(self._y + flat[-1], 1)
        self._out.append(letter + _list(flat))

    def __str__(self) -> str:
        return "".join(self._out)


def _list(values: Iterable[float]) -> str:
    text = ""
    for value in values:
        one = number(value)
        text += one if not text or one.startswith("-") else f" {one}"
    return text


def _tangent(a: Point, b: Point, c: Point) -> Point:
    """Direction of a curve at b: of the circle through three points, so that a long straight piece never swings out."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
    before, after = hypot(ux, uy), hypot(vx, vy)
    if before < 1e-9:
        x, y = vx, vy
    elif after < 1e-9:
        x, y = ux, uy
    else:
        x, y = ux / before * after + vx / after * before, uy / before * after + vy / after * before
    size = hypot(x, y) or 1.0
    return x / size, y / size


def smooth(pen: Pen, points: Sequence[Point], closed: bool) -> None:
    """A smooth curve through points; the handles follow the length of their own piece."""
    count = len(points)
    if count < 2:
        return
    pen.move(points[0])
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    tangents = [_tangent(*around[n : n + 3]) for n in range(len(around) - 2)]
    for n in range(count if closed else count - 1):
        a, b, s, t = around[n + 1], around[n + 2], tangents[n], tangents[n + 1]
        third = hypot(b[0] - a[0], b[1] - a[1]) / 3
        pen.curve((a[0] + s[0] * third, a[1] + s[1] * third), (b[0] - t[0] * third, b[1] - t[1] * third), b)
    if closed:
        pen.close()


def curves(pieces: Iterable[tuple[Loop, bool]]) -> str:
    """Path data of smooth pieces, each closed or open."""
    pen = Pen()
    for points, closed in pieces:
        smooth(pen, points, closed)
    return str(pen)


def edges(pieces: Iterable[tuple[Loop, bool]]) -> str:
    """Path data of straight pieces, each closed or open."""
    return "".join(straight([points], close=closed) for points, closed in pieces)


def closed_curves(loops: Iterable[Loop]) -> str:
    """Path data of smooth closed loops."""
    return curves((loop, True) for loop in loops)


def straight(loops: Iterable[Sequence[Point]], close: bool = True) -> str:
    """Path data of straight lines."""
    pen = Pen()
    for points in loops:
        pen.move(points[0])
        pen.line(*points[1:])
        if close:
            pen.close()
    return str(pen)
