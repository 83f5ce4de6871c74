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
from typing import TYPE_CHECKING

from ..clinical.screening import NOT_ASKED, standing
from ..findings import Finding
from ..patterns import lazy
from ..records.parts import Happening

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    taken = _taken(case)
    if not taken:
        return
    answer = standing(case.folder.entries).get(ASKS)
    said = answer.answer if answer else NOT_ASKED
    item = case.context.library.item("screening", ASKS) if said in ("no", NOT_ASKED) else None
    names = (item.data.get("medicines") or {}) if item else {}
    hits = _named(taken, names.get("one") or ()) or _named(taken, names.get("two") or (), least=2)
    if hits:
        name, span = hits[0]
        if answer and said == "no":
            files = [entry.document.file for entry in case.folder.entries]
            span = max(span, answer.span, key=lambda one: files.index(one.file))
        how = "is answered no" if said == "no" else "was not asked"
        hint = f"ask, and answer {ASKS}: yes; or say that it was stopped (change: stopped)"
        yield Finding("medicine-not-screened", f"{name} thins the blood, and {ASKS} {how}.", span, hint)


def _taken(case: ClientCase) -> dict[str, Span]:
    """What is taken by the newest word on each medicine, in small letters, and where that stands."""
    out: dict[str, Span] = {}
    for entry in case.folder.entries:
        block = getattr(entry.record, "history", None)
        listed = block.get("medicines") if isinstance(block, dict) else None
        for n, one in enumerate(listed if isinstance(listed, tuple) else ()):
            text = str((one.what if isinstance(one, Happening) else one) or "").casefold()
            ended = isinstance(one, Happening) and (one.change == "stopped" or one.until is not None)
            if ended or not _ENDED.isdisjoint(_WORD.findall(text)):
                out = {name: span for name, span in out.items() if not set(_names(name)) & set(_names(text))}
            else:
                out[text] = entry.span(("history", "medicines", n))
    return out


def _names(text: str) -> list[str]:
    """Words of a line that may be a medicine's name."""
    return [word for word in _WORD.findall(text) if len(word) > 4 and word not in _ENDED]


def _named(taken: dict[str, Span], names: Sequence[str], least: int = 1) -> list[tuple[str, Span]]:
    """The first name of a list in each medicine, and where it stands; none where fewer than `least` have one."""
    found = [
        (name, span)
        for text, span in taken.items()
        if (name := next((word for word in _WORD.findall(text) if word in names), None))
    ]
    return found if len(found) >= least else []
