"""`mplan note`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from .context import ClientArgument, PracticeOption, TodayOption
from .record import DateOption, TherapistOption, finish, kept_on_stop, manner, offered, work_for

if TYPE_CHECKING:
    from ..workflows.note import Misread
    from ..workflows.recording import Done, Work


def run(
    client: ClientArgument,
    date: DateOption = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Note a visit in one line.

    Asks for the line, or reads it from standard input, so that it never stands in your shell's history:
    n 6>4; rot L 55>68; did QL, lats; hw 4/7; next: review goal 1
    """
    from ..ask import terminal
    from ..workflows import note
    from ..workflows.recording import read_source

    work = work_for("session", client, (date, therapist, practice, today_))
    if terminal.here():
        finish(kept_on_stop(work, lambda: _at_terminal(work)), work)
        return
    done = note.from_line(work, read_source("-").strip())
    if isinstance(done, note.Misread):
        _point(done)
        print("nothing was kept", file=sys.stderr)
        raise typer.Exit(1)
    finish(done, work)


def _at_terminal(work: Work) -> Done:
    """A line; or questions, where a draft of a visit was left that the user wants to go on with."""
    from ..workflows import asking, note

    begun = offered(work)
    return asking.by_questions(work, manner(), begun) if begun else note.at_terminal(work, manner(), _point)


def _point(misread: Misread) -> None:
    """The line with each piece that was not understood marked below it."""
    import shutil

    from ..ask.pointing import pointed
    from ..ask.terminal import wrapped
    from ..clinical.shorthand.uses import UNKNOWN
    from ..report.safe import one_line

    if not misread.faults:
        print("The line is empty. For example: n 6>4; did QL, lats; hw 4/7", file=sys.stderr)
    columns = shutil.get_terminal_size().columns
    for fault in misread.faults:
        for line in pointed(misread.line, fault.column, fault.end_column, columns):
            print(line, file=sys.stderr)
        help = f" ({fault.help})" if fault.help else ""
        for line in wrapped(f"{fault.column}: {one_line(fault.message + help)}", columns, 4):
            print(line, file=sys.stderr)
    if any(fault.message == UNKNOWN for fault in misread.faults):
        print("    Or be asked one thing after the other: mplan session", file=sys.stderr)
