"""Movements that fall short of what is usual, or of the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...frozen import Frozen
from ..reference import Reference, is_limited, usual

if TYPE_CHECKING:
    from ..rows import Measurement
    from .base import Case

_OTHER = {"left": "right", "right": "left"}


class Short(Frozen):
    """A limited movement.

    Attributes:
        figure: as measured, in the movement's unit.
        entry: the movement's library entry.
        sign: 1 where more is better, else -1.
        norm: what is usual for the client; None where the library has no figure.
        other: the figure of the other side; None where it was not measured.
    """

    row: Measurement
    figure: float
    entry: dict[str, Any]
    sign: int
    norm: Reference | None
    other: float | None

    @property
    def id(self) -> str:
        """The movement's id."""
        return self.row.address.removeprefix("rom/")

    @property
    def end(self) -> float | None:
        """What it may come back to: what is usual, or where that is reached already, the other side."""
        if self.norm is not None:
            near = self.norm.low if self.sign > 0 else self.norm.high
            if self.sign * (near - self.figure) > 0:
                return near
        return self.other

    @property
    def room(self) -> float:
        """How far it is from there, in the movement's unit."""
        return self.sign * (self.end - self.figure) if self.end is not None else 0.0


def short(case: Case) -> list[Short]:
    """Every limited movement, each side for itself, in the order of the records; a positive test is none."""
    out = []
    for row in case.rows:
        id, figure = row.address.removeprefix("rom/"), row.value.number
        if id == row.address or "/" in id or figure is None or row.value.verdict == "positive":
            continue
        entry = case.entry("movement", id)
        other = _other(case, row)
        if entry and is_limited(entry, figure, case.person, other):
            sign = -1 if entry.get("direction") == "higher-is-worse" else 1
            out.append(Short(row, figure, entry, sign, usual(entry, case.person), other))
    return out


def _other(case: Case, row: Measurement) -> float | None:
    side = _OTHER.get(row.side or "")
    found = (each.value.number for each in case.rows if side and each.address == row.address and each.side == side)
    return next(found, None)
