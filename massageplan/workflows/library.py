"""`mplan library`: what the built-in library and the practice's own hold."""

from __future__ import annotations

import json
import os
from pathlib import Path

from ..errors import HasFindings, NotReadable, UsageError
from ..findings import did_you_mean
from ..library.catalogue import KINDS, Item, Library
from ..report.safe import for_terminal
from ..schema.gate import Schemas
from ..store import resources
from ..store.practice import OwnShelf, PracticeFiles, find
from .entries import as_text


def open_library(practice: str | None) -> tuple[Library, Path | None]:
    """The library of the practice we are in, with its folder; or the built-in one alone.

    Raises:
        NotReadable: the practice that was named is none.
    """
    own, root = None, None
    try:
        root = find(practice, Path.cwd(), dict(os.environ))
        own = OwnShelf(PracticeFiles(root))
    except NotReadable:
        if practice is not None:
            raise
    return Library(Schemas(resources.schema), resources.BuiltIn(), own), root


def _open(practice: str | None) -> Library:
    return open_library(practice)[0]


def ids(practice: str | None) -> list[str]:
    """Every id of every kind."""
    library = _open(practice)
    return sorted(frozenset[str]().union(*(library.ids(kind) for kind in KINDS)))


def ids_of(kind: str, practice: str | None = None) -> list[str]:
    """Every id of one kind."""
    return sorted(_open(practice).ids(kind))


def entry(practice: str | None, kind: str, id: str) -> Item:
    """An entry of one kind, for an option of a command; a region also by another name of it.

    Raises:
        UsageError: there is none.
    """
    library = _open(practice)
    name = id.strip().casefold().replace(" ", "-")
    item = library.item(kind, name)
    if item is None and kind == "region":
        from ..clinical.places import region_of

        found = region_of(library, None, id)
        item = library.item(kind, found) if found else None
    if item is None:
        help = library.near(kind, name) or f"see: mplan library list {kind}"
        raise UsageError(f"The library has no {kind} {id[:40]!r}.", help)
    return item


def listed(practice: str | None, kind: str | None, word: str | None, as_json: bool) -> str:
    """A line an entry: id, kind, name; the practice's own marked with a star.

    Raises:
        UsageError: no such kind.
    """
    by_name = {folder: k for k, folder in KINDS.items()} | {k: k for k in KINDS}
    if kind is not None and kind not in by_name:
        raise UsageError(
            f"No kind is called {kind[:40]!r}.", did_you_mean(kind, by_name) or f"one of: {', '.join(KINDS)}"
        )
    library = _open(practice)
    kinds = [by_name[kind]] if kind else [k for k in KINDS if k != "source"]
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
    return "\n".join(as_text(library, item) for item in found)
