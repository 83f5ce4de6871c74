"""A visit treated after its consent had run out.

What
----
Something was done at a visit, and the last consent to treatment was no longer good on that day: its `until` had passed,
or it was for another visit or stretch of time (`covers`). It is told once for each course, at the first such visit. At
each visit the same is told of a sensitive area that was treated and that is not in `consented:` of the visit. A moment
that cannot be placed (`end`, `phase two`) is taken to hold.

Why
---
A consent with an end means that you ask again. Some places set the end by law (one year in Washington).

Wrong
-----
clients/jd-7k2m/2026-03-02-consent.yaml::

    date: 2026-03-02
    gives: [{for: treatment, until: 2026-08-31}]
    how: signed

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [petrissage right calf 10 min]

Right
-----
clients/jd-7k2m/2026-03-02-consent.yaml::

    date: 2026-03-02
    gives: [{for: treatment, until: 2026-08-31}]
    how: signed

clients/jd-7k2m/2026-09-07-consent.yaml::

    date: 2026-09-07
    gives: [{for: treatment, until: 2027-09-06}]
    how: signed

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [petrissage right calf 10 min]

Source
------
House rule. One year: WAC 246-830-565 (Washington). Unofficial.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from ..clinical.consent import Standing
    from ..span import Span
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each course treated on a consent that had run out, and one for each such visit of an area."""
    if not case.folder.of_kind("consent"):
        return
    from ..clinical.consented import first_of_courses

    for visit in first_of_courses(each for each in case.held if each.treatment.state == "expired"):
        span = visit.entry.span(("did",), key=True)
        yield _finding("The consent to treatment had run out by this visit.", visit.treatment, span, "treatment")
    for visit in case.held:
        areas = [area for area in visit.areas if area.standing.state == "expired"]
        if areas:
            names = ", ".join(area.name for area in areas)
            message = f"A sensitive area was treated ({names}), and the consent for it had run out by this visit."
            yield _finding(message, areas[0].standing, visit.entry.span(areas[0].path), "the area")


def _finding(message: str, standing: Standing, span: Span, what: str) -> Finding:
    assert standing.said is not None  # what has run out was said
    place = standing.said.span
    hint = f"see {place.file}:{place.line}; add the newer consent to {what}, if there is one, or a reason to allow:"
    return Finding("consent-expired", message, span, hint, (place,))
