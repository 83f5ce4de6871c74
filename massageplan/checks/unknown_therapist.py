"""A record names a therapist whom practice.yaml does not list.

What
----
`therapist:` of a record, or `who:` of an amendment, is not the id of anyone in the practice.

Why
---
A record is signed by this id. If it points at nobody, the record has no author, and the therapist's skills
cannot be looked at.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    therapist: rivers
    measures: {pain: 4 -> 2}

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    therapist: rivera
    measures: {pain: 4 -> 2}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, did_you_mean
from ..records.after import Amendment

if TYPE_CHECKING:
    from ..span import Span
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each therapist whom the practice does not know."""
    staff = {therapist.id for therapist in case.context.house.practice.therapists}
    for entry in case.folder.entries:
        record = entry.record
        if record.therapist is not None and record.therapist not in staff:
            yield _finding(record.therapist, staff, entry.span(("therapist",)))
        if isinstance(record, Amendment) and record.who is not None and record.who not in staff:
            yield _finding(record.who, staff, entry.span(("who",)))


def _finding(id: str, staff: set[str], span: Span) -> Finding:
    hint = did_you_mean(id, staff) or "add them to therapists: in practice.yaml"
    return Finding("unknown-therapist", f"There is no therapist {id} here.", span, hint)
