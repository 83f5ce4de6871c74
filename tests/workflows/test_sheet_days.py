"""The days of the tick grid."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from massageplan.clinical.course import courses
from massageplan.workflows.load import load_folder, open_practice
from massageplan.workflows.sheet_days import grid_days, remarks_on

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
DAY = date(2026, 10, 6)


@pytest.mark.parametrize(
    ("week", "visit", "start", "days", "said"),
    [
        (None, None, date(2026, 10, 7), 7, None),
        (None, "2026-10-12", date(2026, 10, 7), 6, None),
        (None, "2026-10-06", date(2026, 10, 7), 1, "comes before the first day"),
        (None, "2026-11-20", date(2026, 10, 7), 14, "ends after 14 days"),
        (None, "soon", date(2026, 10, 7), 7, None),
        (8, "2026-10-12", date(2026, 10, 26), 1, "comes before the first day"),
        (8, None, date(2026, 10, 26), 7, None),
        (2, None, date(2026, 9, 14), 7, "days of week 2 are past"),
    ],
)
def test_the_days_and_what_is_odd_about_them(
    week: int | None, visit: str | None, start: date, days: int, said: str | None
) -> None:
    """From tomorrow or the week asked for to the next visit; 14 at most."""
    (course,) = courses(load_folder(open_practice(RIVERSIDE), "jd-7k2m").folder)
    assert grid_days(course, DAY, week, visit) == (start, days)
    remarks = list(remarks_on(course, DAY, week, visit))
    assert [said in each for each in remarks] == [True] if said else remarks == []
