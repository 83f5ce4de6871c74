"""What shades and patterns mean, as a small picture with its words."""

from __future__ import annotations

from collections.abc import Sequence

from . import patterns
from .drawing import Drawing, finished
from .letters import text, width
from .look import EDGE, FILL, ON_FILL, PATTERN_MM, POINT_MM, Pattern, Shade, attributes
from .shapes import Zone, polygon

_WIDE, _TALL, _GAP = 7.8, 4.2, 2.0
"""A sample and the room after it, millimetres."""


def key(
    shades: Sequence[tuple[Shade, str]], kinds: Sequence[tuple[Pattern, str]], name: str, size: float = 9.0,
    alternative: str = "",
) -> Drawing:  # fmt: skip
    """Samples of shades, and below them of patterns, three to a row, each with its word.

    Args:
        name: begins every id of the file.
        size: of type, points.
    """
    unit = 10.0
    type_ = size * POINT_MM * unit
    rows: list[list[tuple[Shade, Pattern, str]]] = [[(shade, "plain", word) for shade, word in shades]]
    samples: list[tuple[Shade, Pattern, str]] = [("medium", pattern, word) for pattern, word in kinds]
    rows += [samples[n : n + 3] for n in range(0, len(samples), 3)]
    across = (_WIDE + _GAP) * unit + max((width(word, type_) for row in rows for *_, word in row), default=0.0)
    parts = []
    for n, row in enumerate(rows):
        for m, (shade, pattern, word) in enumerate(row):
            x, y = m * (across + 2 * _GAP * unit), n * (_TALL + _GAP) * unit
            parts.append(_sample(x, y, shade, pattern, f"{name}-{n}-{m}"))
            parts.append(text(x + (_WIDE + 1) * unit, y + _TALL * unit / 2 + 0.36 * type_, word, type_))
    most = max(map(len, rows))
    box = (-3.0, -3.0, most * across + (most - 1) * 2 * _GAP * unit + 6, (len(rows) * (_TALL + _GAP) - _GAP) * unit + 6)
    return finished("".join(parts), box, 1.0, alternative)


def _sample(x: float, y: float, shade: Shade, pattern: Pattern, name: str) -> str:
    left, top, right, end = int(x), int(y), int(x + _WIDE * 10), int(y + _TALL * 10)
    zone = Zone(((left, top), (right, top), (right, end), (left, end)), ((left + right) // 2, (top + end) // 2))
    box = polygon(zone.ring)
    lines, filled = patterns.marks(zone, pattern, 10.0)
    look = (
        attributes(fill=ON_FILL[shade])
        if filled
        else attributes(fill="none", stroke=ON_FILL[shade], stroke_width=PATTERN_MM * 10)
    )
    drawn = f'<g clip-path="url(#{name})"><path d="{lines}"{look}/></g>' if lines else ""
    clip = f'<clipPath id="{name}"><path d="{box}"/></clipPath>' if lines else ""
    edge = attributes(d=box, fill="none", stroke=EDGE[shade], stroke_width=1.6)
    dots = attributes(stroke_dasharray="4.5 4.5") if shade == "none" else ""
    return f"{clip}<path{attributes(d=box, fill=FILL[shade])}/>{drawn}<path{edge}{dots}/>"
