"""Figures that follow from others of the same record: a score from its answers, one figure from several readings.

What is computed has `basis: calculated` and stands beside what was written; nothing is left out. Readings that were not
taken count for nothing, never for zero.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ..frozen import Frozen, replace
from ..patterns import lazy
from .direction import higher_is_better
from .rows import Measurement
from .scoring import Score, rounded, score
from .value import Value
from .values import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..library.catalogue import Library

_RULE = lazy(
    r"^(?P<way>best|worst|highest|lowest|mean|average|median|sum|total)"
    r"(?: of (?:(?P<n>[0-9]+|two|three|four|five|six|seven|eight|nine|ten)(?: (?:trials|readings|tries|goes))?"
    r"|(?P<sides>left and right)))?$"
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_HALF_DAY, _DAY = 720, 1440
_STEPS = {"-": Fraction(-1, 3), None: Fraction(0), "+": Fraction(1, 3)}


class _Rule(Frozen):
    """How readings become one: the way, how many they must be, whether they are the two sides."""

    way: str
    count: int | None
    sides: bool


def completed(rows: list[Measurement], library: Library) -> list[Measurement]:
    """The rows with scores in place of bare answers, and behind each set of readings what they come to.

    Args:
        rows: figures of a client, `6 -> 4` already as two.
        library: where instruments' rules and good directions stand.
    """
    sets: dict[tuple[Any, ...], list[Measurement]] = {}
    keys = [_set_of(row) for row in rows]
    for key, row in zip(keys, rows, strict=True):
        if key is not None:
            sets.setdefault(key, []).append(row)
    out: list[Measurement] = []
    for key, row in zip(keys, rows, strict=True):
        out.extend(_scored(row, library) if row.items else [row])
        if key is not None and row is sets[key][-1]:
            out.extend(_one_of(sets[key], library))
    return out


def _set_of(row: Measurement) -> tuple[Any, ...] | None:
    """What readings of one set have in common; None for a figure that belongs to no set that is to be joined."""
    rule = read_rule(row.facets.get("joined"))
    if rule is None or "also" in row.facets or row.address.endswith("/hurts"):
        return None
    if rule.sides:
        return (row.entry.stem, row.address, row.when, row.at, "sides") if row.side in ("left", "right") else None
    if row.trial is None:
        return None
    return row.entry.stem, row.path[:-1], row.side


def read_rule(text: str | None) -> _Rule | None:
    """`best`, `mean of 3`, `median`, `mean of left and right`; None for words that say more than can be computed."""
    match = _RULE.match(text or "")
    if match is None:
        return None
    number = match["n"]
    count = None if number is None else int(number) if number.isdigit() else _NUMBERS.index(number) + 1
    return _Rule(match["way"], count, match["sides"] is not None)


def _one_of(group: list[Measurement], library: Library) -> list[Measurement]:
    """The joined row of each moment in a set of readings (`6 -> 4` has two); none where it cannot be said."""
    out = []
    for at in dict.fromkeys(row.at for row in group):
        of_moment = [row for row in group if row.at == at]
        first = of_moment[0]
        rule = read_rule(first.facets["joined"])
        assert rule is not None
        if rule.sides and any(row.trial is not None for row in of_moment):
            continue
        if _typed_beside(first, rule):
            continue
        text = _joined([row.value for row in of_moment], rule, higher_is_better(library, first.address))
        if text is None:
            continue
        value = read(text)
        facets = {**first.facets, "basis": "calculated"}
        side = None if rule.sides else first.side
        path = first.path if rule.sides else first.path[:-1]
        unit = value.unit or first.unit
        out.append(replace(first, value=value, unit=unit, facets=facets, side=side, path=path, trial=None, about={}))
    return out


def _typed_beside(row: Measurement, rule: _Rule) -> bool:
    """Whether the record itself gives the joined figure beside the trials."""
    if rule.sides or row.path[-2] != "trials":
        return False
    node: Any = row.entry.document.data
    for step in row.path[:-2]:
        node = node[step]
    return node.get("value") is not None


def _joined(values: list[Value], rule: _Rule, better: bool | None) -> str | None:
    """Readings as one, as it would be written; None where they are of several kinds or the rule does not fit."""
    taken = [value for value in values if not value.is_nothing]
    if not taken or (rule.count is not None and rule.count != len(taken)) or (rule.sides and len(taken) != 2):
        return None
    if rule.way in ("best", "worst") and better is None:
        return None
    if len({(v.kind in ("grade", "ratio"), v.kind == "clock", v.unit, v.over) for v in taken}) > 1:
        return None
    keys = [_key(value) for value in taken]
    known = [key for key in keys if key is not None]
    if len(known) < len(keys):
        return None
    if taken[0].kind == "clock" and max(known) - min(known) > _HALF_DAY:
        known = [key + _DAY if key < _HALF_DAY else key for key in known]
    return _by(rule.way, taken, known, better)


def _by(way: str, taken: list[Value], keys: list[Fraction], better: bool | None) -> str | None:
    ranked = sorted(range(len(keys)), key=keys.__getitem__)
    if way in ("highest", "lowest", "best", "worst"):
        top = way == "highest" or (way == "best" and better) or (way == "worst" and not better)
        return _bare(taken[ranked[-1 if top else 0]])
    if way == "median" and len(ranked) % 2:
        return _bare(taken[ranked[len(ranked) // 2]])
    if any(value.kind == "grade" for value in taken):
        return None
    if way == "median":
        middle = ranked[len(ranked) // 2 - 1 : len(ranked) // 2 + 1]
        return _written(sum((keys[n] for n in middle), Fraction(0)) / 2, taken)
    if way in ("sum", "total") and taken[0].kind == "clock":
        return None
    summed = sum(keys, Fraction(0))
    return _written(summed if way in ("sum", "total") else summed / len(keys), taken)


def _key(value: Value) -> Fraction | None:
    """A reading as a number in its own unit; minutes since midnight for a clock time, thirds for plus and minus."""
    if value.kind not in ("number", "duration", "ratio", "grade", "clock") or value.number is None:
        return None
    number = Fraction(repr(value.number))
    return number + _STEPS[value.step] if value.kind == "grade" else number


def _bare(value: Value) -> str:
    """A reading as written, without the remark behind it."""
    return value.text.strip().removesuffix(f" ({value.note})") if value.note else value.text.strip()


def _written(number: Fraction, taken: list[Value]) -> str:
    """A computed figure as the readings are written, with one decimal more than the finest of them."""
    first = taken[0]
    if first.kind == "clock":
        minutes = int(number + Fraction(1, 2)) % _DAY
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    places = max(len(repr(value.number).partition(".")[2].rstrip("0")) for value in taken)
    text = rounded(number, places + 1)
    if first.over is not None:
        text += f"/{first.over:g}"
    return f"{text} {first.unit}" if first.unit else text


def _scored(row: Measurement, library: Library) -> list[Measurement]:
    """The total of a form's answers and the scores of its parts; where there is none, the row with the reason."""
    item = library.item("instrument", row.address)
    if item is None:
        return [row]
    found = score(item.data, row.items)
    unit = str(item.data["unit"])
    facets = {**row.facets, "basis": "calculated"}
    if found.total is None:
        total = replace(row, facets=facets, about={**row.about, "why": found.why_none or ""})
    else:
        total = replace(row, value=read(found.text), unit=unit, means=row.means or found.means, facets=facets)
    return [total, *_parts(total, found, unit)]


def _parts(total: Measurement, found: Score, unit: str) -> list[Measurement]:
    parts: Mapping[str, float] = found.parts
    return [
        replace(
            total, address=f"{total.address}/{id}", value=read(rounded(Fraction(repr(part)), 2)), unit=unit,
            means=None, items=(), about={},
        )
        for id, part in parts.items()
    ]  # fmt: skip
