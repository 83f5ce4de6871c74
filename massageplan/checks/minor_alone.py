"""A visit of a child does not say who else was there.

What
----
The client was under 16 on the day of a visit that was kept, and the session has no `present:`, or says `none` or
`unknown` there.

Why
---
Whoever was in the room can say later what was done and how; that protects the child and the therapist. It is a
rule of this house: what the law asks for, and up to which age, differs by place. Where a child came alone by
agreement, say so under `allow:`.

Wrong
-----
clients/jd-7k2m/client.yaml::

    name: Jo Doe
    born: 2013-05-04
    guardian: {name: Rosa Lind, relation: mother}

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}

Right
-----
clients/jd-7k2m/client.yaml::

    name: Jo Doe
    born: 2013-05-04
    guardian: {name: Rosa Lind, relation: mother}

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    present: mother
    measures: {pain: 4 -> 2}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.age import younger_before
from ..findings import Finding
from ..records.base import texts
from ..records.care import Session

if TYPE_CHECKING:
    from .base import ClientCase

AGE = 16
_NOBODY = frozenset(("none", "unknown", ""))


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each kept visit of a child with nobody else named."""
    limit = younger_before(case.folder, AGE)
    if not limit:
        return
    for entry in case.folder.entries:
        session = entry.record
        if entry.day is None or entry.day >= limit or not isinstance(session, Session) or not session.took_place:
            continue
        if _NOBODY.issuperset(texts(session.present)):
            message = f"This client was under {AGE}, and the visit does not say who else was present."
            span = entry.span(("present",) if session.present else ("date",))
            yield Finding("minor-alone", message, span, "add who was in the room, such as present: mother")
