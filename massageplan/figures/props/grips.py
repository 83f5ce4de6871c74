"""What is held: strap, band, stick, bar, weight, bag, phone, cup, book and pen."""

from __future__ import annotations

from ..camera import Camera
from ..figure import Prop
from ..layers import Part
from ..places import place
from ..posing import Posed
from ..style import ACCENT_THING, DARK_THING, THING, WHITE_THING
from ..vectors import Hull, Vector, axis, middle, scale, step, sub, unit
from .scene import Scene, Span, barrel, box, chain, line

_WIDTH = {"strap": 1.2, "band": 0.8, "stick": 1.1, "bar": 1.7}
# How far a stick or bar reaches past the hands, cm.
_PAST = {"stick": 14.0, "bar": 4.0}


def held(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A strap or band from place to place, or a stick or bar straight through."""
    if "over" in prop.options:
        return _over(prop, posed, camera)
    points = [_grip(posed, name, scene) for name in prop.places]
    width = _WIDTH[prop.kind]
    if prop.kind in _PAST:
        way = unit(sub(points[-1], points[0]))
        past = (prop.size - 0.0) / 2 if prop.size else _PAST[prop.kind]
        points = [step(points[0], way, -past), step(points[-1], way, past)]
        return chain(prop.kind, points, width, camera, ACCENT_THING if prop.kind == "bar" else THING)
    return chain(prop.kind, points, width, camera, ACCENT_THING)


def _grip(posed: Posed, name: str, scene: Scene) -> Vector:
    """Where a thing runs: through the fist of a hand, to the handle of a door, along the skin elsewhere."""
    if name == "door":
        assert scene.door is not None, "reading asks for a door"
        return scene.door
    point, normal = place(posed.body, name)
    return step(point, normal, 1.8 if name.startswith("hand.") else 1.0)


def _over(prop: Prop, posed: Posed, camera: Camera) -> list[Part]:
    """A strap across both ankles, held down at its ends."""
    top = [step(*place(posed.body, f"ankle.{side}"), 2.0) for side in ("left", "right")]
    left, right = top
    ends = (left[0], left[1] + 14, 0.8), (right[0], right[1] - 14, 0.8)
    over = [(p[0], p[1], max(p[2], 5.0)) for p in top]
    return chain("strap", [ends[0], over[0], over[1], ends[1]], 1.4, camera, ACCENT_THING)


def _hand(posed: Posed, prop: Prop) -> tuple[Vector, Vector, Vector, Vector]:
    """The middle of a palm, where the thing in it is; and the directions of thumb, palm and fingers."""
    name = prop.places[0] if prop.places[0] != "hands" else "hand.right"
    matrix, _ = posed.body.frames[name]
    point, normal = place(posed.body, name)
    return step(point, normal, 1.6), axis(matrix, 0), normal, scale(axis(matrix, 2), -1)


def weight(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A dumbbell across the palm."""
    at, thumb, _, _ = _hand(posed, prop)
    bar = Part("grip", [((step(at, thumb, -7), 1.1), (step(at, thumb, 7), 1.1))], camera, THING)
    ends: list[Hull] = [((step(at, thumb, way * 6.5), 3.4), (step(at, thumb, way * 9.5), 3.4)) for way in (-1, 1)]
    return [bar, *(Part(f"bell{n}", [hull], camera, DARK_THING) for n, hull in enumerate(ends))]


def bag(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A shopping bag that hangs from a hand."""
    at, _, _, _ = _hand(posed, prop)
    size = prop.size or 28.0
    top = max(at[2] - 12, size + 1)
    part = box("bag", Span((at[0] - size / 2, at[0] + size / 2), (at[1] - 6, at[1] + 6), (top - size, top)), camera)
    for x in (at[0] - size * 0.3, at[0] + size * 0.3):
        part.above.append(line(camera, (at, (x, at[1], top)), THING))
    return [part]


def phone(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A phone on the palm, along the fingers."""
    at, thumb, palm, fingers = _hand(posed, prop)
    at = step(step(at, fingers, 2), palm, -0.6)
    hull: Hull = tuple((step(step(at, thumb, 3.2 * a), fingers, 7 * b), 0.7) for a in (-1, 1) for b in (-1, 1))
    return [Part("phone", [hull], camera, DARK_THING, edged=True)]


def cup(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A cup, upright in the hand."""
    at, _, palm, _ = _hand(posed, prop)
    at = step(at, palm, 2.4)
    return [barrel("cup", (at[0], at[1], at[2] - 5), (3.0, 4.0), 10.0, camera, WHITE_THING)]


def book(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """An open book before the hands."""
    points = [place(posed.body, f"hand.{side}")[0] for side in ("left", "right")]
    at = middle(*points)
    hull: Hull = tuple(((at[0] + 1.5 * a, at[1] + 14 * b, at[2] + 9 * a), 0.8) for a in (-1, 1) for b in (-1, 1))
    return [Part("book", [hull], camera, WHITE_THING, edged=True)]


def pen(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A pen in the fingers."""
    at, _thumb, palm, fingers = _hand(posed, prop)
    tip = step(step(at, fingers, 7), palm, 4)
    return [Part("pen", [((tip, 0.5), (step(step(tip, fingers, -6), palm, -9), 0.7))], camera, DARK_THING)]


MAKERS = {
    "strap": held, "band": held, "stick": held, "bar": held, "weight": weight, "bag": bag, "phone": phone, "cup": cup,
    "book": book, "pen": pen,
}  # fmt: skip
