"""Parts that go over into one another without a fold are painted as one: an arm that is not bent has one outline."""

from __future__ import annotations

from collections.abc import Sequence

from .layers import Part
from .outline import Region, common, extent, joined, region, without

_FOLD, _FOLD_SHARE = 4.0, 0.06
"""Two parts that cover one another by more than this beside their joint, cm2 or of the smaller, are folded."""
_SWALLOWED = 0.6
"""A part of which more than this share lies on the other points at the camera or away from it."""
_TOUCH = 0.3
"""Regions that share less than this, cm2, do not lie on one another."""
_WIDER = 0.8
"""A joint is looked for in this much more than its hulls, cm."""


class Weld:
    """Parts that are painted as one.

    Attributes:
        parts: in their order.
        region: what they cover.
        box: around it.
    """

    __slots__ = ("box", "parts", "region")

    def __init__(self, parts: list[Part], region: Region, box: tuple[float, float, float, float]) -> None:
        self.parts, self.region, self.box = parts, region, box

    def lies_on(self, other: Weld) -> bool:
        """Whether the two share some of the page."""
        a, b = self.box, other.box
        if a[0] > b[2] or b[0] > a[2] or a[1] > b[3] or b[1] > a[3]:
            return False
        return extent(common(self.region, other.region)) > _TOUCH

    def goes_with(self, other: Weld) -> bool:
        """Whether the two may be painted as one: some of their parts are joined, and no others lie on one another."""
        if any(part.kind.startswith("finger") for part in (*self.parts, *other.parts)):
            return False  # each finger of a close-up keeps its outline
        if self.parts[0].style is not other.parts[0].style or self.parts[0].group != other.parts[0].group:
            return False
        pairs = [(a, b) for a in self.parts for b in other.parts if a.name in b.joints and b.name in a.joints]
        if not pairs:
            return False
        shared = common(self.region, other.region)
        smaller = min(extent(self.region), extent(other.region))
        if not shared or extent(shared) > _SWALLOWED * smaller:
            return False
        joints = [a.camera.discs(hull) for a, b in pairs for hull in (*a.joints[b.name], *b.joints[a.name])]
        return extent(without(shared, region(joints, _WIDER))) < min(_FOLD, _FOLD_SHARE * smaller)


def welded(order: Sequence[Part]) -> list[Weld]:
    """Parts in the order of painting, those that go over into one another together."""
    done: list[Weld] = []
    for part in order:
        place = len(done)
        done.append(Weld([part], region(part.discs), part.box))
        for n in range(place - 1, -1, -1):
            old, new = done[n], done[place]
            if not old.goes_with(new):
                continue
            between = done[n + 1 : place]
            if not any(new.lies_on(one) for one in between):
                done[n] = _both(old, new)
                del done[place]
                place = n
            elif not any(old.lies_on(one) for one in between):
                done[place] = _both(old, new)
                del done[n]
                place -= 1
    return done


def _both(a: Weld, b: Weld) -> Weld:
    box = (min(a.box[0], b.box[0]), min(a.box[1], b.box[1]), max(a.box[2], b.box[2]), max(a.box[3], b.box[3]))
    return Weld([*a.parts, *b.parts], joined((a.region, b.region)), box)
