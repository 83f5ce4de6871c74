"""How the client tells how it went: the text to send, where to, and what the page's boxes are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.shorthand.reference import Reference, sheet_mark
from ..frozen import Frozen
from .view import Tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from .view import Line, PracticeCard
    from .words import Words


class Sheet(Frozen):
    """Which sheet it is.

    Attributes:
        code: the client's folder; empty for none.
        week: week of the course, from 1.
        record: what the sheet was made from.
        start: first day of its grid.
    """

    code: str
    week: int | None
    record: str
    start: date | None


def asked_of(line: Line) -> int | None:
    """How many boxes a line has on the whole sheet; None where some days are left to the client."""
    counts = [count for count in line.ticks if count is not None]
    return sum(counts) if len(counts) == len(line.ticks) else None


def blank(lines: Sequence[Line], reference: Reference | None) -> str:
    """The text with `_` for each figure: `hw _/7 - _ days; n _; ref jd-7k2m.w2.mk`; `-` where nothing is asked."""
    asked = [asked_of(line) for line in lines]
    figures = ["_ days" if count is None else f"_/{count}" if count else "-" for count in asked]
    return "; ".join([f"hw {' '.join(figures)}", "n _", *([f"ref {reference}"] if reference else [])])


def build(sheet: Sheet, lines: Sequence[Line], practice: PracticeCard, words: Words) -> Tell:
    """What the page sends, and the words of its grid."""
    _ = words.gettext
    mark = sheet_mark(line.id for line in lines)
    reference = Reference(sheet.code, sheet.week, mark) if sheet.code else None
    week = "" if sheet.week is None else f"w{sheet.week}"
    start = sheet.start.isoformat() if sheet.start else ""
    return Tell(
        text=blank(lines, reference),
        key=" ".join(filter(None, (sheet.code, sheet.record, week, start, mark))),
        phone=practice.phone,
        email=practice.email,
        subject=_("How my week went"),
        # Translators: name of a tick box for a screen reader, such as "Bridge, Tue 24, 1 of 2"; keep all in braces
        box=_("{name}, {day}, {n} of {m}"),
        single=_("{name}, {day}"),
        pain=_("Worst pain, {day}"),
        # Translators: how many boxes of a line are ticked, such as "5 of 7"
        count=_("{n} of {m}"),
        days=_("{n} ticked"),
    )
