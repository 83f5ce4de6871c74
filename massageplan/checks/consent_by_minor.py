"""A child's consent to treatment stands alone.

What
----
The client was under 16 on the day of a consent to treatment, and it is given by the client: `who` is missing or
says `client`. A child's own yes is written `how: assent`. It is fine beside a consent to treatment which the
guardian gave on the same day or before, and has not taken back.

Why
---
A child should be asked, and somebody who may decide for them must agree as well. From which age someone decides
alone differs by place and by question: look up what holds for you, and where it is this client, say so under
`allow:`.

Wrong
-----
clients/jd-7k2m/client.yaml::

    name: Jo Doe
    born: 2013-05-04
    guardian: {name: Rosa Lind, relation: mother}

clients/jd-7k2m/2026-09-07-consent.yaml::

    date: 2026-09-07
    who: client
    gives: [treatment]
    how: signed

Right
-----
clients/jd-7k2m/client.yaml::

    name: Jo Doe
    born: 2013-05-04
    guardian: {name: Rosa Lind, relation: mother}

clients/jd-7k2m/2026-09-07-consent.yaml::

    date: 2026-09-07
    who: {name: Rosa Lind, relation: mother}
    gives: [treatment]
    how: signed

clients/jd-7k2m/2026-09-07-consent-2.yaml::

    date: 2026-09-07
    who: client
    gives: [treatment]
    how: assent

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.age import CHILD, younger_before
from ..findings import Finding
from ..records.care import Consent

if TYPE_CHECKING:
    from ..records.folder import Entry
    from ..records.parts import Consents
    from ..records.people import Client
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each consent to treatment that a child gave without a guardian's."""
    client = case.folder.client
    limit = younger_before(case.folder, CHILD)
    if client is None or not limit:
        return
    from ..clinical.minors import is_childs_own

    consents = case.folder.of_kind("consent")
    for entry in consents:
        consent = entry.record
        if not isinstance(consent, Consent) or not is_childs_own(entry, client, limit) or not _treatment(consent.gives):
            continue
        assent = consent.how == "assent"
        if assent and _guardian_agrees(consents, client, entry.day or ""):
            continue
        yield _finding(entry, consent, assent)


def _finding(entry: Entry, consent: Consent, assent: bool) -> Finding:
    if assent:
        message = f"This client was under {CHILD} and says yes, and no guardian's consent to treatment stands yet."
        hint = "add a consent of that day or before, with who: {name: Rosa Lind, relation: mother}"
    else:
        message = f"This client was under {CHILD}, and the consent to treatment is given by the client alone."
        hint = "put the guardian in who: {name: Rosa Lind, relation: mother}, or write how: assent beside their consent"
    return Finding("consent-by-minor", message, entry.span(("who",) if consent.who else ("gives",)), hint)


def _treatment(items: Consents) -> bool:
    listed = (items,) if isinstance(items, str) else items or ()
    return any((item if isinstance(item, str) else item.for_) == "treatment" for item in listed)


def _guardian_agrees(consents: list[Entry], client: Client, day: str) -> bool:
    """Whether somebody else's last word on treatment, up to a day, is a yes."""
    from ..clinical.minors import is_by_client

    agrees = False
    for entry in consents:
        consent = entry.record
        if not isinstance(consent, Consent) or is_by_client(consent, client):
            continue
        if entry.day is not None and entry.day <= day:
            if _treatment(consent.gives):
                agrees = True
            elif _treatment(consent.refuses) or _treatment(consent.withdraws):
                agrees = False
    return agrees
