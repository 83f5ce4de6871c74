"""How old somebody was on a day, and how sure one can be of it."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical.age import Born, age_on, born_from_age, born_of, is_minor, may_turn, read_born, younger_before
from massageplan.frozen import replace
from massageplan.records.people import Client

from .conftest import folder

DAYS = st.dates(date(1930, 1, 1), date(2060, 12, 31))
YEARS = st.integers(0, 90)
DAY = timedelta(days=1)


def exact(day: date) -> Born:
    """Somebody whose day of birth is known."""
    return Born(day, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1988-05-04", date(1988, 5, 4), date(1988, 5, 4)),
        ("1988-02", date(1988, 2, 1), date(1988, 2, 29)),
        ("1989-02", date(1989, 2, 1), date(1989, 2, 28)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
        ("1988", date(1988, 1, 1), date(1988, 12, 31)),
    ],
)
def test_a_birth_is_as_exact_as_it_is_written(text: str, first: date, last: date) -> None:
    """A day, all days of a month, or all days of a year."""
    assert read_born(text) == Born(first, last)


@pytest.mark.parametrize(
    "text", ["1989-02-29", "1989-13", "1989-00", "1989-05-00", "0000", "about 1988", "start", "", None]
)
def test_what_is_no_day_is_no_birth(text: str | None) -> None:
    """Nothing is guessed."""
    assert read_born(text) is None


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("1988-05-04", date(2026, 5, 3), 37),
        ("1988-05-04", date(2026, 5, 4), 38),
        ("2008-02-29", date(2026, 2, 28), 17),
        ("2008-02-29", date(2026, 3, 1), 18),
        ("2008-02-29", date(2028, 2, 29), 20),
        ("2010-03-01", date(2028, 2, 29), 17),
        ("1988", date(2026, 1, 1), None),
        ("1988", date(2026, 6, 30), None),
        ("1988", date(2026, 12, 31), 38),
        ("1988-05", date(2026, 4, 30), 37),
        ("1988-05", date(2026, 5, 1), None),
        ("1988-05", date(2026, 5, 31), 38),
        ("2026-05-04", date(2026, 5, 3), None),
        ("2026", date(2026, 6, 1), 0),
        ("unknown", date(2026, 6, 1), None),
    ],
)
def test_age_in_whole_years(born: str, day: date, age: int | None) -> None:
    """Told only where the first and the last day of birth that are possible give the same age."""
    assert age_on(read_born(born), day) == age


@given(DAYS, DAYS, DAYS)
def test_an_age_is_told_only_where_every_day_of_birth_gives_it(one: date, other: date, day: date) -> None:
    """Not by the two ends alone: no day between them says otherwise."""
    born = Born(min(one, other), max(one, other))
    age = age_on(born, day)
    inside = born.first + (min(born.last, day) - born.first) // 2
    if age is not None:
        assert age_on(exact(born.first), day) == age_on(exact(inside), day) == age


@given(DAYS, DAYS)
def test_people_grow_older_by_one_at_a_time(born: date, day: date) -> None:
    """From one day to the next an age stays or goes up by one, and in a year by one exactly."""
    today, tomorrow = age_on(exact(born), day), age_on(exact(born), day + DAY)
    if today is not None and tomorrow is not None:
        assert tomorrow - today in (0, 1)
        assert abs((day - born).days / 365.2425 - today - 0.5) < 0.51


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_has_as_many_days_as_the_calendar_says(year: int, month: int) -> None:
    """February in all leap years too."""
    born = read_born(f"{year:04}-{month:02}")
    assert born is not None
    assert (born.last - born.first).days + 1 == calendar.monthrange(year, month)[1]


@given(DAYS, DAYS, YEARS)
def test_the_day_from_which_somebody_may_be_that_old(one: date, other: date, years: int) -> None:
    """On the day before, the oldest they can be is a year less."""
    born = Born(min(one, other), max(one, other))
    turns = may_turn(born, years)
    assert age_on(exact(born.first), turns) == years
    assert age_on(exact(born.first), turns - DAY) == (years - 1 if years else None)


def test_born_on_a_leap_day() -> None:
    """Sixteen on that day again, eighteen on the first of March."""
    born = exact(date(2008, 2, 29))
    assert (may_turn(born, 16), may_turn(born, 18)) == (date(2024, 2, 29), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("client", "minor"),
    [
        (Client(born="2008-09-08"), True),
        (Client(born="2008-09-07"), False),
        (Client(born="2008"), False),
        (Client(age="16", as_of="2026-01"), True),
        (Client(age="9", as_of="start"), False),
        (Client(), False),
    ],
)
def test_who_is_a_minor_on_a_day(client: Client, minor: bool) -> None:
    """Only who certainly is not yet eighteen."""
    assert is_minor(client, date(2026, 9, 7)) == minor


@given(DAYS, DAYS)
def test_an_age_leads_back_to_the_day_of_birth(born: date, day: date) -> None:
    """Whoever has this age that day was born on one of the days that it names, and no day beside them gives it."""
    age = age_on(exact(born), day)
    if age is None:
        return
    days = born_from_age(str(age), exact(day))
    assert days is not None
    assert days.first <= born <= days.last
    assert age_on(days, day) == age
    assert age_on(exact(days.first - DAY), day) == age + 1
    assert age_on(exact(days.last + DAY), day) == (age - 1 if age else None)


@pytest.mark.parametrize(
    ("age", "first", "last"),
    [
        ("7 years 4 months", date(2019, 1, 17), date(2019, 2, 16)),
        ("18 months", date(2024, 11, 17), date(2024, 12, 16)),
        ("7 years", date(2018, 6, 17), date(2019, 6, 16)),
        ("7,5", date(2018, 6, 17), date(2019, 6, 16)),
        ("12-15", date(2010, 6, 17), date(2014, 6, 16)),
    ],
)
def test_other_ways_to_write_an_age(age: str, first: date, last: date) -> None:
    """Years and months, months alone, a fraction that is no more than whole years, and a range."""
    assert born_from_age(age, exact(date(2026, 6, 16))) == Born(first, last)


@pytest.mark.parametrize("age", ["about 40", "66.2 sd 8.0", "under 16", "15-12", "unknown", "9999 months", None])
def test_an_age_that_says_too_little(age: str | None) -> None:
    """About, an average, a bound or nonsense is not taken for an age; nobody was born 9999 months before the year 1."""
    when = exact(date(2026, 6, 16)) if age != "9999 months" else exact(date(800, 1, 1))
    assert born_from_age(age, when) is None


def test_an_age_that_was_true_at_some_time_in_a_year() -> None:
    """A year is all its days."""
    born = born_of(Client(age="10", as_of="2020"))
    assert born == Born(date(2009, 1, 2), date(2010, 12, 31))
    assert born_of(Client(age="10", as_of="visit 3")) is None
    assert born_of(Client(age="10")) is None


def test_a_group_of_people_has_no_age() -> None:
    """The average of a study's group is nobody's birthday."""
    assert born_of(Client(age="12", as_of="2026-06-16", stands_for="the 11 people of a group")) is None


@pytest.mark.parametrize(
    ("client", "until"),
    [
        (Client(born="2010-05-04"), "2026-05-04"),
        (Client(born="2010"), "2026-01-01"),
        (Client(age="9", as_of="2026-06-16"), "2032-06-17"),
        (Client(age="9", as_of="start"), "2032-09-08"),
        (Client(age="about 9", as_of="start"), ""),
        (Client(name="Jo Doe"), ""),
        (None, ""),
    ],
)
def test_until_when_a_client_is_a_child(client: Client | None, until: str) -> None:
    """`start` is the day of the first dated record; where the age is not known, no day is before the answer."""
    records = folder({"2026-09-07-event": "what: injury\nwords: x", "day-3-event": "what: flare\nwords: x"})
    assert younger_before(replace(records, client=client), 16) == until


def test_the_start_of_records_without_dates_is_no_day() -> None:
    """Then an age at the start leads nowhere."""
    records = folder({"day-3-event": "what: flare\nwords: x"})
    assert younger_before(replace(records, client=Client(age="9", as_of="start")), 16) == ""
