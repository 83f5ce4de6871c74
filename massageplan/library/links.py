"""Which keys of an entry name other entries, and of which kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..span import Path

LINKS: dict[str, dict[str, str]] = {
    "exercise": {"easier": "exercise", "harder": "exercise", "muscles": "muscle", "contraindications": "screening"},
    "technique": {"contraindications": "screening"},
    "movement": {
        "muscles/movers": "muscle", "muscles/assisting": "muscle", "muscles/limiters": "muscle",
        "muscles/examine-first": "muscle", "muscles/movers-seen/muscles": "muscle",
    },
    "muscle": {"regions": "region"},
    "region": {
        "movements": "movement", "instruments": "instrument", "muscles": "muscle", "screening": "screening",
    },
    "presentation": {
        "region": "region", "movements": "movement", "instruments": "instrument", "muscles": "muscle",
        "techniques": "technique", "exercises": "exercise", "starter-homework": "exercise", "visits": "dosing",
        "evidence": "dosing", "guidelines": "dosing", "red-flags": "screening", "yellow-flags": "screening",
    },
    "screening": {"blocks": "block"},
    "dosing": {"presentations": "presentation", "instruments": "instrument"},
}  # fmt: skip
"""For each kind the paths whose ids are entries of another kind; sources are named at any depth."""

_SOURCES = ("source", "sources")


def links(kind: str, data: Any) -> Iterator[tuple[Path, str, str]]:
    """Every id that an entry names: where, of which kind, and the id; sources too."""
    for name, target in LINKS.get(kind, {}).items():
        path = tuple(name.split("/"))
        yield from ((where, target, id) for where, id in _ids(_at(data, path), path))
    yield from _sources(data, ())


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _ids(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        yield from (((*path, n), id) for n, id in enumerate(value) if isinstance(id, str))


def _sources(node: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in pairs:
        below = (*path, key)
        if key in _SOURCES:
            yield from ((where, "source", id) for where, id in _ids(value, below))
        else:
            yield from _sources(value, below)
