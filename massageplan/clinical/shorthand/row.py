"""Figures of homework in a row, one for each line of the sheet: `5/7 4/7 - 3 days`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...patterns import lazy
from .bits import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .bits import Bit
    from .faults import Faults

NOT_ASKED = "-"
"""Stands for a line of which nothing was asked."""

_WHOLE = lazy(r"^(?:-|[0-9]{1,4}/[0-9]{1,4}|[0-9]{1,4} ?(?:%|days|times)|_+(?:/[0-9]{1,4})?|_+ ?(?:%|days|times))$")
_LONGEST = 4
"""Words of a figure: `5 out of 7`."""

_IN_WORDS = lazy(r"^[0-9]{1,4} (?:of|out of) [0-9]{1,4}$")
_TELLS = frozenset(("all", "always", "none", "never", "most", "some", "unknown"))


def figures(parts: Sequence[Sequence[Bit]]) -> list[Bit] | None:
    """The figures that stand in a row, with commas between them or without; None where there is anything else."""
    out: list[Bit] = []
    for bits in parts:
        at = 0
        while at < len(bits):
            length = next(
                (n for n in range(_LONGEST, 0, -1) if at + n <= len(bits) and _is_figure(bits[at : at + n])), 0
            )
            if not length:
                return None
            out.append(joined(bits[at : at + length]))
            at += length
    return out


def _is_figure(bits: Sequence[Bit]) -> bool:
    text = joined(bits).text.lower()
    return bool(_WHOLE.match(text) or _IN_WORDS.match(text)) or text in _TELLS


def by_line(
    row: Sequence[Bit], lines: Sequence[str], read: Callable[[Bit], str | None], faults: Faults
) -> dict[str, str] | None:
    """Each line's figure; None where they cannot be told apart, or say nothing.

    Args:
        row: at least one figure.
        lines: ids of the lines of the sheet, in their order.
        read: makes a figure into one as a record has it, and points at what it cannot read.
    """
    if len(row) != len(lines):
        named = f": {', '.join(lines)}" if lines else ""
        have = "There is 1 figure" if len(row) == 1 else f"There are {len(row)} figures"
        want = f"{len(lines)} line{'' if len(lines) == 1 else 's'}"
        faults.add(joined(row), f"{have} here, and the homework has {want}{named}.", "write one for each line")
        return None
    out: dict[str, str] = {}
    for line, bit in zip(lines, row, strict=True):
        if bit.text.startswith("_"):
            faults.add(bit, f"The figure of {line} is left blank.", "ask for it, or write - where it is not known")
        elif bit.text != NOT_ASKED and (value := read(bit)) is not None:
            out[line] = value
    return out or None
