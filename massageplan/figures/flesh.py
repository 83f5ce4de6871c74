"""The shape of a posed body: each part is the union of hulls of spheres. Radii are our own, set by eye, a little slim.

A sphere is a disc in every view and the hull of spheres the hull of their discs, so one shape serves all cameras.
"""

from __future__ import annotations

import itertools
from math import cos, radians, sin

from .body import ARM, FOREARM, HEIGHT, SHANK, SIDES, THIGH, Body
from .vectors import Hull, Sphere, Vector

Profile = tuple[tuple[float, float, float], ...]

# Along the segment (0 to 1), how far to its front, radius; shares of stature.
THIGH_PROFILE: Profile = (
    (0, 0, 0.049), (0.18, 0.003, 0.0485), (0.42, 0.005, 0.044), (0.7, 0.003, 0.0365), (0.92, 0.002, 0.0305),
    (1, 0, 0.0295),
)  # fmt: skip
SHANK_PROFILE: Profile = (
    (0, 0, 0.0290), (0.10, -0.001, 0.0275), (0.28, -0.007, 0.0305), (0.46, -0.006, 0.0265), (0.75, -0.001, 0.0190),
    (0.93, 0, 0.0170), (1, 0, 0.0175),
)  # fmt: skip
ARM_PROFILE: Profile = ((0, 0, 0.0315), (0.18, 0, 0.0305), (0.45, 0.001, 0.0265), (0.8, 0, 0.0215), (1, 0, 0.0205))
FOREARM_PROFILE: Profile = ((0, 0, 0.0205), (0.22, 0, 0.0225), (0.55, 0, 0.0185), (0.9, 0, 0.0140), (1, 0, 0.0135))
LIMBS: dict[str, tuple[float, Profile]] = {
    "thigh": (THIGH, THIGH_PROFILE),
    "shank": (SHANK, SHANK_PROFILE),
    "arm": (ARM, ARM_PROFILE),
    "forearm": (FOREARM, FOREARM_PROFILE),
}

# Rings of the trunk: frame, forward, up, half depth, half width, share of a swelling belly.
_RINGS = (
    ("pelvis", -0.004, -0.012, 0.045, 0.072, 0.0),
    ("pelvis", -0.006, 0.016, 0.056, 0.092, 0.0),
    ("pelvis", -0.001, 0.052, 0.053, 0.087, 0.35),
    ("L1", 0.003, 0.082, 0.049, 0.079, 0.9),
    ("L2", 0.004, 0.114, 0.048, 0.076, 1.0),
    ("L3", 0.001, 0.150, 0.052, 0.081, 0.6),
    ("T1", -0.002, 0.188, 0.057, 0.088, 0.15),
    ("T2", -0.005, 0.228, 0.058, 0.092, 0.0),
    ("T3", -0.010, 0.262, 0.048, 0.086, 0.0),
    ("T3", -0.016, 0.292, 0.032, 0.045, 0.0),
)
# Hulls of the trunk by what they are, as places in the list that `trunk` gives.
PELVIS_HULLS = (0, 1, 9, 13)
BACK_HULLS = (5, 6, 7, 8, 11, 12, 15, 16)
# The head is drawn 5 % larger than life: a face is read better at 5 cm.
_HEAD = 1.05


def _between(profile: Profile) -> Profile:
    """The profile with a point of the smooth curve between each two."""
    ends = (profile[0], *profile, profile[-1])
    out: list[tuple[float, float, float]] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        out.append(b)
        out.append(tuple((-p + 9 * q + 9 * r - s) / 16 for p, q, r, s in zip(a, b, c, d, strict=True)))  # type: ignore[arg-type]
    return (*out, profile[-1])


_FINE = {name: _between(profile) for name, (_, profile) in LIMBS.items()}


def limb(body: Body, name: str) -> list[Hull]:
    """The chain of hulls of a thigh, shank, arm or forearm."""
    kind = name.partition(".")[0]
    size = LIMBS[kind][0] / HEIGHT
    spheres = [(body.limb(name, (forward, 0, -t * size)), radius * HEIGHT) for t, forward, radius in _FINE[kind]]
    return list(itertools.pairwise(spheres))


def trunk(body: Body) -> list[Hull]:
    """The hulls of pelvis, trunk and shoulder girdle: nine between rings, then four a side."""
    swell = body.angle("belly", "out") / HEIGHT / 2
    rings = [_ring(body, *ring, swell) for ring in _RINGS]
    hulls: list[Hull] = [a + b for a, b in itertools.pairwise(rings)]
    for side, out in SIDES:
        hulls.append((_at(body, "pelvis", (-0.026, out * 0.040, -0.012), 0.046),
                      _at(body, "pelvis", (-0.012, out * 0.036, 0.03), 0.048)))  # fmt: skip
        shoulder = body.centre(f"arm.{side}")
        collar = _at(body, "T3", (-0.018, out * 0.026, 0.301), 0.0285)
        hulls.append((_at(body, "N1", (-0.018, out * 0.006, 0.318), 0.0275), collar))
        hulls.append((collar, (shoulder, 0.0285 * HEIGHT)))
        hulls.append(((shoulder, 0.0285 * HEIGHT), _at(body, "T2", (-0.006, out * 0.05, 0.225), 0.05)))
    return hulls


