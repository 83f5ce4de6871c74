"""A line of homework that is somebody else's to give.

What
----
The exercise of a line has `scope: refer-physio`, `refer-trainer` or `refer-unless-licensed` in the library, and by that
day nobody of such a profession has been asked: no referral to a person whose `profession` in network.yaml fits, and no
line under `referrals:` of a plan with such a person or such a `profession`. A line that is stopped is not looked at.

Why
---
Some exercises want an eye on nerves, or a spotter, before they are done at home. In many places they lie outside what a
massage therapist may give. Who is licensed for it says so in `title:` of practice.yaml (`physiotherapist`), or under
`allow:`.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: sciatic-slider, reps: 10, often: 2/day}]

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: sciatic-slider, reps: 10, often: 2/day}]
    referrals: [{to: okafor, why: Is this the right slider for her leg?}]

Source
------
House rule. What may be given differs by place and by training.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import house_therapist

if TYPE_CHECKING:
    from ..records.folder import Entry
    from .base import ClientCase

_WHO = {
    "refer-physio": "a physiotherapist",
    "refer-trainer": "a trainer or physiotherapist",
    "refer-unless-licensed": "somebody licensed for it",
}


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each line outside scope with nobody asked by then."""
    if not case.homework:
        return
    from ..clinical.scope import may_give, scope_of

    asked: list[tuple[Entry, str | None]] | None = None
    for line in case.homework:
        scope = scope_of(case.context.library, line.item.do)
        if scope is None or line.item.stop:
            continue
        if asked is None:
            asked = list(_asked(case))
        therapist = house_therapist(case, line.entry)
        if therapist is not None and may_give(scope, therapist.title):
            continue
        if any(may_give(scope, profession) for profession in _by_then(case, asked, line.entry)):
            continue
        message = f"{line.item.do} is for {_WHO[scope]} to give, and nobody of that kind has been asked by then."
        hint = "refer (a referral, or referrals: in the plan), choose another line, or give a reason to allow:"
        yield Finding("homework-outside-scope", message, line.span("do"), hint)


def _asked(case: ClientCase) -> Iterator[tuple[Entry, str | None]]:
    """The profession of each one whom a plan or a referral asks, with the record."""
    network = case.context.house.network
    known = {person.id: person.profession for person in (network.people if network else ())}
    for entry in case.folder.entries:
        if entry.kind == "referral":
            to = getattr(entry.record, "to", None)
            yield entry, known.get(to) if to else None
        listed = getattr(entry.record, "referrals", None)
        for each in listed if isinstance(listed, tuple) else ():
            yield entry, each.profession or known.get(each.to or "")


def _by_then(case: ClientCase, asked: list[tuple[Entry, str | None]], line: Entry) -> Iterator[str | None]:
    order = {entry.stem: n for n, entry in enumerate(case.folder.entries)}
    for entry, profession in asked:
        if entry.day <= line.day if entry.day and line.day else order[entry.stem] <= order[line.stem]:
            yield profession
