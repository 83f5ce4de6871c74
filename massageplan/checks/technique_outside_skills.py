"""A therapist uses a technique that is not among their skills.

What
----
A plan or a session names a technique that the therapist of the record does not list under `skills:` in
practice.yaml. A therapist who lists none is not asked, and plain `massage` is everybody's.

Why
---
Some techniques need training, and in many places a licence. Either the skill is missing from practice.yaml, or
the work should be in other hands.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    therapist: rivera
    did: [dry-needling right gluteus-medius 5 min]

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    therapist: rivera
    did: [petrissage right gluteus-medius 15 min]

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, did_you_mean
from ..records.base import texts
from .base import house_therapist

if TYPE_CHECKING:
    from .base import ClientCase

_EVERYBODYS = "massage"


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each technique of the library that its user has not named as a skill."""
    known = case.context.library.ids("technique")
    therapist, entry = None, None
    for use in case.uses:
        if use.entry is not entry:
            entry = use.entry
            therapist = house_therapist(case, entry)
        if therapist is None or therapist.skills is None or use.id in texts(therapist.skills):
            continue
        if use.id in known and use.id != _EVERYBODYS and use.who is None:
            message = f"{use.id} is not among the skills of {therapist.id}."
            near = did_you_mean(use.id, texts(therapist.skills))
            hint = near or f"add it to skills: of {therapist.id} in practice.yaml, or refer"
            yield Finding("technique-outside-skills", message, use.entry.span(use.path), hint)
