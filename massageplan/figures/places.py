"""Places on the surface of the body by name: where a hand lies, a ball presses, an arrow starts."""

from __future__ import annotations

from .body import HEIGHT, Body
from .vectors import UP, Vector, axis, scale, step, turned, unit

# Name: the frame it moves with, the point (standing trunk, or from the joint of the limb; shares of stature), the
# direction away from the body. Left side; where `.` ends the frame the side is added, and y changes sign on the right.
_MIDDLE: dict[str, tuple[str, Vector, Vector]] = {
    "pelvis": ("pelvis", (0, 0, 0.02), (1, 0, 0)),
    "belly": ("L2", (0.052, 0, 0.105), (1, 0, 0)),
    "low-back": ("L2", (-0.045, 0, 0.105), (-1, 0, 0)),
    "chest": ("T2", (0.055, 0, 0.235), (1, 0, 0)),
    "sternum": ("T2", (0.056, 0, 0.225), (1, 0, 0)),
    "upper-back": ("T2", (-0.063, 0, 0.225), (-1, 0, 0)),
    "mid-back": ("T1", (-0.061, 0, 0.185), (-1, 0, 0)),
    "neck-back": ("N1", (-0.043, 0, 0.325), (-1, 0, 0)),
    "throat": ("N1", (0.020, 0, 0.325), (1, 0, 0)),
    "head-back": ("head", (-0.061, 0, 0.420), (-1, 0, 0)),
    "head-top": ("head", (0, 0, 0.470), (0, 0, 1)),
    "forehead": ("head", (0.055, 0, 0.425), (1, 0, 0)),
    "nose": ("head", (0.07, 0, 0.385), (1, 0, 0)),
    "mouth": ("head", (0.058, 0, 0.366), (1, 0, 0)),
    "chin": ("head", (0.046, 0, 0.352), (1, 0, -0.2)),
    "seat": ("pelvis", (-0.01, 0, -0.062), (0, 0, -1)),
}
_SIDED: dict[str, tuple[str, Vector, Vector]] = {
    "crown": ("head", (-0.002, 0.026, 0.470), (0, 0.45, 1)),
    "temple": ("head", (0, 0.046, 0.425), (0, 1, 0.1)),
    "ear": ("head", (-0.012, 0.047, 0.397), (0, 1, 0)),
    "cheek": ("head", (0.022, 0.036, 0.385), (0.45, 1, 0)),
    "jaw": ("head", (0.020, 0.028, 0.362), (0.35, 1, -0.3)),
    "skull-base": ("head", (-0.050, 0.022, 0.385), (-1, 0.3, -0.2)),
    "neck-side": ("N1", (-0.014, 0.033, 0.330), (0, 1, 0)),
    "buttock": ("pelvis", (-0.072, 0.042, -0.012), (-1, 0, 0)),
    "hip-side": ("pelvis", (0, 0.095, 0.01), (0, 1, 0)),
    "waist": ("L2", (0, 0.078, 0.105), (0, 1, 0)),
    "ribs": ("T1", (0, 0.089, 0.180), (0, 1, 0)),
    "shoulder-top": ("T3", (-0.015, 0.062, 0.306), (0, 0, 1)),
    "shoulder-front": ("T3", (0.03, 0.095, 0.262), (1, 0, 0)),
    "shoulder-back": ("T3", (-0.048, 0.075, 0.255), (-1, 0, 0)),
    "shoulder-blade": ("T2", (-0.060, 0.055, 0.235), (-1, 0, 0)),
    "armpit": ("T3", (0.005, 0.092, 0.222), (0, 1, 0)),
    "hip": ("thigh.", (0, 0, 0), (1, 0, 0)),
    "groin": ("thigh.", (0.049, 0, -0.02), (1, 0, 0)),
    "thigh": ("thigh.", (0.045, 0, -0.13), (1, 0, 0)),
    "thigh-back": ("thigh.", (-0.038, 0, -0.14), (-1, 0, 0)),
    "thigh-side": ("thigh.", (0, 0.043, -0.13), (0, 1, 0)),
    "hamstring": ("thigh.", (-0.032, 0, -0.19), (-1, 0, 0)),
    "knee": ("shank.", (0.029, 0, -0.004), (1, 0, 0)),
    "knee-top": ("thigh.", (0.030, 0, -0.22), (1, 0, 0)),
    "knee-side": ("thigh.", (0, 0.03, -0.235), (0, 1, 0)),
    "knee-in": ("thigh.", (0, -0.03, -0.235), (0, -1, 0)),
    "knee-back": ("shank.", (-0.029, 0, -0.004), (-1, 0, 0)),
    "shin": ("shank.", (0.027, 0, -0.05), (1, 0, 0)),
    "calf": ("shank.", (-0.037, 0, -0.07), (-1, 0, 0)),
    "ankle": ("foot.", (0, 0, 0), (1, 0, 0)),
    "ankle-side": ("foot.", (0, 0.02, 0), (0, 1, 0)),
    "ankle-in": ("foot.", (0, -0.02, 0), (0, -1, 0)),
    "heel": ("foot.", (-0.040, 0, -0.022), (-1, 0, 0)),
    "sole": ("foot.", (0.02, 0, -0.039), (0, 0, -1)),
    "arch": ("foot.", (0.030, -0.014, -0.030), (0, -1, -0.3)),
    "foot-top": ("foot.", (0.050, 0, -0.006), (0.3, 0, 1)),
    "toes": ("foot.", (0.112, 0, -0.030), (1, 0, 0)),
    "shoulder": ("arm.", (0, 0, 0.03), (0, 0, 1)),
    "arm": ("arm.", (0, 0, -0.09), (1, 0, 0)),
    "arm-side": ("arm.", (0, 0.027, -0.09), (0, 1, 0)),
    "arm-back": ("arm.", (-0.027, 0, -0.09), (-1, 0, 0)),
    "elbow": ("forearm.", (0, 0, 0), (-1, 0, 0)),
    "forearm": ("forearm.", (0, 0, -0.08), (1, 0, 0)),
    "forearm-back": ("forearm.", (0, 0.019, -0.06), (0, 1, 0)),
    "forearm-in": ("forearm.", (0, -0.019, -0.06), (0, -1, 0)),
    "wrist": ("hand.", (0, 0, 0), (1, 0, 0)),
    "hand": ("hand.", (0, 0, -0.05), (0, -1, 0)),
    "hand-back": ("hand.", (0, 0.012, -0.045), (0, 1, 0)),
    "fingertips": ("hand.", (0, 0, -0.1), (0, 0, -1)),
}
ON_HEAD: frozenset[str] = frozenset(
    name for name, (frame, _, _) in (*_MIDDLE.items(), *_SIDED.items()) if frame == "head"
)
PLACES: tuple[str, ...] = (*_MIDDLE, *_SIDED)
SIDED_PLACES: frozenset[str] = frozenset(_SIDED)


