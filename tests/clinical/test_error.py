"""How large a change must be to be more than error, with the source of each figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical.error import Error, error_of
from massageplan.clinical.values import read
from massageplan.library.catalogue import Library
from massageplan.store import resources

from .conftest import SCHEMAS

BUILT_IN = Library(SCHEMAS, resources.BuiltIn())


@pytest.mark.parametrize(
    ("address", "figure", "unit", "better", "source", "verified"),
    [
        ("psfs/lift-crate", 3, "points", True, "stratford-1995-psfs", True),  # one activity, not the mean of several
        ("psfs", 2, "points", True, "stratford-1995-psfs", True),
        ("pain/lumbar/now", 2, "points", False, "ostelo-2008", True),
        ("headache/head/worst", 2, "points", False, "ostelo-2008", True),
        ("rmdq", 5, "points", False, "stratford-1996-rmdq", True),
        ("rom/shoulder-flexion", 8, "deg", True, "kolber-2011", True),
        ("rom/straight-leg-raise", 12, "deg", True, None, True),  # the greatest of one tester
        ("rom/fingertip-to-floor", 9.8, "cm", False, None, True),
        ("rom/hip-extension", 10, "deg", True, "house-rules", False),  # nobody published one
    ],
)
def test_each_measure_has_its_error_and_the_source_of_it(
    address: str, figure: float, unit: str, better: bool, source: str | None, verified: bool
) -> None:
    """By the defaults of an instrument, the greatest error of one tester, or a house rule that says so."""
    error = error_of(BUILT_IN, address)
    assert error is not None
    assert (error.figure, error.unit, error.better, error.verified) == (figure, unit, better, verified)
    assert source is None or error.sources[0] == source
    assert error.assumed == (source == "house-rules")


@pytest.mark.parametrize("address", ["pain/lumbar/wakes", "rom/nothing", "palpation/x/tone", "count/visits", "rom"])
def test_what_has_no_error_has_none(address: str) -> None:
    """A count, a word and an unknown movement are held against nothing."""
    assert error_of(BUILT_IN, address) is None


def test_a_pain_on_another_scale_has_the_error_of_that_scale() -> None:
    """100 mm is not 10 points."""
    error = error_of(BUILT_IN, "pain/lumbar/now", "vas")
    assert error is not None
    assert error.high == 100


@pytest.mark.parametrize(
    ("before", "after", "better", "gain"),
    [("3", "7", True, 4), ("7", "4", False, 3), ("4", "7", False, -3), ("6-7", "3-4", False, 2), ("0", "0", True, 0),
     ("11/24", "6/24", False, 5), ("3", "tender", True, None), ("3", "over 5", True, None)],
)  # fmt: skip
def test_a_gain_is_what_is_sure_and_never_made_up(before: str, after: str, better: bool, gain: float | None) -> None:
    """Of a range the worse end counts; words give none."""
    assert Error(2, "points", better).gain(read(before), read(after)) == gain


def test_a_real_difference_is_more_than_error() -> None:
    """The smaller of the two figures of what matters, but never less than the error."""
    assert Error(2, "points", False, 2, 30).clear(9) == 2
    assert Error(2, "points", False, 5, 30).clear(9) == pytest.approx(2.7)
    assert Error(2, "points", False, None, 30).clear(3) == 2
    assert Error(None, "days", False, None, 50).clear(12) is None


@given(st.integers(0, 20), st.integers(0, 20), st.booleans())
def test_turning_the_direction_turns_the_gain(before: int, after: int, better: bool) -> None:
    """What is a gain one way is the same loss the other way."""
    values = read(str(before)), read(str(after))
    gain, loss = Error(1, "", better).gain(*values), Error(1, "", not better).gain(*values)
    assert gain is not None
    assert loss == -gain
