"""Homework that is somebody else's to give, and who may give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .professions import is_of

if TYPE_CHECKING:
    from ..library.catalogue import Library

ELSEWHERE: dict[str, str] = {
    "median-slider": "refer-physio",
    "nordic-lower": "refer-trainer",
    "plank-full": "refer-trainer",
    "prone-press-up": "refer-physio",
    "sciatic-slider": "refer-physio",
    "single-calf-raise": "refer-trainer",
}
"""Exercises of the built-in library that are somebody else's to give; a test holds the list to their entries."""

PROFESSIONS: dict[str, tuple[str, ...]] = {
    "refer-physio": ("physiotherapist",),
    "refer-trainer": ("trainer", "physiotherapist"),
    "refer-unless-licensed": ("physiotherapist", "osteopath", "chiropractor", "doctor"),
}
"""Who may give what lies outside scope, by the keys of `professions.NAMES`: a house rule."""


def scope_of(library: Library, exercise: str) -> str | None:
    """The key of `PROFESSIONS` that an exercise needs; None if a massage therapist may give it.

    The built-in entries are not read for it.
    """
    if not library.is_own("exercise", exercise):
        return ELSEWHERE.get(exercise)
    item = library.item("exercise", exercise)
    scope = str(item.data.get("scope") or "") if item else ""
    return scope if scope in PROFESSIONS else None


def may_give(scope: str, profession: str | None) -> bool:
    """Whether somebody of a profession, as it is written, may give what has this scope."""
    return any(is_of(profession, each) for each in PROFESSIONS[scope])
