"""Reads a one-line note into the data of a session, and single answers into single values. Guesses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ...frozen import Frozen
from ...patterns import lazy
from . import done, uses
from .bits import Bit
from .faults import Fault, Faults
from .figures import Gathered, gather
from .sheet import Sheet, of_visit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .known import Known

__all__ = [
    "MAX_LENGTH", "Fault", "Note", "read_done", "read_figures", "read_findings", "read_note", "read_scores",
    "read_symptom", "read_uses",
]  # fmt: skip

MAX_LENGTH = 20_000
"""Characters of a note; past that something else was pasted."""

_REFUSED = lazy(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
_MOST_REFUSED = 20


class Note(Frozen):
    """What a line says.

    Attributes:
        data: keys of a session in the order of its schema; neither date nor therapist, and a visit number only if
            one was typed.
        faults: what could not be used, from left to right; where there is one, `data` is not the whole line.
    """

    data: dict[str, Any]
    faults: tuple[Fault, ...] = ()


def read_note(line: str, known: Known) -> Note:
    """Read a note such as `n 6>4; rot L 55>68; did QL, lats; hw 4/7; next: review goal 1`; never fails."""
    faults = Faults(known.words.phrases)
    bit = clean(line, faults)
    if bit is None:
        return Note({}, faults.sorted())
    data = Sheet(known, faults, of_visit(known.words)).read(bit)
    return Note(data, faults.sorted())


def read_figures(text: str, known: Known) -> tuple[dict[str, Any] | None, tuple[Fault, ...]]:
    """The tree `measures` of figures between commas or semicolons, and what was not understood."""
    faults, gathered = Faults(known.words.phrases), Gathered()
    bit = clean(text, faults)
    if bit is not None:
        gather(bit, known, gathered, faults)
    return gathered.tree() or None, faults.sorted()


def read_findings(text: str, known: Known, felt: bool = False) -> tuple[dict[str, Any] | None, tuple[Fault, ...]]:
    """The tree `measures` of what was seen, felt, tested and measured, and what was not understood.

    Args:
        felt: whether a body part by itself is about what was felt there.
    """
    from . import examination

    faults, gathered = Faults(known.words.phrases), Gathered()
    bit = clean(text, faults)
    if bit is not None:
        examination.gather(bit, known, gathered, faults, felt)
    return gathered.tree() or None, faults.sorted()


def read_symptom(text: str, known: Known, part: Literal["where", "levels", "others"]) -> tuple[Any, tuple[Fault, ...]]:
    """Where the main symptom is, how strong it is, or the other symptoms; and what was not understood."""
    from . import symptoms

    readers = {"where": symptoms.read_where, "levels": symptoms.read_levels, "others": symptoms.read_symptoms}
    faults = Faults(known.words.phrases)
    bit = clean(text, faults)
    return (readers[part](bit, known, faults) if bit else None), faults.sorted()


def read_scores(text: str, known: Known, counts: Mapping[str, int]) -> tuple[dict[str, Any] | None, tuple[Fault, ...]]:
    """The tree `measures` of scores, item by item where a form's answers stand in a row.

    Args:
        counts: how many items each instrument has that is scored from several.
    """
    from . import scores

    faults, gathered = Faults(known.words.phrases), Gathered()
    bit = clean(text, faults)
    if bit is not None:
        scores.gather(bit, known, counts, gathered, faults)
    return gathered.tree() or None, faults.sorted()


def read_uses(text: str, known: Known) -> tuple[Any, tuple[Fault, ...]]:
    """The value of `did`, and what was not understood."""
    faults = Faults(known.words.phrases)
    bit = clean(text, faults)
    return (uses.read(bit, known, faults) if bit else None), faults.sorted()


def read_done(text: str, known: Known) -> tuple[Any, tuple[Fault, ...]]:
    """The value of `homework-done`, and what was not understood."""
    faults = Faults(known.words.phrases)
    bit = clean(text, faults)
    return (done.read(bit, known, faults) if bit else None), faults.sorted()


def clean(text: str, faults: Faults) -> Bit | None:
    """The text without what no record may hold; None if nothing is left or it is far too long."""
    if len(text) > MAX_LENGTH:
        message = f"A note may have {MAX_LENGTH} characters, and this one has {len(text)}."
        faults.add(Bit(text[MAX_LENGTH:], MAX_LENGTH), message, "write a session record instead")
        return None
    for n, hit in enumerate(_REFUSED.finditer(text)):
        if n < _MOST_REFUSED:
            message = f"There is an invisible control character here (U+{ord(hit[0]):04X})."
            faults.add(Bit(hit[0], hit.start()), message, "delete it")
    bit = Bit(_REFUSED.sub(" ", text)).stripped()
    return bit if bit.text else None
