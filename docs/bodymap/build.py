"""Cut the zones of the body map out of its outline, and write both as the data that massageplan draws with.

`python docs/bodymap/build.py` writes `massageplan/figures/bodymap/front.py` and `back.py`; `--check` changes nothing
and ends with 1 where one of them is not what the points give. A test runs the check.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from math import hypot
from pathlib import Path
from textwrap import fill

import points as p
import pyclipper as clip
from points import Point
from zones import ACROSS, ON_HEAD, ON_SOLE, ZONES

PLACE = Path(__file__).resolve().parents[2] / "massageplan" / "figures" / "bodymap"
FINE = 1000
"""Units of a centimetre while zones are cut."""

GAP = 0.45
"""Between the edge of a zone and its neighbour or the outline, centimetres."""

ROUNDINGS = (2.6, 2.1, 1.7, 1.35, 1.05, 0.8, 0.6, 0.4, 0.25)
KEPT = 0.93
"""Corners are rounded as far as this share of the area stays."""

Ring = list[tuple[int, int]]
Segment = tuple[Point, Point, Point, Point]


def curve(through: list[Point], closed: bool = False, corners: tuple[int, ...] = ()) -> list[Segment]:
    """Cubics through points; a handle is a third of its chord, and at a corner it points along the chord."""
    count = len(through)
    tangents: list[Point | None] = []
    for n in range(count):
        (ax, ay), (bx, by) = through[n - 1], through[(n + 1) % count]
        size = hypot(bx - ax, by - ay)
        ends = n in corners or (not closed and n in (0, count - 1))
        tangents.append(None if ends else ((bx - ax) / size, (by - ay) / size))
    segments = []
    for n in range(count if closed else count - 1):
        a, b = through[n], through[(n + 1) % count]
        chord = ((b[0] - a[0]) / 3, (b[1] - a[1]) / 3)
        third = hypot(*chord)
        start, end = tangents[n], tangents[(n + 1) % count]
        out = (start[0] * third, start[1] * third) if start else chord
        back = (end[0] * third, end[1] * third) if end else chord
        segments.append((a, (a[0] + out[0], a[1] + out[1]), (b[0] - back[0], b[1] - back[1]), b))
    return segments


def sampled(segments: list[Segment], steps: int = 6) -> list[Point]:
    """Points along cubics."""
    out = []
    for a, b, c, d in segments:
        for n in range(steps):
            t = n / steps
            w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            out.append(tuple(sum(k * q[i] for k, q in zip(w, (a, b, c, d), strict=True)) for i in (0, 1)))
    return [*out, segments[-1][3]]  # type: ignore[list-item]


def mirrored(ring: list[Point]) -> list[Point]:
    """The other half."""
    return [(-x, y) for x, y in ring]


def fine(ring: list[Point]) -> Ring:
    """A polygon in whole units."""
    return [(round(x * FINE), round(y * FINE)) for x, y in ring]


def joined(kind: int, subjects: list[Ring], clips: list[Ring]) -> list[Ring]:
    """Union, intersection or difference."""
    work = clip.Pyclipper()
    work.AddPaths(subjects, clip.PT_SUBJECT, True)
    if clips:
        work.AddPaths(clips, clip.PT_CLIP, True)
    return [list(map(tuple, ring)) for ring in work.Execute(kind, clip.PFT_NONZERO, clip.PFT_NONZERO)]


def offset(ring: Ring, by: float) -> Ring:
    """The polygon grown or shrunk; its biggest piece, empty where nothing is left."""
    work = clip.PyclipperOffset(2.0, 20.0)
    work.AddPath(ring, clip.JT_ROUND, clip.ET_CLOSEDPOLYGON)
    return biggest([list(map(tuple, found)) for found in work.Execute(round(by * FINE))])


def biggest(rings: list[Ring]) -> Ring:
    """The largest of several pieces."""
    return max(rings, key=lambda ring: abs(clip.Area(ring)), default=[])


def softened(ring: Ring) -> Ring:
    """Inset by the gap, then rounded as far as its area allows."""
    base = offset(ring, -GAP)
    for radius in ROUNDINGS:
        inner = offset(base, -radius)
        soft = offset(inner, radius) if inner else []
        if soft and abs(clip.Area(soft)) > KEPT * abs(clip.Area(base)):
            return soft
    return base


def outline(view: str) -> list[Segment]:
    """One half of the body from the neck to the crotch."""
    arm = [*p.NECK, *p.ARM_OUTSIDE]
    hand = [*arm, *p.HAND, *p.ARM_INSIDE]
    whole = [*hand, p.ARMPIT, *p.TRUNK, *p.LEG_OUTSIDE, *p.FEET[view], *p.LEG_INSIDE, p.CROTCH]
    return curve(whole, corners=(len(hand), len(whole) - 1, len(arm) - 1))


def half_body(view: str) -> list[Point]:
    """One half of the body as a polygon."""
    return [*sampled(outline(view)), p.CROTCH, (0, 18.5)]


def head() -> list[Ring]:
    """Head and ears."""
    half, ear = sampled(curve(p.HEAD)), sampled(curve(p.EAR), 5)
    whole = half + mirrored(half)[::-1]
    return joined(clip.CT_UNION, [fine(whole), oriented(ear), oriented(mirrored(ear))], [])


def oriented(ring: list[Point]) -> Ring:
    """A polygon that runs the one way round, so that unions of several keep all of them."""
    out = fine(ring)
    return out if clip.Orientation(out) else out[::-1]


def zones(view: str) -> dict[str, Ring]:
    """Each zone of the half, or the whole of one across the middle."""
    half = half_body(view)
    body = joined(clip.CT_UNION, [oriented(half), oriented(mirrored(half))], [])
    skull, right = head(), fine([(0, -5), (60, -5), (60, 210), (0, 210)])
    out = {}
    for name, ring in ZONES[view].items():
        ground = skull if name in ON_HEAD else body
        if name.startswith("neck"):
            ground = joined(clip.CT_DIFFERENCE, body, skull)
        if name not in ACROSS:
            ground = joined(clip.CT_INTERSECTION, ground, [right])
        out[name] = softened(biggest(joined(clip.CT_INTERSECTION, ground, [oriented(ring)])))
    if view == "back":
        x, y = p.SOLE_AT
        sole = fine([(x + a, y + b) for a, b in sampled(curve(p.SOLE, closed=True))])
        for name, (top, end) in ON_SOLE.items():
            band = fine([(x - 9, y + top), (x + 9, y + top), (x + 9, y + end), (x - 9, y + end)])
            out[name] = softened(biggest(joined(clip.CT_INTERSECTION, [sole], [band])))
    return out


def shorts(view: str) -> Ring:
    """What the half wears."""
    waist, hem = sampled(curve(p.WAIST[view])), sampled(curve(p.HEM))
    cloth = [*waist, (26, 79.2), (26, 103.6), *hem, (0, 104.3)]
    return biggest(joined(clip.CT_INTERSECTION, [oriented(half_body(view))], [oriented(cloth)]))


def hair(view: str) -> Ring:
    """The hair of the half."""
    if view == "front":
        cap, line = sampled(curve(p.HEAD[:5])), sampled(curve(p.HAIRLINE))
        return fine(cap + line[::-1])
    cap = [point for point in sampled(curve(p.HEAD)) if point[1] <= p.NAPE[0][1]]
    return fine([*cap, *sampled(curve(p.NAPE)), (0, 0)])


def inmost(ring: Ring) -> Point:
    """The point farthest from the edge, to a quarter of a centimetre: a leader ends there."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    middle = (sum(xs) / len(xs), sum(ys) / len(ys))
    step, best, found = FINE // 4, -1.0, middle
    for x in range(min(xs), max(xs), step):
        for y in range(min(ys), max(ys), step):
            if clip.PointInPolygon((x, y), ring) == 1:
                free = min(_away((x, y), ring[n - 1], b) for n, b in enumerate(ring))
                free -= hypot(x - middle[0], y - middle[1]) / 50  # of equals, the one in the middle
                best, found = (free, (x, y)) if free > best else (best, found)
    return (found[0] / FINE, found[1] / FINE)


