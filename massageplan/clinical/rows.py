"""One figure of a record as a row, and what may be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..frozen import Frozen, replace
from ..span import Path, Span
from .value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..records.folder import Entry

SIDES = ("left", "right", "both")
FACETS = frozenset((
    "unit", "method", "position", "scale", "version", "recall", "side", "who", "how", "when", "at", "since", "joined",
    "basis", "source", "note",
))  # fmt: skip
"""What flows down from practice, record, block and branch to a figure; the nearest wins."""

ABOUT = ("stopped-by", "end-feel", "reproduces", "words", "share", "printed")
"""What is said of one figure only, besides `means`."""

TAKEN_BY = ("method", "position", "scale", "version", "recall", "who")
"""What two figures that are held against each other must share, as far as both say: how and by whom they were taken."""

LEAF_ONLY = frozenset(("value", "trials", "items", "means", "hurts", "also", *ABOUT))


class Measurement(Frozen):
    """One figure.

    Attributes:
        address: family, item and parts joined by slashes: `rom/lumbar-flexion`, `psfs/lift-crate`.
        side: left, right, affected, other, unknown; None for the midline or both together.
        value: as written and as read.
        unit: as written; None where the library's unit holds.
        when: date or moment of the record, or of the diary line.
        at: place in the day: before, after, 20 min after, a clock time.
        means: the word put on it (positive, severe ...).
        facets: method, position, scale, version, recall, who, how, joined, basis, since, source, note; `also` with
            the same figure as another place tells it, which is never averaged and never charted.
        entry: the record it stands in.
        path: keys that lead to it in the record.
        about: stopped-by, end-feel, reproduces, words, share and printed, as written; `why` if answers give no total.
        trial: which of several readings of one occasion it is, from 1; None for a figure that stands alone.
        items: answers of a questionnaire as written, in the order of the form; the value is then what they come to.
    """

    address: str
    side: str | None
    value: Value
    unit: str | None
    when: str
    at: str | None
    means: str | None
    facets: Mapping[str, str]
    entry: Entry
    path: Path
    about: Mapping[str, str] = {}
    trial: int | None = None
    items: tuple[str | None, ...] = ()

    @property
    def origin(self) -> Span:
        """File, line and column of the figure."""
        return self.entry.span(self.path)

    @property
    def charted(self) -> bool:
        """Whether it may stand in a series: the same figure as another place tells it may not."""
        return "also" not in self.facets

    @property
    def of_client(self) -> bool:
        """Whether it tells of the client and not of the table: not taken during the work or at a time after it."""
        return self.at is None or not (self.at == "during" or self.at.endswith("after"))

    @property
    def self_reported(self) -> bool:
        """Whether the client told it and nobody else took it: homework that was done, and figures of a check-in."""
        if self.facets.get("basis") == "told":
            return True
        return self.entry.kind == "checkin" and self.facets.get("who", "client") == "client"

    def taken_as(self, other: Measurement) -> bool:
        """Whether both were taken the same way, as far as both say (`TAKEN_BY`)."""
        pairs = ((self.facets.get(key), other.facets.get(key)) for key in TAKEN_BY)
        return all(one is None or two is None or one == two for one, two in pairs)


class Symptoms(Frozen):
    """The newest list of symptoms, by which `pain: 4` is understood: name to (first name, side) per kind."""

    first: dict[str, str]
    sides: dict[str, str | None]


NO_SYMPTOMS = Symptoms({}, {})


def merged(known: Symptoms, listed: tuple[Any, ...]) -> Symptoms:
    """What is known of the symptoms after a new list: it speaks for each kind that it names."""
    first: dict[str, str] = {}
    sides = dict(known.sides)
    for symptom in listed:
        what, name, side = identity(symptom, known)
        first.setdefault(what, name)
        sides[f"{what}/{name}"] = side
    return Symptoms({**known.first, **first}, sides)


def identity(symptom: Any, known: Symptoms = NO_SYMPTOMS) -> tuple[str, str, str | None]:
    """Kind, name and side of a listed symptom: its name is its id, or its first place.

    Args:
        known: the symptoms as listed before; without a place told anew, the first of its kind is meant.
    """
    what = symptom.what or "pain"
    if symptom.where is None and symptom.id is None and what in known.first:
        name = known.first[what]
        return what, name, known.sides.get(f"{what}/{name}")
    places = (symptom.where,) if isinstance(symptom.where, str) else (symptom.where or ())
    side, place = split_place(places[0]) if places else (None, None)
    return what, symptom.id or place or what, side


def split_place(place: str) -> tuple[str | None, str]:
    """`right lumbar (low)` is side right and place lumbar."""
    words = place.split(" (", 1)[0].split()
    if len(words) > 1 and words[0] in (*SIDES, "centre"):
        return (None if words[0] == "centre" else words[0]), " ".join(words[1:])
    return None, " ".join(words)


def resolved(row: Measurement, known: Symptoms) -> Measurement:
    """Complete the address of a symptom: `pain` is the first-listed pain, and a missing aspect is `now`."""
    what, _, rest = row.address.partition("/")
    if what not in known.first:
        return row
    name, _, aspect = rest.partition("/")
    name = name or known.first[what]
    if f"{what}/{name}" not in known.sides:
        return row
    side = row.side or known.sides[f"{what}/{name}"]
    return replace(row, address=f"{what}/{name}/{aspect or 'now'}", side=side)


def split_pairs(rows: list[Measurement]) -> list[Measurement]:
    """Rows in which `6 -> 4` stands as two: 6 before the visit and 4 after it."""
    out: list[Measurement] = []
    for row in rows:
        if row.value.kind == "pair":
            before, after = row.value.parts
            out.append(replace(row, value=before, unit=before.unit or row.unit, at="before"))
            out.append(replace(row, value=after, unit=after.unit or row.unit, at="after"))
        else:
            out.append(row)
    return out


def with_usual(row: Measurement, usual: Mapping[str, Mapping[str, str]]) -> Measurement:
    """The row with what the practice takes for granted; `assumed` names the facets that were not stated.

    Args:
        usual: facets by address, as in practice.yaml; the longest address that begins the row's wins.
    """
    facets = dict(row.facets)
    address = row.address
    while address:
        for key, value in usual.get(address, {}).items():
            if key not in facets and not (key == "unit" and row.unit):
                facets[key] = value
                facets["assumed"] = f"{facets['assumed']}, {key}" if "assumed" in facets else key
        address = address.rpartition("/")[0]
    return replace(row, facets=facets, unit=row.unit or facets.get("unit")) if facets != row.facets else row
