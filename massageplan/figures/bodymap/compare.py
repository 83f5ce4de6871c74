"""Then and now: two bodies that face one list, with leaders from both sides to the same line."""

from __future__ import annotations

from collections.abc import Sequence

from ...frozen import Frozen
from .drawing import TEXT, Drawing, bottom, ends, finished, heads, placed
from .figure import Figure
from .leaders import Label, leader, reach, ring, spread
from .letters import LINE, broken, text, width
from .look import POINT_MM, SCALE
from .shapes import HALF, TOP, View
from .spots import Captions, Spot, views_with

NOT_LISTED = "–"
"""Stands for a date at which a place was not listed."""

RING_ROOM = 1.15
"""Half of what a ring takes of the list, in sizes of type."""

LIST_MM = 34.0
"""Widest line of the list, millimetres."""


class Row(Frozen):
    """One line of the list.

    Attributes:
        then, now: the spot at either date; None where it was not listed.
    """

    then: Spot | None
    now: Spot | None

    @property
    def spot(self) -> Spot:
        """The newer of both."""
        spot = self.now or self.then
        assert spot is not None
        return spot


def compare(
    then: Sequence[Spot],
    now: Sequence[Spot],
    name: str,
    *,
    views: Sequence[View] | None = None,
    scale: float = SCALE,
    size: float = TEXT,
    captions: Captions | None = None,
    alternative: str = "",
) -> Drawing:
    """Two dates side by side, a row of bodies for each view that has a spot at either.

    Args:
        then, now: spots with the same keys for the same things.
        captions: `then` and `now` are the words above the bodies, such as two dates.
    """
    seen = tuple(views) if views is not None else views_with([*then, *now]) or ("back",)
    words, unit = captions or Captions(), 10 / scale
    type_ = size * POINT_MM * unit
    rows = {view: _rows(then, now, view) for view in seen}
    middle = max((_wide(row, type_, unit) for each in rows.values() for row in each), default=0.0)
    column = middle + 4 * RING_ROOM * type_
    y, parts = 0.0, list[str]()
    for view in seen:
        inside, tall = _pair(view, rows[view], (then, now), column, type_, unit, f"{name}-{view}", words)
        parts.append(f'<g transform="translate(0 {y:.0f})">{inside}</g>')
        y += tall
    lacking = tuple(dict.fromkeys(spot.key for spot in (*then, *now) if not any(spot.within(view) for view in seen)))
    return finished("".join(parts), (0, TOP - 3.1 * type_, 4 * HALF + column, y), scale, alternative, lacking)


def _rows(then: Sequence[Spot], now: Sequence[Spot], view: View) -> list[Row]:
    """What a view shows, each thing once."""
    old, new = ({spot.key: spot for spot in spots if spot.within(view)} for spots in (then, now))
    return [Row(old.get(key), new.get(key)) for key in {**old, **new}]


def _wide(row: Row, size: float, unit: float) -> float:
    name, more = _lines(row, size, unit)
    return max([width(line, size, True) for line in name] + [width(line, size) for line in more], default=0.0)


def _lines(row: Row, size: float, unit: float) -> tuple[list[str], list[str]]:
    """Its words: where, and of what kind; of both dates where these differ."""
    most = LIST_MM * unit
    kinds = dict.fromkeys(spot.more for spot in (row.then, row.now) if spot and spot.more)
    return broken(row.spot.name, most, size, bold=True), broken(" → ".join(kinds), most, size)


def _pair(
    view: View, rows: Sequence[Row], spots: Sequence[Sequence[Spot]], column: float, size: float, unit: float,
    name: str, words: Captions,
) -> tuple[str, float]:  # fmt: skip
    """Two bodies of a view with their list, and how tall they are."""
    middles = (HALF, 3 * HALF + column)
    end = max(bottom(view, each) for each in spots)
    parts = []
    for middle, each, head, when in zip(middles, spots, (words.then, words.now), ("then", "now"), strict=True):
        parts.append(placed(Figure(view, unit, f"{name}-{when}").draw(each), middle))
        parts.append(text(middle, TOP - 2.1 * size, head, size * 1.1, bold=True, anchor="middle"))
        parts.append(heads(view, middle, TOP - 0.7 * size, size, words))
    by_label = {_label(row, view, middles, size, unit): row for row in rows}
    placed_rows = spread(list(by_label), TOP, end, size, 2 * HALF + RING_ROOM * size)
    for label, y in placed_rows:
        row = by_label[label]
        parts.append(_line(row, view, middles, column, y, size, unit))
        lines = [(line, True) for line in label.name] + [(line, False) for line in label.more]
        up = 0.06 if len(lines) > 1 else -0.36
        for n, (line, bold) in enumerate(lines):
            at = y - up * size + n * LINE * size
            parts.append(text(2 * HALF + column / 2, at, line, size, bold, anchor="middle"))
        end = max(end, y + label.below(size) + 0.3 * size)
    return "".join(parts), end - TOP + 3.4 * size


def _label(row: Row, view: View, middles: tuple[float, float], size: float, unit: float) -> Label:
    """As `spread` needs it: the ends on the body that has the place, as if all rings stood on its right."""
    name, more = _lines(row, size, unit)
    return Label(ends(row.spot, view, middles[0]), row.spot.number, tuple(name), tuple(more))


def _line(row: Row, view: View, middles: tuple[float, float], column: float, y: float, size: float, unit: float) -> str:
    """Both rings of a row with their leaders."""
    out = []
    edges = (2 * HALF + RING_ROOM * size, 2 * HALF + column - RING_ROOM * size)
    for spot, middle, x, way in zip((row.then, row.now), middles, edges, (-1, 1), strict=True):
        said = spot.number if spot else NOT_LISTED
        if spot:
            label = Label(ends(spot, view, middle, left=way > 0), said)
            out.append(leader(label, x + way * reach(said, size), y, unit))
        out.append(ring(said, x, y, size, unit))
    return "".join(out)
