"""The short words of one-line notes: those of the language, and a practice's own phrases before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...frozen import Frozen
from .bits import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Words(Frozen):
    """Words as they are looked up (small letters, hyphens), each with what it stands for.

    Attributes:
        heads: first words of a piece, and the key of the session they write.
        told: the same of what a client tells between visits, and the key of the check-in.
        attended: words for how a visit was kept.
        measures: words for the address of a figure.
        movements: words for words of a movement's name.
        techniques: words for a technique's id.
        places: words for a place's id, the ids among them.
        place_ids: all places that are known by themselves.
        units: what may stand behind a number.
        phrases: the practice's own, as they are written.
    """

    heads: dict[str, str]
    told: dict[str, str]
    attended: dict[str, str]
    measures: dict[str, str]
    movements: dict[str, tuple[str, ...]]
    techniques: dict[str, str]
    places: dict[str, str]
    place_ids: frozenset[str]
    units: frozenset[str]
    phrases: dict[str, str]

    def spelled_out(self, word: str) -> tuple[str, ...]:
        """The word itself, or what a phrase of the practice puts in its place; nothing for no word."""
        return (plain(self.phrases.get(word, word)),) if word else ()


def read_words(data: Any, phrases: Mapping[str, Any] | None) -> Words:
    """The words of a language file, and the phrases of practice.yaml.

    Args:
        data: the parsed file, every scalar a text.
        phrases: own short words and the texts they stand for; None if there are none.
    """
    own = {plain(key): " ".join(text.split()) for key, text in (phrases or {}).items() if isinstance(text, str)}
    return Words(
        heads=_by_word(data["heads"]),
        told=_by_word(data["told"]),
        attended=_by_word(data["attended"]),
        measures={plain(id): id for id in data["measures"]} | _by_word(data["measures"]),
        movements={word: tuple(name.split()) for word, name in _by_word(data["movements"]).items()},
        techniques=_by_word(data["techniques"]),
        places={id: id for id in data["places"]} | _by_word(data["places"]),
        place_ids=frozenset(data["places"]),
        units=frozenset(_split(data["units"])),
        phrases={key: text for key, text in own.items() if text},
    )


def _by_word(section: Mapping[str, str | None]) -> dict[str, str]:
    return {plain(word): id for id, words in section.items() for word in _split(words)}


def _split(words: str | None) -> Iterator[str]:
    return (word.strip() for word in (words or "").split(",") if word.strip())
