"""The floor and the walls of a picture: a line, a mat or a shadow under the body, hatching beside it."""

from __future__ import annotations

from collections.abc import Sequence
from math import radians, sin

from .camera import Camera, Point
from .layers import Part
from .outline import polygon, united
from .paths import number, straight
from .props.scene import BED, Scene, Wall
from .style import FLOOR, MAT, MAT_EDGE, SHADOW, THING
from .vectors import Vector

Box = tuple[float, float, float, float]

_MARGIN, _BED_MARGIN = 3.0, 7.0
_MAT_THICK = 2.6
_HATCH = 7.0
_OVERHEAD = 190.0


def join(*boxes: Box) -> Box:
    """The box round boxes: left, low, right, high."""
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def draw(scene: Scene, parts: Sequence[Part], camera: Camera, bare: bool) -> tuple[list[str], Box]:
    """What is behind everything, and the box round it and the parts.

    Args:
        scene: floor and walls.
        parts: all that is painted.
        camera: of the page.
        bare: no floor line: the picture is a part of a person.
    """
    box = join(*(part.box for part in parts))
    if camera.lift == 0:
        lies = join(*(part.box for part in parts if part.thing != "lamp"))
        behind, room = _from_the_side(scene, camera, lies, bare)
        return behind, join(box, room)
    return _from_above(scene, parts, camera, box, bare)


def _from_the_side(scene: Scene, camera: Camera, box: Box, bare: bool) -> tuple[list[str], Box]:
    out: list[str] = []
    left, low, right, high = box
    margin = _BED_MARGIN if scene.floor == "bed" else _MARGIN
    from_x, to_x = left - margin, right + margin
    edges = [(wall, camera.right[wall.axis]) for wall in scene.walls]
    for wall, way in edges:
        if abs(way) > 0.5:
            at = way * wall.at
            from_x, to_x = (from_x, at) if way * wall.way > 0 else (at, to_x)
    flat = [wall for wall, way in edges if abs(way) <= 0.5]
    if flat:
        out.append(_rect(from_x, min(high + 8, _OVERHEAD), to_x - from_x, min(high + 8, _OVERHEAD), "#f4f5f6", ""))
        high = max(high, min(high + 8, _OVERHEAD))
    if not bare or scene.floor in ("mat", "bed"):
        out.append(_ground(scene, from_x, to_x))
        low = min(low, {"mat": -3.6, "bed": -12.5}.get(scene.floor, -1.5))
        left, right = min(left, from_x), max(right, to_x)
    for wall, way in edges:
        if abs(way) > 0.5:
            at, side = way * wall.at, 1 if way * wall.way > 0 else -1
            top = max(high + 6, 60.0)
            out += _hatched(at, side, top)
            high, left, right = max(high, top), min(left, at - 5), max(right, at + 5)
    return out, (left, low, right, high)


def _ground(scene: Scene, left: float, right: float) -> str:
    if scene.floor == "mat":
        edge = f'stroke="{FLOOR}" stroke-width=".7"'
        return _rect(left, -0.4, right - left, _MAT_THICK, MAT_EDGE, edge, _MAT_THICK / 2)
    if scene.floor == "bed":
        edge = f'stroke="{THING.ink}" stroke-width=".8"'
        return _rect(left, -0.4, right - left, BED, "#f4f5f6", edge, 4.0)
    return f'<path d="{straight([[(left, -0.6), (right, -0.6)]], close=False)}" stroke="{FLOOR}" fill="none"/>'


def _rect(x: float, top: float, width: float, height: float, fill: str, more: str, round_by: float = 0.0) -> str:
    corner = f' rx="{number(round_by)}"' if round_by else ""
    return (f'<rect x="{number(x)}" y="{number(-top)}" width="{number(width)}" height="{number(height)}"{corner}'
            f' fill="{fill}" {more}/>').replace(" />", "/>")  # fmt: skip


