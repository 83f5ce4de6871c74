"""Body areas for which a consent of their own is asked, and which places and muscles lie in them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..patterns import lazy
from ..records.base import texts
from .measures import split_place
from .places import of_line, place_id, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..library.catalogue import Library
    from ..records.parts import Use

AREAS: dict[str, frozenset[str]] = {
    "gluteal": frozenset((
        "gluteal", "buttock", "gluteus-maximus", "gluteus-medius", "gluteus-minimus", "piriformis",
        "deep-external-rotators",
    )),
    "chest": frozenset((
        "chest", "breast", "chest-wall", "sternum", "pectorals", "pectoralis-major", "pectoralis-minor",
    )),
    "inner-thigh": frozenset(("inner-thigh", "groin", "hip-adductors")),
    "perineum": frozenset(("perineum", "pelvic-floor")),
}  # fmt: skip
"""Sensitive areas, and the ids of the places that lie in each.

The areas are those that regulators name: chest wall, breast, upper inner thigh and gluteal (College of Massage
Therapists of Ontario, sensitive areas, cmto.com and koziebrockilaw.com), gluteal cleft and perineum (Washington,
WAC 246-830-565). Which muscles lie in them is a house rule: what is reached through the area counts; the ribs, the
muscles between them and the sacrum, which are reached from the back too, do not, nor does the belly.
"""

WIDER: dict[str, tuple[str, ...]] = {
    "hip": ("gluteal",),
    "pelvis": ("gluteal",),
    "thigh": ("inner-thigh",),
    "thorax": ("chest",),
}
"""Larger places in which areas lie: a consent that names one of these covers its areas; treating one treats none."""

WHOLE = {"gluteal": ("gluteal", "buttock"), "chest": ("chest", "breast", "chest-wall")}
"""Places that are the area itself; the other areas are meant by their own name and by any place in them."""

_AREA = {place: area for area, places in AREAS.items() for place in places}
_OWN = frozenset(("inner-thigh", "breast", "chest-wall", "perineum"))
"""Names of areas that the library knows as another name of a larger place, or not at all."""

_SIDES = lazy(r"\b(left|right|both|centre) ")
_INNER = lazy(r"\b(inner|medial)\b")


def sensitive(place_id: str) -> str | None:
    """The sensitive area (a key of `AREAS`) in which a place or muscle lies, by its id; None if it lies in none."""
    return _AREA.get(place_id)


def covers(named: str, treated: str) -> bool:
    """Whether a consent that names one place is about another: itself, or its area as a whole, or a wider place."""
    area = sensitive(treated)
    if named == treated or area in WIDER.get(named, ()):
        return True
    return area is not None and sensitive(named) == area and named in WHOLE.get(area, AREAS[area])


@lru_cache(maxsize=4096)
def read_place(library: Library, text: str) -> tuple[str | None, str]:
    """Side and id of a place as it is written in a record; a name that nobody knows stays as it is.

    `left thigh (upper inner)` is the inner thigh.
    """
    side, name = split_place(text)
    name = plain(name.partition(" (")[0])
    detail = text.partition(" (")[2]
    id = name if name in _OWN else place_id(library, None, name) or name
    return side, "inner-thigh" if id == "thigh" and _INNER.search(detail) else id


def treated_places(use: str | Use, library: Library) -> Iterator[tuple[str | None, str]]:
    """Side and id of each sensitive place that a technique was used on; a side holds for the places behind it."""
    return ((side, id) for side, id in named_places(use, library) if sensitive(id))


def named_places(use: str | Use, library: Library) -> Iterator[tuple[str | None, str]]:
    """Side and id of each place that a technique names; a side holds for the places behind it."""
    if not isinstance(use, str):
        yield from (read_place(library, place) for place in texts(use.where))
    else:
        yield from _in_line(use, library)


@lru_cache(maxsize=4096)
def _in_line(use: str, library: Library) -> tuple[tuple[str | None, str], ...]:
    """The places of a technique in one line."""
    out: list[tuple[str | None, str]] = []
    line, _, detail = use.partition(" (")
    pieces = _SIDES.split(line)
    sides: list[str | None] = [None, *pieces[1::2]]
    for n, piece in enumerate(pieces[::2]):
        found = of_line(library, piece if n == 0 else f"- {piece}")[0]
        named = ["inner-thigh" if id == "thigh" and _INNER.search(detail) else id for id in found]
        own = (word for word in piece.split() if word in _OWN)
        out.extend((sides[n], id) for id in (*named, *own))
    return tuple(out)