def _away(a: tuple[float, float], b: tuple[int, int], c: tuple[int, int]) -> float:
    dx, dy = c[0] - b[0], c[1] - b[1]
    t = ((a[0] - b[0]) * dx + (a[1] - b[1]) * dy) / (dx * dx + dy * dy or 1)
    t = min(1.0, max(0.0, t))
    return hypot(a[0] - b[0] - t * dx, a[1] - b[1] - t * dy)


def thinned(ring: Ring, most: float = 0.05) -> Ring:
    """The polygon with no point that lies nearer than `most` centimetres to the line without it."""
    far = max(range(len(ring)), key=lambda n: hypot(ring[n][0] - ring[0][0], ring[n][1] - ring[0][1]))
    return [*_thin(ring[: far + 1], most * FINE)[:-1], *_thin([*ring[far:], ring[0]], most * FINE)[:-1]]


def _thin(line: Ring, most: float) -> Ring:
    n, away = max(((n, _away(q, line[0], line[-1])) for n, q in enumerate(line)), key=lambda pair: pair[1])
    return [line[0], line[-1]] if away <= most else [*_thin(line[: n + 1], most)[:-1], *_thin(line[n:], most)]


def tenths(path: list[Point]) -> str:
    """Points in whole millimetres: the first, then each as steps from the one before."""
    whole = [(round(x * 10), round(y * 10)) for x, y in path]
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(whole)]
    return " ".join(f"{x} {y}" for x, y in (whole[0], *steps))


