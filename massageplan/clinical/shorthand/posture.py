"""How the client stands, in short: `posture head forward, L shoulder high`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from . import figure, figures, palpation
from .bits import joined
from .places import next_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .bits import Bit
    from .faults import Faults
    from .figures import Gathered
    from .known import Known

HEAD = "posture"
_EITHER = frozenset(("high", "low"))
"""Words for how a joint stands, and for the tone of what is felt."""


def gather(bits: Sequence[Bit], head: Bit, known: Known, into: Gathered, faults: Faults) -> None:
    """A body part, its side before or behind it, and how it stands, in the therapist's words.

    Args:
        head: the word for posture, which may stand in a part before.
    """
    side = figures.SIDES.get(bits[0].word) if bits else None
    rest = bits[1:] if side else bits
    item = next_item(rest, known, ("place",)) if rest else None
    told = _by_side(side, rest[item.length :]) if item and item.match.id else []
    if item is None or not told:
        near = [head, *bits] if head.end <= (bits[0].start if bits else head.end) else bits
        faults.add(
            joined(near),
            "It is not said which body part stands how.",
            "write posture head forward, posture L shoulder high",
        )
        return
    for each, words in told:
        if not into.add(f"{HEAD}/{item.match.id}", each, words):
            faults.add(joined(bits), "This body part was described already.", "keep one of the two")


def _by_side(side: str | None, bits: Sequence[Bit]) -> list[tuple[str | None, str]]:
    """What is told of each side; a side among the words belongs to them, unless each side has words of its own."""
    starts = [0, *(n for n in range(1, len(bits)) if bits[n].word in figures.SIDES), len(bits)]
    told = []
    for start, end in pairwise(starts):
        own = figures.SIDES.get(bits[start].word) if start < len(bits) else None
        told.append((own or side, _text(bits[start + (own is not None) : end])))
    if told[0][0] is None or not all(words for _, words in told):
        side, bits = (told[0][0], bits[1:]) if bits and bits[0].word in figures.SIDES else (side, bits)
        told = [(side, _text(bits))]
    return [(each, words) for each, words in told if words]


def _text(bits: Sequence[Bit]) -> str:
    return " ".join(b.text for b in bits).strip()


def goes_on(bits: Sequence[Bit], known: Known) -> bool:
    """Whether a part behind one about posture is about posture, too: `posture head forward, L shoulder high`."""
    words = _behind_place(bits, known)
    felt = (n for n in range(len(words)) if palpation.aspect(words[n:]) and words[n].word not in _EITHER)
    measured = any(figure.begins(b) for b in words) or any(figure.is_finding(b) for b in words[1:])
    return bool(words) and not measured and next(felt, None) is None


def may_be(bits: Sequence[Bit], known: Known) -> bool:
    """Whether a joint is called high or low and nothing more: that is its place, or its tone."""
    item = next_item(bits[1:] if len(bits) > 1 and bits[0].word in figures.SIDES else bits, known, ("place",))
    if any(id.startswith(item.match.id or "") for id in known.library.ids("muscle")):
        return False
    words = _behind_place(bits, known)
    return bool(words) and all(b.word in _EITHER or b.text.startswith("(") for b in words)


def _behind_place(bits: Sequence[Bit], known: Known) -> list[Bit]:
    """The words behind a body part with which the others begin, without sides; none if they begin otherwise."""
    rest = bits[1:] if bits[0].word in figures.SIDES else bits
    item = next_item(rest, known, ("place",)) if rest else None
    behind = rest[item.length :] if item and item.kind == "place" and item.match.id else ()
    return [b for b in behind if b.word not in figures.SIDES]
