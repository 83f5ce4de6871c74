"""What an author should look at in a posed figure: limits of joints, the floor, balance, things out of reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..span import Path
from . import flesh
from .body import SIDES, Body
from .camera import Camera
from .figure import Angle, Figure
from .posing import Posed
from .props import build
from .props.scene import BED
from .vectors import Vector, between, middle, scale, step
from .vocabulary import MOVEMENTS

# Share of body mass, and where on the segment its centre is from the upper end: Dempster 1955, in Winter, Biomechanics
# and Motor Control of Human Movement, 4th edition 2009, table 4.1; not read in the book (unverified).
_MASS = {
    "thigh": (0.100, 0.433), "shank": (0.0465, 0.433), "foot": (0.0145, 0.5), "arm": (0.028, 0.436),
    "forearm": (0.016, 0.430), "hand": (0.006, 0.506),
}  # fmt: skip
_TRUNK, _HEAD = 0.497, 0.081

# Flesh gives way: this far a part may sink into the floor, cm.
GIVES_WAY = 1.2
# A foot this near to the floor carries, cm; the whole sole may sway this far over its edge, cm.
_CARRIES, _SWAY = 2.0, 1.0
_SEATS = ("chair", "armchair", "bed")
# What a standing person may lean on.
_HOLDS = frozenset((*_SEATS, "wall", "ball", "desk", "doorframe", "table", "counter", "rail", "roller", "box", "band"))
_LIES_ON = frozenset(("bed", "roller", "step", "pillow", "roll", "chair", "armchair"))

Limit = Callable[[str], tuple[float, str] | None]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at.

    Attributes:
        path: keys of the figure that lead to it.
        message, hint: as of a finding.
    """

    path: Path
    message: str
    hint: str


def doubts(figure: Figure, posed: Sequence[Posed], limit: Limit) -> list[Doubt]:
    """All that an author should look at, pose by pose.

    Args:
        figure: as written.
        posed: its poses, solved.
        limit: gives the greatest figure taken for a movement of the library without asking, in degrees, and its
            source; none where it has none.
    """
    found: list[Doubt] = []
    for one in posed:
        path: Path = ("poses", one.stance.name) if len(posed) > 1 else ("pose",)
        things = {prop.kind for prop in (figure.props if one.stance.props is None else one.stance.props)}
        found += [Doubt(path, note, "change the joint angles, or where it should be") for note in one.notes]
        found += [Doubt((*path, joint), message, hint) for joint, message, hint in _beyond(one, limit)]
        found += [Doubt(path, *pair) for pair in _floor(one, things)]
        found += [Doubt(_props(figure, one, path), *pair) for pair in _things(figure, one)]
        if one.rest == ("feet",) and one.base.rest == ("feet",) and "seat" not in one.base.pin and not things & _HOLDS:
            found += [Doubt(path, *pair) for pair in _balance(one)]
    return found


def _beyond(posed: Posed, limit: Limit) -> Iterator[tuple[str, str, str]]:
    for joint, moves in posed.stance.angles.items():
        kind = joint.partition(".")[0]
        for move in moves:
            found = _exceeded(kind, move, limit)
            if found:
                most, source = found
                yield (joint, f"{joint} {move.word} {move.amount:g} is more than the {most:g} degrees a joint can do.",
                       f"at most {most:g} ({MOVEMENTS[kind, move.word]}, {source})")  # fmt: skip


def _exceeded(kind: str, move: Angle, limit: Limit) -> tuple[float, str] | None:
    movement = MOVEMENTS.get((kind, move.word))
    known = limit(movement) if movement else None
    return known if known and move.amount > known[0] else None


def lowest_parts(body: Body) -> dict[str, float]:
    """The lowest point of each part above the floor, cm."""
    return {name: min(c[2] - r for hull in hulls for c, r in hull) for name, hulls in flesh.parts(body).items()}


def _floor(posed: Posed, things: set[str]) -> Iterator[tuple[str, str]]:
    low = lowest_parts(posed.body)
    sunk = sorted((name for name, height in low.items() if height < -GIVES_WAY), key=lambda name: low[name])
    if sunk:
        shown = ", ".join(sunk[:3]) + (" and more" if len(sunk) > 3 else "")
        yield (f"{shown}: below the floor, by {-low[sunk[0]]:.0f} cm.",
               "bend or lift it, or let it `rest:` on the floor")  # fmt: skip
    least = min(low.values())
    if least > 1.0 and not things & _LIES_ON:
        yield f"Nothing touches the floor; the lowest part is {least:.0f} cm above it.", "say what does with `rest:`"


def _props(figure: Figure, posed: Posed, path: Path) -> Path:
    return ("props",) if posed.stance.props is None else (*path, "props")


def _things(figure: Figure, posed: Posed) -> Iterator[tuple[str, str]]:
    """Things that are below the floor: the body leaves them no room."""
    parts, scene = build(figure.props if posed.stance.props is None else posed.stance.props, posed, Camera(figure.view))
    low: dict[str, float] = {}
    for part in parts:
        least = min(c[2] - r for hull in part.hulls for c, r in hull)
        low[part.thing] = min(low.get(part.thing, 0.0), least)
    floor = -BED if scene.floor == "bed" else 0.0
    for thing, height in low.items():
        if height < floor - GIVES_WAY:
            yield f"The {thing} is {-height:.0f} cm below the floor.", "lift the hand or foot, or leave it out"


def centre_of_mass(body: Body) -> Vector:
    """Centre of mass in cm, by the mass of each segment (Dempster)."""
    total = _TRUNK + _HEAD
    where = scale(middle(body.centre("pelvis"), body.centre("T3")), _TRUNK)
    where = step(where, body.spine("head", (0.0, 0.0, 0.41)), _HEAD)
    for side, _ in SIDES:
        ends = {
            "thigh": body.centre(f"shank.{side}"), "shank": body.centre(f"foot.{side}"),
            "foot": body.limb(f"foot.{side}", (0.11, 0.0, -0.03)), "arm": body.centre(f"forearm.{side}"),
            "forearm": body.centre(f"hand.{side}"), "hand": body.limb(f"hand.{side}", (0.0, 0.0, -0.1)),
        }  # fmt: skip
        for segment, end in ends.items():
            share, at = _MASS[segment]
            begin = body.centre(f"{segment}.{side}")
            begin = body.limb(f"foot.{side}", (-0.03, 0.0, -0.02)) if segment == "foot" else begin
            where, total = step(where, between(begin, end, at), share), total + share
    return scale(where, 1 / total)


def _balance(posed: Posed) -> Iterator[tuple[str, str]]:
    body = posed.body
    low = lowest_parts(body)
    feet = [f"foot.{side}" for side, _ in SIDES if low[f"foot.{side}"] < _CARRIES]
    ends = [body.limb(foot, (along, 0.0, -0.03))[0] for foot in feet for along in (-0.035, 0.105)]
    if not ends:
        return
    middle_x = centre_of_mass(body)[0]
    over = max(min(ends) - middle_x, middle_x - max(ends))
    if over > _SWAY:
        way = "forward" if middle_x > max(ends) else "back"
        yield (
            f"The person would fall {way}; the weight is {over:.0f} cm outside the feet.",
            "`body: lean ...`, or a hip",
        )
