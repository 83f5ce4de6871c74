"""A library entry as it reads best: each figure with its source behind it, and whether it was seen there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..library.links import links
from ..report.safe import for_terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..library.catalogue import Item, Library

NOT_SEEN = "NOT VERIFIED: nobody has seen this in the source yet"
_OURS = ("house-rules", "clinical-convention")
_CITED = ("source", "verified")
_LONGEST = 100


def as_text(library: Library, item: Item) -> str:
    """One entry, and below it the citation behind each number in square brackets."""
    page = _Page(_numbers(item))
    own = ", your own" if item.own else ""
    lines = [f"{item.name}  ({item.kind} {item.id}{own})", ""]
    words = item.data.get("en")
    if isinstance(words, dict):
        lines.extend(page.words({k: v for k, v in words.items() if k != "name"}))
    shown = {k: v for k, v in item.data.items() if k not in ("en", "sources", "verified", "figure")}
    lines.extend(page.tree(shown, ""))
    if figure := item.data.get("figure"):
        lines.append(f"figure: {'none' if figure == 'none' else f'mplan library figure {item.id}'}")
    if item.kind == "muscle":
        lines.extend(_movements(library, item.id))
    if "verified" in item.data and item.kind != "source":
        lines.append(f"as a whole: {_seen(item.data)}")
    if page.numbers:
        lines.extend(["", "sources"])
        lines.extend(f"  [{n}] {id}: {citation(library, id)}" for id, n in page.numbers.items())
    return "".join(for_terminal(line) + "\n" for line in lines)


def _movements(library: Library, muscle: str) -> list[str]:
    """Which movements a muscle makes, and which it limits when it is short."""
    moves, limits = [], []
    for id in sorted(library.ids("movement")):
        entry = library.item("movement", id)
        block = (entry.data.get("muscles") or {}) if entry else {}
        if muscle in (*(block.get("movers") or ()), *(block.get("assisting") or ())):
            moves.append(id)
        if muscle in (block.get("limiters") or ()):
            limits.append(id)
    return [f"{word}: {', '.join(ids)}" for word, ids in (("moves", moves), ("limits", limits)) if ids]


def _numbers(item: Item) -> dict[str, int]:
    """Each source of an entry with its number, in the order in which they are named."""
    ids = dict.fromkeys(id for _, kind, id in links(item.kind, item.data) if kind == "source")
    return {id: n for n, id in enumerate(ids, 1)}


class _Page:
    """Lines of an entry while they are written."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self.numbers = numbers

    def words(self, block: dict[str, Any]) -> list[str]:
        """What a person reads, with the remark that no person has reviewed it."""
        unreviewed = block.get("reviewed") == "false"
        lines = self.tree({k: v for k, v in block.items() if k != "reviewed"}, "")
        return [*lines, *(["(wording not reviewed by a person yet)"] if unreviewed else [])]

    def tree(self, node: dict[str, Any], indent: str) -> list[str]:
        """Keys with their values; a block with a source is closed by it."""
        out: list[str] = []
        for key, value in node.items():
            if key not in _CITED:
                out.extend(self._pair(key.replace("-", " "), value, indent))
        if "source" in node or "verified" in node:
            out.append(f"{indent}{self._cited(node)}")
        return out

    def _pair(self, label: str, value: Any, indent: str) -> list[str]:
        if isinstance(value, dict):
            line = f"{indent}{label}: {self._in_a_row(value)}"
            if _is_flat(value) and len(line) <= _LONGEST:
                return [line]
            return [f"{indent}{label}", *self.tree(value, indent + "  ")]
        if isinstance(value, list) and any(isinstance(each, dict) for each in value):
            return [f"{indent}{label}", *(line for each in value for line in self._each(each, indent))]
        if isinstance(value, list) and label in ("do", "items", "education"):
            return [f"{indent}{label}", *(f"{indent}  {n}. {text}" for n, text in enumerate(value, 1))]
        return [f"{indent}{label}: {', '.join(map(str, value)) if isinstance(value, list) else value}"]

    def _each(self, value: Any, indent: str) -> list[str]:
        """One of several blocks: in a line if it fits."""
        if not isinstance(value, dict):
            return [f"{indent}  - {value}"]
        line = f"{indent}  - {self._in_a_row(value)}"
        if _is_flat(value) and len(line) <= _LONGEST:
            return [line]
        first, *rest = self.tree(value, indent + "    ")
        return [f"{indent}  - {first.strip()}", *rest]

    def _in_a_row(self, block: dict[str, Any]) -> str:
        parts = [f"{key.replace('-', ' ')} {_row(value)}" for key, value in block.items() if key not in _CITED]
        cited = f"  {self._cited(block)}" if "source" in block or "verified" in block else ""
        return ", ".join(parts) + cited

    def _cited(self, block: dict[str, Any]) -> str:
        """The numbers of the sources of a block, and whether it was seen there."""
        named = block.get("source", [])
        ids = [named] if isinstance(named, str) else named
        numbers = "".join(f"[{self.numbers[id]}]" for id in ids if id in self.numbers)
        return f"{numbers} {_seen(block)}".strip()


def _row(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _is_flat(block: dict[str, Any]) -> bool:
    inner = (each for value in block.values() for each in (value if isinstance(value, list) else [value]))
    return not any(isinstance(each, dict) for each in inner)


def _seen(block: Mapping[str, Any]) -> str:
    """Whether a figure was read in its source, in words."""
    if "verified" not in block:
        return ""
    if block["verified"] == "true":
        return "seen in the source"
    named = block.get("source", block.get("sources", []))
    ids = [named] if isinstance(named, str) else named
    if ids and all(id in _OURS for id in ids):
        return "NOT VERIFIED: our own rule or common teaching, no evidence"
    return NOT_SEEN


def citation(library: Library, name: str) -> str:
    """Authors, year, title and place of a source in one line."""
    item = library.item("source", name)
    if item is None:
        return "no such source in the library"
    said = item.data
    parts = [f"{said.get('authors', '')} {said.get('year', '')}".strip(), said.get("title"), said.get("published-in")]
    if said.get("doi"):
        parts.append(f"doi {said['doi']}")
    unsure = "" if said.get("verified") == "true" else " (citation not verified)"
    return ". ".join(str(p).rstrip(".") for p in parts if p) + unsure
