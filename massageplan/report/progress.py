"""A progress line on a terminal, after the first second."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

WAIT = 1.0
"""Seconds before a run is long enough to be told about."""


def bar(stream: TextIO, seconds: Callable[[], float], what: str) -> Callable[[int, int], None] | None:
    """A function to call with done and total; None where the stream is no terminal.

    Args:
        seconds: a running clock.
        what: what is counted.
    """
    if not stream.isatty():
        return None
    begun = seconds()

    def tell(done: int, total: int) -> None:
        if seconds() - begun < WAIT:
            return
        if done >= total:
            stream.write("\r\x1b[K")
        else:
            filled = 24 * done // max(total, 1)
            stream.write(f"\r{'#' * filled}{'.' * (24 - filled)} {done} of {total} {what}")
        stream.flush()

    return tell
