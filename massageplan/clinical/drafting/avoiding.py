"""What the picture itself speaks against, and what an answer speaks against in the way an exercise is done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .base import Case, Ruled

POSITIONS: dict[str, str] = {
    "prone-position": r"face down|on (your )?(stomach|belly|front)|prone",
    "inversion": r"head down|head below",
    "breath-hold-strain": r"hold your breath",
}
"""Blocks about a position, and how a start of an exercise tells it."""

SPINE_STILL = frozenset(("joint-mobilisation", "stretching", "spine-work"))
"""Blocks by which more range is no goal."""


def avoided(case: Case) -> dict[str, str]:
    """Movements, techniques and exercises that are never drafted for this picture, each with what speaks against it."""
    listed = case.entry("presentation", case.presentation).get("avoid") or ()
    return {str(each["id"]): f"{each['why']} ({', '.join(_ids(each))})" for each in listed}


def _ids(each: dict[str, Any]) -> list[str]:
    told = list(each.get("source") or ())
    return told if each.get("verified") == "true" else [*told, "not verified"]


def position_against(entry: dict[str, Any], open_: list[Ruled]) -> Ruled | None:
    """The open answer that speaks against the position in which an exercise is done."""
    block = entry.get("en") or {}
    told = f"{block.get('start')} {' '.join(block.get('steps') or ())}".lower()
    for each in open_:
        if any(re.search(POSITIONS[block], told) for block in each.act.blocks if block in POSITIONS):
            return each
    return None
