"""A figure of a record in words a client knows: `at most 1/night` is "1 a night or less"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import dose, plain, quantities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .words import Words

_FIGURE = re.compile(
    r"(?P<bound>at most|at least|under|over|about)? ?(?P<n>-?[0-9]{1,9}(?:\.[0-9]{1,9})?)"
    r"(?:/(?P<per>hour|day|night|week|month|visit|[0-9]{1,4})| ?(?P<unit>deg|°|s|min|h|%|cm|mm|kg|km|m))?"
)
_TIME = ("s", "min", "h")


def figure(text: str | None, most: int | None, words: Words) -> str | None:
    """The figure in words; as written where it is not understood, nothing for nothing.

    Args:
        most: end of the scale of a bare number, such as 10; None where it has none.
    """
    _ = words.gettext
    match = _FIGURE.fullmatch(text or "")
    if not match:
        row = dose.duration(text or "", words)
        return f"{row.number} {row.words}" if row and row.number else text or None
    n, per, unit, bound = match["n"], match["per"], match["unit"], match["bound"]
    if per and per.isdigit():
        n = _("{n} of {all}", n=n, all=per)
    elif per:
        n = _("{n} a {span}", n=n, span=quantities.unit_words(per, 1, words))
    elif unit in _TIME:
        row = dose.duration(f"{n} {unit}", words)
        n = f"{row.number} {row.words}" if row else n
    elif unit:
        n = _("{n} degrees", n=n) if unit in ("deg", "°") else f"{n} {unit}"
    elif most is not None:
        n = _("{n} of {all}", n=n, all=most)
    frames = {
        "at most": _("{n} or less", n=n),
        "under": _("less than {n}", n=n),
        "at least": _("{n} or more", n=n),
        "over": _("more than {n}", n=n),
        "about": _("about {n}", n=n),
    }
    return frames.get(bound or "", n)


def visits(block: Mapping[str, object], words: Words, more: bool = False) -> str:
    """How many visits, how often and how long: "8 visits, once a week, 60 minutes each."; nothing for nothing.

    Args:
        more: whether they come on top of visits that were kept: "8 more visits".
    """
    _ = words.gettext
    count, often, length = (plain.text(block.get(key)) for key in ("planned", "often", "length"))
    span = plain.text(block.get("over"))
    parts = []
    if count:
        most = count.removeprefix("at most ")
        number = _("up to {n}", n=most) if most != count else _number(count, words)
        one = 1 if most == "1" else 2
        if more:
            parts.append(words.ngettext("{number} more visit", "{number} more visits", one, number=number))
        else:
            parts.append(words.ngettext("{number} visit", "{number} visits", one, number=number))
    if often:
        parts.append(_often(often, words))
    if row := dose.duration(length, words):
        parts.append(_("{time} each", time=f"{row.number} {row.words}".strip()))
    if row := dose.duration(span, words):
        parts.append(_("over {time}", time=f"{row.number} {row.words}".strip()))
    return f"{plain.sentence(', '.join(parts))}." if parts else ""


def _number(count: str, words: Words) -> str:
    """How many: `8`, `about 8`, `8-10`; as written where it is not understood."""
    alone = figure(count, None, words) or count
    return alone if alone != count else quantities.quantity(count, words) or count


def _often(text: str, words: Words) -> str:
    """`weekly` is "once a week"; what the dose of homework knows is said as there."""
    _ = words.gettext
    known = {"weekly": _("once a week"), "1/week": _("once a week"), "monthly": _("once a month"),
             "daily": _("once a day"), "2/week": _("twice a week"), "3/week": _("3 times a week")}  # fmt: skip
    if text in known:
        return known[text]
    return ", ".join(f"{row.number} {row.words}".strip() for row in dose.often(text, words))


def short_dose(item: Mapping[str, object], words: Words) -> str:
    """The dose of a line of homework in one line: "10 times, 3 seconds each, 2 times a day"."""
    return ", ".join(f"{row.number} {row.words}".strip() for row in dose.rows(item, words))
