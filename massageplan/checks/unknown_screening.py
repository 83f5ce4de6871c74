"""An answer belongs to no screening question.

What
----
A key under `screening:` is no question of the library, nor of the practice's own.

Why
---
An answer acts by its question: what a yes asks for, and what it rules out. A misspelt one acts on nothing, and the
question itself counts as never asked.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    screening: {cauda-equinna: no}

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    screening: {cauda-equina: no}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import advice_without_entry

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each answer whose question the library lacks."""
    library = case.context.library
    for answer in case.answers:
        if not library.has("screening", answer.id):
            hint = (
                library.near("screening", answer.id) or "see mplan library list screening, or add an entry of your own"
            )
            yield Finding("unknown-screening", f"There is no screening question {answer.id}.", answer.span, hint)
    yield from advice_without_entry(case, "sign", "screening")
