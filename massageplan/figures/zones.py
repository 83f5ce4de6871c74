"""Where an exercise is felt: zones of the body that are tinted. Each lies inside the surface and is cut by its part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import pi, sin

from .body import HEIGHT, Body
from .flesh import LIMBS, Profile
from .vectors import Hull, Sphere, Vector, add, turned

# Point of a trunk zone: frame, forward, left, up, radius; shares of stature.
_Point = tuple[str, float, float, float, float]
Faces = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Zone:
    """A tinted zone.

    Attributes:
        parts: parts of the body it may be painted on.
        hulls: its shape, in centimetres.
        faces: a frame, the axis of it that the zone faces along (0 front and back, 1 the sides), and 1 for front or
            left, -1 for back or right; none where it is seen from all round.
    """

    parts: tuple[str, ...]
    hulls: tuple[Hull, ...]
    faces: Faces | None = None


# Limb zones: limb, from and to along it, forward, outward, share of the limb's thickness.
_ON_LIMBS: dict[str, tuple[str, float, float, float, float, float]] = {
    "hamstring": ("thigh", 0.12, 0.95, -1, 0, 0.55),
    "quad": ("thigh", 0.1, 0.95, 1, 0, 0.55),
    "inner-thigh": ("thigh", 0.05, 0.9, 0, -1, 0.5),
    "outer-thigh": ("thigh", 0.1, 0.9, 0, 1, 0.5),
    "knee-front": ("thigh", 0.86, 1.0, 1, 0, 0.7),
    "calf": ("shank", 0.08, 0.62, -1, 0, 0.62),
    "shin": ("shank", 0.1, 0.8, 1, 0.2, 0.5),
    "heel-cord": ("shank", 0.62, 0.98, -1, 0, 0.6),
    "upper-arm-front": ("arm", 0.15, 0.95, 1, 0, 0.55),
    "upper-arm-back": ("arm", 0.15, 0.95, -1, 0, 0.55),
    "forearm-back": ("forearm", 0.05, 0.85, 0, 1, 0.62),
    "forearm-front": ("forearm", 0.05, 0.85, 0, -1, 0.62),
}
_IN_MIDDLE: dict[str, tuple[tuple[str, ...], tuple[_Point, ...], Faces | None]] = {
    "low-back": (("torso",), (
        ("pelvis", -0.034, 0, 0.045, 0.022), ("L1", -0.026, 0, 0.082, 0.020), ("L2", -0.024, 0, 0.114, 0.021),
        ("L3", -0.028, 0, 0.150, 0.022)), ("L2", 0, -1)),
    "mid-back": (("torso",), (
        ("L3", -0.030, 0, 0.155, 0.022), ("T1", -0.036, 0, 0.188, 0.023), ("T2", -0.040, 0, 0.228, 0.023),
        ("T3", -0.036, 0, 0.255, 0.020)), ("T2", 0, -1)),
    "neck-back": (("neck",), (
        ("T3", -0.032, 0, 0.290, 0.014), ("N1", -0.028, 0, 0.322, 0.014), ("N2", -0.022, 0, 0.350, 0.013),
        ("head", -0.020, 0, 0.375, 0.012)), ("N1", 0, -1)),
    "neck-front": (("neck",), (
        ("T3", 0.004, 0, 0.294, 0.013), ("N1", 0.008, 0, 0.322, 0.013), ("N2", 0.012, 0, 0.350, 0.013)), ("N1", 0, 1)),
}  # fmt: skip
# Zones of a side of the trunk, for the left; y changes sign on the right.
_ON_SIDES: dict[str, tuple[tuple[str, ...], tuple[tuple[_Point, ...], ...], Faces | None]] = {
    "buttock": (("torso", "thigh."), ((
        ("pelvis", -0.034, 0.045, -0.014, 0.036), ("pelvis", -0.022, 0.045, 0.022, 0.030)),), ("pelvis", 1, 1)),
    "flank": (("torso",), ((
        ("pelvis", 0, 0.055, 0.045, 0.028), ("L1", 0.004, 0.050, 0.082, 0.026)), (
        ("L1", 0.004, 0.050, 0.082, 0.026), ("L2", 0.004, 0.048, 0.114, 0.025)), (
        ("L2", 0.004, 0.048, 0.114, 0.025), ("L3", 0.001, 0.050, 0.150, 0.026)), (
        ("L3", 0.001, 0.050, 0.150, 0.026), ("T1", 0, 0.058, 0.18, 0.024))), ("L2", 1, 1)),
    "chest": (("torso",), ((
        ("T2", 0.028, 0.035, 0.235, 0.028), ("T3", 0.022, 0.075, 0.258, 0.020)), (
        ("T3", 0.022, 0.075, 0.258, 0.020), ("T3", 0.008, 0.1, 0.262, 0.018))), ("T2", 0, 1)),
    "shoulder-blade": (("torso",), ((
        ("T2", -0.040, 0.035, 0.235, 0.022), ("T2", -0.040, 0.050, 0.205, 0.015),
        ("T3", -0.034, 0.060, 0.250, 0.016)),), ("T2", 0, -1)),
    "jaw": (("face",), ((
        ("head", 0.008, 0.030, 0.395, 0.010), ("head", 0.018, 0.026, 0.372, 0.011)),), ("head", 1, 1)),
    "shoulder-back": (("torso", "arm."), ((
        ("T3", -0.030, 0.075, 0.262, 0.020), ("T3", -0.020, 0.100, 0.262, 0.020)),), ("T2", 0, -1)),
}  # fmt: skip
_OWN = ("hip-flexor", "outer-hip", "abdomen", "neck-side", "shoulder-blades", "shoulder", "sole", "hand", "foot")
_BOTH_OR_NONE = frozenset(("abdomen", "shoulder-blades"))
MIDDLE_ZONES: frozenset[str] = frozenset(_IN_MIDDLE) | _BOTH_OR_NONE
ZONES: tuple[str, ...] = tuple(sorted((*_ON_LIMBS, *_IN_MIDDLE, *_ON_SIDES, *_OWN)))


def zone(body: Body, name: str) -> Zone:
    """A zone of a posed body.

    Args:
        body: the posed body.
        name: of `ZONES`, with `.left` or `.right` where it is not of the middle.

    Raises:
        KeyError: no such zone, or a side is missing.
    """
    kind, _, side = name.partition(".")
    if kind in _IN_MIDDLE:
        parts, points, faces = _IN_MIDDLE[kind]
        return Zone(parts, _chain(body, points), faces)
    if kind in ("abdomen", "shoulder-blades"):
        return _abdomen(body) if kind == "abdomen" else _blades(body)
    out = {"left": 1, "right": -1}[side]
    if kind in _ON_LIMBS:
        limb, start, end, forward, outward, share = _ON_LIMBS[kind]
        hulls = _along(body, f"{limb}.{side}", start, end, (forward, out * outward), share)
        faces = (f"{limb}.{side}", 0, int(forward)) if forward else (f"{limb}.{side}", 1, int(out * outward))
        return Zone((f"{limb}.{side}",), hulls, faces)
    if kind in _ON_SIDES:
        parts, chains, facing = _ON_SIDES[kind]
        faces = facing and (facing[0], facing[1], facing[2] * (out if facing[1] else 1))
        hulls = tuple(tuple(_sphere(body, point, out) for point in points) for points in chains)
        return Zone(tuple(p + side if p.endswith(".") else p for p in parts), hulls, faces)
    return _ZONES_OF_A_SIDE[kind](body, side, out)


def _sphere(body: Body, point: _Point, out: int = 1) -> Sphere:
    frame, x, y, z, radius = point
    return body.spine(frame, (x, out * y, z)), radius * HEIGHT


def _chain(body: Body, points: tuple[_Point, ...]) -> tuple[Hull, ...]:
    spheres = [_sphere(body, point) for point in points]
    return tuple(pairwise(spheres))


def _along(
    body: Body, name: str, start: float, end: float, towards: tuple[float, float], share: float
) -> tuple[Hull, ...]:
    """A chain along a limb, spindle-shaped, pushed from the bone to the surface."""
    size, profile = LIMBS[name.partition(".")[0]]
    spheres: list[Sphere] = []
    for i in range(6):
        t = start + (end - start) * i / 5
        forward, whole = _at(profile, t)
        radius = whole * share * (0.55 + 0.45 * sin(pi * (i + 0.35) / 5.7))
        way = whole - radius
        point = (forward + towards[0] * way, towards[1] * way, -t * size / HEIGHT)
        spheres.append((body.limb(name, point), radius * HEIGHT))
    return tuple(pairwise(spheres))


def _at(profile: Profile, t: float) -> tuple[float, float]:
    for (near, x0, r0), (far, x1, r1) in pairwise(profile):
        if near <= t <= far:
            share = (t - near) / (far - near)
            return x0 + (x1 - x0) * share, r0 + (r1 - r0) * share
    raise ValueError(t)


def _abdomen(body: Body) -> Zone:
    swell = body.angle("belly", "out") / HEIGHT / 2
    points = (
        ("pelvis", 0.024, 0.0, 0.050, 0.026),
        ("L1", 0.026 + swell * 1.7, 0.0, 0.082, 0.026),
        ("L2", 0.026 + swell * 1.9, 0.0, 0.114, 0.026),
        ("L3", 0.026 + swell * 1.1, 0.0, 0.150, 0.026),
    )
    return Zone(("torso",), _chain(body, points), ("L2", 0, 1))


def _blades(body: Body) -> Zone:
    hulls: list[Hull] = []
    for side, out in (("left", 1), ("right", -1)):
        back = 0.0009 * body.angle(f"scapula.{side}", "retr")
        points = (
            ("T2", -0.040, 0.036 - back, 0.250, 0.011),
            ("T2", -0.040, 0.044 - back, 0.195, 0.009),
            ("T3", -0.034, 0.070 - back, 0.252, 0.011),
        )
        hulls.append(tuple(_sphere(body, point, out) for point in points))
    return Zone(("torso",), tuple(hulls), ("T2", 0, -1))


def _hip_flexor(body: Body, side: str, out: int) -> Zone:
    thigh = f"thigh.{side}"
    hip = body.limb(thigh, (0.026, 0, 0)), 0.023 * HEIGHT
    fold = (hip, _sphere(body, ("pelvis", 0.03, 0.04, 0.045, 0.021), out))
    return Zone((thigh, "torso"), (*_along(body, thigh, 0.0, 0.45, (1, 0), 0.5), fold))


def _outer_hip(body: Body, side: str, out: int) -> Zone:
    thigh = f"thigh.{side}"
    return Zone((thigh, "torso"), _along(body, thigh, 0.0, 0.3, (-0.6, out * 0.6), 0.6), ("pelvis", 1, out))


def _neck_side(body: Body, side: str, out: int) -> Zone:
    matrix = body.frames["T3"][0]
    end: Vector = (-0.01 * HEIGHT, -out * 0.022 * HEIGHT, 0.008 * HEIGHT)
    shoulder = (add(body.centre(f"arm.{side}"), turned(matrix, end)), 0.013 * HEIGHT)
    high, mid = ("head", -0.012, 0.020, 0.375, 0.011), ("N1", -0.016, 0.022, 0.322, 0.012)
    spheres = [*(_sphere(body, p, out) for p in (high, mid, ("T3", -0.02, 0.034, 0.300, 0.014))), shoulder]
    return Zone(("neck", "torso"), tuple(pairwise(spheres)), ("T3", 1, out))


def _shoulder(body: Body, side: str, out: int) -> Zone:
    arm = f"arm.{side}"
    spheres = (body.limb(arm, (0.006, out * 0.008, 0.004)), 0.020 * HEIGHT), (
        body.limb(arm, (0.003, out * 0.008, -0.055)), 0.016 * HEIGHT)  # fmt: skip
    return Zone((arm, "torso"), (spheres,), ("T3", 1, out))


def _sole(body: Body, side: str, out: int) -> Zone:
    foot = f"foot.{side}"
    points = ((-0.020, -0.031, 0.008), (0.030, -0.028, 0.007), (0.075, -0.031, 0.006))
    spheres = [(body.limb(foot, (x, 0, z)), radius * HEIGHT) for x, z, radius in points]
    return Zone((foot,), tuple(pairwise(spheres)))


def _whole(
    part: str, points: tuple[tuple[float, float, float], ...], radius: float
) -> Callable[[Body, str, int], Zone]:
    def made(body: Body, side: str, out: int) -> Zone:
        name = f"{part}.{side}"
        spheres = tuple((body.limb(name, (x, out * y, z)), radius * HEIGHT) for x, y, z in points)
        return Zone((name,), (spheres,))

    return made


_ZONES_OF_A_SIDE = {
    "hip-flexor": _hip_flexor,
    "outer-hip": _outer_hip,
    "neck-side": _neck_side,
    "shoulder": _shoulder,
    "sole": _sole,
    "hand": _whole("hand", ((0, 0, -0.012), (0, 0, -0.04)), 0.010),
    "foot": _whole("foot", ((0.02, 0, -0.015), (0.06, 0, -0.022)), 0.010),
}
