"""A red flag was answered yes or unsure, and nothing was done about it.

What
----
A screening question by which somebody else comes first (emergency, or refer before treating) was answered yes or
unsure. Neither that answer nor a later one to the same question has `did:` or `cleared:`, and on that day or after it
there is no referral to somebody who can look into it: a doctor, emergency care, a physiotherapist, whom the question's
own advice names, or anybody whose profession is not known. An unsure is settled by a later no as well. It is told once
for each question. A clearance in another record of the same day counts as a later one.

Why
---
A yes to one of these questions can mean an illness that is treated too late, and so can a client who is not sure. What
was done about it belongs into the record on the same day, even if it was only: sent home, rings the clinic.

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
    from ..clinical.screening import Act, Answer
    from .base import ClientCase

LOOK_INTO_IT = frozenset(("GP", "doctor", "emergency care", "physiotherapist"))
"""Professions (`clinical.professions`) that can look into any sign of serious illness. House rule."""


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each grave question with a yes or an unsure that nobody acted on."""
    for answer in _pending(case.answers):
        act = acts(case.context.library, answer.id)
        if act is None or not act.is_grave or _referred(case, answer, act):
            continue
        calls = "emergency care" if act.action == "emergency" else "a referral before treatment"
        message = f"{act.id} is {answer.answer}, which calls for {calls}, and the record does not say what was done."
        hint = "add did: to the answer with what you did, cleared: with who and when, or the referral"
        yield Finding("red-flag-without-action", message, answer.span, hint)


def _pending(answers: list[Answer]) -> list[Answer]:
    """The first answer to each question that wants an action and has none, then or later; a yes before an unsure."""
    pending: dict[str, Answer] = {}
    cleared = [answer for answer in answers if answer.cleared]
    for answer in answers:
        old = pending.get(answer.id)
        unsure = old is not None and old.answer == "unsure"
        if (
            answer.did
            or answer.cleared
            or any(c.settles(answer) for c in cleared)
            or (unsure and answer.answer == "no")
        ):
            pending.pop(answer.id, None)
        elif (answer.answer == "yes" and unsure) or (answer.answer in ("yes", "unsure") and old is None):
            pending[answer.id] = answer
    return list(pending.values())


def _referred(case: ClientCase, answer: Answer, act: Act) -> bool:
    """Whether somebody who can look into it was written to on the day of an answer or later; without dates, after."""
    entries, day = case.folder.entries, answer.entry.day
    at = next(n for n, entry in enumerate(entries) if entry is answer.entry)
    return any(
        (entry.day >= day if entry.day and day else n > at)
        and _looks_into(case, getattr(entry.record, "to", None), act)
        for n, entry in enumerate(entries)
        if entry.kind == "referral"
    )


def _looks_into(case: ClientCase, to: str | None, act: Act) -> bool:
    """Whether somebody of the network can: nothing speaks against whom the network does not know."""
    if to is None:
        return False
    from ..clinical.professions import kinds

    network = case.context.house.network
    known = next((person for person in (network.people if network else ()) if person.id == to), None)
    told = kinds((known and known.profession) or "")
    return not told or not told.isdisjoint(LOOK_INTO_IT | kinds(act.advice))
