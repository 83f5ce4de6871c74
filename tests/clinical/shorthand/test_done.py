"""How the homework went."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.clinical.shorthand.note import read_done

from .conftest import MAREK, STRANGER, data, marked

TABLE: list[tuple[str, Any]] = [
    ("4/7", "4/7"),
    ("4 of 7", "4/7"),
    ("80 %", "80 %"),
    ("80%", "80%"),
    ("3/week", "3/week"),
    ("5 days", "5 days"),
    ("all", "always"),
    ("none", "none"),
    ("unknown", "unknown"),
    ("bridge 3/7, knee roll 5/7", {"glute-bridge": "3/7", "knee-roll": "5/7"}),
    ("walk most", {"walking-plan": "most"}),
    ("glute-bridge: 6 of 7", {"glute-bridge": "6/7"}),
]


@pytest.mark.parametrize(("text", "meant"), TABLE, ids=[text for text, _ in TABLE])
def test_homework_is_understood(text: str, meant: Any) -> None:
    """As a whole or line by line, in the note and at its prompt."""
    assert data(f"hw {text}") == {"homework-done": meant}
    assert read_done(text, MAREK) == (meant, ())


FAULTS = [
    ("4", "4", "write 4/7, 80 %, all, none or unknown"),
    ("not done", "not done", "write 4/7, 80 %, all, none or unknown"),
    ("4/0", "4/0", "write 4/7, 80 %, all, none or unknown"),
    ("bridge", "bridge", "write 4/7, 80 %, all, none or unknown"),
    ("bridge often", "bridge often", "write 4/7, 80 %, all, none or unknown"),
    ("4/7, bridge 5/7", "4/7", "write bridge 3/7, knee roll 5/7, or one figure for all"),
    ("bridge 4/7, glute 5/7", "glute", "keep one of the two"),
    ("bridge 4", "4", "write 4/7, 80 %, all, none or unknown"),
    ("glute-bridg 4/7x", "4/7x", "write 4/7, 80 %, all, none or unknown"),
    ("clam 4/7", "clam", "did you mean knee-roll, glute-bridge or walking-plan?"),
]


@pytest.mark.parametrize(("text", "at", "help"), FAULTS, ids=[text for text, _, _ in FAULTS])
def test_what_does_not_say_how_often_is_pointed_at(text: str, at: str, help: str) -> None:
    """A bare number has no whole, and `not done` would mean that nobody asked."""
    fault = read_done(text, MAREK)[1][0]
    assert (marked(text, fault), fault.help) == (at, help)


def test_lines_that_are_alike_are_both_named() -> None:
    """Nothing is chosen between two stretches of the calf."""
    known = type(MAREK)(MAREK.words, MAREK.library, homework=("calf-stretch-bent", "calf-stretch-straight"))
    fault = read_done("calf 3/7", known)[1][0]
    assert fault.help == "did you mean calf-stretch-bent or calf-stretch-straight?"


def test_without_homework_there_is_one_figure_for_all() -> None:
    """A line cannot be named if none is in force."""
    assert read_done("bridge 3/7", STRANGER)[1][0].help == "give one figure for all of it: hw 4/7"
    assert read_done("4/7", STRANGER) == ("4/7", ())
    assert read_done(" ", STRANGER) == (None, ())
