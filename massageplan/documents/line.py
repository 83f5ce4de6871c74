"""One homework item and its library entry to one line of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..clinical.equipment import is_at_home
from ..figures import door
from . import dose, grid, moments, plain, plain_places, plain_things
from .view import Fact, Line, Shown

if TYPE_CHECKING:
    from datetime import date

    from .words import Words

LONGEST_HEADING = 60


def spoken(entry: Mapping[str, Any], language: str) -> str:
    """The tag under which a library entry has its texts for a reader: their language, else English; empty for none.

    Words of an exercise that do not tell what to do are no words of it: English with steps is better than neither.
    """
    tags = (language, language.partition("-")[0], "en")
    english = entry.get("en")
    steps = isinstance(english, Mapping) and "do" in english
    blocks = ((tag, entry.get(tag)) for tag in tags)
    return next((tag for tag, block in blocks if isinstance(block, Mapping) and ("do" in block or not steps)), "")


def block(entry: Mapping[str, Any], language: str) -> Mapping[str, Any]:
    """The texts of a library entry in the reader's language, else in English, else none."""
    found: Mapping[str, Any] = entry.get(spoken(entry, language)) or {}
    return found


def is_reviewed(block: Mapping[str, Any]) -> bool:
    """Whether a person has read the texts of a library entry in one language."""
    return plain.text(block.get("reviewed")).lower() != "false"


def _from_id(name: str) -> str:
    return plain.sentence(name.replace("-", " "))


def _heading(item: Mapping[str, Any], entry: Mapping[str, Any], language: str) -> tuple[str, tuple[str, ...]]:
    """The heading of a line, and the therapist's own words where they are not the heading."""
    words, known = plain.text(item.get("words")), plain.text(block(entry, language).get("name"))
    if known:
        return known, (words,) if words else ()
    if words and len(words) <= LONGEST_HEADING:
        return plain.sentence(words), ()
    return _from_id(plain.text(item.get("do"))) or words, (words,) if words else ()


def _weeks(value: object, words: Words) -> str:
    text = plain.text(value)
    first, _, last = text.partition("-")
    if first.isdigit() and last.isdigit():
        return words.gettext("{low} to {high}", low=first, high=last)
    return words.gettext("from {first} on", first=first[:-3]) if text.endswith(" on") else text


def _facts(item: Mapping[str, Any], entry: Mapping[str, Any], words: Words) -> tuple[Fact, ...]:
    _ = words.gettext
    texts = block(entry, words.language)
    tools = plain_things.things(item.get("with") or _to_fetch(entry), words)
    places = ", ".join(plain_places.spoken(place, words) for place in plain.texts(item.get("where")))
    pairs = (
        ("for", _("For"), plain.text(texts.get("goal"))),
        ("with", _("With"), tools),
        ("load", _("Weight"), plain.text(item.get("load"))),
        ("amount", _("Amount"), plain.text(item.get("amount"))),
        ("grade", _("How hard"), plain.text(item.get("grade"))),
        ("pressure", _("Pressure"), plain.text(item.get("pressure"))),
        ("where", _("Where"), places),
        ("settings", _("Settings"), plain.text(item.get("settings"))),
        ("who", _("Who does it"), plain.text(item.get("who"))),
        ("weeks", _("Weeks"), _weeks(item.get("weeks"), words)),
        ("from", _("From"), moments.spoken(plain.text(item.get("from")), words)),
        ("until", _("Until"), moments.spoken(plain.text(item.get("until")), words)),
    )
    return tuple(Fact(key, label, value) for key, label, value in pairs if value)


def _to_fetch(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """What an exercise needs that is not in most homes; the steps name the rest."""
    return tuple(need for need in plain.texts(entry.get("equipment")) if not is_at_home(need))


def _steps(texts: Mapping[str, Any]) -> tuple[str, ...]:
    """What to do, numbered as in the picture: getting ready is the first step, all that follows the second."""
    parts = (" ".join(plain.texts(texts.get(role))) for role in ("prepare", "do"))
    return tuple(filter(None, parts))


def _neighbour(id: object, library: Mapping[str, Mapping[str, Any]], language: str) -> str | None:
    """The name of an easier or harder exercise, when its entry is at hand."""
    other = library.get(plain.text(id))
    return (plain.text(block(other, language).get("name")) or None) if other else None


def shown(item: Mapping[str, Any], library: Mapping[str, Mapping[str, Any]]) -> Shown | None:
    """The figure of a line; None where its exercise has none, or one that cannot be drawn."""
    do = plain.text(item.get("do"))
    key = door.key_of(library.get(do, {}).get("figure"))
    if not key or door.figure_of(key) is None:
        return None
    return Shown(name=plain.text(item.get("id")) or do, exercise=do, key=key, mirrored=is_on_the_left(item))


def _alternative(figure: Shown | None, words: Words) -> str:
    """What a figure shows, in words."""
    drawn = door.figure_of(figure.key) if figure else None
    if figure is None or drawn is None:
        return ""
    from .pictured import alternative

    return alternative(drawn, words, figure.mirrored)


def is_on_the_left(item: Mapping[str, Any]) -> bool:
    """Whether a line is for the left side alone; figures are drawn for the right one."""
    sides = {place.partition(" ")[0].casefold() for place in plain.texts(item.get("where"))}
    return sides == {"left"}


def build(
    number: int,
    item: Mapping[str, Any],
    library: Mapping[str, Mapping[str, Any]],
    days: tuple[date | None, int, date | None],
    words: Words,
) -> Line:
    """A line of the sheet.

    Args:
        number: its place, from 1.
        item: a homework item with the keys of a record; values are texts, lists or maps of texts.
        library: exercise entries by id: that of the item, and those it names as easier and harder.
        days: first day of the grid, or None, how many days, and the first day of the course.
        words: interface words; their language also picks the entry's texts.
    """
    do = plain.text(item.get("do"))
    entry = library.get(do, {})
    texts = block(entry, words.language)
    name, said = _heading(item, entry, words.language)
    figure = shown(item, library)
    return Line(
        number=number,
        id=plain.text(item.get("id")) or do,
        name=name,
        when=tuple(map(plain.sentence, plain.texts(item.get("at")))),
        steps=_steps(texts),
        feel=plain.text(texts.get("feel")) or None,
        breathe=plain.text(texts.get("breathe")) or None,
        safe=plain.texts(texts.get("safe")),
        dose=dose.rows(item, words),
        cue=tuple(map(plain.sentence, (*said, *plain.texts(item.get("how"))))),
        stop_if=(*plain.texts(texts.get("stop-if")), *plain.texts(item.get("stop-if"))),
        too_hard=plain.text(texts.get("too-hard")) or None,
        too_easy=plain.text(texts.get("too-easy")) or None,
        ask=plain.text(texts.get("ask")) or None,
        easier=_neighbour(entry.get("easier"), library, words.language),
        harder=_neighbour(entry.get("harder"), library, words.language),
        progress=plain.texts(item.get("progress")),
        facts=_facts(item, entry, words),
        language=spoken(entry, words.language),
        reviewed=is_reviewed(texts),
        ticks=grid.ticks(item, *days),
        figure=bool(figure),
        alt=_alternative(figure, words),
    )
