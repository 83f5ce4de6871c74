"""Goals: the client's own first, then a score, then a movement that falls short; each target can be told from error."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ..error import error_of
from ..moments import read_count
from .activities import activities
from .avoiding import SPINE_STILL, avoided
from .base import Line, Reason, by_error, found
from .short import NEAR, OPPOSITE, is_near, short
from .visits import expect_visit, horizon, is_beyond, weeks_of

if TYPE_CHECKING:
    from ..error import Error
    from ..rows import Measurement
    from .base import Case, Ruled
    from .short import Short

MOST = 4
"""Goals of a draft. House rule: few goals, the client's own first."""

STEP = {"deg": 5, "cm": 1, "mm": 1}
"""To what targets of movements are rounded, in their unit: what a hand-held tool shows."""

HARD_TO_SEE = 0.6
"""The share of what is missing from which an error is too large for a goal: no step would be seen. House rule."""

COUNTED = frozenset(("headache-days",))
"""Scores that are the complaint itself where the head hurts: they come before the activities."""

NO_GOAL = frozenset(("nprs", "vas", "psfs", "groc", "pss4", "pss10", "start-back", "pseq2", "pseq10", "sit-and-reach"))
"""Instruments that say how somebody is, and are no goal of a plan. House rule."""

PAINS = ("pain", "headache")
_PAIN = {"night": "at night", "worst": "at its worst", "usual": "on most days", "now": "at this moment"}


def goals(case: Case, planned: list[Line], open_: list[Ruled]) -> tuple[list[Line], list[str]]:
    """Goals, the one that matters most first, and what could be none, each a sentence.

    Args:
        planned: the line of visits: the first goal is meant for the visit at which a change is expected, the others for
            the end of what the library estimates.
        open_: answers that count and that nobody has cleared.
    """
    item, week = planned[0].item, horizon(case)
    weeks, takes = weeks_of(item), _takes(case)
    far = is_beyond(week, weeks)
    first, last = f"visit {expect_visit(case)}", f"visit {read_count(str(item['planned']))}"
    later = f"week {week}" if far else last
    is_slow = takes is not None and weeks is not None and takes > weeks
    own, remarks = activities(case, later if is_slow else first, later)
    if is_slow:
        remarks.append(_slow(case, int(takes or 0), later))
    scores = _scores(case, later)
    counted = [line for line in scores if line.item["id"] in COUNTED] if "head" in case.regions else []
    pain = _pain(case, first) if is_slow or not any("to" in line.item for line in own) else []
    rest = [line for line in scores if line not in counted][:1] + _movements(case, later, open_, bool(own))[:1]
    return [*(counted or pain), *own, *rest][:MOST], remarks


def _takes(case: Case) -> float | None:
    weeks = (case.entry("presentation", case.presentation).get("takes") or {}).get("weeks")
    return float(weeks) if weeks else None


def _slow(case: Case, weeks: int, later: str) -> str:
    told = case.entry("presentation", case.presentation)["takes"]
    cited = ", ".join([*(told.get("source") or ()), *(["not verified"] if told.get("verified") != "true" else [])])
    return (
        f"{case.presentation} takes {weeks} weeks or more until most people are clearly better ({cited}): this plan is "
        f"a first part, so it looks for less pain first, and activities are meant for {later}."
    )


def _scores(case: Case, by: str) -> list[Line]:
    """Goals for scores that were taken, in the order in which the picture names its instruments."""
    named = case.entry("presentation", case.presentation).get("instruments") or ()
    rows = {row.address: row for row in case.rows if row.value.number is not None}
    out = []
    for row in (rows[id] for id in dict.fromkeys(named) if id in rows and id not in NO_GOAL):
        line = _score(case, row, by)
        out += [line] if line else []
    return out


def _score(case: Case, row: Measurement, by: str) -> Line | None:
    """The goal for a score; None where there is no room for a change that could be told."""
    error, start = error_of(case.library, row.address), row.value.number
    wanted = error.wanted(start) if error else None
    if error is None or wanted is None or start is None or error.better is None or not _fits(row, error):
        return None
    if not error.better and wanted > HARD_TO_SEE * start:
        return None
    to = start + wanted if error.better else start - wanted
    to = math.ceil(to) if error.better else math.floor(to)
    if (error.high is not None and to > error.high) or (error.low is not None and to < error.low):
        return None
    item = {
        "id": row.address, "words": _of_score(case, row.address), "owner": "therapist",
        "measure": row.address, "from": f"{start:g}", "to": str(to) if error.better else f"at most {to}", "by": by,
    }  # fmt: skip
    if row.address in COUNTED:
        item |= {"words": f"Fewer {case.name('instrument', row.address).lower()}", "owner": "both"}
    return Line("goals", item, (found(row), by_error(error)))


