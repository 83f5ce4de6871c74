"""What is painted over what: by depth where parts overlap on the page, by a fixed order where they are as deep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import hypot

from .camera import Camera, Disc
from .outline import Region
from .style import Style
from .vectors import Hull, between

Sample = tuple[float, float, float, float]

_MOST_SAMPLES = 26
# Over one another where depth does not tell: a later one is in front.
_ORDER = {
    name: n
    for n, name in enumerate(
        ("torso", "neck", "foot", "shank", "thigh", "skull", "face", "arm", "forearm", "hand", "finger4", "finger3",
         "finger2", "finger1", "thumb")
    )
}  # fmt: skip
_TIE = 1.2
"""Depths nearer than this, cm, do not tell."""


@dataclass(slots=True)
class Part:
    """One thing to paint.

    Attributes:
        name: of the part, with its side; of a thing its kind.
        hulls: its shape in the room.
        discs: the same on the page.
        style: colours and line.
        group: bodies and things apart: only parts of one body have joints with one another.
        thing: the word of a thing that is no body.
        clothes: painted on the skin before the line: (what they cover, colour).
        above: SVG that belongs on top of the part.
        joints: neighbour to the hulls in which the line of this part opens towards it.
        facing: of a face, how much it is turned to the camera.
        behind: painted before all that is not behind.
        edged: its outline is straight, as of a box.
        samples: (right, up, radius, depth) of spheres spread over the part.
    """

    name: str
    hulls: Sequence[Hull]
    camera: Camera
    style: Style
    group: int = 0
    thing: str = ""
    clothes: list[tuple[Region, str]] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    joints: dict[str, list[Hull]] = field(default_factory=dict)
    facing: float = 0.0
    behind: bool = False
    edged: bool = False
    discs: list[list[Disc]] = field(init=False)
    samples: list[Sample] = field(init=False)
    box: tuple[float, float, float, float] = field(init=False)

    def __post_init__(self) -> None:
        self.discs = [self.camera.discs(hull) for hull in self.hulls]
        self.samples = [
            (*self.camera.page(centre), radius, self.camera.depth(centre)) for centre, radius in _spread(self.hulls)
        ]
        flat = [disc for discs in self.discs for disc in discs]
        self.box = (
            min(x - r for x, _, r in flat), min(y - r for _, y, r in flat),
            max(x + r for x, _, r in flat), max(y + r for _, y, r in flat),
        )  # fmt: skip

    @property
    def kind(self) -> str:
        """Its name without the side."""
        return self.name.partition(".")[0]

    @property
    def depth(self) -> float:
        """Its mean depth."""
        return sum(sample[3] for sample in self.samples) / len(self.samples)


def _spread(hulls: Sequence[Hull]) -> list[tuple[tuple[float, float, float], float]]:
    """A few spheres that stand for the whole: of a long thing more along it, of many hulls fewer of each."""
    spheres = []
    for hull in hulls:
        spheres += list(hull) if len(hull) < 5 else [*hull, _mean(hull)]
        if len(hulls) < 4 and len(hull) == 2:
            (a, r), (b, q) = hull
            spheres += [(between(a, b, t), r + (q - r) * t) for t in (0.2, 0.4, 0.6, 0.8)]
    stride = max(1, len(spheres) // _MOST_SAMPLES)
    return spheres[::stride]


def _mean(hull: Hull) -> tuple[tuple[float, float, float], float]:
    count = len(hull)
    x, y, z = (sum(centre[axis] for centre, _ in hull) / count for axis in range(3))
    return (x, y, z), sum(radius for _, radius in hull) / count


def _nearer(a: Part, b: Part) -> tuple[float, float]:
    """How much nearer a is than b where both are on the page (cm; negative: farther), and how much they overlap."""
    if a.box[0] > b.box[2] or b.box[0] > a.box[2] or a.box[1] > b.box[3] or b.box[1] > a.box[3]:
        return 0.0, 0.0
    total = weight = 0.0
    near = _within(b.samples, a.box)
    for xa, ya, ra, za in _within(a.samples, b.box):
        for xb, yb, rb, zb in near:
            reach = (ra + rb) * 0.85
            dx, dy = xa - xb, ya - yb
            if dx < reach and -dx < reach and dy < reach and -dy < reach:
                overlap = reach - hypot(dx, dy)
                if overlap > 0:
                    total += overlap * ((zb - rb) - (za - ra))
                    weight += overlap
    return (total / weight, weight) if weight else (0.0, 0.0)


def _within(samples: Sequence[Sample], box: tuple[float, float, float, float]) -> list[Sample]:
    left, low, right, high = box
    return [
        one for one in samples
        if one[0] + one[2] > left and one[0] - one[2] < right and one[1] + one[2] > low and one[1] - one[2] < high
    ]  # fmt: skip


def _order(a: Part, b: Part, over: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Positive where a is in front of b, negative where behind, 0 where it does not matter; and how sure it is."""
    nearer, weight = _nearer(a, b)
    if not weight:
        return 0.0, 0.0
    for front, behind in over:
        if (a.name, b.name) == (front, behind):
            return 99.0, weight
        if (a.name, b.name) == (behind, front):
            return -99.0, weight
    if {a.kind, b.kind} == {"skull", "face"}:
        face = a if a.kind == "face" else b
        way = 1.0 if face.facing > -0.25 else -1.0
        return (way if face is a else -way), weight
    if a.group == b.group and a.kind in _ORDER and b.kind in _ORDER and abs(nearer) < _TIE:
        nearer = 0.01 * (_ORDER[a.kind] - _ORDER[b.kind]) or nearer
    return nearer, weight


def sort(parts: Sequence[Part], over: Sequence[tuple[str, str]] = ()) -> list[Part]:
    """Parts from the farthest to the nearest; of a ring of parts the weakest order is given up."""
    before: list[set[int]] = [set() for _ in parts]
    weights: dict[tuple[int, int], float] = {}
    for i, j in _pairs(len(parts)):
        front, weight = _order(parts[i], parts[j], over)
        if front > 0:
            before[i].add(j)
            weights[i, j] = weight * abs(front)
        elif front < 0:
            before[j].add(i)
            weights[j, i] = weight * abs(front)
    depths = [part.depth for part in parts]
    left, painted = set(range(len(parts))), []
    while left:
        free = [i for i in left if not before[i] & left]
        if not free:
            i, j = min(((i, j) for i in left for j in before[i] & left), key=lambda pair: (weights[pair], pair))
            before[i].discard(j)
            continue
        chosen = max(free, key=lambda i: (depths[i], -i))
        left.discard(chosen)
        painted.append(parts[chosen])
    return painted


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    for i in range(count):
        for j in range(i + 1, count):
            yield i, j
