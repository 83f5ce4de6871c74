"""Who the client is, what was asked and found, what is planned: things that stand in the folder once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...records.after import Followup
from ...records.care import Assessment, Checkin, Consent, HistoryRecord, Plan, Session
from .base import Line, Rule, found, met, top

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...records.folder import Entry
    from ...span import Span
    from .case import Case

_ASKED = ("none", "no change")


def name(case: Case, rule: Rule) -> Iterator[Line]:
    """The client's name."""
    yield from _of_client(case, rule, ("name",), "client.yaml has no name.", "add name: to client.yaml")


def contact(case: Case, rule: Rule) -> Iterator[Line]:
    """Phone, email or address."""
    said = "client.yaml has no phone, email or address."
    yield from _of_client(case, rule, ("phone", "email", "address"), said, "add phone: to client.yaml")


def age(case: Case, rule: Rule) -> Iterator[Line]:
    """Birth or age."""
    said = "client.yaml has neither born nor age."
    yield from _of_client(case, rule, ("born", "age"), said, "add born: to client.yaml")


def _of_client(case: Case, rule: Rule, keys: tuple[str, ...], said: str, todo: str) -> Iterator[Line]:
    client, document = case.folder.client, case.folder.client_document
    have = [key for key in keys if client is not None and getattr(client, key) is not None]
    spans = [document.locate((key,)) for key in have] if document else []
    yield from found(rule, spans[:1], case.client_span, said, todo)


def _spans(case: Case, place: Callable[[Entry], str | None]) -> list[Span]:
    """Where a key stands, in each record for which `place` names one."""
    named = [(entry, place(entry)) for entry in case.folder.entries]
    return [entry.span((key,), key=True) for entry, key in named if key is not None]


def record(case: Case, rule: Rule) -> Iterator[Line]:
    """Any record at all."""
    said = "The folder holds no record."
    yield from found(rule, [top(e) for e in case.folder.entries], case.client_span, said, "record each visit")


def _history(entry: Entry) -> str | None:
    record = entry.record
    if not isinstance(record, HistoryRecord | Assessment):
        return None
    return "history" if isinstance(record.history, dict) or record.history in _ASKED else None


def history(case: Case, rule: Rule) -> Iterator[Line]:
    """The health history, in a history or an assessment."""
    yield from _intake(case, rule, _history, "No record holds a health history.", "add one with: mplan history")


def current_health(case: Case, rule: Rule) -> Iterator[Line]:
    """How the client is now: reason, symptoms or warning signs that were asked about."""

    def told(entry: Entry) -> str | None:
        if not isinstance(entry.record, HistoryRecord | Assessment):
            return None
        return next((k for k in ("symptoms", "reason", "screening") if getattr(entry.record, k, None)), None)

    said = "No record says how the client was at intake."
    yield from _intake(case, rule, told, said, "add reason: and symptoms: with: mplan assess")


def _refusals(case: Case) -> list[Span]:
    """Where the client refused to be asked."""
    return [w.span for w in case.words if w.purpose == "assessment" and w.verb == "refused"]


def _intake(case: Case, rule: Rule, place: Callable[[Entry], str | None], said: str, todo: str) -> Iterator[Line]:
    spans = _spans(case, place)
    refused = _refusals(case) if any(each.about == "intake-refused" for each in case.rules) and not spans else []
    if refused:
        yield Line(rule, "not applicable", tuple(refused), "The client refused the intake, and that is recorded.")
    else:
        yield from found(rule, spans, case.client_span, said, todo)


def intake_refused(case: Case, rule: Rule) -> Iterator[Line]:
    """A refusal to be asked, where there is no history."""
    if _spans(case, _history):
        yield Line(rule, "not applicable", (case.client_span,), "The intake was filled in.")
    elif refused := _refusals(case):
        yield met(rule, refused)
    else:
        said = "There is no intake, and nothing says that the client refused it."
        yield Line(rule, "cannot be told", (case.client_span,), said, "if so, add refuses: [assessment] to a consent")


def intake_date(case: Case, rule: Rule) -> Iterator[Line]:
    """The day of the first history or assessment."""
    first = next((e for e in case.folder.entries if e.kind in ("history", "assessment")), None)
    if first is None and _refusals(case):
        yield Line(rule, "not applicable", (case.client_span,), "The client refused the intake, and that is recorded.")
        return
    spans = [top(first)] if first and first.dated else []
    absent = top(first) if first else case.client_span
    yield from found(rule, spans, absent, "The intake has no date.", "record the intake under its date")


