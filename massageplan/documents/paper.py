"""A document on paper: a tagged PDF, how many pages it takes, and whether anything on it does not fit."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from msgspec import json

from ..frozen import Frozen
from .render import grown, on_paper, pictures
from .typst import Writer, heading, shortened

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from .press import Press
    from .view import View
    from .words import Words

    Load = Callable[[str], str | None]

FITS = ((13.0, 0.7), (12.5, 0.5), (12.0, 0.2))
"""Points of the text, and the air about it as a share of the usual, from the easiest to read to the closest."""

LARGE = ((18.0, 1.0), (18.0, 0.6), (18.0, 0.3))
"""The same in large print."""

_FIRST = (2150, 2350, 2800)
_FURTHER = (1750, 1850, 2000)
"""Letters that a fit has room for on the first page, and on each further one. They only say which fit to try first:
tried on 70 handouts and agreements in two languages (house values)."""

STANDARD: Literal["ua-1"] = "ua-1"
"""Tagged, so that it can be read aloud."""
_PLACE = re.compile(rb"([0-9]{10}) [0-9]{5} [nf]")
_ROOT, _TREE, _COUNT = (re.compile(rb"/%s ([0-9]+)" % name) for name in (b"Root", b"Pages", b"Count"))
_OVERFULL = "panicked with: overfull: "
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{2}))?(?:-.*)?")


class NotPrinted(Exception):
    """The printer could not make the PDF; the message is one clause without a full stop."""


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
    writer = Writer(pictures(load, view), press.letters, view.large)
    body = writer.blocks(tree)
    document = _frame(tree, view, words, writer) | {"body": body}
    lacking = tuple(sorted(writer.lacking))
    return _printed(document, press, len("".join(tree.itertext())), lacking)


def _frame(tree: Element, view: View, words: Words, writer: Writer) -> dict[str, Any]:
    """Paper, language, title and the words of the running head."""
    tag = _LANGUAGE.fullmatch(view.language)
    name = getattr(getattr(view, "who", None), "name", None)
    title = heading(tree)
    head = f"{title} · {' '.join(name.split())}" if name and name not in title else title
    return {
        "paper": view.paper,
        "large": view.large,
        "language": tag[1].lower() if tag else "en",
        "region": tag[2].upper() if tag and tag[2] else None,
        "title": title,
        "head": writer.line(shortened(head, 44 if view.large else 80)),
        "page": words.gettext("page {page} of {pages}"),
    }


def _printed(document: dict[str, Any], press: Press, letters: int, lacking: tuple[str, ...]) -> Layout:
    """The document on as few pages as its letters can be expected to take, in the easiest fit for that.

    A page says of how many it is one, so a wrong guess is printed once more; a closer fit is tried before a page more.
    """
    fits = LARGE if document["large"] else FITS
    last = len(fits) - 1

    def fitted(n: int, of: int) -> Layout:
        size, air = fits[n]
        return _compiled(document | {"size": size, "air": air, "pages": of}, press, lacking)

    first, pages = (0, 3) if fits is LARGE else _guess(letters)
    made = fitted(first, pages)
    if made.pages > 1 and first < last and (fits is LARGE or made.pages > pages):
        closest = fitted(last, made.pages - 1)
        if closest.pages < made.pages:
            return closest if closest.pages == made.pages - 1 else fitted(last, closest.pages)
    return made if made.pages == pages else fitted(first, made.pages)


def _guess(letters: int) -> tuple[int, int]:
    """The fit to try first, and the pages to expect."""
    for pages in range(1, 100):
        for fit, (room, more) in enumerate(zip(_FIRST, _FURTHER, strict=True)):
            if letters <= room + (pages - 1) * more:
                return fit, pages
    return 0, 100


def _compiled(document: dict[str, Any], press: Press, lacking: tuple[str, ...]) -> Layout:
    """One fit. The style stops where words are overfull; then it is printed all the same, with their list."""
    overfull: tuple[str, ...] = ()
    try:
        pdf = _run(document | {"strict": True}, press)
    except RuntimeError as error:
        said = str(error).partition(_OVERFULL)[2]
        if not said:
            raise _refused(error) from error
        overfull = tuple(dict.fromkeys(said.split("\n")))
        try:
            pdf = _run(document | {"strict": False}, press)
        except RuntimeError as again:
            raise _refused(again) from again
    return Layout(_pages(pdf), pdf, overfull, lacking)


def _run(document: dict[str, Any], press: Press) -> bytes:
    from typst import Compiler

    sheet = {"sheet": json.encode(document).decode()}
    pdf = Compiler(press.style.encode(), sys_inputs=sheet, **_place(press.fonts)).compile(
        format="pdf", pdf_standards=[STANDARD]
    )
    return pdf if isinstance(pdf, bytes) else b""


def _refused(error: Exception) -> NotPrinted:
    return NotPrinted(" ".join(str(error).split()).rstrip("."))


def _pages(pdf: bytes) -> int:
    """How many pages a file has, by its catalogue: words of a document that look like a count are not read."""
    begun, end = int(pdf[pdf.rfind(b"startxref") + len(b"startxref") :].split()[0]), pdf.rfind(b"trailer")
    places = [int(each) for each in _PLACE.findall(pdf[begun:end])]

    def named(pattern: re.Pattern[bytes], within: bytes) -> int:
        match = pattern.search(within)
        return int(match[1]) if match else 0

    def thing(number: int) -> bytes:
        return pdf[places[number] : pdf.index(b"endobj", places[number])]

    return named(_COUNT, thing(named(_TREE, thing(named(_ROOT, pdf[end:])))))


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
