"""Answers that are more than a text: figures, techniques, homework done, consents; and the last value of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ask.answers import choice, found, held, statement_or_items
from ..ask.pointing import pointed
from ..ask.prompts import shown
from ..ask.questions import questions
from ..clinical.age import is_minor
from ..clinical.shorthand.note import read_done, read_figures, read_uses
from ..frozen import replace
from ..records.people import Client
from ..schema.describe import describe
from .consents import consent_choices, consents, giver, guardian
from .words import known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..ask.questions import Question
    from ..clinical.shorthand.note import Fault
    from ..records.folder import Entry
    from .recording import Work

    Reader = Callable[[str], tuple[Any, list[str]]]

_TYPED: dict[str, tuple[tuple[str, ...], str]] = {
    "measures": (("n 6>4", "lumbar flex 40>48", "straight leg raise L 75 R 50"), ","),
    "did": (("as planned", "QL, lats", "petrissage R QL 10 min, heat"), ","),
    "homework-done": (("4/7", "all", "80 %"), ","),
    "adverse": (("none", "bruise on the left calf"), ";"),
    "gives": (("treatment; photos", "sensitive-area gluteal", "release okafor (not the old accident)"), ";"),
    "refuses": (("photos", "sensitive-area chest"), ";"),
    "withdraws": (("photos", "sensitive-area gluteal"), ";"),
}
"""How answers that a reader takes are typed: examples, and what parts several."""

HANDED_ON = ("referral", "discharge")
"""Kinds by which care goes on elsewhere or ends."""


def prepared(work: Work, columns: int = 80, on_demand: bool = False) -> list[Question]:
    """The questions of a kind with what the client's records say beside them.

    Args:
        columns: width of the terminal, for the line with marks under what was not understood.
    """
    readers = _readers(work, columns)
    out = []
    for question in questions(work.opened.schemas, work.kind, on_demand, _is_child(work)):
        if question.name in work.told:
            continue
        last = _last(work.folder.entries, work.kind, question.name)
        out.append(_with_reader(replace(question, last=last), work, readers.get(question.name)))
    if work.kind != "session" or on_demand:
        return out
    from .look_back import with_decision

    return with_decision(out, work)


def _with_reader(question: Question, work: Work, read: Reader | None) -> Question:
    if read is None:
        return question
    if work.kind == "followup":
        from .followups import with_choices

        return with_choices(replace(question, read=read), work)
    if work.kind in HANDED_ON and question.name not in _TYPED:
        from . import handing_on

        return handing_on.with_choices(replace(question, read=read), work)
    examples, parted = _TYPED.get(question.name, (question.examples, ""))
    choices, words = question.choices, question.words or question.name in _TYPED
    if question.name in ("gives", "refuses", "withdraws"):
        choices, words = consent_choices(work), False
    elif question.name == "who" and guardian(work):
        examples = ("guardian", *examples)
    return replace(question, read=read, examples=examples, parted=parted, choices=choices, words=words)


def _is_child(work: Work) -> bool:
    """Whether somebody else decides for this client, or is to be in the room."""
    client = Client(born=str(work.told.get("born"))) if work.kind == "client" else work.folder.client
    return client is not None and (client.guardian is not None or is_minor(client, work.day))


def _readers(work: Work, columns: int) -> dict[str, Reader]:
    if work.kind in ("client", "history"):
        return {}
    if work.kind == "consent":
        choices = consent_choices(work)
        return dict.fromkeys(("gives", "refuses", "withdraws"), lambda text: consents(text, choices)) | {
            "who": giver(work)
        }
    if work.kind == "followup":
        from .followups import readers

        return readers(work)
    own: dict[str, Reader] = {}
    if work.kind in HANDED_ON:
        from . import handing_on

        own = handing_on.readers(work)
        if work.kind == "referral":
            return own
    words = known(work.opened, work.folder)
    statements = tuple(map(str, describe(work.opened.schemas, work.kind, ("adverse",)).get("enum", ())))
    return {
        "measures": lambda text: told(text, read_figures(text, words), columns),
        "homework-done": lambda text: told(text, read_done(text, words), columns),
        "adverse": lambda text: _adverse(text, statements),
        **own,
        **(
            {}
            if work.kind in ("event", "discharge")
            else {"did": lambda text: told(text, read_uses(text, words), columns)}
        ),
        **({"history": lambda text: _history(text, statements)} if work.kind == "session" else {}),
    }


def told(text: str, read: tuple[Any, tuple[Fault, ...]], columns: int) -> tuple[Any, list[str]]:
    """What a reader gave; each fault as the line with a mark under the piece, and a sentence below."""
    value, faults = read
    return value, ["\n".join([*pointed(text, f.column, f.end_column, columns), sentence(f)]) for f in faults]


def sentence(fault: Fault) -> str:
    """What a fault says, and what to do."""
    return fault.message + (f" ({fault.help})" if fault.help else "")


def _adverse(text: str, statements: Sequence[str]) -> tuple[Any, list[str]]:
    """A statement, or what happened, one after the other."""
    value, wrong = statement_or_items(text, statements)
    return ([{"what": item} for item in value] if isinstance(value, list) else value), wrong


def _history(text: str, statements: Sequence[str]) -> tuple[Any, list[str]]:
    value, wrong = choice(text, statements)
    return value, (["Say no change, or not asked; what has changed goes into: mplan history CLIENT"] if wrong else [])


def _last(entries: Iterable[Entry], kind: str, name: str) -> str | None:
    """The newest earlier answer to a question, to look at; never taken over by itself."""
    for entry in reversed(tuple(entries)):
        if entry.kind == kind or (name == "measures" and entry.kind in ("session", "assessment")):
            data = found(entry.document.data, tuple(name.split("/")))
            if data is not None:
                return f"{entry.moment}: {shown(data)}"
    return None


def last_answer(entries: Iterable[Entry], kind: str, question: Question) -> str | None:
    """The newest earlier answer to a question that shares a map with others, to look at."""
    for entry in reversed(tuple(entries)):
        data = held(question, entry.document.data) if entry.kind == kind else None
        if data is not None:
            return f"{entry.moment}: {shown(data)}"
    return None
