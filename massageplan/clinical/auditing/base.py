"""What an audit is made from and what it says: rules of a place, and one line or more for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ...frozen import Frozen
from ...records.base import texts
from ...records.care import Consent
from ...span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ...records.folder import Entry
    from ..consent import Word
    from .case import Case, Visit

State = Literal["missing", "cannot be told", "kept elsewhere", "not applicable", "met"]
STATES: tuple[State, ...] = ("missing", "cannot be told", "kept elsewhere", "not applicable", "met")
"""What can be said of a rule, in the order in which it is told."""


class Rule(Frozen):
    """One rule of a jurisdiction entry.

    Attributes:
        about: what is looked for.
        form: form a consent must have; None where none is told.
        each_time: whether a consent is needed anew for each visit.
        areas: sensitive areas it is about.
        figures: whole numbers by unit.
        since: ISO year, month or day from which on it holds.
        verified: whether somebody has seen it in its source.
        words: words and phrases by which a text is known to be about it.
    """

    id: str
    about: str
    when: str
    asks: str
    sources: tuple[str, ...]
    verified: bool
    form: str | None
    each_time: bool
    areas: tuple[str, ...]
    figures: Mapping[str, int]
    since: str | None
    note: str | None
    words: tuple[str, ...]


def read_rule(data: Mapping[str, Any]) -> Rule:
    """A rule as its entry has it, every scalar a text."""
    return Rule(
        data["id"], data["about"], data["when"], data["asks"], _texts(data["source"]), data["verified"] == "true",
        data.get("form"), data.get("each-time") == "true", _texts(data.get("areas")),
        {key: int(value) for key, value in (data.get("figures") or {}).items()}, data.get("since"), data.get("note"),
        _texts(data.get("words")),
    )  # fmt: skip


def _texts(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


class Line(Frozen):
    """What is said of one rule, of the whole folder or of some records.

    Attributes:
        where: the places it is about, at least one.
        said: one sentence; never holds a client's free text.
        todo: what to do about it, where there is something to do.
    """

    rule: Rule
    state: State
    where: tuple[Span, ...]
    said: str
    todo: str | None = None


def how(entry: Entry) -> str:
    """The manner of a consent; empty where it is not told."""
    return (entry.record.how or "") if isinstance(entry.record, Consent) else ""


def is_signed(word: Word) -> bool:
    """Whether a word of a consent was given in writing."""
    return how(word.entry).startswith("signed")


def papers(entry: Entry) -> tuple[str, ...]:
    """Files kept beside a record."""
    return texts(entry.record.files)


def top(entry: Entry) -> Span:
    """The first line of a record."""
    return Span(entry.document.file)


def found(rule: Rule, spans: Iterable[Span], absent: Span, said: str, todo: str) -> Iterator[Line]:
    """One line: met at the places given, or missing at `absent`.

    Args:
        said, todo: what is said and to be done where there are none.
    """
    where = tuple(spans)
    if where:
        yield met(rule, where)
    else:
        yield Line(rule, "missing", (absent,), said, todo)


def met(rule: Rule, where: Iterable[Span], said: str = "It is there.") -> Line:
    """A rule that is met at some places."""
    return Line(rule, "met", tuple(where), said)


def at_each_visit(case: Case, rule: Rule, fault: Callable[[Visit], tuple[str, str] | None]) -> Iterator[Line]:
    """A line for each visit that lacks something, and one for all that do not.

    Args:
        fault: says of a visit what is missing and what to do, or None.
    """
    if not case.visits:
        yield Line(rule, "not applicable", (case.client_span,), "No visit has taken place.")
        return
    good: list[Span] = []
    for visit in case.visits:
        wrong = fault(visit)
        if wrong is None:
            good.append(visit.span)
        else:
            yield Line(rule, "missing", (visit.span,), *wrong)
    if good:
        yield met(rule, good, "It is there." if len(good) == 1 else f"It is there for {len(good)} visits.")


def kept_elsewhere(case: Case, rule: Rule, word: str) -> Line | None:
    """The line of what practice.yaml says is kept in another place."""
    place = (case.house.practice.kept_elsewhere or {}).get(word)
    if place is None:
        return None
    span = case.house.practice_document.locate(("kept-elsewhere", word))
    return Line(rule, "kept elsewhere", (span,), f"Kept elsewhere: {place}.".replace("..", "."))
