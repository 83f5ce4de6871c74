"""An assessment names a presentation that does not exist.

What
----
`presentation` is no id of the built-in library, nor of the practice's library/presentations/.

Why
---
The plan is drafted from the presentation, and outcomes are counted by it. A misspelt one counts as a kind of its
own, and nothing is drafted from it.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    presentation: lbp-cronic

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    presentation: lbp-chronic

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.care import Assessment

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each assessment whose presentation the library lacks."""
    library = case.context.library
    for entry in case.folder.of_kind("assessment"):
        named = entry.record.presentation if isinstance(entry.record, Assessment) else None
        if named is not None and not library.has("presentation", named):
            hint = library.near("presentation", named) or "see: mplan library list presentation"
            yield Finding(
                "unknown-presentation", f"There is no presentation {named}.", entry.span(("presentation",)), hint
            )
