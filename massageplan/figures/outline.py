"""The outline of a part: the union of the hulls of its discs, as closed loops of smooth curves.

The loops are closed by construction: each hull becomes a polygon, Clipper unites the polygons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import acos, atan2, ceil, cos, hypot, inf, pi, sin

import pyclipper

from .camera import Disc, Loop, Point
from .lines import eased

Path = Sequence[tuple[int, int]]
Region = list[Path]
"""What is covered, as Clipper keeps it: closed paths of whole thousandths of a centimetre."""

_UNIT = 1000.0
_SMALLEST = 1.5
"""Holes and slivers under this area, cm2, are not drawn."""
_APART_SMALL, _APART, _APART_LARGE = 2 * pi / 12, 2 * pi / 18, 2 * pi / 24
"""Angles between the points of an arc, by the size of its disc."""
_TINY = 1e-6
_LEAST = 0.05
"""Least radius of a disc, cm."""
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
    ways = _directions(count)
    outer = [_outermost(discs, c, s) for c, s in ways]
    points: Loop = []
    for n, (c, s) in enumerate(ways):
        x, y, r = outer[n]
        points.append((x + r * c, y + r * s))
        after = outer[n + 1 - count]
        if after is not outer[n]:
            points += _tangents(discs, outer[n], after, n * step, (n + 1) * step)
    return points


@cache
def _directions(count: int) -> tuple[Point, ...]:
    return tuple((cos(2 * pi * n / count), sin(2 * pi * n / count)) for n in range(count))


def _outermost(discs: Sequence[Disc], c: float, s: float) -> Disc:
    found, most = discs[0], -inf
    for disc in discs:
        reach = disc[0] * c + disc[1] * s + disc[2]
        if reach > most:
            found, most = disc, reach
    return found


def _tangents(discs: Sequence[Disc], a: Disc, b: Disc, low: float, high: float) -> Loop:
    dx, dy = b[0] - a[0], b[1] - a[1]
    far = hypot(dx, dy)
    if far < _TINY or high - low < _TINY:
        return []
    way, half = atan2(dy, dx), acos(max(-1.0, min(1.0, (a[2] - b[2]) / far)))
    middle = (low + high) / 2
    angle = min((_near(way + half, middle), _near(way - half, middle)), key=lambda one: abs(one - middle))
    angle = max(low, min(high, angle))
    c, s = cos(angle), sin(angle)
    between = _outermost(discs, c, s)
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


def _whole(loop: Iterable[Point]) -> Path:
    return [(round(x * _UNIT), round(y * _UNIT)) for x, y in loop]


def _real(path: Path) -> Loop:
    return [(x / _UNIT, y / _UNIT) for x, y in path]


def area(loop: Sequence[Point]) -> float:
    """Area of a loop, cm2; negative for a hole."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(loop, [*loop[1:], loop[0]], strict=True)) / 2


def region(hulls: Iterable[Sequence[Disc]], more: float = 0.0) -> Region:
    """What the hulls of discs cover; of discs larger by `more` cm."""
    if more:
        hulls = ([(x, y, max(r + more, _LEAST)) for x, y, r in discs] for discs in hulls)
    return _clipped(pyclipper.CT_UNION, [_whole(polygon(discs)) for discs in hulls], [])


def joined(regions: Iterable[Region]) -> Region:
    """What several regions cover together."""
    return _clipped(pyclipper.CT_UNION, [path for one in regions for path in one], [])


def common(a: Region, b: Region) -> Region:
    """What two regions share."""
    return _clipped(pyclipper.CT_INTERSECTION, a, b) if a and b else []


def without(a: Region, b: Region) -> Region:
    """What of one region is not in another."""
    return _clipped(pyclipper.CT_DIFFERENCE, a, b) if b else a


def _clipped(kind: int, subject: Region, clip: Region) -> Region:
    if not any(map(pyclipper.Area, subject)):
        return []
    clipper = pyclipper.Pyclipper()
    clipper.AddPaths(subject, pyclipper.PT_SUBJECT, True)
    if clip:
        clipper.AddPaths(clip, pyclipper.PT_CLIP, True)
    found: Region = clipper.Execute(kind, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO)
    return found


def extent(region: Region) -> float:
    """Area of a region, cm2."""
    return sum(map(pyclipper.Area, region), 0.0) / _UNIT**2


def loops(region: Region, smallest: float = _SMALLEST) -> list[Loop]:
    """A region as loops: outer ones counter-clockwise, holes clockwise; none smaller than `smallest` cm2."""
    return [_real(path) for path in region if abs(pyclipper.Area(path)) > smallest * _UNIT**2]


def united(polygons: Iterable[Loop], smallest: float = _SMALLEST) -> list[Loop]:
    """The union of polygons as loops."""
    return loops(_clipped(pyclipper.CT_UNION, [_whole(one) for one in polygons], []), smallest)


def silhouette(hulls: Iterable[Sequence[Disc]], smallest: float = _SMALLEST) -> list[Loop]:
    """The loops of the union of the hulls of discs, corners eased."""
    return [eased(loop) for loop in united(map(polygon, hulls), smallest)]


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
