"""Which way is good: whether a higher figure of a measure is the better one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..library.catalogue import Library

_HIGHER = frozenset(("strength", "grip", "ppt"))


def higher_is_better(library: Library, address: str) -> bool | None:
    """The good direction of a measure, as far as the library or its kind says; None where nothing does."""
    family, _, rest = address.partition("/")
    if family in ("pain", "headache") or address.endswith("/hurts"):
        return False
    if family in _HIGHER:
        return True
    item = library.item("instrument", family)
    if family == "rom":
        item = library.item("movement", rest.partition("/")[0])
    direction = item.data.get("direction") if item else None
    return None if direction is None else direction == "higher-is-better"
