"""The small answers of a note: text, times, the place in the course, unwanted effects, areas agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...patterns import lazy
from .. import values
from .bits import joined, parts, tokens
from .faults import one_of
from .names import ID
from .places import near_names, next_item

if TYPE_CHECKING:
    from .bits import Bit
    from .faults import Faults
    from .known import Known

_EMPTY = frozenset(("null", "Null", "NULL", "~"))
_CLOCK = lazy(r"^([01]?[0-9]|2[0-3]):[0-5][0-9]( ?(am|pm))?$")
_VISIT = lazy(r"^[1-9][0-9]{0,3}$")
_LENGTH = lazy(
    r"^(?P<n>[0-9]{1,3}([.,][0-9]{1,2})?(-[0-9]{1,3})?) ?(?P<unit>min|mins|minutes|h|hour|hours|')?"
    r"( ?(?P<more>[0-5]?[0-9]) ?(min)?)?$"
)
_DECISIONS = ("continue", "change", "refer", "discharge")
_NOTHING = {"none": "none", "no": "none", "nil": "none", "not asked": "not asked", "unknown": "unknown"}
_UNCHANGED = {"no change": "no change", "unchanged": "no change", "unknown": "unknown", "not asked": "not asked"}


def text(bit: Bit, known: Known, faults: Faults) -> str | None:
    """Free text as typed, without quotes round the whole; a phrase of the practice that stands alone is written out."""
    found = bit.text
    meant = None if bit.phrase else known.words.phrases.get(bit.word)
    if meant is not None and not ID.match(meant.lower()):
        found = meant
    if len(found) > 1 and found[0] == found[-1] == '"' and '"' not in found[1:-1]:
        found = found[1:-1].strip()
    if not found or found in _EMPTY:
        faults.add(bit, "There is no text here.", "write it, or leave the piece out")
        return None
    return found


def start(bit: Bit, known: Known, faults: Faults) -> str | None:
    """Clock time at which it began."""
    found = bit.text.lower()
    if _CLOCK.match(found) and values.read(found).kind == "clock":
        return found
    faults.add(bit, "This is no time of day.", "write 17:30 or 5:30 pm; a place stands behind where:")
    return None


def length(bit: Bit, known: Known, faults: Faults) -> str | None:
    """How long it took; a bare number is minutes."""
    found = duration(bit.text)
    if found is None:
        faults.add(bit, "This is no length of a visit.", "write 60 min or 1 h 30 min")
    return found


def duration(found: str) -> str | None:
    """`60`, `60min`, `1h30` as a record has it; None if it is no length."""
    match = _LENGTH.match(found.lower())
    if not match or (match["more"] and match["unit"] not in ("h", "hour", "hours")):
        return None
    unit = "h" if (match["unit"] or "").startswith("h") else "min"
    return f"{match['n']} {unit}" + (f" {match['more']} min" if match["more"] else "")


def visit(bit: Bit, known: Known, faults: Faults) -> str | None:
    """Number of the visit in the course."""
    if _VISIT.match(bit.text):
        return bit.text
    faults.add(bit, "This is no number of a visit.", "write visit 3")
    return None


def decision(bit: Bit, known: Known, faults: Faults) -> str | None:
    """What is decided at a look back; a beginning of three letters is enough."""
    word = bit.word
    found = [one for one in _DECISIONS if len(word) > 2 and one.startswith(word)]
    if found:
        return found[0]
    faults.add(bit, "This is no decision a record knows.", one_of(_DECISIONS))
    return None


def history(bit: Bit, known: Known, faults: Faults) -> str | None:
    """Whether the history has changed; what has changed takes more than a line."""
    found = _UNCHANGED.get(bit.text.lower().rstrip("."))
    if found is None:
        faults.add(bit, "A note can only say that the history has not changed.", "use mplan session for changes")
    return found


def adverse(bit: Bit, known: Known, faults: Faults) -> Any:
    """None, or what happened in a few words."""
    found = _NOTHING.get(bit.text.lower().rstrip("."))
    what = None if found else text(bit, known, faults)
    return found or (what and [{"what": what}])


def products(bit: Bit, known: Known, faults: Faults) -> Any:
    """Oil, cream or tape, between commas."""
    found = [text(part, known, faults) for part in parts(bit)]
    return [one for one in found if one] or None


def consented(bit: Bit, known: Known, faults: Faults) -> Any:
    """The sensitive areas that were agreed to."""
    found = [place for part in parts(bit) if (place := _place(part, known, faults))]
    return found[0] if len(found) == 1 else found or None


def _place(bit: Bit, known: Known, faults: Faults) -> str | None:
    """One body part with at most one side, before it or behind it."""
    bits, at, side, id = tokens(bit), 0, "", ""
    while at < len(bits):
        item = next_item(bits[at:], known, ("place",))
        here = joined(bits[at : at + item.length])
        if item.match.several:
            faults.add(here, "More than one body part may be meant here.", one_of(item.match.several))
            return None
        if item.match.id is None:
            names = near_names(here.word, known, ("place",))
            faults.unknown(here, "No body part is known by this word.", names, "add it to phrases: in practice.yaml")
            return None
        if side if item.kind == "side" else id:
            faults.add(here, "One body part and one side may stand here.", "put a comma between two of them")
            return None
        side, id = (f"{item.match.id} ", id) if item.kind == "side" else (side, item.match.id)
        at += item.length
    if not id:
        faults.add(bit, "A side stands here without a body part.", "write consented right gluteal")
        return None
    return side + id
