"""The tree as one self-contained page: nothing loaded from anywhere; a client's page has a script of its own."""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape
from itertools import count
from typing import TYPE_CHECKING

from .tokens import BOX, RULE

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from .page import Page
    from .view import Paper

    Picture = Callable[[str], str | None]

_KEPT = {"h1", "h2", "h3", "p", "strong", "em", "ul", "ol", "li", "table", "thead", "tbody", "tr", "div"}
_LINED = {"h1", "h2", "h3", "p", "ul", "ol", "li", "table", "tr", "div"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_SHEETS = {"letter": "size:letter;margin:8.5mm 12mm 7mm", "a4": "size:A4;margin:10mm 11.5mm 8mm"}
_RUNNING = (
    "@page{{margin-top:14mm;@top-left{{content:{title};{look}}}"
    "@top-right{{content:counter(page) ' / ' counter(pages);{look}}}}}"
    "@page :first{{margin-top:{top}mm;@top-left{{content:none}}@top-right{{content:none}}}}"
)
"""What stands above the second page and those after it, in browsers that know boxes in the margin."""

_LOOK = "color:#4a5057;font:8pt Clear Sans,sans-serif"
_TOPS = {"letter": 8.5, "a4": 10}
_CLASSES = re.compile(r"[a-z][a-z0-9 -]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_RULES = re.compile(f"{RULE}(?: ?{RULE})*")
_WIDTH = re.compile(r'<svg\b[^>]*?\swidth="([0-9.]+)mm"')
_OUTSIDE = re.compile(r"</style|@import|url\(\s*(?!['\"]?data:)", re.IGNORECASE)


def no_picture(name: str) -> str | None:
    """No drawing of any name: the words of each picture stand in."""
    return None


def millimetres(svg: str) -> float | None:
    """How wide a drawing is on paper; None where it does not say."""
    found = _WIDTH.search(svg)
    return float(found[1]) if found else None


class UnsafeStyle(Exception):
    """A style sheet that would load something, or end the style early."""


def _text(text: str | None) -> str:
    """Escaped text; tick boxes and lines to write on are drawn, two lines in a row as one long one."""
    drawn = escape(text or "").replace(BOX, '<span class="box">☐</span>')
    return _RULES.sub(lambda m: f'<span class="rule{" long" if m[0] != RULE else ""}"></span>', drawn)


def _class(element: Element) -> str:
    names = element.get("class") or ""
    return f' class="{names}"' if _CLASSES.fullmatch(names) else ""


class Writer:
    """Writes elements one inside the other.

    Attributes:
        widest: millimetres of the widest figure so far; 0 for none.
    """

    def __init__(self, picture: Picture, own: Page | None = None) -> None:
        self._picture, self._own = picture, own
        self._tables = count(1)
        self.widest = 0.0

    def inside(self, element: Element) -> str:
        """What stands between the tags of an element."""
        return _text(element.text) + "".join(self.write(child) + _text(child.tail) for child in element)

    def write(self, element: Element) -> str:
        """One element; a tag that has no place in a document gives its content alone."""
        tag = element.tag
        if tag == "img":
            return self._image(element)
        if tag == "table":
            return self._table(element)
        if tag in {"th", "td"}:
            return self._cell(element)
        if tag == "h2" and "numbered" in (element.get("class") or ""):
            return self._numbered(element)
        if tag not in _KEPT:
            return self.inside(element)
        if tag == "div" and self._own:
            block = self._own.block(element, self)
            if block is not None:
                return block
        end = "\n" if tag in _LINED else ""
        return f"<{tag}{_class(element)}>{self.inside(element)}</{tag}>{end}"

    def _numbered(self, element: Element) -> str:
        number, _, rest = self.inside(element).partition(" ")
        return f'<h2 class="numbered"><span class="disc">{number}</span> <span>{rest}</span></h2>\n'

    def _image(self, element: Element) -> str:
        """A picture inside the page, where no script of it runs; its words where there is none."""
        drawing, words = self._picture(element.get("src") or ""), element.get("alt")
        if drawing is None:
            return _text(words)
        data = b64encode(drawing.encode()).decode()
        size = millimetres(drawing) if (element.get("src") or "").startswith("figure:") else None
        if size:
            self.widest = max(self.widest, size)
        wide = f' style="--mm:{size:g}"' if size else ""
        return f'<img alt="{escape(words or "")}"{wide} src="data:image/svg+xml;base64,{data}">'

    def _table(self, element: Element) -> str:
        return self.scrolling(element, self.inside(element))

    def scrolling(self, element: Element, inside: str) -> str:
        """A table that scrolls by itself where the screen is narrow; its name is its first head.

        Args:
            inside: its rows as they are written.
        """
        head = next(element.iter("th"), None)
        name = " ".join("".join(head.itertext()).split()) if head is not None else ""
        label = escape(f"{next(self._tables)}: {name}")
        return f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table>{inside}</table></div>\n'

    def _cell(self, element: Element) -> str:
        scope = ' scope="col"' if element.tag == "th" else ""
        return f"<{element.tag}{scope}>{self.inside(element)}</{element.tag}>"


def title(tree: Element) -> str:
    """The words of the first heading."""
    head = next(tree.iter("h1"), None)
    return " ".join("".join(head.itertext()).split()) if head is not None else ""


def _running(tree: Element, paper: Paper) -> str:
    """The title and the number of each page but the first."""
    said = "".join(char if char.isalnum() and char.isascii() else f"\\{ord(char):06x}" for char in title(tree))
    return _RUNNING.format(title=f'"{said}"', look=_LOOK, top=_TOPS[paper])


def page(
    tree: Element,
    style: str,
    language: str,
    paper: Paper,
    picture: Picture = no_picture,
    running: bool = False,
    own: Page | None = None,
) -> str:
    """The whole page.

    Args:
        tree: what `tree.read` gives.
        style: the style sheet, put into the page.
        language: tag for screen readers and hyphenation; English where it is none.
        paper: the sheet it prints on.
        running: whether each page but the first says what it belongs to.
        picture: gives the SVG text of a picture by its name such as `map:body-front`, or nothing.
        own: what a client's page has besides: boxes to tick, links, its script.

    Raises:
        UnsafeStyle: the style would load from outside.
    """
    if _OUTSIDE.search(style):
        raise UnsafeStyle("a style may hold no “</style”, no @import and no url() but data:")
    policy, script = (_POLICY + own.policy, own.script) if own else (_POLICY, "")
    writer = Writer(picture, own)
    body = writer.inside(tree)
    column = f' style="--pic:{writer.widest:g}"' if writer.widest else ""  # all pictures have a column of one width
    tag = language if _LANGUAGE.fullmatch(language) else "en"
    return (
        f'<!doctype html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title(tree))}</title>\n"
        f"<style>\n@page{{{_SHEETS[paper]}}}\n{_running(tree, paper) if running else ''}{style}</style>\n</head>\n"
        f'<body class="{paper}">\n<main{column}>\n{body}</main>\n{script}</body>\n</html>\n'
    )
