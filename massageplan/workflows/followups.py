"""What became of a plan or a referral: which can be meant, and how the answers are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ask.answers import choice, items
from ..clinical.agreement import of_ten
from ..clinical.course import courses, in_force
from ..findings import did_you_mean
from ..frozen import replace
from ..patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..ask.questions import Question
    from ..library.catalogue import Library
    from ..records.folder import Folder
    from .recording import Work

    Reader = Callable[[str], tuple[Any, list[str]]]

_SURE = lazy(r"^([0-9]|10)( ?(/|of|out of) ?10)?$")
_IN_BRACKETS = lazy(r"^(?P<what>[^()]*[^() ]) *\((?P<why>[^()]+)\)$")
_BEHIND_COLON = lazy(r"^(?P<what>[^:]*[^: ]) *: +(?P<why>\S.*)$")

CONFIDENT = "homework-confidence"
"""The rule of the library that says how sure is sure enough."""

MEANS = {
    "agreed": "the client said yes.",
    "declined": "the client said no, to the whole of it or to what is listed.",
    "given": "it was handed to the client.",
    "sent": "it went to the colleague.",
    "acknowledged": "the colleague has it.",
    "answered": "the colleague has said what they think.",
    "acted-on": "what they said was done.",
}
"""What can become of a plan or a referral, and what each word means."""

_MEANT = ("plan", "referral")
"""Kinds of record that a follow-up can be of."""


def stems(folder: Folder) -> tuple[str, ...]:
    """The plans and referrals of the newest course, the newest first."""
    course = courses(folder)
    return tuple(entry.stem for entry in reversed(course[-1].entries) if entry.kind in _MEANT) if course else ()


def readers(work: Work) -> dict[str, Reader]:
    """How the answers of a follow-up are understood."""
    known = stems(work.folder)
    return {
        "of": lambda text: meant(text, known),
        "what": lambda text: choice(text, tuple(MEANS)),
        "how": channel,
        "confidence": sure,
        "declined": lambda text: declined(text, lines_of(work)),
    }


def with_choices(question: Question, work: Work) -> Question:
    """The question with the records to choose from beside it."""
    if question.name == "of":
        return replace(question, choices=stems(work.folder), words=False)
    if question.name == "what":
        explained = " ".join(f"{word}: {says}" for word, says in MEANS.items())
        return replace(question, description=f"{question.description} {explained}", words=False)
    if question.name == "how":
        return question
    if question.name == "declined":
        return _with_lines(question, work)
    return replace(question, examples=("7", "7/10"), tells=lambda value: too_unsure(work.opened.library, value))


def _with_lines(question: Question, work: Work) -> Question:
    """The question for what was declined, with the lines of homework there are."""
    homework = lines_of(work)
    lead = (f"homework: {', '.join(homework)}",) if homework else ()
    examples = (f"{homework[0] if homework else 'bird-dog'} (no room on the floor); swimming",)
    return replace(question, lead=lead, examples=examples, parted=";")


def lines_of(work: Work) -> tuple[str, ...]:
    """Ids of the lines of homework in force on the day."""
    course = courses(work.folder)
    force = in_force(course[-1], work.day.isoformat()) if course else None
    return tuple(line.name for line, _ in force.homework) if force else ()


def too_unsure(library: Library, confidence: str | None) -> list[str]:
    """What the library says where a client is not sure enough of managing a plan; nothing where they are.

    Source: rule homework-confidence of the library.
    """
    least, sure = least_sure(library), of_ten(confidence)
    if least is None or sure is None or sure >= least:
        return []
    return [f"Below {least:g} of 10: make the plan smaller, with fewer lines or easier ones ({CONFIDENT})."]


def least_sure(library: Library) -> float | None:
    """From which confidence on a plan is right, from 0 to 10; None where the library does not say."""
    rule = library.item("rule", CONFIDENT)
    figures = rule.data.get("figures") if rule else None
    return float(figures["confidence-threshold"]) if figures and "confidence-threshold" in figures else None


def channel(text: str) -> tuple[str, list[str]]:
    """By what way it came; one letter is none."""
    good = sum(c.isalnum() for c in text) > 1
    return text, [] if good else ["Say it in a word, such as: face to face, phone, letter."]


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
        if not fits and (near := did_you_mean(plain, homework)):
            return text, [f"{near[0].upper()}{near[1:]} If not, say it in other words."]
        name = fits[0] if fits else what
        out.append({"what": name, "why": why} if why else name)
    return (out[0] if len(out) == 1 and isinstance(out[0], str) else out), []
