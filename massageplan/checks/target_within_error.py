"""A goal asks for a change that may be measuring error.

What
----
The target of a goal lies closer to its start than the measuring error of that measure. The start is `from`, or the
last figure at or before the plan; the nearer end of a range is taken. The error is that of the library's entry; of a
movement without a published one it is the house rule `movement-default-mdc`, and the finding then says that it is
assumed. Where no error is known, or the figures are in another unit, nothing is said.

Why
---
If the figure can move as far by chance, you will call the goal met, or missed, on nothing. Aim further, or measure
something that the client notices more.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 5}
    visits: {planned: 6, often: weekly}
    homework: none

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 6, often: weekly}
    homework: none

Source
------
The measuring error of each measure stands in its library entry, with its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from ..clinical.baseline import Baseline
    from ..clinical.error import Error
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each target within measuring error."""
    for each in case.baselines:
        distance, error = each.distance, each.error
        if not each.is_met and error and error.figure and distance is not None and distance < error.figure:
            yield _finding(each, distance, error, error.figure)


def _finding(each: Baseline, distance: float, error: Error, figure: float) -> Finding:
    whose = ", ".join(error.sources)
    if error.assumed:
        whose = "assumed by a house rule, as none was published"
    elif not error.verified:
        whose += ", not verified"
    far, near = (f"{number:g} {error.unit}".rstrip() for number in (figure, distance))
    message = f"This target is {near} from the start, and a change below {far} may be measuring error ({whose})."
    hint = f"aim at least {far} away from the start, or choose another measure"
    related = (each.row.origin,) if each.row else ()
    return Finding("target-within-error", message, each.plan.span(("goals", each.n, "to")), hint, related)
