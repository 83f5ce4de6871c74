"""Your own words stand on a handout that is in another language than the practice's.

What
----
Told when a handout is made, once for a sheet: it is in another language than `language:` of practice.yaml, and
words of yours stand on it (why, advice, what to expect, what you wrote to a line). They stand as written; in which
language they are nobody here can know, and they are not translated.

Why
---
A sheet that changes its language half-way is hard to use. Write those words in the client's language, have somebody
put them into it, or let them be read out at the visit.

Wrong
-----
practice.yaml::

    format: 0
    name: Riverside Massage
    therapists: [{id: rivera, name: Ana Rivera}]

clients/jd-7k2m/client.yaml::

    name: Jo Doe
    language: es

clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    why: Your back is stiff and on guard.
    homework: [{do: pelvic-tilt, reps: 10, at: al despertar}]

Right
-----
practice.yaml::

    format: 0
    name: Riverside Massage
    therapists: [{id: rivera, name: Ana Rivera}]

clients/jd-7k2m/client.yaml::

    name: Jo Doe
    language: es

clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: pelvic-tilt, reps: 10, at: al despertar}]

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .sheet import SheetCase


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding at the first of the therapist's words, where the languages differ."""
    own = [piece for piece in case.pieces if piece.own]
    if own and case.tongue != case.mother_tongue:
        message = f"The sheet is in {case.view.language}, and what you wrote ({_many(len(own))}) stands on it as it is."
        rest = tuple(dict.fromkeys(piece.span for piece in own[1:]))
        yield Finding("words-as-written", message, own[0].span, "see that the client can read these words", rest)


def _many(n: int) -> str:
    return "1 text" if n == 1 else f"{n} texts"
