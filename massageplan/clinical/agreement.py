"""What was agreed on a plan: the newest word on it, in the plan itself or in a follow-up of it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..records.after import Followup
from ..records.care import Plan, Session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..records.agreed import Agreed, Declined
    from ..records.folder import Entry
    from ..records.parts import Homework, ToWhom
    from ..records.people import Person
    from ..span import Path
    from .course import Course

SAID = ("agreed", "declined")
"""What a follow-up of a plan says where it is about the agreement."""

NOTHING = "none"
"""Stands for declining nothing, where an earlier word declined something."""


class Refusal(Frozen):
    """One thing the client did not want.

    Attributes:
        what: as written; a line of homework by its id or its exercise.
        entry: the record that says so.
        path: where in it.
    """

    what: str
    why: str | None
    entry: Entry
    path: Path

    def names(self, *names: str | None) -> bool:
        """Whether it means one of these names; blanks stand for hyphens."""
        wanted = _plain(self.what)
        return any(name is not None and _plain(name) == wanted for name in names)

    def means(self, meant: ToWhom, people: Iterable[Person]) -> bool:
        """Whether it means a referral that a plan names: the person, or the profession.

        Args:
            people: whom of network.yaml the referral means.
        """
        others = (name for p in people for name in (p.id, p.name, p.profession))
        return self.names(meant.to, meant.profession, *others)


class Agreement(Frozen):
    """How a plan was talked through: of each key the newest word on it.

    Attributes:
        plan: stem of the plan record.
        entry, path: where the newest word of all stands.
        given: whether the plan stands; False where it was declined as a whole. A follow-up `what: declined` that lists
            what was declined is about that alone.
        date: day of the newest word, where one is known.
        confidence: as written, such as `7/10`.
        declined: what the client did not want, in the order of the list.
    """

    plan: str
    entry: Entry
    path: Path
    given: bool
    date: str | None = None
    how: str | None = None
    teach_back: str | None = None
    confidence: str | None = None
    words: str | None = None
    declined: tuple[Refusal, ...] = ()

    def refuses(self, meant: ToWhom, people: Iterable[Person]) -> bool:
        """Whether a referral that the plan names was declined, or the plan as a whole.

        Args:
            people: whom of network.yaml it means.
        """
        known = tuple(people)
        return not self.given or any(refusal.means(meant, known) for refusal in self.declined)

    def refusal(self, line: Homework) -> Refusal | None:
        """What was said against a line of homework; None where it was not declined."""
        return next((each for each in self.declined if each.names(line.name, line.do)), None)


def agreement_of(course: Course, plan: Entry) -> Agreement | None:
    """The newest word on a plan of the course; None where nobody wrote one."""
    said = _words_on(course, plan)
    if not said:
        return None
    entry, path, newest = said[-1]
    told = {key: next((v for _, _, each in reversed(said) if (v := getattr(each, key))), None) for key in _KEYS}
    listed = next(((e, p, d) for e, p, each in reversed(said) if (d := each.declined)), None)
    whole = [each for e, p, each in said if not _in_part(e, p, each)]
    given = not (whole and isinstance(whole[-1], Followup) and whole[-1].what == "declined")
    return Agreement(
        plan.stem,
        entry,
        path,
        given,
        date=newest.date or entry.day,
        declined=_refusals(*listed) if listed else (),
        **told,
    )


def declined_whole(course: Course, day: str) -> Agreement | None:
    """The word by which the client declined the plan in force on a day (an ISO date); None where they did not."""
    from .course import as_of, in_force

    if not any(isinstance(entry.record, Followup) and entry.record.what == "declined" for entry in course.entries):
        return None
    then = as_of(course, day)
    force = in_force(then)
    said = agreement_of(then, force.newest) if force else None
    return said if said and not said.given else None


def handed_over(course: Course, day: str) -> Entry | None:
    """The newest record until a day (an ISO date) that the plan then in force was given to the client; None if none."""
    from .course import as_of, in_force

    given = [e for e in course.entries if isinstance(e.record, Followup) and e.record.what == "given"]
    force = in_force(as_of(course, day)) if given else None
    if force is None:
        return None
    told = [e for e in given if (e.day is None or e.day <= day) and getattr(e.record, "of", None) == force.newest.stem]
    return told[-1] if told else None


def of_ten(confidence: str | None) -> float | None:
    """How sure a client is from 0 to 10: `7`, `7/10` and `70 %` are 7; None where it is told in no such figure."""
    from .values import read

    value = read(confidence)
    if value.number is None or value.kind not in ("number", "ratio"):
        return None
    sure = value.number * 10 / (value.over or (100 if value.unit == "%" else 10))
    return sure if 0 <= sure <= 10 else None


def refusal_of(course: Course, line: Homework, since: Entry) -> Refusal | None:
    """The newest word against a line of homework; None where the line was offered again after it.

    Args:
        since: the record the line comes from.
    """
    order = [entry.stem for entry in course.entries]
    for plan in reversed(course.plans):
        said = agreement_of(course, plan)
        refusal = said.refusal(line) if said else None
        if refusal and order.index(refusal.entry.stem) >= order.index(since.stem):
            return refusal
    return None


def refused_lines(course: Course, homework: Iterable[tuple[Homework, Entry]]) -> frozenset[str]:
    """Names of the lines that the client said no to and that were not offered again.

    Args:
        homework: the lines in force, each with the record it comes from.
    """
    return frozenset(line.name for line, since in homework if refusal_of(course, line, since))


_KEYS = ("how", "teach_back", "confidence", "words")


def records_after(course: Course, entry: Entry) -> list[Entry]:
    """The records of the course behind one of them."""
    stems = [each.stem for each in course.entries]
    return list(course.entries[stems.index(entry.stem) + 1 :])


def kept_after(course: Course, plan: Entry) -> list[Entry]:
    """The visits kept after the day (or moment) of a plan."""
    later = records_after(course, plan)
    return [e for e in later if isinstance(e.record, Session) and e.record.took_place and e.moment != plan.moment]


def _words_on(course: Course, plan: Entry) -> list[tuple[Entry, Path, Agreed | Followup]]:
    """Every word on the plan, the oldest first."""
    out: list[tuple[Entry, Path, Agreed | Followup]] = []
    if isinstance(plan.record, Plan) and plan.record.agreed is not None:
        out.append((plan, ("agreed",), plan.record.agreed))
    for entry in course.entries:
        record = entry.record
        if isinstance(record, Followup) and record.of == plan.stem and record.what in SAID:
            out.append((entry, (), record))
    return out


def _in_part(entry: Entry, above: Path, said: Agreed | Followup) -> bool:
    """Whether a word declines what it lists, and not the plan."""
    return isinstance(said, Followup) and said.what == "declined" and bool(_refusals(entry, above, said.declined))


def _refusals(entry: Entry, above: Path, listed: Declined) -> tuple[Refusal, ...]:
    items = (listed,) if isinstance(listed, str) else listed or ()
    path: Path = (*above, "declined")
    out = []
    for n, item in enumerate(items):
        what, why = (item, None) if isinstance(item, str) else (item.what, item.why)
        if _plain(what) != NOTHING:
            out.append(Refusal(what, why, entry, path if isinstance(listed, str) else (*path, n)))
    return tuple(out)


def _plain(name: str) -> str:
    return "-".join(name.casefold().replace("-", " ").split())
