"""Two visits of one day, and nothing tells them apart.

What
----
Two sessions that took place have the same date, and not both say when they began.

Why
---
A visit that was entered twice counts twice: as visits kept, in the plan, and in what the client paid. Two real visits
on a day are told apart by `start:`.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}

clients/jd-7k2m/2026-09-07-session-2.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    start: 09:00
    measures: {pain: 4 -> 2}

clients/jd-7k2m/2026-09-07-session-2.yaml::

    date: 2026-09-07
    start: 17:30
    measures: {pain: 3 -> 2}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.care import Session

if TYPE_CHECKING:
    from ..records.folder import Entry
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each day with visits that may be one, at the later of them."""
    days: dict[str, list[Entry]] = {}
    for entry in case.folder.entries:
        if entry.kind == "session" and entry.day and isinstance(entry.record, Session) and entry.record.took_place:
            days.setdefault(entry.day, []).append(entry)
    for visits in days.values():
        if len(visits) > 1 and not _told_apart(visits):
            first, *_, last = visits
            hint = f"if it is one visit: mplan drop {case.folder.code} {last.stem}; else say start: in both"
            message = f"There are {len(visits)} visits of this day, and not all say when they began."
            yield Finding("visit-recorded-twice", message, last.span(("date",)), hint, (first.span(("date",)),))


def _told_apart(visits: list[Entry]) -> bool:
    begun = {start for v in visits if (start := getattr(v.record, "start", None))}
    return len(begun) == len(visits)
