"""How the answers of a follow-up, and of the end of a plan, are understood."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.workflows.followups import channel, declined, sure

HOMEWORK = ("walking-plan", "wall-slide", "bird-dog")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("swimming", "swimming"),
        ("bird (no room); swimming", [{"what": "bird-dog", "why": "no room"}, "swimming"]),
        ("Walking plan: it rains: often", [{"what": "walking-plan", "why": "it rains: often"}]),
        ("tea at 9:30", "tea at 9:30"),
    ],
)
def test_what_was_declined_and_why(typed: str, kept: Any) -> None:
    """Why stands in brackets or behind a colon; a line of homework may be named by its beginning."""
    assert declined(typed, HOMEWORK) == (kept, [])


def test_a_slip_in_a_name_is_asked_about() -> None:
    """A line that is nearly named is not taken for something else; what is no line of homework is kept as typed."""
    assert declined("bird-dogg (no room)", HOMEWORK)[1] == ["Did you mean bird-dog? If not, say it in other words."]
    assert declined("hot yoga (no room)", HOMEWORK)[1] == []


@pytest.mark.parametrize(("typed", "good"), [("phone", True), ("in person", True), ("y", False), ("x.", False)])
def test_one_letter_is_no_channel(typed: str, good: bool) -> None:
    """It is a slip, such as a yes to another question."""
    assert (not channel(typed)[1]) is good


def test_a_beginning_that_two_lines_share_is_asked_again() -> None:
    """Where nobody says which lines there are, any name will do."""
    assert declined("wal", HOMEWORK) == ("wal", ["That may be walking-plan or wall-slide; type a little more of it."])
    assert declined("wal") == ("wal", [])


@pytest.mark.parametrize(
    "typed", [";;;", "()", "bird-dog (", "(no room)", "bird-dog (...)", "bird-dog (no room; no mat)"]
)
def test_what_names_nothing_is_asked_again(typed: str) -> None:
    """So is a bracket that is never closed."""
    assert declined(typed, HOMEWORK)[1]


@pytest.mark.parametrize(
    ("typed", "kept"), [("7", "7/10"), ("10 / 10", "10/10"), ("0 of 10", "0/10"), ("11", None), ("²", None)]
)
def test_how_sure_is_a_number_of_ten(typed: str, kept: str | None) -> None:
    """Anything else is asked again."""
    told, wrong = sure(typed)
    assert (told if not wrong else None) == kept
