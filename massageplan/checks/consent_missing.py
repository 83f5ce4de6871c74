"""A visit treated without a consent.

What
----
Something was done at a visit, and on that day no consent to treatment was on record, or it had been refused. It is told
once for each course, at the first such visit. And at each visit: a sensitive area was treated (gluteal, chest, inner
thigh and groin, perineum, and the muscles that are reached through them), with no consent for it and no word of it in
`consented:` of the visit. A consent for an area, or for a larger place in which it lies, covers the muscles in it; one
for the left side does not cover the right.

A folder of old or published cases that has no dates (`undated: yes` in practice.yaml) is asked only where it holds a
consent at all, and so is a visit without a date. Where consents are kept somewhere else, say so in practice.yaml:
`kept-elsewhere: {consents: signed forms in the binder}`.

Why
---
Nobody is touched without having agreed to it, and an inspection asks to see it. For sensitive areas some places want a
consent of its own, in writing, each time: look up what holds for you.

Wrong
-----
clients/jd-7k2m/2026-09-07-consent.yaml::

    date: 2026-09-07
    gives: [treatment]
    how: signed

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [petrissage right gluteus-medius 10 min]

Right
-----
clients/jd-7k2m/2026-09-07-consent.yaml::

    date: 2026-09-07
    gives:
      - treatment
      - {for: sensitive-area, areas: gluteal}
    how: signed

clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    did: [petrissage right gluteus-medius 10 min]
    consented: right gluteal

Source
------
The areas: College of Massage Therapists of Ontario (chest wall, breast, upper inner thigh, gluteal) and Washington,
WAC 246-830-565 (breast, gluteal cleft and perineum). Which muscles lie in them is a house rule. Unofficial.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from ..clinical.consented import Held, Touched
    from .base import ClientCase

MISSING = ("never told", "refused")


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each course treated without consent, and one for each visit with an area treated without."""
    house = case.context.house
    if any(key.startswith("consent") for key in house.practice.kept_elsewhere or ()):
        return
    nothing = not case.folder.of_kind("consent")
    if nothing and house.undated:
        return
    from ..clinical.consented import first_of_courses

    asked = [visit for visit in case.held if not (nothing and visit.entry.day is None)]
    yield from map(_of_treatment, first_of_courses(each for each in asked if each.treatment.state in MISSING))
    for visit in asked:
        areas = [area for area in visit.areas if area.standing.state in MISSING]
        if areas:
            yield _of_areas(visit, areas)


def _of_treatment(visit: Held) -> Finding:
    span, said = visit.entry.span(("did",), key=True), visit.treatment.said
    if said is None:
        message = "Something was done at this visit, and no consent to treatment is on record by that day."
        return Finding("consent-missing", message, span, "add it: mplan consent, or a consent with gives: [treatment]")
    message = "Something was done at this visit, and treatment had been refused."
    hint = f"see {said.span.file}:{said.span.line}; add the consent that came after it, or a reason to allow:"
    return Finding("consent-missing", message, span, hint, (said.span,))


def _of_areas(visit: Held, areas: list[Touched]) -> Finding:
    first, names = areas[0], ", ".join(area.name for area in areas)
    refused = [area.standing.said.span for area in areas if area.standing.said is not None]
    state = "which the client had refused" if refused else "and no consent for it is on record by that day"
    message = f"A sensitive area was treated ({names}), {state}."
    hint = f"add consented: {first.name} to the visit if it was asked, or a consent with for: sensitive-area"
    return Finding("consent-missing", message, visit.entry.span(first.path), hint, tuple(refused))
