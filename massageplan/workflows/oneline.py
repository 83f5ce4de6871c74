"""A record from one typed line: read, pointed at where it is not understood, shown, kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..frozen import Frozen
from .recording import Done, Work, judge, kept, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..clinical.shorthand.note import Fault, Note
    from .asking import Manner


class Way(Frozen):
    """How a kind of record comes from a line.

    Attributes:
        read: what a line says.
        title: what the record is called.
        begin: what is said before the first prompt.
        help: what `?` tells at the prompt.
        holds: the key of a draft that keeps a line that is not understood yet.
        joint: what becomes of line breaks in what is pasted.
    """

    read: Callable[[str], Note]
    title: str
    begin: tuple[str, ...]
    help: tuple[str, ...]
    holds: str
    joint: str = " "


class Misread(Frozen):
    """A line that was not understood, piece by piece."""

    line: str
    faults: tuple[Fault, ...]


def from_line(work: Work, line: str, way: Way) -> Done | Misread:
    """A record from a line that nobody can be asked about."""
    note = way.read(line)
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


def at_terminal(work: Work, manner: Manner, way: Way, point: Callable[[Misread], None]) -> Done | None:
    """Ask for the line, show what it becomes, and keep it when the therapist says so.

    What was typed lies in a draft until it is a record or given up.

    Args:
        point: shows which pieces were not understood.

    Returns:
        How it ended; None where no line was given.
    """
    from .asking import decide
    from .editing import by_editor, draft_of

    draft = draft_of(work)
    _introduce(work, manner, way)
    line = ""
    while True:
        typed = _line(line, way)
        if typed is None:
            return Done(None, (), draft if draft.exists else None)
        if not typed:
            draft.discard()
            return None
        line = typed
        note = way.read(line)
        if note.faults or not note.data:
            draft.keep(text_of(work, {**work.known, way.holds: line}))
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


def _introduce(work: Work, manner: Manner, way: Way) -> None:
    """Whose record of which day it is, and what can be typed."""
    from ..ask import terminal
    from ..report.safe import one_line
    from .asking import warn

    name = (work.folder.client and work.folder.client.name) or ""
    terminal.say(one_line(f"{way.title}: {name}  {work.folder.code}  {work.day.isoformat()}"))
    for text in way.begin:
        for each in terminal.wrapped(text, manner.columns, 0):
            terminal.say(manner.dim(each))
    warn(work, manner)


def _line(typed: str, way: Way) -> str | None:
    """The line, with what was typed before standing there to be mended; empty if given up, None if closed."""
    from ..ask import terminal

    while True:
        said = terminal.ask(typed=typed, joint=way.joint)
        if said.move != "help":
            return None if said.move == "end" else said.text
        for each in way.help:
            terminal.say(f"    {each}")