def _fits(row: Measurement, error: Error) -> bool:
    """Whether a score is written on the scale of its instrument: 26 % of 50 points is not 26 points."""
    same = row.unit in (None, "none", error.unit)
    return same and (row.value.over is None or error.high is None or row.value.over == error.high)


def _of_score(case: Case, id: str) -> str:
    """A score in words: what it measures, and how it is called."""
    block = case.entry("instrument", id).get("en") or {}
    what, name = str(block.get("measures") or ""), str(block.get("abbreviation") or case.name("instrument", id))
    return f"{what[:1].upper()}{what[1:]} ({name})" if what else name


def _movements(case: Case, by: str, open_: list[Ruled], has_own: bool) -> list[Line]:
    """Goals for limited movements of the sore joint, one for each; the greatest share that is missing first."""
    if any(SPINE_STILL & set(each.act.blocks) for each in open_):
        return []
    never = avoided(case)
    own = [each for each in short(case) if is_near(case, each, NEAR) and each.id not in never]
    own = [each for each in own if not (has_own and each.error.assumed) and _can_be_seen(each)]
    own.sort(key=lambda each: -each.room / (abs(each.end) or 1.0))
    return [_movement(case, each, by) for each in {each.id: each for each in reversed(own)}.values()][::-1]


def _can_be_seen(each: Short) -> bool:
    """Whether a change that is more than error is also believable: part of what is missing, and no leap."""
    error = each.error.figure
    return error is not None and error <= HARD_TO_SEE * each.room and error <= max(abs(each.figure), abs(each.end) / 2)


def _movement(case: Case, each: Short, by: str) -> Line:
    row = each.row
    plain = str((each.entry.get("en") or {}).get("plain") or case.name("movement", each.id))
    side = {"side": row.side} if row.side in OPPOSITE else {}
    item = {
        "id": f"{each.id}-{row.side}" if side else each.id,
        "words": f"{plain}: further, {row.side} side" if side else f"{plain}: further",
        "owner": "therapist", "measure": row.address, **side,
        "from": f"{each.figure:g}", "to": f"{_target(each):g}", "by": by,
    }  # fmt: skip
    against = Reason(f"usual {each.norm.said(each.error.unit)}" if each.norm else f"the other side has {each.end:g}")
    return Line("goals", item, (found(row), against, by_error(each.error)))


def _target(each: Short) -> float:
    """Half of the way, at least the measuring error, as a tool shows it, and never beyond the end."""
    assert each.error.figure is not None
    step, sign = STEP.get(each.error.unit, 1), each.sign
    raw = each.figure + sign * max(each.error.figure, each.room / 2)
    rounded = math.ceil(raw / step) * step if sign > 0 else math.floor(raw / step) * step
    return rounded if sign * (each.end - rounded) >= 0 else each.end


def _pain(case: Case, by: str) -> list[Line]:
    """A goal for the strongest pain that is told: at night first, then at its worst."""
    for aspect in _PAIN:
        for row in case.rows:
            family, _, rest = row.address.partition("/")
            line = _eased(case, row, aspect, by) if family in PAINS and rest.endswith(f"/{aspect}") else None
            if line is not None:
                return [line]
    return []


def _eased(case: Case, row: Measurement, aspect: str, by: str) -> Line | None:
    """The goal for a pain; None where it is too small for a change that could be told."""
    error, start = error_of(case.library, row.address, row.facets.get("scale")), row.value.number
    wanted = error.clear(start) if error else None
    if error is None or wanted is None or start is None or start < wanted:
        return None
    family, name = row.address.split("/")[:2]
    what = f"{name.replace('-', ' ')} pain" if family == "pain" else family
    side = {"side": row.side} if row.side in OPPOSITE else {}
    item = {
        "id": f"{family}-{aspect}", "words": f"Less {what} {_PAIN[aspect]}", "owner": "both", "measure": row.address,
        **side, "from": f"{start:g}", "to": f"at most {math.floor(start - wanted)}", "by": by,
    }  # fmt: skip
    return Line("goals", item, (found(row), by_error(error)))
