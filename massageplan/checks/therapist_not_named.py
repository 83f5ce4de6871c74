"""Several therapists work here, and a record does not say whose it is.

What
----
practice.yaml lists several therapists, and an assessment, consent, plan, session or discharge has no
`therapist:`. Only those who worked here on its day count, by their `since:` and `until:`; if that was one person,
nobody need be named. Told once a client.

Why
---
A record without a name has no author: nobody can be asked about it, and the skills of whoever did the work cannot
be looked at.

Wrong
-----
practice.yaml::

    format: 0
    name: Riverside Massage
    therapists: [{id: rivera}, {id: moss}]

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}

Right
-----
practice.yaml::

    format: 0
    name: Riverside Massage
    therapists: [{id: rivera}, {id: moss, since: 2026-09}]

clients/jd-7k2m/2026-08-31-session.yaml::

    date: 2026-08-31
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

if TYPE_CHECKING:
    from ..records.folder import Entry
    from .base import ClientCase

NAME = "therapist-not-named"
KINDS = ("assessment", "consent", "plan", "session", "discharge")
"""Kinds that somebody must stand behind."""


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding a client, at the first record without a name; a record that allows it is told by itself."""
    staff = case.context.house.practice.therapists
    if len(staff) < 2:
        return
    unnamed: list[Entry] = []
    for entry in case.folder.of_kind(*KINDS):
        if entry.record.therapist is None and sum(therapist.here_on(entry.day) for therapist in staff) != 1:
            if NAME in (entry.record.allow or ()):
                yield _finding([entry])
            else:
                unnamed.append(entry)
    if unnamed:
        yield _finding(unnamed)


def _finding(entries: list[Entry]) -> Finding:
    n = len(entries)
    many = f"{n} records of this client do not say which therapist made them."
    message = "This record does not say which therapist made it." if n == 1 else many
    spans = [entry.dated_at for entry in entries]
    return Finding(
        NAME,
        message,
        spans[0],
        "add therapist: with an id from practice.yaml, or since: there to whoever came later",
        tuple(spans[1:]),
    )
