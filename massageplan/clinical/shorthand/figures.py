"""Pieces with figures: `rot L 55>68 R 70, flex 40` becomes a part of the tree `measures`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...frozen import Frozen
from ..values import read
from . import figure, measure
from .bits import joined, parts, pieces, tokens
from .faults import one_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .bits import Bit
    from .faults import Faults
    from .known import Known

SIDES = {
    "l": "left", "left": "left", "lt": "left", "r": "right", "right": "right", "rt": "right", "b": "both",
    "both": "both", "bilat": "both", "bil": "both", "bilateral": "both",
}  # fmt: skip
"""Words for a side; capital or small does not matter."""

_ORDER = ("left", "right", "both")
_MORE = {"hurts": "hurts", "end": "end-feel", "endfeel": "end-feel", "end-feel": "end-feel"}
"""What may stand behind the figure of a movement or test, and the key it writes."""
END_FEELS = ("soft", "firm", "hard", "empty")
"""Words for the end of a passive movement (Norkin and White; the rule end-feel of the library)."""


class Gathered:
    """The figures of one note by address and side, until they are all there."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str | None, Any]] = {}

    def add(self, address: str, side: str | None, reading: Any) -> bool:
        """Take a figure, or a map of what was found; False if one for this measure and side is there already."""
        there = self._found.setdefault(address, {})
        if there and (side in there or None in (side, *there) or "both" in (side, *there)):
            return False
        there[side] = reading
        return True

    def tree(self) -> dict[str, Any]:
        """The figures as they stand in a record: those of one family below its name."""
        out: dict[str, Any] = {}
        for address, sides in self._found.items():
            value: Any = sides[None] if None in sides else {side: sides[side] for side in _ORDER if side in sides}
            family, _, item = address.partition("/")
            if item and family not in self._found:
                out.setdefault(family, {})[item] = value
            else:
                out[address] = value
        return out


class Named(Frozen):
    """The measure named in a part, and the words of the name."""

    address: str
    at: Bit


def has_figure(bits: Sequence[Bit]) -> bool:
    """Whether a figure stands anywhere among the words."""
    return any(figure.begins(word) for word in bits)


def gather(bit: Bit, known: Known, into: Gathered, faults: Faults) -> None:
    """Read the figures of a piece, part by part between its commas."""
    last: Named | None = None
    for one in every_part(bit):
        last = part(tokens(one), known, last, into, faults)


def every_part(bit: Bit) -> list[Bit]:
    """What stands between commas and semicolons; a semicolon between two digits parts them, too."""
    return [one for piece in pieces(bit)[0] for one in parts(piece)]


def part(bits: list[Bit], known: Known, last: Named | None, into: Gathered, faults: Faults) -> Named | None:
    """One name and its figures; a part that begins with a side goes on with the name before it."""
    lead = bits[:1] if bits[0].word in SIDES else []
    rest = bits[len(lead) :]
    if not rest:
        faults.add(bits[0], "A side stands here without a figure.", "write rot L 55")
        return last
    if figure.begins(rest[0]):
        if not lead or last is None:
            message = "A figure stands here without the name of what was measured."
            faults.add(rest[0], message, "put the name first: n 6>4, rot L 55")
            return last
        each_side(bits, known, last, into, faults)
        return last
    name, values = _named(rest, known, faults)
    if name:
        each_side([*lead, *values], known, name, into, faults)
    return name


def _named(bits: list[Bit], known: Known, faults: Faults) -> tuple[Named | None, list[Bit]]:
    """The measure named first, with as many words as make a name, and what stands behind it."""
    hard = next((n for n in range(1, len(bits)) if _ends_name(bits[n])), len(bits))
    splits = [hard] if hard < len(bits) else []
    splits += [n for n in range(hard - 1, 0, -1) if figure.may_begin(bits[n])][:5]
    if not splits:
        faults.add(joined(bits), "There is no figure here.", "write what was measured and its figure: n 6>4")
        return None, []
    for split in splits:
        found = measure.find(bits[: min(split, 12)], known)
        if found.id:
            return Named(found.id, joined(bits[:split])), bits[split:]
        if found:
            message = "Several measures may be meant here."
            faults.add(joined(bits[:split]), message, one_of(a.removeprefix("rom/") for a in found.several))
            return None, []
    _unknown(bits[: splits[0]], known, faults)
    return None, []


