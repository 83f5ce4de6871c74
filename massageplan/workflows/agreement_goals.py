"""The goals of an agreement with their figures, and what the expectation comes to in the figure of its goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.error import error_of
from ..records.base import texts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..clinical.expectation import Followed
    from ..clinical.measures import Measurement
    from ..documents.agreement import GoalInput, Moved
    from ..library.catalogue import Library
    from ..records.parts import Goal
    from .load import Opened
    from .planned import Planned

_OF_TEN = ("", "nprs", "nrs", "0-10", "psfs")
_SYMPTOMS = {"pain": "pain", "headache": "headache", "nprs": "pain"}
_NOT_RATED = ("lasts", "often", "wakes")
_TEN = 10


def goal_input(library: Library, goal: Goal, rows: Sequence[Measurement]) -> GoalInput:
    """A goal with the newest figure of its first measure; the one it began with where none was taken since."""
    from ..documents.agreement import GoalInput

    address = next(iter(texts(goal.measure)), "")
    found = newest(goal, address, rows)
    family = address.partition("/")[0]
    most = most_of(library, address, (found.facets.get("scale") if found else None) or "")
    return GoalInput(
        words=goal.words or "",
        now=found.value.text if found else goal.from_,
        aim=goal.to,
        by=goal.by,
        most=most,
        can=family == "psfs" and most is not None,
        scale=_SYMPTOMS.get(family) if most is not None else None,
        own=goal.owner != "therapist",
    )


def newest(goal: Goal, address: str, rows: Sequence[Measurement]) -> Measurement | None:
    """The newest figure of a measure of a goal, on its side."""
    found = [
        row for row in rows
        if row.address == address and row.charted and row.value.text and not row.value.is_nothing
        and (goal.side is None or row.side in (None, goal.side))
    ]  # fmt: skip
    return found[-1] if found else None


def most_of(library: Library, address: str, scale: str) -> int | None:
    """The end of the scale on which the bare numbers of a measure are read, where it begins at 0: 10, or 24 of RMDQ."""
    family, _, aspect = address.partition("/")
    if family == "psfs":
        return _TEN if scale in _OF_TEN else None
    if family in ("pain", "headache"):
        return _TEN if scale in _OF_TEN and aspect.rpartition("/")[2] not in _NOT_RATED else None
    known = None if family == "rom" or not address else error_of(library, address)
    if known is None or known.unit != "points" or known.low != 0 or known.high is None:
        return None
    return int(known.high)


def moved(opened: Opened, planned: Planned, rows: Sequence[Measurement], today: date) -> Moved | None:
    """What the expectation in force comes to, where it is about a goal and can be told in figures."""
    from ..clinical.expectation import followed
    from ..clinical.measures import by_address
    from ..documents.agreement import Moved

    found = followed(planned.course, by_address(rows), opened.library, today, opened.house.practice.usual)
    if not found or found[-1].replaced is not None:
        return None
    measure = next(iter(texts(found[-1].expect.measure)), "")
    goal = next((g for g in planned.force.goals if g.words and measure in texts(g.measure)), None)
    to = _target(found[-1])
    if goal is None or not goal.words or to is None:
        return None
    first, now = found[-1].first, newest(goal, measure, rows)
    start = first.start if first else None
    stands = start is not None and (now is None or now.value.text == start.text)
    scale = (now.facets.get("scale") if now else None) or ""
    return Moved(
        goal=goal.words, to=to, start=start.text if start and stands else None,
        most=most_of(opened.library, measure, scale),
    )  # fmt: skip


def _target(each: Followed) -> str | None:
    """The figure that is expected, as a record would have it; None where it is none that can be told in one number."""
    first = each.first
    if each.state in ("wrong way", "no size") or first is None or first.aim is None or first.start is None:
        return None
    if first.start.kind not in ("number", "ratio") or first.aim.target.number is None:
        return None
    over, unit = first.start.over, first.start.unit
    return f"{first.aim.target.number:g}" + (f"/{over:g}" if over else f" {unit}" if unit else "")
