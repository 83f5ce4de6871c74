"""A stance to a posed body: the base with what the author changed, at rest on the floor, hands and feet in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from . import phrases, reach, resting
from .bases import BASES, Base
from .body import HIP_HEIGHT, SIDES, Angles, Body
from .figure import Aim, Angle, Contact, Figure, Stance
from .places import place
from .vectors import (
    Matrix,
    Vector,
    about_forward,
    about_left,
    about_up,
    add,
    axis,
    facing,
    onto,
    product,
    scale,
    sub,
)
from .vocabulary import LIMBS, MOVES

Goals = dict[str, Aim | Contact]

# What an author gives for one joint switches off what the base does for these; so nothing is told twice.
_OFF = {
    "hip": ("thigh", "foot"), "thigh": ("hip", "foot"), "knee": ("shank",), "ankle": ("foot",),
    "shoulder": ("arm", "hand"), "elbow": ("forearm", "hand"), "arm": ("hand", "shoulder"),
    "hand": ("arm", "forearm"), "wrist": ("hand",),
}  # fmt: skip
_PLACED = ("heel", "ball", "flat", "on", "stays", "at")
_TURNS = 7
_STILL = 0.01


class Posed:
    """A pose that is solved.

    Attributes:
        stance: what its author wrote.
        base: the base it starts from.
        body: where everything is.
        rest: groups that touch the floor.
        notes: what could not be done, one sentence each.
        first: the first pose of the figure; none for the first itself.
        given: joints and limbs the author named.
    """

    def __init__(self, stance: Stance, first: Posed | None = None) -> None:
        self.stance, self.first = stance, first
        self.base: Base = BASES[stance.base]
        self.given = frozenset((*stance.angles, *stance.goals))
        self.angles, self.goals = _merged(stance)
        self.rest = stance.rest or self.base.rest
        self.notes: list[str] = []
        self.head_rest = _head_rest(stance, self.base)
        self.body = Body(self.angles, self._root(), (0.0, 0.0, HIP_HEIGHT))
        self._settle()
        self._line_up()
        if self.head_rest is not None:
            resting.lay_head(self)
        reach.feet_stay(self)
        reach.feet_on(self)
        reach.hands(self)

    def goal(self, limb: str) -> Contact | None:
        """What a hand, foot or lower leg touches; none where it does not, or points somewhere."""
        found = self.goals.get(limb)
        return found if isinstance(found, Contact) else None

    def is_lying(self) -> bool:
        """Whether the trunk is on the floor."""
        return bool({"back", "front", "side"} & set(self.rest))

    def fix(self, name: str, matrix: Matrix) -> None:
        """Set the rotation of a segment in the world, and hang what is below it again."""
        self.body.fixed[name] = matrix
        self.hang(name.partition(".")[2])

    def hang(self, side: str) -> None:
        """Hang leg and arm of a side again."""
        self.body.hang_leg(side)
        self.body.hang_arm(side)

    def stand(self, root: Matrix, origin: Vector) -> None:
        """Place the whole body again."""
        self.body.stand(root, origin)

    def note(self, sentence: str) -> None:
        """Keep what could not be done, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def _root(self) -> Matrix:
        body = self.angles.get("body", {})
        turns = product(about_left(body.get("pitch", 0.0)), about_forward(body.get("roll", 0.0)))
        return product(facing(self.base.front, self.base.up), product(about_up(body.get("yaw", 0.0)), turns))

    def _settle(self) -> None:
        """Aim, place the legs, tilt and drop until the body rests."""
        body = self.body
        for turn in range(_TURNS):
            self.notes.clear()
            root, origin = body.frames["pelvis"]
            body.fixed.clear()
            self.stand(root, origin)
            self._aim()
            resting.legs(self)
            resting.palms(self)
            if len(self.rest) == 2:
                resting.tilt(self)
            root, origin = body.frames["pelvis"]
            low = min(resting.lowest(body, group) for group in self.rest)
            drop = self.stance.lift - low
            self.stand(root, (origin[0], origin[1], origin[2] + drop))
            if turn > 1 and abs(drop) < _STILL:
                break

    def _aim(self) -> None:
        """Turn the segments that point in a direction of the world."""
        for side, _ in SIDES:
            for segment in ("thigh", "shank", "arm", "forearm"):
                name = f"{segment}.{side}"
                goal = self.goals.get(name)
                if isinstance(goal, Aim):
                    matrix = self.body.frames[name][0]
                    self.fix(name, product(onto(scale(axis(matrix, 2), -1), reach.aimed(goal)), matrix))

    def _line_up(self) -> None:
        """Put one place where it was in the first pose, so that the panels of a figure agree."""
        pin = self.stance.pin or self.base.pin or resting.PINS.get(self.rest[0], "pelvis")
        if self.first is None:
            return
        was, now = place(self.first.body, pin)[0], place(self.body, pin)[0]
        root, origin = self.body.frames["pelvis"]
        way = sub(was, now)
        self.stand(root, add(origin, (way[0], way[1], 0.0)))


def pose(figure: Figure) -> list[Posed]:
    """All poses of a figure, solved, in order."""
    posed: list[Posed] = []
    for stance in figure.stances:
        posed.append(Posed(stance, posed[0] if posed else None))
    return posed


@cache
def _defaults(base: str) -> tuple[dict[str, dict[str, float]], Goals]:
    angles: Angles = {}
    goals: Goals = {}
    for name, phrase in BASES[base].joints.items():
        kind, _, side = name.partition(".")
        if kind in LIMBS:
            goal = phrases.goal(kind, side, phrase)
            assert goal is not None, "a base says what its limbs do"
            goals[name] = goal
        else:
            angles[name] = _amounts(kind, phrases.angles(kind, phrase))
    return angles, goals


def _amounts(joint: str, moves: Sequence[Angle]) -> dict[str, float]:
    """Movements in words to signed angles; two of one kind add up."""
    found: dict[str, float] = {}
    for move in moves:
        key, sign = MOVES[joint][move.word]
        found[key] = found.get(key, 0.0) + sign * move.amount
    return found


def _merged(stance: Stance) -> tuple[Angles, Goals]:
    """The base's joints and limbs, without those the author's own switch off, then the author's."""
    base = BASES[stance.base]
    default_angles, default_goals = _defaults(stance.base)
    angles, goals = {name: dict(moves) for name, moves in default_angles.items()}, dict(default_goals)
    given = {*stance.angles, *stance.goals}
    for name in given:
        kind, _, side = name.partition(".")
        off = _OFF.get(kind, ())
        if base.rest == ("feet",) and kind in ("hip", "thigh"):
            off = tuple(one for one in off if one != "foot")
        goal = stance.goals.get(name)
        if kind == "foot" and isinstance(goal, Contact) and goal.kind in _PLACED and goal != default_goals.get(name):
            off = (*off, "thigh")
        for one in off:
            if f"{one}.{side}" not in given:
                angles.pop(f"{one}.{side}", None)
                goals.pop(f"{one}.{side}", None)
    for name, moves in stance.angles.items():
        angles[name] = _amounts(name.partition(".")[0], moves)
    for name, goal in stance.goals.items():
        if goal is None:
            goals.pop(name, None)
        else:
            goals[name] = goal
    return angles, goals


def _head_rest(stance: Stance, base: Base) -> float | None:
    """How high the head lies: as the author says; else as in the base, while the trunk lies and no neck is bent."""
    if stance.head_rest is not None:
        return stance.head_rest
    lies = {"back", "front"} & set(stance.rest or base.rest)
    return base.head_rest if lies and not {"neck", "head"} & set(stance.angles) else None
