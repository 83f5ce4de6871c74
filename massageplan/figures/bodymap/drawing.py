"""The body map as SVG: pure functions of what is felt; the same spots give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ...frozen import Frozen
from .figure import Figure
from .leaders import Label, leader, reach, ring, spread
from .letters import broken, paragraph, readable, text, width
from .look import POINT_MM, SCALE, SECOND, number
from .shapes import BOTTOM, HALF, ON_SOLE, SOLES_BOTTOM, TOP, View, body
from .spots import Captions, Spot, views_with

TEXT = 10.0
"""Size of type, points."""

LABEL_MM = 42.0
"""Widest line beside a body, millimetres."""


class Drawing(Frozen):
    """A finished drawing.

    Attributes:
        svg: the file.
        width, height: millimetres on paper.
        lacking: keys of spots with no zone in its views: they are to be told in words.
    """

    svg: str
    width: float
    height: float
    lacking: tuple[str, ...] = ()


def outline(view: View, scale: float = SCALE, name: str = "body") -> Drawing:
    """A blank body to draw on: no zones, no words, no room besides.

    Args:
        scale: millimetres on paper for a centimetre of body.
    """
    half = max(x for x, _ in body(view).curves["outline"]) + 8
    return finished(Figure(view, 10 / scale, name).draw(()), (-half, TOP + 10, 2 * half, BOTTOM - TOP - 10), scale)


def draw(
    spots: Sequence[Spot],
    name: str,
    *,
    views: Sequence[View] | None = None,
    scale: float = SCALE,
    size: float = TEXT,
    captions: Captions | None = None,
    alternative: str = "",
) -> Drawing:
    """The map with a number, a place and its words for each spot, at the right of its body.

    Args:
        name: begins every id of the file, so that two maps can stand in one page.
        views: which bodies; those that have a spot where None, from behind where there is none.
        scale: millimetres on paper for a centimetre of body; lines and letters keep their size.
        size: of type, points.
        captions: the words right and left.
        alternative: the whole in words.
    """
    seen = tuple(views) if views is not None else views_with(spots) or ("back",)
    unit = 10 / scale
    type_ = size * POINT_MM * unit
    words = captions or Captions()
    end = max(bottom(view, spots) for view in seen)
    top, x, parts = TOP - 1.7 * type_, 0.0, list[str]()
    for view in seen:
        middle = x + HALF
        parts.append(placed(Figure(view, unit, name).draw(spots), middle))
        parts.append(heads(view, middle, TOP - 0.7 * type_, type_, words))
        labels = [_label(spot, view, middle, type_, unit) for spot in spots if spot.within(view)]
        drawn, wide, low = _beside(labels, x + 2 * HALF, TOP, end, type_, unit)
        parts.append(drawn)
        x, end = x + 2 * HALF + wide, max(end, low)
    lacking = tuple(spot.key for spot in spots if not any(spot.within(view) for view in seen))
    return finished("".join(parts), (0, top, x, end - top), scale, alternative, lacking)


def bottom(view: View, spots: Sequence[Spot]) -> float:
    """How far down a body reaches: its soles stand below it where one is marked."""
    soles = any(zone.partition(".")[0] in ON_SOLE for spot in spots for zone in spot.within(view))
    return SOLES_BOTTOM if soles else BOTTOM


def placed(figure: str, x: float) -> str:
    """A body with its middle line at x."""
    return f'<g transform="translate({number(x)} 0)">{figure}</g>'


def heads(view: View, middle: float, y: float, size: float, words: Captions) -> str:
    """The words right and left above a body: the client's own sides."""
    first, second = (words.right, words.left) if view == "front" else (words.left, words.right)
    edge = HALF - 30
    return text(middle - edge, y, first, size, colour=SECOND) + text(
        middle + edge, y, second, size, anchor="end", colour=SECOND
    )


def ends(spot: Spot, view: View, middle: float, left: bool = False) -> tuple[tuple[float, float], ...]:
    """Where the leaders of a spot end: in each group of zones at the one nearest to the ring.

    Args:
        left: whether the ring stands on the body's left.
    """
    zones = body(view).zones
    seen = spot.within(view)
    first = seen[0].partition(".")[0] if seen else ""
    groups = spot.leads or (tuple(zone for zone in seen if zone.partition(".")[0] == first),)
    points = [[zones[zone].at for zone in group if zone in zones] for group in groups]
    nearest = [min(each, key=lambda point: point[0] if left else -point[0]) for each in points if each]
    return tuple((middle + x, float(y)) for x, y in nearest)


def _label(spot: Spot, view: View, middle: float, size: float, unit: float) -> Label:
    most = LABEL_MM * unit
    name, more = broken(spot.name, most, size, bold=True), broken(spot.more, most, size)
    return Label(ends(spot, view, middle), spot.number, tuple(name), tuple(more))


def _beside(
    labels: Sequence[Label], x: float, top: float, end: float, size: float, unit: float
) -> tuple[str, float, float]:
    """Labels in a column at x, the room they take, and how far down they reach."""
    if not labels:
        return "", 0.0, end
    half = max(reach(label.number, size) for label in labels)
    rows = spread(labels, top, end, size, x)
    words = x + 2 * half + 0.35 * size
    lines = [leader(label, x + half - reach(label.number, size), y, unit) for label, y in rows]
    parts, wide = list[str](), 0.0
    for label, y in rows:
        parts.append(ring(label.number, x + half, y, size, unit))
        up = 0.06 if len(label.name) + len(label.more) > 1 else -0.36
        parts.append(paragraph(words, y - up * size, label.name, label.more, size))
        spans = [width(line, size, True) for line in label.name] + [width(line, size) for line in label.more]
        wide = max(wide, *spans, 0.0)
    last, y = rows[-1]
    return "".join(lines + parts), words - x + wide + 0.6 * size, max(end, y + last.below(size) + 0.3 * size)


def finished(
    inside: str,
    box: tuple[float, float, float, float],
    scale: float,
    alternative: str = "",
    lacking: tuple[str, ...] = (),
) -> Drawing:
    """The file around a drawing.

    Args:
        box: left, top, width and height in units.
    """
    wide, tall = box[2] * scale / 10, box[3] * scale / 10
    said = f' aria-label="{escape(readable(alternative))}"' if alternative else ""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(number, box))}" '
        f'width="{wide:.1f}mm" height="{tall:.1f}mm" role="img"{said}>{inside}</svg>\n'
    )
    return Drawing(svg, round(wide, 1), round(tall, 1), lacking)
