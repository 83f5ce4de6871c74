"""The tree as data for the Typst style.

Nothing of a document becomes Typst source: the style is the whole program, and it reads the tree as JSON. So no
text of a record or template can be code, whatever it holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import category, normalize

from .html import title
from .tokens import BOX, RULE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from xml.etree.ElementTree import Element

    Picture = Callable[[str], str | None]
    Node = dict[str, Any]
    Inline = str | Node

_INLINE = {"strong", "em", "img"}
_HEADS = {f"h{n}": min(n, 3) for n in range(1, 7)}
_LISTS = {"ul": False, "ol": True}
_SPACES = re.compile("[^\\S\u00a0]+")
_DRAWN = re.compile(f"({BOX}|{RULE}(?: ?{RULE})*)")
_SELECTORS = range(0xFE00, 0xFE10)
_STAND_INS = {"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—"}
_WIDE = re.compile("[A-ZmwMW]|[^\x00-\x7f]")
_MORE = {"p": 30, "h": 60, "img": 400, "cell": 12}
_USUAL = 30
_EMPTY: dict[str, Any] = {"c": [], "w": 0, "n": 0, "word": ""}
LONG, LONG_LARGE = 1800, 900
"""Weight above which a block might not fit on a page, so that it is measured before it is kept whole."""

MOST_IN_DISC = 3
"""Letters that a disc holds; a longer number stands as bold text."""

DEEPEST = 8
"""Blocks, and lists, inside each other that are drawn as such; what lies deeper is drawn as part of the eighth."""


class Writer:
    """Writes one tree.

    Args:
        picture: gives the SVG text of a picture by its name such as `map:body-front`, or nothing.
        letters: code points the fonts have.
        large: whether it is for large print.
    """

    def __init__(self, picture: Picture, letters: frozenset[int], large: bool = False) -> None:
        self._picture, self._letters = picture, letters
        self._long = LONG_LARGE if large else LONG
        self._level = 0
        self.lacking: set[str] = set()

    def line(self, text: str) -> list[Inline]:
        """Plain text on a line of its own."""
        return _trimmed(self._text(text))

    def blocks(self, element: Element, depth: int = 0) -> list[Node]:
        """What stands in a block: its parts in order, text between them as paragraphs."""
        out: list[Node] = []
        loose: list[Inline] = self._text(element.text)
        for child in element:
            if child.tag in _INLINE:
                loose += self._inline(child)
            else:
                out += self._paragraph(loose)
                out += self._block(child, depth)
                loose = []
            loose += self._text(child.tail)
        return out + self._paragraph(loose)

    def _block(self, element: Element, depth: int) -> list[Node]:
        tag = element.tag
        if tag == "p":
            return self._paragraph(self._inside(element))
        if tag in _HEADS:
            return self._head(element, _HEADS[tag])
        if tag in _LISTS and depth < DEEPEST:
            items = [self.blocks(item, depth + 1) for item in element]
            return [{"t": "list", "numbered": _LISTS[tag], "c": items}]
        if tag == "table":
            return [self._table(element)]
        if tag == "div" and depth < DEEPEST:
            inside = self.blocks(element, depth + 1)
            return [{"t": "div", "k": _classes(element), "c": inside, "long": weight(inside) > self._long}]
        return self.blocks(element, depth)

    def _paragraph(self, inside: list[Inline]) -> list[Node]:
        """A paragraph; none where nothing is in it, and a picture by itself where it stands alone."""
        inside = _trimmed(inside)
        if len(inside) == 1 and not isinstance(inside[0], str) and inside[0]["t"] == "img":
            return [inside[0]]
        return [{"t": "p", "c": inside, "w": longest(inside)}] if inside else []

    def _head(self, element: Element, size: int) -> list[Node]:
        """A heading. Its level never skips one, which readers of the page by ear rely on; `size` is its look."""
        inside = _trimmed(self._inside(element))
        if not inside:
            return []
        self._level = min(size, self._level + 1)
        node: Node = {"t": "h", "size": size, "level": self._level, "k": _classes(element)}
        first, _, rest = inside[0].partition(" ") if isinstance(inside[0], str) else ("", "", "")
        if "numbered" in node["k"] and 0 < len(first) <= MOST_IN_DISC:
            node["number"] = first
            inside = [*([rest] if rest else []), *inside[1:]]
        return [node | {"c": inside, "w": longest(inside)}]

    def _table(self, element: Element) -> Node:
        rows = [[self._cell(cell) for cell in row] for row in element.iter("tr")]
        columns = max(map(len, rows), default=1)
        rows = [row + [_EMPTY] * (columns - len(row)) for row in rows]
        share = [max(7, min(46, *(max(row[n]["n"] for row in rows),) * 2)) for n in range(columns)]
        words = [max((row[n]["word"] for row in rows), key=units, default="") for n in range(columns)]
        return {"t": "table", "head": rows[0] if rows else [], "rows": rows[1:], "share": share, "words": words}

    def _cell(self, element: Element) -> Node:
        inside = _trimmed(self._inside(element))
        words = "".join(element.itertext())
        usual = (word for word in words.split() if len(word) <= _USUAL)
        return {"c": inside, "w": longest(inside), "n": len(words.strip()), "word": max(usual, key=units, default="")}

    def _inside(self, element: Element) -> list[Inline]:
        """The text, bold and drawn marks of a line."""
        out = self._text(element.text)
        for child in element:
            out += self._inline(child) + self._text(child.tail)
        return out

    def _inline(self, element: Element) -> list[Inline]:
        if element.tag == "img":
            return self._image(element)
        if element.tag in {"strong", "em"}:
            inside = self._inside(element)
            classes = _classes(element)
            if longest(inside) > 2 * MOST_IN_DISC or not all(isinstance(part, str) for part in inside):
                classes = [name for name in classes if name != "disc"]
            return [{"t": element.tag, "k": classes, "c": inside}] if inside else []
        return self._inside(element)

    def _image(self, element: Element) -> list[Inline]:
        drawing = self._picture(element.get("src") or "")
        words = self._text(element.get("alt"))
        if drawing is None:
            return words
        return [{"t": "img", "svg": drawing, "alt": " ".join((element.get("alt") or "").split())}]

    def _text(self, text: str | None) -> list[Inline]:
        """Text with its drawn marks: boxes, lines to write on (`n` of them in a row), letters no font has."""
        out: list[Inline] = []
        for part in _DRAWN.split(text or ""):
            if part == BOX:
                out.append({"t": "box"})
            elif part.startswith(RULE):
                out.append({"t": "rule", "n": part.count(RULE)})
            elif part:
                out += self._letters_of(_SPACES.sub(" ", part))
        return out

    def _letters_of(self, text: str) -> list[Inline]:
        if self._letters.issuperset(map(ord, text)):
            return [text]
        out: list[Inline] = []
        run = ""
        for letter in (_STAND_INS.get(one, one) for one in normalize("NFC", text)):
            if ord(letter) in self._letters:
                run += letter
            elif category(letter) != "Cf" and ord(letter) not in _SELECTORS:
                self.lacking.add(letter)
                out += [run, {"t": "gap"}]
                run = ""
        return [part for part in [*out, run] if part]


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


def _trimmed(inside: list[Inline]) -> list[Inline]:
    """A line without white edges."""
    out = list(inside)
    if out and isinstance(out[0], str):
        out[0] = out[0].lstrip(" ")
    if out and isinstance(out[-1], str):
        out[-1] = out[-1].rstrip(" ")
    return [part for part in out if part]


def units(word: str) -> int:
    """How wide a word may be: a letter counts one, a capital or another wide one two."""
    return len(word) + len(_WIDE.findall(word))


def longest(inside: Iterable[Inline]) -> int:
    """Units of the widest word of a line; drawn marks count as none."""
    words = "".join(part if isinstance(part, str) else "x" * longest(part.get("c", ())) for part in inside)
    return max(map(units, words.split()), default=0)


def weight(nodes: Iterable[Any]) -> int:
    """Letters of all that is in a block, each line, cell and picture counted as some more."""
    total = 0
    for node in nodes:
        if isinstance(node, str):
            total += len(node)
        elif isinstance(node, list):
            total += weight(node)
        else:
            more = (node.get(part, ()) for part in ("c", "head", "rows"))
            total += _MORE.get(node.get("t", "cell"), 0) + sum(map(weight, more))
    return total


def shortened(text: str, most: int) -> str:
    """The text, or its beginning and three dots where it is wider than `most` units."""
    while units(text) > most:
        text = text[: max(1, len(text) * most // units(text)) - 1].rstrip() + "…"
    return text


def heading(tree: Element) -> str:
    """What the document is called: its first heading, else its first words."""
    return title(tree) or " ".join("".join(tree.itertext()).split())[:80].strip() or "massageplan"
