"""What became of a plan or a referral: which can be meant, and how the answers are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ask.answers import items
from ..clinical.course import courses
from ..frozen import replace
from ..patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..ask.questions import Question
    from ..records.folder import Folder
    from .recording import Work

    Reader = Callable[[str], tuple[Any, list[str]]]

_SURE = lazy(r"^([0-9]|10)( ?(/|of|out of) ?10)?$")
_IN_BRACKETS = lazy(r"^(?P<what>[^()]*[^() ]) *\((?P<why>[^()]+)\)$")
_BEHIND_COLON = lazy(r"^(?P<what>[^:]*[^: ]) *: +(?P<why>\S.*)$")

_MEANT = ("plan", "referral")
"""Kinds of record that a follow-up can be of."""


def stems(folder: Folder) -> tuple[str, ...]:
    """The plans and referrals of the newest course, the newest first."""
    course = courses(folder)
    return tuple(entry.stem for entry in reversed(course[-1].entries) if entry.kind in _MEANT) if course else ()


def readers(work: Work) -> dict[str, Reader]:
    """How the answers of a follow-up are understood."""
    known = stems(work.folder)
    return {"of": lambda text: meant(text, known), "confidence": sure, "declined": declined}


def with_choices(question: Question, work: Work) -> Question:
    """The question with the records to choose from beside it."""
    if question.name == "of":
        return replace(question, choices=stems(work.folder), words=False)
    if question.name == "declined":
        return replace(question, examples=("bird-dog (no room on the floor); swimming",), parted=";")
    return replace(question, examples=("7", "7/10"))


def meant(text: str, known: Sequence[str]) -> tuple[str, list[str]]:
    """A record of the list by its name or a part of it; `plan` is the newest plan."""
    name = text.strip().casefold().replace(" ", "-")
    fits = [name] if name in known else [stem for stem in known if name in stem]
    if name in _MEANT:
        fits = fits[:1]
    if len(fits) == 1:
        return fits[0], []
    if fits:
        return text, [f"That may be {' or '.join(fits)}; type a little more of it."]
    listed = f"Not one of: {', '.join(known)}." if known else "This client has no plan and no referral yet."
    return text, [listed]


def sure(text: str) -> tuple[str, list[str]]:
    """How sure the client is: `7`, `7/10` and `7 of 10` are 7/10."""
    match = _SURE.match(text.strip())
    return (f"{match[1]}/10", []) if match else (text, ["A number from 0 (not sure at all) to 10 (quite sure)."])


def declined(text: str, homework: Sequence[str] = ()) -> tuple[Any, list[str]]:
    """What was declined, between semicolons, and why in brackets or behind a colon: `bird-dog (no room); swimming`.

    Args:
        homework: ids of lines that may be named by their beginning.
    """
    out: list[Any] = []
    for item in items(text) or [""]:
        match = _IN_BRACKETS.match(item) or _BEHIND_COLON.match(item)
        what, why = (match["what"].strip(), match["why"].strip()) if match else (item, "")
        if what.startswith("(") or not any(c.isalnum() for c in what) or (match and not any(c.isalnum() for c in why)):
            return text, ["Say what was declined, and why in brackets: bird-dog (no room); swimming."]
        if what.count("(") != what.count(")"):
            return text, [
                "A bracket is open here; the why stands in brackets, with no semicolon in it: bird-dog (no room)."
            ]
        plain = what.casefold().replace(" ", "-")
        fits = [id for id in homework if id == plain] or [id for id in homework if plain and id.startswith(plain)]
        if len(fits) > 1:
            return text, [f"That may be {' or '.join(fits)}; type a little more of it."]
        name = fits[0] if fits else what
        out.append({"what": name, "why": why} if why else name)
    return (out[0] if len(out) == 1 and isinstance(out[0], str) else out), []
