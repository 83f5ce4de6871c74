"""A record by questions at a terminal: asked, shown as it will be stored, and kept when the therapist says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..ask import terminal
from ..ask.prompts import Asking, put
from ..frozen import Frozen
from ..text.reader import parse
from .readers import prepared
from .recording import Done, Work, by_editor, draft_of, judge, keep, text_of

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
    """

    dim: Callable[[str], str]
    show: Callable[[str], None]
    tell: Callable[[Sequence[Finding]], None]


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
    data = (resumable(begun.text) if begun else None) or dict(work.known)
    draft = draft_of(work)
    if begun:
        draft.keep(begun.text)
        begun.discard()
    asking = Asking(work.opened.schemas, work.kind, lambda d: draft.keep(text_of(work, d)), manner.dim)
    asked = prepared(work)
    on_demand = False
    start = 0
    while True:
        data, outcome = put(asked, data, asking, start)
        if outcome == "ended":
            return Done(None, (), draft if draft.path.exists() else None)
        if not (data.keys() - work.known.keys()) and not begun:
            return Done(None)
        answered = decide(work, manner, data, on_demand)
        if isinstance(answered, Done):
            draft.discard()
            return answered
        if answered == "leave":
            draft.keep(text_of(work, data))
            return Done(None, (), draft)
        if answered == "edit":
            draft.keep(text_of(work, data))
            return by_editor(work, draft)
        start = max(0, len(asked) - 1)
        if answered == "more":
            asked, on_demand, start = prepared(work, True), True, 0


def decide(work: Work, manner: Manner, data: dict[str, Any], asked_all: bool) -> Done | Choice:
    """Show the record and let the therapist say what becomes of it."""
    text = text_of(work, data)
    manner.show(text)
    found = judge(work, text, data)
    if found.findings:
        manner.tell(found.findings)
    good = not found.errors
    more = "" if asked_all else "+ asks more, "
    while True:
        keeps = "Enter keeps it, " if good else "Something must be settled first: "
        said = terminal.ask(f"{keeps}< goes back, {more}e opens the editor, n leaves a draft: ")
        if said.move == "end":
            return "leave"
        if said.move == "back":
            return "back"
        choice = "keep" if said.move == "skip" else _CHOICES.get(said.text.casefold())
        if choice == "keep" and good:
            if not work.sure(data):
                return "leave"
            return Done(keep(work, data, text), tuple(found.warnings))
        if choice == "more" and asked_all:
            choice = None
        if choice is not None and choice != "keep":
            return choice
        terminal.say("  Enter, <, +, e or n" if good else "  <, +, e or n")
