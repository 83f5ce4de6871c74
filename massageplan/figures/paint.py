"""Sorted parts to SVG: each is a fill, what is on it, and its line, which is open where a neighbour joins it."""

from __future__ import annotations

from collections.abc import Sequence

from .layers import Part, sort
from .outline import Loop, opened, polygon, silhouette, united
from .paths import closed_curves, curves, edges, number, straight

_SHRINK = 0.5
"""An opening is this much smaller than the joint, cm: less leaves burrs, more leaves gaps."""


def paint(parts: Sequence[Part], over: Sequence[tuple[str, str]] = ()) -> tuple[list[str], list[Part]]:
    """SVG of parts from the farthest to the nearest, and the parts in that order."""
    order = [*sort([p for p in parts if p.behind], over), *sort([p for p in parts if not p.behind], over)]
    out: list[str] = []
    painted: dict[int, list[Part]] = {}
    for part in order:
        before = painted.setdefault(part.group, [])
        out += _part(part, _openings(part, before))
        before.append(part)
    return out, order


def _openings(part: Part, before: Sequence[Part]) -> list[Loop]:
    found: list[Loop] = []
    for other in before:
        if other.style is part.style or other.kind in ("skull", "face"):
            for hull in other.joints.get(part.name, ()):
                discs = [(x, y, max(r - _SHRINK, 0.05)) for x, y, r in part.camera.discs(hull)]
                found.append(polygon(discs))
    return found


def _part(part: Part, openings: Sequence[Loop]) -> list[str]:
    loops = united(map(polygon, part.discs)) if part.edged else silhouette(part.discs)
    if not loops:
        return list(part.above)
    style = part.style
    line = f'stroke="{style.ink}" stroke-width="{number(style.line)}"'
    if not openings and not part.clothes:
        whole = straight(loops) if part.edged else closed_curves(loops)
        return [f'<path d="{whole}" fill="{style.fill}" {line}/>', *part.above]
    # straight from point to point: the line, which is curved, covers the difference
    out = [f'<path d="{straight(loops)}" fill="{style.fill}"/>']
    out += [f'<path d="{closed_curves(cloth)}" fill="{colour}"/>' for cloth, colour in part.clothes if cloth]
    pieces = opened(loops, openings)
    stroke = edges(pieces) if part.edged else curves(pieces)
    if stroke:
        out.append(f'<path d="{stroke}" fill="none" {line}/>')
    return out + part.above
