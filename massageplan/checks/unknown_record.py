"""A record points at another one that is not in the folder.

What
----
Records are named by their file name without the ending: `2026-09-07-assessment`. Here `assessment`, `of`,
`amends`, `consent` or `after` names a file that this client does not have. An amendment with `strike: record` may
name one that is gone: the record was dropped, and the amendment says why.

Why
---
A plan rests on its assessment, a letter on its consent, a correction on what it corrects. If the other record
cannot be found, what rests on it cannot be shown.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    symptoms: [{where: lumbar, now: 4}]

clients/jd-7k2m/2026-09-10-plan.yaml::

    date: 2026-09-10
    assessment: 2026-09-10-assessment
    goals: unknown

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    symptoms: [{where: lumbar, now: 4}]

clients/jd-7k2m/2026-09-10-plan.yaml::

    date: 2026-09-10
    assessment: 2026-09-07-assessment
    goals: unknown

clients/jd-7k2m/2026-09-11-amendment.yaml::

    date: 2026-09-11
    amends: 2026-09-10-session
    who: rivera
    why: Written for another client.
    strike: record

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, did_you_mean
from ..records.after import Amendment, Discharge, Event, Followup, Referral
from ..records.care import Checkin, Plan, Session
from ..records.kinds import read_stem

if TYPE_CHECKING:
    from ..records.folder import Entry
    from ..span import Path
    from .base import ClientCase

_SILENT = frozenset(("history", "consent", "assessment"))
"""Kinds that point at no other record."""


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each name of a record that no file of the folder has, usable or not."""
    known: set[str] = set()
    for entry in case.folder.entries:
        if entry.kind in _SILENT or (entry.kind == "session" and getattr(entry.record, "adverse", None) is None):
            continue
        for stem, path in _named(entry):
            known = known or _stems(case)
            if stem not in known:
                hint = did_you_mean(stem, known) or "name a file of this folder, without its ending"
                yield Finding("unknown-record", f"This client has no record {stem}.", entry.span(path), hint)


def _stems(case: ClientCase) -> set[str]:
    unusable = {name.rpartition(".")[0] for name in case.folder.left_out}
    return unusable | {entry.stem for entry in case.folder.entries}


def _named(entry: Entry) -> Iterator[tuple[str, Path]]:
    record = entry.record
    if isinstance(record, Plan) and record.assessment:
        yield record.assessment, ("assessment",)
    elif isinstance(record, Referral) and record.consent:
        yield record.consent, ("consent",)
    elif isinstance(record, Followup) and record.of:
        yield record.of, ("of",)
    elif isinstance(record, Amendment) and record.amends and record.strike is None:
        yield record.amends, ("amends",)
    elif isinstance(record, Event):
        yield from ((text, (key,)) for key in ("of", "after") if _is_stem(text := getattr(record, key)))
    elif isinstance(record, Session | Checkin | Discharge) and isinstance(record.adverse, tuple):
        for n, adverse in enumerate(record.adverse):
            if adverse.after and _is_stem(adverse.after):
                yield adverse.after, ("adverse", n, "after")


def _is_stem(text: str | None) -> bool:
    """Whether a free text is meant as the name of a record."""
    return text is not None and " " not in text and read_stem(text) is not None
