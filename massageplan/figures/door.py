"""The way in: the `figure` of an exercise to a drawing. What it needs is loaded when the first figure is drawn."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .drawing import Drawing, Painted
    from .figure import Figure
    from .posing import Posed

NONE = "none"
"""What an exercise says that has no posture to show."""


def key_of(data: object) -> str:
    """A figure as its file has it in one text, by which it is known again; empty where there is none to draw."""
    return json.dumps(data, ensure_ascii=False) if isinstance(data, dict) else ""


@lru_cache(maxsize=512)
def figure_of(key: str) -> Figure | None:
    """The figure behind a key; none where it has a fault (`reading.read` says which)."""
    from .reading import read

    data: Mapping[str, Any] = json.loads(key)
    return read(data).figure


@lru_cache(maxsize=512)
def posed_of(key: str) -> tuple[Posed, ...]:
    """The solved poses of a figure without a fault, in order."""
    from .posing import pose

    figure = figure_of(key)
    return tuple(pose(figure)) if figure else ()


@lru_cache(maxsize=512)
def _painted_of(key: str, name: str, mirror: bool) -> tuple[Painted, ...]:
    from .drawing import paint_all

    figure = figure_of(key)
    return tuple(paint_all(figure, name, posed_of(key), mirror)) if figure else ()


@lru_cache(maxsize=1024)
def picture(key: str, name: str, mirror: bool = False, zoom: float = 1.0, alternative: str = "") -> Drawing | None:
    """A figure drawn, once for all who ask for the same.

    Args:
        key: of `key_of`.
        name: of the exercise; ids inside the drawing begin with it.
        mirror: whether it is the one for the other side.
        zoom: of the size; lines keep their width.
        alternative: what it shows, in words; empty where the page tells it.

    Returns:
        The drawing; none where the figure has a fault.
    """
    from .drawing import draw

    figure = figure_of(key)
    if figure is None:
        return None
    painted = _painted_of(key, name, mirror)
    return draw(figure, name, painted=painted, mirrored=mirror, zoom=zoom, alternative=alternative)
