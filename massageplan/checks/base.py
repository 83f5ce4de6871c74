"""What a check is given, and how its manual page is read."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ..clinical.course import Course, courses
from ..clinical.measures import Measurement, all_rows, by_address
from ..findings import Finding
from ..frozen import Frozen
from ..patterns import lazy
from ..records.care import Plan, Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..clinical.baseline import Baseline
    from ..clinical.consented import Held
    from ..clinical.decisions import Standing
    from ..clinical.expectation import Followed
    from ..clinical.screening import Answer
    from ..library.catalogue import Library
    from ..records.folder import Entry, Folder, House
    from ..records.parts import Homework
    from ..records.people import Therapist
from ..span import Path, Span


class Context(Frozen):
    """What every check may look at besides the client.

    Attributes:
        today: the day the check is made for.
    """

    house: House
    library: Library
    today: date


class Used(Frozen):
    """A technique named in a record.

    Attributes:
        who: who used it, if the record says it was somebody else.
    """

    entry: Entry
    id: str
    path: Path
    who: str | None


class Line(Frozen):
    """A line of homework, and where it stands.

    Attributes:
        n: its place in the record's list, from 0.
    """

    entry: Entry
    n: int
    item: Homework

    def span(self, key: str) -> Span:
        """Where the line's key, or its value, stands; the line itself if it lacks the key."""
        return self.entry.span(("homework", self.n, key))


def advice_without_entry(case: ClientCase, key: str, kind: str) -> Iterator[Finding]:
    """A finding for each piece of advice whose `do` or `sign` is no entry of the library."""
    library = case.context.library
    for entry in case.folder.of_kind("plan"):
        listed = entry.record.advice if isinstance(entry.record, Plan) else None
        for n, each in enumerate(listed if isinstance(listed, tuple) else ()):
            id = None if isinstance(each, str) else getattr(each, key)
            if id and not library.has(kind, id):
                hint = library.near(kind, id) or f"see mplan library list {kind}, or leave {key}: out"
                what = "screening question" if kind == "screening" else kind
                yield Finding(f"unknown-{kind}", f"There is no {what} {id}.", entry.span(("advice", n, key)), hint)


