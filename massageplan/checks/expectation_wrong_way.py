"""An expectation goes the wrong way.

What
----
`expect` in a plan asks for a worse figure: a `change` up where lower is better, a `to` such as `at least 8` for pain,
or a `to` that is worse than the figure at the start. Of several measures the first is looked at. Where nothing says
which way of a measure is better, nothing is told. Such an expectation never counts as seen.

Why
---
Up and down are easily swapped. The client then gets worse, and the record calls it a success.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 6, often: weekly}
    expect: {by: visit 4, measure: psfs/lift-daughter, change: down 3}
    homework: none

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals:
      - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
    visits: {planned: 6, often: weekly}
    expect: {by: visit 4, measure: psfs/lift-daughter, change: up 3}
    homework: none

Source
------
House rule. Which way a measure gets better stands in its library entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.care import Plan

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each expectation of a worse figure."""
    if not any(isinstance(entry.record, Plan) and entry.record.expect for entry in case.folder.entries):
        return
    for each in case.expectations:
        if each.state != "wrong way":
            continue
        message = "This expectation asks for a worse figure of its measure, so it is never called seen."
        hint = "turn it round, or choose another measure; if it is meant so, say why under allow:"
        yield Finding("expectation-wrong-way", message, each.size_span, hint)
