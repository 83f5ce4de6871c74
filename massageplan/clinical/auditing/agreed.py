"""Consents: to treatment and to the release of records."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...records.after import Referral
from ..age import Born, may_turn
from ..consent import RELEASE
from ..moments import read_date
from .base import Line, Rule, at_each_visit, is_signed, met, top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...records.folder import Entry
    from ..consent import Consents, Word
    from .case import Case, Visit


def years_later(day: date, years: int) -> date:
    """The same day so many years on; 1 March for 29 February."""
    return may_turn(Born(day, day), years)


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the first of the next month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)


def consent_treatment(case: Case, rule: Rule) -> Iterator[Line]:
    """A consent to treatment that stands at each visit, of the form and age the rule asks for."""
    if case.visits and not case.yeses:
        yield _nothing(case, rule)
        return
    yield from at_each_visit(case, rule, lambda visit: _untreated(case, rule, visit))


def _nothing(case: Case, rule: Rule) -> Line:
    """What is said where no consent to treatment counts; a child's own yes is no consent."""
    if childs := tuple(word.span for word in case.childs if word.purpose == "treatment"):
        said = "Only a child's own yes to treatment is recorded."
        todo = "record that of who may decide: a consent with who: {name: Rosa Lind, relation: mother}"
        return Line(rule, "missing", childs, said, todo)
    said = "No consent to treatment is recorded."
    return Line(rule, "missing", (case.client_span,), said, "record it with: mplan consent")


def _untreated(case: Case, rule: Rule, visit: Visit) -> tuple[str, str] | None:
    day, asked = visit.entry.day, case.by(visit)
    state = asked.on("treatment").state
    if state != "given":
        return f"No consent to treatment stands at this visit ({state}).", "record it with: mplan consent"
    if rule.form == "written":
        asked = asked.only(is_signed)
        if not asked.on("treatment").is_given:
            return _unwritten(asked)
    years = rule.figures.get("years")
    if years and not asked.only(lambda word: _still(word, day, years)).on("treatment").is_given:
        return f"The written consent is more than {years} year{'s' * (years > 1)} old.", "have a new one signed"
    return None


def _unwritten(signed: Consents) -> tuple[str, str]:
    """What is said where a consent stands by word of mouth alone; `signed` are the signed ones."""
    if any(word.purpose == "treatment" and word.verb == "given" for word in signed.words):
        said = "The signed consent to treatment does not stand at this visit, and what stands is not in writing."
        return said, "have a new one signed: how: signed"
    return "The consent to treatment is not in writing.", "have it signed: how: signed"


def _still(word: Word, day: str | None, years: int) -> bool:
    given, now = read_date(word.day), read_date(day)
    return given is None or now is None or now <= years_later(given, years)


def consent_draping(case: Case, rule: Rule) -> Iterator[Line]:
    """Records have no key for draping."""
    said = "Records do not say whether draping was changed."
    yield Line(rule, "cannot be told", (case.client_span,), said, "look for a signed paper if it was")


def sent_letters(case: Case) -> list[Entry]:
    """The referrals to somebody else, but for those that say that they were not sent."""
    return [
        entry
        for entry in case.folder.of_kind("referral")
        if isinstance(entry.record, Referral) and entry.record.to and entry.record.sent != "not sent"
    ]


def consent_release(case: Case, rule: Rule) -> Iterator[Line]:
    """A consent before each letter, no older than the rule allows."""
    letters = sent_letters(case)
    if not letters:
        yield Line(rule, "not applicable", (case.client_span,), "Nothing was released.")
    for entry in letters:
        wrong = _unreleased(case, rule, entry)
        yield Line(rule, "missing", (top(entry),), *wrong) if wrong else met(rule, (top(entry),))


def _unreleased(case: Case, rule: Rule, entry: Entry) -> tuple[str, str] | None:
    assert isinstance(entry.record, Referral)
    to, sent = entry.record.to, read_date(entry.record.sent) or read_date(entry.day)
    todo = "record a consent with for: release before the letter goes"
    stands = case.by_day(sent.isoformat() if sent else None, entry).on(RELEASE, to)
    if not stands.is_given or stands.said is None:
        return f"No consent to this release stands ({stands.state}).", todo
    months, given = rule.figures.get("months"), read_date(stands.said.day)
    if months and sent and given and sent > months_later(given, months):
        return f"The consent is dated more than {months} months before the release.", todo
    return None
