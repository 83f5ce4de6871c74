"""The decision that a plan wants at a visit in the making, or wanted at one before: said at its head, and asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ask.questions import questions_named
from ..clinical.course import courses
from ..frozen import Frozen, replace
from ..records.care import NOT_KEPT, Plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..ask.questions import Question
    from ..clinical.course import Course
    from ..clinical.decisions import LookBack
    from ..records.folder import Folder
    from .recording import Work

_ASKED = ("decision", "because")
_URGES = "A decision is wanted here; mplan today and mplan check remind of it until it is noted."
_NEEDS = "Needed unless you continue; and to continue where the expected change was not seen."


class Wanted(Frozen):
    """A decision that nobody noted.

    Attributes:
        since: the visit that wanted it; None where it is the one in the making.
        by: the moment of the expectation that is due; None for a reassessment.
    """

    since: str | None
    by: str | None

    def __str__(self) -> str:
        """What is due, and the answers there are."""
        what = f"what was expected by {self.by}" if self.by else "the look back the plan asks for"
        when = f"DECISION OVERDUE since {self.since}" if self.since else "DECISION DUE at this visit"
        return f"{when}, on {what}: continue, change, refer or discharge."


def wanted(work: Work) -> Wanted | None:
    """The newest decision that is wanted of a visit in the making; None where none is, or where nobody came."""
    if work.kind != "session" or work.told.get("attended") in NOT_KEPT:
        return None
    if not any(_wants(entry.record) for entry in work.folder.entries):
        return None
    folder, stem = _with_visit(work)
    course = next((each for each in courses(folder) if any(e.stem == stem for e in each.entries)), None)
    if course is None or course.discharge:
        return None
    open_ = [look for look in _looks(work, folder, course) if look.decided is None]
    if not open_:
        return None
    look = open_[-1]
    by = look.expectation.expect.by if look.expectation else None
    return Wanted(None if look.visit.stem == stem else look.visit.moment, by)


def _wants(record: object) -> bool:
    return isinstance(record, Plan) and bool(record.expect or record.visits)


def _with_visit(work: Work) -> tuple[Folder, str]:
    """The folder with the visit in it, and the name it would have."""
    from ..text.reader import parse
    from .examine import in_folder
    from .recording import file_for, text_of

    file = file_for(work, work.known)
    document = parse(file, text_of(work, work.known).encode("utf-8")).document
    after = in_folder(work.folder, file, document) if document else work.folder
    return after, file.rpartition(".")[0]


def _looks(work: Work, folder: Folder, course: Course) -> Sequence[LookBack]:
    from ..clinical.decisions import standing
    from ..clinical.measures import all_rows, by_address

    library, usual = work.opened.library, work.opened.house.practice.usual
    figures = by_address(all_rows(folder.entries, library))
    return standing(course, figures, library, max(work.today, work.day), usual).decisions


def with_decision(asked: Sequence[Question], work: Work) -> list[Question]:
    """The questions of a visit, and before the last of them the decision with its reason, where one is wanted."""
    found = wanted(work)
    if found is None or "decision" in work.told:
        return list(asked)
    decision, because = questions_named(work.opened.schemas, "session", _ASKED)
    more = (replace(decision, lead=(str(found),), urges=_URGES), replace(because, urges=_NEEDS))
    return [*asked[:-1], *more, *asked[-1:]]
