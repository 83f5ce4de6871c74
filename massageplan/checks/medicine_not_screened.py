"""A medicine thins the blood, and the question about blood thinners is answered no, or was not asked.

What
----
The medicines of the records name one that thins the blood, or two that keep blood from clotting, and none of them was
stopped since. The newest answer to `anticoagulants` is no, or there is none. The names stand in the entry of that
question in the library. It is told at the newer of the two, the medicine or the no.

Why
---
Who takes such a medicine bruises deep and late. The answer is what rules deep pressure, friction, trigger points and
tools out of a plan; a list of medicines alone rules out nothing.

Wrong
-----
clients/jd-7k2m/2026-09-07-history.yaml::

    date: 2026-09-07
    history: {medicines: [apixaban 5 mg]}
    screening: {anticoagulants: no}

Right
-----
clients/jd-7k2m/2026-09-07-history.yaml::

    date: 2026-09-07
    history: {medicines: [apixaban 5 mg]}
    screening: {anticoagulants: yes}

Source
------
New York State Education Department (2023), Precautions to massage/bodywork therapy; Ernst (2003), The safety of massage
therapy. Which names belong to the groups is our own list, and not verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..clinical.screening import NOT_ASKED, standing
from ..findings import Finding
from ..patterns import lazy
from ..records.parts import Happening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..records.folder import Entry
    from ..span import Span
    from .base import ClientCase

ASKS = "anticoagulants"
"""The question that a medicine is held against."""

_WORD = lazy(r"[a-z]+")
_ENDED = frozenset(
    ("no", "not", "never", "stopped", "ended", "finished", "formerly", "past", "until", "off", "allergic")
)
"""Words of a line which say that the medicine is not taken now."""


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding, of the first medicine that thins the blood, where no answer says so."""
    if not any(_medicines(entry) for entry in case.folder.entries):
        return
    answer = standing(case.folder.entries).get(ASKS)
    said = answer.answer if answer else NOT_ASKED
    item = case.context.library.item("screening", ASKS) if said in ("no", NOT_ASKED) else None
    names = (item.data.get("medicines") or {}) if item else {}
    one, two = (frozenset(names.get(key) or ()) for key in ("one", "two"))
    taken = _taken(case, one | two)
    alone = [hit for hit in taken.items() if hit[0] in one]
    hits = alone or (list(taken.items()) if len(set(taken.values())) > 1 else [])
    if hits:
        name, span = hits[0]
        if answer and said == "no":
            files = [entry.document.file for entry in case.folder.entries]
            span = max(span, answer.span, key=lambda one: files.index(one.file))
        how = "is answered no" if said == "no" else "was not asked"
        hint = f"ask, and answer {ASKS}: yes; or say that it was stopped (change: stopped)"
        yield Finding("medicine-not-screened", f"{name} thins the blood, and {ASKS} {how}.", span, hint)


def _medicines(entry: Entry) -> Sequence[Any]:
    block = getattr(entry.record, "history", None)
    listed = block.get("medicines") if isinstance(block, dict) else None
    return listed if isinstance(listed, tuple) else ()


def _taken(case: ClientCase, names: frozenset[str]) -> dict[str, Span]:
    """Which of some medicines are taken by the newest word on each, and where that stands."""
    out: dict[str, Span] = {}
    for entry in case.folder.entries:
        for n, one in enumerate(_medicines(entry)):
            words = _WORD.findall(str((one.what if isinstance(one, Happening) else one) or "").casefold())
            ended = isinstance(one, Happening) and (one.change == "stopped" or one.until is not None)
            ended = ended or not _ENDED.isdisjoint(words)
            for name in (word for word in words if word in names):
                out.pop(name, None)
                if not ended:
                    out[name] = entry.span(("history", "medicines", n))
    return out
