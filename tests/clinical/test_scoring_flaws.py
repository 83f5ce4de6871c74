"""Instruments that no form can be: told in a sentence, never by a traceback."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massageplan.clinical.scoring import misfits, norm_of, score
from massageplan.clinical.scoring_flaws import flaws

GOOD: dict[str, Any] = {
    "range": {"min": "0", "max": "8"},
    "items": {"count": "2", "min": "0", "max": "4"},
    "scoring": {"method": "sum"},
}


def changed(**blocks: dict[str, Any]) -> dict[str, Any]:
    """The good instrument with other keys in some blocks."""
    return {key: {**value, **blocks.get(key, {})} for key, value in {**GOOD, "parts": {}}.items()}


def test_a_possible_instrument_has_no_flaw() -> None:
    """And its total is what it was."""
    assert flaws(GOOD) == []
    assert score(GOOD, ["3", "2"]).total == 5


@pytest.mark.parametrize(
    ("blocks", "says"),
    [
        ({"range": {"max": "0"}, "scoring": {"percent": "true"}}, "no share of that"),
        ({"items": {"min": "3", "max": "3"}, "scoring": {"method": "percent"}}, "needs two ends of a scale"),
        ({"items": {"min": "3", "max": "3"}, "scoring": {"method": "mean-transform"}}, "needs two ends of a scale"),
        ({"items": {"min": "3", "max": "3"}, "scoring": {"second": "percent"}}, "needs two ends of a scale"),
        ({"range": {"min": "50", "max": "0"}}, "from 50 down to 0"),
        ({"items": {"reversed": ["7"]}}, "Item 7 is reversed"),
        ({"parts": {"pain": {"which": ["1", "9"], "min": "0", "max": "4"}}}, "has item 9"),
        ({"range": {"max": "9" * 300}}, "longer than 15 digits"),
    ],
)
def test_a_flaw_is_told_and_no_total_is_given(blocks: dict[str, Any], says: str) -> None:
    """The sentence says what is wrong with the entry, and answers are not counted."""
    entry = changed(**blocks)
    found = flaws(entry)
    assert any(says in flaw.message for flaw in found)
    assert all(flaw.help for flaw in found)
    result = score(entry, ["3", "3"])
    assert result.total is None
    assert result.why_none == found[0].message
    assert misfits(entry, ["3", "3"])[0].message == found[0].message


NUMBER = st.sampled_from(["0", "1", "3", "8", "-4", "0.5", "100", "9" * 16, "9" * 300])
METHOD = st.sampled_from(["sum", "mean", "percent", "mean-transform", "mean-of-subscales", "single", "count"])
ANSWER = st.one_of(st.none(), NUMBER, st.sampled_from(["no answer", "3-4", "1,5", "lots", "-", "4 deg"]))


@settings(max_examples=400, deadline=None)
@given(
    st.tuples(NUMBER, NUMBER, NUMBER, NUMBER), st.integers(1, 5), METHOD, st.sampled_from([None, "percent", "sum"]),
    st.lists(ANSWER, max_size=6),
)  # fmt: skip
def test_odd_instruments_never_raise(
    ends: tuple[str, str, str, str], count: int, method: str, second: str | None, answers: list[str | None]
) -> None:
    """A total inside its range, or the reason why there is none."""
    entry = {
        "range": {"min": ends[0], "max": ends[1]},
        "items": {"count": str(count), "min": ends[2], "max": ends[3]},
        "scoring": {"method": method, "percent": "true", **({"second": second} if second else {})},
    }
    result = score(entry, answers)
    assert (result.total is None) == bool(result.why_none)
    assert norm_of(entry, {"age": 50}) is None
    assert isinstance(misfits(entry, answers), list)
