"""Days in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .words import Words


def _months(words: Words) -> tuple[str, ...]:
    _ = words.gettext
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip


def _weekdays(words: Words) -> tuple[str, ...]:
    _ = words.gettext
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def parse(text: str | None) -> date | None:
    """The day of an ISO date such as `2026-07-07`; nothing for any other text."""
    if text is None or len(text) != 10:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def long(day: date, words: Words) -> str:
    """`7 July 2026`."""
    month = _months(words)[day.month - 1]
    # Translators: order of day, month and year
    return words.gettext("{day} {month} {year}", day=day.day, month=month, year=day.year)


def month(day: date, words: Words) -> str:
    """`July 2026`."""
    name = _months(words)[day.month - 1]
    # Translators: order of month and year
    return words.gettext("{month} {year}", month=name, year=day.year)


def short(day: date, words: Words) -> str:
    """`Tue 24`, the head of a column."""
    return f"{_weekdays(words)[day.weekday()]} {day.day}"


def weekday_name(index: int, words: Words) -> str:
    """`Mon` for 0 to `Sun` for 6."""
    return _weekdays(words)[index]
