"""`mplan library figure`: the figure of an exercise, drawn, and what is wrong or doubtful in its words."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any

from ..errors import HasFindings, UsageError
from ..figures import door
from ..findings import Finding, in_reading_order
from ..frozen import Frozen
from ..span import Span
from ..text.reader import parse

if TYPE_CHECKING:
    from ..documents.words import Words
    from ..figures.drawing import Drawing
    from ..library.catalogue import Item, Library
    from ..text.document import Document

HOW = "add figure: to its file; docs/figures.md tells how"


class Manner(Frozen):
    """How a figure is to be drawn.

    Attributes:
        words: of the language of its text alternative.
        mirror: for the other side.
        zoom: of the usual size.
    """

    words: Words
    mirror: bool = False
    zoom: float = 1.0


class Look(Frozen):
    """What came of a figure.

    Attributes:
        id, name: of the exercise.
        drawing: None where it has no figure, or one that cannot be drawn.
        alternative: what it shows, in words.
        findings: what is wrong with it, or to be looked at.
        is_none: whether its file says that there is no posture to show.
        written: the words it is made of, as they stand in its file.
    """

    id: str
    name: str
    drawing: Drawing | None = None
    alternative: str = ""
    findings: tuple[Finding, ...] = ()
    is_none: bool = False
    written: str = ""


def of_library(library: Library, id: str, manner: Manner) -> Look:
    """The figure of an exercise of the library.

    Raises:
        UsageError: there is no such exercise, or it has no figure.
        HasFindings: the practice's own entry of this id cannot be used.
    """
    name = id.strip().casefold().replace(" ", "-")
    item = library.item("exercise", name)
    if library.findings and (item is None or not item.own):
        first = library.findings[0]
        raise HasFindings(f"{first.span}: {first.message}", first.help)
    if item is None:
        near = library.near("exercise", name) or "see: mplan library list exercise"
        raise UsageError(f"The library has no exercise {id[:40]!r}.", near)
    look = of_item(library, item, manner)
    if look.is_none:
        raise UsageError(f"{name} has no posture to show (figure: none).")
    if look.drawing is None and not look.findings:
        raise UsageError(f"{name} has no figure yet.", HOW)
    return look


def of_item(library: Library, item: Item, manner: Manner) -> Look:
    """The figure of an exercise, in the name that it has in the language."""
    block = item.data.get(manner.words.language)
    name = block.get("name") if isinstance(block, dict) else None
    return _look(library, item.document, item.id, str(name or item.name), manner)


def of_file(library: Library, file: str, raw: bytes, manner: Manner) -> Look:
    """The figure of an exercise's file as it is right now, in the middle of a word perhaps.

    Args:
        library: by whose movements joints are judged.
        file: its name as it is to be shown.
        raw: its bytes.
    """
    id = file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or "figure"
    parsed = parse(file, raw)
    document = parsed.document
    if document is None or not isinstance(document.data, dict):
        shape = Finding("wrong-shape", "This file holds no keys.", Span(file), "for example figure:")
        return Look(id, id, findings=parsed.findings or (shape,))
    look = _look(library, document, id, _name(document.data) or id, manner)
    if look.drawing is None and not look.findings and not look.is_none:
        return Look(id, look.name, findings=(Finding("missing-key", "There is no figure here.", Span(file), HOW),))
    return look


def _name(data: dict[str, Any]) -> str:
    block = data.get("en")
    return str(block.get("name") or "") if isinstance(block, dict) else ""


def _look(library: Library, document: Document, id: str, name: str, manner: Manner) -> Look:
    data = document.data.get("figure") if isinstance(document.data, dict) else None
    if data is None or data == door.NONE:
        return Look(id, name, is_none=data == door.NONE)
    from ..documents.pictured import alternative
    from ..figures.judged import doubts
    from ..figures.limits import limits
    from ..figures.located import broken, doubtful
    from ..figures.reading import read
    from ..figures.visible import doubts as hidden

    reading, written = read(data), _written(document)
    if reading.figure is None:
        return Look(id, name, findings=tuple(in_reading_order(broken(reading.flaws, document))), written=written)
    key = door.key_of(data)
    alt = alternative(reading.figure, manner.words, manner.mirror)
    drawing = door.picture(key, id, manner.mirror, manner.zoom, alt)
    posed = door.posed_of(key)
    found = doubtful((*doubts(reading.figure, posed, limits(library)), *hidden(reading.figure, posed)), document)
    return Look(id, name, drawing, alt, tuple(in_reading_order(found)), written=written)


def _written(document: Document) -> str:
    """The lines of the figure, up to the next key of the exercise."""
    first = document.locate(("figure",), key=True).line - 1
    head, *rest = document.text.splitlines()[first:]
    below = takewhile(lambda line: not line.strip() or line[0] in " \t#}]", rest)
    return "\n".join((head, *below)).rstrip() + "\n"
