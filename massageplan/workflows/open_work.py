"""Work that a client's records leave open: no plan yet, and what a check finds that a command can settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.moments import read_date
from ..frozen import Frozen
from ..records.care import Assessment, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from ..checks.base import ClientCase
    from ..clinical.course import Course
    from ..findings import Finding
    from ..records.folder import Folder
    from .due import Told, Urgency
    from .load import Opened

PLAN_WITHIN = 14
"""Days after an assessment within which a plan is made. House rule, as the days of a referral and of an agreement."""


class _Open(Frozen):
    """What a finding of a check comes to across clients.

    Attributes:
        check: name of the finding.
        why: half a sentence.
        settle: the command, by the folder and the first finding of this name.
    """

    check: str
    urgency: Urgency
    why: str
    settle: Callable[[str, Finding], str]


def _on_its_day(verb: str) -> Callable[[str, Finding], str]:
    """The command that makes a record of the day of the one that was found."""

    def settle(code: str, finding: Finding) -> str:
        day = read_date(finding.span.file.rpartition("/")[2])
        return f"mplan {verb} {code}" + (f" --date {day}" if day else "")

    return settle


OPEN = (
    _Open(
        "red-flags-not-asked", "soon", "warning signs of what hurts were never asked about",
        lambda code, _: f"mplan assess {code}",
    ),
    _Open("consent-missing", "soon", "treated without a consent on record", _on_its_day("consent")),
    _Open(
        "plan-without-agreement", "soon", "nothing says that the client agreed to the plan",
        lambda code, _: f"mplan agreement {code} --how 'face to face'",
    ),
    _Open(
        "referral-not-made", "soon", "a referral that the plan names was not made",
        lambda code, _: f"mplan refer {code}",
    ),
)  # fmt: skip
"""Findings of the newest course that `mplan today` names, in this order."""


def open_work(opened: Opened, folder: Folder, course: Course, today: date) -> Iterator[Told]:
    """What the newest course leaves open; what `allow` silences is not told."""
    yield from _not_planned(opened, folder, course, today)
    yield from _found(opened, folder, course, today)


def _not_planned(opened: Opened, folder: Folder, course: Course, today: date) -> Iterator[Told]:
    """An assessment that no plan followed; where questions are missing that a plan would stop at, these first."""
    made = [e for e in course.entries if isinstance(e.record, Assessment) and e.day and e.day <= today.isoformat()]
    if not made or any(isinstance(e.record, Plan) for e in course.entries):
        return
    from ..clinical.drafting.case import case_for
    from ..clinical.drafting.gate import missing
    from ..clinical.reference import person_of

    person = person_of(folder.client, today)
    case = case_for(folder, opened.house, opened.library, person, today.isoformat(), None)
    if case is not None and missing(case):
        yield "soon", "warning signs are not asked about that a plan waits for", f"mplan assess {folder.code}"
        return
    day = read_date(made[-1].day)
    if day and (today - day).days > PLAN_WITHIN:
        yield "soon", f"assessed on {day}, and no plan yet", f"mplan plan {folder.code}"


def _found(opened: Opened, folder: Folder, course: Course, today: date) -> Iterator[Told]:
    """Findings of the checks in `OPEN`, each name once."""
    from ..checks.base import ClientCase, Context

    files = {entry.document.file for entry in course.entries}
    case = ClientCase(folder.until(today.isoformat()), Context(opened.house, opened.library, today))
    for each in OPEN:
        hits = [f for f in _findings(case, each.check) if f.span.file in files]
        if hits:
            yield each.urgency, each.why, each.settle(folder.code, hits[0])


def _findings(case: ClientCase, name: str) -> Iterator[Finding]:
    """What a check finds that neither the practice, nor the client, nor the record silences."""
    from ..checks.registry import module

    client = case.folder.client
    if name in (case.context.house.practice.allow or ()) or (client and name in (client.allow or ())):
        return
    silent = {e.document.file for e in case.folder.entries if name in (e.record.allow or ())}
    yield from (finding for finding in module(name).check(case) if finding.span.file not in silent)
