"""From the points of an outline to a soft line: corners where two hulls meet are eased, curves found that follow it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import ceil

from .camera import Loop, Point

Curve = tuple[complex, complex, complex]

_NEAREST, _FARTHEST = 0.3, 1.0
"""Least and greatest distance of the points of a line that is eased, cm."""
_FEWEST = 8
_TINY = 1e-9
_LEAP = 6


def eased(loop: Loop) -> Loop:
    """A closed line whose corners are a little rounder: each point goes half-way to the middle of its neighbours."""
    points = _even(loop)
    if len(points) < _FEWEST:
        return loop
    for _ in range(2):
        behind, ahead = [points[-1], *points[:-1]], [*points[1:], points[0]]
        points = [(a + b + b + c) / 4 for a, b, c in zip(behind, points, ahead, strict=True)]
    return [(z.real, z.imag) for z in points]


def _even(loop: Loop) -> list[complex]:
    """The points of a loop, neither too near to one another nor too far apart."""
    points = [complex(x, y) for x, y in loop]
    last = points[-1]
    kept: list[complex] = []
    for point in points:
        way = point - last
        far = abs(way)
        if far < _NEAREST:
            continue
        if far > _FARTHEST:
            count = ceil(far / _FARTHEST)
            kept += [last + way * n / count for n in range(1, count)]
        kept.append(point)
        last = point
    return kept


def fitted(line: Sequence[Point], closed: bool, tolerance: float) -> tuple[complex, list[Curve]]:
    """Cubic curves in a row, as long as they stay within `tolerance` cm of a line: its start; handle, handle, end."""
    points = [complex(x, y) for x, y in line]
    points = [b for a, b in zip([points[-1] if closed else points[0] + 1, *points], points, strict=False) if a != b]
    if closed:
        points.append(points[0])
    count = len(points) - 1
    if count < 1:
        return points[0], []
    steps = [b - a for a, b in pairwise(points)]
    sizes = [abs(step) for step in steps]
    tangents = _tangents(steps, sizes, closed)
    along = [0.0, *accumulate(sizes)]
    curves: list[Curve] = []
    begin = 0
    while begin < count:
        end = _farthest(points, tangents, along, begin, tolerance)
        curves.append(_curve(points, tangents, along, begin, end))
        begin = end
    return points[0], curves


def _farthest(points: list[complex], tangents: list[complex], along: list[float], begin: int, tolerance: float) -> int:
    """How far one curve can go: in ever longer leaps, then half-way between what does and what does not."""
    last = len(points) - 1
    good, leap = begin + 1, _LEAP
    while good < last:
        bad = min(begin + leap, last)
        if not _follows(points, tangents, along, begin, bad, tolerance):
            break
        good, leap = bad, 2 * leap
    else:
        return last
    while bad - good > 1:
        middle = (good + bad) // 2
        if _follows(points, tangents, along, begin, middle, tolerance):
            good = middle
        else:
            bad = middle
    return good


def _tangents(steps: list[complex], sizes: list[float], closed: bool) -> list[complex]:
    """Direction at each point: of the circle through it and its neighbours."""
    ways = [step / size for step, size in zip(steps, sizes, strict=True)]
    before = ways[-1] if closed else ways[0]
    size = sizes[-1] if closed else sizes[0]
    tangents: list[complex] = []
    for way, far in zip(ways, sizes, strict=True):
        mean = before * far + way * size
        tangents.append(mean / (abs(mean) or 1.0))
        before, size = way, far
    tangents.append(tangents[0] if closed else before)
    return tangents


def _curve(points: list[complex], tangents: list[complex], along: list[float], begin: int, end: int) -> Curve:
    third = (along[end] - along[begin]) / 3
    return points[begin] + tangents[begin] * third, points[end] - tangents[end] * third, points[end]


def _follows(
    points: list[complex], tangents: list[complex], along: list[float], begin: int, end: int, tolerance: float
) -> bool:
    """Whether one curve from point to point stays near the points between."""
    a, d = points[begin], points[end]
    start, whole = along[begin], along[end] - along[begin]
    b, c = a + tangents[begin] * (whole / 3), d - tangents[end] * (whole / 3)
    quarter = (end - begin) // 4 or 1
    for n in (begin + 2 * quarter, begin + quarter, end - quarter):
        t = (along[n] - start) / whole
        u = 1 - t
        if abs(u * u * (u * a + 3 * t * b) + t * t * (3 * u * c + t * d) - points[n]) > tolerance:
            return False
    return True
