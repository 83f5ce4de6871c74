"""What the templates of the paper forms may see. All texts are plain text."""

from __future__ import annotations

from msgspec import Struct

from .view import PracticeCard, View

POINTS = tuple(str(n) for n in range(11))
"""The heads of a row from 0 to 10."""


class Known(Struct, frozen=True, kw_only=True):
    """What the practice knows of the person; what is not known is a line to write on.

    Attributes:
        born: the day in words.
        guardian, relation: who decides for them, and what that person is to them.
    """

    name: str | None = None
    born: str | None = None
    phone: str | None = None
    email: str | None = None
    work: str | None = None
    emergency: str | None = None
    guardian: str | None = None
    relation: str | None = None


class Step(Struct, frozen=True):
    """One line of "How to enter this": the boxes, the command that takes them, and what is typed besides.

    Attributes:
        adds: numbers that the prompt asks and the sheet does not, as they are typed: `-3 -42`.
    """

    boxes: str
    command: str
    adds: str = ""


class Sign(Struct, frozen=True):
    """A question about a warning sign or its name, with the number under which the prompt asks it."""

    number: int
    words: str


class Question(Struct, frozen=True):
    """One sentence of a questionnaire, and what its lowest and highest answer mean."""

    words: str
    ends: str | None = None


class Items(Struct, frozen=True, kw_only=True):
    """A questionnaire whose text may be printed.

    Attributes:
        name: its name in full.
        lead: how it is to be filled in.
        items: its sentences, in order and unchanged.
        points: heads of the answers, one a figure; empty where a sentence is ticked or not.
        credit: whose it is.
    """

    name: str
    items: tuple[Question, ...]
    lead: str | None = None
    points: tuple[str, ...] = ()
    credit: str | None = None


class Earlier(Struct, frozen=True):
    """Something the therapist measured: its name, and the figure of the last time, side by side."""

    name: str
    last: str


class FormView(View, frozen=True, kw_only=True):
    """What every form has.

    Attributes:
        practice: whose form it is.
        who: whom it is for.
        region: the body region in words, where one was chosen.
        enter: the commands that take it, in order.
        points: 0 to 10.
        blank: empty rows of a table, by their number.
    """

    practice: PracticeCard
    who: Known = Known()
    region: str | None = None
    enter: tuple[Step, ...] = ()
    points: tuple[str, ...] = POINTS
    blank: tuple[str, ...] = ("1", "2", "3")


class IntakeView(FormView, frozen=True, kw_only=True):
    """The first form.

    Attributes:
        signs: what is asked of the region before any touch, the gravest first.
        health: names of what asks for care, in three columns.
    """

    signs: tuple[Sign, ...] = ()
    health: tuple[tuple[Sign, ...], ...] = ()


class ConsentView(FormView, frozen=True, kw_only=True):
    """What the client agrees to.

    Attributes:
        places: where it hurts by the client's records, to be agreed to.
        team: professionals who may be told.
        minor: whether somebody else has to agree as well.
    """

    places: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    minor: bool = False


class ReassessmentView(FormView, frozen=True, kw_only=True):
    """The same questions again. No figure of the last time stands beside what the client rates.

    Attributes:
        since: the day of the last assessment in words.
        goals: the client's own words.
        ratings: rows from 0 to 10, such as "Right low back: now".
        counts: what is written as a number.
        activities: what the client wants to do again, in their own words.
        hand: names of questionnaires that have a paper of their own.
        sheets: those that are printed here.
        homework: names of what was to be done at home.
        signs: those of the region whose yes is an emergency.
        earlier: what the therapist measures again, in two columns.
    """

    since: str | None = None
    goals: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    hand: tuple[str, ...] = ()
    sheets: tuple[Items, ...] = ()
    homework: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    earlier: tuple[tuple[Earlier, ...], ...] = ()
