"""A figure as one SVG: its poses as panels, numbered as the steps of the text beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from . import arrows, person, props, room
from .camera import Camera
from .crops import belongs, window_of, zoom_of
from .figure import Arrow, Figure
from .layers import Part
from .paint import paint
from .paths import number, thickness
from .posing import Posed, pose
from .room import Box, join
from .style import ACCENT, INK, PAPER, SCALE

_BETWEEN = 6.0
_BADGE, _BADGE_REACH, _BADGE_APART = 6.4, 7.8, 0.8
"""Radius of a number, with its ring and the white round it, and the least from there to what is drawn beside it, cm."""
_MARGIN = 1.5
# The numbers of panels, drawn: as text they would be read and copied with the words beside, in whatever font there is.
DIGITS = {
    "1": "M-1.7-1.9.7-3.4V3.4",
    "2": "M-2.2-1.7C-1.9-4.2 2.3-4.1 2.1-1.5 2 .2-.9 1.7-2.3 3.4H2.4",
    "3": "M-2.1-2.8C-.9-3.9 2-3.6 2-1.8 2-.5.9-.1-.4-.1 1-.1 2.3.4 2.3 1.7 2.3 3.9-1 4.1-2.4 2.7",
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture.

    Attributes:
        svg: the whole of it, with its size in millimetres.
        width, height: on paper, mm.
    """

    svg: str
    width: float
    height: float


@dataclass(slots=True)
class Panel:
    """One pose, painted.

    Attributes:
        svg: its shapes, and over them its arrows.
        box: what it takes on its page, cm.
        posed: the pose.
        order: its parts from the farthest to the nearest.
        arrows: its arrows.
        window: the part of the page that a crop shows; none for all.
    """

    svg: str
    box: Box
    posed: Posed
    order: list[Part]
    arrows: list[arrows.Drawn]
    window: Box | None = None


@dataclass(frozen=True, slots=True)
class Painted:
    """One pose, painted at its natural size: what does not change when the picture is drawn larger or smaller.

    Attributes:
        svg: its shapes, with the lines of the usual size.
        box: what they take on their page, cm.
        posed: the pose.
        order: its parts from the farthest to the nearest.
        arrows: what moves, still to be drawn.
        camera: of the page.
        window: the part of the page that a crop shows; none for all.
    """

    svg: str
    box: Box
    posed: Posed
    order: list[Part]
    arrows: tuple[Arrow, ...]
    camera: Camera
    window: Box | None = None


def draw(
    figure: Figure, name: str, *, posed: Sequence[Posed] | None = None, mirrored: bool = False, zoom: float = 1.0,
    alternative: str = "", painted: Sequence[Painted] | None = None,
) -> Drawing:  # fmt: skip
    """The picture of a figure.

    Args:
        figure: as it was read.
        name: its id; ids inside the SVG begin with it.
        posed: its poses, where they are solved already.
        mirrored: draw the other side.
        zoom: size on paper; lines keep their printed width.
        alternative: its words for a reader who cannot see it; empty where the page says it otherwise.
        painted: what `paint_all` gave for the same figure, name and side, so that it is not painted again.
    """
    whole = zoom_of(figure, zoom)
    ready = paint_all(figure, name, posed or pose(figure), mirrored) if painted is None else painted
    return _sheet(figure, [_panel(one, whole) for one in ready], whole, alternative)


def panels(figure: Figure, name: str, posed: Sequence[Posed], mirrored: bool, zoom: float) -> list[Panel]:
    """The panels of a figure, each on a page of its own."""
    return [_panel(one, zoom) for one in paint_all(figure, name, posed, mirrored)]


def paint_all(figure: Figure, name: str, posed: Sequence[Posed], mirrored: bool) -> list[Painted]:
    """The poses that a figure shows, painted."""
    camera = Camera(figure.view, mirrored)
    if figure.layout in ("single", "ghost"):
        return [_paint(figure, name, posed, len(posed) - 1, camera)]
    return [_paint(figure, name, posed, n, camera) for n in range(len(posed))]


def _paint(figure: Figure, name: str, posed: Sequence[Posed], n: int, camera: Camera) -> Painted:
    one = posed[n]
    last = n == len(posed) - 1
    stance = one.stance
    zones = figure.zones if last or figure.zones_in_all else ()
    zones = zones if stance.zones is None else stance.zones
    near = figure.crop.startswith(("hand.", "foot."))
    body = person.parts(one.body, camera, 1, zones=zones, fingers=near, closed_eyes=stance.closed_eyes)
    if near:
        body = {name: part for name, part in body.items() if belongs(name, figure.crop, one)}
    things, scene = props.build(figure.props if stance.props is None else stance.props, one, camera)
    shapes, order = paint([*body.values(), *things], figure.over)
    everything = order
    if figure.layout == "ghost" and n:
        pale = person.parts(posed[0].body, camera, 2, ghost=True)
        before, ghosts = paint(list(pale.values()))
        shapes, everything = [*before, *shapes], [*order, *ghosts]
    bare = not scene.floor and figure.crop not in ("", "waist-down", "foot.left", "foot.right")
    behind, box = room.draw(scene, everything, camera, bare)
    svg = "".join([*behind, *shapes])
    window = None
    if figure.crop:
        window = window_of(figure.crop, posed, one, order, camera, box)
        svg = _clipped(svg, f"{name}-c{n}", window)
        box = window
    given = stance.arrows if stance.arrows is not None else figure.arrows if last else ()
    return Painted(svg, box, one, order, given, camera, window)


