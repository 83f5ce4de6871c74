"""A score lies outside its scale.

What
----
A figure of an instrument, of pain or of tenderness, is lower or higher than its scale goes; or it has more points
than the maximum written behind it. Pain runs from 0 to 10, and to 100 on a visual scale or in mm. A figure in
another unit than the instrument's is left alone. How sure a client is of the plan (`confidence`) runs from 0 to 10.

Why
---
A typing slip here looks like a large change for the better or the worse, and decisions rest on it.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    symptoms: [{where: lumbar, now: 44}]
    measures: {psfs/lift-daughter: 12, rmdq: 25/24}

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    symptoms: [{where: lumbar, now: 4}]
    measures: {psfs/lift-daughter: 2, rmdq: 15/24}

Source
------
The range of each instrument stands in its library entry, with the source. Pain scales: Farrar 2001, Jensen 2003.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ..findings import Finding
from . import ranges
from .ranges import Range

if TYPE_CHECKING:
    from ..clinical.measures import Measurement
    from ..library.catalogue import Library
    from ..records.folder import Entry
    from .base import ClientCase

_FIGURES = frozenset(("number", "ratio", "range", "bound", "stat", "duration"))
_LEVELS = frozenset(("now", "worst", "least", "usual", "rest", "moving", "night", "hurts", "tender"))
_TO_TEN = frozenset(("nprs", "nrs", "numeric", "0-10", "vas"))
_PAIN = Range(0, 10, "points")
_PAIN_TO_100 = Range(0, 100, "mm")


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each figure outside its scale."""
    library = case.context.library
    for address, rows in case.figures.items():
        kind = _kind(library, address)
        for row in rows if kind else ():
            fault = _fault(case, row, kind) if row.value.kind in _FIGURES else None
            if fault:
                yield Finding("score-outside-range", fault[0], row.origin, fault[1] or "look at the form again")
    for entry in case.folder.entries:
        if entry.kind in ("plan", "followup"):
            yield from _sure(entry)


def _sure(entry: Entry) -> Iterator[Finding]:
    """Of a confidence that is a figure and no figure of its scale."""
    agreed = getattr(entry.record, "agreed", None)
    text = agreed.confidence if agreed else getattr(entry.record, "confidence", None)
    if text is None:
        return
    from ..clinical.values import read

    value = read(text)
    scale = Range(0, 100, "%") if value.unit == "%" else Range(0, value.over or 10, "points")
    if value.kind in _FIGURES and not scale.holds(value):
        message = f"How sure a client is runs from {scale} here."
        help = ranges.one_key_too_many(text, scale) or "ask again, from 0 (not sure at all) to 10 (quite sure)"
        yield Finding(
            "score-outside-range", message, entry.span(("agreed", "confidence") if agreed else ("confidence",)), help
        )


@lru_cache(maxsize=4096)
def _kind(library: Library, address: str) -> Literal["instrument", "pain", "grade"] | None:
    """What sort of scale an address has, if it has one."""
    family = address.partition("/")[0]
    if library.has("instrument", family):
        return "instrument"
    if family == "pain" or address.endswith(("/hurts", "/tender")):
        return "pain"
    return "grade" if family in ("strength", "reflex") else None


def _fault(case: ClientCase, row: Measurement, kind: str | None) -> tuple[str, str | None] | None:
    value = row.value
    if value.kind == "ratio" and value.over is not None and value.high is not None and value.high > value.over:
        return f"{value.high:g} is more than the maximum of {value.over:g} behind it.", None
    if kind == "instrument":
        return _of_instrument(case, row)
    return _of_pain(case, row) if kind == "pain" else None


def _of_instrument(case: ClientCase, row: Measurement) -> tuple[str, str | None] | None:
    scale = ranges.of_score(case.context.library, row.address)
    if scale is None or scale.holds(row.value):
        return None
    if row.value.kind == "ratio":
        if row.value.over != scale.high:
            return None  # another scoring of it, or days of days
    elif not ranges.in_unit_of(row, scale.unit, case.context.house):
        return None
    return f"{row.address} runs from {scale}.", ranges.one_key_too_many(row.value.text, scale)


def _of_pain(case: ClientCase, row: Measurement) -> tuple[str, str | None] | None:
    if row.value.kind in ("ratio", "duration") or _PAIN.holds(row.value):
        return None
    parts = row.address.split("/")
    if len(parts) > 2 and parts[-1] not in _LEVELS:
        return None
    house = case.context.house
    said = row.facets.get("scale") or ranges.taken_for_granted(house, row.address, "scale") or "nprs"
    unit = row.unit or ranges.taken_for_granted(house, row.address, "unit")
    if "vas" in said or "100" in said or unit in ("mm", "%"):
        scale = _PAIN_TO_100
    elif said in _TO_TEN and ranges.in_unit_of(row, _PAIN.unit, house):
        scale = _PAIN
    else:
        return None  # a scale we do not know
    if scale.holds(row.value):
        return None
    return f"Pain runs from {scale} here.", ranges.one_key_too_many(row.value.text, scale)
