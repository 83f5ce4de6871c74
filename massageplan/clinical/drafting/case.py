"""The findings of a course as a draft needs them: the newest figures, where it hurts, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...records.care import Assessment
from ..consent import standing as consents
from ..course import courses
from ..measures import all_rows, with_usual
from ..places import region_of
from ..screening import sore_regions, standing
from .base import Case
from .change import now_of, unwanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...library.catalogue import Library
    from ...records.folder import Entry, Folder, House
    from ...records.people import Person as Professional
    from ...records.people import Therapist
    from ..course import Course
    from ..reference import Person
    from ..rows import Measurement

MOST_LINES = 3
"""Lines of homework a draft has at most, unless the practice says fewer (house rule; see adherence number-2-5-8)."""


def case_for(
    folder: Folder,
    house: House,
    library: Library,
    person: Person,
    day: str,
    therapist: Therapist | None = None,
    own: Sequence[str] = (),
) -> Case | None:
    """The case of a client's newest course on a day; None where the course has no assessment.

    Args:
        day: an ISO date; later records are not looked at.
        therapist: whose skills count; None where the practice has nobody of this name.
        own: what the practice's finished courses say.
    """
    known = folder.until(day).entries
    course = _course(folder, day)
    entries = course.entries if course else ()
    made = [entry for entry in entries if isinstance(entry.record, Assessment)]
    if not made:
        return None
    skills = therapist.skills if therapist else None
    now = now_of(course, day) if course else None
    return Case(
        folder=folder,
        assessment=made[-1],
        entries=entries,
        rows=_newest(all_rows(entries, library), house),
        regions=_regions(made, library),
        presentation=_presentation(made),
        standing=standing(known),
        skills=frozenset((skills,) if isinstance(skills, str) else skills) if skills is not None else None,
        people=_people(folder, house),
        library=library,
        person=person,
        client=folder.client,
        most_lines=_most_lines(house),
        own=tuple(own),
        day=day,
        consents=consents(known, library, day),
        network=house.network_document,
        now=now,
        unwanted=unwanted(now),
    )


def _course(folder: Folder, day: str) -> Course | None:
    """The newest course by the records up to a day; None where there is none, or it has ended."""
    found = courses(folder.until(day))
    return found[-1] if found and found[-1].discharge is None else None


def _newest(rows: Iterable[Measurement], house: House) -> tuple[Measurement, ...]:
    """The newest figure of each address and side, in the order in which they were first told.

    What was measured after a visit tells of the visit, and single readings of several are told by their joined one.
    """
    usual = house.practice.usual or {}
    out: dict[tuple[str, str | None], Measurement] = {}
    for row in rows:
        if row.value.is_nothing or not row.charted or not row.of_client:
            continue
        if row.trial is not None and (row.address, row.side) in out and out[row.address, row.side].trial is None:
            continue
        out[row.address, row.side] = with_usual(row, usual)
    return tuple(out.values())


def _regions(made: Sequence[Entry], library: Library) -> tuple[str, ...]:
    """Where it hurts by the newest assessment that says so; else the region of its picture; else anywhere."""
    for entry in reversed(made):
        found = tuple(dict.fromkeys(region for _, region in sore_regions(entry, library)))
        if found:
            return found
    item = library.item("presentation", _presentation(made) or "")
    region = str(item.data.get("region") or "") if item else ""
    return (region_of(library, None, region) or region or "general",)


def _presentation(made: Sequence[Entry]) -> str | None:
    told = (entry.record.presentation for entry in reversed(made) if isinstance(entry.record, Assessment))
    return next((each for each in told if each), None)


def _people(folder: Folder, house: House) -> tuple[Professional, ...]:
    people = [each for each in (house.network.people if house.network else ()) if not each.gone]
    team = folder.client.team if folder.client else None
    own = (team,) if isinstance(team, str) else team or ()
    return tuple(sorted(people, key=lambda each: (each.id not in own,)))


def _most_lines(house: House) -> int:
    written = (house.practice.homework or {}).get("most-lines", "")
    told = written if isinstance(written, str) and written.isdigit() else "0"
    return min(int(told), MOST_LINES) if told != "0" else MOST_LINES
