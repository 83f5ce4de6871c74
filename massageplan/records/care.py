"""Records made in the treatment room: assessment, plan, session and what belongs to them."""

from __future__ import annotations

from .agreed import Agreed
from .base import Dated, Measures, Text, Texts
from .parts import (
    Adverses,
    Advice,
    Consents,
    Diary,
    Expect,
    Goal,
    History,
    Homework,
    HomeworkDone,
    Length,
    Phase,
    Product,
    Screening,
    Symptoms,
    ToWhom,
    Track,
    Uses,
    Visits,
    Withheld,
)

NOT_KEPT = ("missed", "moved", "cancelled", "cancelled-late", "we-cancelled")
"""What `attended` says of a visit that did not take place."""


class HistoryRecord(Dated, frozen=True, kw_only=True):
    """The intake, and what changed since, outside an assessment."""

    who: Text = None
    how: Text = None
    history: History = None
    screening: Screening = None


class Assessment(Dated, frozen=True, kw_only=True):
    """What the client told and what was measured."""

    visit: Text = None
    start: Text = None
    length: Length = None
    who: Text = None
    how: Text = None
    where: Text = None
    reason: Text = None
    symptoms: Symptoms = None
    history: History = None
    screening: Screening = None
    presentation: Text = None
    measures: Measures = None
    diary: Diary = None
    impression: Text = None
    possible: Texts = None
    next: Text = None


class Consent(Dated, frozen=True, kw_only=True):
    """What was agreed to, refused or withdrawn on one day."""

    who: str | dict[str, str] | None = None
    gives: Consents = None
    refuses: Consents = None
    withdraws: Consents = None
    how: Text = None
    told: Texts = None
    language: Text = None
    interpreter: Text = None
    witness: Text = None
    words: Text = None


class Plan(Dated, frozen=True, kw_only=True):
    """What both want, what each does about it, and by when a difference is expected.

    Attributes:
        changed_because: makes this a change laid over the plan in force, instead of a new plan.
    """

    assessment: Text = None
    changed_because: Text = None
    starts: Text = None
    agreed: Agreed | None = None
    why: Text = None
    because: Texts = None
    goals: str | tuple[Goal, ...] | None = None
    visits: Visits | tuple[Visits, ...] | None = None
    phases: tuple[Phase, ...] | None = None
    expect: Expect | None = None
    track: tuple[Track, ...] | None = None
    techniques: Uses = None
    routines: dict[str, Uses] | None = None
    homework: str | tuple[Homework, ...] | None = None
    advice: Advice = None
    referrals: str | tuple[ToWhom, ...] | None = None
    withheld: str | tuple[str | Withheld, ...] | None = None
    discharge_when: Text = None
    gave: Texts = None

    @property
    def advised(self) -> tuple[str, ...]:
        """The sentences of `advice`, without their reasons."""
        listed = self.advice if isinstance(self.advice, tuple) else () if self.advice is None else (self.advice,)
        return tuple(each if isinstance(each, str) else each.say for each in listed)


class Session(Dated, frozen=True, kw_only=True):
    """A visit, kept or missed."""

    visit: Text = None
    attended: Text = None
    start: Text = None
    length: Length = None
    where: Text = None
    present: Texts = None
    said: Text = None
    symptoms: Symptoms = None
    history: History = None
    screening: Screening = None
    consented: Texts = None
    measures: Measures = None
    did: Uses = None
    products: tuple[str | Product, ...] | None = None
    positioning: Text = None
    comfort: Text = None
    response: Text = None
    adverse: Adverses = None
    taught: Texts = None
    homework: str | tuple[Homework, ...] | None = None
    homework_done: HomeworkDone = None
    decision: Text = None
    because: Text = None
    next: Text = None
    gave: Texts = None
    fee: Text = None

    @property
    def took_place(self) -> bool:
        """Whether the client was treated or at least came."""
        return self.attended not in NOT_KEPT


class Checkin(Dated, frozen=True, kw_only=True):
    """What the client reports between visits."""

    how: Text = None
    who: Text = None
    said: Text = None
    symptoms: Symptoms = None
    history: History = None
    measures: Measures = None
    diary: Diary = None
    homework: str | tuple[Homework, ...] | None = None
    homework_done: HomeworkDone = None
    adverse: Adverses = None
    asked: Text = None
    answered: Text = None
    decision: Text = None
    because: Text = None
    next: Text = None
