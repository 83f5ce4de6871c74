"""The body map of a client at a date: the symptoms as listed until then, with their newest figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.measures import all_rows
from ..clinical.rows import identity
from ..frozen import replace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..clinical.measures import Measurement
    from ..documents.body_map import BodyMap
    from ..documents.words import Words
    from ..records.folder import Entry, Folder
    from ..records.parts import Symptom
    from .load import Opened


def newest(folder: Folder) -> Entry | None:
    """The newest assessment that lists symptoms."""
    return next((entry for entry in reversed(folder.of_kind("assessment")) if _listed(entry)), None)


def of_record(opened: Opened, folder: Folder, entry: Entry, words: Words) -> BodyMap:
    """What one record lists, placed by earlier records where it has only names."""
    before = [s for each in folder.entries[: folder.entries.index(entry)] for s in _listed(each)]
    return _map(opened, _listed(entry), words, before)


def at(opened: Opened, folder: Folder, day: date, words: Words) -> BodyMap:
    """What was felt as far as the records of a day know: each kind as last listed, each figure as last told."""
    known = folder.until(day.isoformat())
    last: dict[str, list[Symptom]] = {}
    before: list[Symptom] = []
    for entry in known.entries:
        here: dict[str, list[Symptom]] = {}
        for symptom in _listed(entry):
            here.setdefault(symptom.what or "pain", []).append(symptom)
        last |= here
        before += _listed(entry)
    rows = [row for row in all_rows(known.entries) if row.charted and row.of_client]
    symptoms = [_with_figure(symptom, rows) for listed in last.values() for symptom in listed]
    return _map(opened, symptoms, words, before)


def _listed(entry: Entry) -> Sequence[Symptom]:
    listed = getattr(entry.record, "symptoms", None)
    return listed if isinstance(listed, tuple) else ()


def _with_figure(symptom: Symptom, rows: Sequence[Measurement]) -> Symptom:
    """A symptom with the newest figure of how strong it is now."""
    what, name, side = identity(symptom)
    found = [row for row in rows if row.address == f"{what}/{name}/now" and row.side == side]
    return replace(symptom, now=found[-1].value.text) if found else symptom


def _map(opened: Opened, symptoms: Sequence[Symptom], words: Words, before: Sequence[Symptom]) -> BodyMap:
    from ..documents.body_map import body_map

    usual = (opened.house.practice.usual or {}).get("pain", {}).get("scale")
    return body_map(symptoms, opened.library, words, before, usual)
