"""Where something stands in a file."""

from __future__ import annotations

from .frozen import Frozen

Path = tuple[str | int, ...]
"""Keys and list indices (from 0) that lead from the top of a record to one place in it."""


class Span(Frozen):
    """A stretch of one file; lines and columns count characters from 1, the end column is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
