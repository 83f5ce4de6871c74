"""How gently care begins: what asks for light hands, and what for a small start at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import replace
from ..blocks import DEEP
from .base import Reason, found, of_source
from .gate import asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rows import Measurement
    from .base import Case, Ruled

STRONG = 6
"""Pain now, of 10, from which hands begin lightly and loads wait: the red light of the usual pain rule. House rule."""

FRAIL = 75
"""Age from which homework begins with its easier form and one round (one set for older beginners: garber-2011)."""

SMALL = ("yf-low-self-efficacy", "yf-fear-avoidance", "adverse-reaction-before")
"""Answers by which homework begins small, as their advice in the library says."""

_BAD_BEFORE = "adverse-reaction-before"
NERVE = ("test/", "reflex/", "sensation/", "rom/straight-leg-raise")
_NERVE_TESTS = (
    "slump", "straight-leg", "spurling", "tinel", "phalen", "upper-limb", "ultt", "ulnt", "femoral", "durkan", "neuro",
)  # fmt: skip
_CHANGED = ("reduced", "absent", "weak", "diminished", "less", "numb", "brisk", "increased")


def light(case: Case, open_: list[Ruled]) -> Reason | None:
    """Why pressure has to be light; None where nothing asks for it."""
    return next(_light(case, open_), None)


def _light(case: Case, open_: list[Ruled]) -> Iterator[Reason]:
    for each in open_:
        if DEEP.keys() & set(each.act.blocks) or each.act.id == _BAD_BEFORE:
            yield Reason(f"light since {each.act.id} is {each.answer.answer}", each.answer.span, (), each.act.verified)
    begin = case.entry("presentation", case.presentation).get("begin") or {}
    if begin.get("pressure") == "light":
        yield of_source(f"{case.presentation}: begin lightly", case.entry("presentation", case.presentation))
    if strong := strong_pain(case):
        yield Reason(f"light since {strong.words}", strong.place)
    for sign in nerve_signs(case):
        yield Reason(f"light, and off at the first tingle: {sign.words}", sign.place)


def strong_pain(case: Case) -> Reason | None:
    """The pain that is strong at this moment."""
    for row in case.rows:
        if row.address.startswith("pain/") and row.address.endswith("/now") and _of_ten(row) >= STRONG:
            told = " (self-reported)" if row.self_reported else ""
            return Reason(f"pain now is {row.value.text}{told}", row.origin)
    return None


def _of_ten(row: Measurement) -> float:
    """A pain as one of ten, the upper end of a range; 0 where it is no figure."""
    value = row.value
    figure = value.number if value.number is not None else value.high
    if figure is None:
        return 0.0
    over = value.over or (100.0 if (row.facets.get("scale") or "") == "vas" else 10.0)
    return figure * 10 / over


def small(case: Case, open_: list[Ruled]) -> Reason | None:
    """Why homework begins small; None where nothing asks for it."""
    for each in open_:
        if each.act.id in SMALL:
            since = asked(case, each)
            return replace(since, words=f"begin with little since {since.words}")
    if case.entry("presentation", case.presentation).get("begin"):
        return of_source(f"{case.presentation}: begin with little", case.entry("presentation", case.presentation))
    if is_frail(case):
        return Reason(f"from the age of {FRAIL} begin with little", None, ("garber-2011",), True)
    strong = strong_pain(case)
    return Reason(f"begin with little while {strong.words}", strong.place) if strong else None


def is_frail(case: Case) -> bool:
    """Whether the client is of an age at which the easier form comes first."""
    return case.person.age is not None and case.person.age >= FRAIL


def nerve_signs(case: Case) -> list[Reason]:
    """Findings that point to an irritated nerve."""
    out = []
    for row in case.rows:
        if not row.address.startswith(NERVE) or "active" in row.address:
            continue
        text = row.value.text.lower()
        positive = row.value.verdict == "positive" or text.startswith("positive") or row.means == "positive"
        test = positive and any(word in row.address for word in _NERVE_TESTS)
        if test or (row.address.startswith(NERVE[1:3]) and text.startswith(_CHANGED)):
            out.append(found(row))
    return out
