"""Where on the body a place lies: its id, and the region it is assessed with."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..frozen import Frozen
from ..patterns import lazy
from .measures import SIDES, split_place
from .placed import CALLED, FURTHER, LYING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..library.catalogue import Library
    from .shorthand.words import Words

LONGEST = 4
"""Words that the name of a place may take."""

_LEVEL = lazy(r"^(c[1-8]|t([1-9]|1[0-2])|l[1-5]|s[1-5])(-(c[1-8]|t([1-9]|1[0-2])|l[1-5]|s[1-5]))?$")
_LEVELS = {"c": "neck", "t": "thorax", "l": "low-back", "s": "low-back"}
"""The region of a level of the spine, by its letter; a stretch of levels goes with its upper one."""

_BETWEEN = lazy(r"[\s/-]+")
_NOT_PLACES = frozenset((*SIDES, "centre"))


class Atlas(Frozen):
    """Which places there are and where they lie, of the built-in library and a practice's own entries.

    Attributes:
        regions: the regions of each place, muscle and region by its id; the one it is assessed with comes first.
        called: other names, in small letters with hyphens, and the place or region each stands for.
    """

    regions: Mapping[str, tuple[str, ...]]
    called: Mapping[str, str]

    def find(self, name: str) -> str | None:
        """The id a name stands for, itself among them; None if it is no place."""
        if name in self.regions or _LEVEL.match(name):
            return name
        return self.called.get(name)


def split(place: str) -> tuple[str | None, str, str | None]:
    """`right lumbar (low)` is the side right, the place lumbar and the detail low; `centre` is no side."""
    side, name = split_place(place)
    _, opened, detail = place.partition(" (")
    return side, name, (detail.rstrip().removesuffix(")").strip() or None) if opened else None


def plain(text: str) -> str:
    """A name as it is looked up: `Low back` is `low-back`."""
    return _BETWEEN.sub("-", text.strip().lower())


@lru_cache(maxsize=8)
def atlas(library: Library) -> Atlas:
    """The places of a library, by a list made beforehand, so that no built-in entry need be read.

    A region that only the practice has is read, and wins. What else its own entries add is looked for in
    `whole_atlas` when a name is not found here.
    """
    regions, called = _built_in()
    own = [id for id in library.ids("region") if regions.get(id) != (id,)]
    return _with_own(library, own, ()) if own else Atlas(regions, called)


@lru_cache(maxsize=8)
def whole_atlas(library: Library) -> Atlas:
    """The places of a library with each region and muscle read: for the moment before a name is called unknown."""
    return _with_own(library, sorted(library.ids("region")), sorted(library.ids("muscle")))


@lru_cache(maxsize=1)
def _built_in() -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    regions: dict[str, tuple[str, ...]] = {}
    for region, ids in _table(LYING):
        regions.setdefault(region, (region,))
        for id in ids:
            if id != region:
                regions[id] = (region,)
    for region, ids in _table(FURTHER):
        for id in ids:
            regions[id] = (*regions[id], region)
    return regions, {word: id for id, words in _table(CALLED) for word in words}


def _table(text: str) -> Iterator[tuple[str, list[str]]]:
    """Words behind the word with a colon before them."""
    head, words = "", list[str]()
    for word in text.split():
        if word.endswith(":"):
            if head:
                yield head, words
            head, words = word[:-1], []
        else:
            words.append(word)
    if head:
        yield head, words


def _with_own(library: Library, regions: Sequence[str], muscles: Sequence[str]) -> Atlas:
    lying, called = dict(_built_in()[0]), dict(_built_in()[1])
    for id in muscles:
        item = library.item("muscle", id)
        if item is not None and (item.own or id not in lying):
            lying[id] = tuple(item.data.get("regions") or ())
    for id in regions:
        item = library.item("region", id)
        if item is None or not (item.own or lying.get(id) != (id,)):
            continue
        lying[id] = (id,)
        lying.update({place: (id,) for place in item.data.get("places") or () if place != id})
        called.update(dict.fromkeys(_called(item.data), id))
    return Atlas(lying, called)


def _called(data: Mapping[str, Any]) -> list[str]:
    block = data.get("en")
    return [plain(name) for name in (block.get("also-called") if isinstance(block, dict) else None) or ()]


def place_id(library: Library, words: Words | None, text: str) -> str | None:
    """The id of a place by what is typed for it: `lower back` is low-back, `ql` is quadratus-lumborum, `l4-l5` stays.

    Args:
        words: short words and the practice's phrases, by which beginnings are understood too; None where only ids
            and other names count.

    Returns:
        None if no place is known by it, or several may be meant.
    """
    name = plain(split(text)[1])
    if words is None:
        return _found(library, name)
    spelled = words.spelled_out(name)
    known = next((id for word in spelled if (id := _found(library, word) or words.places.get(word))), None)
    return known or _by_beginning(library, words, text)


def _found(library: Library, name: str) -> str | None:
    return atlas(library).find(name) or (whole_atlas(library).find(name) if name else None)


def _by_beginning(library: Library, words: Words, text: str) -> str | None:
    from .shorthand.bits import Bit, tokens
    from .shorthand.known import Known
    from .shorthand.places import next_item

    bits = tokens(Bit(split(text)[1]))
    if not bits:
        return None
    item = next_item(bits, Known(words, library), ("place",))
    return item.match.id if item.kind == "place" and item.length == len(bits) else None


def region_of(library: Library, words: Words | None, place: str) -> str | None:
    """The region that a place is assessed with: low-back for `right lumbar`, `L4-L5` or `quadratus-lumborum`.

    Args:
        words: as in `place_id`.
    """
    id = place_id(library, words, place)
    return next(iter(regions_of(library, id)), None) if id else None


def regions_of(library: Library, id: str) -> tuple[str, ...]:
    """Every region that a place or muscle reaches into, the one it is assessed with first; none for an unknown id."""
    if is_level(id):
        return (_LEVELS[id[0]],)
    found = atlas(library).regions.get(id)
    return whole_atlas(library).regions.get(id, ()) if found is None else found


def is_level(id: str) -> bool:
    """Whether an id is a level of the spine or a stretch of them, such as l4-l5."""
    return _LEVEL.match(id) is not None


@lru_cache(maxsize=4096)
def of_line(library: Library, line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places of a technique in one line, and the words in the place of one that are none.

    `petrissage right low back piriformis 15 min (slow)` has the places low-back and piriformis.
    """
    words = [plain(word) for word in line.split(" (", 1)[0].split()[1:]]
    end = next((n for n, word in enumerate(words) if word[:1].isdigit()), len(words))
    words = [word for word in words[:end] if word not in _NOT_PLACES]
    found: list[str] = []
    unknown: list[str] = []
    at = 0
    while at < len(words):
        id, length = _next(library, words[at : at + LONGEST])
        (found if id else unknown).append(id or words[at])
        at += length
    return tuple(found), tuple(unknown)


def _next(library: Library, words: Sequence[str]) -> tuple[str | None, int]:
    for known in (atlas, whole_atlas):
        for n in range(len(words), 0, -1):
            if id := known(library).find("-".join(words[:n])):
                return id, n
    return None, 1
