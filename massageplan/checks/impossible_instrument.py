"""An instrument of your own library has numbers that no form can have.

What
----
A questionnaire, rating or test in the practice's library/instruments/ folder has a min above its max (of the total,
of an answer or of a part), turns round an item or gives a part an item that the form does not have, asks for a share
of a greatest total of 0, or has a number of more than 15 digits.

Why
---
No answers fit such a form, or its total would be wrong without anybody seeing it. No total is computed with it until
the entry is correct.

Wrong
-----
library/instruments/grip-trust.yaml::

    en: {reviewed: false, name: Trust in the grip}
    kind: questionnaire
    value: score
    range: {min: 0, max: 8}
    unit: points
    direction: higher-is-better
    items: {count: 2, min: 0, max: 4, integer: true, reversed: [3]}
    scoring: {method: sum, missing: refuse, source: house-rules, verified: false}
    default-thresholds: {mdc: 2, source: house-rules, verified: false}
    licence: {status: our own, ship-item-text: true, ship-scoring: true, source: house-rules, verified: false}
    sources: [house-rules]

Right
-----
library/instruments/grip-trust.yaml::

    en: {reviewed: false, name: Trust in the grip}
    kind: questionnaire
    value: score
    range: {min: 0, max: 8}
    unit: points
    direction: higher-is-better
    items: {count: 2, min: 0, max: 4, integer: true, reversed: [2]}
    scoring: {method: sum, missing: refuse, source: house-rules, verified: false}
    default-thresholds: {mdc: 2, source: house-rules, verified: false}
    licence: {status: our own, ship-item-text: true, ship-scoring: true, source: house-rules, verified: false}
    sources: [house-rules]

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .base import Context


def check_practice(context: Context) -> Iterator[Finding]:
    """One finding for each number in the practice's own instruments that no form can have."""
    from ..clinical.scoring_flaws import flaws

    for item in context.library.own():
        if item.kind == "instrument":
            for flaw in flaws(item.data):
                where = item.document.locate(flaw.path)
                yield Finding("impossible-instrument", f"{item.id}: {flaw.message}", where, flaw.help)
