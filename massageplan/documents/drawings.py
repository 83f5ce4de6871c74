"""The figures of one document: all at one scale, the largest at which each fits its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..figures import door

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..figures.drawing import Drawing
    from .view import Shown, View

ZOOMS = (1.0, 0.85, 0.7, 0.6, 0.5)
"""Scales, the usual one first. A smaller figure is drawn anew, so that its lines stay as wide."""

_LEAST = 0.05
"""No figure is drawn smaller, whatever its words ask for."""

WIDE = 47.0
"""Millimetres of the column for pictures on a handout."""

GROWN = 1.4
"""Large print enlarges the finished drawing, its lines too."""

_SLACK = 0.05
"""Millimetres that a rounded size may be over."""

_SIZE = re.compile(r'(<svg\b[^>]*?\s)width="([0-9.]+)mm"\s+height="([0-9.]+)mm"')


def drawn(shown: Iterable[Shown], high: float, large: bool = False) -> Mapping[str, str]:
    """The SVG text of each figure by its name.

    Args:
        shown: the figures of the document.
        high: millimetres that a figure may be high.
        large: for large print; the finished drawings are enlarged.
    """
    figures = tuple(shown)
    zoom = _scale(figures, high)
    made = {figure.name: each for figure in figures if (each := _drawing(figure, zoom))}
    return {name: _grown(each.svg) if large else each.svg for name, each in made.items()}


def _scale(figures: tuple[Shown, ...], high: float) -> float:
    """The largest scale at which each figure fits; a smaller one for all where one is larger than any should be.

    A smaller drawing is never smaller than its share of the usual one, as numbers and lines do not shrink with it: a
    scale at which that share is too large already is not tried.
    """
    drawings = _all(figures, ZOOMS[0])
    share = min(_room(each, high) for each in drawings) if drawings else ZOOMS[0]
    for zoom in ZOOMS:
        if zoom <= share and all(_fits(each, high) for each in _all(figures, zoom)):
            return zoom
    zoom = ZOOMS[-1]
    while zoom > _LEAST and (share := min(_room(each, high) for each in _all(figures, zoom))) < 1:
        zoom = max(round(zoom * share * 0.97, 3), _LEAST)
    return zoom


def _all(figures: tuple[Shown, ...], zoom: float) -> list[Drawing]:
    return [each for figure in figures if (each := _drawing(figure, zoom))]


def _room(drawing: Drawing, high: float) -> float:
    """How many times the drawing would fit its place."""
    return min((WIDE + _SLACK) / drawing.width, (high + _SLACK) / drawing.height)


def _fits(drawing: Drawing, high: float) -> bool:
    return _room(drawing, high) >= 1


def _drawing(figure: Shown, zoom: float) -> Drawing | None:
    return door.picture(figure.key, figure.exercise, figure.mirrored, zoom)


def _grown(svg: str) -> str:
    """The same drawing, larger as a whole."""
    return _SIZE.sub(lambda m: f'{m[1]}width="{_more(m[2])}mm" height="{_more(m[3])}mm"', svg, count=1)


def _more(size: str) -> str:
    return f"{float(size) * GROWN:.1f}"


def of_view(view: View) -> Mapping[str, str]:
    """The figures that stand beside the lines of a handout, by their names; none in another document."""
    figures: tuple[Shown, ...] = getattr(view, "figures", ())
    return drawn(figures, height(len(figures)), view.large) if figures else {}


def height(count: int) -> float:
    """Millimetres that a figure may be high on a sheet with so many: with few there is room, and three share a page."""
    return 60.0 if count == 1 else 48.0 if count == 2 else 36.0
