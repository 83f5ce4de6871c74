"""What the practice's own finished courses of one picture came to, read anew each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ..clinical.own_courses import Outcome
    from .load import Opened

MOST = 50
"""Finished courses that are looked at, the newest ones (house value): it bounds the time a large practice waits."""


def own_history(opened: Opened, presentation: str | None, today: date) -> tuple[str, ...]:
    """What the newest finished courses with a presentation came to, in sentences; nothing below ten of them.

    Only folders that have a discharge by the names of their files are looked at, and of them only those are read in
    full whose assessments name the presentation. Files that cannot be used are passed over.

    Args:
        presentation: its id; None gives nothing.
        today: courses that end later are left out.
    """
    from ..clinical.own_courses import said

    if not presentation:
        return ()
    found: list[Outcome] = []
    for code in _ended(opened, today.isoformat()):
        if _names(opened, code, presentation.encode()):
            found.extend(_outcomes(opened, code, presentation, today.isoformat()))
        if len(found) >= MOST:
            break
    return said(found[:MOST])


def _ended(opened: Opened, today: str) -> list[str]:
    """The clients with a discharge by the name of a file, the newest discharge first; undated ones last."""
    ends = {}
    for code in opened.files.codes():
        stems = [record.stem for record in opened.files.listing(code).records]
        days = [stem.moment if stem.dated else "" for stem in stems if stem.kind == "discharge"]
        past = [day for day in days if day <= today]
        if past:
            ends[code] = max(past)
    return sorted(ends, key=lambda code: (ends[code], code), reverse=True)


def _names(opened: Opened, code: str, presentation: bytes) -> bool:
    """A cheap first test: whether the letters of the id stand in an assessment at all."""
    for record in opened.files.listing(code).records:
        if record.stem.kind == "assessment":
            raw = opened.files.read(f"clients/{code}/{record.name}")
            if isinstance(raw, bytes) and presentation in raw:
                return True
    return False


def _outcomes(opened: Opened, code: str, presentation: str, today: str) -> Iterator[Outcome]:
    """Outcomes of a client's finished courses, the newest first."""
    from ..clinical.course import courses
    from ..clinical.own_courses import outcome, presentation_of
    from .figures import measurements
    from .load import load_folder

    folder = load_folder(opened, code).folder
    ended = [c for c in courses(folder) if c.discharge and (c.discharge.day or "") <= today]
    wanted = [course for course in ended if presentation_of(course) == presentation]
    rows = measurements(folder, opened.house, opened.library) if wanted else []
    for course in reversed(wanted):
        result = outcome(course, rows, opened.library)
        if result is not None:
            yield result