def _ring(
    body: Body, frame: str, forward: float, up: float, depth: float, width: float, share: float, swell: float
) -> Hull:
    forward, depth = forward + swell * share, depth + swell * share
    width = max(width, depth)
    return tuple(_at(body, frame, (forward, y, up), depth) for y in (width - depth, 0.0, depth - width))


def _at(body: Body, frame: str, point: Vector, radius: float) -> Sphere:
    return body.spine(frame, point), radius * HEIGHT


def head_point(body: Body, point: Vector) -> Vector:
    """Where a point of the standing head (shares of stature) is."""
    x, y, z = point
    return body.spine("head", (x * _HEAD, y * _HEAD, 0.372 + (z - 0.372) * _HEAD))


def neck(body: Body) -> list[Hull]:
    """The hulls of the neck."""
    low, mid = _at(body, "T3", (-0.018, 0, 0.292), 0.0335), _at(body, "N1", (-0.013, 0, 0.322), 0.0325)
    high = _at(body, "N2", (-0.006, 0, 0.350), 0.0315)
    return [(low, mid), (mid, high), (high, _at(body, "head", (-0.004, 0, 0.378), 0.0315))]


def skull(body: Body) -> list[Hull]:
    """The hulls of the head that bear hair."""
    back = _on_head(body, (-0.017, 0, 0.421), 0.0490)
    return [
        (back, _on_head(body, (0.010, 0, 0.426), 0.0465)),
        (back, _on_head(body, (-0.026, 0, 0.392), 0.031)),
    ]


def face(body: Body) -> list[Hull]:
    """The hulls of the face and its nose; an open jaw lowers the chin."""
    lower = radians(body.angle("jaw", "open"))
    reach, drop = 0.040 * (1 - cos(lower)) + 0.012 * sin(lower), 0.055 * sin(lower)
    chin = [_on_head(body, (0.0295 - reach, y, 0.363 - drop), 0.0195) for y in (0.006, -0.006)]
    upper = (_on_head(body, (0.026, 0, 0.413), 0.0350), _on_head(body, (0.014, 0, 0.388), 0.0355))
    nose = (_on_head(body, (0.050, 0, 0.408), 0.006), _on_head(body, (0.0655, 0, 0.386), 0.0068),
            _on_head(body, (0.047, 0, 0.378), 0.006))  # fmt: skip
    return [(*upper, *chin), nose]


def _on_head(body: Body, point: Vector, radius: float) -> Sphere:
    return head_point(body, point), radius * HEIGHT


def foot(body: Body, name: str) -> list[Hull]:
    """The hulls of a foot with a flat sole; toes bend at the ball, a raised arch draws the ball to the heel."""
    out = 1 if name.endswith("left") else -1
    raised = body.angle(name.replace("foot", "arch"), "up") / HEIGHT
    bent = radians(body.angle(name.replace("foot", "toes"), "ext"))

    def at(x: float, y: float, z: float, radius: float) -> Sphere:
        return body.limb(name, (x - (0.6 * raised if x > 0.05 else 0.0), out * y, z)), radius * HEIGHT

    def toe(x: float, y: float, z: float, radius: float, joint: tuple[float, float]) -> Sphere:
        along, above = x - joint[0], z - joint[1]
        return at(joint[0] + along * cos(bent) - above * sin(bent), y,
                  joint[1] + along * sin(bent) + above * cos(bent), radius)  # fmt: skip

    heel, ankle, arch = (
        at(-0.022, 0, -0.0215, 0.0175),
        at(0, 0, -0.002, 0.0185),
        at(0.036, 0.002, raised - 0.018, 0.018),
    )
    inner, outer = at(0.076, 0.004, -0.0265, 0.0125), at(0.070, -0.012, -0.0275, 0.0115)
    big = toe(0.106, 0.002, -0.0300, 0.009, (0.076, -0.0265))
    small = toe(0.094, -0.012, -0.0305, 0.0085, (0.070, -0.0275))
    sole = (arch, inner, outer) if raised else (heel, arch, inner, outer)
    return [(heel, ankle, arch), sole, (inner, big, outer, small)]


