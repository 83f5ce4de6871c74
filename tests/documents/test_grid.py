"""The tick grid asks for what the dose asks for, on days that leave rest between."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.documents import grid
from massageplan.documents.words import ENGLISH

WEDNESDAY = date(2026, 6, 17)


@pytest.mark.parametrize(
    ("often", "ticks"),
    [
        ("daily", (1, 1, 1, 1, 1, 1, 1)),
        ("", (1, 1, 1, 1, 1, 1, 1)),
        ("2/day", (2, 2, 2, 2, 2, 2, 2)),
        ("6/day", (1, 1, 1, 1, 1, 1, 1)),
        ("3/week", (1, 0, 1, 0, 1, 0, 0)),
        ("2/day 3/week", (2, 0, 2, 0, 2, 0, 0)),
        ("3-5/week", (1, None, 1, None, 1, None, None)),
        ("7/week", (1, 1, 1, 1, 1, 1, 1)),
        ("weekly", (1, 0, 0, 0, 0, 0, 0)),
        ("once", (1, 0, 0, 0, 0, 0, 0)),
        ("every other day", (1, 0, 1, 0, 1, 0, 1)),
        ("every 3 days", (1, 0, 0, 1, 0, 0, 1)),
        ("every 2 weeks", (1, 0, 0, 0, 0, 0, 0)),
        ("every 30 min", (1, 1, 1, 1, 1, 1, 1)),
        ("as needed", (None,) * 7),
        ("1 per 2 weeks", (None,) * 7),
    ],
)
def test_boxes(often: str, ticks: tuple[int | None, ...]) -> None:
    """Boxes, days of rest and open cells for each spelling of a rate."""
    assert grid.ticks({"often": often}, None, 7) == ticks


def test_named_days_follow_the_calendar() -> None:
    """Named days need a date; days that only the client knows stay open."""
    assert grid.ticks({"days": ["wed", "fri"], "often": "2/day"}, WEDNESDAY, 7) == (2, 0, 2, 0, 0, 0, 0)
    assert grid.ticks({"days": "weekends"}, WEDNESDAY, 7) == (0, 0, 0, 1, 1, 0, 0)
    assert grid.ticks({"days": "work days"}, WEDNESDAY, 3) == (None,) * 3
    assert grid.ticks({"days": "mon"}, None, 3) == (None,) * 3


def test_heads() -> None:
    """Columns carry the date, or a count where no date is known; the grid has an end."""
    assert grid.heads(WEDNESDAY, 2, ENGLISH) == ("Wed 17", "Thu 18")
    assert grid.heads(None, 2, ENGLISH) == ("Day 1", "Day 2")
    assert len(grid.heads(None, 400, ENGLISH)) == grid.MOST_DAYS
    assert grid.heads(None, -1, ENGLISH) == ()


@given(st.text(), st.one_of(st.none(), st.text(), st.lists(st.text())), st.integers(-3, 40))
def test_any_text_has_ticks(often: str, days: object, count: int) -> None:
    """As many cells as heads, whatever was written."""
    cells = grid.ticks({"often": often, "days": days}, WEDNESDAY, count)
    assert len(cells) == len(grid.heads(WEDNESDAY, count, ENGLISH))
    assert all(cell is None or 0 <= cell <= grid.MOST_BOXES for cell in cells)


@pytest.mark.parametrize(
    ("item", "boxes"),
    [
        ({"until": "2026-09-16"}, (1, 1, 0, 0, 0, 0, 0, 0)),
        ({"from": "2026-09-18"}, (0, 0, 0, 1, 1, 1, 1, 1)),
        ({"weeks": "2"}, (1, 1, 1, 1, 1, 1, 0, 0)),
        ({"weeks": "3 on"}, (0, 0, 0, 0, 0, 0, 1, 1)),
        ({"weeks": "1-3"}, (1,) * 8),
        ({"until": "visit 3"}, (1,) * 8),
    ],
)
def test_no_box_on_a_day_on_which_a_line_is_not_in_force(item: dict[str, str], boxes: tuple[int, ...]) -> None:
    """By its dates, and by the weeks of the course; what only visits say stays."""
    assert grid.ticks({"often": "daily", **item}, date(2026, 9, 15), 8, date(2026, 9, 7)) == boxes
