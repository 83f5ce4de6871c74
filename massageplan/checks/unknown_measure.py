"""A figure has an address that nothing knows.

What
----
The address of a figure begins with a family (`rom`, `strength`, `pain` ...), with a symptom of this client or
with an instrument of the library; behind `rom/` stands a movement of the library. Here it does not, in a
figure, a goal, an expectation, a measure to track or the findings of a referral.

Why
---
Figures are put into one line by their address. A misspelt one starts a line of its own: the change you hoped
to see is not drawn, and a goal that names it can never be met.

Wrong
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      rom: {lumber-flexion: 40}

Right
-----
clients/jd-7k2m/2026-09-07-assessment.yaml::

    date: 2026-09-07
    measures:
      rom: {lumbar-flexion: 40}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ..clinical.measures import FACETS
from ..findings import Finding, did_you_mean
from ..frozen import Frozen
from ..patterns import lazy
from ..records.after import Referral
from ..records.base import texts
from ..records.care import Plan

if TYPE_CHECKING:
    from ..clinical.measures import Measurement
    from ..library.catalogue import Library
    from ..records.base import Texts
    from ..records.folder import Entry
    from ..span import Path, Span
    from .base import ClientCase

FAMILIES = frozenset((
    "pain", "rom", "strength", "test", "reflex", "palpation", "posture", "length", "ppt", "girth", "body", "sleep",
    "count", "medicine", "balance", "lab", "work", "homework", "visits", "goal", "grip", "heart-rate", "temperature",
))  # fmt: skip
"""First parts of addresses that are always known (section on measures of the format)."""

SYMPTOMS = frozenset((
    "headache", "tingling", "numbness", "burning", "stiffness", "weakness", "fatigue", "dizziness", "nausea",
    "swelling", "cramp", "spasm", "itch", "tension", "stress", "mood",
))  # fmt: skip
"""Symptoms that may be followed without being listed first."""

_ADDRESS = lazy(r"^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)+$")


class _Fault(Frozen):
    message: str
    help: str
    part: str


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each unknown address in a record."""
    library = case.context.library
    told: set[tuple[str, str]] = set()
    for address, rows in case.figures.items():
        fault = None if _is_known(library, address) else _fault(case, address)
        if fault is None:
            continue
        for row in rows:
            if (row.entry.stem, fault.part) not in told:
                told.add((row.entry.stem, fault.part))
                yield Finding("unknown-measure", fault.message, _key_span(row, fault.part), fault.help)
    for entry in case.folder.of_kind("plan", "referral"):
        for address, path in _named(entry):
            fault = None if _is_known(library, address) else _fault(case, address)
            if fault:
                yield Finding("unknown-measure", fault.message, entry.span(path), fault.help)


@lru_cache(maxsize=4096)
def _is_known(library: Library, address: str) -> bool:
    """Whether an address needs no look at the client's symptoms."""
    family, _, rest = address.partition("/")
    if family == "rom":
        return library.has("movement", rest.partition("/")[0])
    return family in FAMILIES or family in SYMPTOMS or library.has("instrument", family)


def _fault(case: ClientCase, address: str) -> _Fault | None:
    """What is wrong with an address that is not known everywhere; nothing if it is a symptom of the client."""
    library = case.context.library
    family, _, rest = address.partition("/")
    if family == "rom":
        movement = rest.partition("/")[0]
        near = movement and library.near("movement", movement)
        message = f"There is no movement {movement}." if movement else "rom needs the movement that was measured."
        return _Fault(message, near or "add an entry to library/movements/", movement or family)
    listed = _symptoms(case)
    if family in listed:
        return None
    known = FAMILIES | SYMPTOMS | FACETS | listed | library.ids("instrument")
    hint = did_you_mean(family, known) or "list the symptom, or add an entry to library/instruments/"
    return _Fault(f"There is no measure {family}.", hint, family)


def _symptoms(case: ClientCase) -> set[str]:
    """What this client feels, by all records."""
    out: set[str] = set()
    for entry in case.folder.entries:
        listed = getattr(entry.record, "symptoms", None)
        if isinstance(listed, tuple):
            out.update(symptom.what for symptom in listed if symptom.what)
    return out


def _named(entry: Entry) -> Iterator[tuple[str, Path]]:
    """Addresses that a plan or a referral names."""
    record = entry.record
    if isinstance(record, Plan):
        for n, goal in enumerate(record.goals if isinstance(record.goals, tuple) else ()):
            yield from _each(goal.measure, ("goals", n, "measure"))
        if record.expect:
            yield from _each(record.expect.measure, ("expect", "measure"))
        for n, track in enumerate(record.track or ()):
            yield from _each(track.measure, ("track", n, "measure"))
    elif isinstance(record, Referral):
        yield from (pair for pair in _each(record.findings, ("findings",)) if _ADDRESS.match(pair[0]))


def _each(named: Texts, path: Path) -> Iterator[tuple[str, Path]]:
    for n, address in enumerate(texts(named)):
        yield address, (path if isinstance(named, str) else (*path, n))


def _key_span(row: Measurement, part: str) -> Span:
    """The key in which the unknown part of the address stands."""
    for n, step in enumerate(row.path):
        if isinstance(step, str) and part in step.split("/"):
            return row.entry.span(row.path[: n + 1], key=True)
    return row.origin
