"""Warning signs of the place that hurts were never asked about.

What
----
There is a plan or a visit, and an assessment says where it hurts; a headache without a place is in the head. The
library lists what has to be asked before that region is treated; some of its red flags and emergencies have no answer
in any record of the client: neither yes, no nor unsure. Told once for each region.

Why
---
Unasked is not no. These signs are rare, and a question each is the only way to find them before your hands do. The
answers belong under `screening:`, in the history, an assessment or a visit.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    symptoms: [{where: right calf, now: 4}]
    screening: {stress-fracture: no, tendon-muscle-rupture: no}

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [petrissage right calf 15 min]

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    symptoms: [{where: right calf, now: 4}]
    screening:
      dvt: no
      compartment-syndrome: no
      progressive-neuro: no
      tendon-muscle-rupture: no
      stress-fracture: no

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [petrissage right calf 15 min]

Source
------
House rule. Which questions a region asks for stands in its entry of the library, and each question with its sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..clinical.screening import NOT_ASKED, acts, sore_regions
from ..findings import Finding
from ..records.care import Assessment

if TYPE_CHECKING:
    from ..library.catalogue import Library
    from ..records.folder import Entry
    from ..span import Span
    from .base import ClientCase

MOST_NAMED = 5
"""Questions that one finding names."""


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each region where something hurts and a red flag was never asked about."""
    library = case.context.library
    regions = _regions(case)
    asked = {a.id for a in case.answers if a.answer != NOT_ASKED} if regions else set()
    for region, (entry, n) in regions.items():
        missing = [id for id in _listed(library, region) if id not in asked and _is_red(library, id)]
        if missing:
            yield _finding(region, missing, _span(entry, n))


def _regions(case: ClientCase) -> dict[str, tuple[Entry, int]]:
    """Where it hurts, by the courses with a plan or a visit: the newest assessment that says so, and the symptom."""
    out: dict[str, tuple[Entry, int]] = {}
    for course in case.courses:
        if not (course.plans or course.visits_kept):
            continue
        for entry in course.entries:
            here: dict[str, int] = {}
            for n, region in sore_regions(entry, case.context.library):
                here.setdefault(region, n)
            out.update({region: (entry, n) for region, n in here.items()})
    return out


def _listed(library: Library, region: str) -> tuple[str, ...]:
    item = library.item("region", region)
    return tuple(item.data.get("screening") or ()) if item else ()


def _is_red(library: Library, id: str) -> bool:
    act = acts(library, id)
    return act is not None and act.is_red


def _span(entry: Entry, n: int) -> Span:
    """The answers of the assessment, or the symptom where it has none."""
    answered = isinstance(entry.record, Assessment) and entry.record.screening is not None
    return entry.span(("screening",), key=True) if answered else entry.span(("symptoms", n))


def _finding(region: str, missing: list[str], span: Span) -> Finding:
    named = ", ".join(missing[:MOST_NAMED])
    rest = len(missing) - MOST_NAMED
    more = f" and {rest} more" if rest > 0 else ""
    what = "This red flag" if len(missing) == 1 else f"These {len(missing)} red flags"
    message = (
        f"{what} for the region {region} {'was' if len(missing) == 1 else 'were'} never asked about: {named}{more}."
    )
    hint = "ask, and write each answer (yes, no or unsure) under screening:"
    return Finding("red-flags-not-asked", message, span, hint)
