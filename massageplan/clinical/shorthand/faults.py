"""What of a note was not understood: where, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...findings import did_you_mean
from ...frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .bits import Bit

MAX_CANDIDATES = 5
_MOST_HINTS = 30
"""Looking for a near word is slow; after so many faults nobody reads on."""


class Fault(Frozen):
    """One thing in the line that cannot be used as it stands.

    Attributes:
        column: where it begins in the line as typed, from 1.
        end_column: where it ends, one behind the last character.
        help: what to write instead, if that can be said.
    """

    message: str
    column: int
    end_column: int
    help: str | None = None


class Faults:
    """Collects the faults of one note, in the order in which they are met."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._phrases = phrases
        self._found: list[Fault] = []

    def add(self, at: Bit, message: str, help: str | None = None) -> None:
        """Point at a stretch of the line; what comes out of a phrase is pointed at where the phrase was typed."""
        if at.phrase:
            message = f"In what your phrase {at.phrase} stands for: {message[0].lower()}{message[1:]}"
        self._found.append(Fault(message, at.start + 1, at.end + 1, help))

    def unknown(self, at: Bit, message: str, near: Iterable[str], help: str) -> None:
        """Point at a name that nothing knows; if it is a phrase of the practice, that is what is to be mended."""
        phrase = next((word for word in (at.word, *at.word.split("-")) if word in self._phrases), None)
        if phrase:
            message = f"Your phrase {phrase} stands for nothing that can be used here."
            self.add(at, message, "mend it under phrases: in practice.yaml")
        else:
            self.add(at, message, self.near(at.word, near) or help)

    def near(self, word: str, known: Iterable[str]) -> str | None:
        """Help that names the nearest known word."""
        if len(self._found) >= _MOST_HINTS or len(word) < 2:
            return None
        return did_you_mean(word, known)

    def __len__(self) -> int:
        return len(self._found)

    def sorted(self) -> tuple[Fault, ...]:
        """All faults from left to right, each told once."""
        return tuple(sorted(dict.fromkeys(self._found), key=lambda f: (f.column, f.end_column)))


def one_of(candidates: Iterable[str]) -> str:
    """Help for an ambiguous word: `did you mean a, b or c?`, five at most."""
    names = list(dict.fromkeys(candidates))
    more = len(names) > MAX_CANDIDATES
    names = names[:MAX_CANDIDATES]
    last = names.pop()
    listed = f"{', '.join([*names, last])} or another" if more else f"{', '.join(names)} or {last}"
    return f"did you mean {listed}?" if names else f"did you mean {last}?"
