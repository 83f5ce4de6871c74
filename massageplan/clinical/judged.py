"""Which figure decides an expectation or a target, and what it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..frozen import Frozen
from .error import Error, error_of
from .rows import Measurement
from .targets import Aim, aim_of_change, aim_of_target, better, figure_of, gained, has_size, is_wrong_way, reached
from .timeline import Due, Slot
from .value import Value
from .values import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..library.catalogue import Library
    from ..records.parts import Expect
    from ..span import Span

Placed = tuple[Slot, Measurement]
When = Literal["early", "at", "late", "none"]
"""When the figure that decides was taken: before the moment, at it, after it; or there is none."""


class Judged(Frozen):
    """One measure of an expectation.

    Attributes:
        address, side: of the figures; side is None for the midline.
        start: figure it is counted from: measured, or told by the goal's `from`.
        latest: newest figure since, be it before or after the moment.
        figure: the figure that decides, None where none does.
        reached: whether that figure reaches what was expected; None where there is none.
        gain: by how much it moved the expected way, and what was needed, both in the unit of a value's ends.
        error: what a change of this measure is held against.
        can_be_told: whether the figure at the start can be held against what is expected at all; it may be words, or
            in another unit. True where there is no start yet.
        aim: what the figures are held against; None where that cannot be told.
        wrong_way: whether a worse figure than at the start is expected.
    """

    address: str
    side: str | None
    start: Value | None
    latest: Measurement | None
    figure: Measurement | None
    reached: bool | None
    gain: float | None
    needed: float | None
    error: Error | None
    can_be_told: bool = True
    aim: Aim | None = None
    wrong_way: bool = False

    @property
    def span(self) -> Span | None:
        """Where the figure that decides stands."""
        return self.figure.origin if self.figure else None


class Within(Frozen):
    """From when on figures tell of an expectation, until when, and its moment."""

    begins: Slot
    ends: Slot | None
    due: Due | None


def judge(
    expect: Expect,
    address: str,
    side: str | None,
    told_from: str | None,
    placed: Sequence[Placed],
    span: Within,
    library: Library,
) -> tuple[Judged, When]:
    """Hold the figures of one measure against what was expected of it.

    Args:
        side: left or right where a goal tells it.
        told_from: the figure at the start as the plan tells it, where none was measured.
        placed: the figures that may count, oldest first, each with its place in time.
    """
    good = better(library, address)
    starts = [row for slot, row in placed if slot <= span.begins]
    side = side or _side(starts or [row for _, row in placed], expect, good)
    first = next((row for row in reversed(starts) if row.side == side), None)
    start = figure_of(first) if first else read(told_from) if told_from else None
    scale = first.facets.get("scale") if first else None
    error = error_of(library, address, scale)
    unit = error.unit if error else ""
    by_change = has_size(expect.change)
    aim = aim_of_change(expect.change, start, unit) if by_change else aim_of_target(expect.to, good, start, unit)
    since = [
        (slot, row) for slot, row in placed
        if slot > span.begins and (span.ends is None or slot <= span.ends) and row.side == side
        and (first is None or row.taken_as(first))
    ]  # fmt: skip
    told = [] if aim is None else [each for each in since if reached(aim, figure_of(each[1])) is not None]
    figure, when = _deciding(told, aim, span.due) if aim else (None, "none")
    yes = reached(aim, figure_of(figure)) if aim and figure else None
    gain = gained(start, figure_of(figure), aim.up) if aim and figure and start else None
    latest = since[-1][1] if since else None
    needed = aim.needed if aim else None
    known = aim is not None or start is None
    wrong = is_wrong_way(expect.change if by_change else expect.to, good, start)
    return Judged(address, side, start, latest, figure, yes, gain, needed, error, known, aim, wrong), when


def _side(starts: list[Measurement], expect: Expect, good: bool | None) -> str | None:
    """The side that is meant where nobody says: the one measured, or of two the worse one at the start."""
    newest: dict[str | None, Measurement] = {row.side: row for row in starts}
    if len(newest) < 2:
        return next(iter(newest), None)
    up = read(expect.change).step == "up" if expect.change else good
    ends = {side: row.value.low for side, row in newest.items() if row.value.low is not None}
    if up is None or not ends:
        return next(iter(newest))
    return min(ends, key=lambda side: ends[side] if up else -ends[side])


def _deciding(told: Sequence[Placed], aim: Aim, due: Due | None) -> tuple[Measurement | None, When]:
    """The figure that decides: the newest at the moment; else an earlier one that reaches it, else the first later."""
    if due is None:
        return (told[-1][1], "early") if told else (None, "none")
    before = [row for slot, row in told if slot <= due.slot]
    if before:
        within = told[len(before) - 1][0] > due.since
        if within or reached(aim, figure_of(before[-1])):
            return before[-1], "at" if within else "early"
    later = told[len(before) :]
    if not later:
        return None, "none"
    return [row for slot, row in later if slot == later[0][0]][-1], "late"
