"""What a thing is made of: boxes, rolls and slabs; and the room round it, floor and walls."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, pi, sin

from ..camera import Camera
from ..layers import Part
from ..paths import Pen, thickness
from ..style import THING, Style
from ..vectors import Hull, Vector, between

BED = 11.0
"""How far below a bed in which somebody lies its floor is, cm."""
_EDGE = 0.25
_MEET, _SWELL = 0.7, 3.0
"""The line of a strap opens this far round where two of its pieces meet; a soft edge swells by so much, cm."""


@dataclass(frozen=True, slots=True)
class Wall:
    """A wall that stands across one axis of the room.

    Attributes:
        axis: 0 before or behind the person, 1 at their side.
        at: where on that axis its face is, cm.
        way: 1 where the wall fills what is beyond, -1 where what is before.
    """

    axis: int
    at: float
    way: int


@dataclass(slots=True)
class Scene:
    """The room of one picture.

    Attributes:
        floor: what is on the floor: mat or bed; empty for nothing.
        walls: walls.
        ball: centre, radius and way out of a ball that a wall may be at.
        door: where a band is tied to a door.
    """

    floor: str = ""
    walls: list[Wall] = field(default_factory=list)
    ball: tuple[Vector, float, Vector] | None = None
    door: Vector | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A box: from and to on each axis, cm."""

    x: tuple[float, float]
    y: tuple[float, float]
    z: tuple[float, float]

    def corners(self) -> list[Vector]:
        """Its eight corners."""
        return [(x, y, z) for x in self.x for y in self.y for z in self.z]


def box(name: str, span: Span, camera: Camera, style: Style = THING) -> Part:
    """A box, with the edges that meet in its nearest corner."""
    corners = span.corners()
    part = Part(name, [tuple((corner, _EDGE) for corner in corners)], camera, style, edged=True)
    near = min(corners, key=lambda corner: (round(camera.depth(corner), 6), corner))
    for axis, ends in enumerate((span.x, span.y, span.z)):
        other = list(near)
        other[axis] = ends[0] if near[axis] == ends[1] else ends[1]
        part.above.append(line(camera, (near, (other[0], other[1], other[2])), style))
    part.samples = [(*camera.page(point), 1.2, camera.depth(point)) for point in _faces(span)]
    return part


def _faces(span: Span) -> list[Vector]:
    """Points spread over a box: a long one has no mean depth that means anything."""
    shares = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    x, y, z = ([lo + (hi - lo) * share for share in shares] for lo, hi in (span.x, span.y, span.z))
    points: list[Vector] = []
    for n in shares:
        for m in shares:
            i, j = shares.index(n), shares.index(m)
            for end in (0, 5):
                points += [(x[i], y[j], z[end]), (x[i], y[end], z[j]), (x[end], y[i], z[j])]
    return list(dict.fromkeys(points))


def line(camera: Camera, points: Sequence[Vector], style: Style) -> str:
    """SVG of a line through points of the room."""
    pen = Pen()
    first, *rest = (camera.page(point) for point in points)
    pen.move(first)
    pen.line(*rest)
    return f'<path d="{pen}" fill="none" stroke="{style.ink}" stroke-width="{thickness(style.line)}"/>'


def post(name: str, low: Vector, high: Vector, camera: Camera, radius: float = 1.1, style: Style = THING) -> Part:
    """A leg or pole between two points."""
    return Part(name, [((low, radius), (high, radius))], camera, style, edged=True)


def roll(name: str, low: Vector, high: Vector, radius: float, camera: Camera, style: Style = THING) -> Part:
    """A roll that lies from one point to another."""
    return Part(name, [((low, radius), (high, radius))], camera, style)


def barrel(name: str, low: Vector, radii: tuple[float, float], height: float, camera: Camera,
           style: Style = THING) -> Part:  # fmt: skip
    """An upright cup or shade: the middle of its bottom, its radii there and at its open top, its height."""
    rings = [
        [(low[0] + r * cos(pi * n / 10), low[1] + r * sin(pi * n / 10), low[2] + z) for n in range(20)]
        for r, z in zip(radii, (0.0, height), strict=True)
    ]
    hull: Hull = tuple((point, 0.05) for ring in rings for point in ring)
    part = Part(name, [hull], camera, style, edged=True)
    part.above.append(line(camera, [*rings[1], rings[1][0]], style))
    return part


def slab(name: str, x: tuple[float, float], y: tuple[float, float], z: tuple[float, float], camera: Camera,
         style: Style = THING) -> Part:  # fmt: skip
    """A soft, rounded slab, such as a pillow."""
    radius = max(1.5, (z[1] - z[0]) / 2)
    height = (z[0] + z[1]) / 2
    corners = [(a, b, height) for a in (x[0] + radius, x[1] - radius) for b in y]
    hull: Hull = (*((corner, radius * 0.92) for corner in corners),
                  ((sum(x) / 2, sum(y) / 2, height), radius * 1.06))  # fmt: skip
    part = Part(name, [hull], camera, style)
    left, low, right, high = part.box
    part.box = (left - _SWELL, low - _SWELL, right + _SWELL, high + _SWELL)
    return part


def chain(name: str, points: Sequence[Vector], radius: float, camera: Camera, style: Style) -> list[Part]:
    """A band or strap from point to point: a part for each piece, so that it may go behind and in front of a body."""
    parts: list[Part] = []
    for n in range(len(points) - 1):
        a, b = points[n], points[n + 1]
        count = 3
        for k in range(count):
            hull: Hull = ((between(a, b, k / count), radius), (between(a, b, (k + 1) / count), radius))
            part = Part(f"{name}.{n}{k}", [hull], camera, style, edged=True)
            parts.append(part)
    for before, after in itertools.pairwise(parts):
        meet: Hull = ((after.hulls[0][0][0], radius + _MEET),)
        before.joints[after.name] = after.joints[before.name] = [meet]
    return parts
