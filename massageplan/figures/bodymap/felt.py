"""The symptoms of a record as spots of the map, still without words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...clinical.rows import identity
from ...frozen import Frozen, replace
from ...records.base import texts
from .kinds import Strength, pattern_of, strength_of
from .places import Found, find, one_view
from .shapes import View
from .spots import Spot

if TYPE_CHECKING:
    from ...library.catalogue import Library
    from ...records.parts import Symptom

NO_FIGURE = "?"
"""In the ring of what has no figure."""


class Felt(Frozen):
    """One symptom.

    Attributes:
        symptom: as written, with its places from before where it names none anew.
        strength: how strong.
        spots: on the map, one for each view it takes; none where the map has no such place.
        places: those of each spot.
        lacking: places the map does not have.
    """

    symptom: Symptom
    strength: Strength
    spots: tuple[Spot, ...]
    places: tuple[tuple[Found, ...], ...]
    lacking: tuple[str, ...]


def key_of(symptom: Symptom) -> str:
    """What a symptom is called from one date to the next: its kind, name and side."""
    what, name, side = identity(symptom)
    return f"{what}/{name}/{side or ''}"


def felt(
    symptoms: Sequence[Symptom], library: Library, before: Sequence[Symptom] = (), scale: str | None = None
) -> tuple[Felt, ...]:
    """Each symptom of a list, in its order.

    Args:
        before: those of an earlier list, by which a symptom is placed that now has only its name.
        scale: the practice's usual scale of pain.
    """
    out = []
    for symptom in symptoms:
        where = symptom.where or _before(symptom, before) or _kind(symptom, library)
        out.append(_felt(replace(symptom, where=where), library, scale))
    return tuple(out)


def _before(symptom: Symptom, before: Sequence[Symptom]) -> str | tuple[str, ...] | None:
    """Where a symptom of its name lay when it was listed last; without a name the first of its kind is meant."""
    what = symptom.what or "pain"
    named = [each for each in reversed(before) if symptom.id and identity(each)[:2] == (what, symptom.id)]
    alike = [each for each in before if not symptom.id and (each.what or "pain") == what]
    return next((each.where for each in (*named, *alike) if each.where), None)


def _kind(symptom: Symptom, library: Library) -> str | None:
    """Its name or kind where that is a place: an id `low-back`, a headache."""
    names = (name for name in (symptom.id, symptom.what) if name)
    return next((name for name in names if find(name, library).zones), None)


def _felt(symptom: Symptom, library: Library, scale: str | None) -> Felt:
    strength = strength_of(symptom, scale if (symptom.what or "pain") in ("pain", "headache") else None)
    found = [find(place, library) for place in texts(symptom.where)]
    pattern = pattern_of(symptom.what, texts(symptom.quality))
    views = one_view([each for each in found if each.zones])
    key, number = key_of(symptom), strength.number or NO_FIGURE
    spots = tuple(
        Spot(
            key=key,
            view=view,
            zones=tuple(dict.fromkeys(zone for place in places for zone in place.sided(view))),
            leads=tuple(lead for place in places for lead in _leads(place, view)),
            number=number,
            shade=strength.shade,
            pattern=pattern,
        )
        for view, places in views.items()
    )
    lacking = tuple(each.place for each in found if not each.zones)
    return Felt(symptom, strength, spots, tuple(map(tuple, views.values())), lacking)


def _leads(place: Found, view: View) -> list[tuple[str, ...]]:
    """What leaders of a place go to: its first zone, on both sides where these are two places."""
    first = place.zones[view][0]
    zones = tuple(zone for zone in place.sided(view) if zone.partition(".")[0] == first)
    return [(zone,) for zone in zones] if place.side == "both" else [zones]
