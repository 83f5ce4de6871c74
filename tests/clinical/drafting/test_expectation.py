"""What change a draft expects, by which visit, and that it can be told from measuring error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical.drafting.base import Line, Reason
from massageplan.clinical.drafting.expectation import expectation
from massageplan.clinical.error import error_of
from massageplan.clinical.measures import all_rows
from massageplan.clinical.values import read
from massageplan.frozen import replace

from ..conftest import entry
from .test_visits import case


def goal(measure: str, start: str, **more: str) -> Line:
    """A goal with a figure."""
    return Line("goals", {"id": "it", "measure": measure, "from": start, **more}, (Reason("said so"),))


def expected(measure: str, start: str, **more: str) -> str | None:
    """The change that is expected of a neck by a goal."""
    lines = expectation(case("neck-pain"), [goal(measure, start, **more)])
    return str(lines[0].item["change"]) if lines else None


@pytest.mark.parametrize(
    ("measure", "start", "change"),
    [("psfs/look", "3", "up 3"), ("pain/neck/now", "7", "down 2"), ("rom/cervical-rotation", "45", "up 9.6"),
     ("ndi", "20", "down 10.2"), ("headache-days", "12", "down 6"), ("work/days-off", "3", None)],
)  # fmt: skip
def test_a_change_is_the_measuring_error_in_the_good_direction(measure: str, start: str, change: str | None) -> None:
    """Where no error is known, no change can be told, so none is expected."""
    assert expected(measure, start) == change


@given(st.sampled_from(("psfs/look", "pain/neck/now", "ndi", "rmdq")), st.integers(0, 50))
def test_nothing_beyond_the_end_of_the_scale_is_expected(measure: str, start: int) -> None:
    """An activity at 9 of 10 cannot rise by 3; what is expected stays within the scale and above the error."""
    error = error_of(case("neck-pain").library, measure)
    assert error is not None
    assert error.figure is not None
    change = read(expected(measure, str(start)))
    if change.number is not None:
        aim = start + change.number if error.better else start - change.number
        assert change.number >= error.figure
        assert error.low is not None
        assert error.high is not None
        assert error.low <= aim <= max(error.high, start)


def test_it_is_due_in_the_week_of_the_estimate_and_says_why() -> None:
    """Four weeks at two visits a week; what to do where nothing changes, and the error; all with their sources."""
    (line,) = expectation(case("neck-pain"), [goal("psfs/look", "3")])
    assert line.item["by"] == "visit 8"
    assert "side" not in line.item
    told = " ".join(line.reasons)
    assert all(
        words in told for words in ("change expected by 4 weeks", "do not book more of the same", "stratford-1995")
    )
    assert all(reason.sources for reason in line.because)


def test_the_first_goal_with_a_figure_is_followed() -> None:
    """One that nobody rated has nothing to move."""
    unrated = Line("goals", {"id": "calm", "words": "Less worried", "measure": "psfs/calm"}, (Reason("said so"),))
    (line,) = expectation(case(None), [unrated, goal("psfs/look", "3"), goal("ndi", "20")])
    assert (line.item["measure"], line.item["by"]) == ("psfs/look", "visit 4")
    assert expectation(case(None), [unrated]) == []


def test_a_figure_on_a_line_of_100_mm_is_not_judged_by_points() -> None:
    """No error of that scale is known here, and that of another one says nothing of it."""
    told = entry("2026-03-02-assessment", "symptoms: [{where: neck, now: 60, scale: vas}]\n")
    on_a_line = replace(case("neck-pain"), rows=tuple(all_rows([told])))
    assert [row.address for row in on_a_line.rows] == ["pain/neck/now"]
    assert expectation(on_a_line, [goal("pain/neck/now", "60")]) == []
