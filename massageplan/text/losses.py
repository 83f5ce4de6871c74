"""What YAML loses without a word: text behind a hash, a comma in a flow map, a block without text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Finding
from ..span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .document import Node


def cut_by_hash(file: str, text: str, root: Node, findings: list[Finding]) -> None:
    """Add a finding for each unquoted text that goes on behind a hash."""
    for node in _scalars(root):
        if not node.style and node.value:
            _cut(file, text, node, findings)


def comma_split(file: str, key: Node) -> Finding:
    """A word in a flow map that became a key without a value, because the comma before it was not quoted."""
    message = "The comma before this made a key of its own of it, without a value."
    return Finding("comma-split", message, _at(file, key), 'put the whole text in quotes, as in "ice, rest"')


def _scalars(node: Node) -> Iterator[Node]:
    if node.id == "scalar":
        yield node
    elif node.id == "sequence":
        for item in node.value:
            yield from _scalars(item)
    else:
        for _, item in node.value:
            yield from _scalars(item)


def empty_block(file: str, text: str, node: Node) -> Finding:
    """A block of text that came out empty, because its text stands beside the sign that opens it."""
    start = node.start_mark
    sign = text[start.index : start.index + 1]
    line = text[start.index :].split("\n", 1)[0].strip()
    message = f"A value that begins with {sign} opens a block of text, and this one is empty: what follows is lost."
    hint = f"write over {line[1:].strip()}" if sign == ">" and line[1:].strip()[:1].isdigit() else "put it in quotes"
    at = Span(file, start.line + 1, start.column + 1, start.line + 1, start.column + 1 + len(line))
    return Finding("empty-block-text", message, at, hint)


def _cut(file: str, text: str, node: Node, findings: list[Finding]) -> None:
    """A comment has a space behind its hash and stands apart; `Crate #2 is worst` was meant as text."""
    end = node.end_mark.index
    rest = text[end:].split("\n", 1)[0]
    gap = len(rest) - len(rest.lstrip(" \t"))
    after = rest[gap:]
    if not gap or not after.startswith("#"):
        return
    meant_as_text = after[1:2].strip() != "" and after[1] != "#"
    sentence = gap == 1 and " " in node.value
    if meant_as_text or sentence:
        column = node.end_mark.column + gap + 1
        at = Span(file, node.end_mark.line + 1, column, node.end_mark.line + 1, column + len(after.rstrip()))
        message = "YAML takes the text from this # on as a comment, so the record does not hold it."
        findings.append(
            Finding("text-cut-by-hash", message, at, "put the text in quotes, or two spaces before a real comment")
        )


def _at(file: str, node: Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
