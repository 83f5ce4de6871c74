"""Goals: what the client cannot do first, then movements that fall short; each target can be told from error."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from ...records.base import texts
from ...records.care import Assessment
from ..error import Error, error_of
from ..places import region_of
from .base import Line, Reason
from .short import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rows import Measurement
    from .base import Case
    from .short import Short

MOST = 4
"""Goals of a draft. House rule: few goals, the client's own first."""

MOST_ACTIVITIES = 3
MOST_MOVEMENTS = 2

STEP = {"deg": 5, "cm": 1, "mm": 1}
"""To what targets of movements are rounded, in their unit: what a hand-held tool shows."""

_SMALL = frozenset(
    ("the", "and", "for", "with", "from", "without", "when", "into", "onto", "over", "after", "more", "than")
)
_SIDES = ("left", "right")
PAINS = ("pain", "headache")
_PAIN = {"worst": "at its worst", "usual": "on most days", "now": "at this moment"}


def goals(case: Case, by: str) -> tuple[list[Line], list[str]]:
    """Goals, the one that matters most first, and what could be none, each a sentence.

    Args:
        by: the moment they are meant for, such as `visit 8`.
    """
    activities, remarks = _activities(case, by)
    movements = _movements(case, by)
    out = activities[:MOST_ACTIVITIES]
    measured = [line for line in out if "to" in line.item]
    out += movements[: min(MOST_MOVEMENTS, MOST - len(out))]
    if not measured:
        out = [*_pain(case, by), *out]
    return out[:MOST], remarks


def _activities(case: Case, by: str) -> tuple[list[Line], list[str]]:
    rated = [row for row in case.rows if row.address.startswith("psfs/") and row.value.number is not None]
    rated.sort(key=lambda row: row.value.number or 0.0)
    stops = list(_stops(case))
    told = [row for row in rated if any(_names(text, row) for text, _ in stops)]
    lines, remarks = [], []
    for row in [*told, *(row for row in rated if row not in told)]:
        line = _rated(case, row, by)
        if line is None:
            remarks.append(f"{row.address} is {row.value.text} already: a gain could not be told from measuring error.")
        else:
            lines.append(line)
    for text, reason in stops:
        if not any(_names(text, row) for row in rated):
            note = "Not rated yet: ask 0 to 10 before you agree on a target."
            item = {"id": _id(text), "words": text, "owner": "client", "measure": f"psfs/{_id(text)}", "note": note}
            lines.append(Line("goals", item, (reason,)))
    return lines, remarks


def _stops(case: Case) -> Iterator[tuple[str, Reason]]:
    """What the client is kept from, by the newest assessment that lists symptoms."""
    for entry in reversed(case.entries):
        symptoms = entry.record.symptoms if isinstance(entry.record, Assessment) else None
        if not isinstance(symptoms, tuple):
            continue
        for n, symptom in enumerate(symptoms):
            for text in texts(symptom.stops_me):
                yield text, Reason("keeps the client from it", entry.span(("symptoms", n, "stops-me"), key=True))
        return


def _rated(case: Case, row: Measurement, by: str) -> Line | None:
    error = error_of(case.library, row.address)
    start = row.value.number
    if error is None or error.figure is None or start is None:
        return None
    to = math.ceil(start + error.figure)
    if error.high is not None and to > error.high:
        return None
    id = row.address.partition("/")[2]
    item = {
        "id": id,
        "words": _said(row),
        "owner": "client",
        "measure": row.address,
        "from": _plain(start),
        "to": str(to),
        "by": by,
    }
    return Line("goals", item, (_found(row), _by_error(error)))


def _movements(case: Case, by: str) -> list[Line]:
    """Goals for limited movements, one for each: those of a known error first, then by the share that is missing."""
    own = (each for each in short(case) if _is_near(case, each))
    found = sorted(own, key=lambda each: (_is_assumed(case, each), -each.room / (abs(each.end or 0.0) or 1.0)))
    out: dict[str, Line] = {}
    for each in found:
        line = None if each.id in out else _movement(case, each, by)
        if line is not None:
            out[each.id] = line
    return list(out.values())


NEAR = {"head": ("neck",), "lower-leg": ("foot",), "thigh": ("hip", "knee"), "pregnancy": ("low-back", "hip")}
"""Regions whose movements are goals for another one too. House rule."""


def _is_near(case: Case, each: Short) -> bool:
    """Whether a movement is of the joint that is sore: others are looked at, but are no goals."""
    region = region_of(case.library, None, str(each.entry.get("region")))
    near = {other for each_ in case.regions for other in (each_, *NEAR.get(each_, ()))}
    return region in near or "general" in near


