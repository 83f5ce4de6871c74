"""Body parts and techniques by the words that are typed for them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from ...frozen import Frozen
from ...patterns import lazy
from .figures import SIDES
from .names import ID, NONE, Match, choose, covers, index, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from .bits import Bit
    from .known import Known

LONGEST = 4
"""Words that one name may take."""

_LEVEL = lazy(r"^(c[1-8]|t([1-9]|1[0-2])|l[1-5]|s[1-5])(-(c[1-8]|t([1-9]|1[0-2])|l[1-5]|s[1-5]))?$")


_QUALIFIERS = frozenset((
    "deep", "light", "firm", "gentle", "moderate", "superficial", "upper", "lower", "middle", "mid", "inner", "outer",
    "lateral", "medial", "anterior", "posterior", "external", "internal", "long", "major", "minor", "left", "right",
))  # fmt: skip
"""Words that say how or which part, and never by themselves what: `deep` is no muscle."""


class Item(Frozen):
    """What some of the next words are: a side, a technique, a place, or one of several.

    Attributes:
        kind: side, technique, place, or nothing if no name begins here.
        match: the id, or those between which nothing decides.
        length: how many words it takes.
    """

    kind: str
    match: Match
    length: int = 1


def next_item(bits: Sequence[Bit], known: Known, kinds: Collection[str] = ("technique", "place")) -> Item:
    """The side, technique or place that the next words name: as many words as make one, whole names first."""
    side = SIDES.get(bits[0].word)
    if side:
        return Item("side", Match(side))
    typed = [b.word for b in bits[:LONGEST]]
    spelled = [known.words.spelled_out(word) for word in typed]
    for n in range(len(typed), 0, -1):
        words = [word for each in spelled[:n] for word in each]
        for look, kind in product((_exact, _beginning), kinds):
            if words and (match := look(kind, words, known)):
                return Item(kind, match, n)
    return Item("", NONE)


def _exact(kind: str, typed: Sequence[str], known: Known) -> Match:
    name, words = "-".join(typed), known.words
    if kind == "technique":
        id = words.techniques.get(name) or (name if name in known.library.ids("technique") else None)
    else:
        id = words.places.get(name) or (name if name in _own(known) or _LEVEL.match(name) else None)
    return Match(id) if id else NONE


def _beginning(kind: str, typed: Sequence[str], known: Known) -> Match:
    words = [part for word in typed for part in word.split("-")]
    if _QUALIFIERS.issuperset(words):
        return NONE
    if kind == "technique":
        found, used = index(known.library.ids("technique")).find(words), frozenset(known.techniques)
    else:
        used = _own(known)
        found = tuple(id for id in index(known.words.place_ids | used).find(words) if _is_meant(id, words))
    return choose(found, [id for id in found if len(words_of(id)) == len(words)], used)


def _is_meant(id: str, typed: Sequence[str]) -> bool:
    """Whether the first word of a place that is more than a qualifier was typed: `band` is no iliotibial-band."""
    first = next((word for word in words_of(id) if word not in _QUALIFIERS), id)
    return any(covers([word], [first]) for word in typed)


def _own(known: Known) -> frozenset[str]:
    """The client's places that can be written as an id."""
    return frozenset(place for place in known.places if ID.match(place) and place not in _QUALIFIERS)


def near_names(word: str, known: Known, kinds: Collection[str] = ("technique", "place")) -> list[str]:
    """All names a misspelt one may be near to."""
    words = known.words
    if word in _QUALIFIERS:
        return []
    places = (*words.place_ids, *words.places, *known.places) if "place" in kinds else ()
    techniques = (*known.library.ids("technique"), *words.techniques) if "technique" in kinds else ()
    return [*dict.fromkeys((*places, *techniques, *words.phrases))]
