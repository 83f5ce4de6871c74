"""The reference of a client's text: whose it is, of which sheet, and whether the text came as it was sent.

`jd-7k2m.w2.mk.t4x` is the client's folder, the week of the sheet, a mark of its homework lines in their order, and a
check over all of the text before it, the other parts of the reference included. The check is there only where the
client's page counted: a text that was filled in by hand has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import Frozen
from ...patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

SIGNS = "34679acdefhjkmnprtvxy"
"""What marks and checks are written with: nothing that is taken for another sign when it is typed again (o and 0)."""

PRIME, ROOT = 9257, 396
"""The greatest prime that three of the 21 signs can tell, and a primitive root of it.

So one wrong character is always found, and so are two neighbours that have changed places.
"""

_WRITTEN = lazy(
    rf"^(?P<code>[a-z]{{1,4}}-[a-z0-9]{{4}})(?:\.w(?P<week>[0-9]{{1,3}}))?"
    rf"\.(?P<sheet>[{SIGNS}]{{2}})(?:\.(?P<check>[{SIGNS}]{{3}}))?$"
)
_SEMICOLON = lazy(r"\s*;[;\s]*")


class Reference(Frozen):
    """What a reference says.

    Attributes:
        code: the client's folder.
        week: week of the course the sheet is for; None where it has none.
        sheet: mark of the homework lines; see `sheet_mark`.
        check: see `check_of`; None where the text was filled in by hand.
    """

    code: str
    week: int | None
    sheet: str
    check: str | None = None

    def __str__(self) -> str:
        week = "" if self.week is None else f".w{self.week}"
        return f"{self.code}{week}.{self.sheet}" + (f".{self.check}" if self.check else "")


def read_reference(text: str) -> Reference | None:
    """A reference as it was typed, capitals and a full stop behind it allowed; None if it is none."""
    match = _WRITTEN.match(text.lower().rstrip("."))
    if not match:
        return None
    return Reference(match["code"], int(match["week"]) if match["week"] else None, match["sheet"], match["check"])


def sheet_mark(lines: Iterable[str]) -> str:
    """Two signs that tell a sheet from one with other homework: `lines` are the ids of its lines, in their order."""
    return _signs(_sum(" ".join(lines)), 2)


def check_of(text: str) -> str:
    """Three signs over a text; blanks round semicolons, more blanks for one, and capitals do not count."""
    return _signs(_sum(_SEMICOLON.sub(";", " ".join(text.lower().split()))), 3)


def _sum(text: str) -> int:
    total = 0
    for character in text:
        total = (total * ROOT + ord(character)) % PRIME
    return total


def _signs(number: int, count: int) -> str:
    out = ""
    for _ in range(count):
        number, place = divmod(number, len(SIGNS))
        out = SIGNS[place] + out
    return out
