"""What the template of the agreement may see. All texts are plain text but `why`, which is long text."""

from __future__ import annotations

from msgspec import Struct

from .form_view import FormView


class GoalRow(Struct, frozen=True, kw_only=True):
    """One goal.

    Attributes:
        words: the client's own.
        now, aim: the figure in words; none where there is no figure.
        by: by when, in words.
    """

    words: str
    now: str | None = None
    aim: str | None = None
    by: str | None = None


class Labelled(Struct, frozen=True, kw_only=True):
    """A name, and what is said of it."""

    name: str
    words: str | None = None


class AgreementView(FormView, frozen=True, kw_only=True):
    """What client and therapist agree to.

    Attributes:
        day: of the plan, in words.
        goals: the client's, the main one first; `also` what the therapist measures besides.
        scales: whole sentences: what the ends of the scales of the goals mean.
        dated: whether any of the client's goals has a day.
        changed: whole sentence: that the plan was changed, when and perhaps why.
        refused: the day on which the client said no to the whole plan, in words.
        places: where it hurts.
        why: why it hurts, long text.
        does: what is done at a visit, and where.
        visits: whole sentences: how many, how often, how long.
        homework: what the client does at home, with its dose.
        helpers: who else helps, and what they are.
        expect: whole sentence: by when a difference should be felt; `expect_note` what the therapist added.
        declined: what the client said no to.
        confidence: in words; none where it was not told.
        record: what it was made from.
    """

    day: str | None = None
    goals: tuple[GoalRow, ...] = ()
    also: tuple[GoalRow, ...] = ()
    scales: tuple[str, ...] = ()
    dated: bool = False
    changed: str | None = None
    refused: str | None = None
    places: tuple[str, ...] = ()
    why: str | None = None
    does: tuple[Labelled, ...] = ()
    visits: tuple[str, ...] = ()
    homework: tuple[Labelled, ...] = ()
    helpers: tuple[Labelled, ...] = ()
    expect: str | None = None
    expect_note: str | None = None
    declined: tuple[Labelled, ...] = ()
    confidence: str | None = None
    record: str | None = None
