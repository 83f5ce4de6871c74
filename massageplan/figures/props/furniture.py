"""What stands in the room: desk, table, counter, wall, doorframe, clock and lamp."""

from __future__ import annotations

from .. import flesh
from ..body import HEIGHT, SIDES
from ..camera import Camera
from ..figure import Contact, Prop
from ..layers import Part
from ..places import WORLD, place
from ..posing import Posed
from ..style import DARK_THING, WHITE_THING
from ..vectors import Vector, middle, sub
from .scene import BED, Scene, Span, Wall, barrel, box, post
from .seats import sat


def desk(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A desk under the forearms, keyboard under the hands, screen at the height of the eyes."""
    body = sat(posed).body
    top = min(body.centre(f"hand.{side}")[2] for side, _ in SIDES) - 0.013 * HEIGHT - 1.6
    hand, y = body.centre("hand.right")[0], body.centre("pelvis")[1]
    near = body.centre("forearm.right")[0] + 4
    far = max(near + 62, hand + 34)
    parts = [box("desktop", Span((near, far), (y - 45, y + 45), (top - 3, top)), camera)]
    parts += [
        post(f"deskleg{n}", (far - 3, at, 0.9), (far - 3, at, top - 3), camera) for n, at in enumerate((y - 43, y + 43))
    ]
    if "no-screen" in prop.options:
        return parts
    parts.append(box("keyboard", Span((hand - 1, hand + 15), (y - 20, y + 20), (top, top + 1.4)), camera, DARK_THING))
    eye = body.spine("head", (0.06, 0.0, 0.402))
    if prop.size is not None:  # a screen that stands too low
        eye = (eye[0], eye[1], top + prop.size)
    x = max(hand + 19, min(eye[0] + 58, far - 14))
    middle_z = max(eye[2] - 15, top + 18)
    parts.append(
        box("screen", Span((x, x + 2.2), (y - 26, y + 26), (middle_z - 16, middle_z + 16)), camera, DARK_THING)
    )
    parts.append(box("stand", Span((x + 1, x + 3.2), (y - 3, y + 3), (top + 1, middle_z - 10)), camera))
    parts.append(box("standfoot", Span((x - 6, x + 10), (y - 10, y + 10), (top, top + 1.2)), camera))
    return parts


def _under(prop: Prop, posed: Posed) -> tuple[list[Vector], float]:
    """Points that lie on a top, and its height."""
    names: list[str] = []
    for name in prop.places:
        names += [f"{name[:-1]}.left", f"{name[:-1]}.right"] if name in ("hands", "forearms") else [name]
    points: list[Vector] = []
    height = 200.0
    for name in names:
        kind, _, side = name.partition(".")
        part = kind if kind in ("hand", "forearm") else "forearm" if kind in ("elbow", "wrist") else ""
        if part:
            hulls = flesh.part(posed.body, f"{part}.{side}")
            points += [centre for hull in hulls for centre, _ in hull]
            height = min(height, *(centre[2] - radius for hull in hulls for centre, radius in hull))
        else:
            point, _ = place(posed.body, name)
            points.append(point)
            height = min(height, point[2])
    return points, height


def table(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A table whose top is under hands or forearms."""
    posed = posed.first or posed  # it stays where it stood
    points, top = _under(prop, posed)
    y = posed.body.centre("pelvis")[1]
    chest = max(c[0] + r for hull in flesh.trunk(posed.body)[:5] for c, r in hull)
    near = max(min(p[0] for p in points) - 6, chest + 2) if posed.base.pin == "seat" else min(p[0] for p in points) - 8
    far = near + prop.size if prop.size else max(max(p[0] for p in points) + 16, near + 60.0)
    parts = [box("tabletop", Span((near, far), (y - 42, y + 42), (top - 3, top)), camera)]
    for n, x in enumerate((near + 4, far - 4)):
        parts += [
            post(f"tableleg{n}{m}", (x, at, 0.9), (x, at, top - 3), camera) for m, at in enumerate((y - 39, y + 39))
        ]
    return parts


def counter(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A kitchen counter under the hands."""
    posed = posed.first or posed
    points, top = _under(prop, posed)
    near, y = min(p[0] for p in points) - 2, posed.body.centre("pelvis")[1]
    return [
        box("counter", Span((near + 3, near + 44), (y - 48, y + 48), (0.3, top - 3)), camera),
        box("countertop", Span((near, near + 46), (y - 50, y + 50), (top - 3, top)), camera),
    ]


def wall(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A wall at the hands, at a place, behind the back or at the ball."""
    body = posed.body
    if "ball" in prop.places and scene.ball is not None:
        centre, radius, way = scene.ball
        scene.walls.append(_facing(way, centre, radius))
    elif not prop.places:
        back = min(c[0] - r for hull in flesh.trunk(body) for c, r in hull)
        scene.walls.append(Wall(0, back, -1) if prop.options & {"behind"} else _at_hand(posed, "hand.right"))
    else:
        name = prop.places[0]
        if name in ("hands", "hand.left", "hand.right"):
            scene.walls.append(_at_hand(posed, "hand.right" if name == "hands" else name))
        else:
            point, normal = place(body, name)
            behind = "behind" in prop.options
            scene.walls.append(
                Wall(0, point[0] - 0.5, -1) if behind else _facing(_outward(posed, point, normal), point, 0.6)
            )
    return []


def _outward(posed: Posed, point: Vector, normal: Vector) -> Vector:
    """Where a place faces in the room; as seen from the pelvis where it faces up or down."""
    if abs(normal[2]) < 0.8:
        return normal
    return sub(point, posed.body.centre("pelvis"))


def _facing(way: Vector, point: Vector, gap: float) -> Wall:
    axis = 0 if abs(way[0]) >= abs(way[1]) else 1
    sign = 1 if way[axis] > 0 else -1
    return Wall(axis, point[axis] + sign * gap, sign)


def _at_hand(posed: Posed, name: str) -> Wall:
    goal = posed.goal(name)
    way = WORLD["forward"]
    if isinstance(goal, Contact) and goal.kind == "wall" and goal.shift:
        way = WORLD.get(goal.shift[0].word, way)
        way = WORLD["forward"] if way[2] else way
    else:
        way = sub(posed.body.centre(name), posed.body.centre(f"arm.{name.partition('.')[2]}"))
    hulls = flesh.part(posed.body, name)
    axis = 0 if abs(way[0]) >= abs(way[1]) else 1
    sign = 1 if way[axis] > 0 else -1
    return Wall(axis, sign * max(sign * c[axis] + r for hull in hulls for c, r in hull), sign)


def doorframe(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A doorframe against the forearms; drawn behind the body, or the forearms would be hidden."""
    posts: list[tuple[float, float, int]] = []
    parts: list[Part] = []
    high = 176.0
    names = [side for side, _ in SIDES] if "forearms" in prop.places else [n.partition(".")[2] for n in prop.places]
    for n, side in enumerate(names):
        out = 1 if side == "left" else -1
        elbow, wrist = posed.body.centre(f"forearm.{side}"), posed.body.centre(f"hand.{side}")
        x, y = max(elbow[0], wrist[0]) + 0.0225 * HEIGHT, middle(elbow, wrist)[1]
        posts.append((x, y, out))
        edges = sorted((y - out * 4, y + out * 6))
        parts.append(box(f"frame{n}", Span((x, x + 7), (edges[0], edges[1]), (0.0, high)), camera))
    if len(posts) == 2:
        x = (posts[0][0] + posts[1][0]) / 2
        ends = sorted(y + out * 6 for _, y, out in posts)
        parts.append(box("lintel", Span((x, x + 7), (ends[0], ends[1]), (high, high + 10)), camera))
    for part in parts:
        part.behind = True
    return parts


def door(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A closed door ahead (or at a side) that a band is tied to, at the height of the hands."""
    body = posed.first.body if posed.first else posed.body
    far = prop.size or 70.0
    x, y, _ = body.centre("pelvis")
    height = max(body.centre(f"hand.{side}")[2] for side, _ in SIDES)
    side = 1 if "left" in prop.options else -1 if "right" in prop.options else 0
    if side:
        edge = y + side * far
        span = Span((x - 34, x + 34), (min(edge, edge + side * 4), max(edge, edge + side * 4)), (0.3, 180.0))
        scene.door = (x, edge - side * 1.5, height)
    else:
        span = Span((x + far, x + far + 4), (y - 34, y + 34), (0.3, 180.0))
        scene.door = (x + far - 1.5, y, height)
    knob = Part("knob", [((scene.door, 2.6),)], camera, DARK_THING)
    return [box("door", span, camera), knob]


def clock(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A clock on a wall before the person, above the eyes."""
    head = posed.body.centre("head")
    centre: Vector = (head[0] + 52, head[1], head[2] + 22)
    part = Part("clock", [((centre, 13.0),)], camera, WHITE_THING)
    x, y = camera.page(centre)
    for dx, dy in ((0.0, 9.0), (6.5, -2.5)):
        part.above.append(f'<path d="M{x:.1f} {-y:.1f}l{dx:g} {-dy:g}" stroke="{WHITE_THING.ink}" stroke-width="1.4"/>')
    return [part]


def lamp(prop: Prop, posed: Posed, camera: Camera, scene: Scene) -> list[Part]:
    """A lamp on a small table: at the head end of who lies, else before the person."""
    head, pelvis = posed.body.centre("head"), posed.body.centre("pelvis")
    lies = posed.is_lying()
    way = 1 if not lies or head[0] > pelvis[0] else -1
    x, y = (head[0] + 46 * way, head[1]) if lies else (pelvis[0] + 92, pelvis[1])
    low, top = (-BED, 8.0) if scene.floor == "bed" else (0.3, 20.0 if lies else 52.0)
    return [
        box("bedside", Span((x - 13, x + 13), (y - 13, y + 13), (low, top)), camera),
        post("lampfoot", (x, y, top + 1), (x, y, top + 9.5), camera),
        barrel("shade", (x, y, top + 11), (9.0, 5.5), 13.0, camera, WHITE_THING),
    ]


MAKERS = {
    "desk": desk, "table": table, "counter": counter, "wall": wall,
    "doorframe": doorframe, "door": door, "clock": clock, "lamp": lamp,
}  # fmt: skip
