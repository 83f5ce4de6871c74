"""How large a change of a figure must be before it is more than measuring error, and which way is better."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..frozen import Frozen
from .direction import higher_is_better

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..library.catalogue import Library
    from .value import Value

HOUSE = "house-rules"
"""The source of figures that nobody published: they choose, and never judge."""

_SCORED_PAIN = ("pain", "headache")
"""Symptoms whose levels are read on a pain scale."""

_LEVELS = ("now", "worst", "least", "usual", "rest", "moving", "night")
_SCALES = {"vas": "vas", "nprs": "nprs"}


class Error(Frozen):
    """What a change of a measure is held against.

    Attributes:
        figure: the smallest change that is more than measuring error (MDC), in `unit`; None where none is known.
        matters: the change that people call a real difference (MCID), in `unit`.
        matters_percent: the same as a share of the first value.
        better: whether higher is better; None where nothing says.
        low, high: ends of the scale, as far as it has any.
        sources: ids of where the figures stand.
        verified: whether they were read there.
        tool: what it was measured with, where that is told.
    """

    figure: float | None
    unit: str
    better: bool | None
    matters: float | None = None
    matters_percent: float | None = None
    low: float | None = None
    high: float | None = None
    sources: tuple[str, ...] = ()
    verified: bool = False
    tool: str | None = None

    @property
    def assumed(self) -> bool:
        """Whether the error is a house rule in place of a published one: it chooses a target, and makes no verdict."""
        return self.sources == (HOUSE,)

    def gain(self, before: Value, after: Value) -> float | None:
        """By how much a figure got better (negative: worse); None where the two cannot be told apart.

        Of a range, the end that speaks against a gain is taken.
        """
        if self.better is None:
            return None
        then, now = _ends(before), _ends(after)
        if then is None or now is None:
            return None
        return now[0] - then[1] if self.better else then[0] - now[1]

    def clear(self, first: float | None) -> float | None:
        """The gain that is both more than error and a real difference, for a first value; None if no error is known."""
        if self.figure is None:
            return None
        share = abs(first) * self.matters_percent / 100 if self.matters_percent and first is not None else None
        # either figure of the real difference will do, as studies use both
        wanted = [each for each in (self.matters, share) if each is not None]
        return max(self.figure, min(wanted)) if wanted else self.figure

    def wanted(self, first: float | None) -> float | None:
        """The gain to aim at: as `clear`, or the share that matters where that is all that was published."""
        if self.figure is not None or self.matters is not None or not self.matters_percent or first is None:
            return self.clear(first)
        return abs(first) * self.matters_percent / 100


def _ends(value: Value) -> tuple[float, float] | None:
    if value.number is not None:
        return value.number, value.number
    if value.kind == "range" and value.low is not None and value.high is not None:
        return value.low, value.high
    return None


@lru_cache(maxsize=2048)
def error_of(library: Library, address: str, scale: str | None = None, method: str | None = None) -> Error | None:
    """What a change of this measure is held against; None where the library knows no such figure.

    Of several published errors of a movement those of the same tool come first, then those of one tester (the same
    therapist measures again); of what is left the greatest is taken. Where none was published, the house rule
    `movement-default-mdc` stands in.

    Args:
        scale: of a pain figure, as the record says: nprs (the usual one) or vas.
        method: of a movement, as the record or the practice says: goniometer, tape.
    """
    family, _, rest = address.partition("/")
    if family == "rom":
        return _of_movement(library, rest, method)
    if family in _SCORED_PAIN:
        if rest.rpartition("/")[2] not in _LEVELS:
            return None
        return _of_instrument(library, _SCALES.get(scale or "nprs", ""), "")
    return _of_instrument(library, family, rest)


def _of_instrument(library: Library, id: str, part: str) -> Error | None:
    item = library.item("instrument", id) if id else None
    if item is None:
        return None
    data = item.data
    better = higher_is_better(library, id)
    unit = str(data.get("unit") or "")
    told: Mapping[str, Any] = data.get("default-thresholds") or {}
    written = (data.get("items") or {}).get("client-written") == "true"
    ends = data.get("items") if part and written else (data.get("parts") or {}).get(part) if part else data.get("range")
    low, high = (_number((ends or {}).get(key)) for key in ("min", "max"))
    if part and not written:
        return Error(None, unit, better, low=low, high=high)
    figure = _number(told.get("single-item-mdc")) if part else None
    figure = _number(told.get("mdc")) if figure is None else figure
    return Error(
        figure, unit, better, _number(told.get("mcid")), _number(told.get("mcid-percent")), low, high,
        _ids(told.get("source")), told.get("verified") == "true",
    )  # fmt: skip


def _of_movement(library: Library, rest: str, method: str | None) -> Error | None:
    id, _, part = rest.partition("/")
    item = library.item("movement", id) if not part else None
    if item is None or item.data.get("unit") == "level":
        return None
    data = item.data
    unit = str(data.get("unit"))
    better = None if data.get("direction") is None else data["direction"] == "higher-is-better"
    ends = data.get("limits") or {}
    low, high = _number(ends.get("min")), _number(ends.get("max"))
    rows = [row for row in data.get("mdc") or () if isinstance(row, dict) and row.get("unit", unit) == unit]
    rows = [row for row in rows if _is_by(row, method)] or rows
    best = _greatest(row for row in rows if "intra" in str(row.get("rater"))) or _greatest(rows)
    if best is not None:
        figure, row = best
        verified = row.get("verified") == "true"
        return Error(figure, unit, better, None, None, low, high, _ids(row.get("source")), verified, row.get("tool"))
    rule = library.item("rule", "movement-default-mdc")
    figures: Mapping[str, Any] = (rule.data.get("figures") if rule else None) or {}
    return Error(_number(figures.get(unit)), unit, better, None, None, low, high, (HOUSE,), False)


def _is_by(row: Mapping[str, Any], method: str | None) -> bool:
    """Whether an error was found with this tool: `goniometer` is also `long-arm goniometer`, but not a short one."""
    tool = str(row.get("tool") or "").lower()
    return bool(method) and str(method).lower().split()[-1] in tool and "visual" not in tool


def _greatest(rows: Iterable[Mapping[str, Any]]) -> tuple[float, Mapping[str, Any]] | None:
    told = [(figure, n, row) for n, row in enumerate(rows) if (figure := _number(row.get("value") or row.get("high")))]
    if not told:
        return None
    figure, _, row = max(told, key=lambda each: (each[0], -each[1]))
    return figure, row


def _ids(source: Any) -> tuple[str, ...]:
    return tuple(source) if isinstance(source, (list, tuple)) else (str(source),) if source else ()


def _number(text: Any) -> float | None:
    try:
        return float(text)
    except (TypeError, ValueError):
        return None
