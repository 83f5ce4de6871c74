"""A questionnaire's score out of its answers, by the rule in the instrument's library entry.

    score(library.item("instrument", "odi").data, ["2", "3", "no answer", ...]).total

Every rule is data of the entry (`items`, `parts`, `range`, `scoring`, `bands`), so that a practice's own instrument is
scored in the same way. Source of each rule: the `source` of the entry's `scoring` block.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ..frozen import Frozen, replace
from . import scoring_rules as rules
from .scoring_flaws import flaws, too_long
from .scoring_rules import Answers, Misfit, exact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DECIMALS = 2
"""Decimals of a total that is shown, where the entry says nothing."""


class Score(Frozen):
    """What the answers come to.

    Attributes:
        total: in the instrument's unit; None where the rule gives none, and then `why_none` says why.
        text: the total as it is shown, rounded to the entry's decimals, halves up.
        parts: score of each part by its id.
        answered: how many answers were given, of how many the form has (`of`).
        raw: sum of the answers given, turned where the item is reversed.
        percent: the total as a share of the greatest total, for instruments that are told so too.
        second: a second published total, where the entry has one.
        error: standard error of the total, from the entry's table.
        band: label of the band the total lies in.
        risk: label of the group the client falls in, where the entry has groups.
        norm: figure of the client's age and sex, where the entry has norms and both are known.
        below_norm: whether the total is under it; None where the entry gives that no meaning.
        means: the word to show: group, band or how it stands to the norm.
        why_none: why there is no total, in one sentence.
    """

    total: float | None = None
    text: str = ""
    parts: Mapping[str, float] = {}
    answered: int = 0
    of: int = 0
    raw: float | None = None
    percent: float | None = None
    second: float | None = None
    error: float | None = None
    band: str | None = None
    risk: str | None = None
    norm: float | None = None
    below_norm: bool | None = None
    means: str | None = None
    why_none: str | None = None


def misfits(instrument: Mapping[str, Any], answers: Sequence[str | None]) -> list[Misfit]:
    """What is wrong with the answers: too few or too many, outside the scale, or none of the steps there are.

    Args:
        instrument: data of the library entry.
        answers: as written, in the order of the form.
    """
    found = flaws(instrument)
    if found:
        return [Misfit(None, found[0].message, "correct its library entry, or type the total")]
    return rules.read_answers(instrument, answers)[1]


def score(
    instrument: Mapping[str, Any], answers: Sequence[str | None], extra: Mapping[str, Any] | None = None
) -> Score:
    """The score of one filled form; never fails.

    Args:
        instrument: data of the library entry, every scalar a text.
        answers: as written, in the order of the form; empty, `no answer` and their like are gaps, never zero.
        extra: what no form holds: `sex` (women or men) and `age` in years for norms, `days-recorded` of a diary.
    """
    found = flaws(instrument)
    if found:
        return Score(why_none=found[0].message)
    given, faults = rules.read_answers(instrument, answers)
    scoring, extra = instrument["scoring"], extra or {}
    size = rules.sizes(instrument)
    if size is None or scoring.get("by-hand") == "true":
        return Score(why_none="Its rule has a step that is not known here: type the total.")
    answered = sum(a is not None for a in given)
    of = max(len(given), size[0])
    if faults:
        return Score(answered=answered, of=of, why_none=faults[0].message)
    counted = rules.turned(instrument, given)
    known = [a for a in counted if a is not None]
    parts = {id: float(part) for id, part in rules.parts_of(instrument, scoring["method"], counted).items()}
    raw = float(sum(known)) if known else None
    begun = Score(parts=parts, answered=answered, of=of, raw=raw)
    why = _too_few(scoring, answered, of) or _too_few_days(scoring, extra)
    return replace(begun, why_none=why) if why else _finished(begun, instrument, counted, extra)


def _too_few(scoring: Mapping[str, Any], answered: int, of: int) -> str | None:
    """Why these are too few answers for a total, if they are."""
    missing = scoring.get("missing", "refuse")
    if missing == "zero":
        return None
    needed = of if missing == "refuse" else int(scoring.get("min-answered") or 1)
    if answered >= needed:
        return None
    if of == 1:
        return "There is no answer."
    least = "all are" if needed == of else f"at least {needed} {_is(needed)}"
    gaps = of - answered
    return f"{gaps} of {of} answers {_is(gaps)} missing; {least} needed."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _too_few_days(scoring: Mapping[str, Any], extra: Mapping[str, Any]) -> str | None:
    days = extra.get("days-recorded")
    if days is None or not (scoring.get("min-days") or scoring.get("per-days")):
        return None
    least = int(scoring.get("min-days") or 1)
    return None if int(days) >= least else f"{days} days were recorded; at least {least} {_is(least)} needed."


def _finished(begun: Score, instrument: Mapping[str, Any], counted: Answers, extra: Mapping[str, Any]) -> Score:
    """The score with its total and what the total means."""
    scoring = instrument["scoring"]
    filled = rules.gaps_filled(counted, scoring.get("missing", "refuse"))
    total = rules.total_of(instrument, scoring["method"], filled)
    if total is None:
        return replace(begun, why_none="The rule gives no total for these answers.")
    if scoring.get("per-days") and extra.get("days-recorded"):
        total = total * exact(scoring["per-days"]) / exact(extra["days-recorded"])
    second = rules.total_of(instrument, scoring["second"], filled) if scoring.get("second") else None
    row = rules.table_row(instrument, sum((a for a in filled if a is not None), Fraction(0)))
    band = band_of(instrument, float(total), extra.get("sex"))
    group = _group(scoring, float(total), begun.parts)
    norm = norm_of(instrument, extra)
    below = norm is not None and total < exact(norm)
    word = (scoring.get("norms") or {}).get("below")
    return replace(
        begun,
        total=float(total),
        text=rounded(total, int(scoring.get("decimals", DECIMALS))),
        percent=float(100 * total / exact(instrument["range"]["max"])) if scoring.get("percent") == "true" else None,
        second=None if second is None else float(second),
        error=float(row["error"]) if row and "error" in row else None,
        band=band["label"] if band else None,
        risk=str(group["label"]) if group else None,
        norm=norm,
        below_norm=below if word and norm is not None else None,
        means=_said(group) or _said(band) or (word if below else None),
    )


def rounded(number: Fraction, decimals: int) -> str:
    """A number with at most so many decimals, halves away from zero, without zeros at its end."""
    steps = 10**decimals
    whole = int(abs(number) * steps + Fraction(1, 2))
    text = f"{whole // steps}.{whole % steps:0{decimals}d}" if decimals else str(whole)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"-{text}" if number < 0 and whole else text


def band_of(instrument: Mapping[str, Any], total: float, sex: str | None = None) -> Mapping[str, Any] | None:
    """The band of a total; None where there is none, or where it takes the sex and that is not known.

    Bands of whole points are read with the total in whole points, those with decimals with as many.
    """
    bands = [b for b in instrument.get("bands") or () if b.get("sex") in (None, sex)]
    places = max((len(str(b[end]).partition(".")[2]) for b in bands for end in ("low", "high")), default=0)
    shown = exact(rounded(exact(repr(total)), places))
    return next((b for b in bands if exact(b["low"]) <= shown <= exact(b["high"])), None)


def _said(named: Mapping[str, Any] | None) -> str | None:
    return str(named.get("say") or named["label"]) if named else None


def _group(scoring: Mapping[str, Any], total: float, parts: Mapping[str, float]) -> Mapping[str, Any] | None:
    for group in scoring.get("groups") or ():
        figure = parts.get(group["part"]) if "part" in group else total
        if figure is not None and float(group["from"]) <= figure <= float(group["to"]):
            return dict(group)
    return None


def norm_of(instrument: Mapping[str, Any], extra: Mapping[str, Any]) -> float | None:
    """The usual figure of an age group: for the sex if it is told apart, else for all; None where it is not known."""
    age, norms = extra.get("age"), instrument["scoring"].get("norms") or {}
    known = age is not None and not any(too_long(norms))
    for row in norms.get("by-age") or () if known else ():
        first, last = row["ages"].split("-")
        if int(first) <= int(str(age)) <= int(last):
            figure = row.get(str(extra.get("sex")), row.get("mean"))
            return None if figure is None else float(figure)
    return None
