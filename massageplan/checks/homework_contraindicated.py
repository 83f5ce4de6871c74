"""A line of homework that an answer to screening speaks against.

What
----
The exercise of a line lists a screening question among its contraindications, and by the day of the record the answer
to it is yes or unsure, and nobody has cleared it. Lines that are stopped are not looked at. At the end of a course that
goes on, the lines in force are held against the answers once more, so that one that came later counts.

Why
---
At home nobody looks on. A line that may do harm has to go, or be cleared by somebody who may.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    reason: low back
    screening: {hernia: yes}

clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: curl-up, sets: 2, reps: 8, often: 3/week}]

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    reason: low back
    screening: {hernia: yes}

clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: pelvic-tilt, sets: 2, reps: 8, often: daily}]

Source
------
House rule. What each exercise is not for stands in its entry of the library, with its sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from ..clinical.screening import Act, Answer
    from ..records.folder import Entry
    from ..span import Span
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each line that an open answer speaks against."""
    if not case.homework or not case.rules_out:
        return
    from ..clinical.ruled_out import homework_ruled_out
    from ..clinical.screening import standing

    library, entries = case.context.library, case.folder.entries
    told: set[Span] = set()
    for line in case.homework:
        if line.item.stop or not library.has("exercise", line.item.do):
            continue
        hit = homework_ruled_out(library, standing(_by(entries, line.entry)), line.item.do)
        if hit:
            told.add(line.span("do"))
            yield _finding(line.item.do, hit, line.span("do"))
    for id, span in _in_force(case):
        hit = homework_ruled_out(library, standing(entries), id) if span not in told else None
        if hit:
            yield _finding(id, hit, span)


def _by(entries: tuple[Entry, ...], last: Entry) -> list[Entry]:
    """The records up to the day of one; up to itself where it has none."""
    at = next(n for n, entry in enumerate(entries) if entry is last)
    day = last.day
    return [entry for n, entry in enumerate(entries) if n <= at or (day is not None and entry.day == day)]


def _in_force(case: ClientCase) -> Iterator[tuple[str, Span]]:
    """The lines that hold at the end of the newest course, where it goes on, and where each stands."""
    from ..clinical.course import in_force

    course = case.courses[-1]
    force = in_force(course) if course.discharge is None else None
    held = {(item.name, entry.stem) for item, entry in force.homework} if force else set()
    for line in case.homework:
        if (line.item.name, line.entry.stem) in held and case.context.library.has("exercise", line.item.do):
            yield line.item.do, line.span("do")


def _finding(id: str, hit: tuple[Answer, Act], span: Span) -> Finding:
    answer, act = hit
    place = answer.span
    message = f"{id} is not for somebody with {act.id}, which is {answer.answer} and not cleared."
    hint = f"see {place.file}:{place.line}; choose another line, add cleared: with who and when, or a reason to allow:"
    return Finding("homework-contraindicated", message, span, hint, (place,))
