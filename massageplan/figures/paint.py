"""Sorted parts to SVG: each is a fill, what is on it, and its line, which is open where a neighbour joins it."""

from __future__ import annotations

from collections.abc import Sequence

from .camera import Loop
from .layers import Part, sort
from .lines import eased
from .outline import common, loops, opened, polygon
from .paths import ROUGH, closed_curves, curves, edges, straight, thickness
from .welds import Weld, welded

_SHRINK = 0.5
"""An opening is this much smaller than the joint, cm: less leaves burrs, more leaves gaps."""


def paint(parts: Sequence[Part], over: Sequence[tuple[str, str]] = ()) -> tuple[list[str], list[Part]]:
    """SVG of parts from the farthest to the nearest, and the parts in that order."""
    order = [*sort([p for p in parts if p.behind], over), *sort([p for p in parts if not p.behind], over)]
    out: list[str] = []
    painted: dict[int, list[Part]] = {}
    for weld in welded(order):
        before = painted.setdefault(weld.parts[0].group, [])
        out += _weld(weld, [opening for part in weld.parts for opening in _openings(part, before)])
        before += weld.parts
    return out, order


def _openings(part: Part, before: Sequence[Part]) -> list[Loop]:
    found: list[Loop] = []
    for other in before:
        if other.style is part.style:
            for hull in other.joints.get(part.name, ()):
                discs = [(x, y, max(r - _SHRINK, 0.05)) for x, y, r in part.camera.discs(hull)]
                found.append(polygon(discs))
    return found


def _weld(weld: Weld, openings: Sequence[Loop]) -> list[str]:
    edged = all(part.edged for part in weld.parts)
    found = loops(weld.region) if edged else [eased(loop) for loop in loops(weld.region)]
    above = [svg for part in weld.parts for svg in part.above]
    if not found:
        return above
    style = weld.parts[0].style
    line = f'stroke="{style.ink}" stroke-width="{thickness(style.line)}"'
    write = edges if edged else curves
    clothes = [(common(cloth, weld.region), colour) for part in weld.parts for cloth, colour in part.clothes]
    pieces = opened(found, openings)
    if not openings and not clothes:
        return [f'<path d="{write(pieces)}" fill="{style.fill}" {line}/>', *above]
    # a rough fill: the line covers the difference
    out = [f'<path d="{straight(found) if edged else closed_curves(found, ROUGH)}" fill="{style.fill}"/>']
    for cloth, colour in clothes:
        if cut := [eased(loop) for loop in loops(cloth)]:
            out.append(f'<path d="{closed_curves(cut, ROUGH)}" fill="{colour}"/>')
    if stroke := write(pieces):
        out.append(f'<path d="{stroke}" fill="none" {line}/>')
    return out + above
