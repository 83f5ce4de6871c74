"""A dose in plain words: `sets: 2, reps: 8-10, often: 3/week` as big numbers with their words.

Any text is taken: what is not understood is printed as it stands, never dropped and never guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import plain
from .dates import weekday_name
from .quantities import QUANTITY, UNITS, Amount, amount_of, bounded, unit_words
from .view import DoseRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .words import Words

_BOUND = re.compile(r"(?P<bound>about|at most|at least|over|under) (?P<rest>[a-z].*)")
_DURATION = re.compile(f"{QUANTITY.pattern} ?(?P<unit>{UNITS})")
_TWO = re.compile(f"(?P<first>.+ ?(?:{UNITS})) (?P<second>[0-9].*)")
_PER = re.compile(f"{QUANTITY.pattern} ?/ ?(?P<unit>{UNITS})")
_EVERY = re.compile(f"every (?:(?P<n>other|{QUANTITY.pattern}) )?(?P<unit>{UNITS})")
_N_PER = re.compile(f"{QUANTITY.pattern} per (?P<m>[0-9]{{1,9}}(?:[.,][0-9]{{1,9}})?) (?P<unit>{UNITS})")
_AFTER_RATE = re.compile(r"(?<!about)(?<!at most)(?<!at least)(?<!over)(?<!under) (?=[0-9][0-9.,–-]*/)")
_KEYS = ("reps", "sets", "hold", "rest", "length", "each", "often")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


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


def _counted(text: str, things: Callable[[int], str], words: Words, behind: str = "") -> DoseRow | None:
    """A row for a count such as `8-10`; nothing for an empty text.

    Args:
        things: what so many of what is counted are called.
    """
    if not text:
        return None
    match = QUANTITY.fullmatch(text)
    if not match:
        return DoseRow("", _joined(f"{text} {things(2)}", behind))
    amount = amount_of(match, words)
    return DoseRow(amount.number, _joined(things(amount.n), behind))


def duration(text: str, words: Words, behind: str = "") -> DoseRow | None:
    """A row for a duration such as `5-10 s`, with words behind the unit; nothing for an empty text."""
    if not text:
        return None
    match = _DURATION.fullmatch(text)
    if not match:
        return DoseRow("", _joined(_two(text, words) or text, behind))
    amount = amount_of(match, words)
    return DoseRow(amount.number, _joined(unit_words(match["unit"], amount.n, words), behind))


def _two(text: str, words: Words) -> str | None:
    """`1 h 30 min` is "1 hour 30 minutes"; None for what is no such pair."""
    parts = _TWO.fullmatch(text)
    pair = [_DURATION.fullmatch(parts[name]) for name in ("first", "second")] if parts else []
    if not pair or None in pair:
        return None
    amounts = ((match, amount_of(match, words)) for match in pair if match)
    return " ".join(f"{amount.number} {unit_words(match['unit'], amount.n, words)}" for match, amount in amounts)


def _per(part: str, words: Words) -> DoseRow | None:
    match = _PER.fullmatch(part)
    if not match:
        return None
    amount = amount_of(match, words)
    return DoseRow(amount.number, _times(match["unit"], amount.n, words))


def _times(unit: str, n: int, words: Words) -> str:
    """What so many in a stretch of time are called: "times a day", "days a week"."""
    if unit.startswith("h"):
        return words.ngettext("time an hour", "times an hour", n)
    if unit.startswith("d"):
        return words.ngettext("time a day", "times a day", n)
    if unit.startswith("w"):
        return words.ngettext("day a week", "days a week", n)
    if unit.startswith("mo"):
        return words.ngettext("time a month", "times a month", n)
    # Translators: {span} is a stretch of time: "night", "year", "visit", "minute"
    return words.ngettext("time a {span}", "times a {span}", n, span=unit_words(unit, 1, words))


def often(text: str, words: Words) -> tuple[DoseRow, ...]:
    """Rows for a rate: `2/day 3/week`, `daily`, `every other day`, `as needed`; daily when empty."""
    _ = words.gettext
    known = {
        "": DoseRow("7", _("days a week")),
        "daily": DoseRow("7", _("days a week")),
        "nightly": DoseRow("", _("every {span}", span=unit_words("night", 1, words))),
        "weekly": DoseRow("1", _times("week", 1, words)),
        "monthly": DoseRow("1", _times("month", 1, words)),
        "yearly": DoseRow("1", _times("year", 1, words)),
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
    if (bound := _BOUND.fullmatch(text)) and (row := often(bound["rest"], words)[0]):
        return (DoseRow("", bounded(bound["bound"], _joined(row.number, row.words), words)),)
    return (DoseRow("", _spaced(text, words)),)


def _spaced(text: str, words: Words) -> str:
    """`every 30 minutes`, `once every 2 weeks`; any other rate as it is written."""
    _ = words.gettext
    if match := _EVERY.fullmatch(text):
        amount = amount_of(match, words) if match["low"] else Amount("2", 2) if match["n"] else Amount("", 1)
        return _("every {span}", span=_joined(amount.number, unit_words(match["unit"], amount.n, words)))
    if match := _N_PER.fullmatch(text):
        amount, m = amount_of(match, words), match["m"]
        times = _("once") if amount.number == "1" else _("{n} times", n=amount.number)
        return _(
            "{times} every {m} {unit}", times=times, m=m, unit=unit_words(match["unit"], 1 if m == "1" else 2, words)
        )
    return text


def _day_name(day: str, words: Words) -> str:
    _ = words.gettext
    kinds = {
        "weekdays": _("weekdays"), "weekends": _("weekends"), "work days": _("work days"),
        "days off": _("days off"), "visit days": _("visit days"),
    }  # fmt: skip
    return weekday_name(_WEEKDAYS.index(day), words) if day in _WEEKDAYS else kinds.get(day, day)


def on_days(value: object, words: Words) -> str:
    """`on Mon, Wed, Fri`, `on work days`; empty for none."""
    days = plain.texts(value)
    if not days:
        return ""
    return words.gettext("on {days}", days=", ".join(_day_name(day, words) for day in days))


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
        None if timed else _counted(get["reps"], lambda n: words.ngettext("time", "times", n), words, each),
        None if once else _counted(get["sets"], lambda n: words.ngettext("round", "rounds", n), words),
        duration(get["hold"], words, behind_hold),
        duration(get["rest"], words, _("of rest")),
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
