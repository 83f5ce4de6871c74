"""Homework: a few lines for the goals, that can be done with what is at home, and that nothing speaks against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import Frozen
from ..agreement import of_ten
from ..moments import per_week
from ..ruled_out import homework_ruled_out
from ..suggest import presentations_of
from .avoiding import avoided
from .base import Line, of_source
from .care import small, strong_pain
from .dosed import dosed, easier, minutes_a_day
from .fitting import HABITS, Fit, can_be_done, fit, group, is_disliked, is_habit, pointed, starters
from .techniques import OUTSIDE

if TYPE_CHECKING:
    from .base import Case, Reason, Ruled
    from .tissues import Tissue

LOW, UNSURE = "yf-low-self-efficacy", 2
"""The answer by which a plan is made smaller, and the lines it then has at most (its advice in the library)."""

RESTING = ("heat-cold", "sleep-position")
"""Groups of exercises that take time and no work."""

AGAIN = 3
"""Points that a second exercise of one group loses: three lines do three things. House rule."""


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


def homework(case: Case, found: list[Tissue], goals: list[Line], open_: list[Ruled]) -> Choice:
    """At most three lines (fewer if the practice says so, or the client is not sure of managing), each for a goal."""
    begin = small(case, open_)
    kept, outside, left_out = _allowed(case, begin)
    all_ = [fit(case, id, n, found) for n, id in enumerate(kept)]
    chosen = _best(case, [each for each in all_ if _is_for_homework(case, each.id)], most_lines(case, open_))
    lines = _within_the_day(case, [dosed(case, each, goals, begin) for each in chosen])
    habits = [each for each in all_ if each not in chosen and is_habit(case, each.id) and pointed(case, each.id)]
    return Choice(tuple(lines), tuple(habits), tuple(outside), tuple(left_out))


def most_lines(case: Case, open_: list[Ruled]) -> int:
    """The most lines of homework there are to be: fewer where the client is not sure of managing them."""
    figures = case.entry("rule", "homework-confidence").get("figures") or {}
    sure, least = of_ten(case.now.sure) if case.now else None, figures.get("confidence-threshold")
    unsure = sure is not None and least is not None and sure < float(least)
    return min(case.most_lines, UNSURE) if unsure or any(each.act.id == LOW for each in open_) else case.most_lines


def _is_for_homework(case: Case, id: str) -> bool:
    """Habits are told as advice; a picture's first homework that is one has to be pointed to by the client's day."""
    if group(case, id) not in HABITS:
        return True
    return bool(pointed(case, id)) if id in starters(case) or not is_habit(case, id) else False


def _within_the_day(case: Case, lines: list[Line]) -> list[Line]:
    """The lines, the longest done once a day only where all take longer than homework may; then fewer of them."""
    rule = case.entry("rule", "homework-time")
    most = float((rule.get("figures") or {}).get("max-minutes-per-day") or "inf")
    out = list(lines)
    while len(out) > 1 and sum(_minutes(case, each) for each in out) > most:
        longest = max(out, key=lambda each: _minutes(case, each))
        if (per_week(str(longest.item.get("often"))) or 0) > 7:
            reason = of_source(f"once a day, as all homework together takes {most:g} minutes at most", rule)
            once = Line("homework", {**longest.item, "often": "daily"}, (*longest.because, reason))
            out[out.index(longest)] = once
        else:
            out.pop()
    return out


def _minutes(case: Case, line: Line) -> float:
    """Minutes a day of work: lying under a warm pack is none."""
    return 0.0 if group(case, str(line.item["do"])) in RESTING else minutes_a_day(line.item)


def _best(case: Case, fits: list[Fit], most: int) -> list[Fit]:
    """The best fits, of several groups rather than of one."""
    chosen: list[Fit] = []
    while fits and len(chosen) < most:
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


def _allowed(case: Case, begin: Reason | None) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """Exercises that may be given, those that somebody else begins, and what an answer speaks against."""
    kept, outside, left_out = [], [], []
    never, strong = avoided(case), strong_pain(case)
    for id in dict.fromkeys(easier(case, each, begin) for each in named(case)):
        entry = case.entry("exercise", id)
        if not entry or (strong and entry.get("group") == "lifting"):
            continue
        if id in never:
            left_out.append(f"{case.name('exercise', id)}: {never[id]}")
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
