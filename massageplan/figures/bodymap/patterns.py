"""What kind of feeling it is, as a pattern: plain lines and dots, cut by the zone, alike in every program."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from .look import Pattern, number
from .shapes import Point, Zone

STEP = 0.81
"""Between two lines, millimetres on paper."""

_FILLED: frozenset[Pattern] = frozenset(("dots",))


def marks(zone: Zone, pattern: Pattern, millimetre: float) -> tuple[str, bool]:
    """The path of a pattern over a zone, and whether it is filled (else stroked); empty for a plain one.

    Lines reach past the zone, which has to clip them. Dots and crosses lie whole inside it.

    Args:
        millimetre: units of the drawing for a millimetre on paper.
    """
    step = STEP * millimetre
    if pattern == "stripes":
        path = "".join(_stripes(zone, step))
    elif pattern == "waves":
        path = "".join(_waves(zone, step))
    elif pattern == "dashes":
        path = "".join(_dashes(zone, step))
    elif pattern == "crosses":
        path = "".join(_crosses(zone, step))
    elif pattern == "dots":
        path = "".join(_dots(zone, step))
    else:
        path = ""
    return path, pattern in _FILLED


def _from(low: float, step: float) -> float:
    """The last whole step at or before a place, so that neighbours share one raster."""
    return low - low % step


def _stripes(zone: Zone, step: float) -> Iterator[str]:
    left, top, right, end = zone.box
    tall, wide = end - top, step * 1.3
    x = _from(left - tall + end, wide) - end
    while x < right:
        yield f"M{number(x)} {end}l{tall} {-tall}"
        x += wide


def _waves(zone: Zone, step: float) -> Iterator[str]:
    left, top, right, end = zone.box
    half, high = step * 0.43, step * 0.23
    y = _from(top, step)
    while y < end + step:
        x = _from(left, 2 * half) - 2 * half
        count = int((right - x) / (2 * half)) + 1
        yield (
            f"M{number(x)} {number(y + high)}"
            + f"l{number(half)}{number(-2 * high)} {number(half)} {number(2 * high)}" * count
        )
        y += step


def _dashes(zone: Zone, step: float) -> Iterator[str]:
    left, top, right, end = zone.box
    period, dash, row = step * 1.48, step * 0.89, 0
    y = _from(top, step) + step / 2
    while y < end:
        x = _from(left, period) - (period / 2 if row % 2 else 0)
        while x < right:
            yield f"M{number(x)} {number(y)}h{number(dash)}"
            x += period
        y, row = y + step * 0.9, row + 1


def _crosses(zone: Zone, step: float) -> Iterator[str]:
    arm = step * 0.23
    for x, y in _raster(zone, step * 1.25, step * 1.12, arm * 1.25):
        leg = number(2 * arm)
        yield f"M{number(x - arm)} {number(y - arm)}l{leg} {leg}m0-{leg}l-{leg} {leg}"


def _dots(zone: Zone, step: float) -> Iterator[str]:
    r = step * 0.16
    across = number(2 * r)
    half = f"a{number(r)} {number(r)} 0 1 0"
    for x, y in _raster(zone, step * 0.86, step * 0.75, r * 1.9):
        yield f"M{number(x - r)} {number(y)}{half} {across} 0{half}-{across} 0"


def _raster(zone: Zone, across: float, down: float, free: float) -> Iterator[tuple[float, float]]:
    """Points in staggered rows that lie inside a zone, `free` from its edge; its inmost point where none does."""
    left, top, right, end = zone.box
    found, row = False, 0
    y = _from(top, 2 * down)
    while y < end:
        x = _from(left, across) + (across / 2 if row % 2 else 0)
        while x < right:
            if _inside(zone.ring, x, y, free):
                found = True
                yield x, y
            x += across
        y, row = y + down, row + 1
    if not found:
        yield zone.at


def _inside(ring: tuple[Point, ...], x: float, y: float, free: float) -> bool:
    """Whether a point lies inside a polygon and no nearer than `free` to an edge."""
    inside = False
    ax, ay = ring[-1]
    for bx, by in ring:
        dx, dy = bx - ax, by - ay
        if (ay > y) != (by > y) and x < ax + (y - ay) * dx / dy:
            inside = not inside
        size = dx * dx + dy * dy
        t = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / size)) if size else 0.0
        if hypot(x - ax - t * dx, y - ay - t * dy) < free:
            return False
        ax, ay = bx, by
    return inside
