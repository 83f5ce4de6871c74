"""`mplan note`: one line becomes a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..clinical.shorthand.note import Note, read_note
from ..frozen import Frozen
from .recording import Done, Work, by_editor, draft_of, judge, keep, text_of
from .words import known

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..clinical.shorthand.note import Fault
    from .asking import Manner

HELP = (
    "n 6>4              pain before and after this visit",
    "rot L 55>68        a figure: words of the measure, side, before > after",
    "did QL, lats 10 min   what was done, where, how long",
    "hw 4/7             homework done of homework asked",
    "said: ...  next: ...  note: ...   words of your own, to the next ;",
    "missed, late, cancelled   whether they came",
    "Enter gives up. The whole grammar: docs/note.md",
)
"""What `?` tells at the prompt."""


class Misread(Frozen):
    """A line that was not understood, piece by piece."""

    line: str
    faults: tuple[Fault, ...]


def from_line(work: Work, line: str) -> Done | Misread:
    """A session from a line that nobody can be asked about."""
    note = read_note(line, known(work.opened, work.folder))
    if note.faults or not note.data:
        return Misread(line, note.faults)
    data = _record(work, note)
    text = text_of(work, data)
    found = judge(work, text, data)
    if found.errors:
        return Done(None, found.findings)
    return Done(keep(work, data, text), tuple(found.warnings))


def _record(work: Work, note: Note) -> dict[str, Any]:
    return {**work.known, **note.data}


def at_terminal(work: Work, manner: Manner, point: Callable[[Misread], None]) -> Done:
    """Ask for the line, show what it becomes, and keep it when the therapist says so.

    Args:
        point: shows which pieces were not understood.
    """
    from ..ask import terminal
    from .asking import decide

    words = known(work.opened, work.folder)
    line = ""
    while True:
        said = terminal.ask("note: ", line)
        if said.move == "help":
            for each in HELP:
                terminal.say(f"  {each}")
            continue
        if said.move != "answer":
            return Done(None)
        line = said.text
        note = read_note(line, words)
        if note.faults:
            point(Misread(line, note.faults))
            continue
        data = _record(work, note)
        answered = decide(work, manner, data, asked_all=True)
        if isinstance(answered, Done):
            return answered
        if answered != "back":
            draft = draft_of(work)
            draft.keep(text_of(work, data))
            return by_editor(work, draft) if answered == "edit" else Done(None, (), draft)
