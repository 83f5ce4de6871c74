"""A record by questions at a terminal: asked, shown as it will be stored, and kept when the therapist says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Protocol

from ..ask import terminal
from ..ask.prompts import SIGNS, Asking, put
from ..clinical.moments import read_date
from ..frozen import Frozen, replace
from ..text.reader import parse
from .doubts import Doubts
from .editing import by_editor, draft_of
from .readers import prepared
from .recording import Done, Work, judge, keep, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..ask.questions import Question
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
        region: of an assessment, the region it begins with.
        ask: of a history, ids of the only screening questions that are put; else empty.
        puts: which of the usual questions are put, in which order and words.
    """

    dim: Callable[[str], str]
    show: Callable[[str], None]
    tell: Callable[[Sequence[Finding]], None]
    columns: int = 80
    region: str | None = None
    ask: tuple[str, ...] = ()
    puts: Callable[[Sequence[Question]], Sequence[Question]] = lambda asked: asked


def resumable(text: str) -> dict[str, Any] | None:
    """The answers that a draft holds; None where it is no longer a list of keys and values."""
    document = parse("draft", text.encode("utf-8", "surrogateescape")).document
    return document.data if document is not None and isinstance(document.data, dict) else None


def by_questions(work: Work, manner: Manner, begun: Draft | None = None, introduced: bool = False) -> Done:
    """Ask, show, keep.

    Args:
        begun: a draft to go on with.
        introduced: whether it was said before whose record it is.

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
        introduce(work, manner, whose=not introduced)
    return _ask_and_keep(work, manner, data, draft)


def introduce(work: Work, manner: Manner, signs: str = SIGNS, whose: bool = True) -> None:
    """Whose record of which day it is, unless that was said, and what can be typed (`signs`)."""
    from ..report.safe import one_line

    client = work.folder.client
    if work.kind == "client":
        head = "New client"
    else:
        title = work.opened.schemas.schema(work.kind)["title"]
        name = client.name if client and client.name else ""
        head = f"{title}: {name}  {work.folder.code}  {work.day.isoformat()}"
    if whose:
        terminal.say(one_line(head))
    for line in terminal.wrapped(signs, manner.columns, 0):
        terminal.say(manner.dim(line))
    warn(work, manner)


def warn(work: Work, manner: Manner) -> None:
    """Alerts and what is open, where hands are laid on or it is decided how; said before anything else is asked."""
    if work.kind not in ("session", "assessment", "plan"):
        return
    from ..report.safe import one_line
    from .heads import warnings

    for warning in warnings(work, signs=work.kind != "plan"):
        for line in terminal.wrapped(one_line(warning), manner.columns, 0):
            terminal.say(line)


def asking_for(work: Work, manner: Manner, draft: Draft) -> Asking:
    """A round of questions that keeps each answer in the draft."""

    def keep(data: dict[str, Any]) -> None:
        draft.keep(text_of(work, data))

    asking = Asking(work.opened.schemas, work.kind, keep, manner.dim, manner.columns)
    return asking if work.kind == "client" else replace(asking, doubts=Doubts(work))


def _ask_and_keep(work: Work, manner: Manner, data: dict[str, Any], draft: Draft) -> Done:
    asking = asking_for(work, manner, draft)
    asked = _asked(work, manner)
    on_demand = bool(manner.ask)  # nothing more is asked then
    start = 0
    while True:
        data, outcome = put(partial(asked, on_demand=on_demand), data, asking, start)
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
        count = len(asked(data, on_demand=on_demand))
        start = count - 1
        if answered == "more":
            start, on_demand = count, True


class _Asked(Protocol):
    def __call__(self, data: dict[str, Any], on_demand: bool = False) -> list[Question]:
        """The questions as they follow from the answers so far; with `on_demand` the further ones behind them."""


def _asked(work: Work, manner: Manner) -> _Asked:
    """How the questions of a kind follow from the answers."""
    if work.kind == "assessment":
        from .assessing import Assessing

        return Assessing(work, manner.columns, manner.region)
    always, further = manner.puts(prepared(work, manner.columns)), partial(prepared, work, manner.columns, True)
    more: list[Question] = []

    def asked(data: dict[str, Any], on_demand: bool = False) -> list[Question]:
        if on_demand and not more:
            more.extend(further())
        found = [*always, *(more if on_demand else ())]
        if work.kind != "history":
            return found
        return [each for question in found for each in _health(question, data)]

    def _health(question: Question, data: dict[str, Any]) -> list[Question]:
        """The list of the client's health is followed by what a grave answer asks further."""
        if question.name != "screening":
            return [] if manner.ask else [question]
        from . import leads, screened

        seen = screened.Seen(work.opened.library, leads.past(work), manner.columns)
        return (
            screened.put(question, manner.ask, data, seen) if manner.ask else screened.put_by_name(question, data, seen)
        )

    return asked


def folded(value: Any) -> Any:
    """Data as it is shown: lists of reasons stand as `(3 reasons)`."""
    if isinstance(value, list):
        return [folded(each) for each in value]
    if not isinstance(value, dict):
        return value
    out = {}
    for key, each in value.items():
        many = len(each) if key == "because" and isinstance(each, (list, tuple)) else 0
        out[key] = f"({many} reason{'' if many == 1 else 's'})" if many else folded(each)
    return out


def decide(work: Work, manner: Manner, data: dict[str, Any], asked_all: bool) -> Done | Choice:
    """Show the record and let the therapist say what becomes of it."""
    text, short = text_of(work, data), folded(data)
    manner.show(text_of(work, short))
    found = judge(work, text, data)
    if found.findings:
        manner.tell(found.findings)
    good = not found.errors
    more = "" if asked_all else "+ asks more, "
    keeps = "Enter keeps it. " if good else "Something must be settled first. "
    whole = "" if short == data else ", ? shows it with all reasons"
    offer = f"{keeps}Else: < goes back, {more}e opens your editor, n leaves it as a draft{whole}."
    while True:
        for line in terminal.wrapped(offer, manner.columns, 0):
            terminal.say(line)
        said = terminal.ask()
        if said.move == "end":
            return "leave"
        if said.move == "back":
            return "back"
        if said.move == "help" and whole:
            manner.show(text)
            continue
        choice = "keep" if said.move == "skip" else _CHOICES.get(said.text.casefold())
        if choice == "keep" and good:
            if not work.sure(data):
                return "leave"
            return Done(keep(work, data, text))  # what is to be looked at was told above
        if choice == "more" and asked_all:
            choice = None
        if choice is not None and choice != "keep":
            return choice
