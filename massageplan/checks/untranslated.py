"""A line of the handout is not in the sheet's language.

What
----
Told when a handout is made. The library has no words for an exercise, or for a habit under advice, in the language
of the sheet, so English stands on it; or the catalogue of that language lacks words of the sheet itself, such as
those that a template of your own adds. What you wrote yourself is told by `words-as-written`.

Why
---
The client may not be able to read that line, and it is the one that says how. Put the words into an entry of your
own, with a block in that language beside `en:`.

Wrong
-----
practice.yaml::

    format: 0
    name: Riverside Massage
    language: es
    therapists: [{id: rivera, name: Ana Rivera}]

library/exercises/towel-pull.yaml::

    en: {reviewed: true, name: Towel pull, do: [Pull a towel apart.], stop-if: [your neck hurts]}
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
    language: es
    therapists: [{id: rivera, name: Ana Rivera}]

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
from .sheet import whole

if TYPE_CHECKING:
    from .sheet import SheetCase


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding for each line, and each habit, whose words are in another language."""
    hint = f"add a block {case.tongue}: to an entry of your own, or say it in your own words"
    for line, given in case.lines:
        if line.language and whole(line.language) != case.tongue:
            message = f"Line {line.number} is in {line.language}, and the sheet is in {case.view.language}."
            yield Finding("untranslated", message, given.span(), hint)
    for piece in case.pieces:
        if piece.line is None and piece.language and whole(piece.language) != case.tongue:
            message = f"This advice is in {piece.language}, and the sheet is in {case.view.language}."
            yield Finding("untranslated", message, piece.span, hint)
    for sign in case.view.urgent:
        if sign.language and whole(sign.language) != case.tongue:
            message = f"A sign to get help at once for is in {sign.language}, and the sheet is in {case.view.language}."
            yield Finding("untranslated", message, case.top, f"add a block {case.tongue}: with notice: to its entry")
    if case.missed:
        words = ", ".join(f"“{each}”" for each in sorted(case.missed)[:3])
        message = f"{len(case.missed)} of the sheet's own words are not in {case.view.language} yet: {words}."
        yield Finding("untranslated", message, case.top, "write the template's words in that language")
