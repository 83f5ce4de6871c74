"""A document on paper: a tagged PDF, how many pages it takes, and whether anything on it does not fit."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import json

from ..frozen import Frozen
from .render import grown, on_paper, pictures
from .typst import Writer, heading
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from .press import Press
    from .view import View

    Fit = tuple[float, float]
    Load = Callable[[str], str | None]

FITS = ((13.0, 1.5), (13.0, 1.0), (12.5, 1.0), (13.0, 0.5), (12.5, 0.5), (12.0, 0.5), (12.0, 0.2))
"""Points of the text, and the air about it as a share of the usual, from the easiest to read. A later fit is taken
only where it saves a page, and the first that saves as much as the last."""

LARGE = ((18.0, 1.0), (18.0, 0.6), (18.0, 0.3))
"""The same in large print."""

STANDARD = "ua-1"
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{2}))?(?:-.*)?")


class NotPrinted(Exception):
    """The printer could not make the PDF; the message is one clause without a full stop."""


class Report(Frozen):
    """What the style says of its own layout."""

    pages: int
    overfull: tuple[str, ...]


class Layout(Frozen):
    """A document on paper.

    Attributes:
        pages: how many it takes.
        pdf: the file, the same bytes for the same document.
        overfull: words that go over the edge of their place; normally none, as long words are broken.
        lacking: letters that no font here has; each is drawn as a question mark in a frame.
    """

    pages: int
    pdf: bytes
    overfull: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


def laid_out(view: View, load: Load, template: str, words: Words, press: Press) -> Layout:
    """A document as PDF.

    The style is ours alone: a practice's own `templates/` change what a document says, not how a PDF looks.

    Args:
        view: all the template sees; `paper`, `large` and `language` also steer the layout.
        load: gives templates and pictures, the practice's own first.
        template: where to begin.
        words: interface words, for the running head too.
        press: fonts and style.

    Raises:
        TemplateProblem: a template cannot be used.
        NotPrinted: the printer refuses, as it does for a picture that is no SVG.
    """
    tree = grown(on_paper(view), load, template, words)
    writer = Writer(pictures(load), press.letters)
    body = writer.blocks(tree)
    document = _frame(tree, view, words, writer) | {"body": body}
    lacking = tuple(sorted(writer.lacking))
    return _printed(document, press, lacking)


def _frame(tree: Element, view: View, words: Words, writer: Writer) -> dict[str, Any]:
    """Paper, language, title and the words of the running head."""
    tag = _LANGUAGE.fullmatch(view.language)
    name = getattr(getattr(view, "who", None), "name", None)
    title = heading(tree)
    return {
        "paper": view.paper,
        "large": view.large,
        "language": tag[1].lower() if tag else "en",
        "region": tag[2].upper() if tag and tag[2] else None,
        "title": title,
        "head": writer.line(f"{title} · {name}" if name and name not in title else title),
        "page": words.gettext("page {page} of {pages}"),
    }


def _printed(document: dict[str, Any], press: Press, lacking: tuple[str, ...]) -> Layout:
    """The document in the fit that is easiest to read and takes no more pages than the closest."""
    from typst import Compiler, query

    place = _place(press.fonts)
    source = press.style.encode()

    def sheet(fit: Fit) -> dict[str, str]:
        return {"sheet": json.encode(document | {"size": fit[0], "air": fit[1]}).decode()}

    def report(fit: Fit) -> Report:
        found = query(source, "<report>", field="value", one=True, sys_inputs=sheet(fit), **place)
        return json.decode(found, type=Report)

    try:
        fit, found = _best(report, LARGE if document["large"] else FITS)
        pdf = Compiler(source, sys_inputs=sheet(fit), **place).compile(format="pdf", pdf_standards=[STANDARD])
    except RuntimeError as error:
        raise NotPrinted(" ".join(str(error).split()).rstrip(".")) from error
    if not isinstance(pdf, bytes):
        raise NotPrinted("it came out empty")
    return Layout(found.pages, pdf, found.overfull, lacking)


def _best(report: Callable[[Fit], Report], fits: tuple[Fit, ...]) -> tuple[Fit, Report]:
    """The fit to print in, and its report."""
    first = report(fits[0])
    if first.pages == 1:
        return fits[0], first
    last = report(fits[-1])
    if last.pages == first.pages:
        return fits[0], first
    between = ((fit, report(fit)) for fit in fits[1:-1])
    return next(((fit, found) for fit, found in between if found.pages == last.pages), (fits[-1], last))


@cache
def _place(fonts: str) -> dict[str, Any]:
    """Where the printer may read: the folder of our fonts, for packages too, so that it finds and fetches none."""
    from typst import Fonts

    return {
        "root": fonts,
        "font_paths": Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]),
        "package_path": fonts,
        "package_cache_path": fonts,
    }
