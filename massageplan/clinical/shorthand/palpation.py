"""What is felt under the hand, in short: `QL R high tender 6 L normal`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from . import figure, figures
from .bits import joined
from .places import near_names, next_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .bits import Bit
    from .faults import Faults
    from .figures import Gathered
    from .known import Known

_TONE = {
    "high": "high", "tight": "high", "taut": "high", "hypertonic": "high", "guarded": "high", "tense": "high",
    "low": "low", "soft": "low", "hypotonic": "low", "slack": "low", "normal": "normal",
}  # fmt: skip
_WARMTH = {"warm": "warm", "hot": "hot", "cool": "cool", "cold": "cold"}
_COUNTED = {
    "tender": "tender", "sore": "tender", "tp": "trigger-points", "trp": "trigger-points", "tps": "trigger-points",
    "trps": "trigger-points", "trigger-point": "trigger-points", "trigger-points": "trigger-points", "knot": "knots",
    "knots": "knots", "swollen": "swelling", "swelling": "swelling", "band": "taut-band", "bands": "taut-band",
    "taut-band": "taut-band", "fibrous": "fibrous", "thick": "thickness", "boggy": "boggy",
}  # fmt: skip
"""Words for what is felt under the hand, and the aspect each writes; a figure may stand behind them."""


def aspect(bits: Sequence[Bit]) -> tuple[str, str | None, int] | None:
    """The aspect that the next words name, the word it is given if that is fixed, and how many words that takes."""
    if not bits:
        return None
    word, two = bits[0].word, "-".join(b.word for b in bits[:2])
    if word == "tone" and len(bits) > 1 and bits[1].word in _TONE:
        return "tone", _TONE[bits[1].word], 2
    if two in _COUNTED and len(bits) > 1:
        return _COUNTED[two], None, 2
    if word in _TONE:
        return "tone", _TONE[word], 1
    if word in _WARMTH:
        return "temperature", _WARMTH[word], 1
    return (_COUNTED[word], None, 1) if word in _COUNTED else None


def names_aspect(bits: Sequence[Bit]) -> bool:
    """Whether any of the words names what is felt."""
    return any(aspect(bits[n:]) for n in range(len(bits)))


def gather(bits: Sequence[Bit], known: Known, into: Gathered, faults: Faults) -> None:
    """A side and a body part in either order, and for each side what was felt."""
    side, at = figures.SIDES.get(bits[0].word), 0
    at += side is not None
    item = next_item(bits[at:], known, ("place",)) if bits[at:] else None
    if item is None or item.match.id is None:
        here = joined(bits[at : at + (item.length if item else 1)] or bits)
        near = near_names(here.word, known, ("place",))
        faults.unknown(here, "No body part is known by this word.", near, "write QL R high tender 6")
        return
    at += item.length
    address = f"palpation/{item.match.id}"
    starts = [at, *(n for n in range(at, len(bits)) if n > at and bits[n].word in figures.SIDES), len(bits)]
    for start, end in pairwise(starts):
        own = figures.SIDES.get(bits[start].word) if start < len(bits) else None
        found = _felt(bits[start + (own is not None) : end], joined(bits), known, faults)
        if found and not into.add(address, own or side, found):
            faults.add(joined(bits), "This body part was described already.", "keep one of the two")


def _felt(bits: Sequence[Bit], whole: Bit, known: Known, faults: Faults) -> dict[str, Any] | None:
    """What was felt on one side, aspect by aspect."""
    out: dict[str, Any] = {}
    notes: list[str] = []
    at = 0
    while at < len(bits):
        if bits[at].text.startswith("("):
            notes.append(bits[at].text[1:].removesuffix(")").strip())
            at += 1
            continue
        named = aspect(bits[at:])
        if named is None:
            near = (*_TONE, *_WARMTH, *_COUNTED)
            faults.unknown(bits[at], "This is no word for what is felt.", near, "write high, low, tender 6, tp 2, warm")
            return None
        name, word, length = named
        if name in out:
            faults.add(bits[at], f"The {name.replace('-', ' ')} is told already.", "keep one of the two")
            return None
        at += length
        if word is None and at < len(bits) and figure.begins(bits[at]):
            word = figure.written(bits[at : at + 1], known.words, faults, False)
            at += 1
        out[name] = word or "yes"
    if not out:
        faults.add(whole, "It is not said what was felt there.", "write QL R high tender 6 (more in brackets)")
        return None
    return {**out, "note": ", ".join(filter(None, notes))} if any(notes) else out
