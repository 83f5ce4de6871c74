"""What was felt or tested is no muscle, place or movement.

What
----
Behind `palpation/` and `strength/` stands what was felt or tested: a muscle, a place, a level of the spine, a movement
(`strength/hip-abduction`), the muscles of a joint by what they do (`strength/knee-extensors`), a scar, or `overall`.
Here it is none of them, and no word that `phrases:` in practice.yaml defines.

Why
---
Figures are put into one line by their address. A misspelt muscle starts a line of its own, and the next visit's figure
is compared with nothing.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      palpation/quadratus-lumborom: {right: {tone: high}}

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      palpation/quadratus-lumborum: {right: {tone: high}}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..patterns import lazy
from .unknown_place import is_known, near

if TYPE_CHECKING:
    from ..clinical.measures import Measurement
    from ..span import Span
    from .base import ClientCase

_FAMILIES = ("palpation", "strength")
_GROUP = lazy(
    r"(?:^|-)(flexors|extensors|abductors|adductors|evertors|invertors|pronators|supinators|elevators|depressors|retractors"
    r"|protractors|((internal|external|lateral|medial)-)?rotators|(dorsi|plantar|lateral-)flexors)$"
)
"""The muscles of a joint by what they do, behind the name of the joint where there are several."""

_ALSO = frozenset(("overall", "scar"))
"""What else is graded or felt; `3+/5` overall is one grade for all that was tested."""


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each record and name that is unknown."""
    told: set[tuple[str, str]] = set()
    for address, rows in case.figures.items():
        family, _, rest = address.partition("/")
        if family not in _FAMILIES:
            continue
        name = rest.partition("/")[0]
        if _is_known(case, name):
            continue
        for row in rows:
            if (row.entry.stem, name) not in told:
                told.add((row.entry.stem, name))
                yield _finding(case, family, name, _key_span(row, name))


def _is_known(case: ClientCase, name: str) -> bool:
    if name in _ALSO or case.context.library.has("movement", name):
        return True
    group = _GROUP.search(name)
    joint = name[: group.start()] if group else None
    return joint == "" or is_known(case, name) or (joint is not None and is_known(case, joint))


def _finding(case: ClientCase, family: str, name: str, span: Span) -> Finding:
    if not name:
        message, hint = f"{family} needs the muscle, place or movement that it was found in.", None
    else:
        message = f"There is no muscle, place or movement {name}."
        hint = near(case, name, case.context.library.ids("movement"))
    return Finding(
        "unknown-muscle", message, span, hint or "use a muscle or place, or add an entry to library/muscles/"
    )


def _key_span(row: Measurement, name: str) -> Span:
    """The key in which the name stands."""
    for n, step in enumerate(row.path):
        if isinstance(step, str) and name in step.split("/"):
            return row.entry.span(row.path[: n + 1], key=True)
    return row.origin
