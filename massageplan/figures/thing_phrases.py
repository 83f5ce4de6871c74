"""A thing in the picture in words, `ball at low-back size 9`: what it means, or what is wrong with it."""

from __future__ import annotations

from ..findings import did_you_mean
from .figure import Prop
from .phrases import MOST_CENTIMETRES, Word, body_place, clauses, number, one_of
from .places import PLACES
from .vocabulary import CHAINS, RELATIONS, THINGS, is_place


def thing(text: str) -> Prop:
    """A thing in the picture: `wall at hands`, `ball at low-back size 9`, `strap hand.right > sole.right > hand.left`.

    Raises:
        Wrong: a thing, place or word that is not known.
    """
    words = [word for part in clauses(text) for word in part]
    first = words.pop(0)
    kind = one_of(first, tuple(THINGS), "thing")
    how = THINGS[kind]
    places: list[str] = []
    options: list[str] = []
    size: float | None = None
    chained = False
    while words:
        word = words.pop(0)
        if word.text == "size":
            size = number(words, word, MOST_CENTIMETRES, "centimetres", 1.0)
        elif word.text == ">":
            chained = True
        elif word.text in how.relations or word.text in how.flags:
            options.append(word.text)
        elif word.text in RELATIONS:
            raise word.wrong(f"A {kind} does not stand `{word.text}` something.", _ways(kind))
        else:
            places.append(_thing_place(word, kind))
    if chained and (kind not in CHAINS or len(places) < 2):
        raise first.wrong(f"A {kind} does not run along a chain of places.", _ways(kind))
    if not places and (not how.alone or {"at", "on"} & set(options)):
        raise first.wrong(f"A {kind} needs to know where.", _ways(kind))
    _fits(first, kind, places, options, chained)
    if len(places) > 8:
        raise first.wrong(f"The {kind} runs along {len(places)} places.", "at most 8")
    return Prop(kind, tuple(places), size, frozenset(options))


def _fits(first: Word, kind: str, places: list[str], options: list[str], chained: bool) -> None:
    """A chain runs along places, a relation has its own: a pillow stands between the knees and behind the back."""
    bound = {"between": "knees", "over": "ankles", "on": "floor"}
    for option in options:
        if option in bound and places != [bound[option]]:
            raise first.wrong(f"A {kind} is `{option}` the {bound[option]} only.", f"`{kind} {option} {bound[option]}`")
    loose = next((place for place in places if not is_place(place)), None)
    if kind == "towel" and "under" not in options and loose:
        raise first.wrong(f"A towel lies `under` the {loose} or at a place of the body.", f"`towel under {loose}`")
    if "back" in places and "behind" not in options:
        raise first.wrong(f"A {kind} does not lie under the back as a whole.", "low-back, mid-back or upper-back")
    if kind in CHAINS and not options and (not chained or "ankles" in places):
        raise first.wrong(f"A {kind} runs from place to place.", _ways(kind))


def _ways(kind: str) -> str:
    how = THINGS[kind]
    ways = [f"`{kind} {relation} ...`" for relation in how.relations]
    ways += [f"`{kind} hand.right > hand.left`"] if kind in CHAINS else []
    ways += [f"`{kind} {flag}`" for flag in how.flags]
    return "write " + " or ".join([f"`{kind}`", *ways] if how.alone else ways)


def _thing_place(word: Word, kind: str) -> str:
    how = THINGS[kind]
    place, _, side = word.text.partition(".")
    if word.text in how.groups or (place in how.limbs and side in ("left", "right")):
        return word.text
    if how.only and place != how.only:
        raise word.wrong(f"A {kind} is not at {word.text}.", f"{how.only}.left, {how.only}.right or {how.only}s")
    if is_place(word.text):
        return word.text
    near = did_you_mean(word.text, (*how.relations, *how.flags, *how.groups, "size", *PLACES))
    if near is None or "." in word.text or place in PLACES:
        return body_place(word)
    raise word.wrong(f"A {kind} has no word {word.text}.", f"{near}; {_ways(kind)}")
