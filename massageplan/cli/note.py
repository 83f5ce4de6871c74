"""`mplan note`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .context import ClientArgument, PracticeOption, TodayOption
from .record import DateOption, TherapistOption, finish, kept_on_stop, manner, offered, work_for

if TYPE_CHECKING:
    from ..workflows.recording import Done, Work

EMPTY = "The line is empty. For example: n 6>4; did QL, lats; hw 4/7"


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
    from .oneline import from_input

    work = work_for("session", client, (date, therapist, practice, today_))
    if terminal.here():
        finish(kept_on_stop(work, lambda: _at_terminal(work)), work)
    else:
        from_input(work, note.way(work), EMPTY)


def _at_terminal(work: Work) -> Done:
    """A line; or questions, where a draft of a visit was left that the user wants to go on with."""
    from ..workflows import asking, note, oneline
    from ..workflows.recording import Done
    from .oneline import point

    begun = offered(work)
    if begun:
        return asking.by_questions(work, manner(), begun)
    return oneline.at_terminal(work, manner(), note.way(work), lambda misread: point(misread, EMPTY)) or Done(None)
