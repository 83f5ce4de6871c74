"""When to stop: what to get medical help at once for, and what to call the therapist for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import plain
from .line import block, is_reviewed, spoken
from .view import Advice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from .words import Words

    Entries = Mapping[str, Mapping[str, Any]]

_HEART, _BRAIN = frozenset(("cardiac-chest-pain", "pulmonary-embolism")), frozenset(("cervical-artery",))
"""Signs of the library that tell of chest and breath, and of one side that goes weak."""


def urgent(
    advice: Sequence[Mapping[str, Any]],
    items: Sequence[Mapping[str, Any]],
    exercises: Entries,
    signs: Entries,
    words: Words,
) -> tuple[Advice, ...]:
    """What to get help at once for, as the client would notice it; the therapist's words where the library has none.

    First the signs that the plan names, then those that speak against an exercise, then what always counts.

    Args:
        advice: of the plan, with the keys of a record; `sign` names a screening entry.
        items: homework items in force.
        exercises, signs: library entries by id.
    """
    named = {plain.text(item.get("sign")): plain.text(item.get("say")) for item in advice if item.get("sign")}
    entries = (exercises.get(plain.text(each.get("do")), {}) for each in items)
    against = (id for entry in entries for id in plain.texts(entry.get("contraindications")))
    told = {id: _notice(signs.get(id, {}), words) for id in dict.fromkeys((*named, *against))}
    signs_told = (each for id, found in told.items() for each in found or _said(named.get(id)))
    always = _always(words, {id for id, found in told.items() if found})
    return tuple(dict.fromkeys((*signs_told, *always)))


def _said(text: str | None) -> tuple[Advice, ...]:
    return (Advice(text),) if text else ()


def _always(words: Words, told: Set[str]) -> Iterator[Advice]:
    """What anybody who moves at home has to know: signs of heart, lung and brain, unless they are told (house rule)."""
    _ = words.gettext
    if told.isdisjoint(_HEART):
        yield Advice(_("Your chest hurts, or you can’t get your breath."))
    if told.isdisjoint(_BRAIN):
        yield Advice(_("One side suddenly goes weak."))


def _notice(entry: Mapping[str, Any], words: Words) -> tuple[Advice, ...]:
    """The sentences of a sign, with the language they are in and whether a person has read them."""
    texts = block(entry, words.language)
    tag, reviewed = spoken(entry, words.language), is_reviewed(texts)
    return tuple(Advice(text, None, tag, reviewed) for text in plain.texts(texts.get("notice")))


def usual(words: Words) -> tuple[str, ...]:
    """The usual reasons to stop and call (house rule)."""
    _ = words.gettext
    return (
        _("You still feel dizzy or unwell after a rest."),
        _("An arm or leg slowly goes numb or weak."),
        _("Your pain is still worse the next day."),
    )
