"""The homework of a handout as reminders: one for each line, each agreed time and each day of the tick grid. Pure."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from . import dates, dose, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .handout import HandoutInput
    from .view import DoseRow, HandoutView, Line
    from .words import Words

_HOUR = r"(?:[01]?[0-9]|2[0-3])"
_CLOCK = rf"(?P<{{0}}h>{_HOUR})(?::(?P<{{0}}m>[0-5][0-9]))? ?(?P<{{0}}half>am|pm)?"
_AT = re.compile(
    rf"(?:at |a las? )?{_CLOCK.format('a')}(?: ?[-–] ?{_CLOCK.format('b')})?"
    r"(?P<rest>(?:,? (?:after|before|in|on|with|while|during) [^0-9]+)?)",
    re.IGNORECASE,
)
_A_DAY = re.compile(r"(?P<goes>.*?)/day(?= |$)")
_SOME_DAYS = re.compile(r"every (?:(?:other|[0-9]+) )?(?:day|week)s?")
_AS_IT_COMES = ("as needed", "always")


class Span(Struct, frozen=True):
    """A stretch of the day: `end` is None where only the beginning is known; words that stood behind it."""

    start: time
    end: time | None = None
    words: str = ""


class Reminder(Struct, frozen=True, kw_only=True):
    """One entry of a calendar.

    Attributes:
        key: what tells it from all others of the plan, with no word of the client: line, which of its times, day.
        title: what is to be done, with the words that say when where no clock does.
        day: the day it is for.
        at: the time by the clock; None for the whole day.
    """

    key: tuple[str, ...]
    title: str
    day: date
    at: Span | None = None


def clock(text: str) -> Span | None:
    """The time of day that a text tells by the clock: `07:00`, `7:30 pm`, `07:00-07:30`, `07:00 before work`.

    None where it tells none, tells it in words only, or could mean two: no hour is ever made up.
    """
    match = _AT.fullmatch(text.strip())
    if match is None:
        return None
    ending = match["bh"] is not None
    half = match["ahalf"] or (match["bhalf"] if ending else None)
    if ending and match["ahalf"] and not match["bhalf"]:
        return None
    start = _time(match["ah"], match["am"], half)
    end = _time(match["bh"], match["bm"], match["bhalf"]) if ending else None
    if start is None or (ending and end is None):
        return None
    if end is not None and half and not match["ahalf"] and end <= start:
        return None
    words = match["rest"].lstrip(", ").strip()
    return Span(start, None if end == start else end, words)


def _time(hour: str, minute: str | None, half: str | None) -> time | None:
    """A time of the clock; None for a bare number, and for hours that have no am or pm."""
    n = int(hour)
    if half is None:
        return time(n, int(minute)) if minute is not None else None
    if not 1 <= n <= 12:
        return None
    return time(n % 12 + (12 if half.casefold() == "pm" else 0), int(minute or 0))


def reminders(given: HandoutInput, view: HandoutView, words: Words) -> tuple[Reminder, ...]:
    """What a calendar holds of a handout, day by day; nothing where its course has no dates.

    Days and goes are those of the tick grid: a day of rest has none, an open cell (only the client knows) has one.

    Args:
        given: what the view was made from.
    """
    if given.start is None:
        return ()
    found = [*_homework(given.start, given.items, view.lines, words), *_visit(given.next_visit, words)]
    return tuple(sorted(found, key=lambda each: each.day))


def _homework(
    start: date, items: tuple[Mapping[str, Any], ...], lines: tuple[Line, ...], words: Words
) -> Iterator[Reminder]:
    seen: dict[str, int] = {}
    for item, line in zip(items, lines, strict=True):
        nth = seen[line.id] = seen.get(line.id, 0) + 1
        what = ", ".join([line.name, *map(_said, _dose(item, line, words))])
        for n, boxes in enumerate(line.ticks):
            if boxes == 0:
                continue
            day = start + timedelta(n)
            for place, when in enumerate(line.when or ("",), 1):
                span = clock(when)
                told = plain.sentence(span.words) if span else when
                key = (line.id, str(nth), str(place), day.isoformat())
                yield Reminder(key=key, title=f"{told}: {what}" if told else what, day=day, at=span)


def _dose(item: Mapping[str, Any], line: Line, words: Words) -> tuple[DoseRow, ...]:
    """The dose of one go, and how many goes a day has where the agreed times do not say it.

    Where the days are left to the client, all of the dose: it says how many days there are.
    """
    if None in line.ticks:
        return line.dose
    one_go = dose.rows({**item, "often": "daily", "days": None}, words)[:-1]
    often = plain.text(item.get("often"))
    if often in _AS_IT_COMES or (often.startswith("every ") and not _SOME_DAYS.fullmatch(often)):
        return (*one_go, *dose.often(often, words))
    match = _A_DAY.match(often)
    if match is None or match["goes"] in ("1", str(len(line.when))):
        return one_go
    return (*one_go, *dose.often(match[0], words))


def _said(row: DoseRow) -> str:
    return f"{row.number} {row.words}".strip()


def _visit(text: str | None, words: Words) -> Iterator[Reminder]:
    """The next visit, where its day is known."""
    first, _, rest = (text or "").strip().partition(" ")
    day = dates.parse(first)
    if day:
        yield Reminder(key=("visit", first), title=words.gettext("Next visit"), day=day, at=clock(rest))
