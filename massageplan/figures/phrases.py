"""One phrase of a pose, `flex 20, abd 10` or `on knee, out 3, elbow wide`: what it means, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..findings import did_you_mean
from ..patterns import lazy
from .figure import Aim, Angle, Contact, Offset, View
from .places import PLACES, SIDED_PLACES
from .vocabulary import (
    DIRECTIONS,
    FOOT_KINDS,
    HAND_KINDS,
    MOVES,
    VIEWS,
    WITH_PLACE,
    WITH_SHIFT,
    WORLD_DIRECTIONS,
    is_place,
    with_side,
)

LONGEST = 160
MOST_DEGREES, MOST_CENTIMETRES = 360.0, 200.0
_NUMBER = lazy(r"-?[0-9]{1,4}(\.[0-9]{1,3})?|-?\.[0-9]{1,3}")
_WORD = lazy(r"[^\s,]+")


class Wrong(Exception):
    """A phrase cannot be read.

    Attributes:
        message: what is wrong, one sentence.
        hint: what may stand there.
        start, end: the characters of the phrase it is about.
    """

    def __init__(self, message: str, hint: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message, self.hint, self.start, self.end = message, hint, start, end


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase and where it stands."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Past its last character."""
        return self.start + len(self.text)

    def wrong(self, message: str, hint: str) -> Wrong:
        """What is wrong with this word."""
        return Wrong(message, hint, self.start, self.end)


def clauses(text: str) -> list[list[Word]]:
    """The words of a phrase between its commas; no empty clause.

    Raises:
        Wrong: it is too long, says nothing, or has a comma too many.
    """
    if len(text) > LONGEST:
        raise Wrong(f"The phrase has {len(text)} characters.", f"at most {LONGEST}", 0, len(text))
    found: list[list[Word]] = []
    at = 0
    for piece in text.split(","):
        words = [Word(match[0], at + match.start()) for match in _WORD.finditer(piece)]
        if not words:
            message = "A comma stands where a word should." if text.strip() else "The phrase is empty."
            raise Wrong(message, "one word and a number a clause, for example `flex 20, abd 10`", at, at + 1)
        found.append(words)
        at += len(piece) + 1
    return found


def one_of(word: Word, allowed: Sequence[str], what: str) -> str:
    """The word, if it is allowed.

    Raises:
        Wrong: it is not; the hint has the nearest, or all that are allowed.
    """
    if word.text in allowed:
        return word.text
    near = did_you_mean(word.text, allowed)
    listed = f"words here: {', '.join(allowed)}"
    raise word.wrong(f"There is no {what} {word.text}.", f"{near} ({listed})" if near else listed)


def number(words: list[Word], before: Word, most: float, unit: str, least: float = 0.0) -> float:
    """The number that has to follow a word; it is taken off the list.

    Raises:
        Wrong: there is none, or it is outside `least` to `most`.
    """
    if not words:
        raise before.wrong(f"{before.text} needs a number.", f"{unit}, for example `{before.text} 20`")
    word = words.pop(0)
    if not _NUMBER.fullmatch(word.text):
        raise word.wrong(f"{word.text} is no number.", f"{unit} after {before.text}, for example `{before.text} 20`")
    value = float(word.text)
    if not least <= value <= most:
        raise word.wrong(
            f"{before.text} {word.text} is outside {least:g} to {most:g}.",
            f"{unit}; the word gives the direction, so the number has no sign" if value < 0 else unit,
        )
    return value


def is_number(word: Word) -> bool:
    """Whether a word is a number as a pose may have it."""
    return _NUMBER.fullmatch(word.text) is not None


def _end(words: list[Word], hint: str) -> None:
    if words:
        raise words[0].wrong(f"{words[0].text} does not belong here.", hint)


def angles(joint: str, text: str) -> tuple[Angle, ...]:
    """What a joint does: `flex 20, abd 10`.

    Raises:
        Wrong: a word this joint has not, or no number.
    """
    found = []
    unit = "centimetres" if joint in ("belly", "scapula", "arch") else "degrees"
    for words in clauses(text):
        word = words.pop(0)
        move = one_of(word, tuple(MOVES[joint]), f"movement of the {joint} called")
        amount = number(words, word, 60.0 if unit == "centimetres" else MOST_DEGREES, unit)
        _end(words, "a comma between two movements")
        found.append(Angle(move, amount))
    return tuple(found)


def aim(first: list[Word], more: Iterable[list[Word]]) -> Aim:
    """A direction in the world, tilted towards others: `forward, up 20`.

    Raises:
        Wrong: a word that is no direction, or no number.
    """
    word = first.pop(0)
    _end(first, "a comma after the direction, then for example `up 20`")
    return Aim(one_of(word, WORLD_DIRECTIONS, "direction"), tuple(_offset(words, "degrees", 90) for words in more))


