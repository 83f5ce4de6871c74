"""The plan that client and therapist agree to: what is in force on a day, and what was said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.agreement import Agreement, Refusal, agreement_of, refused_lines
from ..clinical.course import Course, InForce, courses, in_force
from ..errors import UsageError
from ..frozen import Frozen
from ..records.care import Plan

if TYPE_CHECKING:
    from datetime import date

    from ..records.folder import Entry, Folder


class Planned(Frozen):
    """The plan of a day.

    Attributes:
        course: the course it stands in.
        force: what is in force.
        said: the newest word on each record it is laid together from, the oldest first.
    """

    course: Course
    force: InForce
    said: tuple[Agreement, ...]

    @property
    def refused(self) -> frozenset[str]:
        """Names of the lines of homework that were declined and not offered again."""
        return refused_lines(self.course, self.force.homework)

    @property
    def declined(self) -> tuple[Refusal, ...]:
        """What was declined since the last whole plan, each once; no line that was offered again."""
        named = {each.what: each for said in self.said for each in said.declined}
        open_, lines = self.refused, [line for line, _ in self.force.homework]
        again = [line for line in lines if line.name not in open_]
        no = [line for line in lines if line.name in open_]
        return tuple(
            each for each in named.values()
            if any(each.names(line.name, line.do) for line in no)
            or not any(each.names(line.name, line.do) for line in again)
        )  # fmt: skip

    @property
    def refused_whole(self) -> Agreement | None:
        """The word by which the client declined the newest record of the plan as a whole; None where they did not."""
        newest = self._newest
        return newest if newest and not newest.given else None

    @property
    def confidence(self) -> str | None:
        """How sure the client is of the newest record of the plan."""
        newest = self._newest
        return newest.confidence if newest else None

    @property
    def _newest(self) -> Agreement | None:
        newest = self.said[-1] if self.said else None
        return newest if newest and newest.plan == self.force.newest.stem else None


def planned_on(folder: Folder, day: date, option: str = "--today") -> Planned:
    """The plan in force on a day, in the newest course.

    Args:
        option: by which the day was given, or can be.

    Raises:
        UsageError: there is none, or the course has ended.
    """
    known = courses(folder)
    course = known[-1] if known else None
    if course and course.discharge:
        said = f"The course of {folder.code} ended with {course.discharge.stem}, so no plan is in force."
        raise UsageError(said, f"plan the next one (mplan plan {folder.code}), or give an earlier day with {option}")
    force = in_force(course, day.isoformat()) if course else None
    if course is None or force is None:
        newest = " in its newest course" if len(known) > 1 else ""
        said = f"{folder.code} has no plan{newest} on {day.isoformat()}."
        raise UsageError(said, f"make one (mplan plan {folder.code}), or give a day that has one with {option}")
    return planned_in(course, force)


def planned_in(course: Course, force: InForce) -> Planned:
    """A plan of a course with what was said of each record it is laid together from."""
    words = (agreement_of(course, plan) for plan in _layers(course, force.newest))
    return Planned(course, force, tuple(filter(None, words)))


def _layers(course: Course, newest: Entry) -> list[Entry]:
    """The plan records that lie over each other: the last whole plan, and its changes up to the newest."""
    out: list[Entry] = []
    for entry in course.plans:
        if isinstance(entry.record, Plan) and entry.record.changed_because is None:
            out = []
        out.append(entry)
        if entry is newest:
            break
    return out