def _ends_name(bit: Bit) -> bool:
    """Whether a side, a figure, or how much it hurts begins with this word."""
    return bit.word in SIDES or bit.word == "hurts" or figure.begins(bit)


def _unknown(bits: Sequence[Bit], known: Known, faults: Faults) -> None:
    words = known.words
    ids = (*known.library.ids("movement"), *known.library.ids("instrument"), *known.addresses[:200])
    help = faults.near(bits[0].word, (*words.heads, *words.measures)) or "write it in full, or add it to phrases:"
    near: tuple[str, ...] = (*words.measures, *ids, *words.heads)
    if bits[0].word == measure.SELF_WRITTEN:
        near, help = (), "a new item is written with a slash: psfs/run-ten"
    elif all(b.word in words.places for b in bits):
        near, help = (), "say what was measured there: n 4, or lumbar flex 40"
    faults.unknown(joined(bits), "No measure is known by this name.", near, help)


def each_side(bits: list[Bit], known: Known, name: Named, into: Gathered, faults: Faults) -> None:
    """Each side and the figure behind it."""
    starts = [n for n, b in enumerate(bits) if b.word in SIDES or n == 0]
    for start, end in zip(starts, [*starts[1:], len(bits)], strict=True):
        side = SIDES.get(bits[start].word)
        values = bits[start + (side is not None) : end]
        if not values:
            faults.add(bits[start], "A side stands here without a figure.", "the side stands before it: rot L 55")
            continue
        values, more = _with_more(values, name, known, faults)
        reading = _reading(values, more, name, known, faults)
        if reading and not into.add(name.address, side, reading):
            faults.add(joined(bits[start:end]), "There is a figure for this already.", "keep one of the two")


def _reading(bits: Sequence[Bit], more: dict[str, str], name: Named, known: Known, faults: Faults) -> Any:
    """The figure with what stands behind it; that alone, where a movement hurts and was not measured."""
    if not bits:
        return more
    text = figure.written(bits, known.words, faults, _takes_findings(name.address))
    if text is None or _is_grade_of_range(text, name, bits, faults) or _lacks_sides(text, name, bits, faults):
        return None
    return {"value": text, **more} if more else text


def _with_more(bits: list[Bit], name: Named, known: Known, faults: Faults) -> tuple[list[Bit], dict[str, str]]:
    """Of `40 hurts 4 end firm`, the figure and the rest by its keys; a remark behind all belongs to the figure."""
    heads = [n for n, bit in enumerate(bits) if bit.word in _MORE]
    if not heads or not _takes_findings(name.address):
        return bits, {}
    remark = bits[-1:] if heads[0] and bits[-1].text.startswith("(") else []
    ends = [*heads[1:], len(bits) - len(remark)]
    more: dict[str, str] = {}
    for start, end in zip(heads, ends, strict=True):
        key, said = _MORE[bits[start].word], bits[start + 1 : end]
        if key == "end-feel":
            word = joined(said).word if said else ""
            if word not in END_FEELS:
                faults.add(joined(bits[start:end]), "This is no end feel.", f"write end {', '.join(END_FEELS)}")
            more[key] = word
        elif not said:
            faults.add(bits[start], "It is not said how much it hurts.", "write hurts 4")
        elif pain := figure.written(said, known.words, faults, False):
            more[key] = pain
    return [*bits[: heads[0]], *remark], more


def _takes_findings(address: str) -> bool:
    """Whether a word such as negative may stand for a figure: in movements and tests, not in ratings and scores."""
    return address.partition("/")[0] in ("rom", "reflex", "test", "posture", "palpation", "sensation")


def _lacks_sides(text: str, name: Named, bits: Sequence[Bit], faults: Faults) -> bool:
    """Two figures with a slash behind a movement: which is which side is not said."""
    if not name.address.startswith("rom/") or read(text).kind != "ratio":
        return False
    faults.add(joined(bits), "Two figures stand here, and not which side each is.", "write L 75 R 50")
    return True


def _is_grade_of_range(text: str, name: Named, values: Sequence[Bit], faults: Faults) -> bool:
    """A grade such as 4+/5 under a movement is its strength, which is a measure of its own."""
    value = read(text)
    kinds = [(v.kind, v.over) for v in (value, *value.parts)]
    if not name.address.startswith("rom/") or not any(kind == "grade" or over == 5 for kind, over in kinds):
        return False
    faults.add(joined(values), "This is a grade of strength behind the name of a movement.", "write str before it")
    return True
