"""A dose reads like a sentence on the fridge, and no text is ever lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.documents import dose
from massageplan.documents.view import DoseRow
from massageplan.documents.words import ENGLISH


def read(**item: Any) -> list[tuple[str, str]]:
    """The rows of an item, as pairs."""
    return [(row.number, row.words) for row in dose.rows(item, ENGLISH)]


def test_every_part_has_its_row() -> None:
    """Times, rounds, seconds, times a day, days a week, in the order they are done."""
    assert read(reps="8-10", sets="2", hold="5-10 s", often="2/day 3/week") == [
        ("8 to 10", "times"),
        ("2", "rounds"),
        ("5 to 10", "seconds each"),
        ("2", "times a day"),
        ("3", "days a week"),
    ]


@pytest.mark.parametrize(
    ("often", "rows"),
    [
        (None, [("7", "days a week")]),
        ("daily", [("7", "days a week")]),
        ("weekly", [("1", "day a week")]),
        ("1/day", [("1", "time a day")]),
        ("3-5/week", [("3 to 5", "days a week")]),
        ("about 2/week", [("about 2", "days a week")]),
        ("at most 2/day", [("up to 2", "times a day")]),
        ("every 30 min", [("", "every 30 minutes")]),
        ("every hour", [("", "every hour")]),
        ("every 2-3 h", [("", "every 2 to 3 hours")]),
        ("every other day", [("", "every other day")]),
        ("1 per 2 weeks", [("", "once every 2 weeks")]),
        ("as needed", [("", "when you need it")]),
        ("2/month", [("2", "times a month")]),
        ("when the moon is full", [("", "when the moon is full")]),
    ],
)
def test_rates(often: str | None, rows: list[tuple[str, str]]) -> None:
    """Each spelling of a rate has its words."""
    assert read(often=often) == rows


@pytest.mark.parametrize(
    ("item", "first"),
    [
        ({"length": "15 min"}, ("15", "minutes")),
        ({"length": "1 h"}, ("1", "hour")),
        ({"length": "1.5 h"}, ("1.5", "hours")),
        ({"length": "5-10 min", "each": "side"}, ("5 to 10", "minutes each side")),
        ({"length": "1 h 30 min"}, ("", "1 hour 30 minutes")),
        ({"hold": "30 s"}, ("30", "seconds hold")),
        ({"hold": "30 s", "each": "side"}, ("30", "seconds each side")),
        ({"reps": "1"}, ("1", "time")),
        ({"reps": "5", "each": "direction"}, ("5", "times each way")),
        ({"reps": "5", "each": "toe"}, ("5", "times each toe")),
        ({"reps": "to fatigue"}, ("", "to fatigue times")),
        ({"sets": "at most 3"}, ("up to 3", "rounds")),
    ],
)
def test_parts(item: dict[str, str], first: tuple[str, str]) -> None:
    """Lengths, holds and counts, alone and for each side."""
    assert read(**item)[0] == first


def test_named_days_stand_for_the_rate() -> None:
    """`days` alone says when; no `7 days a week` beside it."""
    assert read(days=["mon", "wed"]) == [("", "on Mon, Wed")]
    assert read(days="work days", often="every 30 min") == [("", "every 30 minutes"), ("", "on work days")]


@pytest.mark.parametrize(
    ("item", "rows"),
    [
        ({"sets": "1", "reps": "10", "often": "2/day"}, [("10", "times"), ("2", "times a day")]),
        ({"sets": "1", "often": "2/day"}, [("1", "round"), ("2", "times a day")]),
        ({"sets": "2", "reps": "1", "length": "2 min", "each": "side", "often": "2/day"},
         [("2", "rounds"), ("2", "minutes each side"), ("2", "times a day")]),
        ({"reps": "3", "hold": "30 s", "each": "side", "length": "5 min", "often": "1/day"},
         [("3", "times each side"), ("30", "seconds each"), ("5", "minutes in all"), ("1", "time a day")]),
        ({"reps": "1", "hold": "30 s", "length": "5 min", "often": "1/day"},
         [("1", "time"), ("30", "seconds each"), ("5", "minutes in all"), ("1", "time a day")]),
        ({"often": "2/week", "days": ["mon", "thu"]}, [("", "on Mon, Thu")]),
        ({"often": "3/week", "days": ["mon", "thu"]}, [("3", "days a week"), ("", "on Mon, Thu")]),
    ],
)  # fmt: skip
def test_nothing_is_said_twice(item: dict[str, Any], rows: list[tuple[str, str]]) -> None:
    """One round, one time of so many minutes, a number of days beside their names: what the other row says already."""
    assert read(**item) == rows


@given(st.dictionaries(st.sampled_from(["reps", "sets", "hold", "rest", "length", "each", "often", "days"]), st.text()))
def test_any_text_is_printed(item: dict[str, str]) -> None:
    """No text makes it fail, and a text it does not understand is in the rows as it was."""
    rows = dose.rows(item, ENGLISH)
    assert all(isinstance(row, DoseRow) and (row.number or row.words) for row in rows)
    printed = " ".join(f"{row.number} {row.words}" for row in rows)
    digits = [c for key in ("reps", "sets") for c in item.get(key, "").strip() if c.isalnum() and ord(c) > 127]
    assert all(c in printed for c in digits)


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(["s", "min", "h", "days", "weeks"]))
def test_ranges_keep_both_ends(low: int, high: int, unit: str) -> None:
    """Both numbers of a range are printed."""
    row = dose.duration(f"{low}-{high} {unit}", ENGLISH)
    assert row is not None
    assert row.number == f"{low} to {high}"
