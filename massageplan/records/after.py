"""Records of what happens around the visits: events, letters and answers, corrections, the end of care."""

from __future__ import annotations

from .agreed import Declined
from .base import Dated, Measures, Text, Texts
from .parts import (
    Adverses,
    Change,
    Happening,
    History,
    Homework,
    Later,
    Screening,
    Symptoms,
    ToWhom,
    Withheld,
)


class Event(Dated, frozen=True, kw_only=True):
    """Something that happened to the client outside the plan."""

    what: Text = None
    words: Text = None
    who: Text = None
    how: Text = None
    where: Texts = None
    of: Text = None
    change: Text = None
    after: Text = None
    severity: Text = None
    lasted: Text = None
    until: Text = None
    settled: Text = None
    did: Text = None
    measures: Measures = None
    history: History = None
    symptoms: Symptoms = None
    screening: Screening = None


class Referral(Dated, frozen=True, kw_only=True):
    """Someone is asked to help (`to`), or asked us (`from`)."""

    to: Text = None
    from_: Text = None
    ask: Text = None
    urgency: Text = None
    why: Text = None
    label: Text = None
    findings: Texts = None
    done_so_far: Text = None
    meanwhile: Text = None
    reply_by: Text = None
    consent: Text = None
    shares: Texts = None
    withholds: Texts = None
    how: Text = None
    sent: Text = None


class Followup(Dated, frozen=True, kw_only=True):
    """What became of a plan, a referral or a handout."""

    of: Text = None
    what: Text = None
    from_: Text = None
    who: Text = None
    how: Text = None
    says: Text = None
    teach_back: Text = None
    confidence: Text = None
    declined: Declined = None
    words: Text = None
    found: Texts = None
    diagnoses: str | tuple[str | Happening, ...] | None = None
    advice: Texts = None
    limits: str | tuple[str | Withheld, ...] | None = None
    measures: Measures = None
    acted: Text = None
    closed: Text = None


class Discharge(Dated, frozen=True, kw_only=True):
    """Why care ends, and what goes on at home."""

    reason: Text = None
    words: Text = None
    goals: dict[str, str] | None = None
    visits: dict[str, str] | None = None
    measures: Measures = None
    homework: str | tuple[Homework, ...] | None = None
    follow_up: str | tuple[Later, ...] | None = None
    referrals: str | tuple[ToWhom, ...] | None = None
    adverse: Adverses = None
    summary: Text = None


class Amendment(Dated, frozen=True, kw_only=True):
    """A correction of a record, with its reason."""

    amends: Text = None
    who: Text = None
    why: Text = None
    changes: tuple[Change, ...] | None = None
    strike: Text = None
