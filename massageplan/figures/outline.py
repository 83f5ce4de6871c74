"""The outline of a part: the union of the hulls of its discs, as closed loops of smooth curves.

The loops are closed by construction: each hull becomes a polygon, Clipper unites the polygons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import acos, atan2, ceil, cos, hypot, pi, sin

import pyclipper

from .camera import Disc, Point

Loop = list[Point]

_UNIT = 1000.0
_SMALLEST = 1.5
"""Holes and slivers under this area, cm2, are not drawn."""
_ROUND = 0.7
"""How far from a corner where two hulls meet the line begins to turn, cm."""
_INWARD, _TURN, _CORNER = -0.12, 0.42, 0.34
"""Sines of turns: a corner inward; so much that a curve needs a point; a corner."""
_BOW = 0.8
"""How far a line may stray where a point is left out, cm: its turn times its length, some six times what is seen."""
_APART_SMALL, _APART, _APART_LARGE = 2 * pi / 12, 2 * pi / 18, 2 * pi / 24
"""Angles between the points of an arc, by the size of its disc."""
_TINY = 1e-6
_SHORTEST = 1.6
"""A piece of line shorter than this, cm, is a burr."""


def polygon(discs: Sequence[Disc]) -> Loop:
    """The convex hull of discs as a polygon, counter-clockwise; arcs are finer on larger discs, tangents are exact."""
    largest = max(disc[2] for disc in discs)
    apart = _APART_SMALL if largest < 1.2 else _APART if largest < 3.5 else _APART_LARGE
    if len(discs) == 2:
        return _capsule(discs[0], discs[1], apart)
    if len(discs) == 1:
        return _arc(discs[0], 0.0, 2 * pi, apart)[:-1]
    return _hull(discs, apart)


def _arc(disc: Disc, begin: float, end: float, apart: float) -> Loop:
    """Points on the rim of a disc from one angle to another, both ends included."""
    x, y, r = disc
    count = max(1, ceil((end - begin) / apart))
    step = (end - begin) / count
    return [(x + r * cos(begin + n * step), y + r * sin(begin + n * step)) for n in range(count + 1)]


def _capsule(a: Disc, b: Disc, apart: float) -> Loop:
    dx, dy, less = b[0] - a[0], b[1] - a[1], a[2] - b[2]
    far = hypot(dx, dy)
    if far <= abs(less) + _TINY:
        return _arc(a if less >= 0 else b, 0.0, 2 * pi, apart)[:-1]
    way, half = atan2(dy, dx), acos(less / far)
    return _arc(b, way - half, way + half, apart) + _arc(a, way + half, way - half + 2 * pi, apart)


def _hull(discs: Sequence[Disc], apart: float) -> Loop:
    """Goes round in steps; where the outermost disc changes, the tangent of both is put in, and discs between them."""
    count = ceil(2 * pi / apart)
    step = 2 * pi / count
    outer = [_outermost(discs, n * step) for n in range(count)]
    points: Loop = []
    for n in range(count):
        x, y, r = outer[n]
        points.append((x + r * cos(n * step), y + r * sin(n * step)))
        after = outer[(n + 1) % count]
        if after != outer[n]:
            points += _tangents(discs, outer[n], after, n * step, (n + 1) * step)
    return points


def _outermost(discs: Sequence[Disc], angle: float) -> Disc:
    c, s = cos(angle), sin(angle)
    return max(discs, key=lambda disc: (disc[0] * c + disc[1] * s + disc[2], disc))


def _tangents(discs: Sequence[Disc], a: Disc, b: Disc, low: float, high: float) -> Loop:
    dx, dy = b[0] - a[0], b[1] - a[1]
    far = hypot(dx, dy)
    if far < _TINY or high - low < _TINY:
        return []
    way, half = atan2(dy, dx), acos(max(-1.0, min(1.0, (a[2] - b[2]) / far)))
    middle = (low + high) / 2
    angle = min((_near(way + half, middle), _near(way - half, middle)), key=lambda one: abs(one - middle))
    angle = max(low, min(high, angle))
    between = _outermost(discs, angle)
    c, s = cos(angle), sin(angle)
    reach = a[0] * c + a[1] * s + a[2]
    if between not in (a, b) and between[0] * c + between[1] * s + between[2] > reach + _TINY:
        return [
            *_tangents(discs, a, between, low, angle),
            (between[0] + between[2] * c, between[1] + between[2] * s),
            *_tangents(discs, between, b, angle, high),
        ]
    return [(a[0] + a[2] * c, a[1] + a[2] * s), (b[0] + b[2] * c, b[1] + b[2] * s)]


def _near(angle: float, other: float) -> float:
    """The same angle, within half a turn of another."""
    return other + (angle - other + pi) % (2 * pi) - pi


def _whole(loop: Iterable[Point]) -> list[tuple[int, int]]:
    return [(round(x * _UNIT), round(y * _UNIT)) for x, y in loop]


def _real(path: Iterable[tuple[int, int]]) -> Loop:
    return [(x / _UNIT, y / _UNIT) for x, y in path]


def area(loop: Sequence[Point]) -> float:
    """Area of a loop, cm2; negative for a hole."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(loop, [*loop[1:], loop[0]], strict=True)) / 2


