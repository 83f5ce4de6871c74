"""The words of a pose: joints and what they do, directions, bases, things in the picture. One table each."""

from __future__ import annotations

from dataclasses import dataclass

from .places import PLACES, SIDED_PLACES, WORLD

TRUNK_MOVES = {
    "flex": ("flex", 1),
    "ext": ("flex", -1),
    "bend-left": ("bend", -1),
    "bend-right": ("bend", 1),
    "turn-left": ("turn", 1),
    "turn-right": ("turn", -1),
}
# Joint: word of the author to the angle it changes and its sign. A number is never negative, the word gives the way.
MOVES: dict[str, dict[str, tuple[str, int]]] = {
    "body": {
        "lean": ("pitch", 1), "lean-back": ("pitch", -1), "tip-left": ("roll", -1), "tip-right": ("roll", 1),
        "turn-left": ("yaw", 1), "turn-right": ("yaw", -1),
    },
    "lumbar": TRUNK_MOVES, "thorax": TRUNK_MOVES, "neck": TRUNK_MOVES, "head": TRUNK_MOVES,
    "jaw": {"open": ("open", 1)},
    "belly": {"out": ("out", 1), "in": ("out", -1)},
    "arch": {"up": ("up", 1)},
    "scapula": {"up": ("elev", 1), "down": ("elev", -1), "back": ("retr", 1), "forward": ("retr", -1)},
    "shoulder": {
        "flex": ("flex", 1), "ext": ("flex", -1), "abd": ("abd", 1), "add": ("abd", -1), "er": ("rot", 1),
        "ir": ("rot", -1), "back": ("hor", 1), "across": ("hor", -1),
    },
    "elbow": {"flex": ("flex", 1), "ext": ("flex", -1), "pro": ("pron", 1), "sup": ("pron", -1)},
    "wrist": {"flex": ("flex", 1), "ext": ("flex", -1), "radial": ("dev", 1), "ulnar": ("dev", -1)},
    "knuckles": {"flex": ("flex", 1), "ext": ("flex", -1)},
    "fingers": {"curl": ("curl", 1)},
    "hip": {
        "flex": ("flex", 1), "ext": ("flex", -1), "abd": ("abd", 1), "add": ("abd", -1), "er": ("rot", 1),
        "ir": ("rot", -1),
    },
    "knee": {"flex": ("flex", 1), "ext": ("flex", -1)},
    "ankle": {"dorsi": ("flex", 1), "plantar": ("flex", -1), "out": ("rot", 1), "in": ("rot", -1)},
    "toes": {"ext": ("ext", 1), "flex": ("ext", -1)},
}  # fmt: skip
MIDDLE_JOINTS = frozenset(("body", "lumbar", "thorax", "neck", "head", "jaw", "belly"))
LIMBS = ("hand", "foot", "thigh", "shank", "arm", "forearm")
# Word for both sides at once.
PLURALS = {
    "hips": "hip", "knees": "knee", "ankles": "ankle", "shoulders": "shoulder", "elbows": "elbow", "wrists": "wrist",
    "scapulae": "scapula", "hands": "hand", "feet": "foot", "thighs": "thigh", "shanks": "shank", "arms": "arm",
    "forearms": "forearm", "knuckles": "knuckles", "fingers": "fingers", "toes": "toes",
    "arches": "arch",
}  # fmt: skip
# Which movement of the library holds the usual range of a joint's word.
MOVEMENTS: dict[tuple[str, str], str] = {
    ("hip", "flex"): "hip-flexion", ("hip", "ext"): "hip-extension", ("hip", "abd"): "hip-abduction",
    ("hip", "add"): "hip-adduction", ("hip", "er"): "hip-external-rotation", ("hip", "ir"): "hip-internal-rotation",
    ("knee", "flex"): "knee-flexion", ("knee", "ext"): "knee-extension",
    ("ankle", "dorsi"): "ankle-dorsiflexion", ("ankle", "plantar"): "ankle-plantarflexion",
    ("shoulder", "flex"): "shoulder-flexion", ("shoulder", "ext"): "shoulder-extension",
    ("shoulder", "abd"): "shoulder-abduction", ("shoulder", "add"): "shoulder-adduction",
    ("shoulder", "er"): "shoulder-external-rotation", ("shoulder", "ir"): "shoulder-internal-rotation",
    ("shoulder", "back"): "shoulder-horizontal-abduction", ("shoulder", "across"): "shoulder-horizontal-adduction",
    ("elbow", "flex"): "elbow-flexion", ("elbow", "ext"): "elbow-extension",
    ("elbow", "pro"): "forearm-pronation", ("elbow", "sup"): "forearm-supination",
    ("wrist", "flex"): "wrist-flexion", ("wrist", "ext"): "wrist-extension",
    ("wrist", "radial"): "wrist-radial-deviation", ("wrist", "ulnar"): "wrist-ulnar-deviation",
    ("lumbar", "flex"): "lumbar-flexion", ("lumbar", "ext"): "lumbar-extension",
    ("lumbar", "bend-left"): "lumbar-lateral-flexion", ("lumbar", "bend-right"): "lumbar-lateral-flexion",
    ("lumbar", "turn-left"): "lumbar-rotation", ("lumbar", "turn-right"): "lumbar-rotation",
    ("thorax", "flex"): "thoracic-flexion", ("thorax", "ext"): "thoracic-extension",
    ("thorax", "bend-left"): "thoracic-lateral-flexion", ("thorax", "bend-right"): "thoracic-lateral-flexion",
    ("thorax", "turn-left"): "thoracic-rotation", ("thorax", "turn-right"): "thoracic-rotation",
    ("neck", "flex"): "cervical-flexion", ("neck", "ext"): "cervical-extension",
    ("neck", "bend-left"): "cervical-lateral-flexion", ("neck", "bend-right"): "cervical-lateral-flexion",
    ("neck", "turn-left"): "cervical-rotation", ("neck", "turn-right"): "cervical-rotation",
    ("toes", "ext"): "great-toe-extension",
}  # fmt: skip

