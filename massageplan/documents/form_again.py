"""What is asked again: the places and numbers of the last list of symptoms, and the questionnaires filled in before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import plain, plain_places
from .form_view import Items, Question
from .line import block

if TYPE_CHECKING:
    from .words import Words

Symptoms = Sequence[Mapping[str, Any]]

OF_TEN = ("now", "worst", "least", "usual", "rest", "moving", "night")
"""Aspects of a symptom that are rated from 0 to 10."""

SCALES = ("nprs", "nrs", "0-10")
"""Names of that scale; a symptom that names none has it too."""

LONGEST_SCALE = 10
"""Answers are boxes up to this one; a longer scale is a number to write."""


def _where(symptom: Mapping[str, Any], words: Words) -> str:
    """The first place of a symptom."""
    places = plain.texts(symptom.get("where"))
    return plain_places.spoken(places[0], words) if places else ""


def places(symptoms: Symptoms, words: Words) -> tuple[str, ...]:
    """Where it hurts, each place once."""
    found = (place for symptom in symptoms for place in plain.texts(symptom.get("where")))
    return tuple(dict.fromkeys(plain.sentence(plain_places.spoken(place, words)) for place in found))


def _called(symptom: Mapping[str, Any], words: Words) -> str:
    """What a symptom is called on paper: pain by its place, others by what they are and where."""
    what, where = plain.text(symptom.get("what")) or "pain", _where(symptom, words)
    if what == "pain":
        return plain.sentence(where or words.gettext("Pain"))
    named = what.replace("-", " ")
    return plain.sentence(f"{named}, {where}" if where and where not in named else named)


def rows(symptoms: Symptoms, words: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Rows from 0 to 10, and what is written as a number: the aspects that were told the last time.

    A symptom of which no figure is known is asked for now and worst.
    """
    _ = words.gettext
    spoken = {
        "now": _("now"), "worst": _("at its worst"), "least": _("at its least"), "usual": _("most of the time"),
        "rest": _("at rest"), "moving": _("when I move"), "night": _("at night"), "lasts": _("how long it lasts"),
        "often": _("how often"), "wakes": _("how often it wakes me"),
    }  # fmt: skip
    ratings: list[str] = []
    counts: list[str] = []
    for symptom in symptoms:
        told = [key for key in spoken if symptom.get(key) is not None]
        of_ten = plain.text(symptom.get("scale")) in ("", *SCALES)
        for key in told or ("now", "worst"):
            into = ratings if key in OF_TEN and of_ten else counts
            into.append(f"{_called(symptom, words)}: {spoken[key]}")
    return tuple(ratings), tuple(counts)


def instruments(
    entries: Sequence[Mapping[str, Any]], words: Words
) -> tuple[tuple[Items, ...], tuple[str, ...], tuple[str, ...]]:
    """Those to print, the names of those with a paper of their own, and of those that are one number to write."""
    sheets: list[Items] = []
    hand: list[str] = []
    counts: list[str] = []
    for entry in entries:
        items, name = _items(entry, words), plain.text(block(entry, words.language).get("name"))
        if items is not None:
            sheets.append(items)
        else:
            (counts if entry.get("kind") == "diary" else hand).append(name)
    return tuple(sheets), tuple(hand), tuple(counts)


def _items(entry: Mapping[str, Any], words: Words) -> Items | None:
    """The sheet of a questionnaire whose text ships; None for any other."""
    texts, rule = block(entry, words.language), _map(entry.get("items"))
    sentences = plain.texts(texts.get("items"))
    may = plain.text(_map(entry.get("licence")).get("ship-item-text")).casefold() == "true"
    if not sentences or not may or entry.get("kind") != "questionnaire":
        return None
    points = _points(plain.text(rule.get("min")), plain.text(rule.get("max")))
    ends = _ends(texts, points, words)
    return Items(
        name=plain.text(texts.get("name")),
        lead=plain.text(texts.get("instruction")) or None,
        items=tuple(Question(said, ends[n % len(ends)] if ends else None) for n, said in enumerate(sentences)),
        points=points,
        credit=plain.text(texts.get("credit")) or None,
    )


def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _points(low: str, high: str) -> tuple[str, ...]:
    """The answers as heads of columns; none where a sentence is ticked (0 or 1), or where there are too many."""
    if not (low.isdigit() and high.isdigit()) or not 1 < int(high) - int(low) <= LONGEST_SCALE:
        return ()
    return tuple(str(n) for n in range(int(low), int(high) + 1))


def _ends(texts: Mapping[str, Any], points: Sequence[str], words: Words) -> tuple[str, ...]:
    """What the ends of the answers mean: one for each sentence, or one for all."""
    given = texts.get("ends")
    if not points or not isinstance(given, Sequence) or isinstance(given, str):
        return ()
    pairs = ((plain.text(_map(end).get("least")), plain.text(_map(end).get("most"))) for end in given)
    return tuple(
        # Translators: {low} and {high} are numbers, {least} and {most} what they mean
        words.gettext("{low} = {least}, {high} = {most}", low=points[0], least=a, high=points[-1], most=b)
        for a, b in pairs
    )
