"""A line of homework does not say how much to do.

What
----
A line has none of `sets`, `reps`, `hold`, `length`, `amount`, `often` and `settings`. Habits of posture,
lifting and sleep that the library gives no count for may stand without, and so may a line that ends one.

Why
---
"Do some tilts" is done once, or fifty times. The client needs a number, and you need it to judge whether the
dose was too small or was not done. The library has a usual dose, but the plan must say what this client does.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, at: after brushing your teeth}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, reps: 10, often: 2/day, at: after brushing your teeth}
      - {do: sleep-side}

Source
------
House rule. Strength needs its rounds, repetitions and days named: Garber 2011.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from ..library.catalogue import Library
    from .base import ClientCase

_HABITS = frozenset(("posture-ergonomics", "lifting", "sleep-position"))


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each line without a dose."""
    for line in case.homework:
        i = line.item
        dose = i.often or i.reps or i.sets or i.hold or i.length or i.amount or i.settings
        if not (dose or i.stop or _is_habit(case.context.library, i.do)):
            message = f"{i.do} has no dose: the client cannot tell how much to do."
            hint = "add how many (reps, sets), how long (hold, length) or how often (often)"
            yield Finding("homework-without-dose", message, line.span("do"), hint)


def _is_habit(library: Library, id: str) -> bool:
    item = library.item("exercise", id)
    if item is None or item.data.get("group") not in _HABITS:
        return False
    return "reps" not in (item.data.get("dose") or {})