def _panel(one: Painted, zoom: float) -> Panel:
    """A painted pose at a size: lines as wide in print as ever, arrows with heads as large."""
    drawn = [arrows.draw(arrow, one.posed, one.camera, zoom) for arrow in one.arrows]
    left, low, right, high = join(one.box, *(arrow.box() for arrow in drawn))
    svg = _widths(one.svg, zoom) + "".join(arrow.svg for arrow in drawn)
    box = (left - _MARGIN, low - _MARGIN, right + _MARGIN, high + _MARGIN)
    return Panel(svg, box, one.posed, one.order, drawn, one.window)


def _widths(svg: str, zoom: float) -> str:
    """Line widths of body and things, made for a zoom of 1, as they have to be for another."""
    if zoom == 1:
        return svg
    head, *rest = svg.split('stroke-width="')
    out = [head]
    for piece in rest:
        value, _, tail = piece.partition('"')
        out.append(f'{thickness(max(0.05, float(value) / zoom))}"{tail}')
    return 'stroke-width="'.join(out)


def _clipped(svg: str, id: str, window: Box) -> str:
    left, low, right, high = window
    rect = (f'<rect x="{number(left)}" y="{number(-high)}" width="{number(right - left)}"'
            f' height="{number(high - low)}"/>')  # fmt: skip
    return f'<clipPath id="{id}">{rect}</clipPath><g clip-path="url(#{id})">{svg}</g>'


def _sheet(figure: Figure, made: Sequence[Panel], zoom: float, alternative: str) -> Drawing:
    """The panels side by side, or one below the other, each with its number or mark."""
    many = len(made) > 1
    shapes: list[str] = []
    boxes: list[Box] = []
    right = low = 0.0
    for n, panel in enumerate(made):
        x0, y0, x1, y1 = panel.box
        dx = dy = 0.0
        room = _room(panel, zoom) if many else 0.0
        if figure.layout == "pair":
            dx = right + room - x0
            right += room + x1 - x0 + _BETWEEN / zoom
        elif figure.layout == "stack":
            dy = low - y1 if n else 0.0
            low = (y0 if not n else low - (y1 - y0)) - _BETWEEN / zoom
        shift = f' transform="translate({number(dx)} {number(-dy)})"' if dx or dy else ""
        shapes.append(f"<g{shift}>{panel.svg}</g>")
        boxes.append((x0 + dx, y0 + dy, x1 + dx, y1 + dy))
        if many:
            reach = _BADGE_REACH / zoom
            x, y = x0 + dx - room + reach, y1 + dy - reach
            shapes.append(_badge(x, y, panel.posed.stance.mark or str(n + 1), zoom))
            boxes.append((x - reach, y - reach, x + reach, y + reach))
    left, bottom, end, top = join(*boxes)
    width, height = end - left, top - bottom
    paper = SCALE * zoom
    view = f"{number(left)} {number(-top)} {number(width)} {number(height)}"
    named = f' role="img" aria-label={quoteattr(alternative)}' if alternative else ' aria-hidden="true"'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{width * paper:.1f}mm"'
        f' height="{height * paper:.1f}mm"{named}><g stroke-linecap="round" stroke-linejoin="round">'
        f"{''.join(shapes)}</g></svg>"
    )
    return Drawing(svg, round(width * paper, 1), round(height * paper, 1))


def _room(panel: Panel, zoom: float) -> float:
    """How far a panel has to give way to the right, so that its number fits into its upper left corner."""
    left, _, _, top = panel.box
    under = top - 2 * _BADGE_REACH / zoom
    discs = (disc for part in panel.order for hull in part.discs for disc in hull)
    taken = [x - r for x, y, r in discs if y + r > under and (panel.window is None or y - r < panel.window[3])]
    taken += [point[0] - 3 for arrow in panel.arrows for point in arrow.points if point[1] > under - 3]
    free = max(min(taken, default=panel.box[2]), left) - left
    return max(0.0, (2 * _BADGE_REACH + _BADGE_APART) / zoom - free)


def _badge(x: float, y: float, what: str, zoom: float) -> str:
    """The number of a step, white on a dark disc; a tick on a dark disc, a cross in a ring."""
    place = f'<g transform="translate({number(x)} {number(-y)}) scale({1 / zoom:.3g})">'
    if what == "tick":
        mark = '<path d="M-3.4.2-1 2.9 3.6-2.8" fill="none" stroke="#fff" stroke-width="1.9"/>'
        return f'{place}<circle r="7" fill="{INK}"/>{mark}</g>'
    if what == "cross":
        mark = f'<path d="M-2.9-2.9 2.9 2.9M2.9-2.9-2.9 2.9" stroke="{ACCENT}" stroke-width="2"/>'
        return f'{place}<circle r="7" fill="#fff" stroke="{ACCENT}" stroke-width="1.6"/>{mark}</g>'
    text = f'<path d="{DIGITS[what]}" fill="none" stroke="{PAPER}" stroke-width="1.7"/>'
    return f'{place}<circle r="{_BADGE}" fill="{INK}"/>{text}</g>'
