"""A record by questions at a terminal: asked, shown as it will be stored, and kept when the therapist says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..ask import terminal
from ..ask.prompts import SIGNS, Asking, put
from ..clinical.moments import read_date
from ..frozen import Frozen, replace
from ..text.reader import parse
from .editing import by_editor, draft_of
from .readers import prepared
from .recording import Done, Work, judge, keep, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..findings import Finding
    from ..store.drafts import Draft

Choice = Literal["keep", "more", "back", "edit", "leave"]

_CHOICES: dict[str, Choice] = {"+": "more", "e": "edit", "n": "leave", "no": "leave", "y": "keep", "yes": "keep"}


class Manner(Frozen):
    """How questions look on this terminal.

    Attributes:
        dim: makes a text stand back.
        show: prints the record as it will be stored.
        tell: prints what is wrong with it.
        columns: width of the terminal.
    """

    dim: Callable[[str], str]
    show: Callable[[str], None]
    tell: Callable[[Sequence[Finding]], None]
    columns: int = 80


def resumable(text: str) -> dict[str, Any] | None:
    """The answers that a draft holds; None where it is no longer a list of keys and values."""
    document = parse("draft", text.encode("utf-8", "surrogateescape")).document
    return document.data if document is not None and isinstance(document.data, dict) else None


def by_questions(work: Work, manner: Manner, begun: Draft | None = None) -> Done:
    """Ask, show, keep.

    Args:
        begun: a draft to go on with.

    Raises:
        KeyboardInterrupt: the user stopped; the draft holds what was answered.
    """
    held = resumable(begun.text) if begun else None
    if begun and (held is None or text_of(work, held) != begun.text):
        terminal.say("This draft was written in the editor, so it opens there.")
        return by_editor(work, begun)
    data = held or dict(work.known)
    day = read_date(data.get("date"))
    work = replace(work, day=day) if day else work
    draft = draft_of(work)
    if begun:
        draft.keep(begun.text)
        begun.discard()
    elif work.told:
        draft.keep(text_of(work, data))
    if not (work.kind == "client" and work.told):  # name and birth date were asked under the same heading
        introduce(work, manner)
    return _ask_and_keep(work, manner, data, draft)


def introduce(work: Work, manner: Manner) -> None:
    """Whose record of which day it is, and what can be typed."""
    from ..report.safe import one_line

    client = work.folder.client
    if work.kind == "client":
        whose = "New client"
    else:
        title = work.opened.schemas.schema(work.kind)["title"]
        name = client.name if client and client.name else ""
        whose = f"{title}: {name}  {work.folder.code}  {work.day.isoformat()}"
    terminal.say(one_line(whose))
    for line in terminal.wrapped(SIGNS, manner.columns, 0):
        terminal.say(manner.dim(line))


def asking_for(work: Work, manner: Manner, draft: Draft) -> Asking:
    """A round of questions that keeps each answer in the draft."""
    return Asking(
        work.opened.schemas, work.kind, lambda data: draft.keep(text_of(work, data)), manner.dim, manner.columns
    )


def _ask_and_keep(work: Work, manner: Manner, data: dict[str, Any], draft: Draft) -> Done:
    asking = asking_for(work, manner, draft)
    asked = prepared(work, manner.columns)
    on_demand = False
    start = 0
    while True:
        data, outcome = put(asked, data, asking, start)
        if outcome == "ended":
            return Done(None, (), draft if draft.exists else None)
        if not draft.exists and data == work.known:
            return Done(None)
        answered = decide(work, manner, data, on_demand)
        if isinstance(answered, Done):
            draft.discard()
            return answered
        if answered in ("leave", "edit"):
            draft.keep(text_of(work, data))
            return by_editor(work, draft) if answered == "edit" else Done(None, (), draft)
        start = len(asked) - 1
        if answered == "more":
            start, on_demand = len(asked), True
            asked = [*asked, *prepared(work, manner.columns, True)]


def decide(work: Work, manner: Manner, data: dict[str, Any], asked_all: bool) -> Done | Choice:
    """Show the record and let the therapist say what becomes of it."""
    text = text_of(work, data)
    manner.show(text)
    found = judge(work, text, data)
    if found.findings:
        manner.tell(found.findings)
    good = not found.errors
    more = "" if asked_all else "+ asks more, "
    keeps = "Enter keeps it. " if good else "Something must be settled first. "
    offer = f"{keeps}Else: < goes back, {more}e opens your editor, n leaves it as a draft."
    while True:
        for line in terminal.wrapped(offer, manner.columns, 0):
            terminal.say(line)
        said = terminal.ask()
        if said.move == "end":
            return "leave"
        if said.move == "back":
            return "back"
        choice = "keep" if said.move == "skip" else _CHOICES.get(said.text.casefold())
        if choice == "keep" and good:
            if not work.sure(data):
                return "leave"
            return Done(keep(work, data, text))  # what is to be looked at was told above
        if choice == "more" and asked_all:
            choice = None
        if choice is not None and choice != "keep":
            return choice
