"""Every figure of a record as one kind of row: the tree `measures`, symptoms, diary and homework done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..frozen import Frozen, replace
from ..patterns import lazy
from .rows import (
    ABOUT,
    FACETS,
    LEAF_ONLY,
    NO_SYMPTOMS,
    SIDES,
    Measurement,
    Symptoms,
    identity,
    merged,
    resolved,
    split_pairs,
    split_place,
    with_usual,
)
from .values import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..library.catalogue import Library
    from ..records.folder import Entry
    from ..span import Path

__all__ = [
    "FACETS", "SIDES", "Measurement", "Symptoms", "all_rows", "by_address", "flatten", "merged", "split_pairs",
    "split_place", "with_usual",
]  # fmt: skip

_TIME_BEGINS = "bad0123456789"
_TIMES = lazy(r"^(before|during|after|[0-9]+-(min|h)-after)$")
_NOT_FIGURES = LEAF_ONLY - {"value", "trials", "items", "hurts"}
"""Keys that say something about a figure and are none themselves."""

_SAID = FACETS | _NOT_FIGURES
_FIGURE = ("value", "trials")
_DESCRIBES = frozenset((*ABOUT, "means"))
_SYMPTOM_ASPECTS = ("now", "worst", "least", "usual", "rest", "moving", "night", "lasts", "often", "wakes")
_NOTHING: dict[str, str] = {}
_COMPUTED = ("items", "joined")
"""Words without which a record's text has nothing to compute."""


class _Place(Frozen):
    """Where in the tree we are, what flows down to here, and what is said of the one figure we are at."""

    address: str
    path: Path
    facets: dict[str, str]
    side: str | None = None
    at: str | None = None
    about: dict[str, str] = _NOTHING
    trial: int | None = None


def flatten(entry: Entry, known: Symptoms = NO_SYMPTOMS) -> list[Measurement]:
    """All figures of a record, in the order in which they stand in it.

    Args:
        known: the client's symptoms as last listed, for figures that name only the kind (`pain: 4`).
    """
    record = entry.record
    rows: list[Measurement] = []
    listed = getattr(record, "symptoms", None)
    if isinstance(listed, tuple):
        for n, symptom in enumerate(listed):
            rows.extend(_of_symptom(entry, symptom, n, known))
        known = merged(known, listed)
    base = {k: v for k in ("who", "how") if isinstance(v := getattr(record, k, None), str) and entry.kind != "event"}
    measures = getattr(record, "measures", None)
    if measures is not None:
        rows.extend(_blocks(entry, measures, ("measures",), base, entry.moment, known))
    for moment, tree in (getattr(record, "diary", None) or {}).items():
        if tree is not None:
            rows.extend(_blocks(entry, tree, ("diary", moment), base, moment, known))
    rows.extend(_of_homework(entry, getattr(record, "homework_done", None)))
    return rows


def _of_symptom(entry: Entry, symptom: Any, n: int, known: Symptoms) -> Iterator[Measurement]:
    what, name, side = identity(symptom, known)
    facets = {"scale": symptom.scale} if symptom.scale else {}
    for aspect in _SYMPTOM_ASPECTS:
        reading = getattr(symptom, aspect)
        if reading is not None:
            place = _Place(f"{what}/{name}/{aspect}", ("symptoms", n, aspect), facets, side)
            yield from _node(entry, reading, place, entry.moment)


def _of_homework(entry: Entry, done: Any) -> Iterator[Measurement]:
    if done is None:
        return
    path: Path = ("homework-done",)
    if not isinstance(done, dict):
        yield _row(entry, done, _Place("homework/all/done", path, {"basis": "told"}), entry.moment)
        return
    for item, told in done.items():
        facets = {"basis": "told"}
        if isinstance(told, dict):
            facets |= {"note": told["note"]} if isinstance(told.get("note"), str) else {}
            for part in ("done", "hard"):
                if part in told:
                    place = _Place(f"homework/{item}/{part}", (*path, item, part), facets)
                    yield _row(entry, told[part], place, entry.moment)
        else:
            yield _row(entry, told, _Place(f"homework/{item}/done", (*path, item), facets), entry.moment)


