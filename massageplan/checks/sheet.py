"""What a check of the handout is given: the view, and where each text on it comes from."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..clinical.age import Born, may_turn
from ..frozen import Frozen
from ..patterns import lazy
from ..records.base import texts
from ..span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import Protocol

    from ..documents.view import HandoutView, Line
    from ..library.catalogue import Item, Library
    from ..records.care import Plan
    from ..records.folder import Entry
    from ..records.parts import Homework
    from ..records.people import Client, Practice
    from ..span import Path
    from ..text.document import Document

    class Laid(Protocol):
        """A handout laid out on paper."""

        @property
        def pages(self) -> int:
            """How many there are."""

        @property
        def overfull(self) -> tuple[str, ...]:
            """Texts that are cut or run over a margin."""


_START = lazy(r"\S+(?:\s+\S+){0,3}")


class Given(Frozen):
    """A line of homework behind a line of the sheet.

    Attributes:
        n: its place in the record's list, from 0.
        exercise: the library's entry, where there is one.
    """

    entry: Entry
    n: int
    item: Homework
    exercise: Item | None

    def span(self, key: str = "do") -> Span:
        """Where the line's key stands; the line itself if it lacks the key."""
        return self.entry.span(("homework", self.n, key))


class Piece(Frozen):
    """A text on the sheet.

    Attributes:
        language: tag; empty where the words are a therapist's in nobody knows which.
        key: of the record under which it was written or asked for: `why`, `advice`, `homework`.
        own: whether it stands in a record: then no message repeats it.
        line: place among the lines of the sheet, from 0; None for what belongs to none.
        span: where it stands, or the line that brought it.
        document: the file it can be found in to the letter.
    """

    text: str
    language: str
    key: str
    own: bool
    line: int | None
    span: Span
    document: Document | None = None

    def at(self, words: str) -> Span:
        """Where some words of it begin, up to the end of their line; the whole where they are not found there."""
        return sought(self.document, self.span, words) if self.document else self.span


class Source(Frozen):
    """What a handout was made from.

    Attributes:
        given: behind each of its lines.
        plan: the plan in force; `plans` its records, newest first.
        born: when the client may have been born, where that is known; `day` of the sheet.
        client: who it is for.
    """

    given: tuple[Given, ...]
    plan: Plan
    plans: tuple[Entry, ...]
    day: date
    born: Born | None = None
    client: Client | None = None

    def has_reached(self, years: float) -> bool | None:
        """Whether the client is so old on the day of the sheet; None where that cannot be said."""
        if self.born is None:
            return None
        if self.day < may_turn(self.born, int(years)):
            return False
        return True if self.day >= may_turn(Born(self.born.last, self.born.last), int(years)) else None


class SheetCase:
    """A handout with what is computed from it once, for all its checks.

    Attributes:
        hard: gives the list of hard words of a language, as data.
        laid: the pages; None where no paper was asked for.
        missed: words of the sheet that have no translation.
    """

    def __init__(
        self,
        view: HandoutView,
        source: Source,
        house: tuple[Practice, Library],
        hard: Callable[[str], Any] = lambda _: None,
        laid: Laid | None = None,
        missed: frozenset[str] = frozenset(),
    ) -> None:
        self.view, self.source, self.hard, self.laid, self.missed = view, source, hard, laid, missed
        self.practice, self.library = house

    @property
    def mother_tongue(self) -> str:
        """The language the practice writes in, without region."""
        return whole(self.practice.language or "en")

    @property
    def tongue(self) -> str:
        """The language of the sheet, without region."""
        return whole(self.view.language)

    @property
    def is_abroad(self) -> bool:
        """Whether the sheet, or a text on it, is in another language than its practice or than the sheet."""
        tags = {line.language for line in self.view.lines} | {each.language for each in self.view.advice}
        return bool(self.missed) or {self.tongue, *map(whole, tags - {""})} != {self.mother_tongue}

    @property
    def top(self) -> Span:
        """The plan itself."""
        plans = self.source.plans
        return plans[0].span(()) if plans else Span("practice.yaml")

    @cached_property
    def lines(self) -> list[tuple[Line, Given]]:
        """Each line of the sheet with what stands behind it."""
        return list(zip(self.view.lines, self.source.given, strict=False))

    @cached_property
    def pieces(self) -> list[Piece]:
        """Every text whose words somebody chose, the client's own goals left out."""
        from .pieces import pieces

        return list(pieces(self))

    def said(self, key: str) -> Entry | None:
        """The newest plan that says something under a key."""
        return next((plan for plan in self.source.plans if getattr(plan.record, key, None) is not None), None)

    def own(self, text: str, entry: Entry, path: Path, line: int | None = None) -> Piece:
        """A text of a record: in whose language is known only where the sheet has that of the practice."""
        language = self.view.language if self.tongue == self.mother_tongue else ""
        return Piece(text, language, str(path[0]), True, line, entry.span(path), entry.document)

    def figures(self, kind: str, id: str) -> dict[str, float]:
        """The plain figures of a library entry."""
        item = self.library.item(kind, id)
        held = (item.data.get("figures") or {}) if item else {}
        return {key: float(value) for key, value in held.items() if isinstance(value, str) and is_number(value)}


_NUMBER = lazy(r"-?[0-9]+(?:\.[0-9]+)?")


def is_number(text: str) -> bool:
    """Whether a text is one plain number."""
    return _NUMBER.fullmatch(text) is not None


def whole(tag: str) -> str:
    """A language without its region."""
    return tag.partition("-")[0].casefold()


def own_words(value: Any) -> Iterator[tuple[int | None, str]]:
    """Each text of a value that may be one or a list, with its place in the list."""
    if isinstance(value, tuple):
        yield from enumerate(texts(value))
    elif value is not None:
        yield None, value


def sought(document: Document, span: Span, words: str) -> Span:
    """Where some words begin in a file, from a place on, and up to the end of their line; else that place."""
    import re

    start = _START.match(words.strip())
    if start is None:
        return span
    offset = sum(len(line) + 1 for line in document.text.split("\n")[: span.line - 1]) + span.column - 1
    words_of = r"\s+".join(map(re.escape, start[0].split()))
    found = re.compile(rf"(?<!\w){words_of}(?!\w)", re.IGNORECASE).search(document.text, offset)
    if found is None:
        return span
    before = document.text[: found.start()]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    rest = document.text[found.start() :].partition("\n")[0].rstrip("\r")
    length = len(words) if rest.casefold().startswith(words.casefold()) else len(rest)
    return Span(span.file, line, column, line, column + length)
