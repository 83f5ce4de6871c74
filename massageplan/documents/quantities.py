"""Numbers and units of time in words: ranges, limits, and what so many of a unit are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..frozen import Frozen

if TYPE_CHECKING:
    from .words import Words

QUANTITY = re.compile(
    r"(?P<bound>about|at most|at least|over|under)? ?(?P<low>[0-9]{1,9}(?:[.,][0-9]{1,9})?)"
    r"(?: ?[-–] ?(?P<high>[0-9]{1,9}(?:[.,][0-9]{1,9})?))?"
)
UNITS = "s|sec|seconds?|min|minutes?|h|hours?|days?|nights?|weeks?|fortnights?|months?|years?|visits?"


class Amount(Frozen):
    """A quantity ready to print: `number` as text, `n` for the plural."""

    number: str
    n: int


def amount_of(match: re.Match[str], words: Words) -> Amount:
    """What a match of `QUANTITY` comes to."""
    _ = words.gettext
    low, high, bound = match["low"], match["high"], match["bound"]
    number = _("{low} to {high}", low=low, high=high) if high else low
    last = float((high or low).replace(",", "."))
    return Amount(bounded(bound, number, words), 1 if last == 1 else max(2, round(last)))


def bounded(bound: str | None, number: str, words: Words) -> str:
    """The number with what is said before it: `at most` is "up to"."""
    _ = words.gettext
    frames = {
        "about": _("about {n}", n=number),
        "at most": _("up to {n}", n=number),
        "at least": _("at least {n}", n=number),
        "over": _("over {n}", n=number),
        "under": _("under {n}", n=number),
    }
    return frames.get(bound or "", number)


def quantity(text: str, words: Words) -> str | None:
    """`about 8-10` is "about 8 to 10"; None for what is no quantity."""
    match = QUANTITY.fullmatch(text)
    return amount_of(match, words).number if match else None


def unit_words(unit: str, n: int, words: Words) -> str:
    """What so many of a unit of time (or visits) are called: `min` is "minute" or "minutes"."""
    if unit.startswith("s"):
        return words.ngettext("second", "seconds", n)
    if unit.startswith("mi"):
        return words.ngettext("minute", "minutes", n)
    if unit.startswith("h"):
        return words.ngettext("hour", "hours", n)
    if unit.startswith("d"):
        return words.ngettext("day", "days", n)
    if unit.startswith("n"):
        return words.ngettext("night", "nights", n)
    if unit.startswith("w"):
        return words.ngettext("week", "weeks", n)
    if unit.startswith("f"):
        return words.ngettext("fortnight", "fortnights", n)
    if unit.startswith("y"):
        return words.ngettext("year", "years", n)
    if unit.startswith("v"):
        return words.ngettext("visit", "visits", n)
    return words.ngettext("month", "months", n)