def _is_assumed(case: Case, each: Short) -> bool:
    """Whether nobody has published its error: one that is known comes first."""
    error = error_of(case.library, each.row.address)
    return error is None or error.assumed


def _movement(case: Case, each: Short, by: str) -> Line | None:
    """The goal for a movement; None where what is missing could not be told from measuring error."""
    row, end = each.row, each.end
    error = error_of(case.library, row.address)
    if error is None or error.figure is None or end is None or each.room < error.figure:
        return None
    plain = str((each.entry.get("en") or {}).get("plain") or case.name("movement", each.id))
    side = {"side": row.side} if row.side in _SIDES else {}
    item = {
        "id": f"{each.id}-{row.side}" if side else each.id,
        "words": f"{plain}: further, {row.side} side" if side else f"{plain}: further",
        "owner": "therapist", "measure": row.address, **side,
        "from": _plain(each.figure), "to": _plain(_target(each.figure, end, each.sign, error)), "by": by,
    }  # fmt: skip
    usual = each.norm if each.norm is not None and end != each.other else None
    against = Reason(f"usual {usual.said(error.unit)}" if usual else f"the other side has {end:g}")
    return Line("goals", item, (_found(row), against, _by_error(error)))


def _target(start: float, end: float, sign: int, error: Error) -> float:
    """Half of the way to what is usual, at least the measuring error, as a tool shows it, never beyond usual."""
    assert error.figure is not None
    step = STEP.get(error.unit, 1)
    raw = start + sign * max(error.figure, abs(end - start) / 2)
    rounded = math.ceil(raw / step) * step if sign > 0 else math.floor(raw / step) * step
    return rounded if sign * (end - rounded) >= 0 else end


def _pain(case: Case, by: str) -> list[Line]:
    """A goal for the strongest pain that is told, where no activity has a figure."""
    for aspect in _PAIN:
        for row in case.rows:
            family, _, rest = row.address.partition("/")
            line = _eased(case, row, aspect, by) if family in PAINS and rest.endswith(f"/{aspect}") else None
            if line is not None:
                return [line]
    return []


def _eased(case: Case, row: Measurement, aspect: str, by: str) -> Line | None:
    """The goal for a pain; None where it is too small for a change that could be told."""
    error, start = error_of(case.library, row.address, row.facets.get("scale")), row.value.number
    wanted = error.clear(start) if error else None
    if error is None or wanted is None or start is None or start < wanted:
        return None
    family, name = row.address.split("/")[:2]
    what = f"{name.replace('-', ' ')} pain" if family == "pain" else family
    side = {"side": row.side} if row.side in _SIDES else {}
    item = {
        "id": f"{family}-{aspect}", "words": f"Less {what} {_PAIN[aspect]}", "owner": "both", "measure": row.address,
        **side, "from": _plain(start), "to": f"at most {math.floor(start - wanted)}", "by": by,
    }  # fmt: skip
    return Line("goals", item, (_found(row), _by_error(error)))


def _found(row: Measurement) -> Reason:
    side = f" {row.side}" if row.side in ("left", "right") else ""
    name = row.address.partition("/")[2].replace("/", " ").replace("-", " ") or row.address
    return Reason(f"{name}{side} {row.value.text}", row.origin)


def _by_error(error: Error) -> Reason:
    assert error.figure is not None
    assumed = ", assumed" if error.assumed else ""
    unit = "" if error.unit == "points" else f" {error.unit}"
    return Reason(f"measuring error {error.figure:g}{unit}{assumed}", None, error.sources, error.verified)


def _said(row: Measurement) -> str:
    """An activity in the client's words, or its name."""
    return str(row.about.get("words") or row.address.partition("/")[2].replace("-", " "))


def _names(text: str, row: Measurement) -> bool:
    """Whether a text names a rated activity: by its short name, or by half of the telling words of the shorter one."""
    words, name = _words(text), _words(row.address.partition("/")[2].replace("-", " "))
    first, second = sorted((words, _words(_said(row))), key=len)
    return (bool(name) and name <= words) or (bool(first) and 2 * len(first & second) >= len(first))


def _words(text: str) -> set[str]:
    found = (word for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _SMALL)
    return {_stem(word) for word in found}


def _stem(word: str) -> str:
    """A word without its ending: `swimming` is swim, `books` is book."""
    if word.endswith("ing") and len(word) > 5:
        word = word[:-3]
        return word[:-1] if word[-1] == word[-2] else word.removesuffix("e")
    return word.removesuffix("s").removesuffix("e")


def _id(text: str) -> str:
    """A short kebab-case name of a text."""
    found = [word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in _SMALL and not word.isdigit()]
    name = "-".join(found[:3]) or "activity"
    return name if name[0].isalpha() else f"a-{name}"


def _plain(number: float) -> str:
    return f"{number:g}"
