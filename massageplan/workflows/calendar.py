"""`mplan handout --to ics`: a handout's homework as reminders for a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UsageError

if TYPE_CHECKING:
    from .handout import Handout


def calendar_of(sheet: Handout) -> bytes:
    """The calendar file of a handout: its homework on the days of the tick grid, and the next visit.

    Raises:
        UsageError: its course has no dates, or it has nothing to be reminded of.
    """
    from ..documents.reminders import reminders
    from ..documents.words import ENGLISH
    from ..exchange.calendar import as_calendar

    if sheet.given.start is None:
        raise UsageError(
            f"A calendar needs days, and the course of {sheet.code} has no dates.", "hand over the page: --to html"
        )
    found = reminders(sheet.given, sheet.view, sheet.words or ENGLISH)
    if not found:
        raise UsageError("This handout has no homework and no next visit, so its calendar would be empty.")
    owner = (sheet.view.practice.name, sheet.code or "", sheet.view.record or "")
    return as_calendar(found, owner, sheet.made, sheet.view.language)