BODY_DIRECTIONS = ("out", "in", "wide", "headward", "footward", "midline", "outward")
DIRECTIONS: tuple[str, ...] = (*WORLD, *BODY_DIRECTIONS)
WORLD_DIRECTIONS: tuple[str, ...] = tuple(WORLD)

VIEWS: dict[str, tuple[float, float]] = {
    "side": (0, 0), "front": (90, 0), "back": (-90, 0), "top": (0, 89.9), "quarter": (40, 14), "above": (30, 40),
}  # fmt: skip
LAYOUTS = ("single", "pair", "stack", "ghost")
CROPS = (
    "waist-up", "chest-up", "waist-down", "head", "hand.left", "hand.right", "foot.left", "foot.right",
)  # fmt: skip
MARKS = ("tick", "cross")
REST_GROUPS = (
    "feet", "shanks", "hands", "pelvis", "back", "front", "side", "thighs", "head", "forearms", "elbows",
)  # fmt: skip
REST_PARTS = ("foot", "shank", "thigh", "arm", "forearm", "hand", "wrist", "shoulder", "knee", "toes", "elbow")
HAND_KINDS = ("on", "hold", "toward", "at", "wall", "floor", "table", "beside", "palm-down", "stays", "free")
FOOT_KINDS = ("flat", "heel", "ball", "on", "at", "stays", "free")
WITH_PLACE = frozenset(("on", "hold", "toward"))
WITH_SHIFT = frozenset(("at", "wall", "floor", "table"))


_BELOW = ("head", "neck", "knees", "thighs", "feet", "ankles", "calves", "hands", "forearms")


@dataclass(frozen=True, slots=True)
class Thing:
    """How a thing in the picture may be written.

    Attributes:
        relations: words between its name and its places; empty for a thing that runs along a chain `a > b`.
        flags: words that change it.
        groups: places it may have beside those of the body: both of a kind, or another thing.
        limbs: whole limbs of one side it may be at (`foot.left`).
        only: the one kind of place it may be at; empty for any.
        alone: it may stand without a place.
    """

    relations: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    limbs: tuple[str, ...] = ()
    only: str = ""
    alone: bool = False


_HELD = Thing(("in",), groups=("hands",), only="hand")
# Thing by thing; `in` is a hand, a chain runs from place to place.
THINGS: dict[str, Thing] = {
    "mat": Thing(alone=True), "armchair": Thing(alone=True),
    "chair": Thing(("at",), ("no-back",), groups=("hands",), only="hand", alone=True),
    "bed": Thing(alone=True), "desk": Thing(flags=("no-screen",), alone=True),
    "table": Thing(("at", "under"), groups=("hands", "forearms"), limbs=("hand", "forearm")),
    "counter": Thing(("at",), groups=("hands",)), "rail": Thing(("at",), groups=("hands",), only="hand"),
    "wall": Thing(("at", "behind"), groups=("hands", "ball"), alone=True),
    "doorframe": Thing(("at",), groups=("forearms",), limbs=("forearm",), only="forearm"),
    "ball": Thing(("at", "in")),
    "pillow": Thing(("under", "between", "behind"), groups=(*_BELOW, "back"), limbs=LIMBS),
    "roll": Thing(("under",), groups=_BELOW, limbs=LIMBS), "roller": Thing(("under",), groups=_BELOW, limbs=LIMBS),
    "box": Thing(("on",), groups=("floor",), alone=True),
    "step": Thing(("under",), groups=("feet", "toes"), limbs=("foot",)),
    "towel": Thing(("under", "at"), groups=_BELOW, limbs=LIMBS),
    "strap": Thing(("over",), groups=("ankles", "door")), "band": Thing(groups=("door",)),
    "stick": Thing(), "bar": Thing(),
    "weight": _HELD, "bag": _HELD, "phone": _HELD, "cup": _HELD, "book": _HELD, "pen": _HELD,
    "door": Thing(flags=("forward", "left", "right"), alone=True), "lamp": Thing(alone=True),
    "clock": Thing(alone=True), "pack": Thing(("at",)),
}  # fmt: skip
CHAINS = ("towel", "strap", "band", "stick", "bar")
RELATIONS = ("at", "under", "between", "behind", "in", "on", "over")

ARROW_KINDS = ("follow", "at", "to", "turn", "breath")
ARROW_NUMBERS = ("gap", "bulge", "radius", "begin", "sweep", "dx", "dy")


def with_side(place: str, side: str) -> str:
    """A place with its side, which is that of the limb where the author gives none."""
    return f"{place}.{side}" if "." not in place and place in SIDED_PLACES and side else place


def is_place(word: str) -> bool:
    """Whether a word names a place of the body with the side it needs, and none it may not have."""
    kind, dot, side = word.partition(".")
    if kind not in PLACES:
        return False
    return side in ("left", "right") if kind in SIDED_PLACES else not dot
