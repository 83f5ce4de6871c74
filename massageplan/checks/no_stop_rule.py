"""A line of the handout does not say when to stop.

What
----
Told when a handout is made. A line has no reason to stop of its own: neither under `stop-if:` of the line, nor in
the library's entry of the exercise.

Why
---
The box on the sheet says when to stop anything. What speaks against this very exercise, a pinch in front of the
shoulder or a leg that tingles, only its line can say. Pain while exercising is also what keeps people from doing
it.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: towel-pull, words: Pull a towel apart, reps: 10, at: on waking}]

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: towel-pull, words: Pull a towel apart, reps: 10, at: on waking, stop-if: your neck hurts}]

Source
------
House rule. Library adherence pain-during-exercise (jack-2010) and rule exercise-stop (`verified: false`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .sheet import SheetCase


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding for each line without a reason to stop."""
    for line, given in case.lines:
        if not line.stop_if:
            message = f"Line {line.number} of the sheet does not say when to stop it."
            yield Finding("no-stop-rule", message, given.span(), "add stop-if: to the line, or to your own entry")
