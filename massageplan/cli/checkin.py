"""`mplan checkin`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .context import ClientArgument, PracticeOption, TodayOption
from .record import (
    DateOption,
    EditOption,
    FromOption,
    TherapistOption,
    finish,
    kept_on_stop,
    make,
    manner,
    offered,
    work_for,
)

if TYPE_CHECKING:
    from ..workflows.recording import Done, Work

EMPTY = "There is no text. For example: hw 5/7 4/7; n 3"


def run(
    client: ClientArgument,
    edit: EditOption = False,
    source: FromOption = None,
    date: DateOption = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Note what the client tells between visits.

    Asks first for the message they sent, from their page or written by hand, or reads it from standard input, so that
    it never stands in your shell's history: hw 5/7 4/7; n 3. Enter goes on to questions (Enter skips, < goes back,
    ? explains). Or takes a whole record from --edit or --from.
    """
    from ..ask import terminal
    from ..workflows import message
    from .oneline import from_input

    work = work_for("checkin", client, (date, therapist, practice, today_))
    if edit or source:
        finish(make(work, edit, source), work)
    elif terminal.here():
        finish(kept_on_stop(work, lambda: _at_terminal(work)), work)
    else:
        from_input(work, message.way(work), EMPTY)


def _at_terminal(work: Work) -> Done:
    """A message; or questions, where none was given or a draft was left that the user wants to go on with."""
    from ..workflows import asking, message, oneline
    from .oneline import point

    begun = offered(work)
    if begun:
        return asking.by_questions(work, manner(), begun)
    done = oneline.at_terminal(work, manner(), message.way(work), lambda misread: point(misread, EMPTY))
    return done or asking.by_questions(work, manner(), introduced=True)
