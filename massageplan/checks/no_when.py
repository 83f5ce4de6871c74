"""A line of the handout has no place in the client's day.

What
----
Told when a handout is made. A line has no `at:`, such as `at: after brushing your teeth`. Lines that are done as
needed or all the time have none.

Why
---
Deciding beforehand when and where makes people reach goals more often (94 tests, not of exercise in particular).
What hangs on something the client does anyway needs no memory.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: pelvic-tilt, reps: 10, often: 2/day}]

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: pelvic-tilt, reps: 10, often: 2/day, at: after brushing your teeth}]

Source
------
Library adherence if-then-plans (gollwitzer-2006).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .sheet import SheetCase

_ANY_TIME = frozenset(("as needed", "always"))


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding for each line without a moment of the day."""
    for line, given in case.lines:
        if not line.when and given.item.often not in _ANY_TIME:
            message = f"Line {line.number} of the sheet does not say when in the day it is done."
            yield Finding("no-when", message, given.span(), "ask the client what it can follow, and put that into at:")
