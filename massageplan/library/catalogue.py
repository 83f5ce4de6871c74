"""Finding and reading library entries. A practice's own entry wins over the built-in one of the same id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from ..findings import Finding, did_you_mean
from ..frozen import Frozen
from ..schema.gate import Schemas, admit
from ..text.reader import parse

if TYPE_CHECKING:
    from ..text.document import Document

KINDS = {
    "exercise": "exercises",
    "movement": "movements",
    "instrument": "instruments",
    "technique": "techniques",
    "muscle": "muscles",
    "region": "regions",
    "presentation": "presentations",
    "screening": "screening",
    "block": "blocks",
    "dosing": "dosing",
    "adherence": "adherence",
    "rule": "rules",
    "jurisdiction": "jurisdictions",
    "source": "sources",
}
"""Kinds of entry and the folder each stands in."""


class Shelf(Protocol):
    """Where entry files lie; `store` has one for the built-in library and one for a practice's own."""

    def ids(self, folder: str) -> frozenset[str]:
        """Stems of the entry files in one folder."""

    def read(self, folder: str, id: str) -> tuple[str, bytes] | Finding | None:
        """Name to show and bytes of one entry file, or why it cannot be read, or None if there is none."""


class Item(Frozen):
    """A library entry.

    Attributes:
        data: the entry as written, every scalar a text.
        own: whether it is the practice's own.
    """

    kind: str
    id: str
    data: dict[str, Any]
    document: Document
    own: bool

    @property
    def name(self) -> str:
        """The entry's name in English, or its id."""
        block = self.data.get("en")
        named = block.get("name") if isinstance(block, dict) else self.data.get("title")
        return str(named or self.id)


class Library:
    """The built-in library with a practice's own entries before it; each entry is read when first used."""

    def __init__(self, schemas: Schemas, built_in: Shelf, own: Shelf | None = None) -> None:
        self._schemas = schemas
        self._shelves = [(own, True)] if own else []
        self._shelves.append((built_in, False))
        self._ids: dict[str, frozenset[str]] = {}
        self._own_ids: dict[str, frozenset[str]] = {}
        self._items: dict[tuple[str, str], Item | None] = {}
        self.findings: list[Finding] = []
        """What was found wrong with the entries read so far."""

    def ids(self, kind: str) -> frozenset[str]:
        """Ids of all entries of a kind."""
        if kind not in self._ids:
            found = frozenset[str]().union(*(shelf.ids(KINDS[kind]) for shelf, _ in self._shelves if shelf))
            self._ids[kind] = found
        return self._ids[kind]

    def has(self, kind: str, id: str) -> bool:
        """Whether there is such an entry; does not read it."""
        return id in self.ids(kind)

    def is_own(self, kind: str, id: str) -> bool:
        """Whether the practice has an entry of this id of its own; does not read it."""
        if kind not in self._own_ids:
            found = (shelf.ids(KINDS[kind]) for shelf, own in self._shelves if own and shelf)
            self._own_ids[kind] = frozenset[str]().union(*found)
        return id in self._own_ids[kind]

    def item(self, kind: str, id: str) -> Item | None:
        """The entry; None if there is none or it cannot be used (then `findings` says why)."""
        key = (kind, id)
        if key not in self._items:
            self._items[key] = self._read(kind, id) if self.has(kind, id) else None
        return self._items[key]

    def near(self, kind: str, id: str) -> str | None:
        """Help that names the nearest id."""
        return did_you_mean(id, self.ids(kind))

    def own(self) -> list[Item]:
        """The practice's own entries that can be used."""
        found = [
            self.item(kind, id)
            for shelf, own in self._shelves
            for kind, folder in KINDS.items()
            if own and shelf
            for id in sorted(shelf.ids(folder))
        ]
        return [item for item in found if item is not None and item.own]

    def check_own(self) -> list[Finding]:
        """Read every entry of the practice's own library and say what is wrong with it."""
        self.own()
        return self.findings

    def _read(self, kind: str, id: str) -> Item | None:
        for shelf, own in self._shelves:
            found = shelf.read(KINDS[kind], id) if shelf else None
            if isinstance(found, Finding):
                self.findings.append(found)
            elif found is not None:
                item = self._understand(kind, id, found, own)
                if item:
                    return item
        return None

    def _understand(self, kind: str, id: str, found: tuple[str, bytes], own: bool) -> Item | None:
        file, raw = found
        parsed = parse(file, raw)
        self.findings.extend(parsed.findings)
        if parsed.document is None:
            return None
        if not own:  # built-in entries pass the gate in our tests, not at each run
            return Item(kind, id, parsed.document.data, parsed.document, own)
        data, faults = admit(self._schemas, f"library/{kind}", parsed.document)
        self.findings.extend(faults)
        return Item(kind, id, data, parsed.document, own) if isinstance(data, dict) else None
