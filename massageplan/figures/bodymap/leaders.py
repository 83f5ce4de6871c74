"""Numbers in rings with leaders to what they number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ...frozen import Frozen
from .letters import LINE, text, width
from .look import INK, OUTLINE_MM, PAPER, attributes, number

RING = 0.8
"""Radius of a ring in sizes of type."""


class Label(Frozen):
    """What stands at the end of leaders.

    Attributes:
        ends: where its leaders end, on the body.
        number: what stands in the ring.
        name, more: its lines, bold and plain.
    """

    ends: tuple[tuple[float, float], ...]
    number: str
    name: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    def above(self, size: float) -> float:
        """Room above the middle of the ring."""
        return RING * size + 0.1 * size

    def below(self, size: float) -> float:
        """Room below it."""
        lines = len(self.name) + len(self.more)
        return max(self.above(size), 0.3 * size + LINE * size * (lines - 1))


def reach(said: str, size: float) -> float:
    """Half the width of a ring: `4-6` takes an oval."""
    return max(RING * size, width(said, size, bold=True) / 2 + 0.35 * size)


def spread(labels: Sequence[Label], top: float, end: float, size: float, x: float) -> list[tuple[Label, float]]:
    """Where the ring of each label stands, none over another and no leader across another, from the top down.

    Args:
        x: where leaders meet their rings.
    """
    order = sorted(labels, key=lambda label: (min(y for _, y in label.ends), label.ends))
    for _ in range(len(order) ** 2):
        heights = _heights(order, top, end, size)
        pair = next((n for n in range(len(order) - 1) if _cross(order[n], order[n + 1], heights[n : n + 2], x)), None)
        if pair is None:
            break
        order[pair], order[pair + 1] = order[pair + 1], order[pair]
        if _cross(order[pair], order[pair + 1], _heights(order, top, end, size)[pair : pair + 2], x):
            order[pair], order[pair + 1] = order[pair + 1], order[pair]  # they cross either way
            break
    return list(zip(order, _heights(order, top, end, size), strict=True))


def _heights(order: Sequence[Label], top: float, end: float, size: float) -> list[float]:
    gap, out = 0.45 * size, list[float]()
    low = top
    for label in order:
        wish = sum(y for _, y in label.ends) / len(label.ends) - 4 * gap
        out.append(max(wish, low + label.above(size)))
        low = out[-1] + label.below(size) + gap
    limit = end
    for n in reversed(range(len(out))):  # up again from the end, as far as there is room
        out[n] = min(out[n], max(limit - order[n].below(size), _least(order, n, top, size)))
        limit = out[n] - order[n].above(size) - gap
    return out


def _least(order: Sequence[Label], n: int, top: float, size: float) -> float:
    """The highest place of a label with those above it packed."""
    above = sum(label.above(size) + label.below(size) + 0.45 * size for label in order[:n])
    return top + above + order[n].above(size)


def _cross(one: Label, two: Label, heights: Sequence[float], x: float) -> bool:
    """Whether a leader of one label crosses one of another."""
    return any(_sides(a, (x, heights[0]), b, (x, heights[1])) for a in one.ends for b in two.ends)


_Point = tuple[float, float]


def _sides(a: _Point, b: _Point, c: _Point, d: _Point) -> bool:
    def turn(p: _Point, q: _Point, r: _Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


def leader(label: Label, x: float, y: float, millimetre: float) -> str:
    """Lines from the body to (x, y), cased in white, each with a dot at its end."""
    lines = "".join(f"M{number(a)} {number(b)}L{number(x)} {number(y)}" for a, b in label.ends)
    casing = attributes(d=lines, fill="none", stroke=PAPER, stroke_width=0.56 * millimetre)
    line = attributes(d=lines, fill="none", stroke=INK, stroke_width=0.21 * millimetre)
    look = attributes(r=0.32 * millimetre, fill=INK, stroke=PAPER, stroke_width=0.14 * millimetre)
    dots = "".join(f"<circle{attributes(cx=a, cy=b)}{look}/>" for a, b in label.ends)
    return f"<path{casing}/><path{line}/>{dots}"


def ring(said: str, x: float, y: float, size: float, millimetre: float) -> str:
    """A number in a ring, an oval where it is long."""
    half, r = reach(said, size), RING * size
    look = attributes(fill=PAPER, stroke=INK, stroke_width=0.9 * OUTLINE_MM * millimetre)
    box = attributes(x=x - half, y=y - r, width=2 * half, height=2 * r, rx=r)
    return f"<rect{box}{look}/>" + text(x, y + 0.36 * size, said, size, bold=True, anchor="middle")


def crossings(placed: Sequence[tuple[Label, float]], x: float) -> int:
    """How many pairs of labels have leaders that cross."""
    return sum(_cross(a, b, (p, q), x) for (a, p), (b, q) in combinations(placed, 2))
