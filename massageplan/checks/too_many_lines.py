"""A handout has too many lines of homework.

What
----
Told when a handout is made: it has 5 lines or more, or more than `most-lines` under `homework:` in practice.yaml,
which wins where it is set.

Why
---
A long sheet is where people stop. What goes with how often exercises are done is their number, in 184 people with
neck or back pain; in a small study (15 older adults) 2 were done better than 8, and 5 were no different from
either. Nobody has shown where the limit lies: 5 is where this program begins to warn.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, reps: 10, at: on waking}
      - {do: knee-roll, reps: 10, at: on waking}
      - {do: cat-camel, reps: 10, at: on waking}
      - {do: glute-bridge, reps: 10, often: 3/week, at: after work}
      - {do: heat-pack, length: 15 min, at: before bed}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, reps: 10, at: on waking, weeks: 10-14}
      - {do: knee-roll, reps: 10, at: on waking, weeks: 10-14}
      - {do: cat-camel, reps: 10, at: on waking, weeks: 10-14}
      - {do: glute-bridge, reps: 10, often: 3/week, at: after work, weeks: 15-20}
      - {do: heat-pack, length: 15 min, at: before bed, weeks: 15-20}

Source
------
Library rule homework-size (a house choice, `verified: false`), adherence number-2-5-8 (henry-1999, n = 15) and
number-predicts-frequency (medina-mirapeix-2009).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.moments import read_count
from ..findings import Finding

if TYPE_CHECKING:
    from .sheet import SheetCase


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding, at the first line over the limit."""
    own, most = most_lines(case)
    if most is None or len(case.lines) <= most:
        return
    whose = "the practice gives at most" if own else "a warning comes above"
    message = f"This sheet has {len(case.lines)} lines; {whose} {most}."
    over = case.lines[most][1]
    yield Finding("too-many-lines", message, over.span(), "keep those that matter most, or let lines follow by weeks:")


def most_lines(case: SheetCase) -> tuple[bool, int | None]:
    """Whether the practice says how many lines a sheet has at most, and how many that, or else the library, is."""
    own = read_count((case.practice.homework or {}).get("most-lines"))
    figure = case.figures("rule", "homework-size").get("warn-above")
    return own is not None, own if own is not None else None if figure is None else int(figure)
