"""The body map as its author drew it: points of one half, which is mirrored, and the zones that are cut from it.

Centimetres of a person 170 cm tall; x is 0 in the middle, y is 0 at the top of the head and grows downwards. Curves
go through the points. Own drawing; the edges of zones are a designer's, not an anatomist's.
"""

from __future__ import annotations

from math import cos, radians, sin

Point = tuple[float, float]

SHOULDER: Point = (17.3, 36.6)
UPPER_ARM, FOREARM = 29.5, 24.5
WRIST = UPPER_ARM + FOREARM
"""Centimetres down the arm from the shoulder joint."""

_UPPER, _LOWER = radians(20), radians(23)
"""How far the arm hangs out, so that hip and flank stay free."""


def arm(down: float, out: float) -> Point:
    """The point `down` the arm from the shoulder joint and `out` towards the thumb."""
    along = min(down, UPPER_ARM), max(0.0, down - UPPER_ARM)
    x = SHOULDER[0] + along[0] * sin(_UPPER) + along[1] * sin(_LOWER)
    y = SHOULDER[1] + along[0] * cos(_UPPER) + along[1] * cos(_LOWER)
    bend = min(1.0, max(0.0, (down - UPPER_ARM + 5) / 5)) * 0.5 if down <= UPPER_ARM else 1.0
    across = [(1 - bend) * f(_UPPER) + bend * f(_LOWER) for f in (cos, sin)]
    return x + out * across[0], y - out * across[1]


def arms(*points: Point) -> list[Point]:
    """Points of the arm as points of the page."""
    return [arm(*point) for point in points]


NECK: list[Point] = [
    (4.7, 18.5), (4.8, 23.4), (5.8, 26.9), (9.2, 29.4), (13.4, 31.1), (17.6, 32.3), (20.8, 34.2), (22.9, 37.6),
]  # fmt: skip
ARM_OUTSIDE = arms(
    (6, 5.3), (12, 5.0), (18, 4.6), (24, 4.4), (29, 4.5), (34, 4.7), (40, 4.2), (47, 3.3), (WRIST - 0.5, 2.9),
    (WRIST + 2.6, 3.4), (WRIST + 5.6, 5.2), (WRIST + 9.0, 7.3), (WRIST + 11.6, 8.2), (WRIST + 13.0, 7.3),
    (WRIST + 11.8, 5.9), (WRIST + 9.2, 4.1),
)  # fmt: skip
"""To the fold between thumb and hand."""

