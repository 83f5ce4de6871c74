"""Visits held against the consents of their day: which were treated without, and in which sensitive areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..records.base import texts
from ..records.care import Session
from .consent import Consents, Moment, Standing, spoken
from .course import done_uses, visit_numbers
from .moments import read_count, read_date, week_of
from .sensitive import covers, read_place, treated_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..library.catalogue import Library
    from ..records.folder import Entry, Folder
    from ..records.parts import Use
    from ..span import Path
    from .consent import Word
    from .course import Course


class Touched(Frozen):
    """A sensitive place that was treated at a visit.

    Attributes:
        side: left, right or both, if the record says so.
        path: where the technique stands in the record.
        standing: what the client had agreed to for it.
    """

    place: str
    side: str | None
    path: Path
    standing: Standing

    @property
    def name(self) -> str:
        """As it is written in a record: `right gluteal`."""
        return f"{self.side} {self.place}" if self.side else self.place


class Held(Frozen):
    """A visit at which something was done.

    Attributes:
        treatment: what the client had agreed to as for treatment.
        areas: sensitive places that were treated; those agreed to again at the visit (`consented`) are not in it.
    """

    course: Course
    entry: Entry
    treatment: Standing
    areas: tuple[Touched, ...]


def first_of_courses(visits: Iterable[Held]) -> list[Held]:
    """The first visit of each course among some, oldest first."""
    out: list[Held] = []
    for visit in visits:
        if all(visit.course is not each.course for each in out):
            out.append(visit)
    return out


def held(folder: Folder, courses: Sequence[Course], library: Library) -> list[Held]:
    """Every visit that took place and at which something was done, with what was agreed to by then.

    Of a visit without a date only records that come before it count.
    """
    words = spoken(folder.entries, library)
    places = {entry.stem: n for n, entry in enumerate(folder.entries)}
    out: list[Held] = []
    for course in courses:
        numbers = visit_numbers(course) if any(word.covers or word.until for word in words) else {}
        for visit in course.visits_kept:
            uses = done_uses(course.entries, visit)
            if uses is None:
                continue
            known = said_by(visit, words, places)
            consents = Consents(known, moment_of(course, visit, numbers) if numbers else Moment(visit.day))
            areas = tuple(_touched(visit, uses, consents, library))
            out.append(Held(course, visit, consents.on("treatment"), areas))
    return out


def said_by(entry: Entry, words: Sequence[Word], places: Mapping[str, int]) -> tuple[Word, ...]:
    """The words that count for a record: those up to its day, or that come before it where it has none.

    Args:
        places: each record's place in its folder, by stem.
    """
    day, at = entry.day, places[entry.stem]
    return tuple(w for w in words if (w.day is None or w.day <= day if day else places[w.entry.stem] < at))


def moment_of(course: Course, visit: Entry, numbers: Mapping[str, str]) -> Moment:
    """The moment of a record, by which `until` and `covers` are read: its day, its week, a visit's number.

    Args:
        numbers: numbers of the course's visits by stem (`course.visit_numbers`).
    """
    day, starts = read_date(visit.day), course.starts
    return Moment(visit.day, read_count(numbers.get(visit.stem)), week_of(day, starts) if day and starts else None)


def _touched(
    visit: Entry, uses: Sequence[tuple[str | Use, Path]], consents: Consents, library: Library
) -> Iterator[Touched]:
    assert isinstance(visit.record, Session)
    today = [read_place(library, place) for place in texts(visit.record.consented)]
    seen: set[tuple[str | None, str]] = set()
    for use, path in uses:
        for side, place in treated_places(use, library):
            if (side, place) in seen or agreed_again(today, side, place):
                continue
            seen.add((side, place))
            yield Touched(place, side, path, consents.area(place, side))


def agreed_again(today: Sequence[tuple[str | None, str]], side: str | None, place: str) -> bool:
    """Whether a place is among those agreed to again at the visit, of both sides where both were treated."""
    named = [given for given, id in today if covers(id, place)]
    sides = ("left", "right") if side == "both" else (side,)
    return all(any(given not in ("left", "right") or each in (given, None) for given in named) for each in sides)
