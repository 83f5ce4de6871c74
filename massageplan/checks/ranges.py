"""What a figure may be: ranges of instruments, entry limits of movements, and what a practice takes for granted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..frozen import Frozen

if TYPE_CHECKING:
    from ..clinical.measures import Measurement
    from ..clinical.value import Value
    from ..library.catalogue import Library
    from ..records.folder import House

_ONE_WORD = {
    "°": "deg", "degree": "deg", "degrees": "deg", "point": "points", "sec": "s", "seconds": "s", "second": "s",
    "day": "days", "percent": "%",
}  # fmt: skip


class Range(Frozen):
    """Least and greatest figure, and the unit they are in."""

    low: float
    high: float
    unit: str

    def holds(self, value: Value) -> bool:
        """Whether no end of a figure lies outside; what is no figure is never outside."""
        if value.number is not None:
            return self.low <= value.number <= self.high
        return all(end is None or self.low <= end <= self.high for end in (value.low, value.high))

    def __str__(self) -> str:
        return f"{self.low:g} to {self.high:g}"


@lru_cache(maxsize=4096)
def of_movement(library: Library, id: str) -> Range | None:
    """The entry limits of a movement; None if there is no such entry or it is read in levels."""
    item = library.item("movement", id)
    if item is None or item.data.get("unit") == "level":
        return None
    return _range(item.data.get("limits"), str(item.data.get("unit")))


@lru_cache(maxsize=4096)
def of_score(library: Library, address: str) -> Range | None:
    """The range of an instrument, of its part, or of the items a client writes; None if the library has none."""
    id, _, part = address.partition("/")
    item = library.item("instrument", id)
    if item is None:
        return None
    unit, items = str(item.data.get("unit")), item.data.get("items") or {}
    if not part:
        return _range(item.data.get("range"), unit)
    if items.get("client-written") == "true":
        return _range(items, unit)
    return _range((item.data.get("parts") or {}).get(part), unit)


def _range(block: Any, unit: str) -> Range | None:
    if not isinstance(block, dict) or block.get("min") is None or block.get("max") is None:
        return None
    return Range(float(block["min"]), float(block["max"]), unit)


def in_unit_of(row: Measurement, unit: str, house: House) -> bool:
    """Whether a figure is in this unit, as far as record and practice say; a bare figure is."""
    said = row.unit or taken_for_granted(house, row.address, "unit")
    return said is None or said == "none" or _ONE_WORD.get(said, said) == _ONE_WORD.get(unit, unit)


def taken_for_granted(house: House, address: str, facet: str) -> str | None:
    """What the practice's `usual` says of a figure; the longest address wins."""
    usual = house.practice.usual or {}
    parts = address.split("/")
    for n in range(len(parts), 0, -1):
        said = usual.get("/".join(parts[:n]), {}).get(facet)
        if said is not None:
            return str(said)
    return None


def one_key_too_many(text: str, allowed: Range) -> str | None:
    """Help for a slip of the finger: the figure without one of its digits, if that lies inside."""
    digits = text.split(" ", 1)[0]
    if not digits.isdigit():
        return None
    for n in reversed(range(len(digits))):
        fewer = digits[:n] + digits[n + 1 :]
        if fewer and fewer[0] != "0" and allowed.low <= float(fewer) <= allowed.high:
            return f"did you mean {fewer}?"
    return None
