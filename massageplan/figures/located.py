"""What is wrong with a figure, as findings at the very word of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Finding
from ..span import Path, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..text.document import Document
    from .flaws import Flaw
    from .judged import Doubt

HERE: Path = ("figure",)
"""The key of an exercise that holds its figure."""


def broken(flaws: Iterable[Flaw], document: Document, at: Path = HERE) -> Iterator[Finding]:
    """A finding for each flaw, at its word."""
    for flaw in flaws:
        span = document.locate((*at, *flaw.path), key=flaw.key)
        yield Finding("broken-figure", flaw.message, _word(span, flaw, document), flaw.hint)


def doubtful(doubts: Iterable[Doubt], document: Document, at: Path = HERE) -> Iterator[Finding]:
    """A finding for each doubt, at its key."""
    for doubt in doubts:
        yield Finding("doubtful-figure", doubt.message, document.locate((*at, *doubt.path), key=True), doubt.hint)


def _word(span: Span, flaw: Flaw, document: Document) -> Span:
    """The word inside a text on one line, which may stand in quotes; else where the text begins."""
    if flaw.key or flaw.end <= flaw.start or span.end_line != span.line or span.end_column <= span.column:
        return span
    line = document.text.splitlines()[span.line - 1]
    begin = span.column + (line[span.column - 1 : span.column] in ("'", '"'))
    return Span(span.file, span.line, begin + flaw.start, span.line, begin + flaw.end)
