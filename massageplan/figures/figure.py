"""What a figure says, read: plain frozen values between the words of its author and the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Layout = Literal["single", "pair", "stack", "ghost"]
Mark = Literal["tick", "cross"]


@dataclass(frozen=True, slots=True)
class View:
    """Where the picture is taken from.

    Attributes:
        turn: degrees; 0 from the person's right, 90 from the front, -90 from the back.
        lift: degrees the camera is raised; 90 from above.
    """

    turn: float = 0.0
    lift: float = 0.0


@dataclass(frozen=True, slots=True)
class Angle:
    """One movement of one joint: `flex 20`.

    Attributes:
        word: as written.
        amount: degrees (centimetres for a belly or a shoulder blade).
    """

    word: str
    amount: float


@dataclass(frozen=True, slots=True)
class Offset:
    """Some centimetres in a direction: `forward 34`."""

    word: str
    amount: float


@dataclass(frozen=True, slots=True)
class Aim:
    """A segment that points in the world: `forward, up 5`.

    Attributes:
        word: the direction.
        tilts: degrees towards other directions, one after the other.
    """

    word: str
    tilts: tuple[Offset, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """What a hand or a foot does.

    Attributes:
        kind: flat, heel, ball, stays, on, hold, toward, at, wall, floor, beside, palm-down.
        place: body place, with its side, for on, hold and toward.
        shift: how far from there, centimetres.
        pole: where the elbow or knee points (words joined by `-` go together); none for the usual way.
    """

    kind: str
    place: str = ""
    shift: tuple[Offset, ...] = ()
    pole: Aim | None = None


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the picture; it follows the body.

    Attributes:
        kind: chair, mat, wall, ball, ...
        places: what it stands at, under, between or runs along, in the order written.
        size: centimetres, where the author gives one.
        options: words such as `no-back`, or how it stands (`behind`, `under`).
    """

    kind: str
    places: tuple[str, ...] = ()
    size: float | None = None
    options: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Arrow:
    """A movement.

    Attributes:
        kind: follow (a place from the first pose to this one), at (away from a place), to (towards it), turn, breath.
        place: body place.
        toward: direction word of at and to.
        length: centimetres of at and to.
        gap: centimetres between the body and the arrow.
        bulge: share of its length by which a followed path is bent.
        radius, begin, sweep: of turn; centimetres, and degrees on the page.
        clockwise: way of turn.
        both: two heads.
        shift: centimetres right and up on the page.
    """

    kind: Literal["follow", "at", "to", "turn", "breath"]
    place: str
    toward: str = ""
    length: float = 16.0
    gap: float | None = None
    bulge: float = 0.22
    radius: float = 14.0
    begin: float = 150.0
    sweep: float = 120.0
    clockwise: bool = True
    both: bool = False
    shift: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Stance:
    """One pose as its author wrote it.

    Attributes:
        name: its key, `start` or `end`.
        base: the complete pose it starts from.
        angles: joint with side to movements; only what the author gave.
        goals: limb with side (`hand.left`, `thigh.right`) to what it does; none for `free`.
        rest: groups that touch the floor, where not those of the base.
        pin: place kept where it was in the first pose.
        head_rest: centimetres of the back of the head above the floor, where given.
        lift: centimetres the body is off the floor.
        closed_eyes: the eyes are shut.
        mark: right or wrong way.
        props, arrows, zones: of this pose alone; none for those of the figure.
    """

    name: str
    base: str
    angles: dict[str, tuple[Angle, ...]]
    goals: dict[str, Aim | Contact | None]
    rest: tuple[str, ...] = ()
    pin: str = ""
    head_rest: float | None = None
    lift: float = 0.0
    closed_eyes: bool = False
    mark: Mark | None = None
    props: tuple[Prop, ...] | None = None
    arrows: tuple[Arrow, ...] | None = None
    zones: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole picture.

    Attributes:
        stances: one to three poses, in order.
        view: of all panels.
        layout: how the panels stand.
        crop: part that is shown larger: waist-up, chest-up, head, hand.right ...; empty for the whole person.
        props, arrows: of each pose that has none of its own; arrows stand on the last pose.
        zones: where it is felt, with sides; tinted.
        zones_in_all: tinted in each panel, not only in the last.
        over: pairs (front, behind) of parts, where depth alone decides wrongly.
        alternative: the author's own words for a reader who cannot see it, by language.
    """

    stances: tuple[Stance, ...]
    view: View = View()
    layout: Layout = "single"
    crop: str = ""
    props: tuple[Prop, ...] = ()
    zones: tuple[str, ...] = ()
    zones_in_all: bool = False
    arrows: tuple[Arrow, ...] = ()
    over: tuple[tuple[str, str], ...] = ()
    alternative: dict[str, str] | None = None
