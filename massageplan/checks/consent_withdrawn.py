"""A visit treated what the client had taken back.

What
----
The client withdrew the consent to treatment, or the one for a sensitive area, and a later visit treated it all the
same, with no newer consent. A visit of the same day counts as later, since the order within a day is not known:
where consent was taken back after the treatment, say so under `allow:`. What is in `consented:` of the visit was
agreed to again. Taking back one area, one side or one release takes back no more than that.

Why
---
Consent can be taken back at any time. If the client changed their mind again, the record has to say so.

Wrong
-----
clients/jd-7k2m/2026-09-07-consent.yaml::

    date: 2026-09-07
    gives: [treatment, {for: sensitive-area, areas: gluteal}]
    how: signed

clients/jd-7k2m/2026-09-14-consent.yaml::

    date: 2026-09-14
    withdraws: [{for: sensitive-area, areas: gluteal}]
    how: spoken

clients/jd-7k2m/2026-09-21-session.yaml::

    date: 2026-09-21
    did: [petrissage right piriformis 10 min]

Right
-----
clients/jd-7k2m/2026-09-07-consent.yaml::

    date: 2026-09-07
    gives: [treatment, {for: sensitive-area, areas: gluteal}]
    how: signed

clients/jd-7k2m/2026-09-14-consent.yaml::

    date: 2026-09-14
    withdraws: [{for: sensitive-area, areas: gluteal}]
    how: spoken

clients/jd-7k2m/2026-09-21-session.yaml::

    date: 2026-09-21
    did: [petrissage right calf 10 min]

Source
------
House rule.
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
    """One finding for each visit that treated after treatment was withdrawn, and one for withdrawn areas."""
    if not any(getattr(entry.record, "withdraws", None) for entry in case.folder.of_kind("consent")):
        return
    for visit in case.held:
        if visit.treatment.state == "withdrawn":
            span = visit.entry.span(("did",), key=True)
            yield _finding("Something was done at this visit after treatment was withdrawn.", visit.treatment, span)
        areas = [area for area in visit.areas if area.standing.state == "withdrawn"]
        if areas:
            names = ", ".join(area.name for area in areas)
            message = f"A sensitive area was treated ({names}) after the consent for it was withdrawn."
            yield _finding(message, areas[0].standing, visit.entry.span(areas[0].path))


def _finding(message: str, standing: Standing, span: Span) -> Finding:
    assert standing.said is not None  # what is withdrawn was said
    place = standing.said.span
    hint = f"see {place.file}:{place.line}; add the consent that was given again, or a reason to allow:"
    return Finding("consent-withdrawn", message, span, hint, (place,))
