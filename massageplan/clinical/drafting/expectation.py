"""By when a difference should show, in which figure, and how large: at least what is more than measuring error."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ..error import error_of
from ..values import read
from .base import Line, Reason, by_error
from .visits import expect_visit

if TYPE_CHECKING:
    from ..error import Error
    from .base import Case

_STOP = "stop-rule"


def expectation(case: Case, goals: list[Line]) -> list[Line]:
    """The line `expect` for the first goal that has a figure; none where no goal has one, or the scale ends too soon.

    Args:
        goals: lines of goals, the one that matters most first.
    """
    main = next((line.item for line in goals if "from" in line.item), None)
    error = error_of(case.library, str(main["measure"]), _scale(case, main)) if main else None
    if main is None or error is None or error.better is None:
        return []
    wanted = error.figure if error.figure is not None else error.wanted(read(str(main["from"])).number)
    if wanted is None:
        return []
    change = math.ceil(wanted * 10) / 10
    if change > _room(error, str(main["from"])):
        return []
    way = "up" if error.better else "down"
    item: dict[str, Any] = {
        "by": f"visit {expect_visit(case)}" if error.figure is not None else _by(case, main),
        "measure": main["measure"],
        "change": f"{way} {change:g}",
    }
    return [Line("expect", item, (*_estimate(case), by_error(error)))]


def _by(case: Case, goal: dict[str, Any]) -> str:
    """When a count over weeks is looked at: when the goal is meant for, since one diary tells of weeks."""
    return str(goal.get("by") or f"visit {expect_visit(case)}")


def _scale(case: Case, goal: dict[str, Any]) -> str | None:
    """The scale on which a goal's figure was taken, where the record says."""
    sides = (goal.get("side"), None)
    told = (row for row in case.rows if row.address == goal["measure"] and ("side" not in goal or row.side in sides))
    return next((row.facets.get("scale") for row in told), None)


def _room(error: Error, start: str) -> float:
    """How far a figure can move for the better before its scale ends; without limit where nothing says."""
    value = read(start).number
    end = error.high if error.better else error.low
    if value is None or end is None:
        return math.inf
    return end - value if error.better else value - end


def _estimate(case: Case) -> list[Reason]:
    """When the library's estimate expects a change, and what it says to do where none comes."""
    id = case.entry("presentation", case.presentation).get("visits")
    entry = case.entry("dosing", id)
    if not entry:
        return []
    sources, verified = tuple(entry.get("sources") or ()), entry.get("verified") == "true"
    parts = [f"estimate {id}: look again after {entry['first-check-after']}"] if entry.get("first-check-after") else []
    parts += [f"change expected by {entry['expect-change-by']}"] if entry.get("expect-change-by") else []
    out = [Reason(", ".join(parts), None, sources, verified)] if parts else []
    return out + ([Reason(str(entry[_STOP]).rstrip("."), None, sources, verified)] if entry.get(_STOP) else [])