def hand(body: Body, name: str) -> list[Hull]:
    """The hulls of a hand as a mitten with a thumb, for pictures of a whole person."""
    palm, out = _palm(body, name)
    knuckles, curl = _bends(body, name)
    # fingers bend towards the palm, which faces the body in standing
    first, second = knuckles + 0.6 * curl, knuckles + 0.85 * curl

    def finger(x: float, along: float, radius: float, bent: float) -> Sphere:
        angle = radians(bent)
        return body.limb(name, (x, -out * sin(angle) * along, -0.045 - cos(angle) * along)), radius * HEIGHT

    near = (finger(0.009, 0.028, 0.0092, first), finger(-0.010, 0.026, 0.0092, first))
    far = (finger(0.007, 0.052, 0.0075, second), finger(-0.009, 0.046, 0.0075, second))
    thumb = _thumb(body, name, out)
    return [palm, (*palm[1:], *near), (*near, *far), thumb[:2], thumb[1:]]


def _palm(body: Body, name: str) -> tuple[Hull, int]:
    out = 1 if name.endswith("left") else -1
    points = (((0, 0, 0), 0.0130), ((0.011, 0, -0.042), 0.0105), ((-0.011, 0, -0.042), 0.0105))
    return tuple((body.limb(name, point), radius * HEIGHT) for point, radius in points), out


def _thumb(body: Body, name: str, out: int) -> Hull:
    points = ((0.010, -0.003, -0.014, 0.0085), (0.024, -0.008, -0.040, 0.0075), (0.026, -0.011, -0.056, 0.0065))
    return tuple((body.limb(name, (x, out * y, z)), radius * HEIGHT) for x, y, z, radius in points)


def _bends(body: Body, name: str) -> tuple[float, float]:
    return body.angle(name.replace("hand", "knuckles"), "flex"), body.angle(name.replace("hand", "fingers"), "curl")


# Index to little finger: where it leaves the palm (to the thumb side, along), its three bones, its radius.
_FINGERS = (
    (0.0175, -0.0445, (0.0250, 0.0150, 0.0115), 0.0051),
    (0.0060, -0.0470, (0.0270, 0.0170, 0.0120), 0.0052),
    (-0.0055, -0.0455, (0.0250, 0.0155, 0.0115), 0.0050),
    (-0.0165, -0.0415, (0.0195, 0.0115, 0.0100), 0.0044),
)


def spread_hand(body: Body, name: str) -> dict[str, list[Hull]]:
    """A hand with its five fingers as parts of their own, for close-ups."""
    out = 1 if name.endswith("left") else -1
    side = name.partition(".")[2]
    knuckles, curl = _bends(body, name)

    def at(x: float, y: float, z: float, radius: float) -> Sphere:
        return body.limb(name, (x, out * y, z)), radius * HEIGHT

    wrist = (at(0.0075, 0, -0.001, 0.0105), at(-0.0075, 0, -0.001, 0.0105))
    bases = [at(x, 0, z, 0.0078) for x, z, _, _ in _FINGERS]
    parts: dict[str, list[Hull]] = {name: [(*wrist, bases[0], bases[3]), (*bases,)]}
    for number, (x, z, bones, radius) in enumerate(_FINGERS, start=1):
        bent, y, along = knuckles, 0.0, z
        chain = [at(x, 0, z, radius)]
        for bone, more in zip(bones, (curl, curl * 0.75, 0.0), strict=True):
            y, along = y - sin(radians(bent)) * bone, along - cos(radians(bent)) * bone
            chain.append(at(x, y, along, radius))
            bent += more
        parts[f"finger{number}.{side}"] = list(itertools.pairwise(chain))
    root = at(0.012, -0.004, -0.012, 0.0088)
    thumb = (
        root,
        at(0.0265, -0.009, -0.028, 0.0068),
        at(0.0330, -0.013, -0.045, 0.0058),
        at(0.0350, -0.016, -0.059, 0.0050),
    )
    parts[f"thumb.{side}"] = list(itertools.pairwise(thumb))
    return parts


def part(body: Body, name: str) -> list[Hull]:
    """The hulls of one part.

    Raises:
        KeyError: no such part.
    """
    kind = name.partition(".")[0]
    if kind in LIMBS:
        return limb(body, name)
    if kind in _SIDED:
        return _SIDED[kind](body, name)
    return _MIDDLE[kind](body)


_SIDED = {"foot": foot, "hand": hand}
_MIDDLE = {"torso": trunk, "neck": neck, "skull": skull, "face": face}


def parts(body: Body, fingers: bool = False) -> dict[str, list[Hull]]:
    """All parts of a body.

    Args:
        body: the posed body.
        fingers: the hands have fingers of their own, for a close-up; else they are mittens.
    """
    found = {name: make(body) for name, make in _MIDDLE.items()}
    for side, _ in SIDES:
        for kind in ("thigh", "shank", "foot", "arm", "forearm", "hand"):
            found[f"{kind}.{side}"] = part(body, f"{kind}.{side}")
        if fingers:
            found.update(spread_hand(body, f"hand.{side}"))
    return found
