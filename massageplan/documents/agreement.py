"""The agreement: plain input to its view. Pure: no disk, no clock.

What is not in `AgreementInput` cannot reach the sheet: no diagnosis, no note, nothing of screening, and of what was
left out on purpose not even the fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from . import agreement_words, moments, plain, plain_figures, plain_names, plain_places
from .agreement_view import AgreementView, GoalRow, Labelled
from .form_view import Known
from .handout import confidence, expected
from .line import block
from .view import Paper, PracticeCard
from .words import ENGLISH, Words


class GoalInput(Struct, frozen=True, kw_only=True):
    """One goal as the records have it.

    Attributes:
        now: newest figure, or the one the plan began with.
        most: end of the scale of its bare numbers, such as 10.
        can: whether ten means that the client can do it as before.
        scale: what its numbers are about, where the words of the goal need not say it: pain or headache.
        own: whether it is the client's own; the therapist's are told apart.
    """

    words: str
    now: str | None = None
    aim: str | None = None
    by: str | None = None
    most: int | None = None
    can: bool = False
    scale: str | None = None
    own: bool = True


class Moved(Struct, frozen=True, kw_only=True):
    """What is expected of a goal: the figure now, the one by then, and the end of their scale."""

    goal: str
    to: str
    start: str | None = None
    most: int | None = None


class Spot(Struct, frozen=True, kw_only=True):
    """A part of the body: `right gluteus-medius`, and the region it is assessed with, by id and by name."""

    id: str
    side: str | None = None
    area: str | None = None
    region: str | None = None


class Doing(Struct, frozen=True, kw_only=True):
    """A technique of the plan: its id, its name in the library, whether that is the practice's own, and where."""

    id: str
    name: str
    own: bool = False
    spots: tuple[Spot, ...] = ()


class Refused(Struct, frozen=True, kw_only=True):
    """What the client said no to, and the id of the exercise where it is one."""

    what: str
    why: str | None = None
    exercise: str | None = None


class AgreementInput(Struct, frozen=True, kw_only=True):
    """Everything an agreement is made from, taken out of the records.

    Attributes:
        who: the person.
        day: of the plan: an ISO date, or words.
        hurts: the places of the symptoms as last listed.
        why: long text of the plan.
        visits: blocks of visits with the keys of a record.
        had: visits kept before the plan began to count; 0 where it is the first.
        homework: the lines to be done, with the keys of a record; those the client declined are not among them.
        exercises: library entries by id, of the homework and of what was declined.
        helpers: name (or nothing) and profession.
        expect: the plan's `expect`, and `moved` what it comes to in the figure of a goal.
        changed: where it is a change of a plan: the reason as written.
        refused: the day on which the client said no to the whole of it, a date or words.
        confidence: such as `7/10`.
        record: what it was made from.
    """

    practice: PracticeCard
    who: Known = Known()
    day: str | None = None
    goals: tuple[GoalInput, ...] = ()
    hurts: tuple[Spot, ...] = ()
    why: str | None = None
    does: tuple[Doing, ...] = ()
    visits: tuple[Mapping[str, Any], ...] = ()
    had: int = 0
    homework: tuple[Mapping[str, Any], ...] = ()
    exercises: Mapping[str, Mapping[str, Any]] = {}
    helpers: tuple[tuple[str | None, str | None], ...] = ()
    expect: Mapping[str, Any] | None = None
    moved: Moved | None = None
    changed: str | None = None
    refused: str | None = None
    declined: tuple[Refused, ...] = ()
    confidence: str | None = None
    record: str | None = None
    paper: Paper = "letter"
    large: bool = False


def build(given: AgreementInput, words: Words = ENGLISH) -> AgreementView:
    """The view of an agreement, every figure in words."""
    expect, note = expected(given.expect, words, agreement_words.moved(given.moved, words))
    return AgreementView(
        language=words.language,
        unreviewed=not words.reviewed,
        paper=given.paper,
        large=given.large,
        practice=given.practice,
        who=given.who,
        day=moments.spoken(given.day, words) if given.day else None,
        goals=tuple(_goal(goal, words) for goal in given.goals if goal.own),
        also=tuple(_goal(goal, words) for goal in given.goals if not goal.own),
        scales=agreement_words.scales(given.goals, words),
        dated=any(goal.by for goal in given.goals if goal.own),
        changed=agreement_words.changed(given.changed, given.day or "", words),
        refused=moments.spoken(given.refused, words) if given.refused else None,
        places=_places(given.hurts, words),
        why=given.why,
        does=_does(given.does, words),
        visits=tuple(
            filter(
                None, (plain_figures.visits(v, words, bool(given.had) and n == 0) for n, v in enumerate(given.visits))
            )
        ),
        homework=tuple(_line(item, given.exercises, words) for item in given.homework),
        helpers=tuple(_helper(name, what, words) for name, what in given.helpers),
        expect=expect,
        expect_note=note,
        declined=tuple(_refused(each, given.exercises, words) for each in given.declined),
        confidence=confidence(given.confidence, words),
        record=given.record,
    )


def _places(spots: tuple[Spot, ...], words: Words) -> tuple[str, ...]:
    """Where it hurts, each place once, to be read as one list: its first word has a capital."""
    first, *others = dict.fromkeys(filter(None, (_spot(spot, words) for spot in spots))) or ("",)
    return tuple(filter(None, (plain.sentence(first), *others)))


def _goal(goal: GoalInput, words: Words) -> GoalRow:
    return GoalRow(
        words=goal.words,
        now=agreement_words.figure(goal.now, goal, words),
        aim=agreement_words.figure(goal.aim, goal, words),
        by=moments.spoken(goal.by, words) if goal.by else None,
    )


def _does(given: tuple[Doing, ...], words: Words) -> tuple[Labelled, ...]:
    """Each thing that is done, once, with all its places."""
    found: dict[str, dict[str, None]] = {}
    for doing in given:
        name = (None if doing.own else plain_names.technique(doing.id, words)) or doing.name
        found.setdefault(name, {}).update(dict.fromkeys(filter(None, (_spot(s, words) for s in doing.spots))))
    return tuple(Labelled(name=name, words=", ".join(places) or None) for name, places in found.items())


def _spot(spot: Spot, words: Words) -> str | None:
    name = plain_places.place(spot.id, words) or plain_places.region(spot.area or "", words)
    name = name or (spot.region or spot.id.replace("-", " ")).casefold()
    return plain_places.sided(name, spot.side if spot.side in ("left", "right") else None, words) or None


def _line(item: Mapping[str, Any], exercises: Mapping[str, Mapping[str, Any]], words: Words) -> Labelled:
    """A line of homework: the exercise by its name and its dose."""
    name = _exercise(plain.text(item.get("do")), exercises, words)
    own = plain.text(item.get("words"))
    return Labelled(name=plain.sentence(name or own or plain.text(item.get("do")).replace("-", " ")),
                    words=plain_figures.short_dose(item, words))  # fmt: skip


def _exercise(id: str, exercises: Mapping[str, Mapping[str, Any]], words: Words) -> str:
    return plain.text(block(exercises.get(id, {}), words.language).get("name"))


def _refused(given: Refused, exercises: Mapping[str, Mapping[str, Any]], words: Words) -> Labelled:
    name = _exercise(given.exercise, exercises, words) if given.exercise else ""
    return Labelled(name=plain.sentence(name or given.what), words=given.why)


def _helper(name: str | None, profession: str | None, words: Words) -> Labelled:
    what = plain_names.profession(profession, words) if profession else None
    return Labelled(name=name, words=what) if name else Labelled(name=plain.sentence(what or ""))
