"""What lies under, between or against a body: mat, pillow, roll, roller, step, box, ball, pack, towel."""

from __future__ import annotations

from dataclasses import replace

from .. import flesh
from ..body import HEIGHT, SIDES
from ..camera import Camera
from ..figure import Prop
from ..layers import Part
from ..outline import polygon
from ..paths import closed_curves
from ..places import place
from ..posing import Posed
from ..style import ACCENT_THING, THING
from ..vectors import UP, Hull, Vector, across, add, cross, length, middle, scale, step, sub, unit
from .scene import Scene, Span, box, chain, roll, slab

_HALF_PILLOW = 13.0
_PALMS = ("hand", "hands")
# A foot this low, cm, stands on the floor and not on a step.
_ON_FLOOR = 1.2
_PARTS = {
    "knees": ("thigh", "shank"), "thighs": ("thigh",), "feet": ("foot",), "ankles": ("foot",), "calves": ("shank",),
    "toes": ("foot",), "hands": ("hand",), "forearms": ("forearm",),
}  # fmt: skip


def mat(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A mat on the floor."""
    scene.floor = "mat"
    return []


def _low(posed: Posed, names: tuple[str, ...]) -> tuple[Vector, float]:
    """Where the lowest points of parts are: their middle, and the height of the lowest."""
    spheres = [sphere for name in names for hull in flesh.part(posed.body, name) for sphere in hull]
    least = min(centre[2] - radius for centre, radius in spheres)
    near = [centre for centre, radius in spheres if centre[2] - radius < least + 4]
    return middle(*near), least


def _spot(posed: Posed, name: str) -> tuple[Vector, float, float]:
    """What is to be held up: a point of it, the height of its lowest skin, and how far it reaches to each side."""
    body = posed.body
    if name == "head":
        hulls = [*flesh.skull(body), *(flesh.face(body) if posed.base.front[2] < 0 else [])]
        low = min(c[2] - r for hull in hulls for c, r in hull)
        return body.spine("head", (-0.01, 0.0, 0.415)), low, _HALF_PILLOW
    if name in (
        "belly",
        "pelvis",
        "seat",
        "low-back",
        "chest",
        "upper-back",
        "mid-back",
        "sternum",
        "neck",
        "neck-back",
    ):
        point, normal = place(body, "neck-back" if name == "neck" else name)
        point = step(
            point, (normal[0], normal[1], 0.0), -10.0
        )  # of who lies on the side: under the body, not before it
        hulls = flesh.neck(body) if name.startswith("neck") else flesh.trunk(body)
        near = [c[2] - r for hull in hulls for c, r in hull if abs(c[0] - point[0]) < 8]
        return point, min(near, default=point[2]), 10.0 if name.startswith("neck") else 16.0
    if name in _PARTS:
        points = [_low(posed, tuple(f"{part}.{side}" for part in _PARTS[name][:1])) for side, _ in SIDES]
        if name == "knees":
            ends = [body.limb(f"thigh.{side}", (0.0, 0.0, -0.235)) for side, _ in SIDES]
            return middle(*ends), min(end[2] for end in ends) - 0.030 * HEIGHT, 22.0
        return middle(*(p for p, _ in points)), min(z for _, z in points), 22.0
    kind, _, side = name.partition(".")
    part = {"knee": "shank", "calf": "shank", "ankle": "foot", "toes": "foot", "heel": "foot", "elbow": "forearm",
            "wrist": "forearm", "hamstring": "thigh", "buttock": "thigh"}.get(kind, kind)  # fmt: skip
    if part in ("thigh", "shank", "foot", "arm", "forearm", "hand"):
        point = place(body, name)[0] if kind != part else middle(*(c for h in flesh.part(body, name) for c, _ in h))
        hulls = flesh.part(body, f"{part}.{side}")
        around = 3.0 if kind == "toes" else 9.0
        near = [c[2] - r for hull in hulls for c, r in hull if abs(c[0] - point[0]) < around]
        return point, min(near, default=point[2]), 9.0
    point = place(body, name)[0]
    return point, point[2], 10.0


def pillow(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A pillow under the head or another place, between the knees, or behind the back."""
    if "between" in prop.options:
        return [_between_knees(posed, camera)]
    if "behind" in prop.options:
        return [_behind_back(posed, camera)]
    parts: list[Part] = []
    for n, name in enumerate(prop.places):
        point, low, half = _spot(posed, name)
        top = max(low + 1.2, 3.0)
        long = prop.size / 2 if prop.size else 17.0 if name == "head" else 13.0
        x = point[0] - (1 if name == "head" else 0)
        sides = (point[1] - half, point[1] + half)
        parts.append(slab(f"pillow{n}", (x - long, x + long), sides, (0.0, top), camera))
    return parts


def _behind_back(posed: Posed, camera: Camera) -> Part:
    """Along the back of who lies, on the floor; in the hollow of the back of who sits."""
    if posed.is_lying():
        point, normal = place(posed.body, "mid-back")
        at = step(point, normal, 7.5)
        return slab("pillow", (at[0] - 24, at[0] + 24), (at[1] - 4, at[1] + 4), (0.0, 20.0), camera)
    point, normal = place(posed.body, "low-back")
    up, left = posed.body.top("L2"), posed.body.left("L2")
    at = step(point, normal, 2.2)
    hull: Hull = tuple((step(step(at, up, 8.0 * a), left, 14.0 * b), 2.6) for a in (-1, 1) for b in (-1, 1))
    return Part("pillow", [hull], camera, THING)


def _between_knees(posed: Posed, camera: Camera) -> Part:
    body = posed.body
    above = [body.limb(f"thigh.{side}", (0.0, 0.0, -0.20)) for side, _ in SIDES]
    below = [body.limb(f"shank.{side}", (0.0, 0.0, -0.20)) for side, _ in SIDES]
    a, b = middle(*above), middle(*below)
    thick_a = max(2.0, length(sub(*above)) / 2 - 0.029 * HEIGHT)
    thick_b = max(2.0, length(sub(*below)) / 2 - 0.018 * HEIGHT)
    along = unit(sub(b, a))
    side = unit(cross(along, unit(sub(*above))))
    hull: list[tuple[Vector, float]] = []
    for centre, radius in ((step(a, along, -5), thick_a + 1.2), (step(b, along, 4), thick_b + 1.2)):
        hull += [(step(centre, side, k), radius) for k in (-7, 7)]
    return Part("pillow", [tuple(hull)], camera, THING)


def rolled(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A rolled towel or a foam roller that lies across under a place."""
    parts: list[Part] = []
    for n, name in enumerate(prop.places):
        point, low, half = _spot(posed, name)
        radius = prop.size / 2 if prop.size else max(low / 2, 4.0 if prop.kind == "roller" else 2.2)
        half = max(half, 18.0) if prop.kind == "roller" else half
        centre = max(low - radius, radius)
        ends = ((point[0], point[1] - half, centre), (point[0], point[1] + half, centre))
        parts.append(roll(f"{prop.kind}{n}", *ends, radius, camera, ACCENT_THING if prop.kind == "roller" else THING))
    return parts


def stair(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A step under one foot, both, or the front of a foot; it stays where one stood on it at first."""
    names: list[str] = []
    for name in prop.places:
        _kind, _, side = name.partition(".")
        names += [side] if side else ["left", "right"]
    feet = [f"foot.{side}" for side in dict.fromkeys(names)]
    if posed.first is not None and _low(posed.first, tuple(feet))[1] > _ON_FLOOR:
        posed = posed.first
    centres = [posed.body.centre(foot) for foot in feet]
    _, low = _low(posed, tuple(feet))
    toes = all(name.startswith("toes") for name in prop.places)
    if toes:
        low = min(place(posed.body, f"toes.{side}")[0][2] - 1.5 for side in dict.fromkeys(names))
    top = prop.size if prop.size else max(low, 2.0)
    x, y = sum(c[0] for c in centres) / len(centres), [c[1] for c in centres]
    near = x + 9 if toes else x - 14
    return [box("step", Span((near, x + 32), (min(y) - 18, max(y) + 18), (0.0, top)), camera)]


def carton(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A box between the hands, or before the feet on the floor."""
    size = prop.size or 34.0
    body = posed.body
    centre = middle(*(body.limb(f"hand.{side}", (0.0, 0.0, -0.05)) for side, _ in SIDES))
    z = (
        (0.2, size * 0.8)
        if "on" in prop.options
        else (max(0.2, centre[2] - size * 0.55), max(0.2, centre[2] - size * 0.55) + size * 0.8)
    )
    span = Span(
        (centre[0] - size * 0.35, centre[0] + size * 0.65), (centre[1] - size * 0.45, centre[1] + size * 0.45), z
    )
    return [box("box", span, camera)]


def ball(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A ball at a place of the body or in a hand."""
    radius = (prop.size or (7.0 if "in" in prop.options else 9.0)) / 2
    point, normal = place(posed.body, prop.places[0])
    centre = step(point, normal, radius * 0.93)
    scene.ball = (centre, radius, normal)
    part = Part("ball", [((centre, radius),)], camera, ACCENT_THING)
    x, y = camera.page(centre)
    shine = polygon([(x - radius * 0.35, y + radius * 0.35, radius * 0.16)])
    part.above.append(f'<path d="{closed_curves([shine])}" fill="#fff"/>')
    return [part]


def pack(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A cold or warm pack that lies on a place."""
    point, normal = place(posed.body, prop.places[0])
    along = unit(across(UP, normal)) if abs(normal[2]) < 0.9 else unit(across((1.0, 0.0, 0.0), normal))
    side = cross(normal, along)
    half = (prop.size or 18.0) / 2
    at = step(point, normal, 1.6)
    hull: Hull = tuple(
        (add(at, add(scale(along, half * a), scale(side, half * 0.75 * b))), 1.9) for a in (-1, 1) for b in (-1, 1)
    )
    part = Part("pack", [hull], camera, ACCENT_THING)
    part.samples = [(x, y, r, depth - 3.0) for x, y, r, depth in part.samples]
    return [part]


def _cloth(name: str, posed: Posed, camera: Camera) -> Part:
    """A folded cloth that a palm slides on."""
    (x, y, _), low, half = _spot(posed, name)
    return box("towel", Span((x - 12, x + 12), (y - half, y + half), (low, low + 1.2)), camera, ACCENT_THING)


def towel(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A towel under or at a place, or held from place to place."""
    if prop.options & {"under"} and prop.places == ("head",):
        return pillow(replace(prop, size=prop.size or 22.0), posed, camera, scene)
    if prop.options & {"under"} and prop.places[0].partition(".")[0] in _PALMS:
        return [_cloth(name, posed, camera) for name in prop.places]
    if prop.options & {"under"}:
        return rolled(prop, posed, camera, scene)
    if prop.options & {"at"} or len(prop.places) < 2:
        return pack(prop, posed, camera, scene)
    points = [step(*place(posed.body, name), 1.0) for name in prop.places]
    return chain("towel", points, 1.3, camera, ACCENT_THING)


MAKERS = {
    "mat": mat, "pillow": pillow, "roll": rolled, "roller": rolled, "step": stair, "box": carton,
    "ball": ball, "pack": pack, "towel": towel,
}  # fmt: skip