def contraindications(case: Case, rule: Rule) -> Iterator[Line]:
    """Warning signs that were asked about."""
    spans = _spans(case, lambda e: "screening" if isinstance(getattr(e.record, "screening", None), dict) else None)
    said = "No record shows that contraindications were asked about."
    yield from found(rule, spans, case.client_span, said, "add screening: with: mplan assess")


def _has_condition(case: Case) -> bool:
    """Whether anything tells of a health condition."""
    for entry in case.folder.entries:
        record = entry.record
        if isinstance(record, Plan) or getattr(record, "symptoms", None) or getattr(record, "presentation", None):
            return True
        told = getattr(record, "history", None)
        if isinstance(told, dict) and isinstance(told.get("diagnoses"), tuple):
            return True
    return False


def _of_condition(case: Case, rule: Rule, spans: list[Span], said: str, todo: str) -> Iterator[Line]:
    if rule.when == "health-condition" and not _has_condition(case):
        yield Line(rule, "not applicable", (case.client_span,), "No health condition is recorded.")
    else:
        yield from found(rule, spans, case.client_span, said, todo)


def symptoms(case: Case, rule: Rule) -> Iterator[Line]:
    """What the client feels."""
    spans = _spans(case, lambda e: "symptoms" if getattr(e.record, "symptoms", None) else None)
    yield from _of_condition(case, rule, spans, "No record holds symptoms.", "add symptoms: with: mplan assess")


def findings(case: Case, rule: Rule) -> Iterator[Line]:
    """What was found in an assessment."""

    def told(entry: Entry) -> str | None:
        record = entry.record
        if not isinstance(record, Assessment):
            return None
        return next((key for key in ("measures", "impression") if getattr(record, key)), None)

    said = "No assessment says what was found."
    yield from _of_condition(case, rule, _spans(case, told), said, "add measures: or impression: with: mplan assess")


def measures(case: Case, rule: Rule) -> Iterator[Line]:
    """Figures that show what came of it."""
    kinds = (Assessment, Session, Checkin)
    spans = _spans(case, lambda e: "measures" if isinstance(e.record, kinds) and e.record.measures else None)
    yield from _of_condition(case, rule, spans, "No record holds a measure.", "add measures: to an assessment")


def plan(case: Case, rule: Rule) -> Iterator[Line]:
    """A treatment plan."""
    spans = [top(entry) for entry in case.folder.of_kind("plan")]
    yield from _of_condition(case, rule, spans, "There is no treatment plan.", "write one with: mplan plan")


def advice(case: Case, rule: Rule) -> Iterator[Line]:
    """Advice and homework; without any nobody can say whether some was given."""

    def told(entry: Entry) -> str | None:
        keys = ("advice", "homework", "taught", "answered")
        return next((k for k in keys if getattr(entry.record, k, None) not in (None, "none", "unknown")), None)

    spans = _spans(case, lambda e: None if isinstance(e.record, Followup) else told(e))
    if spans:
        yield met(rule, spans)
    else:
        said = "No advice is recorded; if none was given, nothing is missing."
        yield Line(rule, "cannot be told", (case.client_span,), said, "put advice under taught: of the session")


def refusals(case: Case, rule: Rule) -> Iterator[Line]:
    """What the client refused, took back or declined; without any nobody can say whether something was refused."""
    spans = [e.span((k,)) for e in case.folder.of_kind("consent") for k in ("refuses", "withdraws") if _says(e, k)]
    for entry in case.folder.entries:
        if isinstance(entry.record, Plan) and entry.record.agreed and entry.record.agreed.declined:
            spans.append(entry.span(("agreed", "declined")))
        elif isinstance(entry.record, Followup) and entry.record.declined:
            spans.append(entry.span(("declined",)))
    if spans:
        yield met(rule, spans)
    else:
        said = "No refusal is recorded; if nothing was refused, nothing is missing."
        yield Line(rule, "cannot be told", (case.client_span,), said, "put it under refuses: of a consent")


def _says(entry: Entry, key: str) -> bool:
    return isinstance(entry.record, Consent) and bool(getattr(entry.record, key))
