"""Which questions of the library a form asks, and in whose words: always those of the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from ..clinical.screening import GRAVE, by_name
from . import plain
from .form_view import Sign
from .line import block

Entries = Mapping[str, Mapping[str, Any]]
T = TypeVar("T")

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


def health(entries: Entries, without: Sequence[str], language: str) -> tuple[Sign, ...]:
    """Names of what forbids massage or asks for care, numbered as the prompt does; not of what is asked already."""
    numbered = enumerate(by_name(entries), 1)
    named = ((n, id, plain.text(block(entries[id], language).get("name"))) for n, id in numbered)
    return tuple(Sign(n, name or id) for n, id, name in named if id not in without)


def left_out(entries: Entries, asked: Sequence[str]) -> list[int]:
    """Numbers of what is asked by name and stands in another box already."""
    return [n for n, id in enumerate(by_name(entries), 1) if id in asked]


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


def name_lines(sign: Sign) -> int:
    """How many lines a name takes in a column of the health list."""
    return 1 + len(f"{sign.number} {sign.words}") // LONGEST_NAME
