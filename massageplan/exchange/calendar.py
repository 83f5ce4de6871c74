"""Reminders as a calendar file (RFC 5545): floating local times, one event a reminder, the same bytes every time."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event

    from ..documents.reminders import Reminder

_ESCAPED = re.compile(r"[\\;,]")
PRODUCT = "-//massageplan//handout//EN"


def as_calendar(reminders: Iterable[Reminder], owner: tuple[str, ...], made: date, language: str) -> bytes:
    """The file that a calendar program takes in.

    A reminder with a time of the clock is an event at that time of the place where the client is, with an alarm at its
    beginning; any other lasts the whole day and has no alarm. Read in again, it replaces what it brought before.

    Args:
        owner: what tells these reminders from those of all others; only a digest of it is written.
        made: the day the handout was made; with the reminders it says every byte.
        language: tag of the titles.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    for reminder in reminders:
        calendar.add_component(_event(reminder, owner, made, language))
    raw: bytes = calendar.to_ical()
    return raw


def _event(reminder: Reminder, owner: tuple[str, ...], made: date, language: str) -> Event:
    from icalendar import Alarm, Event

    title = _text_class()(one_line(reminder.title), params={"LANGUAGE": language})
    event = Event()
    event.add("UID", _id((*owner, *reminder.key)))
    event.add("DTSTAMP", datetime.combine(made, time(0), UTC))
    event.add("SUMMARY", title)
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "TRANSPARENT")
    if reminder.at is None:
        event.add("DTSTART", reminder.day)
        event.add("DTEND", reminder.day + timedelta(days=1))
        return event
    start = datetime.combine(reminder.day, reminder.at.start)
    event.add("DTSTART", start)
    if reminder.at.end is not None:
        over_midnight = timedelta(days=int(reminder.at.end < reminder.at.start))
        event.add("DTEND", datetime.combine(reminder.day + over_midnight, reminder.at.end))
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("TRIGGER", timedelta(0))
    alarm.add("DESCRIPTION", title)
    event.add_component(alarm)
    return event


@cache
def _text_class() -> Any:
    """A text of one line that is escaped as the standard says: the library's own makes a line break of `\\N`."""
    from icalendar import vText

    class Text(vText):
        def to_ical(self) -> bytes:
            return _ESCAPED.sub(r"\\\g<0>", str(self)).encode("utf-8")

    return Text


def _id(parts: tuple[str, ...]) -> str:
    """A name that is the same every time and tells nothing of the client."""
    digest = sha256("\x1f".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
    return f"{digest[:32]}@massageplan"


def one_line(text: str) -> str:
    """A text as one line without marks that no calendar may hold."""
    shown = "".join(" " if c.isspace() else c for c in text)
    return " ".join("".join(c for c in shown if unicodedata.category(c) not in ("Cc", "Cs")).split())
