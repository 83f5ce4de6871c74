"""Every check, by name. An explicit list: a test holds it against the folder, the findings and the docs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ..findings import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    from ..findings import Finding
    from .base import ClientCase, Context, Page
    from .sheet import SheetCase

CLIENT_CHECKS = (
    "date-differs-from-name",
    "future-date",
    "undated-record",
    "unknown-client",
    "unknown-therapist",
    "therapist-has-left",
    "therapist-not-named",
    "unknown-person",
    "unknown-record",
    "unknown-exercise",
    "unknown-technique",
    "unknown-presentation",
    "unknown-measure",
    "unknown-screening",
    "unknown-place",
    "unknown-muscle",
    "duplicate-id",
    "plan-without-measured-goal",
    "plan-without-homework",
    "plan-without-visits",
    "goal-without-measure",
    "target-within-error",
    "goal-met-at-baseline",
    "target-out-of-reach",
    "expectation-without-size",
    "expectation-wrong-way",
    "expectation-overdue",
    "reassessment-overdue",
    "decision-missing",
    "visits-beyond-plan",
    "homework-without-dose",
    "homework-weeks-outside-plan",
    "too-many-homework-lines",
    "session-outside-plan",
    "visit-number-repeated",
    "visit-recorded-twice",
    "minor-without-guardian",
    "minor-alone",
    "consent-by-minor",
    "score-outside-range",
    "items-do-not-fit",
    "total-differs-from-items",
    "movement-beyond-limits",
    "technique-outside-skills",
    "doubtful-value",
    "treated-after-red-flag",
    "red-flags-not-asked",
    "medicine-not-screened",
    "consent-missing",
    "consent-expired",
    "consent-withdrawn",
    "red-flag-without-action",
    "technique-blocked",
    "did-what-is-left-out",
    "homework-contraindicated",
    "homework-outside-scope",
    "plan-without-agreement",
    "all-homework-declined",
    "referral-not-made",
)
"""Checks that look at one client's folder."""

PRACTICE_CHECKS = (
    "duplicate-id",
    "unknown-technique",
    "unknown-entry",
    "impossible-instrument",
    "broken-figure",
    "doubtful-figure",
)
"""Checks that look at practice.yaml and network.yaml."""

SHEET_CHECKS = (
    "hard-to-read",
    "hard-words",
    "many-lines",
    "too-many-lines",
    "no-stop-rule",
    "no-picture",
    "no-when",
    "dose-outside-guidance",
    "untranslated",
    "words-as-written",
    "not-reviewed",
    "too-many-pages",
    "over-the-margin",
)
"""Checks that look at a handout when it is made, and never at a file."""

ABROAD = frozenset(("untranslated", "words-as-written", "not-reviewed"))
"""Those that have something to say only where more than one language meets on a sheet."""

ON_PAPER = frozenset(("too-many-pages", "over-the-margin"))
"""Those that have something to say only where it was laid out in pages."""


def module(name: str) -> ModuleType:
    """The module of a check or of a finding made while reading."""
    return import_module(f"{__package__}.{name.replace('-', '_')}")


def page(name: str) -> Page:
    """The manual page of a finding."""
    from .base import read_page

    return read_page(module(name).__doc__ or "")


def names() -> tuple[str, ...]:
    """Every name that `explain` knows."""
    return tuple(SEVERITIES)


def client_checks() -> list[Callable[[ClientCase], Iterable[Finding]]]:
    """The functions that look at a client, in the order of the list."""
    return [module(name).check for name in CLIENT_CHECKS]


def practice_checks() -> list[Callable[[Context], Iterable[Finding]]]:
    """The functions that look at the whole practice."""
    return [module(name).check_practice for name in PRACTICE_CHECKS]


def sheet_checks(case: SheetCase) -> list[Callable[[SheetCase], Iterable[Finding]]]:
    """The functions that may have something to say of a handout, in the order of the list; others are not imported."""
    idle = (ON_PAPER if case.laid is None else frozenset()) | (frozenset() if case.is_abroad else ABROAD)
    return [module(name).check_sheet for name in SHEET_CHECKS if name not in idle]
