"""What a signed consultation tells, who signed it, and whether it was renewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...patterns import lazy
from ...records.base import texts
from ...records.care import Assessment, Consent
from .base import Line, Rule, found, is_signed, kept_elsewhere, met, papers, top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...records.folder import Entry
    from .case import Case

_PARTS = lazy(r",|;|\.| and | or ")


def signature_client(case: Case, rule: Rule) -> Iterator[Line]:
    """A signed consent to treatment that stands at each visit, or today where none has taken place."""
    asked = [(visit.span, case.by(visit)) for visit in case.visits]
    asked = asked or [(case.client_span, case.by_day(case.today.isoformat()))]
    lacks = [span for span, consents in asked if not consents.only(is_signed).on("treatment").is_given]
    if lacks:
        said = "No signed consent to treatment stands " + ("at this visit." if case.visits else "today.")
        said = said.replace("this visit", "these visits") if len(lacks) > 1 else said
        yield Line(rule, "missing", tuple(lacks), said, "have it signed: a consent with how: signed")
    else:
        yield met(rule, (top(word.entry) for word in case.signed))


def signature_therapist(case: Case, rule: Rule) -> Iterator[Line]:
    """The therapist's hand: only a paper shows it."""
    elsewhere = kept_elsewhere(case, rule, "signatures")
    signed = [w.entry for w in case.signed if papers(w.entry)]
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
    signed = [word.entry for word in case.signed]
    spans = [entry.span(("told",)) for entry in signed if any(_says(text, rule) for text in _told(entry))]
    held = [entry.span(("files",)) for entry in signed if papers(entry)]
    unclear = [entry.span(("told",)) for entry in signed if not all(_is_clear(text, case) for text in _told(entry))]
    if not spans and held:
        said = "Only the signed paper shows it."
        yield Line(rule, "cannot be told", tuple(held), said, "look at the paper, and name it under told:")
        return
    if not spans and unclear:
        said = "What stands under told: may say so, in words that this list does not know."
        todo = f"name it plainly under told:, such as: {rule.words[0]}" if rule.words else "look at it yourself"
        yield Line(rule, "cannot be told", tuple(unclear), said, todo)
        return
    absent = top(signed[-1]) if signed else case.client_span
    said = "The signed consent does not say so." if signed else "There is no signed consultation."
    todo = "name it under told: of the signed consent" if signed else "record it with: mplan consent"
    yield from found(rule, spans, absent, said, todo)


def _told(entry: Entry) -> tuple[str, ...]:
    return texts(entry.record.told) if isinstance(entry.record, Consent) else ()


def _is_clear(text: str, case: Case) -> bool:
    """Whether a text is known to be about something that a rule of the place asks for."""
    return any(_says(text, rule) for rule in case.rules if rule.about.startswith("told-"))


def _says(text: str, rule: Rule) -> bool:
    """Whether a text is about what a rule asks for.

    A part of it (parted by commas, `and`, `or`) is one of the rule's words, or ends in one of its phrases: the last
    words, so that `techniques for breathing` and `avoid coffee today` say nothing of techniques and areas.
    """
    parts = [" ".join(part.split()) for part in _PARTS.split(text.casefold())]
    return any(
        part == word or (" " in word and part.endswith(f" {word}"))
        for word in map(str.casefold, rule.words)
        for part in parts
    )


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
