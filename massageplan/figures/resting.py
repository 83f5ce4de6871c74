"""What a body rests on: the floor is found by tilting and dropping it, feet are put flat, the head is laid down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import asin, degrees
from typing import TYPE_CHECKING

from . import flesh
from .body import ANKLE_HEIGHT, SIDES, Body
from .vectors import (
    UP,
    Hull,
    Matrix,
    Vector,
    about_left,
    about_up,
    across,
    axis,
    columns,
    cross,
    facing,
    length,
    product,
    scale,
    sub,
    turned,
    unit,
)

if TYPE_CHECKING:
    from .figure import Contact
    from .posing import Posed

_BOTH = {
    "feet": ("foot",), "shanks": ("shank", "foot"), "hands": ("hand",), "thighs": ("thigh", "shank"),
    "forearms": ("forearm",), "elbows": ("elbow",),
}  # fmt: skip
_ONE = {"wrist": "hand", "shoulder": "arm", "knee": "shank", "toes": "foot"}
# Place that stays where it is from pose to pose, by what rests.
PINS = {
    "feet": "ankle.right", "foot.left": "ankle.left", "foot.right": "ankle.right", "shanks": "knee.right",
    "shank.right": "knee.right", "shank.left": "knee.left", "back": "upper-back", "pelvis": "seat",
    "forearms": "elbow.right", "thighs": "knee.right", "front": "pelvis",
}  # fmt: skip
_STEP, _REACH = 6.0, 78.0
_NEAR = 0.01


def _hulls(body: Body, group: str) -> Iterator[Hull]:
    """The hulls of a group that may touch the floor."""
    if group in _BOTH:
        for part in _BOTH[group]:
            for side, _ in SIDES:
                yield from _part(body, f"{part}.{side}")
    elif group in ("pelvis", "back", "front", "side"):
        trunk = flesh.trunk(body)
        chosen = {"pelvis": flesh.PELVIS_HULLS, "side": range(len(trunk))}.get(group, flesh.BACK_HULLS)
        yield from (trunk[n] for n in chosen)
        if group == "side":
            for side, _ in SIDES:
                yield from flesh.limb(body, f"thigh.{side}")[:2]
    elif group == "head":
        yield from flesh.skull(body)
        yield from flesh.face(body)[:1]
    else:
        yield from _part(body, group)


def _part(body: Body, name: str) -> list[Hull]:
    kind, _, side = name.partition(".")
    if kind == "elbow":
        return flesh.limb(body, f"forearm.{side}")[:1]
    return flesh.part(body, f"{_ONE.get(kind, kind)}.{side}")


def lowest(body: Body, group: str) -> float:
    """Height of the lowest point of a group above the floor, cm; negative below it."""
    return min(centre[2] - radius for hull in _hulls(body, group) for centre, radius in hull)


def nearest_root(
    value: Callable[[float], float], at_zero: float, least: float = -_REACH, most: float = _REACH, step: float = _STEP
) -> float | None:
    """The root of a continuous function that is nearest to 0, searched outward in steps; none between the ends."""
    if abs(at_zero) <= _NEAR:
        return 0.0
    edge = {1: (0.0, at_zero), -1: (0.0, at_zero)}
    n = 1
    while True:
        ways = [way for way in (1, -1) if least <= way * n * step <= most]
        if not ways:
            return None
        for way in ways:
            near, was = edge[way]
            x = way * n * step
            now = value(x)
            if was * now <= 0:
                return root_between(value, near, was, x, now)
            edge[way] = (x, now)
        n += 1


def root_between(value: Callable[[float], float], a: float, at_a: float, b: float, at_b: float) -> float:
    """The root between two places of unlike sign, by false position with the Illinois weight."""
    x, side = b, 0
    for _ in range(24):
        if abs(at_b - at_a) < 1e-12:
            break
        x = (a * at_b - b * at_a) / (at_b - at_a)
        at_x = value(x)
        if abs(at_x) < 1e-4 or abs(b - a) < 1e-5:
            break
        if at_x * at_b > 0:
            b, at_b = x, at_x
            at_a = at_a / 2 if side == -1 else at_a
            side = -1
        else:
            a, at_a = x, at_x
            at_b = at_b / 2 if side == 1 else at_b
            side = 1
    return x


def tilt(posed: Posed) -> None:
    """Tilt the body forward or back until both groups it rests on are equally low."""
    body = posed.body
    root, origin = body.frames["pelvis"]
    first, second = posed.rest

    def apart(degrees_: float) -> float:
        body.stand(product(about_left(degrees_), root), origin)
        palms(posed)
        return lowest(body, first) - lowest(body, second)

    found = nearest_root(apart, apart(0.0))
    if found is None:
        posed.note(f"The body cannot rest on both {first} and {second}.")
    apart(found or 0.0)


def palms(posed: Posed) -> None:
    """Lay the hands flat that are palm-down, fingers forward."""
    for side, out in SIDES:
        goal = posed.goal(f"hand.{side}")
        if goal is not None and goal.kind == "palm-down":
            posed.body.fixed[f"hand.{side}"] = flat_hand(UP, (1.0, 0.0, 0.0), out)
            posed.body.hang_arm(side)


def flat_hand(normal: Vector, fingers: Vector, out: int) -> Matrix:
    """The rotation of a hand whose palm lies on a surface.

    Args:
        normal: away from the surface.
        fingers: where the fingers point.
        out: 1 for a left hand, -1 for a right one.
    """
    up = scale(unit(across(fingers, normal)), -1)
    side = scale(normal, out)
    return columns(cross(side, up), side, up)


def legs(posed: Posed) -> None:
    """Lay lower legs flat that lie on the floor, and put feet on it."""
    for side, _ in SIDES:
        shank, foot = posed.goal(f"shank.{side}"), posed.goal(f"foot.{side}")
        if shank is not None and shank.kind == "flat":
            _lay_shank(posed, side)
        if foot is not None and foot.kind in ("flat", "heel", "ball"):
            _place_foot(posed, side, foot)


def _lay_shank(posed: Posed, side: str) -> None:
    thigh = posed.body.frames[f"thigh.{side}"][0]

    def slope(bent: float) -> float:
        return turned(product(thigh, about_left(bent)), (0.0, 0.0, -1.0))[2]

    bent, was = 0.0, slope(0.0)
    found = None
    while bent < 160 and found is None:
        now = slope(bent + 8)
        if was * now <= 0:
            found = root_between(slope, bent, was, bent + 8, now)
        bent, was = bent + 8, now
    if found is None:
        posed.note(f"The lower leg ({side}) cannot lie flat.")
    posed.angles.setdefault(f"knee.{side}", {})["flex"] = 150.0 if found is None else found
    for name in (f"shank.{side}", f"foot.{side}"):
        posed.body.fixed.pop(name, None)
    posed.body.hang_leg(side)


def _shift(contact: Contact, word: str) -> float:
    return sum(offset.amount for offset in contact.shift if offset.word == word)


def _place_foot(posed: Posed, side: str, contact: Contact) -> None:
    """Bend the hip (the knee, where only the hip is given) until the foot is where it should be; then turn the foot."""
    body, name = posed.body, f"foot.{side}"
    by_lowest = contact.kind != "flat"
    if not {"feet", name} & set(posed.rest):
        up = _shift(contact, "up")
        joint = "knee" if f"hip.{side}" in posed.given and f"knee.{side}" not in posed.given else "hip"
        moves = posed.angles.setdefault(f"{joint}.{side}", {})
        wanted = moves.get("flex", 0.0)
        least, most = (0.0, 150.0) if joint == "knee" else (-35.0, 131.0)

        def above(change: float) -> float:
            moves["flex"] = wanted + change
            for part in ("thigh", "shank", "foot"):
                body.fixed.pop(f"{part}.{side}", None)
            body.hang_leg(side)
            return lowest(body, name) - up if by_lowest else body.centre(name)[2] - ANKLE_HEIGHT - up

        found = nearest_root(above, above(0.0), least - wanted, most - wanted, 8.0)
        if found is None:
            posed.note(f"The foot ({side}) cannot reach the floor.")
        above(found or 0.0)
    if not by_lowest:
        body.fixed[name] = _flat_foot(body, side, contact)
    if contact.kind == "ball":
        slope = axis(body.frames[name][0], 0)[2]
        posed.angles[f"toes.{side}"] = {"ext": max(0.0, min(60.0, degrees(asin(max(-1.0, min(1.0, -slope))))))}
    body.hang_leg(side)


def _flat_foot(body: Body, side: str, contact: Contact) -> Matrix:
    shank = body.frames[f"shank.{side}"][0]
    front = axis(shank, 0)
    ahead: Vector = (front[0], front[1], 0.0)
    if length(ahead) < 0.2:
        along = scale(axis(shank, 2), 1 if front[2] < 0 else -1)
        ahead = (along[0], along[1], 0.0)
    out = 1 if side == "left" else -1
    return product(facing(ahead, UP), about_up(out * (_shift(contact, "out") - _shift(contact, "in"))))


def lay_head(posed: Posed) -> None:
    """Bend the neck until the back of the head (face down: the face) is on its support."""
    body, height = posed.body, posed.head_rest or 0.0
    prone = posed.base.front[2] < 0
    neck, head = posed.angles.setdefault("neck", {}), posed.angles.setdefault("head", {})
    root, origin = body.frames["pelvis"]

    def above(bent: float) -> float:
        neck["flex"], head["flex"] = bent, -0.35 * min(bent, 0.0)
        body.stand(root, origin)
        hulls = (*flesh.skull(body), *flesh.face(body)) if prone else flesh.skull(body)
        return min(c[2] - r for hull in hulls for c, r in hull) - height

    low, high = above(-45.0), above(60.0)
    if low * high > 0:
        posed.note("The head cannot reach its support.")
        above(0.0)
        return
    above(root_between(above, -45.0, low, 60.0, high))


def away(a: Vector, b: Vector) -> float:
    """Distance of two points, cm."""
    return length(sub(a, b))
