"""A movement is larger or smaller than a joint goes.

What
----
A range of motion lies outside the entry limits of the library. These limits are wide: they catch slips of the
finger, and say nothing about health. A figure in another unit than the movement's is left alone.

Why
---
580 degrees are 58 with a key pressed twice. Left as it is, the figure bends the chart out of shape and makes
the next visit look like a collapse.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      rom: {lumbar-flexion: 580}

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      rom: {lumbar-flexion: 58}

Source
------
House rule. The limits are entry limits chosen for the library, wider than any published normal range.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from . import ranges

if TYPE_CHECKING:
    from .base import ClientCase

_FIGURES = frozenset(("number", "range", "bound", "stat"))


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each movement outside its entry limits."""
    library = case.context.library
    house = case.context.house
    for address, rows in case.figures.items():
        limits = ranges.of_movement(library, address[4:]) if address.startswith("rom/") else None
        if limits is None:
            continue
        for row in rows:
            if row.value.kind not in _FIGURES or limits.holds(row.value):
                continue
            if ranges.in_unit_of(row, limits.unit, house):
                message = f"{address[4:]} of {limits} {limits.unit} is taken for possible; this lies outside."
                hint = ranges.one_key_too_many(row.value.text, limits) or "measure again, or add a note: why it is so"
                yield Finding("movement-beyond-limits", message, row.origin, hint)
