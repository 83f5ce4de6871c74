"""`mplan library sheet`: every figure of the library on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..documents.figure_pages import Cell, Sheet, sheet_page
from ..frozen import Frozen
from .drawing import of_item

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..findings import Finding
    from ..library.catalogue import Library
    from .drawing import Manner


class Made(Frozen):
    """The page, and what was found on the way.

    Attributes:
        page: HTML that stands alone.
        findings: what is wrong with the practice's own exercises; their figures are not on it.
        drawn: how many figures it has.
    """

    page: str
    findings: tuple[Finding, ...]
    drawn: int


def make_sheet(
    library: Library, manner: Manner, style: str, progress: Callable[[int, int], None] | None = None
) -> Made:
    """The page of all figures, by name; below them the exercises without one.

    Args:
        library: the built-in exercises and the practice's own.
        manner: how they are drawn.
        style: fonts for the page.
        progress: called with figures done and exercises in all.
    """
    ids = sorted(library.ids("exercise"))
    cells: list[Cell] = []
    nothing: list[Cell] = []
    missing: list[Cell] = []
    findings: list[Finding] = []
    for done, id in enumerate(ids, start=1):
        item = library.item("exercise", id)
        if item is None:
            continue
        look = of_item(library, item, manner)
        cell = Cell(look.id, look.name, look.drawing.svg if look.drawing else "", look.alternative, item.own)
        if look.drawing:
            cells.append(cell)
        else:
            (nothing if look.is_none else missing).append(cell)
        findings.extend(finding for finding in look.findings if finding.severity == "error")
        if progress:
            progress(done, len(ids))
    cells.sort(key=lambda cell: (cell.name.casefold(), cell.id))
    page = sheet_page(Sheet(tuple(cells), tuple(nothing), tuple(missing)), style, manner.words.language)
    return Made(page, (*library.findings, *findings), len(cells))
