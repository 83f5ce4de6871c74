"""What is usual for a movement, by the age and sex of the client; figures typed from the library's entries."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical.reference import Person, is_limited, usual
from massageplan.library.catalogue import Library
from massageplan.store import resources

from .conftest import SCHEMAS

LIBRARY = Library(SCHEMAS, resources.BuiltIn())


def movement(id: str) -> Any:
    """Data of a movement."""
    item = LIBRARY.item("movement", id)
    assert item is not None
    return item.data


CASES: list[tuple[str, str | None, int | None, str]] = [
    # by age and sex (CDC), both ends of the groups
    ("shoulder-flexion", "female", 20, "172 (CDC women 20-44 mean)"),
    ("shoulder-flexion", "female", 44, "172 (CDC women 20-44 mean)"),
    ("shoulder-flexion", "female", 45, "168.1 (CDC women 45-69 mean)"),
    ("shoulder-flexion", "male", 30, "168.8 (CDC men 20-44 mean)"),
    ("shoulder-flexion", "male", 69, "164 (CDC men 45-69 mean)"),
    # by age alone, by sex alone
    ("shoulder-flexion", "female", 70, "165 (Walker mean, 30 men and 30 women aged 65-85)"),
    ("shoulder-flexion", None, 30, "164-179 (Gill 2020 median, women and men 20-39)"),
    ("shoulder-flexion", "intersex", 30, "164-179 (Gill 2020 median, women and men 20-39)"),
    ("shoulder-flexion", "unknown", 70, "165 (Walker mean, 30 men and 30 women aged 65-85)"),
    ("shoulder-flexion", "male", None, "167 (Boone and Azen 1979 mean (males))"),
    # nothing fits: the printed figure, with whose it is
    ("shoulder-flexion", "female", None, "180 (AAOS)"),
    ("shoulder-flexion", None, None, "180 (AAOS)"),
    ("shoulder-flexion", "female", 12, "180 (AAOS)"),
    ("lumbar-flexion", "male", 40, "60 (AMA)"),
    ("fingertip-to-floor", "female", 40, "0 (Common teaching: 0 cm = touches floor, not verified)"),
]  # fmt: skip


@pytest.mark.parametrize(("id", "sex", "age", "said"), CASES, ids=[f"{i}-{s}-{a}" for i, s, a, _ in CASES])
def test_the_figure_that_fits_best_is_shown_with_its_author(
    id: str, sex: str | None, age: int | None, said: str
) -> None:
    """Age and sex before one of them, and the printed figure last; who does not know an age gets none by it."""
    assert str(usual(movement(id), Person(sex, age))) == said


def test_a_figure_knows_whether_it_was_measured_in_people_like_the_client() -> None:
    """And whether it was read in its source."""
    fits = usual(movement("shoulder-flexion"), Person("female", 30))
    printed = usual(movement("fingertip-to-floor"), Person("female", 30))
    assert fits is not None
    assert printed is not None
    assert (fits.fits, fits.verified) == (True, True)
    assert (printed.fits, printed.verified) == (False, False)


def test_the_unit_stands_behind_the_figure() -> None:
    """Where the movement is not measured in degrees."""
    norm = usual(movement("fingertip-to-floor"), Person())
    assert norm is not None
    assert norm.said("cm") == "0 cm (Common teaching: 0 cm = touches floor, not verified)"
    assert norm.said() == str(norm)


def row(**more: str) -> dict[str, str]:
    """A published figure of an invented movement."""
    return {"authority": "A", "value": "60", "verified": "true", **more}


def test_a_wide_group_is_no_norm_for_an_age() -> None:
    """What holds for 16 to 90 says nothing of somebody of 40; thirty years may be one group."""
    wide = {"normal": [row(ages="16-90", value="40"), row(ages="10-40", value="50")], "reference": {"value": "60"}}
    assert [usual(wide, Person(None, age)).__str__() for age in (41, 40)] == [
        "60 (the library's choice, not verified)",
        "50 (A)",
    ]


def test_from_an_age_on() -> None:
    """The oldest group has no end."""
    old = {"normal": [row(ages="70 on", value="40")], "reference": {"value": "60", "choice": "C"}}
    assert str(usual(old, Person(None, 70))) == "40 (A)"
    assert str(usual(old, Person(None, 69))) == "60 (C, not verified)"


def test_of_two_that_fit_alike_the_verified_one_is_shown() -> None:
    """Whichever stands first."""
    both = {"normal": [row(ages="20-44", verified="false", authority="B"), row(ages="20-44")]}
    assert str(usual(both, Person(None, 30))) == "60 (A)"
    assert str(usual({"normal": both["normal"][:1]}, Person(None, 30))) == "60 (B, not verified)"


def test_a_row_of_words_is_no_figure() -> None:
    """One that tells a course and no number leaves the printed figure in force."""
    told: dict[str, Any] = {
        "normal": [{"authority": "A", "sex": "women", "text": "falls with age"}, row()],
        "reference": {"value": "60"},
    }
    assert str(usual(told, Person("female", 30))) == "60 (A)"
    assert usual({"normal": told["normal"][:1]}, Person("female", 30)) is None


@pytest.mark.parametrize("entry", [{}, {"normal": None, "reference": None}, {"reference": {"choice": "none"}}])
def test_no_figure_is_none(entry: dict[str, Any]) -> None:
    """And nothing is called limited by it."""
    assert usual(entry, Person("female", 30)) is None
    assert not is_limited(entry, 1, Person("female", 30))


LIMITED: list[tuple[str, float, float | None, bool]] = [
    # more is better: a tenth below 60 is 54
    ("lumbar-flexion", 60, None, False),
    ("lumbar-flexion", 54, None, False),
    ("lumbar-flexion", 53.9, None, True),
    ("lumbar-flexion", 95, None, False),
    # less is better, and nothing is usual
    ("fingertip-to-floor", 0, None, False),
    ("fingertip-to-floor", -5, None, False),
    ("fingertip-to-floor", 1, None, True),
    # the other side
    ("cervical-rotation", 80, 88, False),
    ("cervical-rotation", 80, 89, True),
    ("cervical-rotation", 89, 80, False),
    ("fingertip-to-floor", -8, -10, True),
    ("fingertip-to-floor", -10, -8, False),
]


@pytest.mark.parametrize(("id", "figure", "other", "short"), LIMITED)
def test_a_movement_is_limited_by_more_than_a_tenth(id: str, figure: float, other: float | None, short: bool) -> None:
    """Of what is usual, or of the other side."""
    assert is_limited(movement(id), figure, Person(), other) is short


def test_a_range_counts_by_its_worse_end() -> None:
    """164 to 179 is usual; 148 is a tenth below 164."""
    young = Person(None, 30)
    assert not is_limited(movement("shoulder-flexion"), 148, young)
    assert is_limited(movement("shoulder-flexion"), 147, young)


IDS = sorted(LIBRARY.ids("movement"))
FIGURES = st.floats(-100, 400, allow_nan=False)
PEOPLE = st.builds(Person, st.sampled_from([None, "female", "male", "intersex"]), st.none() | st.integers(0, 110))


@given(st.sampled_from(IDS), FIGURES, FIGURES, PEOPLE, st.none() | FIGURES)
def test_a_better_figure_is_never_more_limited(
    id: str, one: float, two: float, who: Person, other: float | None
) -> None:
    """Whoever the client is, and whatever the other side does."""
    entry = movement(id)
    worse, better = sorted((one, two), reverse=entry.get("direction") == "higher-is-worse")
    assert is_limited(entry, worse, who, other) or not is_limited(entry, better, who, other)


@pytest.mark.parametrize("id", IDS)
def test_every_movement_says_what_is_usual_or_nothing(id: str) -> None:
    """At every age and for every sex there is an author behind the figure, and its ends are in order."""
    for sex in (None, "female", "male", "intersex"):
        for age in (None, 1, 12, 17, 30, 50, 70, 95):
            norm = usual(movement(id), Person(sex, age))
            assert norm is None or (norm.author and norm.low <= norm.high)
