"""Which of two figures is the higher: an order where one is defined, and none where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massageplan.clinical.order import compare
from massageplan.clinical.value import Value
from massageplan.clinical.values import read

GRADES = ["0", "1-", "1", "1+", "2-", "2/5", "2+/5", "3-/5", "3/5", "3+/5", "4-", "4", "4+", "5-/5", "5/5"]
NUMBERS = st.integers(-999, 999).map(str) | st.decimals(-99, 99, places=2).map(str)
ANY = st.one_of(
    NUMBERS,
    st.sampled_from(GRADES),
    st.builds("{}-{}".format, st.integers(0, 9), st.integers(0, 9)),
    st.builds("{} {}".format, st.sampled_from(["under", "over", "at least", "at most"]), st.integers(0, 9)),
    st.builds("{} {}".format, st.integers(0, 9), st.sampled_from(["deg", "cm", "min", "h", "sd 2", "positive"])),
    st.builds("{}/{}".format, st.integers(0, 9), st.sampled_from(["5", "10", "day", "week", "visit"])),
    st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)),
    st.sampled_from(["mild", "severe", "up 3", "not done", "6 -> 4", ""]),
).map(read)
FLAGS = st.fixed_dictionaries({"grades": st.booleans(), "night": st.booleans()})
RANKS = ("none", "mild", "moderate", "severe")


def order(a: str, b: str, grades: bool = False, night: bool = False) -> int | None:
    """How two figures compare as written."""
    return compare(read(a), read(b), RANKS, grades, night)


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("3", "4"), ("-5", "0"), ("1,5", "1.6"), ("40 deg", "41 deg"), ("40", "41 deg"), ("3/10", "4/10"),
        ("3", "4/10"), ("45 min", "1 h"), ("90 s", "2 min"), ("7 h 30 min", "8 h"), ("07:00", "22:41"),
        ("6:59 am", "07:00-07:30"), ("weekly", "3/week"), ("3/week", "daily"), ("at most 1/week", "daily"),
        ("every 3 days", "every other day"), ("3-5", "6"), ("3-5", "6-8"), ("under 5", "5"),
        ("under 5", "at least 5"), ("under 5", "over 5"), ("5", "over 5"), ("at most 5", "over 5"),
        ("at most 4", "5"), ("29.2 sd 17.0", "30"), ("mild", "severe"), ("None", "mild"), ("3+", "4-"),
        ("2+/5", "3-/5"),
    ],
)  # fmt: skip
def test_lower(low: str, high: str) -> None:
    """One is lower than the other, and the other higher than it."""
    assert (order(low, high), order(high, low)) == (-1, 1)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("not done", "0"), ("", ""), ("0", "none"), ("up 3", "up 4"), ("6 -> 4", "3"), ("3/5", "3/10"),
        ("4 cm", "3 mm"), ("3-5", "4"), ("3-5", "5-6"), ("at most 5", "5"), ("at most 5", "at least 5"),
        ("under 5", "4"), ("6-4", "5"), ("6-4", "9"), ("45 min", "45"), ("8:30", "8 h 30 min"), ("3", "3/week"),
        ("1/visit", "1/day"), ("mild", "sore"), ("sore", "sore"), ("3+", "3"), ("3+/5", "4/5"), ("3+/5", "4+/6"),
    ],
)  # fmt: skip
def test_no_order(a: str, b: str) -> None:
    """Neither can be said to be higher, or the same."""
    assert (order(a, b), order(b, a)) == (None, None)


def test_grades_step_by_thirds() -> None:
    """Plus and minus lie between the whole grades where a measure is graded."""
    for n, low in enumerate(GRADES):
        assert order(low, low, grades=True) == 0
        assert all(order(low, high, grades=True) == -1 for high in GRADES[n + 1 :])


def test_the_day_of_bedtimes_turns_at_noon() -> None:
    """Half past eleven is before half past twelve at night."""
    assert order("23:30", "00:30") == 1
    assert order("23:30", "00:30", night=True) == -1
    assert order("23:00-01:00", "02:00", night=True) == -1
    assert order("23:00-01:00", "02:00") is None


@settings(max_examples=300)
@given(NUMBERS, NUMBERS)
def test_numbers_are_totally_ordered(a: str, b: str) -> None:
    """As their values are."""
    assert order(a, b) == (float(a) > float(b)) - (float(a) < float(b))


@settings(max_examples=500)
@given(ANY, ANY, FLAGS)
def test_antisymmetric(a: Value, b: Value, flags: dict[str, bool]) -> None:
    """Turned round, the answer turns round."""
    forth, back = compare(a, b, RANKS, **flags), compare(b, a, RANKS, **flags)
    assert (forth is None and back is None) or (forth is not None and back == -forth)


@settings(max_examples=1000)
@given(ANY, ANY, ANY, FLAGS)
def test_transitive(a: Value, b: Value, c: Value, flags: dict[str, bool]) -> None:
    """Two steps up are never a step down."""
    one, two, both = (compare(x, y, RANKS, **flags) for x, y in ((a, b), (b, c), (a, c)))
    if one is not None and two is not None and both is not None and one >= 0 and two >= 0:
        assert both == max(one, two)
