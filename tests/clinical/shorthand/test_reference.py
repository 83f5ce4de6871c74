"""References of clients' texts: any slip of the finger is found."""

from __future__ import annotations

import pytest
from hypothesis import assume
from hypothesis import given as for_any
from hypothesis import strategies as st

from massageplan.clinical.shorthand.reference import SIGNS, Reference, check_of, read_reference, sheet_mark

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789/_-.%"
TEXTS = st.text(LETTERS, min_size=2, max_size=120)
CODES = st.from_regex(r"[a-z]{1,4}-[a-z0-9]{4}", fullmatch=True)
REFERENCES = st.builds(
    Reference,
    CODES,
    st.none() | st.integers(1, 520),
    st.text(SIGNS, min_size=2, max_size=2),
    st.none() | st.text(SIGNS, min_size=3, max_size=3),
)


@for_any(REFERENCES)
def test_a_reference_is_read_as_it_was_written(reference: Reference) -> None:
    """Also in capitals and with the full stop that a phone puts behind it."""
    assert read_reference(str(reference)) == reference
    assert read_reference(f"{reference}.".upper()) == reference


@pytest.mark.parametrize("text", ["", "jd-7k2m", "jd-7k2m.w2", "jd-7k2m.w2.mk.t4", "jd-7k2m.w2.m0.t4x", "jd-7k.w2.mk"])
def test_what_is_cut_or_damaged_is_no_reference(text: str) -> None:
    """A part that is missing, or a sign that none is written with."""
    assert read_reference(text) is None


@for_any(TEXTS, st.data())
def test_a_wrong_character_is_always_found(text: str, data: st.DataObject) -> None:
    """Whatever stands in its place."""
    at, other = data.draw(st.integers(0, len(text) - 1)), data.draw(st.sampled_from(LETTERS))
    assume(other != text[at])
    assert check_of(text[:at] + other + text[at + 1 :]) != check_of(text)


@for_any(TEXTS, st.data())
def test_two_neighbours_that_changed_places_are_always_found(text: str, data: st.DataObject) -> None:
    """`45/7` for `54/7`."""
    at = data.draw(st.integers(0, len(text) - 2))
    assume(text[at] != text[at + 1])
    assert check_of(text[:at] + text[at + 1] + text[at] + text[at + 2 :]) != check_of(text)


def test_what_a_phone_changes_by_itself_does_not_count() -> None:
    """Capitals, blanks, and a line break behind a semicolon."""
    assert check_of("Hw 5/7  4/7 ;N 3;\n ref x") == check_of("hw 5/7 4/7; n 3; ref x")
    assert check_of("hw 5/7 4/7") != check_of("hw 5/74/7")


def test_the_check_is_what_the_script_of_the_page_makes() -> None:
    """Three signs each; the figures are those of the script, which `page.js` repeats."""
    assert check_of("hw 4/14 0/14 0/3; n 4; ref jd-7k2m.w1.v6") == "7ct"
    assert sheet_mark(["pelvic-tilt", "single-knee-to-chest", "glute-bridge"]) == "v6"
    assert sheet_mark(["single-knee-to-chest", "pelvic-tilt", "glute-bridge"]) != "v6"
