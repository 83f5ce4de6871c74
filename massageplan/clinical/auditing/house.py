"""Letters and answers, and what holds for the practice as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...records.after import Discharge, Followup, Referral
from ...records.care import Plan
from ..age import ADULT, age_on, born_in
from ..moments import read_date
from ..referring import SOON, VISITS, outcome
from .agreed import sent_letters, years_later
from .base import Line, Rule, kept_elsewhere, met, top

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ...records.folder import Entry
    from ...span import Span
    from ..referring import Outcome
    from .case import Case

_JUDGED = {
    "accurate": ("No program can tell whether records are accurate.", "mplan check finds contradictions"),
    "legible": ("What is typed is legible; look at the papers that are attached.", None),
    "access": ("Whether clients get to see their records is not recorded.", "mplan show prints them"),
    "storage": ("Where the folder is copied to is not recorded.", "look at remotes: in practice.yaml"),
}


def judged(case: Case, rule: Rule) -> Iterator[Line]:
    """What only a person can judge."""
    said, todo = _JUDGED[rule.about]
    yield Line(rule, "cannot be told", (case.practice_span,), said, todo)


def of_practice(case: Case, rule: Rule) -> Iterator[Line]:
    """Books that are kept beside the records: `about` is the word under `kept-elsewhere`."""
    said = f"Nothing says where {rule.about.replace('equipment', 'the equipment record')} can be found."
    todo = f"say where under kept-elsewhere: in practice.yaml, as {rule.about}: ..."
    yield kept_elsewhere(case, rule, rule.about) or Line(rule, "missing", (case.practice_span,), said, todo)


def changes(case: Case, rule: Rule) -> Iterator[Line]:
    """Changes can be traced where the practice is in git."""
    if case.versioned:
        said = "The practice is in git, which shows each change; git's history can be rewritten, so keep a copy."
        yield met(rule, (case.practice_span,), said)
        return
    said = "The practice is not in git, so changes cannot be traced."
    todo = "begin with: mplan init"
    yield kept_elsewhere(case, rule, "changes") or Line(rule, "missing", (case.practice_span,), said, todo)


def referrals(case: Case, rule: Rule) -> Iterator[Line]:
    """Each referral that a plan or a discharge names was made."""
    letters = sent_letters(case)
    named = list(_named(case))
    for span, became in named:
        if became.state == "not made":
            said = "A referral is planned here and none is recorded, to them or to anybody of that profession."
            todo = "record it as a referral, or note with mplan agreement --declined that it was declined"
            yield Line(rule, "missing", (span,), said, todo)
    made = dict.fromkeys([*map(top, letters), *(top(became.by) for _, became in named if became.by)])
    if made:
        yield met(rule, made)
    for state, said in _NOTHING_MISSING:
        if where := tuple(span for span, became in named if became.state == state):
            yield Line(rule, "not applicable", where, said)
    if not named and not letters:
        yield Line(rule, "not applicable", (case.client_span,), "No referral was planned or made.")


_NOTHING_MISSING = (
    ("declined", "A referral was planned, and the client declined it."),
    ("not due", f"A referral is planned; it is not known to be {SOON} days or {VISITS} visits ago."),
)


def _named(case: Case) -> Iterator[tuple[Span, Outcome]]:
    """Where plans and discharges name a referral, and what became of it."""
    for course in case.courses:
        for entry in course.entries:
            record = entry.record
            if isinstance(record, Plan | Discharge) and isinstance(record.referrals, tuple):
                for n, meant in enumerate(record.referrals):
                    became = outcome(course, entry, meant, case.house.network, case.today)
                    yield entry.span(("referrals", n)), became


def reports(case: Case, rule: Rule) -> Iterator[Line]:
    """Answers and letters that came in."""
    came = [e for e in case.folder.entries if _is_report(e)]
    if came:
        yield met(rule, map(top, came))
    elif letters := sent_letters(case):
        said = "No answer is recorded; if none came, nothing is missing."
        yield Line(rule, "cannot be told", tuple(map(top, letters)), said, "record an answer as a followup")
    else:
        yield Line(rule, "not applicable", (case.client_span,), "Nobody was asked for a report.")


def _is_report(entry: Entry) -> bool:
    record = entry.record
    if isinstance(record, Followup):
        return record.what == "answered" or record.says is not None
    return isinstance(record, Referral) and record.from_ is not None


def keep(case: Case, rule: Rule) -> Iterator[Line]:
    """Until when the folder is to be kept."""
    days = [entry for entry in case.folder.entries if entry.day]
    last = max(days, key=lambda entry: entry.day or "") if days else None
    day = read_date(last.day) if last else None
    if last is None or day is None or "years" not in rule.figures:
        said = "No record has a date to count from." if day is None else "The rule gives no number of years."
        yield Line(rule, "cannot be told", (case.client_span,), said)
        return
    until, sure = _until(case, rule, day)
    after = "" if sure else " The age is not known: longer if the client was a minor."
    past = "Keep the folder until" if case.today <= until else "The time to keep it ended on"
    yield met(rule, (top(last),), f"{past} {until.isoformat()}.{after}")


def _until(case: Case, rule: Rule, last: date) -> tuple[date, bool]:
    """The last day, and whether the client's age is known; where the birthday is not, the latest it may be counts."""
    until = years_later(last, rule.figures["years"])
    from_age = rule.figures.get("minors-from-age")
    if from_age is None:
        return until, True
    born = born_in(case.folder)
    if born is None:
        return until, False
    if (age_on(born, last) or 0) >= ADULT:
        return until, True
    grown = years_later(born.last, from_age + rule.figures.get("minors-years", 0))
    return max(until, grown), True
