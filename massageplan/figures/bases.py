"""Complete poses that touch the floor; an author changes a few joints of one of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .places import WORLD
from .vectors import Vector
from .vocabulary import PLURALS


@dataclass(frozen=True, slots=True)
class Base:
    """A pose to start from.

    Attributes:
        front, up: where the front of the pelvis and the head end point.
        rest: groups that touch the floor; with two the body is tilted until both do.
        pin: place that stays where it is from pose to pose; empty for one by what rests.
        joints: joint or limb to a phrase, both sides where it has no side.
        head_rest: the head (its back, or the face of who lies on the front) lies at this height, cm; none: on nothing.
    """

    front: Vector
    up: Vector
    rest: tuple[str, ...]
    joints: dict[str, str] = field(default_factory=dict)
    pin: str = ""
    head_rest: float | None = None


def _base(front: str, up: str, rest: str, pin: str = "", head_rest: float | None = None, **joints: str) -> Base:
    both: dict[str, str] = {}
    for name, phrase in joints.items():
        name = name.replace("_", ".")
        if name in PLURALS:
            both.update({f"{PLURALS[name]}.{side}": phrase for side in ("left", "right")})
        else:
            both[name] = phrase
    return Base(WORLD[front], WORLD[up], tuple(rest.split()), both, pin, head_rest)


BASES: dict[str, Base] = {
    "standing": _base("forward", "up", "feet", feet="flat", knees="flex 2", elbows="flex 8", shoulders="abd 5"),
    "seated": _base(
        "forward", "up", "feet", pin="seat", hips="flex 85", knees="flex 85", thighs="forward", shanks="down",
        feet="flat", hands="on thigh",
    ),
    "long-sitting": _base(
        "forward", "up", "pelvis", pin="seat", hips="flex 88", knees="flex 4", feet="heel", hands="on thigh"
    ),
    "supine": _base("up", "back", "back pelvis", head_rest=0.0, hands="beside"),
    "hook-lying": _base(
        "up", "back", "back pelvis", head_rest=0.0, hips="flex 45", knees="flex 95", feet="flat", hands="beside"
    ),
    "prone": _base("down", "forward", "front thighs", head_rest=0.0, ankles="plantar 75"),
    "side-lying": _base("right", "back", "side", shoulders="flex 60", elbows="flex 70"),
    "side-lying-left": _base("right", "forward", "side", shoulders="flex 60", elbows="flex 70"),
    "quadruped": _base(
        "down", "forward", "shanks hands", thighs="down", shanks="flat", ankles="plantar 70", arms="down",
        hands="palm-down", neck="ext 10",
    ),
    "kneeling": _base("forward", "up", "shanks", shanks="flat", ankles="plantar 70"),
    "half-kneeling": _base(
        "forward", "up", "shank.right", shank_right="flat", ankle_right="plantar 70", hip_left="flex 88",
        knee_left="flex 88", foot_left="flat",
    ),
}  # fmt: skip
