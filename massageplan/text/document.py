"""A file that was read: its data, and where each piece of it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..frozen import Frozen
from ..span import Path, Span

if TYPE_CHECKING:
    from ..findings import Finding

Node = Any
"""A node of the YAML composer; its published types do not tell scalars, lists and maps apart."""

Data = Any
"""Maps, lists and scalars of a record: every scalar is the text as typed, an empty one is None."""


class Document(Frozen):
    """One file's data with the nodes it came from.

    Attributes:
        file: path as shown to the user, relative to the practice.
        text: the file's text, without byte order mark.
        data: maps, lists, texts and None.
        root: the composed node; kept only while findings may still point at it.
        body: first line of the Markdown body and the key it stands for, if the file is front matter.
    """

    file: str
    text: str
    data: Data
    root: Node | None
    body: tuple[int, str] | None = None

    def locate(self, path: Path, key: bool = False) -> Span:
        """The place of a value, or of its key; the nearest enclosing place if the path leads nowhere."""
        if self.body and path[:1] == (self.body[1],) and not _has_key(self.root, self.body[1]):
            return Span(self.file, self.body[0], 1, self.body[0], 1)
        node, owner = self.root, None
        for step in path:
            found = _child(node, step)
            if found is None:
                return self._span(owner or node)
            owner, node = found
        return self._span(owner if key and owner is not None else node)

    def _span(self, node: Node | None) -> Span:
        if node is None:
            return Span(self.file)
        start, end = node.start_mark, node.end_mark
        if getattr(node, "style", None) in ("|", ">") or not hasattr(node, "style"):
            end = start
        if end.line != start.line:
            return Span(self.file, start.line + 1, start.column + 1, start.line + 1, start.column + 1)
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _child(node: Node | None, step: str | int) -> tuple[Node | None, Node] | None:
    """The key node (None in a list) and value node one step below."""
    if isinstance(step, int):
        items = node.value if node is not None and node.id == "sequence" else []
        return (None, items[step]) if step < len(items) else None
    if node is None or node.id != "mapping":
        return None
    for key, value in node.value:
        if key.value == step:
            return key, value
    return None


def _has_key(node: Node | None, key: str) -> bool:
    return _child(node, key) is not None


class Parsed(Frozen):
    """What reading one file gave: a document unless it could not be understood, and what to settle."""

    document: Document | None
    findings: tuple[Finding, ...] = ()
