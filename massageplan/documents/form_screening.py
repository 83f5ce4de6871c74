"""Which questions of the library a form asks, and in whose words: always those of the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from ..clinical.screening import GRAVE
from . import plain
from .form_view import Sign
from .line import block

Entries = Mapping[str, Mapping[str, Any]]
T = TypeVar("T")

NAMED = ("contraindication", "precaution")
"""Kinds that are asked by their names alone."""

AREAS = (
    "general", "head", "neck", "chest", "abdomen", "trunk", "spine", "joint", "limb", "leg", "foot", "skin",
    "pregnancy",
)  # fmt: skip
"""The order in which a person looks at the own body; other areas follow."""

LONGEST_NAME = 27
"""Letters of a name that fit into a line of the health list."""


def signs(entries: Entries, asked: Sequence[str], language: str, urgent: bool = False) -> tuple[Sign, ...]:
    """The question of each id that is asked, or its name where it has none; an id without an entry has no number.

    Args:
        urgent: only those whose yes is an emergency.
    """
    known = [entries[id] for id in asked if id in entries]
    return tuple(
        Sign(n, _asked(block(entry, language)))
        for n, entry in enumerate(known, 1)
        if not urgent or entry.get("action") == GRAVE[0]
    )


def _asked(texts: Mapping[str, Any]) -> str:
    return plain.text(texts.get("question")) or plain.text(texts.get("name"))


def names(entries: Entries, without: Sequence[str], language: str) -> tuple[str, ...]:
    """Names of what forbids massage or asks for care, body part by body part; not of what is asked already."""
    kept = [(id, entry) for id, entry in entries.items() if entry.get("kind") in NAMED and id not in without]
    found = [(_rank(entry), plain.text(block(entry, language).get("name")) or id) for id, entry in kept]
    return tuple(name for _, name in sorted(found))


def _rank(entry: Mapping[str, Any]) -> int:
    area = plain.text(entry.get("area"))
    return AREAS.index(area) if area in AREAS else len(AREAS)


def columns(things: Sequence[T], most: int, tall: Callable[[T], int] = lambda _: 1) -> tuple[tuple[T, ...], ...]:
    """The things in columns of about the same height, read down; no column is empty.

    Args:
        tall: how many lines a thing takes.
    """
    whole, above = sum(map(tall, things)), 0
    out: list[list[T]] = []
    for thing in things:
        place = above * most // whole
        if place >= len(out):
            out.append([])
        out[-1].append(thing)
        above += tall(thing)
    return tuple(map(tuple, out))


def name_lines(name: str) -> int:
    """How many lines a name takes in a column of the health list."""
    return 1 + len(name) // LONGEST_NAME