def _offset(words: list[Word], unit: str, most: float, allowed: Sequence[str] = WORLD_DIRECTIONS) -> Offset:
    word = words.pop(0)
    way = one_of(word, allowed, "direction")
    amount = number(words, word, most, unit)
    _end(words, "a comma between two directions")
    return Offset(way, amount)


def goal(limb: str, side: str, text: str) -> Aim | Contact | None:
    """What a limb does: a direction it points in, or what a hand or foot touches; none for `free`.

    Raises:
        Wrong: a word that this limb has not.
    """
    found = clauses(text)
    word = found[0][0]
    if word.text == "free":
        _end([*found[0][1:], *(w for words in found[1:] for w in words)], "free stands alone")
        return None
    if limb not in ("hand", "foot"):
        if limb == "shank" and word.text == "flat":
            _end([*found[0][1:], *(w for words in found[1:] for w in words)], "flat stands alone")
            return Contact("flat")
        one_of(word, (*WORLD_DIRECTIONS, "free", *(("flat",) if limb == "shank" else ())), "direction")
        return aim(found[0], found[1:])
    kind = one_of(word, HAND_KINDS if limb == "hand" else FOOT_KINDS, f"way to place a {limb} called")
    first = found[0][1:]
    place = ""
    if kind in WITH_PLACE:
        place = place_after(first, word, side)
    rest = found[1:]
    if kind in WITH_SHIFT and first:
        rest = [first, *rest]
    else:
        _end(first, "a comma after it, then directions with centimetres")
    return _contact(kind, place, rest)


def place_after(words: list[Word], before: Word, side: str = "") -> str:
    """The place of the body that has to follow a word; it is taken off the list.

    Raises:
        Wrong: there is none, or no such place.
    """
    if not words:
        raise before.wrong(f"{before.text} needs a place of the body.", f"for example `{before.text} knee`")
    word = words.pop(0)
    return body_place(word, side)


def body_place(word: Word, side: str = "") -> str:
    """A place of the body with its side.

    Raises:
        Wrong: no such place, a side too many or too few.
    """
    name = with_side(word.text, side)
    if is_place(name):
        return name
    kind, dot, given = word.text.partition(".")
    if kind not in PLACES:
        near = did_you_mean(kind, PLACES)
        raise word.wrong(f"There is no place {kind}.", f"{near or ''} (places: {', '.join(PLACES)})".strip())
    if kind in SIDED_PLACES:
        raise word.wrong(f"{word.text} needs its side.", f"{kind}.left or {kind}.right")
    raise word.wrong(f"{kind} has no side.", f"write {kind}" if dot and given else kind)


def _contact(kind: str, place: str, rest: Sequence[list[Word]]) -> Contact:
    shift: list[Offset] = []
    pole: Aim | None = None
    for words in rest:
        word = words[0]
        if word.text in ("elbow", "knee", "knees"):
            pole = _pole(words)
        elif pole is not None and word.text in WORLD_DIRECTIONS:
            pole = Aim(pole.word, (*pole.tilts, _offset(words, "degrees", 90)))
        else:
            shift.append(_offset(words, "centimetres", MOST_CENTIMETRES, (*DIRECTIONS, "elbow", "knee")))
    return Contact(kind, place, tuple(shift), pole)


def _pole(words: list[Word]) -> Aim:
    word = words.pop(0)
    if not words:
        raise word.wrong(f"{word.text} needs a direction.", f"where it points, for example `{word.text} out`")
    way = words.pop(0)
    at = way.start
    for name in way.text.split("-"):
        one_of(Word(name, at), DIRECTIONS, "direction")
        at += len(name) + 1
    _end(words, "a comma after it")
    return Aim(way.text)


def view(text: str) -> View:
    """Where the picture is taken from: `quarter`, or `turn 14, lift 40`.

    Raises:
        Wrong: no such view, or no number.
    """
    found = clauses(text)
    word = found[0][0]
    if word.text in VIEWS:
        _end([*found[0][1:], *(w for words in found[1:] for w in words)], "a named view stands alone")
        return View(*VIEWS[word.text])
    given = {"turn": 0.0, "lift": 0.0}
    for words in found:
        word = words.pop(0)
        one_of(word, ("turn", "lift", *VIEWS) if len(found) == 1 else ("turn", "lift"), "view called")
        given[word.text] = number(
            words, word, 180 if word.text == "turn" else 90, "degrees", -180 if word.text == "turn" else 0
        )
        _end(words, "a comma between turn and lift")
    return View(given["turn"], min(given["lift"], 89.9))
