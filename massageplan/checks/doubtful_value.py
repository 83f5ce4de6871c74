"""A figure can be read, and was probably meant otherwise.

What
----
A range runs backwards (`6-4`). A figure in brackets stands behind a figure (`29.2 (17.0)`). A number has more
than 15 digits. `6 -> 4` stands in a record that is no session. Or words stand where pain, a movement or an
instrument takes a figure; words such as none, full, mild or limited are fine. The `from` and the `to` of a goal are
read in the same way, after its measure; a goal without a measure may have any words.

Why
---
The program never guesses what you meant, so such a figure is not compared and not drawn. A few seconds now
save the question months later.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 6-4}

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 6 -> 4}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..clinical.targets import has_size
from ..clinical.value import MAX_DIGITS
from ..clinical.values import read
from ..findings import Finding
from ..frozen import Frozen
from ..patterns import lazy
from ..records.base import texts
from ..records.care import Plan
from . import ranges

if TYPE_CHECKING:
    from ..clinical.measures import Measurement
    from ..library.catalogue import Library
    from .base import ClientCase

_BRACKETED = lazy(r"^[0-9]+(\.[0-9]+)?$")
_NUMERIC = lazy(r"^[-+0-9.,eE ]+$")
_DIGIT = lazy(r"[0-9]")
_WORD = lazy(r"[a-z]+")
_BEGUN = lazy(r"(?:(?:at most|at least|under|over|up|down|about) )?[-<>≤≥~]?[0-9]")
"""Sets out to be a figure, whatever the measure: `at most 1/night; words ...`."""
_FINE = frozenset((
    "none", "no", "nil", "not", "absent", "normal", "full", "free", "limited", "restricted", "restriction", "reduced",
    "slight", "slightly", "mild", "moderate", "severe", "strong", "present", "positive", "negative", "unable",
    "refused", "better", "worse", "same", "low", "medium", "high", "constant", "always", "varies", "sometimes",
    "unchanged", "pain", "painful", "stiff", "hypermobile", "lax",
))  # fmt: skip
_LEVELS = frozenset(("now", "worst", "least", "usual", "rest", "moving", "night", "hurts"))


class _Doubt(Frozen):
    message: str
    help: str


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each figure that was probably meant otherwise."""
    library = case.context.library
    for rows in case.figures.values():
        previous: Measurement | None = None
        for row in rows:
            plain = row.value.kind == "number" and row.value.note is None
            doubt = None if plain else _doubt(library, row)
            if row.at == "after" and previous and row.entry.kind != "session" and _is_pair(previous, row):
                doubt = _Doubt("An arrow means before and after one visit, and this is no session.", "give one figure")
            if doubt:
                yield Finding("doubtful-value", doubt.message, row.origin, doubt.help)
            previous = row
    yield from _of_goals(case)


def _of_goals(case: ClientCase) -> Iterator[Finding]:
    """Starts and targets of goals that are words where the measure takes a figure."""
    for entry in case.folder.entries:
        plan = entry.record
        if not isinstance(plan, Plan) or not isinstance(plan.goals, tuple):
            continue
        for n, goal in enumerate(plan.goals):
            for key, told in (("from", goal.from_), ("to", goal.to)):
                if doubt := unread(case.context.library, texts(goal.measure), key, told):
                    yield Finding("doubtful-value", doubt[0], entry.span(("goals", n, key)), doubt[1])


def unread(library: Library, measures: Sequence[str], key: str, told: str | None) -> tuple[str, str] | None:
    """What is wrong with the start or target of a goal that cannot be read for its measure, and what to do.

    Args:
        measures: of the goal; without one any words may stand there.
        key: `from` or `to`.
    """
    if not told or read(told).kind != "words" or has_size(told):
        return None
    if not measures or _is_fine(told):
        return None
    if not _BEGUN.match(told) and not any(_takes_a_figure(library, address) for address in measures):
        return None
    example = "to: at most 3, or to: 8" if key == "to" else "from: 6"
    return f"The {key} of this goal cannot be read as a figure of its measure.", f"such as {example}"


def _is_pair(before: Measurement, after: Measurement) -> bool:
    """Whether two rows came from one `6 -> 4`."""
    return before.path == after.path and before.at == "before" and before.entry is after.entry


def _doubt(library: Library, row: Measurement) -> _Doubt | None:
    value = row.value
    if value.kind == "words":
        return _of_words(library, row)
    if value.note is not None and value.kind == "number" and _BRACKETED.match(value.note):
        message = "A figure in brackets is taken for a remark."
        return _Doubt(message, f"did you mean {value.number:g} sd {value.note}?")
    if value.kind in ("range", "ratio", "rate") and value.low is not None and value.high is not None:
        return _backwards(row, value.low, value.high) if value.low > value.high else None
    return None


def _backwards(row: Measurement, low: float, high: float) -> _Doubt:
    message = "This range runs backwards."
    if row.value.kind != "range":
        return _Doubt(message, "write the lower figure first")
    turned = f"{high:g} to {low:g}" if high < 0 else f"{high:g}-{low:g}"
    if row.entry.kind == "session":
        return _Doubt(message, f"did you mean {low:g} -> {high:g}, before and after? A range is {turned}")
    return _Doubt(message, f"did you mean {turned}?")


def _of_words(library: Library, row: Measurement) -> _Doubt | None:
    text = row.value.text
    if _NUMERIC.match(text) and sum(c.isdigit() for c in text) > MAX_DIGITS:
        return _Doubt(f"This number has more than {MAX_DIGITS} digits.", "look at it again")
    if "->" in text and any(c.isdigit() for c in text):
        spaced = " -> ".join(part.strip() for part in text.split("->"))[:40]
        return _Doubt("An arrow has a space on each side, or it is taken for words.", f"did you mean {spaced}?")
    if not _takes_a_figure(library, row.address):
        return None
    if _is_fine(text):
        return None
    return _Doubt("These are words where a figure belongs.", "give the figure, and put the words into note:")


def _is_fine(text: str) -> bool:
    """Whether words say as much as a figure would: none, full, mild."""
    return not _DIGIT.search(text) and not _FINE.isdisjoint(_WORD.findall(text.lower()))


def _takes_a_figure(library: Library, address: str) -> bool:
    family, *rest = address.split("/")
    if family == "rom":
        return rest[-1:] == ["hurts"] or (len(rest) == 1 and ranges.of_movement(library, rest[0]) is not None)
    if family == "pain":
        return len(rest) < 2 or rest[-1] in _LEVELS
    return library.has("instrument", family)
