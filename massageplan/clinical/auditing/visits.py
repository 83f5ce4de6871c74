"""What each visit's record has to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...records.care import HistoryRecord, Plan
from ...span import Span
from ..agreement import agreement_of
from ..course import visit_blocks
from ..places import of_line
from .base import Line, Rule, at_each_visit, kept_elsewhere, met, top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .case import Case, Visit

_SAYS = ("said", "response", "comfort", "note", "next", "adverse")


def date(case: Case, rule: Rule) -> Iterator[Line]:
    """The day of each visit."""
    wrong = ("This visit has no date.", "record it under its date")
    yield from at_each_visit(case, rule, lambda visit: None if visit.entry.dated else wrong)


def time(case: Case, rule: Rule) -> Iterator[Line]:
    """The time of day of each visit."""
    wrong = ("This visit has no time of day.", "add start:")
    yield from at_each_visit(case, rule, lambda visit: None if visit.session.start else wrong)


def duration(case: Case, rule: Rule) -> Iterator[Line]:
    """How long each visit took: its own length, or that of the plan in force."""
    wrong = ("Neither this visit nor the plan says how long it took.", "add length:")
    yield from at_each_visit(case, rule, lambda v: None if v.session.length or _planned_length(v.plan) else wrong)


def _planned_length(plan: Plan | None) -> bool:
    return plan is not None and any(block.length for block in visit_blocks(plan))


def techniques(case: Case, rule: Rule) -> Iterator[Line]:
    """What was done at each visit."""
    yield from at_each_visit(case, rule, _undone)


def _undone(visit: Visit) -> tuple[str, str] | None:
    if visit.session.did == "none" or visit.uses:
        return None
    if visit.session.did is None or visit.session.did == "unknown":
        return "This visit does not say what was done.", "add did:"
    return "This visit was done as planned, and no plan in force says how.", "list the techniques under did:"


def areas(case: Case, rule: Rule) -> Iterator[Line]:
    """Where each visit's work was done."""

    def fault(visit: Visit) -> tuple[str, str] | None:
        if visit.session.did == "none" or any(_placed(case, use) for use in visit.uses):
            return None
        return "This visit does not say which areas were treated.", "name the place behind each technique of did:"

    yield from at_each_visit(case, rule, fault)


def _placed(case: Case, use: object) -> bool:
    return bool(of_line(case.library, use)[0]) if isinstance(use, str) else bool(getattr(use, "where", None))


def history_update(case: Case, rule: Rule) -> Iterator[Line]:
    """The history asked about again at each visit; an intake of the same day counts."""
    taken = {e.day for e in case.folder.entries if e.kind in ("history", "assessment") and _told(e.record)}

    def fault(visit: Visit) -> tuple[str, str] | None:
        if visit.session.history not in (None, "unknown", "not asked") or (visit.entry.day or "-") in taken:
            return None
        return "This visit does not say whether the history has changed.", "add history:, or history: no change"

    yield from at_each_visit(case, rule, fault)


def _told(record: object) -> bool:
    told = getattr(record, "history", None)
    return told is not None and (isinstance(record, HistoryRecord) or told not in ("unknown", "not asked"))


def comment(case: Case, rule: Rule) -> Iterator[Line]:
    """A word on how each visit went."""
    wrong = ("This visit has no comment.", "add said:, response: or note:")
    yield from at_each_visit(case, rule, lambda v: None if any(getattr(v.session, k) for k in _SAYS) else wrong)


def initials(case: Case, rule: Rule) -> Iterator[Line]:
    """Who made each visit's record: named in it, or the only one who works here."""

    def fault(visit: Visit) -> tuple[str, str] | None:
        staff = [t for t in case.house.practice.therapists if t.here_on(visit.entry.day)]
        if visit.session.therapist or len(staff) == 1:
            return None
        return "This visit does not say who gave it.", "add therapist:"

    yield from at_each_visit(case, rule, fault)


def fees(case: Case, rule: Rule) -> Iterator[Line]:
    """The fee of each visit, or where fees are kept."""
    elsewhere = kept_elsewhere(case, rule, "fees")
    if elsewhere is not None:
        yield elsewhere
    elif case.visits and not any(visit.session.fee for visit in case.visits):
        said, todo = "No visit has a fee.", "say where fees are under kept-elsewhere: in practice.yaml, or add fee:"
        yield Line(rule, "missing", (case.practice_span,), said, todo)
    else:
        wrong = ("This visit has no fee.", "add fee:, or say where fees are under kept-elsewhere: in practice.yaml")
        yield from at_each_visit(case, rule, lambda visit: None if visit.session.fee else wrong)


def complete(case: Case, rule: Rule) -> Iterator[Line]:
    """What can be seen of completeness: every file can be read, and every visit says what was done."""
    for file in sorted(case.folder.left_out):
        span = Span(f"clients/{case.folder.code}/{file}")
        yield Line(rule, "missing", (span,), "This file cannot be read as a record.", "settle it with: mplan check")
    yield from at_each_visit(case, rule, _undone)


def timely(case: Case, rule: Rule) -> Iterator[Line]:
    """Whether records were written on their day."""
    late = [e for e in case.folder.entries if e.record.written and e.record.written > (e.day or "9")]
    if late:
        said = "One record was" if len(late) == 1 else f"{len(late)} records were"
        said = f"{said} written after the day it is about; no number of days is told."
        said = said.replace("day it is", "day they are") if len(late) > 1 else said
        yield Line(rule, "cannot be told", tuple(e.span(("written",)) for e in late), said)
    elif case.folder.entries:
        yield met(rule, map(top, case.folder.entries), "No record says that it was written later than its day.")
    else:
        yield Line(rule, "not applicable", (case.client_span,), "The folder holds no record.")


def prediction(case: Case, rule: Rule) -> Iterator[Line]:
    """Each new plan says how often and for how long, and that it was talked through."""
    plans = [(course, e) for course in case.courses for e in course.plans]
    fresh = [each for n, each in enumerate(plans) if n == 0 or getattr(each[1].record, "changed_because", None) is None]
    if not fresh:
        said = "No plan says how often and for how long treatment is expected."
        yield Line(rule, "missing", (case.client_span,), said, "write one with: mplan plan")
    for course, entry in fresh:
        assert isinstance(entry.record, Plan)
        span = entry.span(("visits",))
        if not any(b.often and (b.planned or b.over or b.weeks) for b in visit_blocks(entry.record)):
            said = "This plan does not say how often and for how long treatment is expected."
            yield Line(rule, "missing", (span,), said, "add visits: with often: and planned:")
        elif agreement_of(course, entry) is None:
            said = "The plan says it; whether the client was told does not stand there."
            yield Line(rule, "cannot be told", (span,), said, "note it with: mplan agreement")
        else:
            yield met(rule, (span,))