def _blocks(
    entry: Entry, tree: Any, path: Path, base: dict[str, str], moment: str, known: Symptoms
) -> Iterator[Measurement]:
    blocks = enumerate(tree) if isinstance(tree, (tuple, list)) else [(None, tree)]
    for n, block in blocks:
        at = path if n is None else (*path, n)
        for row in _node(entry, block, _Place("", at, base), moment):
            yield resolved(row, known)


def _node(entry: Entry, node: Any, place: _Place, moment: str) -> Iterator[Measurement]:
    if isinstance(node, dict):
        yield from _map(entry, node, place, moment)
    elif isinstance(node, (list, tuple)):
        for n, reading in enumerate(node):
            yield from _node(entry, reading, replace(place, path=(*place.path, n), trial=n + 1), moment)
    else:
        yield _row(entry, node, place, moment)


def _map(entry: Entry, node: dict[str, Any], place: _Place, moment: str) -> Iterator[Measurement]:
    address, path, facets, side, at = place.address, place.path, place.facets, place.side, place.at
    about = place.about
    elsewhere: Iterable[Any] = ()
    if not FACETS.isdisjoint(node):
        facets = facets | {key: node[key] for key in FACETS & node.keys() if isinstance(node[key], str)}
        moment, side, at = facets.pop("when", moment), facets.pop("side", None) or side, facets.pop("at", at)
    if not _NOT_FIGURES.isdisjoint(node):
        about = about | {key: node[key] for key in _DESCRIBES & node.keys() if isinstance(node[key], str)}
        elsewhere = node.get("also") or ()
        if not _has_figure(node):
            yield _row(entry, None, _Place(address, path, facets, side, at, about), moment)
    for key, value in node.items():
        if key in _SAID:
            continue
        below = (*path, key)
        if key in _FIGURE:
            yield from _node(entry, value, _Place(address, below, facets, side, at, about), moment)
        elif key in SIDES:
            for each in ("left", "right") if key == "both" else (key,):
                yield from _node(entry, value, _Place(address, below, facets, each, at, about), moment)
        elif key[0] in _TIME_BEGINS and _TIMES.match(key):
            yield from _node(entry, value, _Place(address, below, facets, side, key.replace("-", " "), about), moment)
        elif key == "items":
            given = tuple(value) if isinstance(value, (list, tuple)) else (value,)
            row = _row(entry, None, _Place(address, below, facets, side, at, about), moment)
            yield replace(row, items=given)
        else:
            name = f"{address}/{key}" if address else key
            yield from _node(entry, value, _Place(name, below, facets, side, at), moment)
    for n, reading in enumerate(elsewhere):
        told = _Place(address, (*path, "also", n), facets | {"also": "yes"}, side, at)
        yield from _node(entry, reading, told, moment)


def _has_figure(node: dict[str, Any]) -> bool:
    """Whether a leaf has a figure, or only something said of it (`means: within normal`)."""
    said = not _DESCRIBES.isdisjoint(node)
    return not said or any(key not in _SAID and key != "hurts" for key in node)


def _row(entry: Entry, text: Any, place: _Place, moment: str) -> Measurement:
    value, facets, about, means = read(text), place.facets, place.about, None
    unit = value.unit or (facets.get("unit") if facets else None)
    if about and "means" in about:
        about = dict(about)
        means = about.pop("means")
    return Measurement(
        place.address, place.side, value, unit, moment, place.at, means, facets, entry, place.path, about, place.trial
    )


def all_rows(entries: Iterable[Entry], library: Library | None = None) -> list[Measurement]:
    """The figures of a client's records, oldest first; `pain: 4` is understood by the symptoms listed until then.

    Args:
        library: by which scores are computed from items and readings are joined; without it they stay as written.
    """
    known, out, bare = NO_SYMPTOMS, [], False
    for entry in entries:
        bare = bare or any(word in entry.document.text for word in _COMPUTED)
        out.extend(split_pairs(flatten(entry, known)))
        listed = getattr(entry.record, "symptoms", None)
        if isinstance(listed, tuple):
            known = merged(known, listed)
    if library is not None and bare:
        from .joined import completed

        return completed(out, library)
    return out


def by_address(rows: Iterable[Measurement]) -> dict[str, list[Measurement]]:
    """Figures by address, in their order: what depends on the address alone is looked up once."""
    out: dict[str, list[Measurement]] = {}
    for row in rows:
        out.setdefault(row.address, []).append(row)
    return out
