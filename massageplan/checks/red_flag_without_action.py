"""A red flag was answered yes, and nothing was done about it.

What
----
A screening question by which somebody else comes first (emergency, or refer before treating) was answered yes. Neither
that answer nor a later one to the same question has `did:` or `cleared:`, and there is no referral to anybody on that
day or after it. It is told once for each question.

Why
---
A yes to one of these questions can mean an illness that is treated too late. What was done about it belongs into the
record on the same day, even if it was only: sent home, rings the clinic.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    reason: low back
    screening:
      weight-loss: yes

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    reason: low back
    screening:
      weight-loss: {answer: yes, did: rang Dr Singh with her and got Thursday}

Source
------
House rule. What each question asks for stands in its entry of the library, with its sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.screening import acts
from ..findings import Finding

if TYPE_CHECKING:
    from ..clinical.screening import Answer
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each grave question with a yes that nobody acted on."""
    pending: dict[str, Answer] = {}
    for answer in case.answers:
        if answer.did or answer.cleared:
            pending.pop(answer.id, None)
        elif answer.answer == "yes":
            pending.setdefault(answer.id, answer)
    for answer in pending.values():
        act = acts(case.context.library, answer.id)
        if act is None or not act.is_grave or _referred(case, answer):
            continue
        calls = "emergency care" if act.action == "emergency" else "a referral before treatment"
        message = f"{act.id} is yes, which calls for {calls}, and the record does not say what was done."
        hint = "add did: to the answer with what you did, cleared: with who and when, or the referral"
        yield Finding("red-flag-without-action", message, answer.span, hint)


def _referred(case: ClientCase, answer: Answer) -> bool:
    """Whether somebody was written to on the day of an answer or later; without dates, after it."""
    entries, day = case.folder.entries, answer.entry.day
    at = next(n for n, entry in enumerate(entries) if entry is answer.entry)
    return any(
        getattr(entry.record, "to", None) and (entry.day >= day if entry.day and day else n > at)
        for n, entry in enumerate(entries)
        if entry.kind == "referral"
    )
