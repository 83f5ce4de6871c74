"""A typed line with a mark under the piece that was not understood."""

from __future__ import annotations

from ..report.safe import one_line, width

INDENT = 4
"""Where the line begins: right under what was typed behind the prompt."""


def pointed(line: str, column: int, end_column: int, columns: int) -> list[str]:
    """The line, cut where it is longer than the terminal, and the marks below it.

    Args:
        column, end_column: the piece, counted from 1; the end is the first character behind it.
        columns: width of the terminal.
    """
    room = max(20, columns - INDENT - 1)
    start = 0 if width(one_line(line)) <= room else _start(line, column - 1, room // 2)
    shown = _cut(one_line(line[start:]), room)
    before = width(one_line(line[start : column - 1]))
    marks = min(width(one_line(line[column - 1 : end_column - 1])) or 1, max(1, room - before))
    blank = " " * INDENT
    return [blank + shown, blank + " " * before + "^" * marks]


def _start(line: str, at: int, room: int) -> int:
    """Where to begin so that no more than this stands before a place."""
    start = max(0, at - room)
    while width(one_line(line[start:at])) > room:
        start += 1
    return start


def _cut(text: str, room: int) -> str:
    """As much of the beginning as fits."""
    while width(text) > room:
        text = text[: room if len(text) > room else -1]
    return text
