"""Techniques that a plan leaves out, held against what was done at its visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..records.base import texts
from ..records.care import Plan, Session
from .course import Course, in_force, visit_numbers
from .moments import read_count, read_date, read_visit, read_week, week_of
from .places import regions_of
from .sensitive import covers, named_places, read_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..library.catalogue import Library
    from ..records.folder import Entry
    from ..records.parts import Use, Withheld
    from ..span import Path, Span

Sided = tuple[str | None, str]
"""Side and id of a place."""


class Done(Frozen):
    """A technique that was used at a visit though the plan in force leaves it out.

    Attributes:
        path: where it stands in the record of the visit.
        span: where the plan leaves it out.
    """

    visit: Entry
    technique: str
    path: Path
    span: Span


def done_though_left_out(course: Course, library: Library) -> Iterator[Done]:
    """The first use at each kept visit of each technique that the plan in force leaves out, oldest first.

    Only what a visit lists is looked at: `as planned` is what the plan allows.
    """
    numbers = visit_numbers(course)
    for n, entry in enumerate(course.entries, 1):
        session = entry.record
        if not (isinstance(session, Session) and session.took_place and isinstance(session.did, tuple)):
            continue
        for line, span in _left_out(course.entries[:n]):
            if _is_over(line.until, entry, read_count(numbers.get(entry.stem)), course):
                continue
            hits = (k for k, use in enumerate(session.did) if _is_it(line, use, library))
            if (first := next(hits, None)) is not None:
                yield Done(entry, line.what or "", ("did", first), span)


def _left_out(entries: tuple[Entry, ...]) -> list[tuple[Withheld, Span]]:
    """What the plan in force after some records leaves out, each with where it stands."""
    from ..records.parts import Withheld

    plans = tuple(e for e in entries if isinstance(e.record, Plan))
    force = in_force(Course(entries, plans, None)) if plans else None
    listed = force.plan.withheld if force else None
    if not isinstance(listed, tuple):
        return []
    named = next(e for e in reversed(plans) if isinstance(e.record, Plan) and e.record.withheld is listed)
    return [
        (Withheld(what=each) if isinstance(each, str) else each, named.span(("withheld", n)))
        for n, each in enumerate(listed)
    ]


def _is_over(until: str | None, visit: Entry, number: int | None, course: Course) -> bool:
    """Whether what is left out until a moment may be done at a visit again; what cannot be placed in time holds on."""
    later = (until or "").startswith("after ")
    day, starts = read_date(visit.day), course.starts
    if (named := read_visit(until)) is not None:
        return number is not None and number >= named + later
    if (week := read_week((until or "").removeprefix("after "))) is not None:
        return day is not None and starts is not None and week_of(day, starts) >= week + later
    end = read_date((until or "").removeprefix("after "))
    return end is not None and day is not None and (day > end if later else day >= end)


def _is_it(line: Withheld, use: str | Use, library: Library) -> bool:
    """Whether a use is of the technique that is left out, at its place where one is named."""
    name = use.split(" ", 1)[0] if isinstance(use, str) else use.use
    if name != line.what:
        return False
    places = [read_place(library, text) for text in texts(line.where)]
    return not places or any(
        _lies_in(treated, place, library) for treated in named_places(use, library) for place in places
    )


def _lies_in(treated: Sided, place: Sided, library: Library) -> bool:
    (side, id), (wanted, around) = treated, place
    if {side, wanted} == {"left", "right"}:
        return False
    return covers(around, id) or around in regions_of(library, id)
