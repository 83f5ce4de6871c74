"""Markdown to one tree, of which every output is a writing.

A template's Markdown is plain Markdown plus lines `<div class="block" markdown="1">` and `</div>`, each alone
on its line. The divs are read here; what stands between goes through Markdown with HTML switched off.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX

from .tokens import DRAWN

if TYPE_CHECKING:
    from re import Match

    from .tokens import Vault

_DIV = re.compile(r'<div class="(?P<names>[a-z][a-z0-9 -]*)" markdown="1">\s*')
_END = re.compile(r"</div>\s*")
_ESCAPED = re.compile(f"{STX}([0-9]+){ETX}")
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]*)\]\([^()\s]*\)")
_PICTURE = r"!\[([^\[\]\n]*)\]\(((?:figure|chart|map):[^()\s]*)\)"
_BLOCKS_UNUSED = ("reference", "code", "quote")
_INLINE_UNUSED = (
    "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref", "autolink",
    "automail", "html", "linebreak", "backtick",
)  # fmt: skip


class UnevenBlocks(Exception):
    """A block was opened and not closed, or closed and not opened."""


class _Picture(InlineProcessor):
    """`![alt](figure:id)`. Markdown's own pattern takes time that grows with the square of the text."""

    def handleMatch(self, match: Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return Element("img", {"alt": match[1], "src": match[2]}), match.start(0), match.end(0)


def _reader() -> Markdown:
    """Markdown with tables and classes, without HTML, links, references, code and pretty-printing."""
    # by class: by name Markdown would look through the metadata of every installed package first
    reader = Markdown(extensions=[TableExtension(), AttrListExtension(), SaneListExtension()])
    reader.preprocessors.deregister("html_block")
    for name in _BLOCKS_UNUSED:
        reader.parser.blockprocessors.deregister(name)
    for name in _INLINE_UNUSED:
        reader.inlinePatterns.deregister(name)
    reader.inlinePatterns.register(_Picture(_PICTURE, reader), "picture", 150)
    reader.treeprocessors.deregister("prettify")
    return reader


def _read_leaf(reader: Markdown, lines: list[str], into: Element) -> None:
    if not any(line.strip() for line in lines):
        return
    lines = [_drawn(_LINK.sub(r"\g<words>", line)) for line in lines]
    for preprocessor in reader.preprocessors:
        lines = preprocessor.run(lines)
    root: Element = reader.parser.parseDocument(lines).getroot()  # type: ignore[assignment]
    for processor in reader.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    into.extend(root)


def _drawn(line: str) -> str:
    """A line in which boxes and writing lines are marks of their own: what looks like one in a record is a text."""
    for written, mark in DRAWN.items():
        line = line.replace(written, mark)
    return line


def _settle(text: str | None, vault: Vault) -> str | None:
    """Text as it will be read: Markdown's own stand-ins undone, then the tokens opened."""
    if not text:
        return text
    text = _ESCAPED.sub(lambda m: chr(int(m[1])), text.replace(AMP_SUBSTITUTE, "&"))
    return vault.open(text)


def read(text: str, vault: Vault) -> Element:
    """The tree of a document, every token opened.

    Raises:
        UnevenBlocks: a div is not closed, or closed twice.
    """
    reader = _reader()
    root = Element("main")
    stack, leaf = [root], list[str]()
    for line in text.split("\n"):
        start = _DIV.fullmatch(line)
        if not start and not _END.fullmatch(line):
            leaf.append(line)
            continue
        _read_leaf(reader, leaf, stack[-1])
        leaf = []
        if start:
            stack.append(SubElement(stack[-1], "div", {"class": start["names"].strip()}))
        elif len(stack) == 1:
            raise UnevenBlocks("a block is closed that was never opened")
        else:
            stack.pop()
    _read_leaf(reader, leaf, stack[-1])
    if len(stack) > 1:
        raise UnevenBlocks(f"the block “{stack[-1].get('class')}” is never closed")
    for element in root.iter():
        element.text, element.tail = _settle(element.text, vault), _settle(element.tail, vault)
        for name in ("alt", "src", "title"):
            if name in element.attrib:
                element.set(name, _settle(element.get(name), vault) or "")
    return root
