"""Answers that are more than a text: figures, techniques, homework done, consents; and the last value of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ask.prompts import shown
from ..ask.questions import questions
from ..clinical.age import is_minor
from ..clinical.shorthand.note import read_done, read_figures, read_uses
from ..frozen import replace
from .words import known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..ask.questions import Question
    from ..clinical.shorthand.note import Fault
    from ..records.folder import Entry
    from .recording import Work

    Reader = Callable[[str], tuple[Any, list[str]]]

_STATEMENTS = ("none", "unknown", "not asked", "no change")


def prepared(work: Work, on_demand: bool = False) -> list[Question]:
    """The questions of a kind with what the client's records say beside them."""
    readers = _readers(work)
    out = []
    for question in questions(work.opened.schemas, work.kind, on_demand, _is_child(work)):
        if question.name in work.told:
            continue
        last = _last(work.folder.entries, work.kind, question.name)
        out.append(replace(question, last=last, read=readers.get(question.name)))
    return out


def _is_child(work: Work) -> bool:
    """Whether somebody else decides for this client, or is to be in the room."""
    client = work.folder.client
    return client is not None and (client.guardian is not None or is_minor(client, work.day))


def _readers(work: Work) -> dict[str, Reader]:
    if work.kind == "client":
        return {}
    if work.kind == "consent":
        return dict.fromkeys(("gives", "refuses", "withdraws"), _consents) | {"who": _giver(work)}
    if work.kind == "history":
        return {}
    words = known(work.opened, work.folder)
    return {
        "measures": lambda text: _told(read_figures(text, words)),
        "did": lambda text: _told(read_uses(text, words)),
        "homework-done": lambda text: _told(read_done(text, words)),
        "adverse": _adverse,
        "history": _history,
    }


def _told(read: tuple[Any, tuple[Fault, ...]]) -> tuple[Any, list[str]]:
    """What a reader gave, its faults as sentences that say where."""
    value, faults = read
    return value, [f"at {f.column}: {f.message}" + (f" ({f.help})" if f.help else "") for f in faults]


def _adverse(text: str) -> tuple[Any, list[str]]:
    """A statement, or what happened, one after the other."""
    if text in _STATEMENTS:
        return text, []
    return [{"what": item.strip()} for item in text.split(";") if item.strip()], []


def _history(text: str) -> tuple[Any, list[str]]:
    if text in _STATEMENTS:
        return text, []
    return text, ["Say no change, or not asked; what has changed goes into: mplan history CLIENT"]


def _consents(text: str) -> tuple[Any, list[str]]:
    """`treatment; sensitive-area gluteal, chest; release okafor; photos (not the face)`."""
    return [_consent(item.strip()) for item in text.split(";") if item.strip()], []


def _consent(item: str) -> Any:
    body, _, limits = item.partition(" (")
    what, _, rest = body.strip().partition(" ")
    out: dict[str, Any] = {"for": what}
    names = [name.strip().replace(" ", "-") for name in rest.split(",") if name.strip()]
    if names and what == "release":
        out["to"] = names[0]
    elif names:
        out["areas"] = names if len(names) > 1 else names[0]
    if limits:
        out["limits"] = limits.rstrip(") ")
    return what if len(out) == 1 else out


def _giver(work: Work) -> Reader:
    """`guardian` stands for the one named in client.yaml."""

    def read(text: str) -> tuple[Any, list[str]]:
        guardian = (work.folder.client and work.folder.client.guardian) or {}
        if text.casefold() != "guardian":
            return text, []
        if not guardian:
            return text, ["client.yaml names no guardian."]
        return {key: guardian[key] for key in ("name", "relation") if key in guardian}, []

    return read


def _last(entries: Iterable[Entry], kind: str, name: str) -> str | None:
    """The newest earlier answer to a question, to look at; never taken over by itself."""
    for entry in reversed(tuple(entries)):
        if entry.kind == kind or (name == "measures" and entry.kind in ("session", "assessment")):
            data: Any = entry.document.data
            for step in name.split("/"):
                data = data.get(step) if isinstance(data, dict) else None
            if data is not None:
                return f"{shown(data)}, {entry.moment}"
    return None
