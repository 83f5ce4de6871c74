"""What a figure is to reach, and whether it does."""

from __future__ import annotations

import pytest

from massageplan.clinical.targets import (
    aim_of_change,
    aim_of_target,
    gained,
    has_size,
    is_target,
    is_wrong_way,
    reached,
)
from massageplan.clinical.values import read


@pytest.mark.parametrize(
    ("to", "better", "start", "figure", "is_reached"),
    [
        ("8", True, "4", "8", True),
        ("8", True, "4", "7", False),
        ("8", None, "4", "9", True),
        ("8", None, None, "9", None),
        ("6", False, "12", "6", True),
        ("6", None, "12", "5", True),
        ("at most 1/night", False, "3/night", "1/night", True),
        ("at most 1/night", None, "3/night", "2/night", False),
        ("at most 1/night", False, "3/night", "0", True),
        ("at most 1/night", False, "3/night", "0/night", True),
        ("0", False, "3/night", "0/night", True),
        ("0", False, "3/night", "1/week", False),
        ("under 5", False, "7", "5", False),
        ("under 5", False, "7", "4", True),
        ("under 5", False, "7", "under 5", True),
        ("over 60", None, "40", "60", False),
        ("over 60", None, "40", "61", True),
        ("at least 60", None, "40", "60", True),
        ("60-70", True, "40", "60", True),
        ("60-70", True, "40", "59", False),
        ("2-3", False, "7", "3", True),
        ("8", True, "4", "7-8", False),
        ("8", True, "4", "8-9", True),
        ("up 3", True, "4", "7", True),
        ("up 3", True, None, "7", None),
        ("at least 60 min", None, "40 min", "1 h", True),
        ("at least 60 min", None, "40 min", "55 min", False),
        ("5/24", False, "11/24", "5/24", True),
        ("5", False, "11/24", "5/24", True),
        ("20 %", False, "40 %", "12/50", None),
        ("20 cm", True, "10 cm", "21 in", None),
        ("5/5", True, "4-/5", "4+/5", False),
        ("4/5", True, "3/5", "4+/5", True),
        ("4+/5", True, "3/5", "4/5", False),
        ("negative", None, "positive", "negative", None),
        ("22:30", None, "23:30", "22:00", None),
        ("8", True, "4", "much better", None),
        ("8", True, "4", "at least 8", True),
        ("8", True, "4", "at most 9", None),
    ],
)
def test_targets(to: str, better: bool | None, start: str | None, figure: str, is_reached: bool | None) -> None:
    """Understood, or left alone: None is never a no."""
    aim = aim_of_target(to, better, read(start) if start else None)
    assert (reached(aim, read(figure)) if aim else None) is is_reached


@pytest.mark.parametrize(
    ("change", "start", "unit", "figure", "is_reached"),
    [
        ("up 3", "4", "", "7", True),
        ("up 3", "4", "", "6", False),
        ("down 2", "6", "", "4", True),
        ("down 2", "6", "", "5", False),
        ("up 3", "3-4", "", "6", False),
        ("up 3", "3-4", "", "7", True),
        ("up 2-3", "4", "", "6", True),
        ("up at least 3", "4", "", "6", False),
        ("up 0.2", "4.1", "", "4.3", True),
        ("down 2", "3/night", "", "1/night", True),
        ("down 2/night", "3/night", "", "2/night", False),
        ("down 2/night", "3/night", "", "1/night", True),
        ("up 10 min", "30 min", "", "40 min", True),
        ("up 10", "30 min", "", "39 min", False),
        ("down 30 %", "50", "points", "35", True),
        ("down 30 %", "50", "points", "36", False),
        ("down 30 %", "50", "%", "21", False),
        ("down 30 %", "50", "%", "20", True),
        ("up 10 deg", "40", "deg", "50", True),
        ("up 2 cm", "3 in", "", "9 in", None),
        ("up 1", "3+/5", "", "4/5", False),
        ("up 1", "3+/5", "", "4+/5", True),
        ("up 3", "a little", "", "7", None),
        ("better", "4", "", "9", None),
        ("less of it", "4", "", "9", None),
    ],
)
def test_changes(change: str, start: str, unit: str, figure: str, is_reached: bool | None) -> None:
    """Of a range, the end that speaks against a change is taken."""
    aim = aim_of_change(change, read(start), unit)
    assert (reached(aim, read(figure)) if aim else None) is is_reached


def test_how_far_it_moved() -> None:
    """The way it should is positive; plus and minus of a grade are a third."""
    assert gained(read("3"), read("4"), up=True) == 1
    assert gained(read("6"), read("4"), up=False) == 2
    assert gained(read("6"), read("7"), up=False) == -1
    assert gained(read("3-4"), read("6-7"), up=True) == 2
    assert gained(read("4-/5"), read("4+/5"), up=True) == pytest.approx(2 / 3)
    assert gained(read("3"), read("better"), up=True) is None


@pytest.mark.parametrize("change", ["up 0", "up -3", "down 0 %", "up 0-2", "down 0/night"])
def test_a_change_of_nothing_has_no_size(change: str) -> None:
    """Whatever the start: it would be seen at once."""
    assert not has_size(change)
    assert aim_of_change(change, read("2/night" if "/" in change else "4")) is None


def test_a_share_of_nothing_is_no_change() -> None:
    """Thirty percent of 0 is 0."""
    assert aim_of_change("up 30 %", read("0"), "points") is None


@pytest.mark.parametrize(
    ("told", "good", "start", "is_wrong"),
    [
        ("up 3", False, None, True),
        ("up 3", True, None, False),
        ("down 2/night", True, None, True),
        ("up 3", None, "4", False),
        ("better", False, "4", False),
        ("up 0", False, "4", False),
        ("at least 8", False, None, True),
        ("under 3", True, "4", True),
        ("at most 3", False, "6", False),
        ("3", True, "6", True),
        ("3", True, None, False),
        ("6", True, "6", False),
        ("7", False, "6", True),
        ("7", True, "6-8", False),
        ("negative", True, "6", False),
        (None, True, "6", False),
    ],
)
def test_the_wrong_way(told: str | None, good: bool | None, start: str | None, is_wrong: bool) -> None:
    """By its words; of a bare figure, from the start; never where nothing says which way is good."""
    assert is_wrong_way(told, good, read(start) if start else None) is is_wrong


def test_what_has_a_size() -> None:
    """A change with an amount, and a target that is a figure."""
    assert [has_size(text) for text in ("up 3", "down 2/night", "better", "up", "a bit", None)] == [
        True, True, False, False, False, False,
    ]  # fmt: skip
    assert [is_target(text) for text in ("8", "at most 1/night", "60-70", "up 3", "negative", "22:30", None)] == [
        True, True, True, True, False, False, False,
    ]  # fmt: skip
