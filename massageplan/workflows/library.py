"""`mplan library`: what the built-in library and the practice's own hold."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from ..errors import HasFindings, NotReadable, UsageError
from ..findings import did_you_mean
from ..library.catalogue import KINDS, Item, Library
from ..report.safe import for_terminal
from ..schema.gate import Schemas
from ..store import resources
from ..store.practice import OwnShelf, PracticeFiles, find


def _open(practice: str | None) -> Library:
    """The library of the practice we are in, or the built-in one alone."""
    own = None
    try:
        own = OwnShelf(PracticeFiles(find(practice, Path.cwd(), dict(os.environ))))
    except NotReadable:
        if practice is not None:
            raise
    return Library(Schemas(resources.schema), resources.BuiltIn(), own)


def ids(practice: str | None) -> list[str]:
    """Every id of every kind."""
    library = _open(practice)
    return sorted(frozenset[str]().union(*(library.ids(kind) for kind in KINDS)))


def listed(practice: str | None, kind: str | None, word: str | None, as_json: bool) -> str:
    """A line an entry: id, kind, name; the practice's own marked with a star.

    Raises:
        UsageError: no such kind.
    """
    if kind is not None and kind.rstrip("s") not in KINDS:
        raise UsageError(
            f"No kind is called {kind[:40]!r}.", did_you_mean(kind, KINDS) or f"one of: {', '.join(KINDS)}"
        )
    library = _open(practice)
    kinds = [kind.rstrip("s")] if kind else [k for k in KINDS if k != "source"]
    items = [item for k in kinds for id in sorted(library.ids(k)) if (item := library.item(k, id))]
    items = [i for i in items if word is None or word.casefold() in f"{i.id} {i.name}".casefold()]
    if as_json:
        rows = [{"id": i.id, "kind": i.kind, "name": i.name, "own": i.own} for i in items]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    wide = max((len(i.id) for i in items), default=0)
    lines = [f"{'*' if i.own else ' '} {i.id:<{wide}}  {i.kind:<10}  {for_terminal(i.name)[:70]}" for i in items]
    tail = "* your own" if any(i.own for i in items) else ""
    return "".join(line + "\n" for line in (*lines, tail) if line)


def shown(practice: str | None, id: str, as_json: bool) -> str:
    """One entry, and the citation behind each source it names.

    Raises:
        UsageError: no entry has this id.
        HasFindings: the practice's own entry cannot be used.
    """
    library = _open(practice)
    found = [item for kind in KINDS if (item := library.item(kind, id))]
    if library.findings and not found:
        first = library.findings[0]
        raise HasFindings(f"{first.span}: {first.message}", first.help)
    if not found:
        raise UsageError(
            f"The library has no {id[:60]!r}.", did_you_mean(id, ids(practice)) or "see: mplan library list"
        )
    if as_json:
        return json.dumps({"id": id, "kind": found[0].kind, **found[0].data}, ensure_ascii=False, indent=1) + "\n"
    return "\n".join(_entry(library, item) for item in found)


def _entry(library: Library, item: Item) -> str:
    own = ", your own" if item.own else ""
    lines = [f"{item.name}  ({item.kind} {item.id}{own})", ""]
    lines.extend(_tree(item.data, ""))
    cited = sorted(_sources(item.data))
    if cited:
        lines.extend(["", "sources"])
        lines.extend(f"  {name}: {citation(library, name)}" for name in cited)
    return "".join(for_terminal(line) + "\n" for line in lines)


def _tree(node: Any, indent: str) -> list[str]:
    out: list[str] = []
    for key, value in node.items():
        label = key.replace("-", " ")
        if key == "verified" and value == "false":
            out.append(f"{indent}not verified: nobody has seen this figure in its source yet")
        elif key == "reviewed" and value == "false":
            out.append(f"{indent}these words were not reviewed yet")
        elif key in ("verified", "reviewed"):
            out.append(f"{indent}{key}: yes")
        elif isinstance(value, dict):
            out.extend([f"{indent}{label}", *_tree(value, indent + "  ")])
        elif isinstance(value, list) and any(isinstance(v, dict) for v in value):
            out.append(f"{indent}{label}")
            for each in value:
                inner = _tree(each, indent + "    ") if isinstance(each, dict) else [f"{indent}    {each}"]
                out.extend([f"{indent}  - {inner[0].strip()}", *inner[1:]])
        elif isinstance(value, list) and key == "steps":
            out.extend([f"{indent}{label}", *(f"{indent}  {n}. {step}" for n, step in enumerate(value, 1))])
        else:
            out.append(f"{indent}{label}: {', '.join(map(str, value)) if isinstance(value, list) else value}")
    return out


def _sources(node: Any) -> set[str]:
    """Ids of every source named anywhere in an entry."""
    found: set[str] = set()
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("source", "sources"):
                found.update([value] if isinstance(value, str) else value)
            else:
                found |= _sources(value)
    elif isinstance(node, list):
        for each in node:
            found |= _sources(each)
    return found


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
