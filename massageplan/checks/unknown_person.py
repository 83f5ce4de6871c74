"""A record names a colleague whom network.yaml does not list.

What
----
A referral, its answer, a consent to release, a planned referral or the client's `team` names a professional
who is not among `people:` in network.yaml.

Why
---
A letter needs an address, and a release names exactly one receiver. With an id that points at nobody, the
letter cannot be written, and it is unclear who may see the client's records.

Wrong
-----
clients/jd-7k2m/2026-09-21-referral.yaml::

    date: 2026-09-21
    to: okafer
    why: Is it safe to load the leg?

Right
-----
clients/jd-7k2m/2026-09-21-referral.yaml::

    date: 2026-09-21
    to: okafor
    why: Is it safe to load the leg?

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, did_you_mean
from ..records.after import Discharge, Followup, Referral
from ..records.base import texts
from ..records.care import Consent, Plan
from ..records.parts import ConsentItem

if TYPE_CHECKING:
    from ..records.folder import Entry
    from ..span import Path, Span
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each person who is neither in the network nor in the practice, nor the client."""
    house = case.context.house
    if house.network is None and house.network_document is not None:
        return  # network.yaml has findings of its own
    known = {person.id for person in house.network.people} if house.network else set()
    also = {"client", *(therapist.id for therapist in house.practice.therapists)}
    for id, span in _named(case):
        if id not in known and id not in also:
            hint = did_you_mean(id, known) or "add them to network.yaml"
            yield Finding("unknown-person", f"There is no {id} in network.yaml.", span, hint)


def _named(case: ClientCase) -> Iterator[tuple[str, Span]]:
    client, document = case.folder.client, case.folder.client_document
    if client and document and client.team is not None:
        alone = isinstance(client.team, str)
        for n, id in enumerate(texts(client.team)):
            yield id, document.locate(("team",) if alone else ("team", n))
    for entry in case.folder.of_kind("referral", "followup", "plan", "discharge", "consent"):
        for named, path in _of_record(entry):
            if named is not None:
                yield named, entry.span(path)


def _of_record(entry: Entry) -> Iterator[tuple[str | None, Path]]:
    record = entry.record
    if isinstance(record, Referral):
        yield record.to, ("to",)
        yield record.from_, ("from",)
    elif isinstance(record, Followup):
        yield record.from_, ("from",)
    elif isinstance(record, Plan | Discharge):
        if isinstance(record.referrals, tuple):
            for n, referral in enumerate(record.referrals):
                yield referral.to, ("referrals", n, "to")
    elif isinstance(record, Consent):
        for key in ("gives", "refuses", "withdraws"):
            listed = getattr(record, key)
            for n, item in enumerate(listed if isinstance(listed, tuple) else ()):
                if isinstance(item, ConsentItem):
                    yield item.to, (key, n, "to")
