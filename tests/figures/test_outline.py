"""Outlines: the union of hulls of discs is closed, holds every disc, and stays so when its corners are rounded."""

from __future__ import annotations

from math import cos, hypot, pi, sin

from hypothesis import given
from hypothesis import strategies as st

from massageplan.figures.camera import Disc
from massageplan.figures.outline import area, contains, opened, polygon, silhouette, united
from massageplan.figures.paths import closed_curves, curves, number

_AT = st.floats(-60, 60, allow_nan=False)
DISCS = st.tuples(_AT, _AT, st.floats(1.2, 20, allow_nan=False))
HULLS = st.lists(st.lists(DISCS, min_size=1, max_size=4), min_size=1, max_size=5)


def rim(disc: Disc, less: float) -> list[tuple[float, float]]:
    """Points of a disc that is smaller by `less` cm."""
    x, y, r = disc[0], disc[1], disc[2] - less
    return [(x + r * cos(2 * pi * n / 16), y + r * sin(2 * pi * n / 16)) for n in range(16)]


@given(HULLS)
def test_a_union_is_closed_and_holds_each_disc(hulls: list[list[Disc]]) -> None:
    loops = united(map(polygon, hulls))
    assert loops
    for loop in loops:
        assert len(loop) > 2
        assert loop[0] != loop[-1]
    for hull in hulls:
        for disc in hull:
            assert all(contains(loops, point) for point in rim(disc, 0.35))


@given(HULLS)
def test_rounding_keeps_what_is_inside_and_its_size(hulls: list[list[Disc]]) -> None:
    sharp, soft = united(map(polygon, hulls)), silhouette(hulls)
    assert len(soft) == len(sharp)
    whole = sum(area(loop) for loop in sharp)
    assert abs(sum(area(loop) for loop in soft) - whole) < 0.12 * whole + 3
    for hull in hulls:
        for x, y, _ in hull:
            assert contains(soft, (x, y))


@given(st.lists(DISCS, min_size=1, max_size=5))
def test_a_polygon_of_one_hull_is_convex_and_stays_within_it(discs: list[Disc]) -> None:
    loop = polygon(discs)
    turns = []
    for n, b in enumerate(loop):
        a, c = loop[n - 1], loop[(n + 1) % len(loop)]
        turns.append((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]))
    assert min(turns) > -1e-6
    assert all(any(hypot(x - u, y - v) <= r + 1e-6 for u, v, r in discs) for x, y in loop)


@given(HULLS, st.lists(DISCS, max_size=2))
def test_an_opened_outline_is_outside_its_openings(hulls: list[list[Disc]], holes: list[Disc]) -> None:
    loops = silhouette(hulls)
    pieces = opened(loops, [polygon([hole]) for hole in holes])
    for piece, closed in pieces:
        assert len(piece) > 1
        for point in piece:
            assert not any(hypot(point[0] - x, point[1] - y) < r * 0.98 - 0.01 for x, y, r in holes)
        if not closed:
            assert piece[0] != piece[-1]
    if not holes:
        assert pieces == [(loop, True) for loop in loops]


def test_a_loop_that_is_opened_at_its_seam_is_one_piece() -> None:
    loops = silhouette([[(0.0, 0.0, 10.0)]])
    for n in range(12):
        hole = polygon([(10 * cos(2 * pi * n / 12), 10 * sin(2 * pi * n / 12), 2.0)])
        assert [closed for _, closed in opened(loops, [hole])] == [False]


def test_slivers_and_burrs_are_not_drawn() -> None:
    assert united([[(0, 0), (1, 0), (0, 1)]]) == []
    assert united([]) == []
    almost_all = polygon([(0.0, 0.0, 9.9)])
    assert opened(silhouette([[(0.0, 0.0, 10.0)], [(9.5, 0.0, 0.9)]]), [almost_all, polygon([(0.0, 0.0, 12.0)])]) == []


@given(st.floats(-500, 500, allow_nan=False))
def test_a_number_is_short_and_right(value: float) -> None:
    text = number(value)
    assert abs(float(text) - value) <= 0.0500001
    assert "e" not in text
    assert text != "-0"
    assert not text.endswith(".0")


@given(HULLS)
def test_path_data_does_not_drift(hulls: list[list[Disc]]) -> None:
    """Each closed curve, its relative steps added up, ends where it began."""
    loops = silhouette(hulls)
    for one in closed_curves(loops).split("M")[1:]:
        assert one.endswith("z")
        begin, *steps = one.removesuffix("z").split("c")
        x, y = start = numbers(begin)[0:2]
        for step in steps:
            *_, dx, dy = numbers(step)
            x, y = x + dx, y + dy
        assert abs(x - start[0]) < 0.101
        assert abs(y - start[1]) < 0.101
    assert curves([]) == ""


def numbers(text: str) -> list[float]:
    """Numbers of path data, which need no space before a minus."""
    return [float(piece) for piece in text.replace("-", " -").split()]
