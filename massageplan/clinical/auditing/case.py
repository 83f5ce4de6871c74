"""One client's folder as an audit looks at it: visits, and what was agreed to by each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...frozen import Frozen
from ...records.care import Plan, Session
from ...span import Span
from ..age import CHILD, younger_before
from ..consent import Consents, Moment, Word, spoken
from ..consented import moment_of, said_by
from ..course import Course, courses, done_uses, in_force, visit_numbers
from ..minors import is_childs_own
from ..moments import read_date, week_of
from .base import Rule, how, is_signed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ...library.catalogue import Library
    from ...records.folder import Entry, Folder, House
    from ...records.parts import Use


class Visit(Frozen):
    """A visit that took place.

    Attributes:
        plan: the plan in force on its day.
        at: its moment, by which consents are read.
        uses: what was done; `as planned` and a routine stand for what the plan in force says.
    """

    entry: Entry
    session: Session
    plan: Plan | None
    at: Moment
    uses: tuple[str | Use, ...]

    @property
    def span(self) -> Span:
        """The first line of its record."""
        return Span(self.entry.document.file)


class Case:
    """One client's folder and what every rule may look at.

    Args:
        versioned: whether the practice is in a git repository.
    """

    def __init__(self, folder: Folder, house: House, library: Library, today: date, versioned: bool) -> None:
        self.folder = folder
        self.house = house
        self.library = library
        self.today = today
        self.versioned = versioned
        self.rules: tuple[Rule, ...] = ()
        """All rules of the place."""

    @cached_property
    def courses(self) -> list[Course]:
        """The client's courses of care."""
        return courses(self.folder)

    @cached_property
    def visits(self) -> list[Visit]:
        """The visits that took place, oldest first."""
        return [visit for course in self.courses for visit in _visits(course)]

    @property
    def client_span(self) -> Span:
        """Where to look for what no record holds."""
        return Span(f"clients/{self.folder.code}/client.yaml")

    @property
    def practice_span(self) -> Span:
        """Where what concerns the whole practice stands."""
        return Span(self.house.practice_document.file)

    @cached_property
    def _spoken(self) -> tuple[Word, ...]:
        return spoken(self.folder.entries, self.library)

    @cached_property
    def childs(self) -> tuple[Word, ...]:
        """Each yes that is a child's own, oldest first."""
        client = self.folder.client
        limit = younger_before(self.folder, CHILD) if self._spoken else ""
        free = {*(self.house.practice.allow or ()), *((client and client.allow) or ())}

        def decides(entry: Entry) -> bool:
            return _BY_MINOR in free or _BY_MINOR in (entry.record.allow or ())

        return tuple(
            word
            for word in self._spoken
            if word.verb == "given"
            and (how(word.entry) == "assent" or (is_childs_own(word.entry, client, limit) and not decides(word.entry)))
        )

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """What the client has said of consent, oldest first. A child's own yes is no consent; a child's no counts."""
        childs = {id(word) for word in self.childs}
        return tuple(word for word in self._spoken if id(word) not in childs)

    @cached_property
    def yeses(self) -> tuple[Word, ...]:
        """Each consent to treatment, oldest first."""
        return tuple(w for w in self.words if w.purpose == "treatment" and w.verb == "given")

    def by(self, visit: Visit) -> Consents:
        """What the client had agreed to by a visit."""
        return Consents(said_by(visit.entry, self.words, self._places), visit.at)

    def by_day(self, day: str | None, entry: Entry | None = None) -> Consents:
        """What the client had agreed to by a day, or at all.

        Args:
            entry: the record for which it is asked; weeks are counted in its course, or in the last.
        """
        course = next((c for c in reversed(self.courses) if entry is None or entry in c.entries), None)
        date, starts = read_date(day), course.starts if course else None
        week = week_of(date, starts) if date and starts else None
        words = tuple(w for w in self.words if day is None or w.day is None or w.day <= day)
        return Consents(words, Moment(day, None, week))

    @cached_property
    def signed(self) -> tuple[Word, ...]:
        """The signed consents to treatment that stood at a visit or stand today, oldest first."""
        asked = [*map(self.by, self.visits), self.by_day(self.today.isoformat())]
        return tuple(w for w in self.yeses if is_signed(w) and any(_stands(w, each) for each in asked))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {entry.stem: n for n, entry in enumerate(self.folder.entries)}


_BY_MINOR = "consent-by-minor"
"""The finding that is silenced (`allow`) where a client under 16 may decide alone."""


def _stands(word: Word, asked: Consents) -> bool:
    """Whether a consent to treatment holds by itself, as if it had been the only yes."""
    return asked.only(lambda each: each is word).on("treatment").is_given


def _visits(course: Course) -> Iterator[Visit]:
    numbers = visit_numbers(course)
    for entry in course.visits_kept:
        assert isinstance(entry.record, Session)
        holds = in_force(course, entry.day)
        uses = tuple(use for use, _ in done_uses(course.entries, entry) or ())
        yield Visit(entry, entry.record, holds.plan if holds else None, moment_of(course, entry, numbers), uses)
