"""A line of the handout has no picture beside others that have one.

What
----
Told when a handout is made, once for a sheet: some of its lines have a picture and others have none, or one that
cannot be drawn (`mplan check` tells what is wrong with those of your own). An exercise that has no posture to show
(`figure: none`) needs none, and a sheet without any picture is not told of.

Why
---
With a picture right beside simple text people pay more attention, understand more and recall more, most of all
those who read poorly. A line without one beside lines with one looks as if it mattered less.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, reps: 10, at: on waking}
      - {do: towel-pull, words: Pull a towel apart, reps: 10, at: on waking, stop-if: your neck hurts}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, reps: 10, at: on waking}
      - {do: knee-roll, reps: 10, at: on waking}

Source
------
Library adherence pictures-recall (houts-2006) and written-plus-pictures (schneiders-1998; told by the people
themselves). Not every study found it: do not oversell a picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..figures.door import NONE
from ..findings import Finding

if TYPE_CHECKING:
    from .sheet import Given, SheetCase


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding at the first line without a picture, where another line has one."""
    bare = [given for line, given in case.lines if not line.figure and not _needs_none(given)]
    if bare and any(line.figure for line, _ in case.lines):
        message = f"{len(bare)} of the {len(case.lines)} lines of this sheet have no picture."
        yield Finding("no-picture", message, bare[0].span(), "show it at the visit, and let the client do it once")


def _needs_none(given: Given) -> bool:
    return given.exercise is not None and given.exercise.data.get("figure") == NONE
