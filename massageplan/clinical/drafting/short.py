"""Movements that fall short: of the client's own other side where that was measured, else of what is usual."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...frozen import Frozen
from ..error import Error, error_of
from ..places import region_of
from ..reference import SHARE, Reference, is_limited, usual

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..rows import Measurement
    from .base import Case

OPPOSITE = {"left": "right", "right": "left"}

BOTH = 0.25
"""By how much of what is usual both sides fall short where neither shows the other up. House rule."""


PAINFUL = 4
"""Pain during a movement, of 10, from which pain is taken to stop it and not a short muscle. House rule."""

_STOPPED = re.compile(r"pain|pinch|catch|hurt|sharp")


def is_painful(case: Case, row: Measurement) -> bool:
    """Whether pain stops a movement or a resisted one, by its own figure or by what is said to stop it."""
    if _STOPPED.search(str(row.about.get("stopped-by") or "").lower()):
        return True
    hurts = (each for each in case.rows if each.address == f"{row.address}/hurts" and each.side == row.side)
    return any((each.value.number or each.value.high or 0) >= PAINFUL for each in hurts)


class Short(Frozen):
    """A limited movement.

    Attributes:
        figure: as measured, in the movement's unit.
        entry: the movement's library entry.
        error: what a change of it is held against.
        sign: 1 where more is better, else -1.
        norm: what is usual for the client; None where it is the other side that shows the loss, or nothing is known.
        end: what it may come back to.
    """

    row: Measurement
    figure: float
    entry: dict[str, Any]
    error: Error
    sign: int
    norm: Reference | None
    end: float

    @property
    def id(self) -> str:
        """The movement's id."""
        return self.row.address.removeprefix("rom/")

    @property
    def room(self) -> float:
        """How far it is from there, in the movement's unit."""
        return self.sign * (self.end - self.figure)


def short(case: Case) -> list[Short]:
    """Every limited movement, each side for itself, in the order of the records; a positive test is none."""
    found = (_short(case, row) for row in case.rows if row.address.startswith("rom/"))
    return [each for each in found if each is not None]


def _short(case: Case, row: Measurement) -> Short | None:
    id, figure = row.address.removeprefix("rom/"), row.value.number
    if "/" in id or figure is None or row.value.verdict == "positive":
        return None
    entry = case.entry("movement", id)
    error = error_of(case.library, row.address, method=row.facets.get("method")) if entry else None
    if error is None:
        return None
    sign = -1 if entry.get("direction") == "higher-is-worse" else 1
    other, norm = _other(case, row), usual(entry, case.person)
    near = None if norm is None else (norm.low if sign > 0 else norm.high)
    if other is not None:
        told = (error.figure or 0.0) / (2 if error.assumed else 1)
        if sign * (other - figure) > max(SHARE * abs(other), told):
            return Short(row, figure, entry, error, sign, None, other)
        missing = [sign * (near - each) for each in (figure, other)] if near is not None else [0.0]
        limited = near is not None and min(missing) > BOTH * abs(near)
    else:
        limited = is_limited(entry, figure, case.person)
    if not limited or near is None:
        return None
    return Short(row, figure, entry, error, sign, norm, near)


def _other(case: Case, row: Measurement) -> float | None:
    side = OPPOSITE.get(row.side or "")
    found = (each.value.number for each in case.rows if side and each.address == row.address and each.side == side)
    return next(found, None)


NEAR = {"head": ("neck",), "lower-leg": ("foot",), "thigh": ("hip", "knee"), "pregnancy": ("low-back", "hip")}
"""Regions whose movements are goals for another one too. House rule."""

NEXT = {**NEAR, "low-back": ("hip",), "foot": ("lower-leg",), "thorax": ("shoulder",)}
"""Regions whose joints are stretched for another one too. House rule."""


def is_near(case: Case, each: Short, near: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a movement is of a joint that is sore, or of one that stands for it."""
    region = region_of(case.library, None, str(each.entry.get("region")))
    return region in {other for sore in case.regions for other in (sore, *near.get(sore, ()))}
