"""Single lines of a practice's files, for showing where a fault stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..store.practice import PracticeFiles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def source_lines(root: Path) -> Callable[[str, int], str | None]:
    """Gives the line of a file by number (from 1); None if there is no such line."""
    files = PracticeFiles(root)

    @lru_cache(maxsize=8)
    def lines(file: str) -> list[str]:
        raw = files.read(file)
        text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
        return re.split("\r\n|\n|\r", text.removeprefix("\ufeff"))

    def line(file: str, number: int) -> str | None:
        found = lines(file)
        return found[number - 1] if 0 < number <= len(found) else None

    return line
