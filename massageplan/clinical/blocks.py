"""What a screening answer rules out, held against what was done: which treatment falls under which block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..patterns import lazy
from ..records.base import texts
from .course import done_uses
from .places import is_level, of_line, place_id, region_of, regions_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from ..library.catalogue import Library
    from ..records.folder import Entry
    from ..records.parts import Use
    from ..span import Path
    from .screening import Act

ALL = "all"
LOCAL = "local"
LEG = ("thigh", "knee", "lower-leg", "foot")

REGIONS: dict[str, tuple[str, ...]] = {
    "neck-work": ("neck",),
    "jaw-work": ("jaw",),
    "abdominal-work": ("abdomen",),
    "leg-work": LEG,
}
"""Blocks that rule out any treatment in a region."""

PLACES: dict[str, frozenset[str]] = {
    "spine-work": frozenset((
        "spine", "back", "neck", "cervical", "thoracic", "lumbar", "upper-back", "mid-back", "low-back", "sacrum",
        "sacroiliac", "coccyx", "erector-spinae", "erector-spinae-thoracic", "erector-spinae-lumbar", "semispinalis",
        "cervical-multifidus", "multifidus-lumbar", "thoracolumbar-fascia",
    )),
    "anterior-neck": frozenset((
        "throat", "sternocleidomastoid", "scalenes", "longus-colli-capitis", "hyoids", "digastric",
    )),
    "neck-work": frozenset(("skull-base",)),
}  # fmt: skip
"""Blocks that rule out any treatment of certain places; the spine has its levels too.

