"""How far a joint goes, by the movements of the library."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..library.catalogue import Library


def limits(library: Library) -> Callable[[str], tuple[float, str] | None]:
    """Gives for a movement the greatest figure it is taken for without asking, in degrees, and its source; or none.

    A movement of the practice's own goes before the built-in one; an extension that the library counts from a bent
    joint (`-90` to 25) has its greatest figure here too.
    """

    def limit(movement: str) -> tuple[float, str] | None:
        item = library.item("movement", movement)
        found = (item.data.get("limits") or {}) if item else {}
        try:
            return float(found["max"]), str(found.get("source", "no source"))
        except (KeyError, TypeError, ValueError):
            return None

    return limit
