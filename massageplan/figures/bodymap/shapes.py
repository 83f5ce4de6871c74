"""The outlines and zones of the body map, read out of the data that docs/bodymap/build.py writes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Literal

from ...frozen import Frozen
from . import back, front

View = Literal["front", "back"]
Point = tuple[int, int]
VIEWS: tuple[View, ...] = ("front", "back")
SIDES = ("left", "right")
ACROSS = frozenset(("forehead", "face", "head-back", "skull-base", "tailbone"))
"""Zones of one piece, which have no side."""

ON_HEAD = frozenset(("forehead", "face", "temple", "jaw", "head-back", "skull-base"))
"""Zones that are painted on the head, above the neck."""

ON_SOLE = frozenset(("sole-front", "sole-arch", "sole-heel"))
"""Zones of the soles, which are drawn below the view from behind where one of them is marked."""

TOP, BOTTOM, SOLES_BOTTOM, HALF = -25, 1785, 2075, 530
"""What a view takes: from above the head to below the feet or the soles, and to the finger tips from the middle."""


class Zone(Frozen):
    """A zone on the page.

    Attributes:
        ring: its corners.
        at: its inmost point, where a leader ends.
    """

    ring: tuple[Point, ...]
    at: Point

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom."""
        xs, ys = [x for x, _ in self.ring], [y for _, y in self.ring]
        return min(xs), min(ys), max(xs), max(ys)


class Body(Frozen):
    """One view.

    Attributes:
        curves: of the half on the page's right, by name; each mirrored for the other half.
        shapes: filled polygons of that half.
        zones: of both halves, by id and side.
    """

    curves: dict[str, tuple[Point, ...]]
    shapes: dict[str, tuple[Point, ...]]
    zones: dict[str, Zone]


@lru_cache(maxsize=2)
def body(view: View) -> Body:
    """A view, read once."""
    data = {"front": front, "back": back}[view]
    curves = {name: _path(numbers) for name, numbers in _rows(data.CURVES)}
    shapes = {name: _path(numbers) for name, numbers in _rows(data.SHAPES)}
    right, left = sides(view)
    zones: dict[str, Zone] = {}
    for name, numbers in _rows(data.ZONES):
        zone = Zone(_path(numbers[2:]), (numbers[0], numbers[1]))
        if name in ACROSS:
            zones[name] = zone
        else:
            zones[f"{name}.{right}"], zones[f"{name}.{left}"] = zone, _mirrored(zone)
    return Body(curves, shapes, zones)


def sides(view: View) -> tuple[str, str]:
    """The client's side on the page's right, and that on its left: from the front it is as in a meeting."""
    return ("left", "right") if view == "front" else ("right", "left")


def _rows(text: str) -> Iterator[tuple[str, list[int]]]:
    """Numbers behind the name with a colon before them."""
    name, numbers = "", list[int]()
    for word in text.split():
        if word.endswith(":"):
            if name:
                yield name, numbers
            name, numbers = word[:-1], []
        else:
            numbers.append(int(word))
    yield name, numbers


def _path(numbers: list[int]) -> tuple[Point, ...]:
    """Points out of the first and the steps behind it."""
    return tuple(zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True))


def _mirrored(zone: Zone) -> Zone:
    return Zone(tuple((-x, y) for x, y in zone.ring), (-zone.at[0], zone.at[1]))


def polygon(ring: tuple[Point, ...], mirror: bool = False) -> str:
    """The path of a polygon."""
    k = -1 if mirror else 1
    steps = ((k * (x - a), y - b) for (a, b), (x, y) in pairwise(ring))
    return f"M{k * ring[0][0]} {ring[0][1]}l{_pairs(steps)}z"


def cubics(points: tuple[Point, ...], mirror: bool = False, closed: bool = False) -> str:
    """The path of a curve: the first point, then three to a piece."""
    k = -1 if mirror else 1
    at, out = points[0], [f"M{k * points[0][0]} {points[0][1]}c"]
    steps: list[Point] = []
    for n in range(1, len(points), 3):
        piece = points[n : n + 3]
        steps.extend((k * (x - at[0]), y - at[1]) for x, y in piece)
        at = piece[-1]
    return "".join((*out, _pairs(steps), "z" if closed else ""))


def _pairs(points: Iterator[Point] | list[Point]) -> str:
    return " ".join(f"{x} {y}" for x, y in points).replace(" -", "-")
