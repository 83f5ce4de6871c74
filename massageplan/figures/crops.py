"""Close-ups: how much larger, what they show, and what of the body is left out of them."""

from __future__ import annotations

from collections.abc import Sequence

from . import flesh
from .camera import Camera
from .figure import Figure
from .layers import Part
from .posing import Posed
from .room import Box, join

ZOOMS = {"waist-up": 1.45, "chest-up": 1.8, "waist-down": 1.3, "head": 2.4, "hand": 2.8, "foot": 2.4}


def zoom_of(figure: Figure, zoom: float = 1.0) -> float:
    """How much larger than usual a figure is drawn: its crop makes it larger."""
    return ZOOMS.get(figure.crop.partition(".")[0], 1.0) * zoom


def belongs(name: str, crop: str, posed: Posed) -> bool:
    """Whether a part belongs in the close-up of a hand or foot: the limb itself, and hands that do something."""
    kind, _, side = name.partition(".")
    limb, _, own = crop.partition(".")
    leg = kind in ("shank", "foot")
    if side == own and (leg if limb == "foot" else not leg and kind not in ("thigh", "arm")):
        return True
    return kind in ("forearm", "hand", "thumb") or kind.startswith("finger") if f"hand.{side}" in posed.given else False


def window_of(crop: str, posed: Sequence[Posed], one: Posed, order: Sequence[Part], camera: Camera, box: Box) -> Box:
    """The part of the page a crop shows."""
    kind, _, side = crop.partition(".")
    if kind in ("hand", "foot"):
        return _near_limb(kind, side, posed, one, order, camera)
    body = posed[0].body
    if kind == "head":
        names = ("skull", "face", "neck")
        near = join(*(_box_of(one, name, camera) for name in names))
        hands = [part.box for part in order if part.kind in ("hand",) and _touches(part.box, near)]
        around = join(near, *hands)
        return around[0] - 3, near[1] - 5, around[2] + 3, around[3] + 2
    heights = {"waist-up": ("pelvis", 0.045), "chest-up": ("T2", 0.20), "waist-down": ("L2", 0.12)}
    frame, height = heights[kind]
    cut = camera.page(body.spine(frame, (0.0, 0.0, height)))
    above = camera.page(body.top(frame))
    across = abs(above[0]) > abs(above[1])  # the trunk lies on the page: cut across it
    keep_high = (above[0] if across else above[1]) * (-1 if kind == "waist-down" else 1) > 0
    if across:
        kept = [p.box for p in order if (p.box[2] > cut[0] if keep_high else p.box[0] < cut[0])]
        near = join(*kept)
        low = min(near[1] - 2, box[1])
        return (cut[0], low, near[2] + 2, near[3] + 2) if keep_high else (near[0] - 2, low, cut[0], near[3] + 2)
    kept = [p.box for p in order if p.group > 0 and (p.box[3] > cut[1] if keep_high else p.box[1] < cut[1])]
    near = join(*kept)
    if keep_high:
        return near[0] - 2, cut[1], near[2] + 2, near[3] + 2
    return near[0] - 2, min(near[1], box[1]) - 1, near[2] + 2, cut[1]


def _box_of(posed: Posed, name: str, camera: Camera) -> Box:
    discs = [disc for hull in flesh.part(posed.body, name) for disc in camera.discs(hull)]
    return (min(x - r for x, _, r in discs), min(y - r for _, y, r in discs),
            max(x + r for x, _, r in discs), max(y + r for _, y, r in discs))  # fmt: skip


def _touches(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _near_limb(kind: str, side: str, posed: Sequence[Posed], one: Posed, order: Sequence[Part], camera: Camera) -> Box:
    """Round a hand with some forearm, or a foot with some lower leg, and what touches it; as large in each pose."""
    boxes: list[Box] = []
    for each in (*posed,):
        boxes.append(_box_of(each, f"{kind}.{side}", camera))
        joint = each.body.centre(f"{kind}.{side}")
        above = each.body.centre(f"{'forearm' if kind == 'hand' else 'shank'}.{side}")
        share = 0.5 if kind == "hand" else 0.4
        x, y = camera.page((joint[0] + (above[0] - joint[0]) * share, joint[1] + (above[1] - joint[1]) * share,
                            joint[2] + (above[2] - joint[2]) * share))  # fmt: skip
        boxes.append((x - 2, y - 2, x + 2, y + 2))
    fingers = [part.box for part in order if part.kind.startswith(("finger", "thumb"))]
    things = [
        part.box for part in order if part.group < 0 and part.kind in ("ball", "bell0", "bell1", "grip", "roll0", "bar")
    ]
    other = [part.box for part in order if part.kind == "hand" and part.name != f"{kind}.{side}"]
    near = join(*boxes, *fingers)
    around = join(near, *(box for box in (*things, *other) if _touches(box, near)))
    return around[0] - 2.5, around[1] - 2.5, around[2] + 2.5, around[3] + 2.5
