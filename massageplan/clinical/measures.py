"""Every figure of a record as one kind of row: the tree `measures`, symptoms, diary and homework done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..frozen import Frozen, replace
from ..patterns import lazy
from .value import Value
from .values import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..records.folder import Entry
from ..span import Path, Span

SIDES = ("left", "right", "both")
_FIGURE = ("value", "trials")
_TIME_BEGINS = "bad0123456789"
_TIMES = lazy(r"^(before|during|after|[0-9]+-(min|h)-after)$")
FACETS = frozenset(
    [
        "unit",
        "method",
        "position",
        "scale",
        "version",
        "recall",
        "side",
        "who",
        "how",
        "when",
        "at",
        "since",
        "joined",
        "basis",
        "source",
        "note",
    ]
)
_LEAF_ONLY = frozenset(
    [
        "value",
        "trials",
        "items",
        "means",
        "hurts",
        "stopped-by",
        "end-feel",
        "reproduces",
        "words",
        "share",
        "printed",
        "also",
    ]
)
_SYMPTOM_ASPECTS = ("now", "worst", "least", "usual", "rest", "moving", "night", "lasts", "often", "wakes")


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
        facets: method, position, scale, version, recall, who, how, joined, basis, since, source, note.
        entry: the record it stands in.
        path: keys that lead to it in the record.
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

    @property
    def origin(self) -> Span:
        """File, line and column of the figure."""
        return self.entry.span(self.path)


class _Place(Frozen):
    """Where in the tree we are, and what flows down to here."""

    address: str
    path: Path
    facets: dict[str, str]
    side: str | None = None
    at: str | None = None


class Symptoms(Frozen):
    """The newest list of symptoms, by which `pain: 4` is understood: name to (first name, side) per kind."""

    first: dict[str, str]
    sides: dict[str, str | None]


NO_SYMPTOMS = Symptoms({}, {})


def flatten(entry: Entry, known: Symptoms = NO_SYMPTOMS) -> list[Measurement]:
    """All figures of a record, in the order in which they stand in it.

    Args:
        known: the client's symptoms as last listed, for figures that name only the kind (`pain: 4`).
    """
    record = entry.record
    rows: list[Measurement] = []
    listed = getattr(record, "symptoms", None)
    if isinstance(listed, tuple):
        known = merged(known, listed)
        for n, symptom in enumerate(listed):
            rows.extend(_of_symptom(entry, symptom, n))
    base = {k: v for k in ("who", "how") if isinstance(v := getattr(record, k, None), str) and entry.kind != "event"}
    measures = getattr(record, "measures", None)
    if measures is not None:
        rows.extend(_blocks(entry, measures, ("measures",), base, entry.moment, known))
    for moment, tree in (getattr(record, "diary", None) or {}).items():
        if tree is not None:
            rows.extend(_blocks(entry, tree, ("diary", moment), base, moment, known))
    rows.extend(_of_homework(entry, getattr(record, "homework_done", None)))
    return rows


def merged(known: Symptoms, listed: tuple[Any, ...]) -> Symptoms:
    """What is known of the symptoms after a new list: it speaks for each kind that it names."""
    first: dict[str, str] = {}
    sides = dict(known.sides)
    for symptom in listed:
        what, name, side = _identity(symptom)
        first.setdefault(what, name)
        sides[f"{what}/{name}"] = side
    return Symptoms({**known.first, **first}, sides)


def _identity(symptom: Any) -> tuple[str, str, str | None]:
    what = symptom.what or "pain"
    places = (symptom.where,) if isinstance(symptom.where, str) else (symptom.where or ())
    side, place = split_place(places[0]) if places else (None, None)
    return what, symptom.id or place or what, side


def split_place(place: str) -> tuple[str | None, str]:
    """`right lumbar (low)` is side right and place lumbar."""
    words = place.split(" (", 1)[0].split()
    if len(words) > 1 and words[0] in (*SIDES, "centre"):
        return (None if words[0] == "centre" else words[0]), " ".join(words[1:])
    return None, " ".join(words)


def _of_symptom(entry: Entry, symptom: Any, n: int) -> Iterator[Measurement]:
    what, name, side = _identity(symptom)
    facets = {"scale": symptom.scale} if symptom.scale else {}
    for aspect in _SYMPTOM_ASPECTS:
        reading = getattr(symptom, aspect)
        if reading is not None:
            place = _Place(f"{what}/{name}/{aspect}", ("symptoms", n, aspect), facets, side)
            yield from _node(entry, reading, place, entry.moment)


def _of_homework(entry: Entry, done: Any) -> Iterator[Measurement]:
    if done is None:
        return
    path: Path = ("homework-done",)
    if not isinstance(done, dict):
        yield _row(entry, done, _Place("homework/all/done", path, {"basis": "told"}), entry.moment)
        return
    for item, told in done.items():
        facets = {"basis": "told"}
        if isinstance(told, dict):
            for part in ("done", "hard"):
                if part in told:
                    place = _Place(f"homework/{item}/{part}", (*path, item, part), facets)
                    yield _row(entry, told[part], place, entry.moment)
        else:
            yield _row(entry, told, _Place(f"homework/{item}/done", (*path, item), facets), entry.moment)


def _blocks(
    entry: Entry, tree: Any, path: Path, base: dict[str, str], moment: str, known: Symptoms
) -> Iterator[Measurement]:
    blocks = enumerate(tree) if isinstance(tree, (tuple, list)) else [(None, tree)]
    for n, block in blocks:
        at = path if n is None else (*path, n)
        for row in _node(entry, block, _Place("", at, base), moment):
            yield _resolve(row, known)


def _resolve(row: Measurement, known: Symptoms) -> Measurement:
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


def _node(entry: Entry, node: Any, place: _Place, moment: str) -> Iterator[Measurement]:
    if isinstance(node, dict):
        yield from _map(entry, node, place, moment)
    elif isinstance(node, (list, tuple)):
        address, path, facets, side, at = place.address, place.path, place.facets, place.side, place.at
        for n, reading in enumerate(node):
            yield from _node(entry, reading, _Place(address, (*path, n), facets, side, at), moment)
    else:
        yield _row(entry, node, place, moment)


def _map(entry: Entry, node: dict[str, Any], place: _Place, moment: str) -> Iterator[Measurement]:
    address, path, facets, side, at = place.address, place.path, place.facets, place.side, place.at
    if not FACETS.isdisjoint(node):
        facets = facets | {key: node[key] for key in FACETS & node.keys() if isinstance(node[key], str)}
        moment, side, at = facets.pop("when", moment), facets.pop("side", None) or side, facets.pop("at", at)
    for key, value in node.items():
        if key in FACETS:
            continue
        below = (*path, key)
        if key in _FIGURE:
            means = node.get("means")
            for row in _node(entry, value, _Place(address, below, facets, side, at), moment):
                yield row if means is None else replace(row, means=means)
        elif key in SIDES:
            for each in ("left", "right") if key == "both" else (key,):
                yield from _node(entry, value, _Place(address, below, facets, each, at), moment)
        elif key[0] in _TIME_BEGINS and _TIMES.match(key):
            yield from _node(entry, value, _Place(address, below, facets, side, key.replace("-", " ")), moment)
        elif key not in _LEAF_ONLY or key == "hurts":
            name = f"{address}/{key}" if address else key
            yield from _node(entry, value, _Place(name, below, facets, side, at), moment)
        # items are scored by the instrument's rule; the other leaf keys describe the figure


def _row(entry: Entry, text: Any, place: _Place, moment: str) -> Measurement:
    value, facets = read(text), place.facets
    unit = value.unit or (facets.get("unit") if facets else None)
    return Measurement(place.address, place.side, value, unit, moment, place.at, None, facets, entry, place.path)


def all_rows(entries: Iterable[Entry]) -> list[Measurement]:
    """The figures of a client's records, oldest first; `pain: 4` is understood by the symptoms listed until then."""
    known, out = NO_SYMPTOMS, []
    for entry in entries:
        out.extend(split_pairs(flatten(entry, known)))
        listed = getattr(entry.record, "symptoms", None)
        if isinstance(listed, tuple):
            known = merged(known, listed)
    return out


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
