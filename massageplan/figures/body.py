"""The jointed body: lengths of its segments, and where each segment is when the joints are bent.

Segment lengths are shares of stature: Drillis and Contini 1966, as printed in Winter, Biomechanics and Motor Control of
Human Movement, 4th edition 2009, figure 4.1; read in reproductions, not in the book (unverified). Where the joints of
spine, hips and shoulders lie inside the body is our own choice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .vectors import (
    Matrix,
    Vector,
    about_forward,
    about_left,
    about_up,
    add,
    axis,
    product,
    scale,
    step,
    sub,
    turned,
)

HEIGHT = 170.0
THIGH, SHANK, ARM, FOREARM, HAND = (share * HEIGHT for share in (0.245, 0.246, 0.186, 0.146, 0.108))
ANKLE_HEIGHT, HIP_HEIGHT = 0.039 * HEIGHT, 0.530 * HEIGHT
SIDES = (("left", 1), ("right", -1))

# Joints of the spine in standing, hip centre = origin, in shares of stature: forward, left, up.
NEUTRAL: dict[str, Vector] = {
    "pelvis": (0, 0, 0),
    "L1": (-0.022, 0, 0.066),
    "L2": (-0.016, 0, 0.098),
    "L3": (-0.020, 0, 0.132),
    "T1": (-0.030, 0, 0.170),
    "T2": (-0.036, 0, 0.210),
    "T3": (-0.034, 0, 0.250),
    "N1": (-0.022, 0, 0.300),
    "N2": (-0.010, 0, 0.335),
    "head": (0.004, 0, 0.372),
}
# Frame above another: which joint of the author moves it, and its share of that joint's angle.
_SPINE = (
    ("pelvis", "L1", "lumbar", 3),
    ("L1", "L2", "lumbar", 3),
    ("L2", "L3", "lumbar", 3),
    ("L3", "T1", "thorax", 3),
    ("T1", "T2", "thorax", 3),
    ("T2", "T3", "thorax", 3),
    ("T3", "N1", "neck", 2),
    ("N1", "N2", "neck", 2),
    ("N2", "head", "head", 1),
)
_HIP_HALF, _SHOULDER_HALF, _SHOULDER_UP = 0.052, 0.107, 0.274

Angles = dict[str, dict[str, float]]
Frame = tuple[Matrix, Vector]


class Body:
    """One posed body: the rotation and the joint centre of each segment in the world.

    Attributes:
        angles: joint (with side) to movement to degrees.
        fixed: segments whose rotation is set in the world instead of by their joint.
        frames: segment to its rotation and the centre of the joint it hangs from.
    """

    __slots__ = ("angles", "fixed", "frames")

    def __init__(self, angles: Angles, root: Matrix, origin: Vector, fixed: Mapping[str, Matrix] | None = None) -> None:
        self.angles = angles
        self.fixed: dict[str, Matrix] = dict(fixed or {})
        self.frames: dict[str, Frame] = {}
        self.stand(root, origin)

    def angle(self, joint: str, movement: str) -> float:
        """Degrees (centimetres for a belly or shoulder blade) of one movement of a joint; 0 where nothing is said."""
        movements = self.angles.get(joint)
        return movements.get(movement, 0.0) if movements else 0.0

    def stand(self, root: Matrix, origin: Vector) -> None:
        """Place the pelvis, and all that hangs from it."""
        self.frames["pelvis"] = (root, origin)
        for below, name, joint, share in _SPINE:
            matrix, centre = self.frames[below][0], self.spine(below, NEUTRAL[name])
            if movements := self.angles.get(joint):
                turn, flex, bend = (movements.get(key, 0.0) / share for key in ("turn", "flex", "bend"))
                matrix = product(matrix, product(about_up(turn), product(about_left(flex), about_forward(bend))))
            self.frames[name] = (matrix, centre)
        for side, _ in SIDES:
            self.hang_leg(side)
            self.hang_arm(side)

    def hang_leg(self, side: str) -> None:
        """Place thigh, lower leg and foot of one side."""
        out = 1 if side == "left" else -1
        hip = self.angles.get(f"hip.{side}", {})
        self._hang(
            f"thigh.{side}", "pelvis", self.spine("pelvis", (0, out * _HIP_HALF, 0)),
            ((about_left, -hip.get("flex", 0.0)), (about_forward, out * hip.get("abd", 0.0)),
             (about_up, out * hip.get("rot", 0.0))),
        )  # fmt: skip
        self._hang(f"shank.{side}", f"thigh.{side}", self._end(f"thigh.{side}", THIGH),
                   ((about_left, self.angle(f"knee.{side}", "flex")),))  # fmt: skip
        ankle = self.angles.get(f"ankle.{side}", {})
        self._hang(f"foot.{side}", f"shank.{side}", self._end(f"shank.{side}", SHANK),
                   ((about_up, out * ankle.get("rot", 0.0)), (about_left, -ankle.get("flex", 0.0))))  # fmt: skip

    def hang_arm(self, side: str) -> None:
        """Place upper arm, forearm and hand of one side; the shoulder blade moves the shoulder joint."""
        out = 1 if side == "left" else -1
        up, back = self.angle(f"scapula.{side}", "elev"), self.angle(f"scapula.{side}", "retr")
        centre = (-0.006 - 0.0016 * back, out * (_SHOULDER_HALF - 0.0009 * abs(back)), _SHOULDER_UP + 0.0020 * up)
        shoulder = self.angles.get(f"shoulder.{side}", {})
        self._hang(
            f"arm.{side}", "T3", self.spine("T3", centre),
            ((about_up, out * shoulder.get("hor", 0.0)), (about_left, -shoulder.get("flex", 0.0)),
             (about_forward, out * shoulder.get("abd", 0.0)), (about_up, out * shoulder.get("rot", 0.0))),
        )  # fmt: skip
        elbow = self.angles.get(f"elbow.{side}", {})
        self._hang(f"forearm.{side}", f"arm.{side}", self._end(f"arm.{side}", ARM),
                   ((about_left, -elbow.get("flex", 0.0)), (about_up, -out * elbow.get("pron", 0.0))))  # fmt: skip
        wrist = self.angles.get(f"wrist.{side}", {})
        self._hang(f"hand.{side}", f"forearm.{side}", self._end(f"forearm.{side}", FOREARM),
                   ((about_forward, -out * wrist.get("flex", 0.0)), (about_left, wrist.get("dev", 0.0))))  # fmt: skip

    def _hang(
        self, name: str, above: str, centre: Vector, turns: tuple[tuple[Callable[[float], Matrix], float], ...]
    ) -> None:
        matrix = self.fixed.get(name)
        if matrix is None:
            matrix = self.frames[above][0]
            for about, degrees in turns:
                if degrees:
                    matrix = product(matrix, about(degrees))
        self.frames[name] = (matrix, centre)

    def _end(self, name: str, size: float) -> Vector:
        matrix, centre = self.frames[name]
        return step(centre, axis(matrix, 2), -size)

    def spine(self, frame: str, point: Vector) -> Vector:
        """Where a point of the standing trunk or head (shares of stature) is when one frame of the spine moves it."""
        matrix, centre = self.frames[frame]
        return add(centre, turned(matrix, scale(sub(point, NEUTRAL[frame]), HEIGHT)))

    def limb(self, frame: str, point: Vector) -> Vector:
        """Where a point of a limb (shares of stature from the joint it hangs from) is."""
        matrix, centre = self.frames[frame]
        return add(centre, turned(matrix, scale(point, HEIGHT)))

    def front(self, frame: str) -> Vector:
        """The direction the front of a segment faces."""
        return axis(self.frames[frame][0], 0)

    def left(self, frame: str) -> Vector:
        """The direction of the left of a segment."""
        return axis(self.frames[frame][0], 1)

    def top(self, frame: str) -> Vector:
        """The direction of the head end of a segment."""
        return axis(self.frames[frame][0], 2)

    def centre(self, frame: str) -> Vector:
        """The centre of the joint a segment hangs from."""
        return self.frames[frame][1]
