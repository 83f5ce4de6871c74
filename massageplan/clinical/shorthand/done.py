"""How the homework went: `4/7`, `80 %`, `bridge 3/7, knee roll 5/7`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...patterns import lazy
from .. import values
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
    found = [tokens(part) for part in parts(bit)]
    if len(found) == 1 and _begins(found[0]):
        return _value(found[0], faults)
    lines: dict[str, str] = {}
    for bits in found:
        _line(bits, known, lines, faults)
    return lines or None


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
