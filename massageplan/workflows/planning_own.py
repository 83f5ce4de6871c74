"""Lines of one's own in a plan, and how the plan was talked over with the client."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Any

from ..ask.answers import faults
from ..ask.prompts import put
from ..ask.questions import questions
from ..findings import did_you_mean
from ..frozen import replace
from .asking import asking_for
from .followups import channel, declined, sure, too_unsure
from .handing_on import meant, people_of, which

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..ask.parts import Part
    from ..library.catalogue import Library
    from ..store.drafts import Draft as Left
    from .asking import Manner
    from .recording import Work

    Made = tuple[Any, list[str]]

_DOSE = ("sets", "reps", "hold", "rest", "length", "each", "often")
_SMALL = frozenset((
    "a", "an", "and", "at", "for", "get", "i", "in", "it", "less", "more", "my", "of", "on", "or", "so", "the", "to",
    "with", "without",
))  # fmt: skip
_WORDS_OF_ID = 2


def own(work: Work, columns: int) -> Callable[[str, str, Sequence[Part]], Made]:
    """Makes what a therapist types into a line of a plan."""

    def make(key: str, typed: str, parts: Sequence[Part]) -> Made:
        item, wrong = _made(work, key, typed, parts, columns)
        return item, wrong or faults((key, 0), item, work.opened.schemas, "plan")

    return make


def _made(work: Work, key: str, typed: str, parts: Sequence[Part], columns: int) -> Made:
    library = work.opened.library
    if key == "goals":
        return {"id": _slug(typed, parts), "words": typed}, []
    if key == "homework":
        return _exercise(library, typed, parts)
    if key == "techniques":
        return _technique(work, typed, columns)
    if key == "referrals":
        fits = meant(typed, people_of(work))
        if len(fits) > 1:
            return typed, [which(fits)]
        return ({"to": fits[0]} if fits else {"profession": typed}), []
    return ({"say": typed} if key == "advice" else {"what": typed}), []


def _technique(work: Work, typed: str, columns: int) -> Made:
    from ..clinical.shorthand.note import read_uses
    from .readers import told
    from .words import known

    value, wrong = told(typed, read_uses(typed, known(work.opened, work.folder)), columns)
    if wrong:
        return value, wrong
    if not isinstance(value, list) or len(value) != 1:
        return value, ["One technique at a time, such as: petrissage right gluteus-medius 10 min."]
    return value[0], []


def doubts(library: Library, key: str, line: Mapping[str, Any], name: str) -> list[str]:
    """What cannot be read in a goal after one of its keys was changed, one sentence each."""
    if key != "goals" or name not in ("from", "to", "measure"):
        return []
    from ..checks.doubtful_value import unread

    measure = line.get("measure") or ()
    measures = (measure,) if isinstance(measure, str) else tuple(map(str, measure))
    found = [unread(library, measures, each, line.get(each)) for each in ("from", "to") if name in (each, "measure")]
    return [f"{said[0].rstrip('.')}, {said[1]}." for said in found if said]


def _exercise(library: Library, typed: str, parts: Sequence[Part]) -> Made:
    """An exercise of the library with its usual dose; else a line in words of one's own."""
    plain = typed.casefold().replace(" ", "-")
    ids = library.ids("exercise")
    fits = [plain] if plain in ids else sorted(id for id in ids if id.startswith(plain))
    if len(fits) == 1:
        item = library.item("exercise", fits[0])
        dose = item.data.get("dose") or {} if item else {}
        return {"do": fits[0], **{key: dose[key] for key in _DOSE if key in dose}}, []
    if fits:
        return typed, [which(fits[:6])]
    near = did_you_mean(plain, ids)
    if near:
        return typed, [f"The library has no {typed[:40]!r}; {near}"]
    return {"do": _slug(typed, parts), "words": typed}, []


def _slug(words: str, parts: Sequence[Part]) -> str:
    """A short name out of words: `Pick up my daughter` is pick-up-daughter; one that no other line has."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    found = ["".join(c for c in word if c.isalnum()) for word in plain.split()]
    told = [word for word in found if word and word not in _SMALL and word[0].isalpha()]
    base = "-".join(told[:_WORDS_OF_ID]) or "own"
    taken = {str(p.line.item.get(key)) for p in parts if isinstance(p.line.item, dict) for key in ("id", "do")}
    return next(name for n in range(1, 1000) if (name := base if n == 1 else f"{base}-{n}") not in taken)


def talked_over(work: Work, manner: Manner, data: dict[str, Any], draft: Left) -> tuple[dict[str, Any], str]:
    """Ask how the plan was talked through, told back, how sure the client is and what was declined; all may be skipped.

    Returns:
        The plan with the answers, and whether the end was reached, the terminal closed, or the user went `back`.
    """
    listed = data.get("homework")
    homework = [str(h.get("id") or h.get("do")) for h in listed if isinstance(h, dict)] if listed else []
    asked = [_read(question, homework, work.opened.library) for question in questions(work.opened.schemas, "plan")]
    asked = [q for q in asked if homework or q.name != "agreed/declined"]
    return put(asked, data, asking_for(work, manner, draft), within=True)


def _read(question: Any, homework: Sequence[str], library: Library) -> Any:
    if question.name == "agreed/confidence":
        return replace(question, read=sure, examples=("7", "7/10"), tells=partial(too_unsure, library))
    if question.name == "agreed/how":
        return replace(question, read=channel)
    if question.name == "agreed/declined":
        lead = (f"homework: {', '.join(homework)}",)
        examples = (f"{homework[0]} (no room on the floor)",) if homework else ()
        return replace(question, read=partial(declined, homework=homework), lead=lead, examples=examples, parted=";")
    return question
