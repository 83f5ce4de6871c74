"""Hands and feet that reach for something: two links, a target and where the elbow or knee points."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from .body import ARM, FOREARM, HEIGHT, SHANK, SIDES, THIGH, Body
from .figure import Aim, Contact
from .places import ON_HEAD, WORLD, direction, place
from .resting import flat_hand
from .vectors import (
    UP,
    Matrix,
    Vector,
    across,
    add,
    axis,
    columns,
    cross,
    dot,
    inverse,
    length,
    product,
    scale,
    step,
    sub,
    unit,
)

if TYPE_CHECKING:
    from .posing import Posed

_PALM = 0.040 * HEIGHT
# A palm stays this far from the skin it touches, a clear finger's breadth in the drawing.
_SKIN = 0.012 * HEIGHT
_FLAT = 0.014 * HEIGHT


def aimed(aim: Aim) -> Vector:
    """The unit direction of an aim in the world: its word, tilted towards others."""
    found = WORLD[aim.word]
    return _tilted(found, aim)


def _tilted(found: Vector, aim: Aim) -> Vector:
    from math import cos, radians, sin

    for tilt in aim.tilts:
        angle = radians(tilt.amount)
        found = unit(add(scale(found, cos(angle)), scale(WORLD[tilt.word], sin(angle))))
    return found


def _pole(body: Body, aim: Aim, side: str) -> Vector:
    """Where an elbow or knee points: words joined by `-` added up, then tilted."""
    total: Vector = (0.0, 0.0, 0.0)
    for word in aim.word.split("-"):
        total = add(total, direction(body, word, side))
        if word == "wide":
            total = step(total, direction(body, "footward", side), 0.15)
    return _tilted(unit(total), aim)


def _shifted(body: Body, point: Vector, contact: Contact, side: str) -> Vector:
    for offset in contact.shift:
        point = step(point, direction(body, offset.word, side), offset.amount)
    return point


def two_links(root: Vector, target: Vector, upper: float, lower: float, pole: Vector) -> tuple[Vector, Vector, float]:
    """Elbow and end of two links that reach for a target, and by how many centimetres it is too far.

    Args:
        root, target: points, cm.
        upper, lower: lengths of the links, cm.
        pole: where the joint between them points.
    """
    way = sub(target, root)
    size = length(way)
    short = size - upper - lower
    size = max(min(size, (upper + lower) * 0.999), abs(upper - lower) * 1.02 + 0.1)
    along = unit(way)
    side = unit(across(pole, along))
    share = max(-1.0, min(1.0, (upper * upper + size * size - lower * lower) / (2 * upper * size)))
    joint = step(step(root, along, upper * share), side, upper * sqrt(1 - share * share))
    return joint, step(root, along, size), short


def _frames(root: Vector, joint: Vector, end: Vector, front: Vector, fold: int) -> tuple[Matrix, Matrix]:
    """Rotations of both links from their three points.

    Args:
        root, joint, end: points, cm.
        front: front of the hinge where both links are in line.
        fold: 1 where the second link folds back (knee), -1 where it folds forward (elbow).
    """
    upper, lower = unit(sub(root, joint)), unit(sub(joint, end))
    normal = cross(upper, lower)
    left = unit(scale(normal, fold)) if length(normal) > 1e-3 else unit(cross(upper, front))
    return columns(cross(left, upper), left, upper), columns(cross(left, lower), left, lower)


def _leg_to(posed: Posed, side: str, target: Vector, pole: Vector, front: Vector) -> None:
    body = posed.body
    root = body.centre(f"thigh.{side}")
    knee, end, short = two_links(root, target, THIGH, SHANK, pole)
    if short > 1.5:
        posed.note(f"The foot ({side}) is {short:.0f} cm out of reach.")
    thigh, shank = _frames(root, knee, end, front, 1)
    body.fixed[f"thigh.{side}"], body.fixed[f"shank.{side}"] = thigh, shank


def feet_stay(posed: Posed) -> None:
    """Put feet that stay where they were in the first pose."""
    if posed.first is None:
        return
    body, was = posed.body, posed.first.body
    for side, _ in SIDES:
        goal = posed.goal(f"foot.{side}")
        if goal is None or goal.kind != "stays":
            continue
        thigh, shank, foot = (f"{part}.{side}" for part in ("thigh", "shank", "foot"))
        root = body.centre(thigh)
        pole = _pole(body, goal.pole, side) if goal.pole else sub(was.centre(shank), root)
        _leg_to(posed, side, was.centre(foot), pole, was.front(thigh))
        if goal.pole:  # the foot rolls with the lower leg
            rolled = product(inverse(was.frames[shank][0]), was.frames[foot][0])
            body.fixed[foot] = product(body.fixed[shank], rolled)
        else:
            body.fixed[foot] = was.frames[foot][0]
        body.hang_leg(side)


def feet_on(posed: Posed) -> None:
    """Put feet on a place of the body, or somewhere from the hip."""
    body = posed.body
    for side, _ in SIDES:
        goal = posed.goal(f"foot.{side}")
        if goal is None or goal.kind not in ("on", "at"):
            continue
        root = body.centre(f"thigh.{side}")
        if goal.kind == "on":
            point, normal = place(body, goal.place)
            target = step(_shifted(body, point, goal, side), normal, 0.020 * HEIGHT)
        else:
            target = _shifted(body, root, goal, side)
        pole = _pole(body, goal.pole, side) if goal.pole else body.front("pelvis")
        _leg_to(posed, side, target, pole, body.front(f"thigh.{side}"))
        body.fixed.pop(f"foot.{side}", None)
        body.hang_leg(side)


def hands(posed: Posed) -> None:
    """Put the hands where they go."""
    for side, out in SIDES:
        goal = posed.goal(f"hand.{side}")
        if goal is None or goal.kind == "palm-down" or (goal.kind == "stays" and posed.first is None):
            continue
        target, matrix, palm = _hand(posed, side, out, goal)
        body = posed.body
        root = body.centre(f"arm.{side}")
        trunk = body.frames["T3"][0]
        elbow, end, short = two_links(root, target, ARM, FOREARM + palm, _elbow(body, side, out, goal))
        if short > 1.5:
            posed.note(f"The hand ({side}) is {short:.0f} cm out of reach.")
        arm, forearm = _frames(root, elbow, end, axis(trunk, 0), -1)
        body.fixed[f"arm.{side}"], body.fixed[f"forearm.{side}"] = arm, forearm
        if matrix is not None:
            body.fixed[f"hand.{side}"] = matrix
        body.hang_arm(side)


def _elbow(body: Body, side: str, out: int, goal: Contact) -> Vector:
    if goal.pole:
        return _pole(body, goal.pole, side)
    trunk = body.frames["T3"][0]
    beside = scale(axis(trunk, 1), out)
    if goal.kind == "beside":
        return beside
    if goal.place.partition(".")[0] in ON_HEAD:  # as one holds one's face or forehead
        return add(add(scale(beside, 0.7), scale(axis(trunk, 2), -0.7)), scale(axis(trunk, 0), 0.3))
    back, down = scale(axis(trunk, 0), -1), scale(axis(trunk, 2), -1)
    return add(add(scale(back, 0.5), scale(down, 0.6)), scale(beside, 0.5))


def _hand(posed: Posed, side: str, out: int, goal: Contact) -> tuple[Vector, Matrix | None, float]:
    """Target of the arm, rotation of the hand (none: as the forearm), and the length of palm it reaches with, cm."""
    body = posed.body
    root = body.centre(f"arm.{side}")
    if goal.kind == "stays":
        assert posed.first is not None
        matrix, target = posed.first.body.frames[f"hand.{side}"]
        return _shifted(body, target, goal, side), matrix, 0.0
    if goal.kind == "beside":
        hip = body.spine("pelvis", (0.0, out * 0.155, 0.0))
        down = scale(axis(body.frames["T3"][0], 2), -1)
        return (hip[0], hip[1], 0.016 * HEIGHT), flat_hand(UP, down, out), 0.0
    if goal.kind == "toward":
        way = unit(sub(place(body, goal.place)[0], root))
        return step(root, way, (ARM + FOREARM + 0.045 * HEIGHT) * 0.985), None, 0.045 * HEIGHT
    if goal.kind in ("on", "hold"):
        return _on_skin(posed, side, out, goal)
    target = _shifted(body, root, goal, side)
    if goal.kind == "wall":
        return target, flat_hand(_wall(goal), UP, out), 0.0
    if goal.kind in ("floor", "table"):
        if goal.kind == "floor":
            target = (target[0], target[1], _FLAT)
        ahead: Vector = (1.0, 0.0, 0.0) if target[0] >= root[0] - 5 else (-1.0, 0.0, 0.0)
        return target, flat_hand(UP, ahead, out), 0.0
    return target, None, 0.045 * HEIGHT


def _wall(goal: Contact) -> Vector:
    """Away from the wall a palm lies on: the way the hand goes says where it is; ahead where none is said."""
    word = goal.shift[0].word if goal.shift else "forward"
    return scale(WORLD.get(word, WORLD["forward"]), -1) if word not in ("up", "down") else (-1.0, 0.0, 0.0)


def _on_skin(posed: Posed, side: str, out: int, goal: Contact) -> tuple[Vector, Matrix | None, float]:
    """A palm on a place of the body: the fingers go on where the forearm comes from, along the skin."""
    body = posed.body
    point, normal = place(body, goal.place)
    target = _shifted(body, step(point, normal, _SKIN), goal, side)
    beside = scale(axis(body.frames["T3"][0], 1), out)
    other = posed.goal(f"hand.{'left' if side == 'right' else 'right'}")
    if other is not None and other.kind == "on" and other.place == goal.place:
        target = step(target, beside, 0.018 * HEIGHT)
    way = unit(sub(target, body.centre(f"arm.{side}")))
    fingers = across(way, normal)
    if length(fingers) < 0.15:
        fingers = scale(beside, -1)
    if goal.kind == "hold":
        fingers = across(add(scale(beside, -1), scale(unit(fingers), 0.25)), normal)
        if f"fingers.{side}" not in posed.angles:
            posed.angles[f"fingers.{side}"] = {"curl": 45.0}
        target = step(target, normal, 0.004 * HEIGHT)
    if dot(fingers, fingers) < 1e-9:
        fingers = across(UP, normal)
    fingers = unit(fingers)
    return step(target, fingers, -_PALM), flat_hand(normal, fingers, out), 0.0
