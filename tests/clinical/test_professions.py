"""What professions are called, in a network and in a plan."""

from __future__ import annotations

import pytest

from massageplan.clinical.professions import NAMES, is_of, kinds


@pytest.mark.parametrize(
    ("profession", "wanted", "expected"),
    [
        ("family doctor", "GP", True),
        ("gp", "family doctor", True),
        ("Physician", "gp", True),
        ("doctor (Lakeside clinic)", "GP", True),
        ("sports doctor", "GP", False),
        ("sports doctor", "doctor", True),
        ("gp", "sports doctor", False),
        ("gp", "doctor", True),
        ("doctor of chiropractic", "GP", False),
        ("doctor of chiropractic", "chiropractor", True),
        ("Doctor of Physical Therapy", "physio", True),
        ("physio", "Physiotherapist", True),
        ("sports physiotherapist", "physiotherapist", True),
        ("exercise physiologist", "physiotherapist", False),
        ("exercise physiologist", "trainer", True),
        ("running coach", "trainer", True),
        ("coachman", "trainer", False),
        ("obstetrician", "midwife", True),
        ("midwife", "doctor", False),
        ("occupational-therapist", "ergonomist", True),
        ("massage therapist", "physiotherapist", False),
        ("osteopath", "chiropractor or osteopath", True),
        ("registered hand surgeon", "doctor", True),
        ("Lymph-drainage nurse", "lymph drainage nurse", True),
        ("nurse", "lymph-drainage nurse", False),
        (None, "GP", False),
        ("", "GP", False),
        ("gp", "", False),
    ],
)
def test_who_is_of_a_profession(profession: str | None, wanted: str, expected: bool) -> None:
    """By whole words and by every name it has; what nobody knows is compared as it is written."""
    assert is_of(profession, wanted) == expected


def test_each_name_means_its_own_profession() -> None:
    """No longer name swallows a shorter one whole, and none is written with capitals or hyphens."""
    for profession, names in NAMES.items():
        for name in names:
            assert profession in kinds(name), name
            assert name == name.casefold().replace("-", " ")


def test_somebody_nobody_knows_is_of_no_kind() -> None:
    """Then nothing can be said against them."""
    assert kinds("lymph-drainage nurse") == frozenset()
