"""From the room to the page: an orthographic camera, so that a sphere is a disc in every view."""

from __future__ import annotations

from math import cos, radians, sin

from .figure import View
from .vectors import Hull, Vector, dot

Point = tuple[float, float]
Loop = list[Point]
Disc = tuple[float, float, float]


class Camera:
    """Where the picture is taken from.

    Attributes:
        lift: degrees above the floor.
        mirrored: the page is that of the other side.
        right, up: directions of the page, in the room.
        away: the direction the camera looks in.
    """

    __slots__ = ("away", "lift", "mirrored", "right", "up")

    def __init__(self, view: View, mirrored: bool = False) -> None:
        turn, lift = radians(view.turn), radians(view.lift)
        way = -1.0 if mirrored else 1.0
        self.lift, self.mirrored = view.lift, mirrored
        self.right: Vector = (way * cos(turn), way * sin(turn), 0.0)
        self.up: Vector = (-sin(turn) * sin(lift), cos(turn) * sin(lift), cos(lift))
        self.away: Vector = (-sin(turn) * cos(lift), cos(turn) * cos(lift), -sin(lift))

    def page(self, point: Vector) -> Point:
        """A point on the page, cm: right and up."""
        return dot(self.right, point), dot(self.up, point)

    def depth(self, point: Vector) -> float:
        """How far away a point is, cm."""
        return dot(self.away, point)

    def discs(self, hull: Hull) -> list[Disc]:
        """The spheres of a hull as discs: right, up, radius."""
        (a, b, c), (d, e, f) = self.right, self.up
        return [(a * x + b * y + c * z, d * x + e * y + f * z, radius) for (x, y, z), radius in hull]

    def sees(self, direction: Vector) -> float:
        """How much a surface that faces `direction` faces the camera: 1 straight at it, -1 away."""
        return -dot(self.away, direction)
