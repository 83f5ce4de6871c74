"""The answers to a questionnaire do not fit its form.

What
----
`items` holds the answers of a questionnaire in the order of the form. Here there are too many or too few, or one of
them is no figure, lies outside the scale, or is none of the steps there are; or the library knows no form of this
name with answers to add up.

Why
---
An answer too many or too few moves all that come after it, and the total is then that of another form. No total is
computed until the answers fit.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      odi: {items: [2, 3, 1, 0, 2, 2, 1, 3, 6]}

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      odi: {items: [2, 3, no answer, 1, 0, 2, 2, 1, 3, 2]}

Source
------
Each instrument's library entry says how many answers there are and what each may be, with the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .unknown_measure import FAMILIES

if TYPE_CHECKING:
    from ..clinical.measures import Measurement
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each answer that does not fit, and one for a wrong number of answers."""
    for row in case.rows:
        if row.items:
            yield from _of(case, row)


def _of(case: ClientCase, row: Measurement) -> Iterator[Finding]:
    from ..clinical.scoring import misfits

    item = case.context.library.item("instrument", row.address)
    if item is None:
        yield _without_form(case, row)
        return
    for misfit in misfits(item.data, row.items):
        span = row.origin if misfit.n is None else row.entry.span((*row.path, misfit.n))
        yield Finding("items-do-not-fit", f"{row.address}: {misfit.message}", span, misfit.help)


def _without_form(case: ClientCase, row: Measurement) -> Finding:
    """Answers of something that is no form, or of a part of one."""
    library = case.context.library
    family, _, part = row.address.partition("/")
    message, help = f"No form {row.address} is known whose answers could be added up.", "type the figure alone"
    if part and library.has("instrument", family):
        message, help = "Answers stand with the whole form, not with a part of it.", f"write them under {family}"
    elif family not in FAMILIES:
        help = library.near("instrument", row.address) or help
    return Finding("items-do-not-fit", message, row.origin, help)
