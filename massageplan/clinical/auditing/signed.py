"""What a signed consultation tells, who signed it, and whether it was renewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...records.base import texts
from ...records.care import Assessment, Consent
from .base import Case, Line, Rule, found, is_signed, kept_elsewhere, papers, top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...records.folder import Entry

_TOLD = {
    "told-techniques": ("technique", "what i do", "what i will do"),
    "told-areas": ("area", "where i", "avoid"),
    "told-contraindications": ("contraindication",),
    "told-draping": ("drap", "covered", "sheet", "towel"),
    "told-stop": ("stop",),
}
"""Beginnings by which a text under `told:` is known to be about something."""


def signature_client(case: Case, rule: Rule) -> Iterator[Line]:
    """A consent to treatment that was signed."""
    spans = [top(w.entry) for w in case.yeses if is_signed(w)]
    said = "No consent to treatment is signed."
    yield from found(rule, spans, case.client_span, said, "have it signed: a consent with how: signed")


def signature_therapist(case: Case, rule: Rule) -> Iterator[Line]:
    """The therapist's hand: only a paper shows it."""
    elsewhere = kept_elsewhere(case, rule, "signatures")
    signed = [w.entry for w in case.yeses if is_signed(w) and papers(w.entry)]
    if elsewhere is not None:
        yield elsewhere
    elif signed:
        said = "Whether the therapist signed stands only on the paper."
        yield Line(rule, "cannot be told", tuple(e.span(("files",)) for e in signed), said, "look at the paper")
    else:
        said = "No paper with the signatures is attached."
        todo = "add files: to the signed consent, or signatures: under kept-elsewhere: in practice.yaml"
        yield Line(rule, "missing", (case.client_span,), said, todo)


def told(case: Case, rule: Rule) -> Iterator[Line]:
    """A subject of the signed consultation, by what stands under `told:`."""
    signed = [w.entry for w in case.yeses if is_signed(w)]
    spans = [entry.span(("told",)) for entry in signed if _tells(entry, rule.about)]
    held = [entry.span(("files",)) for entry in signed if papers(entry)]
    if not spans and held:
        said = "Only the signed paper shows it."
        yield Line(rule, "cannot be told", tuple(held), said, "look at the paper, and name it under told:")
        return
    absent = top(signed[-1]) if signed else case.client_span
    said = "The signed consent does not say so." if signed else "There is no signed consultation."
    todo = "name it under told: of the signed consent" if signed else "record it with: mplan consent"
    yield from found(rule, spans, absent, said, todo)


def _tells(entry: Entry, about: str) -> bool:
    assert isinstance(entry.record, Consent)
    return any(word in text.casefold() for text in texts(entry.record.told) for word in _TOLD[about])


def renewed(case: Case, rule: Rule) -> Iterator[Line]:
    """A signed consent after each change of the reason for coming."""
    reason, changes = None, 0
    for entry in case.folder.of_kind("assessment"):
        said = entry.record.reason if isinstance(entry.record, Assessment) else None
        if said and reason and said.casefold() != reason.casefold():
            changes += 1
            spans = [top(w.entry) for w in case.yeses if is_signed(w) and (w.day or "") >= (entry.day or "")]
            text = "The reason for coming has changed, and no consent was signed since."
            yield from found(rule, spans, entry.span(("reason",)), text, "talk it through and have it signed again")
        reason = said or reason
    if not changes:
        yield Line(rule, "not applicable", (case.client_span,), "The reason for coming has not changed.")
