"""The calendar file, read back by two other readers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar
import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st

from massageplan.documents.reminders import Reminder, Span
from massageplan.exchange.calendar import as_calendar, one_line

DAY, MADE = date(2026, 6, 17), date(2026, 6, 16)
OWNER = ("Riverside", "jd-7k2m", "2026-06-16-plan")


def reminder(title: str = "Bridge, 10 times", at: Span | None = None, day: date = DAY, n: int = 1) -> Reminder:
    """A line of homework on a day."""
    return Reminder(key=("bridge", str(n), "1", day.isoformat()), title=title, day=day, at=at)


def events(raw: bytes) -> list[Any]:
    """The events of a file."""
    return list(icalendar.Calendar.from_ical(raw).walk("VEVENT"))


def test_a_time_of_the_clock_floats_and_rings() -> None:
    """At that time of wherever the client is, with an alarm at its beginning."""
    (event,) = events(as_calendar([reminder(at=Span(time(7), time(7, 30)))], OWNER, MADE, "en"))
    assert event["DTSTART"].dt == datetime(2026, 6, 17, 7)
    assert event["DTEND"].dt == datetime(2026, 6, 17, 7, 30)
    assert event["DTSTART"].dt.tzinfo is None
    (alarm,) = event.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt, alarm["DESCRIPTION"]) == ("DISPLAY", timedelta(0), "Bridge, 10 times")


def test_a_stretch_over_midnight_ends_the_next_day() -> None:
    """Never before it begins."""
    (event,) = events(as_calendar([reminder(at=Span(time(23, 30), time(0, 30)))], OWNER, MADE, "en"))
    assert event["DTEND"].dt == datetime(2026, 6, 18, 0, 30)


def test_without_a_clock_it_lasts_the_day_and_is_silent() -> None:
    """No hour, no alarm, and the day stays free."""
    (event,) = events(as_calendar([reminder()], OWNER, MADE, "es"))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, DAY + timedelta(days=1))
    assert (event["DTSTAMP"].dt, event["TRANSP"], event["CLASS"]) == (
        datetime(2026, 6, 16, tzinfo=UTC), "TRANSPARENT", "PRIVATE",
    )  # fmt: skip
    assert event["SUMMARY"].params["LANGUAGE"] == "es"
    assert event.walk("VALARM") == []


def test_names_are_the_same_every_time_and_tell_nothing() -> None:
    """Of practice, client and plan only a digest is written; another plan has other names."""
    raw = as_calendar([reminder(), reminder(n=2)], OWNER, MADE, "en")
    assert raw == as_calendar([reminder(), reminder(n=2)], OWNER, MADE, "en")
    later = as_calendar([reminder("Bridge, 12 times"), reminder(n=2)], OWNER, MADE + timedelta(days=3), "en")
    ids = [str(event["UID"]) for event in events(raw)]
    assert ids == [str(event["UID"]) for event in events(later)]
    assert len(set(ids)) == 2
    other = [
        str(event["UID"]) for event in events(as_calendar([reminder()], (*OWNER[:2], "2026-07-01-plan"), MADE, "en"))
    ]
    assert not set(ids) & set(other)
    assert all(part.encode() not in raw for part in OWNER)


TITLE = st.text(max_size=200) | st.text(
    st.sampled_from('\\Nn,;:"\n\r\t ñ🧘BEGIN:END:VEVENT\u2028\x85\x0b'), max_size=200
)
CLOCK = st.none() | st.builds(
    Span, st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)  # fmt: skip


@settings(max_examples=150)
@example([("a\\Nb \\n c\\\\ \\, ; x", None, DAY)])
@given(st.lists(st.tuples(TITLE, CLOCK, st.dates(date(1900, 1, 1), date(2100, 1, 1))), max_size=4))
def test_any_title_comes_back(told: list[tuple[str, Span | None, date]]) -> None:
    """From both readers, whatever stands in it; no line is longer than 75 bytes, and each ends as it should."""
    made = [reminder(title, at, day, n) for n, (title, at, day) in enumerate(told)]
    raw = as_calendar(made, OWNER, MADE, "en")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    found = events(raw)
    second = list(vobject.readOne(raw.decode()).contents.get("vevent", []))
    assert len(found) == len(second) == len(made)
    for each, event, other in zip(made, found, second, strict=True):
        start = each.day if each.at is None else datetime.combine(each.day, each.at.start)
        assert str(event["SUMMARY"]) == other.summary.value == one_line(each.title)
        assert event["DTSTART"].dt == other.dtstart.value == start
        assert "DTEND" not in event or event["DTEND"].dt >= event["DTSTART"].dt


def test_one_line_keeps_letters() -> None:
    """Breaks become blanks, marks that control a device are gone."""
    assert one_line(" Bridge\r\n 10\ttimes\x00\x1b[2J 🧘 ñ ") == "Bridge 10 times[2J 🧘 ñ"