def drawn(segments: list[Segment]) -> str:
    """Cubics as one run of points."""
    return tenths([segments[0][0], *(q for each in segments for q in each[1:])])


def shape(ring: Ring) -> str:
    """A polygon."""
    return tenths([(x / FINE, y / FINE) for x, y in thinned(ring)])


def tables(view: str) -> dict[str, dict[str, str]]:
    """What is written: curves, polygons, and zones with their inmost points."""
    lines = [*p.LINES[view], *p.FINGERS, p.WAIST[view], p.HEM, p.HAIRLINE if view == "front" else p.NAPE]
    curves = {"outline": drawn(outline(view)), "head": drawn(curve(p.HEAD)), "ear": drawn(curve(p.EAR))}
    if view == "back":  # the neck runs into the head: its lowest stretch stays open
        curves |= {"skull": drawn(curve(p.HEAD[:-2])), "spine": drawn(curve(p.SPINE))}
        x, y = p.SOLE_AT
        curves["sole"] = drawn(curve([(x + a, y + b) for a, b in p.SOLE], closed=True))
    curves |= {f"line-{n}": drawn(curve(line)) for n, line in enumerate(lines, 1)}
    curves |= {f"middle-{n}": drawn(curve(line)) for n, line in enumerate(p.MIDDLE[view], 1)}
    cut = zones(view)
    return {
        "CURVES": curves,
        "SHAPES": {"shorts": shape(shorts(view)), "hair": shape(hair(view))},
        "ZONES": {name: f"{tenths([inmost(ring)])} {shape(ring)}" for name, ring in cut.items()},
    }


_MEANING = {
    "CURVES": "Cubics: where each begins, then steps; three points a piece.",
    "SHAPES": "Filled polygons: where each begins, then steps.",
    "ZONES": "The inmost point of each zone, then its polygon.",
}


def module(view: str) -> str:
    """The text of a data module."""
    seen = {"front": "from the front", "back": "from behind"}[view]
    parts = [f'"""The body {seen}: its left half on the page\'s right, in whole millimetres.\n\n']
    if view == "back":
        parts = [f'"""The body {seen}: its right half on the page\'s right, in whole millimetres.\n\n']
    parts.append('Written by docs/bodymap/build.py; change the points there, then run it again.\n"""\n')
    for name, rows in tables(view).items():
        text = "\n".join(
            fill(f"{key}: {row}", 118, subsequent_indent="  ", break_on_hyphens=False) for key, row in rows.items()
        )
        parts.append(f'\n{name} = """\n{text}\n"""\n"""{_MEANING[name]}"""\n')
    return "".join(parts)


def main(arguments: list[str]) -> int:
    """Run from the command line; gives the exit code."""
    stale = []
    for view in ("front", "back"):
        path, text = PLACE / f"{view}.py", module(view)
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.name)
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
    print("\n".join(stale), end="\n" if stale else "")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
