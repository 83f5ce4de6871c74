"""What the picture itself speaks against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .base import Case

SPINE_STILL = frozenset(("joint-mobilisation", "stretching", "spine-work"))
"""Blocks by which more range is no goal."""


def avoided(case: Case) -> dict[str, str]:
    """Movements, techniques and exercises that are not drafted, each with what speaks against it.

    They are what the picture speaks against, and what the plan in force leaves out or the client declined.
    """
    listed = case.entry("presentation", case.presentation).get("avoid") or ()
    return {str(each["id"]): f"{each['why']} ({', '.join(_ids(each))})" for each in listed} | (case.unwanted or {})


def _ids(each: dict[str, Any]) -> list[str]:
    told = list(each.get("source") or ())
    return told if each.get("verified") == "true" else [*told, "not verified"]
