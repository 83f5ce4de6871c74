"""Words in another language than the practice's stand on the handout and nobody has checked them.

What
----
Told when a handout is made, once for a sheet: it is in another language than `language:` of practice.yaml, and
words of the library on it say `reviewed: false`. The small type of the sheet says the same to the client. In the
practice's own language nothing is told here, since you read the sheet yourself.

Why
---
The library's words were made by a machine or by people who do not treat clients, and a slip in a language you do
not read goes out unseen. Have somebody who speaks it read the sheet, and keep what they mend as an entry of your
own with `reviewed: true`.

Wrong
-----
practice.yaml::

    format: 0
    name: Riverside Massage
    therapists: [{id: rivera, name: Ana Rivera}]

clients/jd-7k2m/client.yaml::

    name: Jo Doe
    language: es

library/exercises/towel-pull.yaml::

    en: {reviewed: true, name: Towel pull, do: [Pull a towel apart.], stop-if: [your neck hurts]}
    es: {reviewed: false, name: Tirar de la toalla, do: [Tira de la toalla.], stop-if: [te duele el cuello]}
    group: mobility
    regions: [neck]
    dose: {reps: 10, often: daily, source: house-rules, verified: false}
    scope: remedial-exercise
    sources: [house-rules]

clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: towel-pull, reps: 10, at: al despertar}]

Right
-----
practice.yaml::

    format: 0
    name: Riverside Massage
    therapists: [{id: rivera, name: Ana Rivera}]

clients/jd-7k2m/client.yaml::

    name: Jo Doe
    language: es

library/exercises/towel-pull.yaml::

    en: {reviewed: true, name: Towel pull, do: [Pull a towel apart.], stop-if: [your neck hurts]}
    es: {reviewed: true, name: Tirar de la toalla, do: [Tira de la toalla.], stop-if: [te duele el cuello]}
    group: mobility
    regions: [neck]
    dose: {reps: 10, often: daily, source: house-rules, verified: false}
    scope: remedial-exercise
    sources: [house-rules]

clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: towel-pull, reps: 10, at: al despertar}]

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
    """One finding at the first line that nobody has checked, in another language than the practice's."""
    if case.tongue == case.mother_tongue:
        return
    unread = [given for line, given in case.lines if line.language and not line.reviewed]
    if unread:
        n = "1 line of this sheet stands" if len(unread) == 1 else f"{len(unread)} lines of this sheet stand"
        message = f"{n} in words that nobody who speaks {case.view.language} has checked."
        yield Finding("not-reviewed", message, unread[0].span(), "have it read by somebody who speaks the language")
