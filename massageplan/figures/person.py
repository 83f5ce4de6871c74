"""A posed body as parts to paint: near and far side, shorts, joints that stay open, the face, where it is felt."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, dist, pi, sin

from . import flesh
from .body import HEIGHT, SIDES, Body
from .camera import Camera
from .face import drawn
from .flesh import ARM_PROFILE, FOREARM_PROFILE, LIMBS, PELVIS_HULLS, SHANK_PROFILE, THIGH_PROFILE
from .layers import Part
from .outline import region, without
from .style import FAR, GHOST, NEAR, TINT, Style
from .vectors import Hull, Sphere, dot
from .zones import zone

_AWAY, _AWAY_LIFTED = 0.55, 0.9
"""From here on a side faces away; seen from above no limb is far."""
_LIFTED = 20.0
_ENDWAYS = 0.25
_POINTS = 0.8
"""A limb that points at the camera or away from it by more than this has its whole outline."""
_ROOT = 0.9
"""A finger opens towards the palm this far round its root, cm, unless it points at the camera."""
_HIDDEN = 0.45
"""A zone of the front or back that faces away by more than this is not seen."""


def parts(
    body: Body, camera: Camera, group: int, ghost: bool = False, zones: Sequence[str] = (), fingers: bool = False,
    closed_eyes: bool = False,
) -> dict[str, Part]:  # fmt: skip
    """The parts of a person by name.

    Args:
        body: the posed body.
        camera: where it is seen from.
        group: number of this body among those of a picture.
        ghost: pale, as the pose before.
        zones: tinted zones.
        fingers: the hands have fingers, and no side is pale: a close-up.
        closed_eyes: the eyes are shut.
    """
    made: dict[str, Part] = {}
    for name, hulls in flesh.parts(body, fingers).items():
        style = GHOST if ghost else FAR if not fingers and _is_far(body, camera, name) else NEAR
        made[name] = Part(name, hulls, camera, style, group)
    made["face"].facing = camera.sees(body.front("head"))
    made["skull"].style = _haired(made["face"].style)
    _dress(body, camera, made)
    _join(body, camera, made)
    made["face"].above += drawn(body, camera, made["face"].style, closed_eyes)
    for name in zones:
        _tint(body, camera, made, name)
    return made


def _haired(style: Style) -> Style:
    return Style(style.ink, style.hair, style.cloth, style.hair, style.line)


def _is_far(body: Body, camera: Camera, name: str) -> bool:
    kind, _, side = name.partition(".")
    if not side:
        return False
    left = body.left("T3" if kind in ("arm", "forearm", "hand") else "pelvis")
    away = dot(camera.away, left) * (1 if side == "left" else -1)
    return away > (_AWAY if camera.lift < _LIFTED else _AWAY_LIFTED)


def seen(body: Body, camera: Camera, name: str) -> bool:
    """Whether a zone faces the camera, or is seen from all round."""
    faces = zone(body, name).faces
    if faces is None:
        return True
    frame, axis, way = faces
    return camera.sees(body.left(frame) if axis else body.front(frame)) * way > -_HIDDEN


def _tint(body: Body, camera: Camera, made: dict[str, Part], name: str) -> None:
    if not seen(body, camera, name):
        return
    found = zone(body, name)
    tinted = region(map(camera.discs, found.hulls))
    for part in found.parts:
        made[part].clothes.append((tinted, TINT))


def _dress(body: Body, camera: Camera, made: dict[str, Part]) -> None:
    """Shorts: they show where the pelvis is."""
    for side, _ in SIDES:
        thigh = made[f"thigh.{side}"]
        t, forward, radius = THIGH_PROFILE[2]
        size = LIMBS["thigh"][0] / HEIGHT
        hem: Hull = tuple(
            (body.limb(thigh.name, (forward + radius * cos(2 * pi * n / 14), radius * sin(2 * pi * n / 14),
                                    (0.02 - t) * size)), 0.02)
            for n in range(14)
        )  # fmt: skip
        hulls = [*thigh.hulls[:2], (thigh.hulls[2][0], *hem)]
        cloth = region(map(camera.discs, hulls))
        if camera.sees(body.top(thigh.name)) < -_ENDWAYS:  # the knee is before the shorts
            bare = [(*hem, thigh.hulls[3][0]), *thigh.hulls[3:]]
            cloth = without(cloth, region(map(camera.discs, bare)))
        thigh.clothes.append((cloth, thigh.style.cloth))
    torso = made["torso"]
    hips = [torso.discs[n] for n in PELVIS_HULLS]
    torso.clothes.append((region(hips), torso.style.cloth))


def _spheres(body: Body, name: str, numbers: Sequence[int]) -> Hull:
    size, profile = LIMBS[name.partition(".")[0]]
    share = size / HEIGHT
    return tuple(
        (body.limb(name, (profile[n][1], 0.0, -profile[n][0] * share)), profile[n][2] * HEIGHT) for n in numbers
    )


def _at(body: Body, frame: str, point: tuple[float, float, float], radius: float) -> Sphere:
    return body.spine(frame, point), radius * HEIGHT


def _wider(hull: Hull) -> Hull:
    """A wrist of a close-up: its opening reaches past both sides."""
    return tuple((centre, radius + 0.7) for centre, radius in hull)


def _join(body: Body, camera: Camera, made: dict[str, Part]) -> None:
    """Where the line of each part opens towards its neighbour, so that capsules become one body."""
    assert len(THIGH_PROFILE) == 6 and len(SHANK_PROFILE) == 7  # noqa: PT018
    assert len(ARM_PROFILE) == len(FOREARM_PROFILE) == 5
    torso, neck = made["torso"], made["neck"]
    frontal = abs(dot(camera.away, body.left("T3"))) < 0.75
    for side, out in SIDES:
        thigh, shank, foot, arm, forearm, hand = (
            made[f"{kind}.{side}"] for kind in ("thigh", "shank", "foot", "arm", "forearm", "hand")
        )
        thigh.joints[shank.name] = [_spheres(body, thigh.name, (4, 5))]
        shank.joints[thigh.name] = [_spheres(body, shank.name, (0, 1))]
        shank.joints[foot.name] = [_spheres(body, shank.name, (5, 6))]
        foot.joints[shank.name] = [(foot.hulls[0][1],)]
        arm.joints[forearm.name] = [_spheres(body, arm.name, (3, 4))]
        forearm.joints[arm.name] = [_spheres(body, forearm.name, (0,))]
        wrist = _spheres(body, forearm.name, (3, 4))
        forearm.joints[hand.name] = [wrist if len(hand.hulls) > 2 else _wider(wrist)]
        hand.joints[forearm.name] = [hand.hulls[0][:1] if len(hand.hulls) > 2 else _wider(hand.hulls[0][:2])]
        torso.joints[thigh.name] = [
            ((body.centre(thigh.name), 0.0475 * HEIGHT), _at(body, "pelvis", (-0.003, out * 0.038, 0.035), 0.050)),
            (_at(body, "pelvis", (-0.026, out * 0.040, -0.012), 0.0455),
             _at(body, "pelvis", (-0.012, out * 0.036, 0.03), 0.0475)),
        ]  # fmt: skip
        thigh.joints["torso"] = [_spheres(body, thigh.name, (0, 1))]
        shoulder = (body.centre(arm.name), 0.0283 * HEIGHT)
        torso.joints[arm.name] = [(shoulder, _at(body, "T3", (-0.018, out * 0.026, 0.301), 0.0283))]
        if frontal:
            torso.joints[arm.name].append((shoulder, _at(body, "T2", (-0.006, out * 0.045, 0.232), 0.047)))
        arm.joints["torso"] = [_spheres(body, arm.name, (0, 1))]
        for limb in (thigh, arm):
            if abs(dot(camera.away, body.top(limb.name))) > _POINTS:
                del torso.joints[limb.name], limb.joints["torso"]
        for name, part in made.items():
            if name.startswith(("finger", "thumb")) and name.endswith(side):
                centre, radius = part.hulls[0][0]
                part.joints[hand.name] = [((centre, radius),)]
                if dist(camera.page(part.hulls[-1][-1][0]), camera.page(centre)) > 2 * radius:
                    hand.joints[name] = [((centre, radius + _ROOT),)]
    torso.joints["neck"] = [
        (_at(body, "T3", (-0.012, 0, 0.270), 0.046), _at(body, "N1", (-0.018, 0, 0.312), 0.0275)),
        *((_at(body, "T3", (-0.018, out * 0.026, 0.301), 0.0280), _at(body, "N1", (-0.018, out * 0.006, 0.318), 0.0270))
          for _, out in SIDES),
    ]  # fmt: skip
    neck.joints["torso"] = [neck.hulls[0]]
