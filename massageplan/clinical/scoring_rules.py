"""The arithmetic behind a score: reading answers, gaps, methods and parts. Exact fractions, so that halves round right.

The rules themselves are data: `items`, `parts`, `range` and `scoring` of an instrument's library entry.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ..frozen import Frozen
from .values import read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Answers = tuple[Fraction | None, ...]
"""Answers in the order of the form; None is one that is missing."""

ONE_READING = frozenset(("single", "count", "time", "distance", "force"))
SUMS = frozenset(("sum", "components", "sum-with-subscale", "lookup"))
STRETCHED = frozenset(("percent", "mean-transform", "mean-of-subscales"))
"""Methods that move answers from their own scale to another one."""


class Misfit(Frozen):
    """An answer, or the number of answers, that the form does not have.

    Attributes:
        n: place of the answer, from 0; None if it is about all of them.
        message: what is wrong, without the answer itself.
        help: what to do about it.
    """

    n: int | None
    message: str
    help: str


def sizes(instrument: Mapping[str, Any]) -> tuple[int, int] | None:
    """Fewest and most answers that a filled form has; None if the entry tells nothing of its items."""
    items = instrument.get("items")
    if not items:
        return None
    most = int(items.get("components") or items.get("max-count") or items["count"])
    return int(items.get("min-count") or most), most


def read_answers(instrument: Mapping[str, Any], answers: Sequence[str | None]) -> tuple[Answers, list[Misfit]]:
    """The answers as numbers, and what does not fit the form.

    Further questions that the form has and the total has not (`extra`) may stand behind the others; they are left out.
    """
    size = sizes(instrument)
    if size is None:
        return (), [Misfit(None, "It has no list of items here.", "type the total")]
    items = instrument["items"]
    fewest, most = size
    extra = len(items.get("extra") or ())
    faults: list[Misfit] = []
    if not (fewest <= len(answers) <= most or len(answers) == most + extra):
        said = f"{most}" if fewest == most else f"{fewest} to {most}"
        help = "write no answer where one is missing"
        faults.append(Misfit(None, f"It takes {said} answers; {len(answers)} stand here.", help))
    out: list[Fraction | None] = []
    for n, text in enumerate(answers[:most]):
        number, message = _answer(items, text)
        out.append(number)
        if message:
            faults.append(Misfit(n, f"Answer {n + 1} {message}.", "look at the form again, or write no answer"))
    return tuple(out), faults


def _answer(items: Mapping[str, Any], text: str | None) -> tuple[Fraction | None, str | None]:
    """One answer, and what is wrong with it; nothing is None and never zero."""
    value = read(text)
    if value.is_nothing:
        return None, None
    if value.number is None or value.kind not in ("number", "duration"):
        return None, "is no number"
    number = exact(repr(value.number))
    low, high = exact(items["min"]), exact(items["max"])
    if not low <= number <= high:
        return None, f"lies outside {items['min']} to {items['max']}"
    if items.get("integer") == "true" and number.denominator != 1:
        return None, "is no whole number"
    allowed = items.get("allowed")
    if allowed and number not in {exact(step) for step in allowed}:
        return None, f"is none of {', '.join(allowed)}"
    return number, None


def exact(text: Any) -> Fraction:
    """A decimal number as it stands in an entry, without any rounding."""
    return Fraction(str(text))


def turned(instrument: Mapping[str, Any], answers: Answers) -> Answers:
    """The answers with those of reversed items counted from the other end."""
    items = instrument["items"]
    reversed_ = {int(n) for n in items.get("reversed") or ()}
    ends = exact(items["min"]) + exact(items["max"])
    return tuple(ends - a if a is not None and n in reversed_ else a for n, a in enumerate(answers, 1))


def gaps_filled(answers: Answers, missing: str) -> Answers:
    """The answers with gaps filled: `zero`, `average` (the mean of the others); otherwise they stay."""
    given = [a for a in answers if a is not None]
    if missing == "zero":
        return tuple(a if a is not None else Fraction(0) for a in answers)
    if missing == "average" and given:
        mean = sum(given, Fraction(0)) / len(given)
        return tuple(a if a is not None else mean for a in answers)
    return answers


def total_of(instrument: Mapping[str, Any], method: str, answers: Answers) -> Fraction | None:
    """The total by one method; None where the method gives none for these answers.

    Args:
        answers: turned and filled; gaps that are left do not count.
    """
    given = [a for a in answers if a is not None]
    if not given:
        return None
    raw = sum(given, Fraction(0))
    if method in ONE_READING:
        return given[0]
    if method in SUMS:
        return _looked_up(instrument, raw) if method == "lookup" else raw
    if method == "mean":
        return raw / len(given)
    if method in ("percent", "mean-transform"):
        whole = {"min": "0", "max": "100"} if method == "percent" else instrument["range"]
        return _stretched(instrument, given, whole)
    if method == "mean-of-subscales":
        parts = list(parts_of(instrument, method, answers).values())
        complete = len(parts) == len(instrument.get("parts") or ())
        return sum(parts, Fraction(0)) / len(parts) if parts and complete else None
    return None


def _stretched(instrument: Mapping[str, Any], given: list[Fraction], onto: Mapping[str, Any]) -> Fraction:
    """The mean answer, moved from the scale of the answers to another scale."""
    low, high = exact(instrument["items"]["min"]), exact(instrument["items"]["max"])
    bottom, top = exact(onto["min"]), exact(onto["max"])
    share = (sum(given, Fraction(0)) / len(given) - low) / (high - low)
    return bottom + share * (top - bottom)


def table_row(instrument: Mapping[str, Any], raw: Fraction) -> Mapping[str, Any] | None:
    """The line of the instrument's table for a raw sum."""
    rows = instrument["scoring"].get("lookup") or ()
    return next((row for row in rows if exact(row["raw"]) == raw), None)


def _looked_up(instrument: Mapping[str, Any], raw: Fraction) -> Fraction | None:
    row = table_row(instrument, raw)
    return exact(row["score"]) if row else None


def parts_of(instrument: Mapping[str, Any], method: str, answers: Answers) -> dict[str, Fraction]:
    """Score of each part whose items are known, from the answers given in it; none for a part without an answer."""
    out: dict[str, Fraction] = {}
    for id, part in (instrument.get("parts") or {}).items():
        given = [a for n in part.get("which") or () if (a := _at(answers, int(n))) is not None]
        if given:
            summed = method not in ("mean-of-subscales", "mean-transform", "percent")
            out[id] = sum(given, Fraction(0)) if summed else _stretched(instrument, given, part)
    return out


def _at(answers: Answers, n: int) -> Fraction | None:
    return answers[n - 1] if n <= len(answers) else None
