"""A goal has no figure that could show it, while another goal of the plan has.

What
----
A goal in a plan has neither `measure` nor `levels`, and another goal that holds beside it is measured. A plan in which
no goal is measured has `plan-without-measured-goal` instead.

Why
---
What is not measured is forgotten at the reassessment, and nobody can say when this goal is met. Almost any wish can be
rated by the client from 0 to 10, in a few seconds.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
      - {id: sleep, words: Sleep through}
    visits: {planned: 6, often: weekly}
    homework: none

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
      - {id: sleep, words: Sleep through, measure: pain/lumbar/wakes, from: 3/night, to: at most 1/night}
    visits: {planned: 6, often: weekly}
    homework: none

Source
------
House rule. A scale for activities in the client's own words: Stratford 1995 (doi 10.3138/ptc.47.4.258).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.care import Plan

if TYPE_CHECKING:
    from ..records.parts import Goal
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each goal without a figure where another goal has one."""
    held: dict[str, Goal] = {}
    for entry in case.folder.entries:
        plan = entry.record
        if not isinstance(plan, Plan):
            continue
        goals = plan.goals if isinstance(plan.goals, tuple) else ()
        if plan.changed_because is None:
            held = {}
        held.update({goal.id: goal for goal in goals})
        if not any(_is_measured(goal) for goal in held.values() if not goal.dropped):
            continue
        for n, goal in enumerate(goals):
            if not (_is_measured(goal) or goal.dropped):
                hint = "add measure:, such as psfs/ and a word for what they want to do"
                message = "This goal has no figure that could show it."
                yield Finding("goal-without-measure", message, entry.span(("goals", n, "id")), hint)


def _is_measured(goal: Goal) -> bool:
    return bool(goal.measure or goal.levels)
