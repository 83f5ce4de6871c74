"""What the client cannot do as goals: rated activities, the one they came for first, and what nobody has rated yet."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from ...records.care import Assessment
from ..error import error_of
from .base import Line, Reason, by_error, found
from .said import told

if TYPE_CHECKING:
    from ..rows import Measurement
    from .base import Case

MOST = 3
"""Activities among the goals (house rule; the scale itself asks for three to five)."""

FAR = 2
"""Of 10: below it an activity stands behind the others. House rule."""

_SMALL = frozenset((
    "the", "and", "for", "with", "from", "without", "when", "into", "onto", "over", "after", "more", "than", "out",
    "not", "can", "cannot", "get", "has", "have", "through", "any", "all", "will", "that", "this", "its", "like",
    "every", "whole",
))  # fmt: skip


def activities(case: Case, by: str, later: str) -> tuple[list[Line], list[str]]:
    """Goals from activities, and which could be none, each a sentence.

    What the client came for is first, then what they say it keeps them from, then the hardest; what can hardly be done
    at all is behind these.

    Args:
        by: the moment the first is meant for, such as `visit 8`.
        later: that of the others.
    """
    rated = [row for row in case.rows if row.address.startswith("psfs/") and rating(row) is not None]
    rated.sort(key=lambda row: rating(row) or 0.0)
    stops = told(case, "stops_me")
    reason = case.assessment.record.reason if isinstance(case.assessment.record, Assessment) else None
    came = [row for row in rated if reason and _is_about(reason, row)]
    kept = [row for row in rated if any(_names(text, row) for text, _ in stops)]
    lines: list[Line] = []
    remarks: list[str] = []
    ordered = {row.address: row for row in sorted((*came, *kept, *rated), key=_is_far)}
    for row in ordered.values():
        line = _rated(case, row, later if lines else by)
        if line is None:
            remarks.append(f"{row.address} is {row.value.text} already: a gain could not be told from measuring error.")
        else:
            lines.append(line)
    unrated = [each for each in stops if not any(_names(each[0], row) for row in rated)]
    if len(lines) < MOST:
        lines += [_unrated(*each) for each in unrated[:1]]
    return lines[:MOST], remarks


def _is_far(row: Measurement) -> bool:
    """Whether an activity can hardly be done at all: such a one is seldom the first to change."""
    return (rating(row) or 0.0) < FAR


def rating(row: Measurement) -> float | None:
    """How well an activity can be done, the lower end of a range."""
    return row.value.number if row.value.number is not None else row.value.low


def _unrated(text: str, reason: Reason) -> Line:
    note = "Not rated yet: ask 0 to 10 before you agree on a target."
    item = {"id": _id(text), "words": text, "owner": "client", "measure": f"psfs/{_id(text)}", "note": note}
    return Line("goals", item, (reason,))


def _rated(case: Case, row: Measurement, by: str) -> Line | None:
    error, start = error_of(case.library, row.address), rating(row)
    if error is None or error.figure is None or start is None:
        return None
    to = math.ceil(start + error.figure)
    if error.high is not None and to > error.high:
        return None
    item = {
        "id": row.address.partition("/")[2], "words": _said(row), "owner": "client", "measure": row.address,
        "from": f"{start:g}", "to": str(to), "by": by,
    }  # fmt: skip
    return Line("goals", item, (found(row), by_error(error)))


def _said(row: Measurement) -> str:
    """An activity in the client's words, or its name."""
    return str(row.about.get("words") or row.address.partition("/")[2].replace("-", " "))


def _names(text: str, row: Measurement) -> bool:
    """Whether a text names a rated activity: by its short name, or by half of the telling words of the shorter one."""
    words, name = _words(text), _words(row.address.partition("/")[2].replace("-", " "))
    first, second = sorted((words, _words(_said(row))), key=len)
    return (bool(name) and name <= words) or (bool(first) and 2 * len(first & second) >= len(first))


def _is_about(text: str, row: Measurement) -> bool:
    """Whether a longer text, why they came, speaks of an activity: it has half of the activity's telling words."""
    words, all_ = _words(_said(row)), _words(text)
    name = _words(row.address.partition("/")[2].replace("-", " "))
    return (bool(name) and name <= all_) or (bool(words) and 2 * len(words & all_) >= len(words))


def _words(text: str) -> set[str]:
    return {_stem(word) for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _SMALL}


def _stem(word: str) -> str:
    """How a word begins, without its ending: `swimming` is swim, `books` is book, `practise` and `practice` are one."""
    if word.endswith("ing") and len(word) > 5:
        word = word[:-3]
        word = word[:-1] if word[-1] == word[-2] else word
    return word.removesuffix("s").removesuffix("e")[:5]


def _id(text: str) -> str:
    """A short kebab-case name of a text."""
    telling = [word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in _SMALL and not word.isdigit()]
    name = "-".join(telling[:3]) or "activity"
    return name if name[0].isalpha() else f"a-{name}"
