"""What every command shares: the clock (read here and nowhere else), the practice, the usual options."""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from ..findings import did_you_mean

if TYPE_CHECKING:
    from typing import TextIO

    from ..workflows.load import Opened

PracticeOption = Annotated[
    str | None, typer.Option("--practice", metavar="FOLDER", help="The practice folder, if not the one you are in.")
]
TodayOption = Annotated[str | None, typer.Option("--today", metavar="DATE", help="Act as if today were DATE.")]


def today(given: str | None) -> date:
    """The day given, or the clock's.

    Raises:
        UsageError: it is not a day a record can be of.
    """
    return date.today() if given is None else day("--today", given)


def day(option: str, given: str, any_year: bool = False) -> date:
    """The day that an option names.

    Args:
        any_year: whether it may be one that no record can be of (those have years from 1900 to 2100).

    Raises:
        UsageError: it is not such a day.
    """
    try:
        named = date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{option} {given[:40]!r} is not a date.", "write it like 2026-11-30") from None
    if not (any_year or 1900 <= named.year <= 2100):
        raise UsageError(f"{option} {given} is no day a record can be of.", "look at the year")
    return named


def stopwatch() -> float:
    """Seconds on a clock that only runs forward."""
    return time.monotonic()


def pause() -> None:
    """Wait for the blink in which a person sees no delay."""
    time.sleep(0.2)


def practice_root(given: str | None) -> Path:
    """The practice folder to work in."""
    from ..store.practice import find

    return find(given, Path.cwd(), dict(os.environ))


def opened(given: str | None) -> Opened:
    """The practice, read."""
    from ..workflows.load import open_practice

    return open_practice(practice_root(given))


def choice(option: str, given: str, choices: tuple[str, ...]) -> str:
    """The value of an option that has a few choices.

    Raises:
        UsageError: it is none of them.
    """
    if given.casefold() in choices:
        return given.casefold()
    near = did_you_mean(given, choices)
    raise UsageError(f"{option} has no choice {given[:40]!r}.", near or f"one of: {', '.join(choices)}")


def color(stream: TextIO | None = None) -> bool:
    """Whether a stream, standard output where none is named, is a terminal that wants colour."""
    return (stream or sys.stdout).isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def complete_client(incomplete: str) -> list[str]:
    """Client folders that begin so; nothing where there is no practice."""
    from ..errors import Stop
    from ..store.practice import PracticeFiles

    try:
        return [code for code in PracticeFiles(practice_root(None)).codes() if code.startswith(incomplete)]
    except Stop:
        return []


ClientArgument = Annotated[
    str,
    typer.Argument(
        metavar="CLIENT",
        help="Any part of the client's name or folder.",
        autocompletion=complete_client,
        show_default=False,
    ),
]
