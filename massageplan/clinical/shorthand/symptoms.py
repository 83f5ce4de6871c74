"""What hurts where and how much: `right low back (belt line)`, `5 8 2`, `tingling right hand 3`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..values import read
from . import figure
from .bits import joined, tokens
from .faults import one_of
from .figures import SIDES, every_part
from .names import Match
from .places import LONGEST, Item, near_names, next_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .bits import Bit
    from .faults import Faults
    from .known import Known

PAIN = "pain"
"""The kind of symptom that need not be named where a place is told."""

LEVELS = ("now", "worst", "least", "usual", "rest", "moving", "night")
"""Readings of a symptom that are told as a number; bare numbers stand for the first three."""

_LEVELS = {level: level for level in LEVELS} | {
    "best": "least", "max": "worst", "min": "least", "average": "usual", "avg": "usual", "today": "now",
    "still": "rest", "movement": "moving", "nights": "night",
}  # fmt: skip
_BARE = LEVELS[:3]
_NOT_GIVEN = frozenset(("-", "x"))
"""Typed among bare figures for one that was not asked."""
_CENTRE = frozenset(("centre", "center", "middle"))
_SMALL = frozenset(("in", "of", "the", "at", "on", "and", "around", "its", "my"))
_MOST_WORDS = 3


def read_where(bit: Bit, known: Known, faults: Faults) -> dict[str, Any] | None:
    """The kind of symptom where it is no pain, and each place with its side; None if nothing could be read."""
    what: str | None = None
    places: list[str] = []
    for part in every_part(bit):
        kind, rest = _kind(tokens(part), known)
        if kind and kind != what and (what or (places and kind != PAIN)):
            faults.add(part, "Another symptom is named here.", "this one first; + asks for others at the end")
            continue
        what = what or kind
        place = _place(rest, part, known, faults) if rest else None
        if place:
            places.append(place)
    found: dict[str, Any] = {"what": what} if what and (what != PAIN or not places) else {}
    if places:
        found["where"] = places[0] if len(places) == 1 else places
    return found or None


def read_symptoms(bit: Bit, known: Known, faults: Faults) -> list[dict[str, Any]] | None:
    """Symptoms one after the other, each with its place and how strong it is now."""
    out: list[dict[str, Any]] = []
    for part in every_part(bit):
        bits = tokens(part)
        end = next((n for n, b in enumerate(bits) if figure.begins(b)), len(bits))
        what, rest = _kind(bits[:end], known)
        place = _place(rest, part, known, faults) if rest else None
        level = figure.written(bits[end:], known.words, faults, False) if bits[end:] else None
        if what is None and place is None:
            if not rest:
                faults.add(part, "It is not said what is felt, or where.", "write tingling right hand 3")
            continue
        told = {"what": what if what != PAIN or not place else None, "where": place, "now": level}
        out.append({key: value for key, value in told.items() if value is not None})
    return out or None


def read_levels(bit: Bit, known: Known, faults: Faults) -> dict[str, str] | None:
    """`5 8 2` is now, worst and least; or each behind its word: `now 5, worst 8, night 6`."""
    out: dict[str, str] = {}
    bare: list[Bit | None] = []
    for part in every_part(bit):
        bits = tokens(part)
        starts = [n for n, b in enumerate(bits) if b.word in _LEVELS]
        bare.extend(_one_by_one(bits[: starts[0] if starts else len(bits)]))
        for start, end in zip(starts, [*starts[1:], len(bits)], strict=False):
            said = [b for b in bits[start + 1 : end] if b.word not in _SMALL]
            if said:
                _level(_LEVELS[bits[start].word], joined(bits[start:end]), said, (known, faults), out)
            else:
                faults.add(bits[start], "There is no figure behind this word.", "write worst 8")
    if len(bare) > len(_BARE):
        faults.add(bit, "These are more figures than now, worst and least.", "write now 5, worst 8, least 2, night 6")
        return None
    for level, one in zip(_BARE, bare, strict=False):
        if one is not None:
            _level(level, one, tokens(one), (known, faults), out)
    if bare and not _in_order(out):
        faults.add(
            bit, "The worst is not the greatest, or the least not the smallest.", "the order is now, worst, least"
        )
        return None
    return {level: out[level] for level in LEVELS if level in out} or None


def _in_order(levels: dict[str, str]) -> bool:
    """Whether least, now and worst rise, as far as they are told as numbers."""
    numbers = [read(levels[level]).number for level in ("least", "now", "worst") if level in levels]
    told = [number for number in numbers if number is not None]
    return told == sorted(told)


def _level(level: str, at: Bit, said: Sequence[Bit], about: tuple[Known, Faults], out: dict[str, str]) -> None:
    """One reading of the symptom; the same one twice is a fault."""
    known, faults = about
    text = figure.written(said, known.words, faults, False)
    if level in out:
        faults.add(at, f"There is a figure for {level} already.", "keep one of the two")
    elif text:
        out[level] = text


def _one_by_one(bits: Sequence[Bit]) -> list[Bit | None]:
    """Figures without a word before them, each with what belongs to it: `about 5`, `8 (stairs)`; None for a `-`."""
    out: list[Bit | None] = []
    begun: list[Bit] = []
    for bit in bits:
        if bit.word in _SMALL or bit.text == "/":
            continue
        if bit.text in _NOT_GIVEN:
            out.append(None)
        elif bit.text.startswith("(") and out and not begun:
            before = out.pop()
            out.append(joined([before, bit]) if before else bit)
        elif figure.may_begin(bit) or begun:
            begun.append(bit)
            if figure.begins(bit):
                out.append(joined(begun))
                begun = []
        else:
            out.append(bit)
    return [*out, joined(begun)] if begun else out


def _kind(bits: list[Bit], known: Known) -> tuple[str | None, list[Bit]]:
    """The kind of symptom that the first words name, else the last, and the others."""
    end = len(bits) - sum(b.text.startswith("(") for b in bits[-1:])
    for n in range(min(_MOST_WORDS, end), 0, -1):
        id = _symptom(bits[:n], known)
        if id:
            return id, bits[n:]
    for n in range(min(_MOST_WORDS, end - 1), 0, -1):
        id = _symptom(bits[end - n : end], known)
        if id:
            return id, [*bits[: end - n], *bits[end:]]
    return None, bits


def _symptom(bits: Sequence[Bit], known: Known) -> str | None:
    name = joined(bits).word
    id = known.words.measures.get(name) or (name if name in known.symptoms else None)
    return id if id and "/" not in id and id not in known.library.ids("instrument") else None


def _place(bits: Sequence[Bit], whole: Bit, known: Known, faults: Faults) -> str | None:
    """One body part with at most one side, before it or behind it, and more about it in brackets."""
    side, id, at = "", "", 0
    details: list[str] = []
    while at < len(bits):
        bit = bits[at]
        item = _named(bits[at:], known)
        if bit.text.startswith("("):
            details.append(bit.text[1:].removesuffix(")").strip())
        elif (bit.word in SIDES or bit.word in _CENTRE) and item.length == 1:
            if side:
                faults.add(joined(bits), "One side may stand here.", "put a comma between two places")
                return None
            side = SIDES.get(bit.word, "centre")
        elif bit.word not in _SMALL:
            here = joined(bits[at : at + item.length])
            if item.match.id is None or id:
                _unplaced(here, item, bool(id), known, faults)
                return None
            id, at = item.match.id, at + item.length - 1
            details[:0] = _own_word(here, id, known)
        at += 1
    if not id:
        faults.add(whole, "No body part stands here.", "write right low back, or left calf (inner side)")
        return None
    detail = ", ".join(filter(None, details))
    return f"{side} {id}".strip() + (f" ({detail})" if detail else "")


def _named(bits: Sequence[Bit], known: Known) -> Item:
    """The place that the next words name: another name of one (`lumbar spine`) comes before a mere beginning."""
    from ..places import atlas

    item = next_item(bits, known, ("place",))
    words = [b.word for b in bits[:LONGEST]]
    for n in range(len(words), item.length - 1, -1):
        name = "-".join(words[:n])
        if n == item.length and name in known.words.places:
            return item
        for each in (name, name.removesuffix("s")):
            id = known.words.places.get(each) or atlas(known.library).find(each)
            if id is not None:
                return Item("place", Match(id), n)
    return item


def _own_word(here: Bit, id: str, known: Known) -> list[str]:
    """What was typed, where it is another name of the place that may say more than the place: `sciatica`, `arch`."""
    from ..places import atlas

    names = [here.word, here.word.removesuffix("s")]
    if any(name in known.words.places or name == id for name in names):
        return []
    return [here.text.lower()] if any(name in atlas(known.library).called for name in names) else []


def _unplaced(here: Bit, item: Item, second: bool, known: Known, faults: Faults) -> None:
    if item.match.several and not second:
        faults.add(here, "More than one body part may be meant here.", one_of(item.match.several))
        return
    if second:
        help = "put a comma between two body parts, and more about one in brackets: low back (belt line)"
        faults.add(here, "This does not belong to the name of one body part.", help)
        return
    near = near_names(here.word, known, ("place",))
    help = "name a part near it, with your own words in brackets: low back (belt line)"
    faults.unknown(here, "No body part is known by this word.", near, help)
