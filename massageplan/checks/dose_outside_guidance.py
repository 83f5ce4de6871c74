"""A dose on the handout lies outside what guidance gives.

What
----
Told when a handout is made. A stretch is held for less or longer than guidance for the client's age says, for far
less or more than about 60 seconds all told, or on too few days; a strength exercise has fewer or more repetitions,
more rounds, or is done on fewer or more days. Where a line keeps to the dose of the exercise's own entry in the
library, which has its own source, nothing is said. Looked at are exercises of the groups `stretch` and `strength`,
and only figures that the line gives; a range counts as outside where all of it is. Repetitions of clients of 65 and
more are not looked at, since the library has no figure for them.

Why
---
The guidance is for adults in good health, and a painful back may need less. So this is a question: is it meant so?
If it is, say why under `allow:`. A slip such as 200 s for 20 s is found the same way.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: calf-stretch-bent, reps: 3, hold: 3 s, often: daily, at: on waking}]

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: calf-stretch-bent, reps: 3, hold: 20 s, often: daily, at: on waking}]

Source
------
Library rules exercise-dose-stretch (acsm-stretch-2021, garber-2011), exercise-dose-strength (garber-2011), and
exercise-dose-leeway, which is a house choice and `verified: false`: that older begins at 65, and how far about 60 s
reaches.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..findings import Finding
from ..frozen import Frozen
from .dosed import Range, days_a_week, range_of, seconds, times_a_day

if TYPE_CHECKING:
    from .sheet import Given, SheetCase

_STRETCH, _STRENGTH, _LEEWAY = "exercise-dose-stretch", "exercise-dose-strength", "exercise-dose-leeway"


class _Limit(Frozen):
    """What guidance gives for one figure; an open end is None."""

    key: str
    what: str
    unit: str
    least: float | None
    most: float | None

    def said(self) -> str:
        """`8 to 12 times`, `2 days a week or more`."""
        if self.least is None or self.most is None:
            end, side = (self.most, "at most ") if self.least is None else (self.least, "at least ")
            return f"{side}{end:g} {self.unit}"
        return f"{self.least:g} to {self.most:g} {self.unit}"

    def broken_by(self, given: Range) -> bool:
        """Whether all of a range lies outside."""
        low, high = given
        return (self.least is not None and high < self.least) or (self.most is not None and low > self.most)


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding for each figure of a line that lies outside."""
    for _, given in case.lines:
        data = given.exercise.data if given.exercise else {}
        if data.get("group") == "stretch":
            yield from _told(case, given, _STRETCH, _stretch(case, given))
        elif data.get("group") == "strength":
            yield from _told(case, given, _STRENGTH, _strength(case, given))


def _told(case: SheetCase, given: Given, rule: str, found: Iterator[tuple[_Limit, Range | None]]) -> Iterator[Finding]:
    for limit, value in found:
        if value is not None and limit.broken_by(value) and not _has_own_source(case, given, rule, limit.key):
            message = f"{limit.what} {_number(value)} {limit.unit}; guidance gives {limit.said()} ({rule})."
            hint = f"look at {limit.key}: again, or give the reason under allow:"
            yield Finding("dose-outside-guidance", message, given.span(limit.key), hint)


def _stretch(case: SheetCase, given: Given) -> Iterator[tuple[_Limit, Range | None]]:
    item, figures, leeway = given.item, case.figures("rule", _STRETCH), case.figures("rule", _LEEWAY)
    older = _is_older(case)
    least = figures.get("older-hold-least-s" if older else "hold-least-s")
    most = figures.get("hold-most-s" if older is False else "older-hold-most-s")
    held = seconds(item.hold)
    hold = _Limit("hold", "Each stretch is held for", "seconds", least, most)
    yield hold, held
    if held and not hold.broken_by(held):
        rounds, reps, a_day = range_of(item.sets) or (1, 1), range_of(item.reps) or (1, 1), times_a_day(item.often)
        once = (held[0] * rounds[0] * reps[0], held[1] * rounds[1] * reps[1])
        day = (once[0] * a_day, once[1] * a_day)
        what = "this stretch is held, all told, for"
        yield _Limit("hold", f"On one day {what}", "seconds", leeway.get("total-least-s"), None), day
        yield _Limit("hold", f"At one go {what}", "seconds", None, leeway.get("total-most-s")), once
    yield _days(figures), days_a_week(item)


def _strength(case: SheetCase, given: Given) -> Iterator[tuple[_Limit, Range | None]]:
    item, figures = given.item, case.figures("rule", _STRENGTH)
    if not _is_older(case):
        reps = _Limit("reps", "It is done", "times", figures.get("reps-least"), figures.get("reps-most"))
        yield reps, range_of(item.reps)
    yield _Limit("sets", "It has", "rounds", None, figures.get("sets-most")), range_of(item.sets)
    days = days_a_week(item)
    yield _days(figures), days and (float(int(days[0])), days[1])  # every other day leaves the 48 hours


def _is_older(case: SheetCase) -> bool | None:
    """Whether the client counts as older; None where nobody knows, and then either dose will do."""
    years = case.figures("rule", _LEEWAY).get("older-years")
    return None if years is None else case.source.has_reached(years)


def _days(figures: dict[str, float]) -> _Limit:
    return _Limit("often", "It is done on", "days a week", figures.get("days-least"), figures.get("days-most"))


def _number(span: Range) -> str:
    return f"{span[0]:g}" if span[0] == span[1] else f"{span[0]:g} to {span[1]:g}"


def _has_own_source(case: SheetCase, given: Given, rule: str, key: str) -> bool:
    """Whether the line has the figures of the exercise's entry there, and those rest on more than the guidance."""
    dose = (given.exercise.data.get("dose") or {}) if given.exercise else {}
    guidance = case.library.item("rule", rule)
    if guidance is None or set(_listed(dose.get("source"))) <= set(_listed(guidance.data.get("sources"))):
        return False
    if key == "often":
        return days_a_week(given.item) == days_a_week(given.item, str(dose.get("often") or ""))
    same = ("hold", "reps", "sets") if key == "hold" else (key,)
    return all((getattr(given.item, each) or "1") == str(dose.get(each) or "1") for each in same)


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())
