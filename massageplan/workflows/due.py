"""What waits for one client: open warning signs, expectations and reassessments, plans that no longer fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..clinical.agreement import declined_whole
from ..clinical.course import courses, in_force
from ..frozen import Frozen
from ..records.base import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ..clinical.course import Course
    from ..clinical.expectation import Followed
    from ..records.folder import Entry, Folder
    from .load import Opened

Urgency = Literal["now", "soon", "some time"]
URGENCIES: tuple[Urgency, ...] = ("now", "soon", "some time")
"""The most urgent first."""


class Due(Frozen):
    """One thing that waits.

    Attributes:
        client: folder; empty where it is nobody's.
        why: half a sentence.
        settle: the command that settles it.
    """

    urgency: Urgency
    client: str
    name: str
    why: str
    settle: str


def of_folder(opened: Opened, folder: Folder, today: date) -> list[Due]:
    """Everything that waits for a client, in no order of urgency."""
    out = [_due(folder, *each) for each in _open_signs(opened, folder, today)]
    found = courses(folder)
    if not found or found[-1].discharge:
        return out
    if found[-1].plans:
        out.extend(_due(folder, *each) for each in _looks_back(opened, folder, found[-1], today))
        out.extend(_due(folder, *each) for each in _plan(opened, folder, found[-1], today))
    from .open_work import open_work

    out.extend(_due(folder, "soon", *told) for told in undone(folder, found[-1], today))
    out.extend(_due(folder, *each) for each in open_work(opened, folder, found[-1], today))
    return out


def undone(folder: Folder, course: Course, today: date) -> list[tuple[str, str]]:
    """What was decided and not done yet, and the command that does it; none where nothing waits."""
    from ..clinical.decisions import not_done

    waits = not_done(course, today)
    if waits is None:
        return []
    decision, entry = waits
    word, settle = _DECIDED[decision]
    return [(f"decided on {entry.moment} to {word}, and it is not done", settle.format(code=folder.code))]


_DECIDED = {
    "change": ("change the plan", 'mplan plan {code} --change "..."'),
    "refer": ("refer", "mplan refer {code}"),
    "discharge": ("end care", "mplan discharge {code}"),
}
"""Each decision that asks for a record, in words, and the command that makes it."""


Told = tuple[Urgency, str, str]


def _due(folder: Folder, urgency: Urgency, why: str, settle: str) -> Due:
    name = (folder.client and folder.client.name) or ""
    return Due(urgency, folder.code, name, why, settle)


def _open_signs(opened: Opened, folder: Folder, today: date) -> Iterator[Told]:
    """Grave warning signs that nobody has cleared, emergencies first."""
    if not any(getattr(entry.record, "screening", None) for entry in folder.entries):
        return
    from ..clinical.screening import acts, open_flags, to_ask

    for answer in open_flags(folder.entries, opened.library, today.isoformat()):
        act = acts(opened.library, answer.id)
        if act is not None:
            why = f"open warning sign: {act.name} ({answer.answer} on {answer.entry.moment})"
            yield "now", why, to_ask(folder.code, (answer.id,))


def _looks_back(opened: Opened, folder: Folder, course: Course, today: date) -> Iterator[Told]:
    """Expectations and reassessments that nobody measured or decided upon."""
    from ..clinical.decisions import standing
    from ..clinical.measures import all_rows, by_address

    wanted = any(getattr(e.record, "expect", None) or getattr(e.record, "visits", None) for e in course.plans)
    if not wanted:
        return
    figures = by_address(all_rows(folder.entries, opened.library))
    found = standing(course, figures, opened.library, today, opened.house.practice.usual)
    measure = f"mplan assess {folder.code}"
    for each in found.expectations:
        if each.state == "overdue" and each.replaced is None:
            yield "soon", f"what was expected by {each.expect.by} is not measured", measure
    for look in found.overdue:
        yield "soon", f"the reassessment of {look.moment} is due", measure
    for back in found.decisions:
        if back.decided is None:
            yield _undecided(folder, back.visit, back.expectation)


def _undecided(folder: Folder, visit: Entry, expectation: Followed | None) -> Told:
    why = f"nothing decided at the look back on {visit.moment}"
    urgency: Urgency = "some time"
    if expectation and expectation.state == "not seen":
        why, urgency = f"not seen by {expectation.expect.by} what was expected, and nothing decided", "soon"
    elif expectation and expectation.state == "seen":
        why = f"seen by {expectation.expect.by} what was expected, and nothing decided"
    return urgency, why, f"mplan edit {folder.code} {visit.stem}"


def _plan(opened: Opened, folder: Folder, course: Course, today: date) -> Iterator[Told]:
    """A plan without homework, and more visits than it names."""
    from ..clinical.beyond import visits_counted
    from ..clinical.screening import is_elsewhere

    force = in_force(course, today.isoformat())
    change = f'mplan plan {folder.code} --change "..."'
    idle = force is not None and not force.homework and force.plan.homework != "none"
    if force is not None and idle and not is_elsewhere(folder.entries, opened.library, force.newest):
        yield "some time", "the plan gives no homework", change
    if no := declined_whole(course, today.isoformat()):
        yield "soon", f"the client declined the plan of {_moment(course, no.plan)}", change
    counted = visits_counted(course, today)
    if counted is not None and counted.beyond:
        yield "some time", f"{len(counted.kept)} visits kept, {counted.planned} planned", change


def _moment(course: Course, stem: str) -> str:
    return next(entry.moment for entry in course.plans if entry.stem == stem)


def in_words(each: Followed) -> str:
    """What is expected, and what became of it: `psfs lift-crate up 3 by visit 4: not seen (3 to 4)`."""
    expect, first = each.expect, each.first
    measure = ", ".join(texts(expect.measure)).replace("/", " ")
    size = expect.change or (f"to {expect.to}" if expect.to else "")
    by = expect.by if not expect.by or expect.by.startswith(("before ", "after ")) else f"by {expect.by}"
    said = " ".join(part for part in (measure, size, by) if part)
    start = first.start.text if first and first.start else None
    figure = first and (first.figure or (first.latest if each.state in _OPEN else None))
    told = ", self-reported" if figure and figure.self_reported else ""
    if start is None or each.state == "no size":
        figures = f" ({figure.value.text}{told})" if figure else ""
    elif figure:
        so_far = " so far" if each.state in ("not yet due", "no moment") and each.replaced is None else ""
        figures = f" ({start} to {figure.value.text}{so_far}{told})"
    else:
        figures = f" ({start} at the start)"
    late = figure and each.late and each.state in ("seen", "not seen")
    when = " early" if each.early else f" on {figure.when}" if figure and late else ""
    return f"{said}: {_state(each)}{when}{figures}"


_OPEN = ("not yet due", "no moment", "replaced", "wrong way")
"""States of which no figure decides; the newest is told."""

_STATES = {
    "overdue": "overdue, not measured", "no size": "nothing to measure it by", "wrong way": "asks for a worse figure",
    "no moment": "never due, as its moment does not come",
}  # fmt: skip


def _state(each: Followed) -> str:
    if each.replaced is not None and each.state in ("replaced", "overdue"):
        unmeasured = "not measured, and " if each.state == "overdue" else ""
        return f"{unmeasured}replaced by the plan of {each.replaced.moment}"
    return _STATES.get(each.state, each.state)
