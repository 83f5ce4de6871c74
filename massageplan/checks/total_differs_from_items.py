"""The total that was typed is not what the answers come to.

What
----
A questionnaire has both its total (`value`) and its answers (`items`), and the rule of the library gives another
total. A total rounded to fewer decimals is fine, and so is a second published way to add up, where there is one.

Why
---
One of the two has a slip. The plan is judged by the total, so a slip of a few points can look like progress.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      peg: {value: 7, items: [6, 7, 5]}

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      peg: {value: 6, items: [6, 7, 5]}

Source
------
The rule of each instrument stands in its library entry, with the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..findings import Finding

if TYPE_CHECKING:
    from ..clinical.measures import Measurement
    from ..clinical.scoring import Score
    from ..clinical.value import Value
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each typed total that its answers do not give."""
    for row in case.rows:
        if row.items and row.path[-1] == "items":
            typed = _typed(case, row)
            if typed is not None:
                yield from _of(case, row, typed)


def _typed(case: ClientCase, row: Measurement) -> Measurement | None:
    """The total that stands beside the answers."""
    beside = (*row.path[:-1], "value")
    rows = case.figures[row.address]
    return next((r for r in rows if r.path == beside and r.entry is row.entry), None)


def _of(case: ClientCase, row: Measurement, typed: Measurement) -> Iterator[Finding]:
    from ..clinical.scoring import score

    item = case.context.library.item("instrument", row.address)
    found = score(item.data, row.items) if item else None
    if item is None or found is None or found.total is None or _is_said(typed, found, item.data):
        return
    message = f"The answers of {row.address} come to {found.text}, not to what was typed."
    yield Finding("total-differs-from-items", message, typed.origin, "look at the form again", (row.origin,))


def _is_said(typed: Measurement, found: Score, instrument: dict[str, Any]) -> bool:
    """Whether the typed total is one of those the answers give; what is no plain figure is never judged."""
    value = typed.value
    if value.number is None or value.kind not in ("number", "ratio") or value.about:
        return True
    if value.kind == "ratio" and value.over != float(instrument["range"]["max"]):
        return True
    if typed.unit == "%" and instrument["unit"] != "%":
        return found.percent is None or _same(value, found.percent)
    return any(_same(value, total) for total in (found.total, found.second) if total is not None)


def _same(value: Value, total: float) -> bool:
    """Whether a figure is the total, rounded to as many decimals as it was typed with."""
    digits = value.text.replace(",", ".").split("/")[0].partition(".")[2]
    decimals = len(digits) - len(digits.lstrip("0123456789"))
    return value.number is not None and abs(value.number - total) <= 0.5 * 10**-decimals + 1e-9
