"""A dose in plain words: `sets: 2, reps: 8-10, often: 3/week` as big numbers with their words.

Any text is taken: what is not understood is printed as it stands, never dropped and never guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..frozen import Frozen
from . import plain
from .dates import weekday_name
from .view import DoseRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .words import Words

_QUANTITY = re.compile(
    r"(?P<bound>about|at most|at least|over|under)? ?(?P<low>[0-9]{1,4}(?:\.[0-9]{1,3})?)"
    r"(?: ?[-–] ?(?P<high>[0-9]{1,4}(?:\.[0-9]{1,3})?))?"
)
_DURATION = re.compile(_QUANTITY.pattern + r" ?(?P<unit>s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?|months?)")
_PER = re.compile(_QUANTITY.pattern + r" ?/ ?(?P<unit>hour|h|day|week|month)")
_EVERY = re.compile(r"every (?:(?P<n>[0-9]{1,4}(?:-[0-9]{1,4})?) )?(?P<unit>min|h|hour|day|week|month)s?")
_N_PER = re.compile(r"(?P<n>[0-9]{1,3}) per (?P<m>[0-9]{1,3}) (?P<unit>day|week|month)s?")
_AFTER_RATE = re.compile(r"(?<=/day) |(?<=/week) |(?<=/month) |(?<=/hour) |(?<=/h) ")
_KEYS = ("reps", "sets", "hold", "rest", "length", "each", "often")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Amount(Frozen):
    """A quantity ready to print: `number` as text, `n` for the plural."""

    number: str
    n: int


def _amount(match: re.Match[str], words: Words) -> Amount:
    _ = words.gettext
    low, high, bound = match["low"], match["high"], match["bound"]
    number = _("{low} to {high}", low=low, high=high) if high else low
    frames = {
        "about": _("about {n}", n=number),
        "at most": _("up to {n}", n=number),
        "at least": _("at least {n}", n=number),
        "over": _("over {n}", n=number),
        "under": _("under {n}", n=number),
    }
    last = float(high or low)
    return Amount(frames.get(bound or "", number), 1 if last == 1 else max(2, round(last)))


def _unit(unit: str, n: int, words: Words) -> str:
    if unit.startswith("s"):
        return words.ngettext("second", "seconds", n)
    if unit.startswith("min"):
        return words.ngettext("minute", "minutes", n)
    if unit.startswith("h"):
        return words.ngettext("hour", "hours", n)
    if unit.startswith("d"):
        return words.ngettext("day", "days", n)
    if unit.startswith("w"):
        return words.ngettext("week", "weeks", n)
    return words.ngettext("month", "months", n)


def each_words(each: str, words: Words) -> str:
    """`each side`, `each way`, or `each` and the word as written; empty for none."""
    _ = words.gettext
    if not each:
        return ""
    known = {"side": _("each side"), "direction": _("each way"), "finger": _("each finger"),
             "level": _("each level"), "point": _("each spot")}  # fmt: skip
    return known.get(each) or _("each {thing}", thing=each)


def _joined(first: str, second: str) -> str:
    return f"{first} {second}".strip()


def _counted(text: str, one: str, many: str, words: Words, behind: str = "") -> DoseRow | None:
    """A row for a count such as `8-10`; nothing for an empty text."""
    if not text:
        return None
    match = _QUANTITY.fullmatch(text)
    if not match:
        return DoseRow("", _joined(f"{text} {many}", behind))
    amount = _amount(match, words)
    return DoseRow(amount.number, _joined(words.ngettext(one, many, amount.n), behind))


def duration(text: str, words: Words, behind: str = "") -> DoseRow | None:
    """A row for a duration such as `5-10 s`, with words behind the unit; nothing for an empty text."""
    if not text:
        return None
    match = _DURATION.fullmatch(text)
    if not match:
        return DoseRow("", _joined(text, behind))
    amount = _amount(match, words)
    return DoseRow(amount.number, _joined(_unit(match["unit"], amount.n, words), behind))


def _per(part: str, words: Words) -> DoseRow | None:
    match = _PER.fullmatch(part)
    if not match:
        return None
    amount = _amount(match, words)
    number, n = amount.number, amount.n
    if match["unit"].startswith("h"):
        return DoseRow(number, words.ngettext("time an hour", "times an hour", n))
    if match["unit"] == "day":
        return DoseRow(number, words.ngettext("time a day", "times a day", n))
    if match["unit"] == "week":
        return DoseRow(number, words.ngettext("day a week", "days a week", n))
    return DoseRow(number, words.ngettext("time a month", "times a month", n))


def often(text: str, words: Words) -> tuple[DoseRow, ...]:
    """Rows for a rate: `2/day 3/week`, `daily`, `every other day`, `as needed`; daily when empty."""
    _ = words.gettext
    known = {
        "": DoseRow("7", _("days a week")),
        "daily": DoseRow("7", _("days a week")),
        "weekly": DoseRow("1", _("day a week")),
        "every other day": DoseRow("", _("every other day")),
        "as needed": DoseRow("", _("when you need it")),
        "always": DoseRow("", _("all the time")),
        "once": DoseRow("", _("once")),
    }
    if text in known:
        return (known[text],)
    rates = [_per(part, words) for part in _AFTER_RATE.split(text)]
    if all(rates):
        return tuple(row for row in rates if row)
    return (DoseRow("", _spaced(text, words)),)


def _spaced(text: str, words: Words) -> str:
    """`every 30 minutes`, `once every 2 weeks`; any other rate as it is written."""
    _ = words.gettext
    if match := _EVERY.fullmatch(text):
        last = int((match["n"] or "1").split("-")[-1])
        unit = _unit(match["unit"], last, words)
        amount = (match["n"] or "").replace("-", f" {_('to')} ")
        return _("every {span}", span=_joined(amount, unit))
    if match := _N_PER.fullmatch(text):
        n, m = int(match["n"]), int(match["m"])
        times = words.ngettext("once", "{n} times", n)
        return _("{times} every {m} {unit}", times=times, m=m, unit=_unit(match["unit"], m, words))
    return text


def on_days(value: object, words: Words) -> str:
    """`on Mon, Wed, Fri`, `on work days`; empty for none."""
    days = plain.texts(value)
    if not days:
        return ""
    names = [weekday_name(_WEEKDAYS.index(day), words) if day in _WEEKDAYS else day for day in days]
    return words.gettext("on {days}", days=", ".join(names))


def rows(item: Mapping[str, object], words: Words) -> tuple[DoseRow, ...]:
    """The dose of a homework item in the order it is done: times, rounds, seconds, minutes, days.

    One round says no more than the times do, and one time no more than its minutes: neither is a row.

    Args:
        item: a homework item; keys `reps sets hold rest length each often days` are read, all optional.
    """
    _ = words.gettext
    get = {key: plain.text(item.get(key)) for key in _KEYS}
    each = each_words(get["each"], words)
    behind_hold = _("each") if get["reps"] else each or _("hold")
    counted = bool(get["reps"] or get["hold"])
    timed = bool(get["length"]) and get["reps"] == "1" and not get["hold"]
    behind_length = each if timed or not counted else _("in all")
    once = get["sets"] == "1" and counted
    found = [
        None if timed else _counted(get["reps"], "time", "times", words, each),
        None if once else _counted(get["sets"], "round", "rounds", words),
        duration(get["hold"], words, behind_hold),
        duration(get["rest"], words, _("rest")),
        duration(get["length"], words, behind_length),
    ]
    days = on_days(item.get("days"), words)
    named = plain.texts(item.get("days"))
    told = set(named) <= set(_WEEKDAYS) and get["often"] == f"{len(named)}/week"
    if not days or (get["often"] and not told):
        found.extend(often(get["often"], words))
    if days:
        found.append(DoseRow("", days))
    return tuple(row for row in found if row)
