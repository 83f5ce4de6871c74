"""From typed words to ids: exact names first, then beginnings; what several ids fit is settled by use or not at all."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ...frozen import Frozen
from ...patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

SHORTEST = 3
"""Letters that the beginning of a word needs; fewer must be the whole word."""

ID = lazy(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
_BETWEEN = lazy(r"[/-]")


class Match(Frozen):
    """What some words stand for: one id, or several among which nothing decides; neither if they stand for nothing."""

    id: str | None = None
    several: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.id is not None or bool(self.several)


NONE = Match()


class Index(Frozen):
    """Ids by the first letters of their words, so that a look-up need not walk through all of them."""

    starts: Mapping[str, tuple[str, ...]]

    def find(self, typed: Sequence[str]) -> tuple[str, ...]:
        """The ids of which each typed word begins a word of its own, sorted."""
        anchor = max(typed, key=len, default="")
        if len(anchor) < SHORTEST:
            return ()
        return tuple(id for id in self.starts.get(anchor[:SHORTEST], ()) if covers(typed, words_of(id)))


@lru_cache(maxsize=64)
def index(ids: frozenset[str]) -> Index:
    """The index of a set of ids."""
    starts: dict[str, list[str]] = {}
    for id in sorted(ids):
        for letters in {word[:SHORTEST] for word in words_of(id)}:
            starts.setdefault(letters, []).append(id)
    return Index({letters: tuple(found) for letters, found in starts.items()})


@lru_cache(maxsize=4096)
def words_of(id: str) -> tuple[str, ...]:
    """The words of an id or address: those of `rom/lumbar-flexion` are rom, lumbar, flexion."""
    return tuple(_BETWEEN.split(id))


def covers(typed: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each typed word begins a different one of the words; the longest chooses first."""
    left = list(words)
    for word in sorted(typed, key=len, reverse=True):
        fits = word if word in left else None
        if fits is None and len(word) >= SHORTEST:
            fits = next((w for w in left if w.startswith(word)), None)
        if fits is None:
            return False
        left.remove(fits)
    return True


def choose(found: Collection[str], full: Collection[str], used: Collection[str]) -> Match:
    """One id of several: the one whose every word was typed, else the one already used, else none.

    Args:
        found: all that fit, in the order in which they are to be named.
        full: those of which no word was left out.
        used: those that the client's records have.
    """
    for narrower in (full, used):
        kept = [id for id in found if id in narrower]
        if len(kept) == 1:
            return Match(kept[0])
        found = kept or found
    return _settled(list(found))


def _settled(found: list[str]) -> Match:
    return Match(found[0]) if len(found) == 1 else Match(None, tuple(found))


def by_beginning(typed: Sequence[str], ids: frozenset[str], used: Collection[str] = ()) -> Match:
    """The id of a plain set that some words begin."""
    found = index(ids).find(typed)
    return choose(found, [id for id in found if len(words_of(id)) == len(typed)], used)
