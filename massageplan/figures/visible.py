"""Whether a reader sees what an author tinted: a zone that faces away or lies under a limb is told."""

from __future__ import annotations

from collections.abc import Sequence

from .camera import Camera
from .crops import zoom_of
from .drawing import Panel, panels
from .figure import Figure
from .judged import Doubt
from .outline import Region, common, extent, joined, region, without
from .person import seen
from .posing import Posed
from .zones import zone

MOST_COVERED = 0.6
"""A zone of which more than this share is covered is not seen for what it is."""


_CORNER = 0.01


def doubts(figure: Figure, posed: Sequence[Posed]) -> list[Doubt]:
    """A doubt for each tinted zone that is hidden in the last pose it is tinted in."""
    found: list[Doubt] = []
    for panel in panels(figure, "x", posed, False, zoom_of(figure)):
        stance = panel.posed.stance
        last = panel.posed is posed[-1]
        zones = stance.zones if stance.zones is not None else figure.zones if last else ()
        for name in zones:
            message = _hidden(panel, Camera(figure.view), name)
            if message:
                path = ("highlight",) if stance.zones is None else ("poses", stance.name, "highlight")
                found.append(Doubt(path, message, "another `view:`, or the zone that is seen"))
    return found


def _hidden(panel: Panel, camera: Camera, name: str) -> str | None:
    body = panel.posed.body
    if not seen(body, camera, name):
        return f"The tint of {name} faces away."
    share = covered(panel, camera, name)
    return f"The tint of {name} is covered by {share:.0%}." if share > MOST_COVERED else None


def covered(panel: Panel, camera: Camera, name: str) -> float:
    """The share of a tinted zone that later parts hide, or that is outside the crop."""
    found = zone(panel.posed.body, name)
    tint = region(map(camera.discs, found.hulls))
    shown: list[Region] = []
    for n, part in enumerate(panel.order):
        if part.name in found.parts and part.group > 0:
            later = joined(region(other.discs) for other in panel.order[n + 1 :])
            shown.append(without(common(tint, region(part.discs)), later))
    skin = joined(shown)
    if panel.window is not None:
        left, low, right, high = panel.window
        skin = common(skin, region([[(x, y, _CORNER) for x in (left, right) for y in (low, high)]]))
    whole = extent(tint)
    return 1 - extent(skin) / whole if whole else 1.0
