"""Ear, eyes, nose and mouth: what shows which way a person looks."""

from __future__ import annotations

from . import flesh
from .body import SIDES, Body
from .camera import Camera, Point
from .outline import contains, polygon
from .paths import Pen, closed_curves, number, thickness
from .style import LINE, Style
from .vectors import turned, unit

_THIN = 0.8
"""Width of the lines of a face, cm."""
_EYE, _RIM = 0.0185, 1.5
"""An eye from the middle of the face, share of stature; and the least from it to the outline, cm."""


def drawn(body: Body, camera: Camera, style: Style, closed_eyes: bool) -> list[str]:
    """SVG of what is on a face, as far as it is turned to the camera."""
    matrix = body.frames["head"][0]

    def at(x: float, y: float, z: float) -> Point:
        return camera.page(flesh.head_point(body, (x, y, z)))

    out: list[str] = []
    front = camera.sees(body.front("head"))
    opened = body.angle("jaw", "open")
    for _, side in SIDES:
        if camera.sees(turned(matrix, (0.0, float(side), 0.0))) > 0.25:
            ear = [(*at(-0.012, side * 0.045, 0.404), 2.4), (*at(-0.014, side * 0.044, 0.390), 1.7)]
            out.append(f'<path d="{closed_curves([polygon(ear)])}" fill="{style.fill}" stroke="{style.ink}"'
                       f' stroke-width="{thickness(LINE * 0.75)}"/>')  # fmt: skip
        y = _eye(body, camera, side)
        if y is not None:
            if closed_eyes:
                lid = (at(0.0530, y + side * 0.007, 0.402), at(0.0545, y, 0.398), at(0.0560, y - side * 0.007, 0.402))
                out.append(_line(lid, style.ink, 1.0))
            else:
                x, y = at(0.0545, y, 0.402)
                out.append(f'<circle cx="{number(x)}" cy="{number(-y)}" r="1.1" fill="{style.ink}"/>')
    if front > 0.8:
        out.append(_line((at(0.06, 0.003, 0.397), at(0.066, 0.007, 0.385), at(0.062, -0.004, 0.382)), style.ink, _THIN))
    if front > 0.5 and opened > 6:
        low = 0.366 - 0.0011 * opened
        mouth = [(*at(0.054, y, z), r) for y, z, r in ((0.006, 0.364, 0.9), (-0.006, 0.364, 0.9), (0.0, low, 1.3))]
        out.append(f'<path d="{closed_curves([polygon(mouth)])}" fill="{style.hair}"/>')
    elif front > 0.5:
        a, b, c = at(0.053, 0.012, 0.366), at(0.057, 0, 0.363), at(0.053, -0.012, 0.366)
        pen = Pen()
        pen.move(a)
        pen.curve(b, b, c)
        out.append(f'<path d="{pen}" fill="none" stroke="{style.ink}" stroke-width="{_THIN}"/>')
    elif front > -0.3 and opened > 6:
        a, b = at(0.050, 0, 0.366 - 0.0006 * opened), at(0.026, 0, 0.370 - 0.0003 * opened)
        out.append(_line((a, b), style.ink, 1.2))
    return out


def _eye(body: Body, camera: Camera, side: int) -> float | None:
    """How far left an eye is, share of stature; the far one moves in until it is inside the outline. None: not seen."""
    matrix = body.frames["head"][0]
    if camera.sees(unit(turned(matrix, (1.0, side * 0.55, 0.0)))) < 0.22:
        return None
    if camera.sees(turned(matrix, (0.0, float(side), 0.0))) > -0.1:
        return side * _EYE
    outlines = [polygon(camera.discs(hull)) for hull in flesh.face(body)]
    for share in (1.0, 0.8, 0.6, 0.4):
        x, y = camera.page(flesh.head_point(body, (0.0545, side * _EYE * share, 0.402)))
        rim = ((x - _RIM, y), (x + _RIM, y), (x, y - _RIM), (x, y + _RIM))
        if all(contains(outlines, point) for point in rim):
            return side * _EYE * share
    return None


def _line(points: tuple[Point, ...], ink: str, width: float) -> str:
    pen = Pen()
    pen.move(points[0])
    pen.line(*points[1:])
    return f'<path d="{pen}" fill="none" stroke="{ink}" stroke-width="{width}"/>'
