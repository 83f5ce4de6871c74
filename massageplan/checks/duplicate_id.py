"""The same name or the same figure stands twice where only one can be meant.

What
----
Two goals of a plan, two lines of homework in a list, two symptoms, two therapists or two colleagues have one
id; or a record gives the same figure (same place, side and moment) in two places.

Why
---
Later records point at a goal, a line or a symptom by its id. With two of one name, a change falls on the wrong
one. Of two figures for the same thing, nobody knows which one you read off.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      rom: {lumbar-flexion: 40}
      rom/lumbar-flexion: 42

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      rom: {lumbar-flexion: [40, 42]}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..clinical.measures import split_place
from ..findings import Finding
from ..records.base import texts
from ..records.care import Plan

if TYPE_CHECKING:
    from ..clinical.measures import Measurement
    from ..records.folder import Entry
    from ..span import Path
    from ..text.document import Document
    from .base import ClientCase, Context


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each second goal, line, symptom or figure of the same name in a record."""
    for entry in case.folder.entries:
        record = entry.record
        if isinstance(record, Plan) and isinstance(record.goals, tuple):
            goals = [(goal.id, ("goals", n, "id")) for n, goal in enumerate(record.goals)]
            yield from _twice(goals, entry.document, "goal", "rename one of the two")
        symptoms = getattr(record, "symptoms", None)
        if isinstance(symptoms, tuple) and len(symptoms) > 1:
            names = [(_symptom(symptom), ("symptoms", n)) for n, symptom in enumerate(symptoms)]
            yield from _twice(names, entry.document, "symptom", "give one of the two an id: of its own")
        yield from _lines(entry)
    yield from _figures(case)


def check_practice(context: Context) -> Iterator[Finding]:
    """One finding for each second therapist or colleague of the same id."""
    house = context.house
    staff = [(t.id, ("therapists", n, "id")) for n, t in enumerate(house.practice.therapists)]
    yield from _twice(staff, house.practice_document, "therapist", "give one of the two another id")
    if house.network and house.network_document:
        people = [(p.id, ("people", n, "id")) for n, p in enumerate(house.network.people)]
        yield from _twice(people, house.network_document, "colleague", "give one of the two another id")


def _lines(entry: Entry) -> Iterator[Finding]:
    lines = getattr(entry.record, "homework", None)
    if isinstance(lines, tuple) and len(lines) > 1:
        names = [(item.name, ("homework", n)) for n, item in enumerate(lines) if not item.stop]
        yield from _twice(names, entry.document, "line of homework", "give one of the two an id: of its own")


def _twice(names: Iterable[tuple[str, Path]], document: Document, what: str, hint: str) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for name, path in names:
        if name not in first:
            first[name] = path
            continue
        other = (document.locate(first[name]),)
        yield Finding("duplicate-id", f"This is the second {what} {name}.", document.locate(path), hint, other)


def _symptom(symptom: Any) -> str:
    """The kind of a symptom and its name, as figures address it."""
    places = texts(symptom.where)
    return f"{symptom.what or 'pain'}/{symptom.id or (split_place(places[0])[1] if places else '')}".strip("/")


def _figures(case: ClientCase) -> Iterator[Finding]:
    """Rows of one address are in the order of records, so one record's lie together."""
    for address, rows in case.figures.items():
        start = 0
        for n in range(1, len(rows)):
            row = rows[n]
            if row.entry is not rows[n - 1].entry:
                start = n
                continue
            twin = next(
                (r for r in rows[start:n] if r.side == row.side and r.at == row.at and _same_figure(r, row)), None
            )
            if twin:
                message = f"{address} stands twice in this record."
                hint = "keep one; repeat readings are a list, and before and after is 6 -> 4"
                yield Finding("duplicate-id", message, row.origin, hint, (twin.origin,))


def _same_figure(a: Measurement, b: Measurement) -> bool:
    """Whether two rows of one address and side say the same, and are no repeat readings."""
    return a.when == b.when and a.unit == b.unit and a.facets == b.facets and not _same_list(a.path, b.path)


def _same_list(a: Path, b: Path) -> bool:
    """Whether two readings are repeats on one occasion."""
    return a == b or (len(a) == len(b) and a[:-1] == b[:-1] and isinstance(a[-1], int) and isinstance(b[-1], int))
