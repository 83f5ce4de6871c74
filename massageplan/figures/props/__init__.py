"""Things in the picture. Each follows the body: a chair stands under the pelvis, a wall at the palms."""

from __future__ import annotations

from collections.abc import Sequence

from ..camera import Camera
from ..figure import Prop
from ..layers import Part
from ..posing import Posed
from . import furniture, grips, seats, supports
from .scene import Scene

_MAKERS = {**furniture.MAKERS, **grips.MAKERS, **seats.MAKERS, **supports.MAKERS}

_TURN = {"bed": 0, "door": 0, "ball": 0, "wall": 2}
"""What another thing may be at goes before it."""


def build(props: Sequence[Prop], posed: Posed, camera: Camera) -> tuple[list[Part], Scene]:
    """The parts of all things of a picture, and what stands round it: floor and walls.

    Args:
        props: as written; a ball goes before its wall, in whichever order they stand.
        posed: the body they follow.
        camera: where it is seen from.
    """
    scene = Scene()
    parts: list[Part] = []
    for prop in sorted(props, key=lambda one: _TURN.get(one.kind, 1)):
        made = _MAKERS[prop.kind](prop, posed, camera, scene)
        for part in made:
            part.group, part.thing = -1, prop.kind
        parts += made
    return parts, scene