The base of the skull is assessed with the head, but who works there works on the neck.
"""

TECHNIQUES: dict[str, frozenset[str]] = {
    "friction": frozenset(("friction-cross-fibre",)),
    "trigger-point": frozenset(("trigger-point-compression", "neuromuscular-therapy")),
    "instrument": frozenset(("iastm", "cupping")),
    "lymphatic-drainage": frozenset(("lymphatic-drainage",)),
    "hot-therapy": frozenset(("hot-therapy", "contrast-hydro")),
    "cold-therapy": frozenset(("cold-therapy", "contrast-hydro")),
    "vigorous": frozenset(("sports-massage", "tapotement")),
    "joint-mobilisation": frozenset((
        "joint-mobilisation-gentle", "pa-mobilisation", "thrust-manipulation", "traction-gentle",
    )),
    "stretching": frozenset(("static-stretch", "pnf-stretch")),
    "jaw-work": frozenset(("intraoral",)),
}  # fmt: skip
"""Blocks that rule out certain techniques, wherever they are used."""

UNPLACED: dict[str, frozenset[str]] = {"neck-work": frozenset(("thrust-manipulation", "traction-gentle"))}
"""Blocks of a region that rule out a technique too where the record names no place: it may have been done there."""

DEEP: dict[str, tuple[str, ...]] = {"deep-pressure": (), "deep-leg-work": LEG}
"""Blocks that rule out deep pressure, in the named regions or anywhere."""

DEEP_TECHNIQUES = frozenset(("friction-cross-fibre", "neuromuscular-therapy", "trigger-point-compression"))
"""Techniques that the library calls deep, or moderate to deep; a pressure that is written down comes before this."""

_DEEP_WORDS = lazy(r"\b(deep|firm|strong|heavy)\b")
_LIGHT_WORDS = lazy(r"\b(light|lightly|gentle|gently|soft|softly|superficial)\b")
_PRESSURE_WORDS = lazy(r"\b(deep|firm|strong|heavy|light|lightly|gentle|gently|soft|softly|superficial)\b")
_DENIED = lazy(r"^(not|no|never)\b")


class Treatment(Frozen):
    """One technique that was used.

    Attributes:
        places: ids of the places that are known; none where the record names none.
        pressure: as written, in a line the words in brackets where they tell of it.
        path: where it stands in the record of the visit.
    """

    technique: str
    places: tuple[str, ...]
    pressure: str | None
    path: Path


def treatments(entries: Sequence[Entry], visit: Entry, library: Library) -> list[Treatment] | None:
    """What was done at a visit; None where nothing was, or the record does not say.

    `as planned` is the techniques of the plan in force, and a routine is looked up there; where these are not written
    down it is one treatment of which no more is known.

    Args:
        entries: the records of the visit's course.
    """
    uses = done_uses(entries, visit)
    if uses is None:
        return None
    return [treatment(use, path, library) for use, path in uses] or [Treatment("", (), None, ("did",))]


def treatment(use: str | Use, path: Path, library: Library) -> Treatment:
    """A technique as it is written in a plan or at a visit."""
    if isinstance(use, str):
        detail = use.partition(" (")[2].rstrip(")") or None
        pressure = detail if detail and _PRESSURE_WORDS.search(detail) else None
        return Treatment(use.split(" ", 1)[0], of_line(library, use)[0], pressure, path)
    known = (place_id(library, None, place) for place in texts(use.where))
    return Treatment(use.use, tuple(id for id in known if id), use.pressure, path)


def first_ruled_out(
    act: Act, done: Iterable[Treatment], library: Library, sore: Collection[str] = ()
) -> tuple[str, Treatment] | None:
    """The first block of a screening question under which something falls that was done, and what that was.

    `all` holds for any treatment. Blocks of a region or place hold for treatments that name a place there, blocks of a
    technique for that technique, blocks of deep pressure for what is written down as deep or is so by its nature, and
    `local` for the region that the question is about, or for `sore` where it is about no region. What records cannot
    tell (prone position, oil, length) is never called ruled out.

    Args:
        sore: the regions where it hurts, by the newest assessment that says so.
    """
    return next(_ruled_out(act, tuple(done), library, sore), None)


def _ruled_out(
    act: Act, done: Sequence[Treatment], library: Library, sore: Collection[str]
) -> Iterator[tuple[str, Treatment]]:
    for block in act.blocks:
        regions = area_of(act, library, sore) if block == LOCAL else REGIONS.get(block, ())
        for one in done:
            if block == ALL or lies_in(one, regions, library) or _falls_under(block, one, library):
                yield block, one


def _falls_under(block: str, one: Treatment, library: Library) -> bool:
    """Whether a block rules a treatment out by anything but its region."""
    if one.technique in TECHNIQUES.get(block, ()):
        return True
    if not one.places and one.technique in UNPLACED.get(block, ()):
        return True
    if block in DEEP:
        return _is_deep(one) and (not DEEP[block] or lies_in(one, DEEP[block], library))
    named, levels = PLACES.get(block, frozenset[str]()), block == "spine-work"
    return any(place in named or (levels and is_level(place)) for place in one.places)


def area_of(act: Act, library: Library, sore: Collection[str]) -> Collection[str]:
    """The region a question is about; where it is about a limb, the skin or the whole body, those that hurt."""
    region = region_of(library, None, act.area) if act.area not in ("leg", "general", "spine") else None
    return (region,) if region else sore


def lies_in(one: Treatment, regions: Collection[str], library: Library) -> bool:
    """Whether a place that was treated reaches into one of some regions."""
    return any(not set(regions).isdisjoint(regions_of(library, place)) for place in one.places)


def _is_deep(one: Treatment) -> bool:
    if one.pressure is None:
        return one.technique in DEEP_TECHNIQUES
    pressure = one.pressure.lower()
    return bool(_DEEP_WORDS.search(pressure)) and not _DENIED.match(pressure)


def is_light(one: Treatment) -> bool:
    """Whether its pressure is written down as light, and not as deep too."""
    pressure = (one.pressure or "").lower()
    return bool(_LIGHT_WORDS.search(pressure)) and not _DENIED.match(pressure) and not _is_deep(one)


def names_depth(text: str) -> bool:
    """Whether words are about deep or firm pressure: `deep friction`."""
    return bool(_DEEP_WORDS.search(text.lower()))
