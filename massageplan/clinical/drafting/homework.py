"""Homework: a few lines for the goals, that can be done with what is at home, and that nothing speaks against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...frozen import Frozen
from ..ruled_out import homework_ruled_out
from ..suggest import presentations_of
from .base import Line, Reason, of_source
from .fitting import OLDER, Fit, can_be_done, fit, group, is_disliked, is_habit, pointed, starters
from .techniques import OUTSIDE

if TYPE_CHECKING:
    from .base import Case
    from .tissues import Tissue

DOSE = ("sets", "reps", "hold", "rest", "length", "load", "often", "each")

AGAIN = 3
"""Points that a second exercise of one group loses: three lines do three things. House rule."""

OLDER_HOLD = 30
"""Seconds that a stretch is held at least from the age of `OLDER`: 30 to 60 (library source garber-2011)."""


class Choice(Frozen):
    """What was chosen, and what was not.

    Attributes:
        lines: homework.
        habits: what the client's day points to and is told as advice.
        outside: exercises that would fit and that somebody else has to begin, with their scope.
        left_out: what an answer to screening speaks against, each a sentence.
    """

    lines: tuple[Line, ...] = ()
    habits: tuple[Fit, ...] = ()
    outside: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()


def homework(case: Case, found: list[Tissue], goals: list[Line]) -> Choice:
    """At most three lines (fewer if the practice says so), each for the goal that it serves."""
    kept, outside, left_out = _allowed(case)
    all_ = [fit(case, id, n, found) for n, id in enumerate(kept)]
    chosen = _best(case, [each for each in all_ if not is_habit(case, each.id) or each.id in starters(case)])
    lines = tuple(_line(case, each, goals) for each in chosen)
    habits = [each for each in all_ if each not in chosen and is_habit(case, each.id) and pointed(case, each.id)]
    return Choice(lines, tuple(habits), tuple(outside), tuple(left_out))


def _best(case: Case, fits: list[Fit]) -> list[Fit]:
    """The best fits, of several groups rather than of one."""
    chosen: list[Fit] = []
    while fits and len(chosen) < case.most_lines:
        taken = [group(case, each.id) for each in chosen]
        best = max(fits, key=lambda each: each.points - AGAIN * taken.count(group(case, each.id)))
        fits.remove(best)
        chosen.append(best)
    return chosen


def named(case: Case) -> list[str]:
    """Exercises of the picture, its first homework first; without a picture what those of the region begin with."""
    entry = case.entry("presentation", case.presentation)
    if entry:
        return list(dict.fromkeys([*(entry.get("starter-homework") or ()), *(entry.get("exercises") or ())]))
    counts: dict[str, int] = {}
    for id in presentations_of(case.library, case.regions[0]):
        for exercise in case.entry("presentation", id).get("starter-homework") or ():
            counts[exercise] = counts.get(exercise, 0) + 1
    return sorted(counts, key=lambda each: -counts[each])


def _allowed(case: Case) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """Exercises that may be given, those that somebody else begins, and what an answer speaks against."""
    kept, outside, left_out = [], [], []
    for id in named(case):
        entry = case.entry("exercise", id)
        if not entry:
            continue
        against = homework_ruled_out(case.library, case.standing, id)
        if against is not None:
            answer, act = against
            place = f"{answer.span.file.rpartition('/')[2]}:{answer.span.line}"
            left_out.append(f"{case.name('exercise', id)}: {act.id} is {answer.answer} ({place}).")
        elif entry.get("scope") in OUTSIDE:
            outside.append((id, str(entry["scope"])))
        elif can_be_done(case, entry) and not is_disliked(case, id, entry):
            kept.append(id)
    return kept, outside, left_out


def _line(case: Case, each: Fit, goals: list[Line]) -> Line:
    entry = case.entry("exercise", each.id)
    dose: dict[str, Any] = entry.get("dose") or {}
    item: dict[str, Any] = {"do": each.id, **{key: str(dose[key]) for key in DOSE if dose.get(key) is not None}}
    because = list(each.because)
    if _is_older(case) and entry.get("group") == "stretch" and _seconds(dose) < OLDER_HOLD:
        item["hold"] = f"{OLDER_HOLD} s"
        because.append(Reason(f"held 30 to 60 s from the age of {OLDER}", None, ("garber-2011",), True))
    if goal := _goal_for(case, entry, goals):
        item["goal"] = goal
    if case.presentation:
        first = "first homework" if each.id in starters(case) else "homework"
        because.append(of_source(f"{first} for {case.presentation}", case.entry("presentation", case.presentation)))
    because.append(of_source("dose", dose, "source"))
    return Line("homework", item, tuple(dict.fromkeys(because)))


def _is_older(case: Case) -> bool:
    return case.person.age is not None and case.person.age >= OLDER


def _seconds(dose: dict[str, Any]) -> float:
    """How long each one is held, in seconds; endless where it is not held or told otherwise."""
    number = str(dose.get("hold") or "").partition(" s")[0].partition("-")[0]
    return float(number) if number.isdigit() else float("inf")


def _goal_for(case: Case, entry: dict[str, Any], goals: list[Line]) -> str | None:
    """The goal whose movement an exercise makes freer, by its muscles; else the first goal."""
    muscles = set(entry.get("muscles") or ())
    for line in goals if entry.get("group") in ("mobility", "stretch") else ():
        measure = str(line.item.get("measure") or "")
        if measure.startswith("rom/"):
            of = case.entry("movement", measure.removeprefix("rom/")).get("muscles") or {}
            if muscles.intersection((*(of.get("movers") or ()), *(of.get("limiters") or ()))):
                return str(line.item["id"])
    return str(goals[0].item["id"]) if goals else None
