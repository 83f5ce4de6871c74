"""The small grammars of time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical.moments import (
    Weeks,
    first_day_of_week,
    per_week,
    read_count,
    read_date,
    read_days,
    read_visit,
    read_week,
    read_weeks,
    week_of,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("text", "weeks"),
    [("3", Weeks(3, 3)), ("3-10", Weeks(3, 10)), ("4 on", Weeks(4, None)), ("on", None), ("", None), (None, None)],
)
def test_weeks(text: str | None, weeks: Weeks | None) -> None:
    """One week, a stretch, or from one on."""
    assert read_weeks(text) == weeks


def test_a_stretch_holds_its_ends() -> None:
    """First and last week belong to it; an open one has no end."""
    assert [Weeks(3, 5).holds(n) for n in range(2, 7)] == [False, True, True, True, False]
    assert Weeks(4, None).holds(400)


@pytest.mark.parametrize(
    ("text", "visit", "week", "day"),
    [
        ("visit 4", 4, None, None),
        ("before visit 7", 7, None, None),
        ("about visit 3-5", 5, None, None),
        ("week 21-24", None, 24, None),
        ("2026-11-23", None, None, date(2026, 11, 23)),
        ("about 2026-11-23 07:00", None, None, date(2026, 11, 23)),
        ("2026-02-30", None, None, None),
        ("2026-11", None, None, None),
        ("day 28", None, None, None),
        ("4 weeks after end", None, None, None),
        (None, None, None, None),
    ],
)
def test_moments(text: str | None, visit: int | None, week: int | None, day: date | None) -> None:
    """The visit, the week and the day that a moment names."""
    assert (read_visit(text), read_week(text), read_date(text)) == (visit, week, day)


@pytest.mark.parametrize(
    ("text", "count"),
    [("8", 8), ("8-10", 10), ("at most 6", 6), ("about 8", 8), ("eight", None), ("", None), (None, None)],
)
def test_counts(text: str | None, count: int | None) -> None:
    """The most that is meant."""
    assert read_count(text) == count


@pytest.mark.parametrize(
    ("text", "days"), [("35 days", 35), ("5 weeks", 35), ("36 h", 1.5), ("60", None), ("soon", None), (None, None)]
)
def test_durations_in_days(text: str | None, days: float | None) -> None:
    """Weeks and hours too; a bare number is no duration."""
    assert read_days(text) == days


@pytest.mark.parametrize(
    ("text", "times"),
    [("weekly", 1), ("3-5/week", 5), ("daily", 7), ("1 per 2 weeks", 0.5), ("every other day", 3.5), ("2/visit", None)],
)
def test_rates_in_a_week(text: str, times: float | None) -> None:
    """The most that is meant; none where the period has no fixed length."""
    assert per_week(text) == (times if times is None else pytest.approx(times))


@given(DAYS, DAYS)
def test_weeks_count_from_the_day_a_course_starts(day: date, starts: date) -> None:
    """Every day lies in the seven that begin with the first day of its week."""
    first = first_day_of_week(week_of(day, starts), starts)
    assert first <= day < first + timedelta(days=7)
    assert week_of(starts, starts) == 1
