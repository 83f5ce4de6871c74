"""What the records know for a form that asks again: symptoms, activities, goals, homework, and what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..clinical.agreement import refused_lines
from ..clinical.course import as_of, courses, in_force
from ..records.base import key_of, texts
from .sheets import active

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..clinical.measures import Measurement
    from ..documents.form_view import Earlier
    from ..records.folder import Folder
    from .load import Opened

_RATED = ("nprs", "psfs", "vas")
"""Instruments whose rows the form has anyway: places and activities."""

_BY_HAND = ("rom", "strength", "girth", "count")
"""Families of figures that the therapist takes; all else is told by the client, who must not be led."""


def symptoms(folder: Folder) -> list[dict[str, Any]]:
    """The symptoms as last listed, with the keys of a record: a new list speaks for each kind that it names."""
    last: dict[str, list[dict[str, Any]]] = {}
    for entry in folder.entries:
        listed = getattr(entry.record, "symptoms", None)
        here: dict[str, list[dict[str, Any]]] = {}
        for symptom in listed if isinstance(listed, tuple) else ():
            told = {key_of(f): v for f in symptom.__struct_fields__ if (v := getattr(symptom, f)) is not None}
            here.setdefault(symptom.what or "pain", []).append(told)
        last |= here
    return [symptom for listed in last.values() for symptom in listed]


def activities(rows: list[Measurement]) -> dict[str, str]:
    """What the client wants to do again by its address, in their own words where these were written down."""
    out: dict[str, str] = {}
    for row in rows:
        if row.address.startswith("psfs/") and row.address.count("/") == 1:
            said = row.about.get("words") or out.get(row.address)
            out[row.address] = said or row.address.removeprefix("psfs/").replace("-", " ")
    return out


def goals(folder: Folder, today: date, rows: list[Measurement]) -> tuple[str, ...]:
    """The goals in force that are not among the activities, in the client's words."""
    course = courses(folder)
    force = in_force(course[-1], today.isoformat()) if course else None
    rated = activities(rows)
    return tuple(g.words for g in force.goals if g.words and not set(texts(g.measure)) & rated.keys()) if force else ()


def instruments(opened: Opened, rows: list[Measurement]) -> list[Mapping[str, Any]]:
    """Entries of the questionnaires and diaries that were filled in before, in order of their first time."""
    ids = dict.fromkeys(row.address.partition("/")[0] for row in rows)
    items = (opened.library.item("instrument", id) for id in ids if id not in _RATED)
    return [item.data for item in items if item and item.data.get("kind") != "performance"]


def homework(opened: Opened, folder: Folder, today: date) -> list[str]:
    """Names of the lines in force on the day, without those the client declined."""
    course = courses(folder)
    force = in_force(course[-1], today.isoformat()) if course else None
    if force is None:
        return []
    out = []
    refused = refused_lines(as_of(course[-1], today.isoformat()), force.homework)
    for line in active(course[-1], force, None, today):
        if line.name in refused:
            continue
        item = opened.library.item("exercise", line.do)
        out.append(item.name if item else line.words or line.do.replace("-", " "))
    return out


def earlier(opened: Opened, rows: list[Measurement]) -> list[Earlier]:
    """The newest figure of each thing the therapist measured; both sides in one line."""
    from ..documents.form_view import Earlier

    last: dict[str, dict[str | None, str]] = {}
    for row in rows:
        alone = row.charted and row.trial is None  # of several readings, the one they are joined to
        if _by_hand(opened, row.address) and alone and row.value.text and not row.value.is_nothing:
            last.setdefault(row.address, {})[row.side] = row.value.text
    return [Earlier(_name(opened, address), _sides(figures)) for address, figures in last.items()]


def _by_hand(opened: Opened, address: str) -> bool:
    """Whether a figure is taken by the therapist and not told by the client."""
    family, _, rest = address.partition("/")
    if rest:
        return family in _BY_HAND and "/" not in rest
    item = opened.library.item("instrument", family)
    return item is not None and item.data.get("kind") == "performance"


def _sides(figures: Mapping[str | None, str]) -> str:
    return ", ".join(f"{side} {figure}" if side else figure for side, figure in figures.items())


def _name(opened: Opened, address: str) -> str:
    """What a figure is called: the movement by its name, strength by what is strong."""
    family, _, rest = address.partition("/")
    item = opened.library.item("movement", rest) if rest else opened.library.item("instrument", family)
    name = item.name if item else (rest or family).replace("-", " ")
    return f"{family.capitalize()}: {name}" if rest and family != "rom" else name
