"""A technique has no entry in the library.

What
----
A plan, a session or the `skills:` of a therapist names a technique that the library does not have.

Why
---
The library holds what a technique must not be used for. A misspelt technique is checked against nothing, and
it does not count as the same one in the chart.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [petrisage right quadratus-lumborum 15 min]

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [petrissage right quadratus-lumborum 15 min]

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.base import texts

if TYPE_CHECKING:
    from ..library.catalogue import Library
    from ..span import Path, Span
    from .base import ClientCase, Context


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each technique of a plan or session that the library lacks."""
    library = case.context.library
    known = library.ids("technique")
    for use in case.uses:
        if use.id not in known:
            yield _finding(library, use.id, use.entry.span(use.path))


def check_practice(context: Context) -> Iterator[Finding]:
    """One finding for each skill of a therapist that the library lacks."""
    house = context.house
    for n, therapist in enumerate(house.practice.therapists):
        for m, skill in enumerate(texts(therapist.skills)):
            if not context.library.has("technique", skill):
                path: Path = ("therapists", n, "skills")
                if not isinstance(therapist.skills, str):
                    path = (*path, m)
                yield _finding(context.library, skill, house.practice_document.locate(path))


def _finding(library: Library, id: str, span: Span) -> Finding:
    hint = library.near("technique", id) or "add an entry to library/techniques/"
    return Finding("unknown-technique", f"There is no technique {id}.", span, hint)
