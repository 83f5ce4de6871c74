"""A mark under the piece that was not understood."""

from __future__ import annotations

import pytest

from massageplan.ask.pointing import pointed
from massageplan.report.safe import width


def test_the_mark_stands_under_the_piece() -> None:
    """At the column where it was typed behind the prompt."""
    assert pointed("n 6>4; zork 3", 8, 12, 80) == ["    n 6>4; zork 3", "           ^^^^"]


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("before", ["x" * 10, "x" * 500, "日本" * 100, "a\u0301" * 90])
def test_a_long_line_is_cut_round_the_piece(columns: int, before: str) -> None:
    """The piece shows, with the mark right below it, and nothing runs over the edge."""
    line = f"{before} zork {'y' * 300}"
    text, marks = pointed(line, len(before) + 2, len(before) + 6, columns)
    at = text.index("zork")
    assert max(width(text), width(marks)) < columns
    assert width(text[:at]) == marks.index("^")
    assert marks.count("^") == 4


def test_an_empty_piece_is_marked_too() -> None:
    """As at the end of a line where something is missing."""
    assert pointed("n 6>", 5, 5, 80) == ["    n 6>", "        ^"]
