"""What the commands share that read one typed line."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import typer

from .record import finish

if TYPE_CHECKING:
    from ..workflows.oneline import Misread, Way
    from ..workflows.recording import Work


def from_input(work: Work, way: Way, empty: str) -> None:
    """A record from the line on standard input; exit 1 with each piece that is not understood pointed at.

    Args:
        empty: what is said where there is no line.
    """
    from ..workflows.oneline import Misread, from_line
    from ..workflows.recording import read_source

    done = from_line(work, read_source("-").strip(), way)
    if isinstance(done, Misread):
        point(done, empty)
        print("nothing was kept", file=sys.stderr)
        raise typer.Exit(1)
    finish(done, work)


def point(misread: Misread, empty: str) -> None:
    """The line with each piece that was not understood marked below it."""
    from ..ask.pointing import pointed
    from ..ask.terminal import wrapped
    from ..clinical.shorthand.uses import UNKNOWN
    from ..report.safe import one_line

    if not misread.faults:
        print(empty, file=sys.stderr)
    columns = shutil.get_terminal_size().columns
    for fault in misread.faults:
        for line in pointed(misread.line, fault.column, fault.end_column, columns):
            print(line, file=sys.stderr)
        help = f" ({fault.help})" if fault.help else ""
        for line in wrapped(f"{fault.column}: {one_line(fault.message + help)}", columns, 4):
            print(line, file=sys.stderr)
    if any(fault.message == UNKNOWN for fault in misread.faults):
        print("    Or be asked one thing after the other: mplan session", file=sys.stderr)
