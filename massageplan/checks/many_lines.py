"""A handout has more than three lines of homework.

What
----
Told when a handout is made: it has 4 lines. From 5 on it is `too-many-lines` instead, and a practice whose
`homework:` has `most-lines` is held to that alone. Where `mplan check` looks at the whole plan
(`too-many-homework-lines`), this looks at one sheet.

Why
---
Guides to clear talk with patients ask to keep a visit to three points. Older adults given 2 exercises did them
better than those given 8, and 5 were no different from either; but those were 15 people, and how much they said
they had done did not differ. It is a reason to ask whether the fourth line earns its place, and not a law.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, reps: 10, at: on waking}
      - {do: knee-roll, reps: 10, at: on waking}
      - {do: cat-camel, reps: 10, at: on waking}
      - {do: heat-pack, length: 15 min, at: before bed}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, reps: 10, at: on waking}
      - {do: knee-roll, reps: 10, at: on waking}
      - {do: heat-pack, length: 15 min, at: before bed}

Source
------
Library adherence teach-back (hersh-2015) and number-2-5-8 (henry-1999, n = 15). That three points of a visit are
three lines of a sheet is a choice of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .too_many_lines import most_lines

if TYPE_CHECKING:
    from .sheet import SheetCase


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding, at the first line over three, where neither the practice nor the limit above says more."""
    few = case.figures("adherence", "teach-back").get("points-at-most")
    own, most = most_lines(case)
    if few is None or own or not few < len(case.lines) <= (most or len(case.lines)):
        return
    message = f"This sheet has {len(case.lines)} lines; {few:g} are easier to keep in mind."
    over = case.lines[int(few)][1]
    yield Finding("many-lines", message, over.span(), "keep those that matter most, or let lines follow by weeks:")
