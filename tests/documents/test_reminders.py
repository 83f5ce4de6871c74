"""Homework as reminders: the days of the tick grid, the agreed times, and never an hour that nobody said."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given as trying
from hypothesis import strategies as st

from massageplan.documents.handout import build
from massageplan.documents.reminders import Reminder, Span, clock, reminders
from massageplan.documents.words import ENGLISH

from .conftest import given

START = date(2026, 6, 17)  # a Wednesday


def made(*items: dict[str, Any], **changes: Any) -> tuple[Reminder, ...]:
    """The reminders of a handout with these lines."""
    source = given(items=items, **{"next_visit": None, **changes})
    return reminders(source, build(source), ENGLISH)


def titles(item: dict[str, Any], **changes: Any) -> list[str]:
    """What the reminders of one line say on its first day."""
    return [each.title for each in made(item, **changes) if each.day == START]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("07:00", Span(time(7))),
        ("7:05", Span(time(7, 5))),
        ("23:59", Span(time(23, 59))),
        ("At 7:30", Span(time(7, 30))),
        ("7 am", Span(time(7))),
        ("12:30 am", Span(time(0, 30))),
        ("12 PM", Span(time(12))),
        ("7:30pm", Span(time(19, 30))),
        ("07:00-07:30", Span(time(7), time(7, 30))),
        ("07:00 – 07:30", Span(time(7), time(7, 30))),
        ("7:00-7:30 pm", Span(time(19), time(19, 30))),
        ("11:30 am-1 pm", Span(time(11, 30), time(13))),
        ("23:30-00:30", Span(time(23, 30), time(0, 30))),
        ("07:00-07:00", Span(time(7))),
        ("07:00 before work", Span(time(7), None, "before work")),
        ("12:30, in the empty bus", Span(time(12, 30), None, "in the empty bus")),
        ("a las 7:30", Span(time(7, 30))),
    ],
)
def test_a_time_of_the_clock_is_read(text: str, told: Span) -> None:
    """In 24 hours and in twelve, alone, as a stretch, and with words behind it."""
    assert clock(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "", "bedtime", "after brushing your teeth", "7", "7-8", "24:00", "12:60", "13 pm", "0 am", "before 08:00",
        "not after 21:00", "07:00 or 08:00", "7:00 am-7:30", "11:00-1:00 pm", "07:00 before 08:00", "2 h after 07:00",
        "about 07:00", "7.30", "07:00 if awake", "07:00:30", "７:00",
    ],
)  # fmt: skip
def test_what_is_no_one_time_stays_words(text: str) -> None:
    """A bound, a choice, a bare number, or an hour that there is not."""
    assert clock(text) is None


def test_each_line_has_one_for_each_time_on_each_day() -> None:
    """Clock times are times; words stand before the name; days of rest have none."""
    bridge = {"do": "knee-roll", "reps": "10", "hold": "3 s", "often": "2/day 3/week", "at": ["07:00", "in bed"]}
    found = made(bridge, days=7)
    assert [(each.day.day, each.title, each.at) for each in found] == [
        row
        for day in (17, 19, 21)
        for row in (
            (day, "Knee rolls, 10 times, 3 seconds each", Span(time(7))),
            (day, "In bed: Knee rolls, 10 times, 3 seconds each", None),
        )
    ]
    assert len({each.key for each in found}) == 6


@pytest.mark.parametrize(
    ("dose", "title"),
    [
        ({}, "Walk"),
        ({"length": "15 min"}, "Walk, 15 minutes"),
        ({"often": "3/day"}, "Walk, 3 times a day"),
        ({"often": "1/day"}, "Walk"),
        ({"often": "at most 2/day"}, "Walk, up to 2 times a day"),
        ({"often": "6/day", "at": ["lunch"]}, "Lunch: Walk, 6 times a day"),
        ({"often": "2/day", "at": ["lunch", "supper"]}, "Lunch: Walk"),
        ({"often": "every 30 min"}, "Walk, every 30 minutes"),
        ({"often": "every other day"}, "Walk"),
        ({"often": "as needed", "reps": "5"}, "Walk, 5 times, when you need it"),
        ({"often": "about 2/week", "sets": "2", "reps": "8-10"}, "Walk, 8 to 10 times, 2 rounds, about 2 days a week"),
        ({"days": "work days", "reps": "5"}, "Walk, 5 times, on work days"),
        ({"often": "2-3/week"}, "Walk, 2 to 3 days a week"),
        ({"often": "2/night"}, "Walk, 2 times a night"),
        ({"at": ["07:00 before work"]}, "Before work: Walk"),
    ],
)
def test_a_title_says_one_go_and_what_no_day_tells(dose: dict[str, Any], title: str) -> None:
    """How many goes a day where the times do not show it; all of the dose where the client picks the days."""
    assert titles({"do": "x", "words": "walk", **dose})[0] == title


def test_the_next_visit_is_one_too() -> None:
    """By its day, and its time where one is told; words alone are no day."""
    assert [(each.title, each.day, each.at) for each in made(next_visit="2026-06-23")] == [
        ("Next visit", date(2026, 6, 23), None)
    ]
    assert [each.at for each in made(next_visit="2026-06-23 17:30")] == [Span(time(17, 30))]
    assert made(next_visit="in two weeks") == ()


def test_without_dates_there_are_none() -> None:
    """`Day 1` is no day of a calendar."""
    assert made({"do": "knee-roll"}, start=None, next_visit="2026-06-23") == ()


def test_two_lines_of_one_name_stay_two() -> None:
    """Nothing in a calendar replaces something else of the same handout."""
    found = made({"do": "knee-roll"}, {"do": "knee-roll"}, days=1)
    assert len({each.key for each in found}) == 2


TEXT = st.text(max_size=20) | st.sampled_from(["07:00", "bedtime", "7 pm", "07:00-06:00", "2/day", "3/week", "10 s"])
ITEM = st.fixed_dictionaries(
    {"do": st.sampled_from(["knee-roll", "walking-plan", "x"])},
    optional=dict.fromkeys(("reps", "sets", "hold", "rest", "length", "each", "often", "words"), TEXT)
    | {"at": st.lists(TEXT, max_size=3), "days": st.lists(st.sampled_from(["mon", "work days"]), max_size=2)},
)


@trying(st.lists(ITEM, max_size=3), st.integers(0, 20))
def test_days_are_those_of_the_grid(items: list[dict[str, Any]], days: int) -> None:
    """For any dose and any words: as many on each day as the line has times, none on a day of rest, no two alike."""
    source = given(items=tuple(items), days=days, next_visit=None)
    view = build(source)
    found = reminders(source, view, ENGLISH)
    for n in range(14):
        boxes = [line.ticks[n] if n < len(line.ticks) else 0 for line in view.lines]
        wanted = sum(max(1, len(line.when)) for line, each in zip(view.lines, boxes, strict=True) if each != 0)
        assert sum(each.day == START + timedelta(n) for each in found) == wanted
    assert len({each.key for each in found}) == len(found)


@trying(st.text(max_size=30) | st.text("0127:9apmtls -–", max_size=14))
def test_no_hour_is_made_up(text: str) -> None:
    """A time is told only where the text begins with its figures."""
    told = clock(text)
    if told is not None:
        begins = re.match(r"(?:at |a las? )?([0-9]{1,2})(?::([0-9]{2}))?", text.strip().casefold())
        assert begins is not None
        assert (told.start.hour % 12, told.start.minute) == (int(begins[1]) % 12, int(begins[2] or 0))
