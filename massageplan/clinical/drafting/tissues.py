"""The tissues that were found: tender, tense, or short for a movement that falls short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import Frozen, replace
from ..places import region_of
from .base import Reason, of_source
from .short import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rows import Measurement
    from .base import Case

TENDER = 4
"""From which tenderness, of 10, a spot is worked on for itself. House rule: the middle of the scale."""

_CALM = frozenset(("normal", "low", "soft", "none", "no", "equal", "absent", "within normal"))
_SIDES = ("left", "right")


class Tissue(Frozen):
    """A muscle or fascia in which something was found.

    Attributes:
        id: place of the library.
        side: left, right or None.
        tender: 0 to 10; None where it was not told.
        refers: whether pressing it brings the pain elsewhere.
        tense: whether its tone was found raised, or the tissue otherwise changed.
        limits: limited movements that it may hold back, as the library teaches.
        felt: what was felt there, as one reason.
        held: what it may hold back, a reason for each movement.
    """

    id: str
    side: str | None
    tender: float | None = None
    refers: bool = False
    tense: bool = False
    limits: tuple[str, ...] = ()
    felt: Reason | None = None
    held: tuple[Reason, ...] = ()

    @property
    def place(self) -> str:
        """As a record names it: `right quadratus-lumborum`."""
        return f"{self.side} {self.id}" if self.side else self.id

    @property
    def is_spot(self) -> bool:
        """Whether it is tender enough to be pressed for itself, or sends its pain elsewhere."""
        return self.refers or (self.tender is not None and self.tender >= TENDER)


def tissues(case: Case) -> list[Tissue]:
    """What was felt, the most tender first; then muscles that limit what was found limited and were not felt."""
    short = _limited(case)
    felt = [_with_limits(case, tissue, short) for tissue in _felt(case)]
    felt = [tissue for tissue in felt if tissue.is_spot or tissue.tense or tissue.limits]
    felt.sort(key=lambda each: -(each.tender or 0.0))
    return [*felt, *_unfelt(case, short, {tissue.id for tissue in felt})]


def _felt(case: Case) -> list[Tissue]:
    out: dict[tuple[str, str | None], Tissue] = {}
    for row in case.rows:
        family, _, rest = row.address.partition("/")
        id, _, aspect = rest.partition("/")
        if family != "palpation" or not id:
            continue
        side = row.side if row.side in _SIDES else None
        old = out.get((id, side)) or Tissue(id, side)
        out[id, side] = _told(old, row, aspect)
    return [tissue for tissue in out.values() if tissue.felt]


def _told(old: Tissue, row: Measurement, aspect: str) -> Tissue:
    """A tissue with one more finding; one that says that nothing is there adds nothing."""
    number, text = row.value.number, row.value.text
    said = f"{aspect.replace('/', ' ').replace('-', ' ')} {text}".strip()
    felt = (
        Reason(f"{old.felt.words}, {said}", old.felt.place)
        if old.felt
        else Reason(f"{old.place.replace('-', ' ')}: {said}", row.origin)
    )
    if aspect in ("tender", "tenderness"):
        return replace(old, tender=number, felt=felt) if number else old
    if aspect == "refers-to":
        return replace(old, refers=True, felt=felt)
    return old if text.lower() in _CALM or number == 0 else replace(old, tense=True, felt=felt)


def _limited(case: Case) -> dict[str, Measurement]:
    """The figure of each limited movement, that of its worse side."""
    found = sorted(short(case), key=lambda each: each.room)
    return {each.id: each.row for each in found}


def _first(case: Case, movement: str) -> tuple[str, ...]:
    return tuple((case.entry("movement", movement).get("muscles") or {}).get("examine-first") or ())


def _with_limits(case: Case, tissue: Tissue, short: dict[str, Measurement]) -> Tissue:
    held = {id: row for id, row in short.items() if tissue.id in _first(case, id)}
    return replace(tissue, limits=tuple(held), held=tuple(_reasons(case, tissue.id, held))) if held else tissue


def _reasons(case: Case, muscle: str, held: dict[str, Measurement]) -> Iterator[Reason]:
    for id, row in held.items():
        side = f" {row.side}" if row.side in _SIDES else ""
        words = f"{muscle.replace('-', ' ')} may hold back {id.replace('-', ' ')}{side} {row.value.text}"
        taught = of_source(words, case.entry("movement", id).get("muscles") or {}, "source")
        yield replace(taught, place=row.origin)


def _unfelt(case: Case, short: dict[str, Measurement], felt: set[str]) -> list[Tissue]:
    """Muscles of the sore regions that limit a movement, where none that limits it was felt."""
    out: dict[str, Tissue] = {}
    for movement, row in short.items():
        first = _first(case, movement)
        if felt.intersection(first):
            continue
        here = [id for id in first if region_of(case.library, None, id) in case.regions]
        for id in here[:2]:
            old = out.get(id) or Tissue(id, None)
            held = (*old.held, *_reasons(case, id, {movement: row}))
            out[id] = replace(old, limits=(*old.limits, movement), held=held)
    return list(out.values())
