"""Arrows: what moves where. Shaft and head in the accent colour, cased in white so that they cross a limb legibly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, pi, radians, sin
from typing import TYPE_CHECKING

from .camera import Camera, Point
from .figure import Arrow
from .paths import Pen, smooth, thickness
from .places import direction, off, place
from .style import ACCENT, PAPER
from .vectors import step

if TYPE_CHECKING:
    from .posing import Posed

_SHAFT, _HEAD, _CASING = 1.9, 6.2, 2.0
_LEAST = 10.0
"""The shortest arrow, cm."""
_FOLLOW_GAP, _GAP = 5.0, 3.0
_FROM = 0.12
"""A followed path starts this share after the place where the movement did, so that the start stays visible."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An arrow on the page.

    Attributes:
        svg: its paths.
        points: its line, cm.
    """

    svg: str
    points: tuple[Point, ...]

    def box(self) -> tuple[float, float, float, float]:
        """What it takes on the page, head included: left, low, right, high."""
        xs, ys = [p[0] for p in self.points], [p[1] for p in self.points]
        return min(xs) - 4, min(ys) - 4, max(xs) + 4, max(ys) + 4


def draw(arrow: Arrow, posed: Posed, camera: Camera, zoom: float) -> Drawn:
    """An arrow of a pose.

    Args:
        arrow: as written.
        posed: the pose it stands on.
        camera: of the page.
        zoom: how much larger the picture is than usual; lines and heads stay as they are in print.
    """
    points = _long_enough(_POINTS[arrow.kind](arrow, posed, camera), _LEAST / zoom)
    return Drawn(_svg(points, zoom, arrow.both), tuple(points))


def _long_enough(points: list[Point], least: float) -> list[Point]:
    """A short arrow, made longer at its tail: no head without a shaft."""
    size = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
    if size >= least or size < 1e-6:
        return points
    (x, y), more = points[-1], least / size
    return [(x + (u - x) * more, y + (v - y) * more) for u, v in points]


def _shifted(arrow: Arrow, camera: Camera, point: Point) -> Point:
    across = -arrow.shift[0] if camera.mirrored else arrow.shift[0]
    return point[0] + across, point[1] + arrow.shift[1]


def _follow(arrow: Arrow, posed: Posed, camera: Camera) -> list[Point]:
    """The way of a place from the first pose to this, bent away from the pelvis."""
    gap = _FOLLOW_GAP if arrow.gap is None else arrow.gap
    first = posed.first or posed
    a = _shifted(arrow, camera, camera.page(off(first.body, arrow.place, gap)))
    b = _shifted(arrow, camera, camera.page(off(posed.body, arrow.place, gap)))
    centre = camera.page(posed.body.centre("pelvis"))
    size = max(hypot(b[0] - a[0], b[1] - a[1]), 1e-6)
    mid = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    nx, ny = (a[1] - b[1]) / size, (b[0] - a[0]) / size
    if (mid[0] - centre[0]) * nx + (mid[1] - centre[1]) * ny < 0:
        nx, ny = -nx, -ny
    bulge = arrow.bulge * size * 2
    top = (mid[0] + nx * bulge, mid[1] + ny * bulge)

    def at(t: float) -> Point:
        u = 1 - t
        return (u * u * a[0] + 2 * t * u * top[0] + t * t * b[0], u * u * a[1] + 2 * t * u * top[1] + t * t * b[1])

    return [at(_FROM + (1 - _FROM) * n / 10) for n in range(11)]


def _turn(arrow: Arrow, posed: Posed, camera: Camera) -> list[Point]:
    """Part of a circle on the page round a place."""
    centre = _shifted(arrow, camera, camera.page(place(posed.body, arrow.place)[0]))
    way = -1 if arrow.clockwise else 1
    begin = arrow.begin
    if camera.mirrored:
        way, begin = -way, 180 - begin
    angles = (radians(begin + way * arrow.sweep * n / 12) for n in range(13))
    return [(centre[0] + arrow.radius * cos(a), centre[1] + arrow.radius * sin(a)) for a in angles]


def _straight(arrow: Arrow, posed: Posed, camera: Camera) -> list[Point]:
    """Away from a place (at), or up to it (to)."""
    point, normal = place(posed.body, arrow.place)
    side = arrow.place.partition(".")[2]
    ways = {"out": normal, "in": (-normal[0], -normal[1], -normal[2])}
    way = camera.page(ways.get(arrow.toward) or direction(posed.body, arrow.toward, side))
    near = camera.page(step(point, normal, _GAP if arrow.gap is None else arrow.gap))
    near = _shifted(arrow, camera, near)
    far = (near[0] + way[0] * arrow.length, near[1] + way[1] * arrow.length)
    if arrow.kind == "to":
        near, far = (near[0] - way[0] * arrow.length, near[1] - way[1] * arrow.length), near
    return [(near[0] + (far[0] - near[0]) * n / 4, near[1] + (far[1] - near[1]) * n / 4) for n in range(5)]


def _breath(arrow: Arrow, posed: Posed, camera: Camera) -> list[Point]:
    """A wave of air before the nose, in or out."""
    nose, front = place(posed.body, "nose")
    near = _shifted(arrow, camera, camera.page(step(nose, front, _GAP if arrow.gap is None else arrow.gap)))
    x, y = camera.page(front)
    far = arrow.length + 4
    waves = [
        (near[0] + x * far * n / 20 - y * wave, near[1] + y * far * n / 20 + x * wave)
        for n, wave in ((n, 2.4 * sin(n * pi / 4) * min(1.0, n / 4, (20 - n) / 8)) for n in range(21))
    ]
    return waves if arrow.toward == "out" else waves[::-1]


_POINTS = {"follow": _follow, "turn": _turn, "at": _straight, "to": _straight, "breath": _breath}


def _cut(points: Sequence[Point], size: float) -> tuple[list[Point], Point]:
    """A line shortened for its head, and the direction of the head."""
    run, last = 0.0, len(points) - 1
    while last > 0 and run < size * 0.8:
        run += hypot(points[last][0] - points[last - 1][0], points[last][1] - points[last - 1][1])
        last -= 1
    tip, before = points[-1], points[last]
    far = hypot(tip[0] - before[0], tip[1] - before[1]) or 1.0
    way = ((tip[0] - before[0]) / far, (tip[1] - before[1]) / far)
    return [*points[: last + 1], (tip[0] - way[0] * size * 0.7, tip[1] - way[1] * size * 0.7)], way


def _head(tip: Point, way: Point, size: float, pen: Pen) -> None:
    back = (tip[0] - way[0] * size, tip[1] - way[1] * size)
    wide = (-way[1] * size * 0.52, way[0] * size * 0.52)
    pen.move(tip)
    pen.line(
        (back[0] + wide[0], back[1] + wide[1]),
        (back[0] + way[0] * size * 0.18, back[1] + way[1] * size * 0.18),
        (back[0] - wide[0], back[1] - wide[1]),
    )
    pen.close()


def _svg(points: Sequence[Point], zoom: float, both: bool) -> str:
    size, thick, casing = _HEAD / zoom, _SHAFT / zoom, _CASING / zoom
    shaft, way = _cut(points, size)
    heads = Pen()
    _head(points[-1], way, size, heads)
    if both:
        other, back = _cut(points[::-1], size)
        _head(points[0], back, size, heads)
        shaft = [other[-1], *[p for p in shaft if p in other], shaft[-1]]
    line = Pen()
    smooth(line, shaft, closed=False)
    return (
        f'<path d="{line}" fill="none" stroke="{PAPER}" stroke-width="{thickness(thick + casing)}"/>'
        f'<path d="{heads}" fill="{PAPER}" stroke="{PAPER}" stroke-width="{thickness(casing)}"/>'
        f'<path d="{line}" fill="none" stroke="{ACCENT}" stroke-width="{thickness(thick)}"/>'
        f'<path d="{heads}" fill="{ACCENT}" stroke="{ACCENT}" stroke-width="{thickness(0.5 / zoom)}"/>'
    )
