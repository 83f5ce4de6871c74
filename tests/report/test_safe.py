"""Strings made safe, the progress line, and manual pages."""

from __future__ import annotations

import io

import pytest

from massageplan.checks.registry import page
from massageplan.report import pages
from massageplan.report.progress import WAIT, bar
from massageplan.report.safe import for_spreadsheet, for_terminal, one_line, width


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It does."""
        return True


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x1b[2J", "a\\u001b[2J"), ("a\u202eb", "a\\u202eb"), ("a\r\n\tb", "a\\u000d\n\tb"), ("é 😀", "é 😀")],
)
def test_terminal(text: str, shown: str) -> None:
    """What would steer the terminal is spelled; line breaks stay where text may have several lines."""
    assert for_terminal(text) == shown
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+49 519", "'+49 519"),
        ("@x", "'@x"),
        ("-5", "-5"),
        ("-5.5", "-5.5"),
        ("-x", "'-x"),
        ("", ""),
    ],
)
def test_spreadsheet(text: str, shown: str) -> None:
    """No cell is a formula, and a negative number stays one."""
    assert for_spreadsheet(text) == shown


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("日本", 4), ("😀", 2)])
def test_width(text: str, columns: int) -> None:
    """As a terminal counts."""
    assert width(text) == columns


def test_progress_is_told_on_a_terminal_after_a_while() -> None:
    """Not in a pipe, not in the first second; the line is gone when all is done."""
    now = [0.0]
    stream = Terminal()
    assert bar(io.StringIO(), lambda: now[0], "clients") is None
    tell = bar(stream, lambda: now[0], "clients")
    assert tell is not None
    tell(10, 100)
    assert stream.getvalue() == ""
    now[0] = WAIT
    tell(50, 100)
    assert stream.getvalue() == f"\r{'#' * 12}{'.' * 12} 50 of 100 clients"
    tell(100, 100)
    assert stream.getvalue().endswith("\r\x1b[K")


def test_pages() -> None:
    """A page on a terminal and in the docs, where examples are fenced."""
    read = page("plan-without-homework")
    assert pages.as_terminal("plan-without-homework", "warning", read).startswith("plan-without-homework (warning)\n")
    text = pages.as_markdown("plan-without-homework", "warning", read)
    assert text.startswith("# plan-without-homework\n\n*warning*")
    assert text.count("```yaml") == text.count("```\n") + text.endswith("```") > 0
