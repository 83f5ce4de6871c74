"""A figure's file followed while somebody writes it: drawn anew at each change; a slip is told and stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..documents.figure_pages import following_page
from ..findings import Finding
from ..span import Span
from ..store.writer import write_new
from ..text.guard import MAX_BYTES
from .drawing import of_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ..library.catalogue import Library
    from .drawing import Look, Manner

REFRESH = 1
"""Seconds after which the browser reads the page again."""


def read(path: Path) -> bytes | Finding:
    """The bytes of a file, or why they cannot be had."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return Finding("unreadable-file", "This file is too large for an exercise.", Span(str(path)))
        return path.read_bytes()
    except OSError as error:
        message = f"This file cannot be read: {(error.strerror or str(error)).lower()}."
        return Finding("unreadable-file", message, Span(str(path)), "look at its name and permissions")


def changes(path: Path, pause: Callable[[], None]) -> Iterator[bytes | Finding]:
    """What a file holds: at once, then each time it is another.

    Args:
        pause: waits a little.
    """
    before: bytes | Finding | None = None
    while True:
        now = read(path)
        if isinstance(now, Finding):  # an editor may put a new file in the place of the old one
            pause()
            now = read(path)
        if now != before:
            yield now
        before = now
        pause()


class Following:
    """The page that follows a file.

    Args:
        file: name of the file as it is to be shown.
        page: where the page is written.
        svg: where the drawing is written too; None for nowhere.
    """

    def __init__(self, library: Library, manner: Manner, file: str, page: Path, svg: Path | None) -> None:
        self._library, self._manner, self._file = library, manner, file
        self._page, self._svg = page, svg
        self._last: Look | None = None
        self._shown = (file, "", "", "")

    def take(self, held: bytes | Finding, told: Callable[[Look], str]) -> Look:
        """Draw what the file holds now, and write the page; a drawing that was good stays until there is another.

        Args:
            told: puts into words what was found.
        """
        if isinstance(held, Finding):
            look = _unread(self._file, held)
        else:
            look = of_file(self._library, self._file, held, self._manner)
        if look.drawing or look.is_none:
            self._last = look
        seen = self._last or look
        svg = seen.drawing.svg if seen.drawing else ""
        self._shown = (seen.name, svg, seen.alternative, told(look))
        self._write(REFRESH)
        if look.drawing and self._svg:
            write_new(self._svg, look.drawing.svg, replace=True)
        return look

    def end(self) -> None:
        """Leave the page as it is: nothing will be written any more."""
        self._write(None)

    def _write(self, seconds: int | None) -> None:
        write_new(self._page, following_page(*self._shown, seconds), replace=True)


def _unread(file: str, why: Finding) -> Look:
    from .drawing import Look

    return Look(file, file, findings=(why,))
