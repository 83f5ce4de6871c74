"""A client under 18 has no guardian.

What
----
The client was under 18 on the day of the newest record, by `born` or by `age` with `as-of`, and client.yaml does
not say who decides or acts for them. A birth known by its year alone counts only if no day of that year would make
them 18.

Why
---
Somebody has to agree to the treatment, be there, and be called. From which age someone decides alone differs by
place and by question: look up what holds for you. Where this client decides alone, say so under `allow:` in
client.yaml.

Wrong
-----
clients/jd-7k2m/client.yaml::

    name: Jo Doe
    born: 2013-05-04

clients/jd-7k2m/2026-09-07-event.yaml::

    date: 2026-09-07
    what: injury
    words: Fell off her bike.

Right
-----
clients/jd-7k2m/client.yaml::

    name: Jo Doe
    born: 2013-05-04
    guardian: {name: Rosa Lind, relation: mother, phone: 519-555-0111}

clients/jd-7k2m/2026-09-07-event.yaml::

    date: 2026-09-07
    what: injury
    words: Fell off her bike.

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.age import ADULT, younger_before
from ..findings import Finding

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """At most one finding, where the client's age stands."""
    client, document = case.folder.client, case.folder.client_document
    if client is None or document is None or client.guardian is not None:
        return
    limit = younger_before(case.folder, ADULT)
    newest = max((entry.day or "" for entry in case.folder.entries), default="") if limit else ""
    if newest and newest < limit:
        message = f"This client was under {ADULT} on {newest}, and client.yaml names no guardian."
        span = document.locate(("born",) if client.born else ("age",))
        yield Finding("minor-without-guardian", message, span, "add guardian: {name: Rosa Lind, relation: mother}")
