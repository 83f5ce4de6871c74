"""Entries of a practice's own library, made from their texts."""

from __future__ import annotations


class OwnEntries:
    """A shelf of entries by folder and id: `regions/tail`."""

    def __init__(self, entries: dict[str, str]) -> None:
        self._entries = entries

    def ids(self, folder: str) -> frozenset[str]:
        """Ids of the entries in one folder."""
        return frozenset(id for at, _, id in (name.partition("/") for name in self._entries) if at == folder)

    def read(self, folder: str, id: str) -> tuple[str, bytes] | None:
        """Name and bytes of one entry."""
        text = self._entries.get(f"{folder}/{id}")
        return None if text is None else (f"library/{folder}/{id}.yaml", text.encode())
