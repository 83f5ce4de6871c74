"""A handout takes more pages than a client keeps together.

What
----
Told when a handout is made as a PDF: it has more than 2 pages, or more than 4 in large print. A page on the screen
has no pages, so `--to html` and `--to md` do not count them.

Why
---
What is on the fridge door is done; a stack is put away. Crowded layout is no way out either: leave out what this
week does not need.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, often: daily, at: on waking}
      - {do: knee-roll, often: daily, at: on waking}
      - {do: cat-camel, often: daily, at: on waking}
      - {do: glute-bridge, often: daily, at: on waking}
      - {do: clamshell, often: daily, at: on waking}
      - {do: bird-dog, often: daily, at: on waking}
      - {do: curl-up, often: daily, at: on waking}
      - {do: dead-bug, often: daily, at: on waking}
      - {do: chin-tuck, often: daily, at: on waking}
      - {do: neck-turn, often: daily, at: on waking}
      - {do: wall-slide, often: daily, at: on waking}
      - {do: band-row, often: daily, at: on waking}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: pelvic-tilt, reps: 10, at: on waking}]

Source
------
House rule. That people forget more the more they are told: library adherence memory-forgotten (kessels-2003).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .sheet import SheetCase

MOST, MOST_LARGE = 2, 4


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding where the pages are too many."""
    most = MOST_LARGE if case.view.large else MOST
    if case.laid is not None and case.laid.pages > most:
        message = f"This handout takes {case.laid.pages} pages; {most} are the most that are kept together."
        yield Finding("too-many-pages", message, case.top, "leave lines for later weeks, or shorten why: and advice:")
