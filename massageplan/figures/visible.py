"""Whether a reader sees what an author tinted: a zone that faces away or lies under a limb is told."""

from __future__ import annotations

from collections.abc import Sequence

import pyclipper

from .camera import Camera
from .drawing import Panel, panels, zoom_of
from .figure import Figure
from .judged import Doubt
from .outline import Loop, area, combined, polygon, silhouette, united
from .person import seen
from .posing import Posed
from .zones import zone

MOST_COVERED = 0.6
"""A zone of which more than this share is covered is not seen for what it is."""


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
    tint = silhouette(map(camera.discs, found.hulls), 0.5)
    skin: list[Loop] = []
    for n, part in enumerate(panel.order):
        if part.name in found.parts and part.group > 0:
            shown = combined(pyclipper.CT_INTERSECTION, tint, _outline(part.discs))
            later = [loop for other in panel.order[n + 1 :] for loop in _outline(other.discs)]
            skin += combined(pyclipper.CT_DIFFERENCE, shown, united(later))
    if panel.window is not None:
        left, low, right, high = panel.window
        skin = combined(pyclipper.CT_INTERSECTION, skin, [[(left, low), (right, low), (right, high), (left, high)]])
    whole = sum(area(loop) for loop in tint)
    return 1 - sum(area(loop) for loop in skin) / whole if whole else 1.0


def _outline(discs: Sequence[Sequence[tuple[float, float, float]]]) -> list[Loop]:
    return united(map(polygon, discs))
