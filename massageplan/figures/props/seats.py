"""What one sits on, or holds on to while standing: chair, armchair, bed and handrail."""

from __future__ import annotations

from .. import flesh
from ..camera import Camera
from ..figure import Prop
from ..flesh import PELVIS_HULLS
from ..layers import Part
from ..posing import Posed
from ..style import WHITE_THING
from ..vectors import Vector, middle
from .scene import Scene, Span, box, post

_THICK = 3.2
_SEAT_HEIGHT, _SEAT_DEPTH = 42.0, 36.0
# A banister rises by this share of its length.
_RISE = 0.45


def sat(posed: Posed) -> Posed:
    """The pose that tells where a seat stands: it stays where somebody sat first."""
    return posed.first if posed.first is not None and posed.first.base.pin == "seat" else posed


def _seat(posed: Posed) -> tuple[float, float, float, float]:
    """Where a seat is: its back, its front, its middle to the side, its top."""
    posed = sat(posed)
    trunk = flesh.trunk(posed.body)
    hips = [sphere for n in PELVIS_HULLS for sphere in trunk[n]]
    top = min(centre[2] - radius for centre, radius in hips)
    back = min(centre[0] - radius for centre, radius in hips) - 1.0
    return back, posed.body.centre("thigh.right")[0] + 26, posed.body.centre("pelvis")[1], top


def chair(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A chair under the pelvis, `no-back` is a stool; or one before the person, its back in the hands."""
    if prop.places and prop.kind == "chair":
        return _before(prop, posed, camera)
    back, front, y, top = _seat(posed)
    sides = (y - 22, y + 22)
    parts = [box("seat", Span((back, front), sides, (top - _THICK, top)), camera)]
    for n, x in enumerate((back + 1.5, front - 1.5)):
        for m, at in enumerate((sides[0] + 1.5, sides[1] - 1.5)):
            parts.append(post(f"leg{n}{m}", (x, at, 0.9), (x, at, top - _THICK), camera))
    if "no-back" not in prop.options:
        parts.append(box("backrest", Span((back - 3, back), sides, (top + 9, top + 42)), camera))
        for m, at in enumerate((sides[0] + 1.5, sides[1] - 1.5)):
            parts.append(post(f"post{m}", (back - 1.5, at, top - _THICK), (back - 1.5, at, top + 9), camera))
    return parts


def _before(prop: Prop, posed: Posed, camera: Camera) -> list[Part]:
    """A chair that faces away from the person, its back under the hands; it stays where it stood at first."""
    x, y, top = _grasp(prop, posed)
    sides = (y - 22, y + 22)
    edges = (sides[0] + 1.5, sides[1] - 1.5)
    parts = [
        box("seat", Span((x + 1.5, x + _SEAT_DEPTH), sides, (_SEAT_HEIGHT - _THICK, _SEAT_HEIGHT)), camera),
        box("backrest", Span((x - 1.5, x + 1.5), sides, (top - 24, top)), camera),
    ]
    for n, at in enumerate(edges):
        parts.append(post(f"post{n}", (x, at, 0.9), (x, at, top - 24), camera))
        front = x + _SEAT_DEPTH - 1.5
        parts.append(post(f"leg{n}", (front, at, 0.9), (front, at, _SEAT_HEIGHT - _THICK), camera))
    return parts


def _grasp(prop: Prop, posed: Posed) -> tuple[float, float, float]:
    """Where the hands hold on in the first pose: ahead, to the left, and the lowest of them."""
    posed = posed.first or posed
    names = [name for name in prop.places if name != "hands"] or ["hand.left", "hand.right"]
    spheres = [sphere for name in names for hull in flesh.part(posed.body, name) for sphere in hull]
    x, y, _ = middle(*(posed.body.limb(name, (0.0, 0.0, -0.045)) for name in names))
    return x, y, min(centre[2] - radius for centre, radius in spheres)


def rail(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A banister under a hand: a bar that rises ahead, on thin posts."""
    x, y, top = _grasp(prop, posed)
    half = (prop.size or 60.0) / 2

    def at(along: float, below: float = 1.6) -> Vector:
        return x + along, y, top + along * _RISE - below

    posts = [half * share for share in (-0.9, -0.45, 0.0, 0.45, 0.9)]
    return [
        post("rail", at(-half), at(half), camera, 1.6),
        *(post(f"baluster{n}", (x + a, y, 0.9), at(a, 3.0), camera, 0.6) for n, a in enumerate(posts)),
    ]


def armchair(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A chair with arms, a hand's height over the seat."""
    back, front, y, top = _seat(posed)
    parts = chair(prop, posed, camera, scene)
    for n, at in enumerate((y - 25, y + 21)):
        parts.append(box(f"armrest{n}", Span((back, front - 6), (at, at + 4), (top + 19, top + 22)), camera))
        parts.append(post(f"armpost{n}", (front - 8, at + 2, top - _THICK), (front - 8, at + 2, top + 19), camera))
    return parts


def bed(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A bed: its edge under who sits on it, the whole of it under who lies."""
    if posed.is_lying():
        scene.floor = "bed"
        return []
    _back, front, y, top = _seat(posed)
    front -= 6
    return [
        box("mattress", Span((front - 88, front), (y - 60, y + 60), (top - 16, top)), camera, WHITE_THING),
        box("bedframe", Span((front - 86, front - 3), (y - 58, y + 58), (top - 28, top - 16)), camera),
        *(
            post(f"bedleg{n}", (x, y - 50, 0.9), (x, y - 50, top - 28), camera)
            for n, x in enumerate((front - 80, front - 8))
        ),
    ]


MAKERS = {"chair": chair, "armchair": armchair, "bed": bed, "rail": rail}
