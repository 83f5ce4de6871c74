"""How the homework went: `4/7`, `80 %`, `bridge 3/7, knee roll 5/7`, and `3/7 5/7` in the order of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...patterns import lazy
from .. import values
from . import row
from .bits import joined, parts, tokens
from .faults import one_of
from .names import ID, Match, by_beginning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .bits import Bit
    from .faults import Faults
    from .known import Known

_WORDS = {"all": "always", "always": "always", "none": "none", "never": "none", "most": "most", "some": "some",
          "unknown": "unknown"}  # fmt: skip
_OF = lazy(r"^([0-9]{1,4}) (?:of|out of) ([0-9]{1,4})$")
_HELP = "write 4/7, 80 %, all, none or unknown"


def read(bit: Bit, known: Known, faults: Faults) -> Any:
    """The value of `homework-done`; None if it could not be read."""
    return read_parts(parts(bit), known, faults)


def read_parts(between: Sequence[Bit], known: Known, faults: Faults) -> Any:
    """The same of what stands between commas."""
    found = [tokens(part) for part in between]
    in_a_row = row.figures(found)
    if in_a_row and len(in_a_row) > 1:
        return by_line(in_a_row, known, faults)
    if len(found) == 1 and _begins(found[0]):
        return _value(found[0], faults)
    lines: dict[str, str] = {}
    for bits in found:
        _line(bits, known, lines, faults)
    return lines or None


def by_line(in_a_row: Sequence[Bit], known: Known, faults: Faults) -> dict[str, str] | None:
    """One figure for each line of the sheet, in its order; more done than was asked is a slip."""

    def value(bit: Bit) -> str | None:
        text = _value([bit], faults)
        if text is not None and exceeds(text):
            faults.add(
                bit, "This is more than was asked.", "the first figure is what was done, the second what was asked"
            )
        return text

    return row.by_line(in_a_row, known.sheet or known.homework, value, faults)


def exceeds(text: str) -> bool:
    """Whether more was done than was asked: `9/7`."""
    value = values.read(text)
    return value.kind == "ratio" and value.number is not None and value.over is not None and value.number > value.over


def names_line(bits: Sequence[Bit], known: Known) -> bool:
    """Whether a line in force is named before what was done."""
    split = next((n for n in range(1, len(bits)) if _begins(bits[n:])), 0)
    return bool(split) and bool(_name(joined(bits[:split]), known))


def _begins(bits: Sequence[Bit]) -> bool:
    """Whether what was done begins here."""
    return bits[0].text[:1].isdigit() or bits[0].word in _WORDS or bits[0].word in ("not", "no")


def _line(bits: list[Bit], known: Known, lines: dict[str, str], faults: Faults) -> None:
    split = next((n for n in range(1, len(bits)) if _begins(bits[n:])), 0)
    if _begins(bits):
        message = "It is not said here which homework this is."
        faults.add(joined(bits), message, "write bridge 3/7, knee roll 5/7, or one figure for all")
        return
    if not split:
        faults.add(joined(bits), "It is not said here how often it was done.", _HELP)
        return
    name = joined(bits[:split])
    found = _name(name, known)
    value = _value(bits[split:], faults)
    if found.id is None:
        _unknown(name, found, known, faults)
    elif found.id in lines:
        faults.add(name, "This homework stands here a second time.", "keep one of the two")
    elif value is not None:
        lines[found.id] = value


def _name(name: Bit, known: Known) -> Match:
    word = "-".join(known.words.spelled_out(name.word))
    ids = frozenset(id for id in known.homework if ID.match(id))
    return Match(word) if word in ids else by_beginning(word.split("-"), ids)


def _unknown(name: Bit, found: Match, known: Known, faults: Faults) -> None:
    if found.several:
        faults.add(name, "Several lines of the homework may be meant here.", one_of(found.several))
    elif known.homework:
        faults.unknown(name, "No homework in force has this name.", known.homework, one_of(known.homework))
    else:
        faults.add(name, "There is no homework in force.", "give one figure for all of it: hw 4/7")


def _value(bits: Sequence[Bit], faults: Faults) -> str | None:
    at = joined(bits)
    text = at.text.lower()
    if text in _WORDS:
        return _WORDS[text]
    text = _OF.sub(r"\1/\2", text)
    value = values.read(text)
    if value.kind in ("ratio", "rate") and value.over != 0:
        return text
    if value.kind in ("number", "range", "duration") and value.unit in ("%", "days", "times"):
        return text
    faults.add(at, "This does not say how often it was done of how often it was asked.", _HELP)
    return None
