"""`mplan note`: one line becomes a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..clinical.shorthand.note import Note, read_note
from ..frozen import Frozen
from .recording import Done, Work, judge, kept, text_of
from .words import known

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..clinical.shorthand.note import Fault
    from .asking import Manner

HELP = (
    "n 6>4                pain before and after this visit",
    "lumbar flex 40>48    a figure: what was measured, before > after",
    "slr L 75 R 50        with sides: left, right",
    "did QL, lats 10 min  what was done, where, how long",
    "hw 4/7               homework done of homework asked",
    "said: ... next: ...  your own words, on to the next semicolon",
    "missed, late         whether they came",
    "The whole grammar: docs/note.md",
)
"""What `?` tells at the prompt."""

BEGIN = "One line, its pieces parted by semicolons. ? explains; Enter on an empty line gives up."
EXAMPLE = "For example: n 6>4; did QL, lats; hw 4/7; next: retest"


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
    return kept(work, found, text)


def _record(work: Work, note: Note) -> dict[str, Any]:
    return {**work.known, **note.data}


def at_terminal(work: Work, manner: Manner, point: Callable[[Misread], None]) -> Done:
    """Ask for the line, show what it becomes, and keep it when the therapist says so.

    What was typed lies in a draft until it is a record or given up.

    Args:
        point: shows which pieces were not understood.
    """
    from .asking import decide
    from .editing import by_editor, draft_of

    words = known(work.opened, work.folder)
    draft = draft_of(work)
    _introduce(work, manner)
    line = ""
    while True:
        typed = _line(line)
        if typed is None:
            return Done(None, (), draft if draft.exists else None)
        if not typed:
            draft.discard()
            return Done(None)
        line = typed
        note = read_note(line, words)
        if note.faults or not note.data:
            draft.keep(text_of(work, {**work.known, "note": line}))
            point(Misread(line, note.faults))
            continue
        data = _record(work, note)
        draft.keep(text_of(work, data))
        answered = decide(work, manner, data, asked_all=True)
        if isinstance(answered, Done):
            draft.discard()
            return answered
        if answered != "back":
            return by_editor(work, draft) if answered == "edit" else Done(None, (), draft)


def _introduce(work: Work, manner: Manner) -> None:
    """Whose visit of which day it is, and what can be typed."""
    from ..ask import terminal
    from ..report.safe import one_line
    from .asking import warn

    name = (work.folder.client and work.folder.client.name) or ""
    terminal.say(one_line(f"Visit: {name}  {work.folder.code}  {work.day.isoformat()}"))
    for text in (BEGIN, EXAMPLE):
        for each in terminal.wrapped(text, manner.columns, 0):
            terminal.say(manner.dim(each))
    warn(work, manner)


def _line(typed: str) -> str | None:
    """The line, with what was typed before standing there to be mended; empty if given up, None if closed."""
    from ..ask import terminal

    while True:
        said = terminal.ask(typed=typed)
        if said.move != "help":
            return None if said.move == "end" else said.text
        for each in HELP:
            terminal.say(f"    {each}")
