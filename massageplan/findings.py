"""What is wrong with a practice's files: a finding is a value; printing it is someone else's job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .frozen import Frozen
from .span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning", "note"]

SEVERITIES: dict[str, Severity] = {
    # reading a file
    "unreadable-file": "error",
    "outside-practice": "error",
    "unknown-kind": "error",
    "not-utf-8": "error",
    "control-character": "error",
    "hidden-direction": "warning",
    "empty-file": "error",
    "yaml-syntax": "error",
    "unsupported-yaml": "error",
    "duplicate-key": "error",
    "nested-too-deep": "error",
    "text-cut-by-hash": "warning",
    "comma-split": "error",
    "empty-block-text": "error",
    # shape
    "unknown-key": "error",
    "missing-key": "error",
    "unknown-choice": "error",
    "wrong-shape": "error",
    "wrong-form": "error",
    # meaning
    "date-differs-from-name": "error",
    "future-date": "error",
    "undated-record": "warning",
    "unknown-client": "error",
    "unknown-therapist": "error",
    "therapist-has-left": "warning",
    "therapist-not-named": "warning",
    "unknown-person": "error",
    "unknown-record": "error",
    "unknown-exercise": "error",
    "unknown-technique": "error",
    "unknown-presentation": "error",
    "unknown-entry": "error",
    "impossible-instrument": "error",
    "broken-figure": "error",
    "doubtful-figure": "warning",
    "unknown-measure": "error",
    "unknown-screening": "error",
    "unknown-place": "warning",
    "unknown-muscle": "warning",
    "duplicate-id": "error",
    "plan-without-measured-goal": "warning",
    "plan-without-homework": "warning",
    "plan-without-visits": "warning",
    "goal-without-measure": "warning",
    "target-within-error": "warning",
    "goal-met-at-baseline": "warning",
    "target-out-of-reach": "warning",
    "expectation-without-size": "warning",
    "expectation-wrong-way": "warning",
    "expectation-overdue": "warning",
    "reassessment-overdue": "warning",
    "decision-missing": "warning",
    "visits-beyond-plan": "warning",
    "homework-without-dose": "warning",
    "homework-weeks-outside-plan": "warning",
    "too-many-homework-lines": "warning",
    "session-outside-plan": "warning",
    "visit-number-repeated": "warning",
    "visit-recorded-twice": "warning",
    "minor-without-guardian": "warning",
    "minor-alone": "warning",
    "consent-by-minor": "warning",
    "score-outside-range": "error",
    "items-do-not-fit": "warning",
    "total-differs-from-items": "warning",
    "movement-beyond-limits": "warning",
    "technique-outside-skills": "warning",
    "doubtful-value": "warning",
    "treated-after-red-flag": "error",
    "red-flags-not-asked": "warning",
    "medicine-not-screened": "warning",
    "consent-missing": "warning",
    "consent-expired": "warning",
    "consent-withdrawn": "warning",
    "red-flag-without-action": "warning",
    "technique-blocked": "warning",
    "did-what-is-left-out": "warning",
    "homework-contraindicated": "warning",
    "homework-outside-scope": "warning",
    "plan-without-agreement": "warning",
    "all-homework-declined": "warning",
    "referral-not-made": "warning",
    "file-missing": "warning",
    "broken-template": "error",
    # a handout
    "hard-to-read": "warning",
    "hard-words": "note",
    "many-lines": "note",
    "too-many-lines": "warning",
    "no-stop-rule": "warning",
    "no-picture": "note",
    "no-when": "note",
    "dose-outside-guidance": "warning",
    "untranslated": "warning",
    "words-as-written": "note",
    "not-reviewed": "note",
    "too-many-pages": "warning",
    "over-the-margin": "warning",
}
"""Every name a finding can have, and how grave it is. A name never changes its meaning."""


OF_CARE = frozenset(("treated-after-red-flag",))
"""Errors of the care and not of the record: what happened is kept, since a record that is refused is lost or untrue."""


class Finding(Frozen):
    """One thing to settle.

    Attributes:
        name: kebab-case name of what is wrong, a key of `SEVERITIES`.
        message: one sentence; never holds a client's free text.
        span: where it stands.
        help: what to do about it, one line, or nothing.
        related: the other places a reader should look at.
    """

    name: str
    message: str
    span: Span
    help: str | None = None
    related: tuple[Span, ...] = ()

    @property
    def severity(self) -> Severity:
        """How grave it is, by name."""
        return SEVERITIES[self.name]

    @property
    def refuses(self) -> bool:
        """Whether a record that has it is not kept."""
        return self.severity == "error" and self.name not in OF_CARE


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Help that names the nearest of the known words, or nothing when none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word[:60], [k for k in known if k != word], n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else None


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings sorted by file, place and name, each told once."""
    return sorted(set(findings), key=lambda f: (f.span.file, f.span.line, f.span.column, f.name, f.message))
