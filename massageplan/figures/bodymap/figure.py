"""One body of the map, with its spots, in millimetres of body about its middle line."""

from __future__ import annotations

from collections.abc import Sequence

from . import patterns
from .look import (
    CLOTH,
    EDGE,
    FILL,
    HAIR,
    INK,
    LANDMARK,
    LANDMARK_MM,
    ON_FILL,
    OUTLINE_MM,
    PAPER,
    PATTERN_MM,
    attributes,
)
from .shapes import ON_HEAD, ON_SOLE, Body, View, Zone, body, cubics, polygon
from .spots import Spot

_ROUND = ' stroke-linecap="round" stroke-linejoin="round"'
_EYES, _NOSE, _MOUTH = ((-29, 114), (29, 114)), "M0 122l10 28-15 2", "M-20 183q20 10 40 0"
_NECK = "L0 185z"


class Figure:
    """Draws one view.

    Args:
        millimetre: units for a millimetre on paper.
        name: begins every id.
    """

    def __init__(self, view: View, millimetre: float, name: str) -> None:
        self._view, self._mm, self._name = view, millimetre, name
        self._body: Body = body(view)
        self._clips = 0

    def draw(self, spots: Sequence[Spot]) -> str:
        """The whole body; soles where one of them is marked."""
        painted = [(spot, zone) for spot in spots for zone in spot.within(self._view)]
        head = [pair for pair in painted if pair[1].partition(".")[0] in ON_HEAD]
        soles = [pair for pair in painted if pair[1].partition(".")[0] in ON_SOLE]
        rest = [pair for pair in painted if pair not in head and pair not in soles]
        return "".join((
            self._ground(), self._marked(rest), self._ink("outline"), self._head(head),
            self._soles(soles) if soles else "",
        ))  # fmt: skip

    def _halves(self, name: str, end: str = "", closed: bool = False) -> str:
        """Both halves of a curve as one path."""
        points = self._body.curves[name]
        return "".join(cubics(points, mirror, closed) + end for mirror in (False, True))

    def _ink(self, name: str, closed: bool = False) -> str:
        line = attributes(
            d=self._halves(name, closed=closed), fill="none", stroke=INK, stroke_width=OUTLINE_MM * self._mm
        )
        return f"<path{line}{_ROUND}/>"

    def _filled(self, path: str, colour: str) -> str:
        return f"<path{attributes(d=path, fill=colour)}/>"

    def _thin(self, path: str, dashed: bool = False) -> str:
        line = attributes(d=path, fill="none", stroke=LANDMARK, stroke_width=LANDMARK_MM * self._mm)
        dash = attributes(stroke_dasharray=f"{0.5 * self._mm:.0f} {0.6 * self._mm:.0f}") if dashed else ""
        return f"<path{line}{dash}{_ROUND}/>"

    def _shape(self, name: str) -> str:
        return "".join(polygon(self._body.shapes[name], mirror) for mirror in (False, True))

    def _ground(self) -> str:
        """Skin, shorts and landmarks of all but the head."""
        names = [name for name in self._body.curves if name.startswith("line-")]
        lines = "".join(self._halves(name) for name in names[:-1])  # the last is the edge of the hair
        lines += "".join(cubics(points) for name, points in self._body.curves.items() if name.startswith("middle-"))
        spine = self._thin(cubics(self._body.curves["spine"]), dashed=True) if self._view == "back" else ""
        skin = self._filled(self._halves("outline", _NECK), PAPER)
        return skin + self._filled(self._shape("shorts"), CLOTH) + self._thin(lines) + spine

    def _head(self, painted: list[tuple[Spot, str]]) -> str:
        edge = next(name for name in reversed(self._body.curves) if name.startswith("line-"))
        ears = attributes(d=self._halves("ear"), fill=PAPER, stroke=INK, stroke_width=OUTLINE_MM * self._mm)
        lines, eyes = self._halves(edge), ""
        if self._view == "front":
            lines += _NOSE + _MOUTH
            eyes = "".join(f"<circle{attributes(cx=x, cy=y, r=6, fill=LANDMARK)}/>" for x, y in _EYES)
        return "".join((
            f"<path{ears}{_ROUND}/>", self._filled(self._halves("head"), PAPER),
            self._filled(self._shape("hair"), HAIR), self._marked(painted), self._thin(lines), eyes,
            self._ink("skull" if self._view == "back" else "head"),
        ))  # fmt: skip

    def _soles(self, painted: list[tuple[Spot, str]]) -> str:
        return self._filled(self._halves("sole", closed=True), PAPER) + self._marked(painted) + self._ink("sole", True)

    def _marked(self, painted: list[tuple[Spot, str]]) -> str:
        return "".join(self._zone(spot, self._body.zones[zone]) for spot, zone in painted)

    def _zone(self, spot: Spot, zone: Zone) -> str:
        """One zone: shade, pattern, edge; dotted where nothing is felt now."""
        path = polygon(zone.ring)
        edge = attributes(d=path, fill="none", stroke=EDGE[spot.shade], stroke_width=0.16 * self._mm)
        if spot.shade == "none":
            dots = attributes(stroke_dasharray=f"{0.45 * self._mm:.1f} {0.45 * self._mm:.1f}")
            edge = attributes(d=path, fill=PAPER, stroke=INK, stroke_width=0.25 * self._mm) + dots
            return f"<path{edge}/>"
        lines, filled = patterns.marks(zone, spot.pattern, self._mm)
        return (
            self._filled(path, FILL[spot.shade])
            + self._pattern(path, lines, filled, ON_FILL[spot.shade])
            + f"<path{edge}/>"
        )

    def _pattern(self, zone: str, lines: str, filled: bool, ink: str) -> str:
        if not lines:
            return ""
        if filled:
            return self._filled(lines, ink)
        self._clips += 1
        name = f"{self._name}-{self._view}-{self._clips}"
        stroke = attributes(d=lines, fill="none", stroke=ink, stroke_width=PATTERN_MM * self._mm)
        return (
            f'<clipPath id="{name}"><path d="{zone}"/></clipPath>'
            f'<g clip-path="url(#{name})"><path{stroke} stroke-linecap="round" stroke-linejoin="round"/></g>'
        )
