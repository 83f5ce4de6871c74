"""The figures of one document: all at one scale, the largest at which each fits its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..figures import door
from .view import HandoutView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..figures.drawing import Drawing
    from .view import Shown, View

ZOOMS = (1.0, 0.85, 0.7, 0.6, 0.5)
"""Scales, the usual one first. A smaller figure is drawn anew, so that its lines stay as wide."""

_LEAST = 0.05
"""No figure is drawn smaller, whatever its words ask for."""

Place = tuple[float, float]
"""Millimetres that a figure may be wide and high."""

PLACES: tuple[Place, ...] = ((47.0, 60.0), (47.0, 48.0), (42.5, 34.0))
"""The place beside the only line of a sheet, beside each of two, and of three and more, which have to share a page with
all else (house values, tried on 16 drafted sheets)."""

_FIRST = {PLACES[0]: 0.85, PLACES[1]: 0.85, PLACES[2]: 0.7}
"""The scale to look at first: that of most figures in such a place."""

GROWN = 1.4
"""Large print enlarges the finished drawing, its lines too."""

_SLACK = 0.05
"""Millimetres that a rounded size may be over."""

_SIZE = re.compile(r'(<svg\b[^>]*?\s)width="([0-9.]+)mm"\s+height="([0-9.]+)mm"')


def drawn(shown: Iterable[Shown], place: Place, large: bool = False) -> Mapping[str, str]:
    """The SVG text of each figure by its name.

    Args:
        shown: the figures of the document.
        place: of each figure.
        large: for large print; the finished drawings are enlarged.
    """
    figures = tuple(shown)
    zoom = _scale(figures, place)
    made = {figure.name: each for figure in figures if (each := _drawing(figure, zoom))}
    return {name: _grown(each.svg) if large else each.svg for name, each in made.items()}


def _scale(figures: tuple[Shown, ...], place: Place) -> float:
    """The largest scale at which each figure fits; a smaller one for all where one is larger than any should be.

    Few drawings are made to find it: a figure grows at most by as much as its scale, since numbers and lines do not, so
    at a larger one only those without that much room have to be looked at.
    """
    begin = _FIRST.get(place, ZOOMS[0])
    rooms = {figure: _room(each, place) for figure in figures if (each := _drawing(figure, begin))}
    tightest = sorted(rooms, key=lambda figure: rooms[figure])
    if min(rooms.values(), default=1.0) >= 1:
        best = begin
        for zoom in sorted(each for each in ZOOMS if each > begin):
            if not all(_fits(figure, zoom, place) for figure in tightest if rooms[figure] < zoom / begin):
                break
            best = zoom
        return best
    for zoom in (each for each in ZOOMS if each < begin and each / begin <= rooms[tightest[0]]):
        if all(_fits(figure, zoom, place) for figure in tightest):
            return zoom
    return _smaller(figures, place)


def _smaller(figures: tuple[Shown, ...], place: Place) -> float:
    """The scale for a figure that none of the usual ones is small enough for."""
    zoom = ZOOMS[-1]
    while zoom > _LEAST and (share := min(_room(each, place) for each in _all(figures, zoom))) < 1:
        zoom = max(round(zoom * share * 0.97, 3), _LEAST)
    return zoom


def _all(figures: tuple[Shown, ...], zoom: float) -> list[Drawing]:
    return [each for figure in figures if (each := _drawing(figure, zoom))]


def _room(drawing: Drawing, place: Place) -> float:
    """How many times the drawing would fit its place."""
    return min((place[0] + _SLACK) / drawing.width, (place[1] + _SLACK) / drawing.height)


def _fits(figure: Shown, zoom: float, place: Place) -> bool:
    drawing = _drawing(figure, zoom)
    return drawing is None or _room(drawing, place) >= 1


def _drawing(figure: Shown, zoom: float) -> Drawing | None:
    return door.picture(figure.key, figure.exercise, figure.mirrored, zoom)


def _grown(svg: str) -> str:
    """The same drawing, larger as a whole."""
    return _SIZE.sub(lambda m: f'{m[1]}width="{_more(m[2])}mm" height="{_more(m[3])}mm"', svg, count=1)


def _more(size: str) -> str:
    return f"{float(size) * GROWN:.1f}"


def of_view(view: View) -> Mapping[str, str]:
    """The figures that stand beside the lines of a handout, by their names; none in another document."""
    if not isinstance(view, HandoutView) or not view.figures:
        return {}
    return drawn(view.figures, place_of(view), view.large)


def place_of(view: HandoutView) -> Place:
    """The place that each figure of a sheet has; large print, which takes more pages, has room enough."""
    return PLACES[0] if view.large else PLACES[min(len(view.lines), len(PLACES)) - 1]