class ClientCase:
    """One client's folder with what is computed from it once, for all checks."""

    def __init__(self, folder: Folder, context: Context) -> None:
        self.folder = folder
        self.context = context

    @cached_property
    def courses(self) -> list[Course]:
        """The client's courses of care."""
        return courses(self.folder)

    @cached_property
    def held(self) -> list[Held]:
        """Every visit at which something was done, with what the client had agreed to by then."""
        from ..clinical.consented import held

        return held(self.folder, self.courses, self.context.library)

    @cached_property
    def answers(self) -> list[Answer]:
        """Every answer to screening, oldest first."""
        from ..clinical.screening import answers

        return answers(self.folder.entries)

    @cached_property
    def rules_out(self) -> bool:
        """Whether any answer to screening is open, ever, of those that rule something out; yellow flags do not."""
        from ..clinical.screening import acts

        opened = {answer.id for answer in self.answers if answer.is_open}
        known = (acts(self.context.library, id) for id in opened)
        return any(act is not None and not act.is_yellow for act in known)

    @cached_property
    def rows(self) -> list[Measurement]:
        """Every figure of every record, `6 -> 4` as two rows; scores and joined readings beside what they rest on."""
        return all_rows(self.folder.entries, self.context.library)

    @cached_property
    def figures(self) -> dict[str, list[Measurement]]:
        """The rows by address, oldest first."""
        return by_address(self.rows)

    @cached_property
    def baselines(self) -> list[Baseline]:
        """Where each goal with one measure and a target begins, course by course."""
        found = [
            course
            for course in self.courses
            if any(isinstance(e.record, Plan) and isinstance(e.record.goals, tuple) for e in course.plans)
        ]
        if not found:
            return []
        from ..clinical.baseline import baselines

        context = self.context
        usual = context.house.practice.usual or {}
        return [
            each for course in found for each in baselines(course, self.figures, context.library, context.today, usual)
        ]

    @cached_property
    def standings(self) -> list[Standing]:
        """Expectations, reassessments and decisions of each course that is open and whose plans may want any."""
        found = [
            course
            for course in self.courses
            if not course.discharge and any(isinstance(e.record, Plan) and _wants(e.record) for e in course.plans)
        ]
        if not found:
            return []
        from ..clinical.decisions import standing

        context = self.context
        usual = context.house.practice.usual
        return [standing(course, self.figures, context.library, context.today, usual) for course in found]

    @cached_property
    def expectations(self) -> list[Followed]:
        """Every expectation and what became of it, those of ended courses too."""
        ended = [
            course
            for course in self.courses
            if course.discharge and any(isinstance(e.record, Plan) and e.record.expect for e in course.plans)
        ]
        found = [each for of_course in self.standings for each in of_course.expectations]
        if not ended:
            return found
        from ..clinical.expectation import followed

        library, today, usual = self.context.library, self.context.today, self.context.house.practice.usual
        return [*found, *(each for c in ended for each in followed(c, self.figures, library, today, usual))]

    @cached_property
    def uses(self) -> list[Used]:
        """Every technique that a plan or a session names."""
        out: list[Used] = []
        for entry in self.folder.entries:
            record = entry.record
            if isinstance(record, Session):
                _add_uses(out, entry, ("did",), record.did)
            elif isinstance(record, Plan):
                _add_uses(out, entry, ("techniques",), record.techniques)
                for name, listed in (record.routines or {}).items():
                    _add_uses(out, entry, ("routines", name), listed)
        return out

    @cached_property
    def homework(self) -> list[Line]:
        """Every line of homework, oldest record first."""
        out: list[Line] = []
        for entry in self.folder.entries:
            listed = getattr(entry.record, "homework", None)
            if isinstance(listed, tuple):
                out.extend(Line(entry, n, item) for n, item in enumerate(listed))
        return out


def _wants(plan: Plan) -> bool:
    """Whether a plan may want a look back."""
    return plan.expect is not None or plan.visits is not None


def _add_uses(out: list[Used], entry: Entry, path: Path, listed: object) -> None:
    for n, use in enumerate(listed if isinstance(listed, tuple) else ()):
        if isinstance(use, str):
            out.append(Used(entry, use.split(" ", 1)[0], (*path, n), None))
        else:
            out.append(Used(entry, use.use, (*path, n, "use"), use.who))


def house_therapist(case: ClientCase, entry: Entry) -> Therapist | None:
    """Who made a record: the one it names, or the only one there is; None where that cannot be said."""
    staff = case.context.house.practice.therapists
    name = entry.record.therapist
    if name is None:
        return staff[0] if len(staff) == 1 else None
    return next((t for t in staff if t.id == name), None)


_HEAD = lazy(r"^(What|Why|Wrong|Right|Source)\n-+\n", re.MULTILINE)
_FILE = lazy(r"^(\S+\.(?:yaml|md|j2))::\n\n((?:    .*\n|\n)+)", re.MULTILINE)


class Page(Frozen):
    """A check's manual page.

    Attributes:
        title: the first line.
        sections: text by heading.
        wrong: example files that must give the finding, path in the practice to text.
        right: example files that must not.
    """

    title: str
    sections: dict[str, str]
    wrong: dict[str, str]
    right: dict[str, str]


def read_page(docstring: str) -> Page:
    """The page a check's docstring holds."""
    import inspect

    text = inspect.cleandoc(docstring) + "\n"
    pieces = _HEAD.split(text)
    sections = {pieces[i]: pieces[i + 1].strip("\n") for i in range(1, len(pieces), 2)}
    return Page(pieces[0].strip(), sections, _examples(sections.get("Wrong", "")), _examples(sections.get("Right", "")))


def _examples(section: str) -> dict[str, str]:
    return {
        match[1]: re.sub(r"^    ", "", match[2].rstrip("\n") + "\n", flags=re.MULTILINE)
        for match in _FILE.finditer(section + "\n")
    }
