"""The name of a file gives another day than the record in it.

What
----
A record begins its file name with its date, or with its moment written with hyphens. Here the name and the
`date:` (or `when:`) inside do not agree.

Why
---
You find a visit by the file name, and the chart is ordered by it. If the two differ, one of them is wrong, and
in a year nobody can say which.

Wrong
-----
clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-15
    measures: {pain: 4 -> 2}

Right
-----
clients/jd-7k2m/2026-09-15-session.yaml::

    date: 2026-09-15
    measures: {pain: 4 -> 2}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..patterns import lazy

if TYPE_CHECKING:
    from ..records.folder import Entry
    from .base import ClientCase

_LEADING_ZEROS = lazy(r"\b0+(?=[0-9])")


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each record whose name tells another day or moment than its content."""
    for entry in case.folder.entries:
        if entry.dated and entry.record.date == entry.moment:
            continue
        key = _differing_key(entry)
        if key:
            said = getattr(entry.record, key)
            message = f"The file name says {entry.moment}, and {key} says {said}."
            yield Finding("date-differs-from-name", message, entry.span((key,)), f"rename the file, or mend {key}:")


def _differing_key(entry: Entry) -> str | None:
    date, when = entry.record.date, entry.record.when
    if entry.dated:
        if date is not None:
            return None if date == entry.moment else "date"
        return None if when is None or when.startswith(entry.moment) else "when"
    if when is None:
        return "date"
    return None if _as_name(when) == _as_name(entry.moment) else "when"


def _as_name(moment: str) -> str:
    """A moment as a file name writes it; `about` and leading zeros may be left out."""
    return _LEADING_ZEROS.sub("", moment.removeprefix("about").strip(" -").replace(" ", "-").replace(":", "-"))