def place(body: Body, name: str) -> tuple[Vector, Vector]:
    """Where a place is, in centimetres, and the unit direction away from the body.

    Raises:
        KeyError: no such place, or one that needs a side and has none.
    """
    kind, _, side = name.partition(".")
    if kind in _MIDDLE:
        frame, point, normal = _MIDDLE[kind]
    else:
        frame, point, normal = _SIDED[kind]
        out = {"left": 1, "right": -1}[side]
        point, normal = (point[0], out * point[1], point[2]), (normal[0], out * normal[1], normal[2])
        if frame.endswith("."):
            frame += side
            return body.limb(frame, point), unit(turned(body.frames[frame][0], normal))
    if kind == "belly":
        point = (point[0] + body.angle("belly", "out") / HEIGHT, *point[1:])
    return body.spine(frame, point), unit(turned(body.frames[frame][0], normal))


def off(body: Body, name: str, gap: float) -> Vector:
    """The point `gap` centimetres away from the skin at a place."""
    point, normal = place(body, name)
    return step(point, normal, gap)


def headward(body: Body) -> Vector:
    """Towards the head, along the trunk."""
    return axis(body.frames["T2"][0], 2)


WORLD: dict[str, Vector] = {
    "up": UP,
    "down": (0, 0, -1),
    "forward": (1, 0, 0),
    "back": (-1, 0, 0),
    "left": (0, 1, 0),
    "right": (0, -1, 0),
}


def direction(body: Body, word: str, side: str) -> Vector:
    """The unit direction of a word: of the world (`up`), or of this body (`out`, `headward`).

    Args:
        body: the posed body.
        word: of `WORLD`, or out, in, wide, headward, footward, midline, outward.
        side: left or right, whose `out` is meant; empty where there is none.
    """
    if word in WORLD:
        return WORLD[word]
    head, left = headward(body), axis(body.frames["T2"][0], 1)
    out = scale(left, -1 if side == "right" else 1)
    if word in ("out", "wide", "outward"):
        return out
    if word in ("in", "midline"):
        return scale(out, -1)
    if word == "headward":
        return head
    if word == "footward":
        return scale(head, -1)
    raise KeyError(word)
