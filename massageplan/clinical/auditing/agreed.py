"""Consents: to treatment, to sensitive areas and to the release of records."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ...records.after import Referral
from ...records.base import texts
from ..age import Born, may_turn
from ..consent import AREA, RELEASE, Word
from ..moments import read_date
from ..sensitive import covers, read_place, sensitive, treated_places
from .base import Case, Line, Rule, Visit, at_each_visit, how, is_signed, met, top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...records.folder import Entry
    from ...records.parts import Use
    from ...span import Span

_AREA = {"chest-wall": "chest", "breast": "breast", "inner-thigh": "inner-thigh", "gluteal": "gluteal",
         "gluteal-cleft": "gluteal-cleft", "perineum": "perineum"}  # fmt: skip
"""Areas as rules name them, and as places are sorted."""

_DETAILS = {"breast": "breast", "cleft": "gluteal-cleft"}
"""Words behind a place that name an area smaller than any place."""

_WITHIN = {"gluteal-cleft": "gluteal"}
"""Areas that no list of places knows, and the one they lie in."""


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
        said = "No consent to treatment is recorded."
        yield Line(rule, "missing", (case.client_span,), said, "record it with: mplan consent")
        return
    yield from at_each_visit(case, rule, lambda visit: _untreated(case, rule, visit))


def _untreated(case: Case, rule: Rule, visit: Visit) -> tuple[str, str] | None:
    day, todo = visit.entry.day, "record it with: mplan consent"
    state = case.consents(day, visit.number).on("treatment").state
    if state != "given":
        return f"No consent to treatment stands at this visit ({state}).", todo
    words = [w for w in case.yeses if day is None or w.day is None or w.day <= day]
    if rule.form == "written":
        words = [w for w in words if is_signed(w)]
        if not words:
            return "The consent to treatment is not in writing.", "have it signed: how: signed"
    years = rule.figures.get("years")
    if years and not any(_still(w, day, years) for w in words):
        return f"The written consent is more than {years} year{'s' * (years > 1)} old.", "have a new one signed"
    return None


def _still(word: Word, day: str | None, years: int) -> bool:
    given, now = read_date(word.day), read_date(day)
    return given is None or now is None or now <= years_later(given, years)


def _sensitive(case: Case, rule: Rule, visit: Visit) -> list[tuple[str | None, str]]:
    """Side and place of the work of a visit that lies in the rule's areas."""
    wanted = {_AREA[area] for area in rule.areas}
    return [
        (side, place) for use in visit.uses for side, place in _places(case, use)
        if place in wanted or sensitive(place) in wanted
    ]  # fmt: skip


def _places(case: Case, use: str | Use) -> Iterator[tuple[str | None, str]]:
    yield from treated_places(use, case.library)
    said = use if isinstance(use, str) else " ".join(texts(use.where))
    yield from ((None, area) for word, area in _DETAILS.items() if word in said.casefold())


def consent_sensitive(case: Case, rule: Rule) -> Iterator[Line]:
    """A consent of its own for each sensitive area that was treated."""
    good: list[Span] = []
    faults = 0
    for visit in case.visits:
        treated = _sensitive(case, rule, visit)
        if not treated:
            continue
        wrong = [place for side, place in treated if not _covered(case, rule, visit, place, side)]
        if wrong:
            faults += 1
            yield Line(rule, "missing", (visit.span,), *_uncovered(rule, visit, wrong[0]))
        else:
            good.append(visit.span)
    if good:
        yield met(rule, good)
    elif not faults:
        yield Line(rule, "not applicable", (case.client_span,), "No such area was treated.")


def _uncovered(rule: Rule, visit: Visit, place: str) -> tuple[str, str]:
    if rule.form == "spoken":
        return f"This visit does not say that {place} was agreed to by word of mouth.", f"add consented: {place}"
    when = f"of {visit.entry.day or 'this visit'}" if rule.each_time else "before this visit"
    todo = f"attach the signed form: a consent {when} for sensitive-area, how: signed"
    return f"No signed consent {'of this visit' if rule.each_time else 'stands'} for {place}.", todo


def _covered(case: Case, rule: Rule, visit: Visit, place: str, side: str | None) -> bool:
    day = visit.entry.day
    asked = case.consents(day, visit.number)
    if rule.form == "spoken":
        again = [read_place(case.library, text)[1] for text in texts(visit.session.consented)]
        return any(covers(each, place) for each in again) or any(
            "spoken" in how(w.entry) and _is_of(w, visit) for w in asked.words if _gives(w, place)
        )
    if not asked.area(_WITHIN.get(place, place), side).is_given:
        return False
    signed = [w for w in asked.words if _gives(w, place) and is_signed(w)]
    each_time = rule.each_time and (rule.since is None or day is None or day >= rule.since)
    return any(_is_of(w, visit) for w in signed) if each_time else bool(signed)


def _gives(word: Word, place: str) -> bool:
    """Whether a consent is to work on a place; one that is named by a detail has to be named by it there too."""
    if (
        word.purpose != AREA
        or word.verb != "given"
        or not any(covers(id, _WITHIN.get(place, place)) for _, id in word.areas)
    ):
        return False
    detail = next((w for w, area in _DETAILS.items() if area == place), None)
    return detail is None or detail in _areas_as_written(word)


def _areas_as_written(word: Word) -> str:
    node: Any = word.entry.document.data
    for step in word.path:
        node = node[step]
    return str(node.get("areas")).casefold() if isinstance(node, dict) else ""


def _is_of(word: Word, visit: Visit) -> bool:
    """Whether a consent was given for this visit: on its day, or for its number."""
    return (word.day is not None and word.day == visit.entry.day) or word.covers == f"visit {visit.number}"


def consent_draping(case: Case, rule: Rule) -> Iterator[Line]:
    """Records have no key for draping."""
    said = "Records do not say whether draping was changed."
    yield Line(rule, "cannot be told", (case.client_span,), said, "look for a signed paper if it was")


def consent_release(case: Case, rule: Rule) -> Iterator[Line]:
    """A consent before each letter, no older than the rule allows."""
    letters = [e for e in case.folder.of_kind("referral") if isinstance(e.record, Referral) and e.record.to]
    if not letters:
        yield Line(rule, "not applicable", (case.client_span,), "Nothing was released.")
    for entry in letters:
        wrong = _unreleased(case, rule, entry)
        yield Line(rule, "missing", (top(entry),), *wrong) if wrong else met(rule, (top(entry),))


def _unreleased(case: Case, rule: Rule, entry: Entry) -> tuple[str, str] | None:
    assert isinstance(entry.record, Referral)
    to, sent = entry.record.to, read_date(entry.record.sent) or read_date(entry.day)
    todo = "record a consent with for: release before the letter goes"
    stands = case.consents(sent.isoformat() if sent else None).on(RELEASE, to)
    if not stands.is_given or stands.said is None:
        return f"No consent to this release stands ({stands.state}).", todo
    months, given = rule.figures.get("months"), read_date(stands.said.day)
    if months and sent and given and sent > months_later(given, months):
        return f"The consent is dated more than {months} months before the release.", todo
    return None
