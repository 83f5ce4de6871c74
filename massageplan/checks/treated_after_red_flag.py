"""A visit treated what an answer to screening rules out.

What
----
A screening question by which somebody else comes first (emergency, or refer before treating) was answered yes, at the
visit or before it, and nobody has cleared it: there is no `cleared:` in the answer and no later `no`. The visit was
kept all the same, and something was done. After an emergency any treatment is told, and `unsure` counts like yes.
Else it is what the `blocks` of the question rule out: any treatment, treatment of a region or place, certain
techniques, or deep pressure. The block `local` is the region that the question is about; where that is a limb or the
whole body, it is every region of the symptoms in the newest assessment that says where it hurts. There only what is
written down counts: a treatment without a place falls under no block of a place (a thrust or traction may have been at
the neck, and counts there), and what a record cannot tell (face down, oil) is never called wrong. A later `unsure` does
not lift a yes.

Why
---
A yes to one of these questions can mean an illness that massage makes worse, or that is treated too late. If a doctor
has said that it is safe to go on, the record has to say who and when. If the treatment was right for another reason,
give it under `allow:`.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    screening:
      dvt: {answer: yes, did: told her to see a doctor}
    did: [petrissage left calf 15 min]

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    screening:
      dvt: {answer: yes, did: rang the clinic and she was seen within the hour}
    did: none

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    screening:
      dvt: {answer: yes, cleared: Dr Singh on 8 September after a scan}
    did: [petrissage left calf 15 min]

Source
------
House rule. What each question asks for and rules out stands in its entry of the library, with its sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.screening import GRAVE, Answer, acts, lay, sore_regions
from ..findings import Finding
from ..frozen import Frozen, replace
from ..records.care import Assessment, Session

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..clinical.blocks import Treatment
    from ..clinical.course import Course
    from ..clinical.screening import Act
    from ..library.catalogue import Library
    from ..records.folder import Entry
    from .base import ClientCase

_CALLS_FOR = {"emergency": "emergency care", "refer-before-treating": "a referral before treatment"}


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each visit and each answer that rules out what was done there."""
    library = case.context.library
    grave: dict[str, Act] = {}
    for answer in case.answers:
        if answer.is_open and answer.id not in grave:
            act = acts(library, answer.id)
            if act is not None and act.is_grave and (act.blocks or _is_emergency(act)):
                grave[answer.id] = act
    if not grave:
        return
    now: dict[str, Answer] = {}
    sore: frozenset[str] = frozenset()
    for course in case.courses:
        for entry in course.entries:
            lay(now, entry)
            if _says_where(entry):
                sore = frozenset(region for _, region in sore_regions(entry, library))
            if isinstance(entry.record, Session) and entry.record.took_place:
                standing = [(now[id], act) for id, act in grave.items() if id in now and _stands(now[id], act)]
                yield from _findings(case, Visit(course, entry, sore), standing)


class Visit(Frozen):
    """A visit that took place, and what was known by then.

    Attributes:
        sore: the regions where it hurt, by the newest assessment that says so.
    """

    course: Course
    entry: Entry
    sore: frozenset[str]


def _says_where(entry: Entry) -> bool:
    """Whether it is an assessment that lists symptoms, or says that there are none."""
    told = entry.record.symptoms if isinstance(entry.record, Assessment) else None
    return isinstance(told, tuple) or told == "none"


def _is_emergency(act: Act) -> bool:
    return act.action == GRAVE[0]


def _stands(answer: Answer, act: Act) -> bool:
    """Whether an answer forbids: a yes, and of an emergency also an unsure, that nobody has cleared."""
    return answer.is_open and (answer.answer == "yes" or _is_emergency(act))


def tells(
    answer: Answer, act: Act, done: Sequence[Treatment], library: Library, sore: Collection[str]
) -> tuple[str, Treatment] | None:
    """The block and the treatment that this finding tells of an answer and of what was done; None where it is mute.

    Args:
        sore: regions where it hurt, as in `Visit`.
    """
    if not (act.is_grave and _stands(answer, act)):
        return None
    from ..clinical.blocks import ALL, first_ruled_out

    ruled_out = replace(act, blocks=(ALL,)) if _is_emergency(act) else act
    return first_ruled_out(ruled_out, done, library, sore)


def _findings(case: ClientCase, visit: Visit, standing: list[tuple[Answer, Act]]) -> Iterator[Finding]:
    if not standing:
        return
    from ..clinical.blocks import ALL, LOCAL, treatments

    library = case.context.library
    done = treatments(visit.course.entries, visit.entry, library)
    for answer, act in standing if done else ():
        hit = tells(answer, act, done or (), library, visit.sore)
        if hit is None:
            continue
        block, treatment = hit
        out = {ALL: "any treatment", LOCAL: "work on the area itself"}.get(block, block)
        calls = _CALLS_FOR[act.action]
        message = f"{act.id} is {answer.answer} and not cleared, which calls for {calls} and rules out {out}."
        place = answer.span
        hint = (
            f"see {place.file}:{place.line}; add cleared: with who and when, or the newer answer, or a reason to allow:"
        )
        yield Finding("treated-after-red-flag", message, visit.entry.span(treatment.path), hint, (place,))
