"""A place of the body that nothing knows.

What
----
A place in a symptom, a treatment, a consent or elsewhere is no body part of the library: no place, muscle or region,
no other name of one (`lower-back`), no level of the spine (`l4-l5`), and no word that `phrases:` in practice.yaml
defines.

Why
---
The place decides which region is assessed, which warning signs are asked about, and what a screening answer rules out.
A misspelt one takes part in none of it, and its figures start a line of their own.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [petrissage right quadratus-lumborom 15 min]

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [petrissage right quadratus-lumborum 15 min]

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..clinical.places import of_line, place_id, plain, split, whole_atlas
from ..findings import Finding, did_you_mean
from ..records.after import Event
from ..records.base import key_of, texts
from ..records.care import Plan, Session
from ..records.kinds import DATED

if TYPE_CHECKING:
    from ..library.catalogue import Library
    from ..records.base import Texts
    from ..records.folder import Entry
    from ..span import Path
    from .base import ClientCase

_LISTED: dict[str, tuple[str, ...]] = {
    "symptoms": ("where", "spreads_to"),
    "adverse": ("where",),
    "homework": ("where",),
    "did": ("where",),
    "techniques": ("where",),
    "withheld": ("where",),
    "limits": ("where",),
    "diagnoses": ("where",),
    "gives": ("areas",),
    "refuses": ("areas",),
    "withdraws": ("areas",),
}
"""Lists of maps in a record, and the keys of each that hold places."""


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each place that nothing knows."""
    library = case.context.library
    for entry in case.folder.entries:
        for place, path in (*_places(entry), *_in_lines(entry, library)):
            if _is_place(library, place) or is_known(case, name := plain(split(place)[1])):
                continue
            hint = near(case, name) or "use a body part or muscle, or add the word to phrases: in practice.yaml"
            yield Finding("unknown-place", f"There is no place {name}.", entry.span(path), hint)


@lru_cache(maxsize=4096)
def _is_place(library: Library, place: str) -> bool:
    """Whether a place as written, with its side and detail, is one of the library."""
    return place_id(library, None, place) is not None


@lru_cache(maxsize=32)
def _listed(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The lists with places that one kind of record may have."""
    return tuple((field, _LISTED[field]) for field in DATED[kind].__struct_fields__ if field in _LISTED)


def is_known(case: ClientCase, name: str) -> bool:
    """Whether a name is a place, muscle or region, or a word of the practice's phrases."""
    return place_id(case.context.library, None, name) is not None or name in _phrases(case)


def _phrases(case: ClientCase) -> set[str]:
    """The short words of practice.yaml, and what they stand for."""
    phrases = case.context.house.practice.phrases or {}
    return {plain(text) for pair in phrases.items() for text in pair if isinstance(text, str)}


def near(case: ClientCase, name: str, others: Iterable[str] = ()) -> str | None:
    """Help that names the nearest place, or one of some others; a short word such as `ql` is near to nothing."""
    known = whole_atlas(case.context.library)
    return did_you_mean(name, (*known.regions, *others)) or did_you_mean(name, (w for w in known.called if len(w) > 4))


def _places(entry: Entry) -> Iterator[tuple[str, Path]]:
    """Places that have a key of their own."""
    record: Any = entry.record
    for field, keys in _listed(entry.kind):
        listed = getattr(record, field)
        for n, item in enumerate(listed if isinstance(listed, tuple) else ()):
            for key in keys if not isinstance(item, str) else ():
                yield from _each(getattr(item, key), (field, n, key_of(key)))
    for name, uses in _routines(entry):
        for n, use in enumerate(uses):
            if not isinstance(use, str):
                yield from _each(use.where, ("routines", name, n, "where"))
    history = getattr(record, "history", None)
    for block, happenings in history.items() if isinstance(history, dict) else ():
        for n, item in enumerate(happenings if isinstance(happenings, tuple) else ()):
            if not isinstance(item, str):
                yield from _each(item.where, ("history", block, n, "where"))
    if isinstance(record, Session):
        yield from _each(record.consented, ("consented",))
    elif isinstance(record, Event):
        yield from _each(record.where, ("where",))


def _each(named: Texts, path: Path) -> Iterator[tuple[str, Path]]:
    for n, place in enumerate(texts(named)):
        yield place, (path if isinstance(named, str) else (*path, n))


def _in_lines(entry: Entry, library: Library) -> Iterator[tuple[str, Path]]:
    """Words in the place of a place, in techniques that are written in one line."""
    record = entry.record
    if isinstance(record, Session) and isinstance(record.did, tuple):
        yield from _unknown(record.did, ("did",), library)
    elif isinstance(record, Plan):
        yield from _unknown(record.techniques, ("techniques",), library)
    for name, uses in _routines(entry):
        yield from _unknown(uses, ("routines", name), library)


def _unknown(uses: object, path: Path, library: Library) -> Iterator[tuple[str, Path]]:
    for n, use in enumerate(uses if isinstance(uses, tuple) else ()):
        if isinstance(use, str):
            for word in of_line(library, use)[1]:
                yield word, (*path, n)


def _routines(entry: Entry) -> Iterable[tuple[str, tuple[Any, ...]]]:
    routines = (entry.record.routines or {}) if isinstance(entry.record, Plan) else {}
    return [(name, uses) for name, uses in routines.items() if isinstance(uses, tuple)]