HAND = arms(
    (WRIST + 12.0, 4.0), (WRIST + 15.0, 3.7), (WRIST + 17.8, 2.6), (WRIST + 19.2, 0.8), (WRIST + 19.0, -1.0),
    (WRIST + 17.4, -2.7), (WRIST + 14, -3.8), (WRIST + 9.4, -4.3), (WRIST + 4.4, -3.7),
)  # fmt: skip
ARM_INSIDE = arms(
    (WRIST, -2.8), (46, -3.3), (40, -4.0), (34.5, -4.4), (29.5, -4.2), (24, -4.3), (18, -4.5), (13.6, -4.7)
)
ARMPIT: Point = (16.5, 49.0)
TRUNK: list[Point] = [
    (16.0, 53), (15.3, 58), (14.2, 63.2), (13.6, 67.6), (13.9, 71.6), (15.3, 77), (16.9, 83), (17.8, 89),
]  # fmt: skip
LEG_OUTSIDE: list[Point] = [
    (17.9, 96), (17.3, 104), (16.1, 112), (15.0, 119), (14.6, 124), (15.2, 130), (15.9, 136), (15.5, 143),
    (14.2, 151), (13.2, 158), (13.0, 162.4),
]  # fmt: skip
FEET: dict[str, list[Point]] = {
    "front": [
        (14.2, 166.5), (16.6, 171.0), (17.0, 174.2), (15.2, 176.2), (12.2, 176.8), (9.4, 176.2), (8.0, 173.6),
        (8.0, 169.2), (8.2, 165.4),
    ],
    "back": [
        (13.9, 165.8), (16.2, 169.0), (16.4, 171.2), (14.9, 172.0), (13.4, 172.4), (10.8, 172.8), (8.6, 172.2),
        (7.7, 170), (7.9, 166.4),
    ],
}  # fmt: skip
LEG_INSIDE: list[Point] = [
    (8.5, 161.5), (8.2, 156), (7.3, 148), (6.3, 141), (5.9, 135), (6.5, 129), (6.7, 124), (6.1, 118.5), (4.7, 110),
    (2.8, 100), (1.1, 92.5),
]  # fmt: skip
CROTCH: Point = (0, 90.2)
HEAD: list[Point] = [
    (0, 0), (3.8, 0.6), (6.7, 3.2), (7.8, 7.6), (7.5, 11.8), (6.9, 15.4), (5.4, 19.4), (2.9, 22.2), (0, 23.1),
]  # fmt: skip
EAR: list[Point] = [(7.3, 9.6), (8.6, 9.2), (8.9, 11.2), (8.2, 13.8), (7.0, 14.2)]
SOLE: list[Point] = [
    (0, 0), (3.0, 0.6), (4.6, 3.4), (4.9, 7.2), (4.2, 11.4), (3.5, 15.4), (3.7, 19.4), (2.9, 23.0), (0.2, 24.4),
    (-2.6, 23.2), (-3.5, 19.6), (-2.9, 15.2), (-3.3, 10.4), (-4.2, 6.0), (-3.7, 2.2), (-2.0, 0.3),
]  # fmt: skip
SOLE_AT: Point = (11.4, 181)
"""Where the sole stands, below the view from behind."""

HAIRLINE: list[Point] = [(0, 4.4), (3.4, 4.9), (6.2, 7.0), (7.2, 10.6)]
NAPE: list[Point] = [(6.8, 15.8), (4, 18), (0, 18.6)]
"""Where the hair ends behind."""

WAIST: dict[str, list[Point]] = {
    "front": [(0, 81.6), (8, 80.8), (15.9, 79.2)],
    "back": [(0, 79.4), (8, 79.2), (15.9, 79.2)],
}
HEM: list[Point] = [(17.5, 103.6), (11, 104.8), (3.6, 104.4)]
FINGERS = [
    arms((WRIST + 12.4, 1.9), (WRIST + 17.8, 1.4)),
    arms((WRIST + 12.7, -0.1), (WRIST + 18.4, -0.1)),
    arms((WRIST + 12.4, -2.1), (WRIST + 17.2, -1.7)),
]
LINES: dict[str, list[list[Point]]] = {
    "front": [
        [(2.2, 29.6), (8, 30.6), (15.5, 32.4)],  # collar bone
        [(3.2, 45.6), (8.4, 48.2), (14.4, 45.2)],  # lower edge of the chest
        [(9.4, 121.2), (8.6, 124.4), (10.4, 127.2), (12.6, 126.2)],  # knee cap
        [(9.6, 173.8), (9.7, 175.9)], [(11.3, 174.1), (11.4, 176.4)], [(13.0, 174.1), (13.2, 176.3)],
        [(14.6, 173.5), (15.0, 175.9)],  # toes
    ],
    "back": [
        [(5.0, 37.6), (4.4, 43.5), (6.8, 49.5), (9.2, 46.4), (13.2, 39.8)],  # shoulder blade
        [(7.0, 123.4), (10.4, 124.4), (14.0, 123.2)],  # fold of the knee
        [(9.3, 156), (9.8, 162), (9.2, 166)], [(12.3, 156), (11.9, 162), (12.5, 166)],  # heel cord
    ],
}  # fmt: skip
MIDDLE: dict[str, list[list[Point]]] = {
    "front": [[(0, 68.4), (0, 70)], [(0, 81.6), (0, 88.8)]],
    "back": [[(0, 79.4), (0, 90)]],
}
SPINE: list[Point] = [(0, 33), (0, 76)]
