"""A plan holds, or a visit used, a technique that an answer to screening rules out.

What
----
A question was answered yes or unsure, nobody has cleared it, and a technique or routine of a plan, or what was done at
a visit, falls under what it rules out: what the `blocks` of the question name, or a contraindication that the
technique's own entry lists. This holds for what sends the client to a doctor first and for what asks for care, such as
blood thinners. An open emergency rules out everything. A plan is looked at on its day, and again at the end of the
course, so that an answer that came later counts for the plan in force. A visit is looked at with what was known by its
day.

Where the question is about depth, light pressure written in the line is a way to go on, and so is deep pressure under
`withheld:` of the plan. Where it is about a spot of which the record does not say where it is (a skin infection, a
mole), nothing is said. Of a visit at which the pressure is not written down, only what goes deep by its nature is told,
such as trigger points. One finding names all techniques of a plan or visit that one answer rules out. What
[treated-after-red-flag](treated-after-red-flag.md) tells of a visit is not told again.

Why
---
A plan is read at each visit, by whoever treats. What must not be done should not stand in it. And what was done all the
same has to be seen: a bruise after pressed trigger points comes a day later.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    reason: calves
    screening: {anticoagulants: yes}

clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    techniques: [petrissage both calf 15 min]

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [trigger-point-compression right calf 5 min]

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    reason: calves
    screening: {anticoagulants: yes}

clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    techniques:
      - {use: petrissage, where: both calf, length: 15 min, pressure: light}
      - effleurage both calf 10 min

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [effleurage both calf 10 min]

Source
------
House rule. What each question rules out and what each technique is not for stands in their entries of the library,
with their sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.screening import lay, sore_regions
from ..findings import Finding
from ..records.care import Assessment, Session

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..clinical.blocks import Treatment
    from ..clinical.screening import Act, Answer
    from ..records.folder import Entry
    from .base import ClientCase

Hit = tuple["Entry", "Treatment", "Answer", "Act", str]
MOST_NAMED = 4
"""Techniques that one finding names."""


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each plan or visit and each open answer that rules out techniques of it."""
    if not case.rules_out:
        return
    now: dict[str, Answer] = {}
    told: dict[tuple[str, str], list[Hit]] = {}
    for course in case.courses:
        sore: frozenset[str] = frozenset()
        for n, entry in enumerate(course.entries, 1):
            lay(now, entry)
            sore = _sore(case, entry, sore)
            if entry.kind == "plan":
                _add(told, _hits(case, course.entries[:n], now, sore))
            elif isinstance(entry.record, Session) and entry.record.took_place:
                _add(told, _hits_done(case, course.entries[:n], now, sore))
        if course.plans and course.discharge is None:
            _add(told, _hits(case, course.entries, now, sore))
    for hits in told.values():
        yield _finding(hits)


def _sore(case: ClientCase, entry: Entry, before: frozenset[str]) -> frozenset[str]:
    """The regions where it hurts, by the newest assessment that says so."""
    told = entry.record.symptoms if isinstance(entry.record, Assessment) else None
    if not isinstance(told, tuple) and told != "none":
        return before
    return frozenset(region for _, region in sore_regions(entry, case.context.library))


def _hits(case: ClientCase, entries: Sequence[Entry], now: dict[str, Answer], sore: Collection[str]) -> Iterator[Hit]:
    """What is ruled out of the plan in force after some records."""
    from ..clinical.blocks import DEEP, treatment
    from ..clinical.course import planned_uses
    from ..clinical.ruled_out import techniques_ruled_out

    library = case.context.library
    if not any(answer.is_open for answer in now.values()):
        return
    shallow = _withholds_depth(entries)
    for use, entry, path in planned_uses(entries):
        for one, answer, act, why in techniques_ruled_out(library, now, [treatment(use, path, library)], sore):
            if not (shallow and (why in DEEP or _is_by_depth(act, why))):
                yield entry, one, answer, act, why


def _hits_done(
    case: ClientCase, entries: Sequence[Entry], now: dict[str, Answer], sore: Collection[str]
) -> Iterator[Hit]:
    """What is ruled out of what was done at the visit that comes last; what is of the plan, as the plan limits it."""
    if not any(answer.is_open for answer in now.values()):
        return
    from ..clinical.blocks import DEEP, treatments
    from ..clinical.ruled_out import techniques_ruled_out
    from .treated_after_red_flag import tells

    library, visit = case.context.library, entries[-1]
    done = treatments(entries, visit, library) or []
    hits = techniques_ruled_out(library, now, done, sore)
    told = {answer.id for _, answer, act, _ in hits if tells(answer, act, done, library, sore)}
    for one, answer, act, why in hits:
        shallow = why in DEEP and one.path == ("did",) and _withholds_depth(entries)
        if not (answer.id in told or shallow or _is_by_depth(act, why)):
            yield visit, one, answer, act, why


def _is_by_depth(act: Act, why: str) -> bool:
    """Whether only the entry of a technique speaks against it, and that for its depth."""
    from ..clinical.ruled_out import CONTRAINDICATED, is_about_depth

    return why == CONTRAINDICATED and is_about_depth(act)


def _withholds_depth(entries: Sequence[Entry]) -> bool:
    """Whether the plan in force leaves out deep or firm work."""
    from ..clinical.blocks import names_depth
    from ..clinical.course import Course, in_force

    force = in_force(Course(tuple(entries), tuple(e for e in entries if e.kind == "plan"), None))
    listed = force.plan.withheld if force else None
    return any(
        names_depth(each if isinstance(each, str) else each.what or "")
        for each in (listed if isinstance(listed, tuple) else ())
    )


def _add(told: dict[tuple[str, str], list[Hit]], hits: Iterator[Hit]) -> None:
    for hit in hits:
        listed = told.setdefault((hit[0].stem, hit[2].id), [])
        if all(hit[1] != other[1] for other in listed):
            listed.append(hit)


_SAID = {"all": "any treatment", "local": "work there"}


def _finding(hits: list[Hit]) -> Finding:
    entry, first, answer, act, _ = hits[0]
    ids = list(dict.fromkeys(hit[1].technique or "the treatment" for hit in hits))
    more = f" and {len(ids) - MOST_NAMED} more" if len(ids) > MOST_NAMED else ""
    reasons = ", ".join(dict.fromkeys(_SAID.get(hit[4], hit[4]) for hit in hits))
    where, change = _AT_VISIT if entry.kind == "session" else _IN_PLAN
    message = f"{act.id} is {answer.answer} and rules out {', '.join(ids[:MOST_NAMED])}{more} {where} ({reasons})."
    place = answer.span
    hint = f"see {place.file}:{place.line}; {change}, or a reason to allow:"
    return Finding("technique-blocked", message, entry.span(first.path), hint, (place,))


_IN_PLAN = "of the plan", "take it out, write light pressure where that is enough"
_AT_VISIT = "at this visit", "write light pressure if it was light, cleared: if somebody cleared it"