def united(polygons: Iterable[Loop], smallest: float = _SMALLEST) -> list[Loop]:
    """The union of polygons: outer loops counter-clockwise, holes clockwise; none smaller than `smallest` cm2."""
    clipper = pyclipper.Pyclipper()
    added = False
    for one in polygons:
        path = _whole(one)
        if len(set(path)) > 2 and pyclipper.Area(path):
            clipper.AddPath(path, pyclipper.PT_SUBJECT, True)
            added = True
    if not added:
        return []
    found = clipper.Execute(pyclipper.CT_UNION, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO)
    loops = (_real(path) for path in found)
    return [loop for loop in loops if abs(area(loop)) > smallest]


def combined(kind: int, loops: Sequence[Loop], others: Sequence[Loop]) -> list[Loop]:
    """What Clipper's `kind` (CT_INTERSECTION, CT_DIFFERENCE) leaves of loops and others."""
    if not loops or not others:
        return [] if kind == pyclipper.CT_INTERSECTION else list(loops)
    clipper = pyclipper.Pyclipper()
    clipper.AddPaths([_whole(loop) for loop in loops], pyclipper.PT_SUBJECT, True)
    clipper.AddPaths([_whole(loop) for loop in others], pyclipper.PT_CLIP, True)
    return [_real(p) for p in clipper.Execute(kind, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO)]


def rounded(loop: Loop) -> Loop:
    """A loop with a short bend for each corner where two hulls meet, and only as many points as its curve needs."""
    return _thinned(_bent(loop))


def _bent(loop: Loop) -> Loop:
    """A loop with two points for each corner inward, a little before and after it."""
    count = len(loop)
    kept: Loop = []
    for n in range(count):
        a, b, c = loop[n - 1], loop[n], loop[(n + 1) % count]
        ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
        before, after = hypot(ux, uy), hypot(vx, vy)
        if before < _TINY or after < _TINY:
            continue
        if (ux * vy - uy * vx) / (before * after) < _INWARD:
            near, far = min(_ROUND, before / 3) / before, min(_ROUND, after / 3) / after
            kept += [(b[0] - ux * near, b[1] - uy * near), (b[0] + vx * far, b[1] + vy * far)]
        else:
            kept.append(b)
    return kept if len(kept) > 2 else loop


def _thinned(loop: Loop) -> Loop:
    """A loop with a point for each bit of turning: arcs keep one in some twenty degrees, straight pieces their ends."""
    count = len(loop)
    kept: Loop = []
    turned = run = 0.0
    for n in range(count):
        a, b, c = loop[n - 1], loop[n], loop[(n + 1) % count]
        ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
        before, after = hypot(ux, uy), hypot(vx, vy)
        if before < _TINY or after < _TINY:
            continue
        turn = (ux * vy - uy * vx) / (before * after)
        turned += abs(turn)
        run += before
        if turned > _TURN or turned * max(run, after) > _BOW or abs(turn) > _CORNER:
            kept.append(b)
            turned = run = 0.0
    return kept if len(kept) > 3 else loop


def silhouette(hulls: Iterable[Sequence[Disc]], smallest: float = _SMALLEST) -> list[Loop]:
    """The loops of the union of the hulls of discs, corners rounded."""
    return [rounded(loop) for loop in united(map(polygon, hulls), smallest)]


def opened(loops: Sequence[Loop], openings: Sequence[Loop]) -> list[tuple[Loop, bool]]:
    """The pieces of loops outside the openings, each with whether it is closed."""
    if not openings:
        return [(loop, True) for loop in loops]
    pieces: list[tuple[Loop, bool]] = []
    clips = [_whole(one) for one in openings]
    for loop in loops:
        path = _whole(loop)
        clipper = pyclipper.Pyclipper()
        clipper.AddPath([*path, path[0]], pyclipper.PT_SUBJECT, False)
        clipper.AddPaths(clips, pyclipper.PT_CLIP, True)
        tree = clipper.Execute2(pyclipper.CT_DIFFERENCE, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO)
        found = [[(int(x), int(y)) for x, y in one] for one in pyclipper.OpenPathsFromPolyTree(tree)]
        pieces += [(_real(piece), closed) for piece, closed in _joined(found, path[0])]
    return [(piece, closed) for piece, closed in pieces if closed or _size(piece) >= _SHORTEST]


def _joined(pieces: list[list[tuple[int, int]]], seam: tuple[int, int]) -> list[tuple[list[tuple[int, int]], bool]]:
    """Pieces of one loop, joined again where the loop was cut only to be clipped."""
    ends = [n for n, one in enumerate(pieces) if seam in (one[0], one[-1]) and one[0] != one[-1]]
    if len(ends) == 2:
        a, b = (pieces[n] for n in ends)
        a = a if a[-1] == seam else a[::-1]
        b = b if b[0] == seam else b[::-1]
        pieces = [piece for n, piece in enumerate(pieces) if n not in ends]
        pieces.append(a + b[1:])
    return [(piece[:-1], True) if piece[0] == piece[-1] and len(piece) > 3 else (piece, False) for piece in pieces]


def _size(points: Sequence[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))


def contains(loops: Sequence[Loop], point: Point) -> bool:
    """Whether a point is inside the outer loops (holes are not looked at)."""
    spot = (round(point[0] * _UNIT), round(point[1] * _UNIT))
    return any(area(loop) > 0 and pyclipper.PointInPolygon(spot, _whole(loop)) != 0 for loop in loops)
