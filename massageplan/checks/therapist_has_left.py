"""A record is dated after its therapist has left.

What
----
The therapist of the record, the one it names or the only one there is, has `until:` in practice.yaml, and the
record's date lies after it. A year or a month holds to its end. What they recorded before that stays as it is.

Why
---
Either somebody else made the record and must stand behind it, or the date is a slip, or `until:` is.

Wrong
-----
practice.yaml::

    format: 0
    name: Riverside Massage
    therapists:
      - {id: rivera, until: 2026-08}
      - {id: moss}

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    therapist: rivera
    measures: {pain: 4 -> 2}

Right
-----
practice.yaml::

    format: 0
    name: Riverside Massage
    therapists:
      - {id: rivera, until: 2026-08}
      - {id: moss}

clients/jd-7k2m/2026-08-31-session.yaml::

    date: 2026-08-31
    therapist: rivera
    measures: {pain: 6 -> 4}

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    therapist: moss
    measures: {pain: 4 -> 2}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import house_therapist

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each record of a therapist who was no longer here on its day."""
    house = case.context.house
    if all(therapist.until is None for therapist in house.practice.therapists):
        return
    for entry in case.folder.entries:
        therapist = house_therapist(case, entry)
        if therapist is None or entry.day is None or not therapist.left_by(entry.day):
            continue
        message = f"{therapist.id} worked here until {therapist.until}, and this record is dated {entry.day}."
        place = house.practice.therapists.index(therapist)
        left = house.practice_document.locate(("therapists", place, "until"))
        span = entry.span(("therapist",) if entry.record.therapist else ("date",))
        hint = "name who made it in therapist:, or mend the date, or until: in practice.yaml"
        yield Finding("therapist-has-left", message, span, hint, (left,))
