"""The tissues that were found: tender, tense, or short for a movement that falls short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import Frozen, replace
from ..places import region_of, regions_of
from .base import Reason, of_source
from .gate import is_grave, is_unasked
from .short import NEXT, OPPOSITE, Short, is_near, is_painful, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rows import Measurement
    from .base import Case

TENDER = 4
"""From which tenderness, of 10, a spot is worked on for itself. House rule: the middle of the scale."""

SPINE = ("cervical", "thoracic", "lumbar")
"""Movements of the middle of the body: of a turn, muscles of either side may hold it back."""

TURNS_ITS_WAY = frozenset(("levator-scapulae", "splenius", "suboccipitals", "semispinalis", "cervical-multifidus"))
"""Muscles that turn the head to their own side, and so hold back the turn to the other (common teaching)."""

_CALM = frozenset(("normal", "low", "soft", "none", "no", "equal", "absent", "within normal"))
_SIDES = ("left", "right")
_ACROSS = "opposite side"
"""What the library says of a movement that the other side's muscles hold back."""


class Tissue(Frozen):
    """A muscle or fascia in which something was found.

    Attributes:
        id: place of the library.
        side: left, right or both; None where no side was told.
        tender: 0 to 10; None where it was not told.
        refers: whether pressing it brings the pain elsewhere.
        tense: whether its tone was found raised, or the tissue otherwise changed.
        felt: what was felt there, as one reason.
        held: what it may hold back, a reason for each movement.
    """

    id: str
    side: str | None
    tender: float | None = None
    refers: bool = False
    tense: bool = False
    felt: Reason | None = None
    held: tuple[Reason, ...] = ()

    @property
    def place(self) -> str:
        """As a record names it: `right quadratus-lumborum`."""
        return f"{self.side} {self.id}" if self.side else self.id

    @property
    def is_spot(self) -> bool:
        """Whether it is tender enough to be pressed for itself, or sends its pain elsewhere; fascia is no muscle."""
        return not self.is_fascia and (self.refers or (self.tender is not None and self.tender >= TENDER))

    @property
    def is_fascia(self) -> bool:
        """Whether it is fascia."""
        return self.id.endswith("fascia")


def tissues(case: Case) -> tuple[list[Tissue], list[str]]:
    """What was felt, the most tender first, then what limits a movement and was not felt; and what has to wait.

    A place outside the sore regions is left alone while a grave question about it was not asked.
    """
    limited = [
        each
        for each in short(case)
        if not is_painful(case, each.row) and ("general" in case.regions or is_near(case, each, NEXT))
    ]
    felt = [_with_limits(tissue, limited) for tissue in _felt(case)]
    felt = [each for each in felt if each.is_spot or each.tense or each.held or (each.is_fascia and each.tender)]
    felt.sort(key=lambda each: -(each.tender or 0.0))
    kept, waiting = [], []
    for tissue in [*felt, *_unfelt(case, limited, {tissue.id for tissue in felt})]:
        missing = _unscreened(case, tissue)
        if missing:
            waiting.append(f"{tissue.place.replace('-', ' ')}: {missing} was not asked.")
        else:
            kept.append(tissue)
    return kept, waiting


def _unscreened(case: Case, tissue: Tissue) -> str:
    """The grave question about a place outside the sore regions that nobody asked; empty where there is none."""
    regions = regions_of(case.library, tissue.id)
    near = [case.entry("region", each).get("muscles") or () for each in case.regions]
    if not regions or {*regions, "general"} & set(case.regions) or any(tissue.id in each for each in near):
        return ""
    wanted = case.entry("region", regions[0]).get("screening") or ()
    return next((id for id in wanted if is_grave(case, id) and is_unasked(case, id)), "")


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
    return _joined({key: tissue for key, tissue in out.items() if tissue.felt})


def _joined(found: dict[tuple[str, str | None], Tissue]) -> list[Tissue]:
    """Tissues of which both sides are alike as one."""
    out = []
    for (id, side), tissue in found.items():
        other = found.get((id, OPPOSITE.get(side or "")))
        if other is None or (other.tender, other.refers, other.tense) != (tissue.tender, tissue.refers, tissue.tense):
            out.append(tissue)
        elif side == "left" and tissue.felt:
            words = tissue.felt.words.replace("left ", "both ", 1)
            out.append(replace(tissue, side="both", felt=Reason(words, tissue.felt.place)))
    return out


def _told(old: Tissue, row: Measurement, aspect: str) -> Tissue:
    """A tissue with one more finding; one that says that nothing is there adds nothing."""
    number = row.value.number if row.value.number is not None else row.value.high
    text = row.value.text
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


def _first(each: Short) -> tuple[str, ...]:
    """Muscles to examine first when a movement is limited."""
    return tuple((each.entry.get("muscles") or {}).get("examine-first") or ())


def _with_limits(tissue: Tissue, limited: list[Short]) -> Tissue:
    held = [_holding(each, tissue.id) for each in limited if tissue.id in _first(each) and _may_hold(tissue, each)]
    return replace(tissue, held=tuple(held))


def _may_hold(tissue: Tissue, each: Short) -> bool:
    """Whether a tissue is on the side that holds a movement back, as far as the library tells."""
    side = each.row.side
    if side not in _SIDES or tissue.side in (None, "both"):
        return True
    if _ACROSS in str((each.entry.get("en") or {}).get("other-limits")):
        return tissue.side == OPPOSITE[side]
    if each.id == "cervical-rotation":
        return tissue.side == (OPPOSITE[side] if tissue.id in TURNS_ITS_WAY else side)
    if each.entry.get("region") in SPINE:
        return tissue.tense or tissue.is_spot
    return tissue.side == side


def _holding(each: Short, muscle: str) -> Reason:
    side = f" {each.row.side}" if each.row.side in _SIDES else ""
    words = f"{muscle.replace('-', ' ')} may hold back {each.id.replace('-', ' ')}{side} {each.row.value.text}"
    return replace(of_source(words, each.entry.get("muscles") or {}, "source"), place=each.row.origin)


def _unfelt(case: Case, limited: list[Short], felt: set[str]) -> Iterator[Tissue]:
    """Muscles of the sore regions that limit a movement, where none that limits it was felt; two for each movement."""
    out: dict[tuple[str, str | None], Tissue] = {}
    for each in limited:
        first = _first(each)
        if felt.intersection(first):
            continue
        side = each.row.side if each.row.side in _SIDES and each.entry.get("region") not in SPINE else None
        for id in [id for id in first if region_of(case.library, None, id) in case.regions][:2]:
            old = out.get((id, side)) or Tissue(id, side)
            out[id, side] = replace(old, held=(*old.held, _holding(each, id)))
    yield from out.values()
