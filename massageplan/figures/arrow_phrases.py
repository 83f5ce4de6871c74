"""An arrow in words, `follow knee.right bulge .3`: what it means, or what is wrong with it."""

from __future__ import annotations

from .figure import Arrow
from .phrases import clauses, is_number, number, one_of, place_after
from .vocabulary import ARROW_KINDS, ARROW_NUMBERS, DIRECTIONS


def arrow(text: str) -> Arrow:
    """A movement: `follow knee.right`, `at seat up 18 gap 6`, `turn pelvis ccw radius 17`.

    Raises:
        Wrong: a kind, place or word that is not known.
    """
    words = [word for part in clauses(text) for word in part]
    first = words.pop(0)
    kind = one_of(first, ARROW_KINDS, "arrow called")
    given: dict[str, float] = {}
    toward, clockwise, both = "", True, False
    if kind == "breath":
        if not words:
            raise first.wrong("A breath needs its way.", "breath in or breath out")
        toward, place = one_of(words.pop(0), ("in", "out"), "breath called"), "nose"
    else:
        place = place_after(words, first)
    if kind in ("at", "to"):
        if not words:
            raise first.wrong("The arrow needs a direction.", f"one of {', '.join(DIRECTIONS)}")
        toward = one_of(words.pop(0), DIRECTIONS, "direction")
        if words and is_number(words[0]):
            given["length"] = number(words, first, 160, "centimetres", 2.0)
    elif kind == "turn":
        if not words:
            raise first.wrong("The arrow needs its way round.", "cw (clockwise) or ccw")
        clockwise = one_of(words.pop(0), ("cw", "ccw"), "way round called") == "cw"
    while words:
        word = words.pop(0)
        if one_of(word, (*ARROW_NUMBERS, "both"), "word of an arrow") == "both":
            both = True
            continue
        given[word.text] = number(words, word, 360, "a number", -360)
    shift = (given.pop("dx", 0.0), given.pop("dy", 0.0))
    return Arrow(kind, place, toward, clockwise=clockwise, both=both, shift=shift, **given)  # type: ignore[arg-type]