def _hatched(at: float, side: int, top: float) -> list[str]:
    edge = straight([[(at, -0.6), (at, top)]], close=False)
    ticks: list[list[Point]] = []
    for n in range(int(top // _HATCH)):
        y = n * _HATCH + 5
        ticks.append([(at, y), (at + side * 4.2, y + 4.2)])
    return [
        f'<path d="{edge}" stroke="{THING.ink}" stroke-width="1.1" fill="none"/>',
        f'<path d="{straight(ticks, close=False)}" stroke="#b4bac0" stroke-width=".7" fill="none"/>',
    ]


def _from_above(scene: Scene, parts: Sequence[Part], camera: Camera, box: Box, bare: bool) -> tuple[list[str], Box]:
    out: list[str] = []
    body = [sphere for part in parts if part.group >= 0 for hull in part.hulls for sphere in hull]
    xs, ys = [c[0] for c, _ in body], [c[1] for c, _ in body]
    for wall in scene.walls:
        corners = _wall(wall, xs, ys, min(_OVERHEAD, max(c[2] for c, _ in body) + 14))
        shape = [camera.page(corner) for corner in corners]
        out.append(f'<path d="{straight([shape])}" fill="#f4f5f6" stroke="{FLOOR}" stroke-width=".8"/>')
        box = join(box, _round(shape, 1.0))
    if scene.floor in ("mat", "bed"):
        x0, x1 = min(xs) - 9, max(xs) + 9
        y0, y1 = min(min(ys) - 5, _middle(ys) - 26), max(max(ys) + 5, _middle(ys) + 26)
        page = [camera.page(corner) for corner in ((x0, y0, -0.4), (x1, y0, -0.4), (x1, y1, -0.4), (x0, y1, -0.4))]
        if scene.floor == "bed":
            below = [camera.page((x, y, -BED)) for x in (x0, x1) for y in (y0, y1)]
            whole = straight([_fat([*page, *below])])
            out.append(f'<path d="{whole}" fill="{MAT_EDGE}" stroke="{FLOOR}" stroke-width=".8"/>')
            box = join(box, _round(below, 3.0))
        slab = straight([_fat(page)])
        out.append(f'<path d="{slab}" fill="{MAT}" stroke="{FLOOR}" stroke-width=".8"/>')
        box = join(box, _round(page, 3.0))
    if not bare:
        out.append(f'<path d="{_shadow(parts, camera)}" fill="{SHADOW}"/>')
    return out, box


def _middle(values: Sequence[float]) -> float:
    return (min(values) + max(values)) / 2


def _fat(page: Sequence[Point]) -> list[Point]:
    return polygon([(*point, 2.2) for point in page])


def _round(points: Sequence[Point], margin: float) -> Box:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def _wall(wall: Wall, xs: Sequence[float], ys: Sequence[float], top: float) -> list[Vector]:
    along = ys if wall.axis == 0 else xs
    ends = (min(along) - 22, max(along) + 22)
    if wall.axis == 0:
        return [(wall.at, ends[0], 0.0), (wall.at, ends[1], 0.0), (wall.at, ends[1], top), (wall.at, ends[0], top)]
    return [(ends[0], wall.at, 0.0), (ends[1], wall.at, 0.0), (ends[1], wall.at, top), (ends[0], wall.at, top)]


def _shadow(parts: Sequence[Part], camera: Camera) -> str:
    """What is near the floor, laid flat on it: more than a mat it says that somebody lies there."""
    flat = max(0.25, sin(radians(camera.lift)))
    shapes: list[list[Point]] = []
    for part in parts:
        if part.group < 0:
            continue
        for hull in part.hulls:
            if min(centre[2] for centre, _ in hull) > 40:
                continue
            discs = []
            for (x, y, _), radius in hull:
                u, w = camera.page((x, y, 0.0))
                reach = radius * (1 - flat) * 0.9
                discs += [(u - reach, w, radius * flat), (u + reach, w, radius * flat)]
            shapes.append(polygon(discs))
    return straight(united(shapes))
