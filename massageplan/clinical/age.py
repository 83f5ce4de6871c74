"""How old a client was on a day, as exactly as their birth is known and no more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..patterns import lazy

if TYPE_CHECKING:
    from ..records.folder import Folder
    from ..records.people import Client

_DAYS = lazy(r"^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$")
_YEARS = lazy(r"^([0-9]{1,3})(?:-([0-9]{1,3})|[.,][0-9]{1,2})?(?: years?(?: ([0-9]{1,2}) months?)?)?$")
_MONTHS = lazy(r"^([0-9]{1,4}) months?$")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

ADULT = 18
"""Years from which a client is taken to decide alone. A house rule: the age differs by place and by question."""

CHILD = 16
"""Years before which a client's own yes to treatment does not stand alone. A house rule likewise."""


class Born(Frozen):
    """The days on which someone may have been born, both ends included."""

    first: date
    last: date


def read_born(text: str | None) -> Born | None:
    """The days that `1988-05-04`, `1988-05` or `1988` names; None for anything else."""
    match = _DAYS.match(text or "")
    if not match:
        return None
    year, month = int(match[1]), int(match[2] or 12)
    try:
        first = date(year, int(match[2] or 1), int(match[3] or 1))
        return Born(first, date(year, month, int(match[3] or _length(year, month))))
    except ValueError:
        return None


def born_from_age(age: str | None, when: Born | None) -> Born | None:
    """The days of birth of someone of this age at that time; None for an age such as `about 40` or `66.2 sd 8.0`."""
    if when is None or age is None:
        return None
    months = _MONTHS.match(age)
    years = _YEARS.match(age)
    if months:
        least, most = int(months[1]), int(months[1])
    elif years and years[3]:
        least, most = (12 * int(n) + int(years[3]) for n in (years[1], years[2] or years[1]))
    elif years:
        least, most = 12 * int(years[1]), 12 * int(years[2] or years[1]) + 11
    else:
        return None
    first, last = _back(when.first, most + 1), _back(when.last, least)
    return Born(first + timedelta(days=1), last) if first and last and first < last else None


def _back(day: date, months: int) -> date | None:
    """The same day so many months before, or the last of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, _length(year, month + 1))) if year > 0 else None


def _length(year: int, month: int) -> int:
    """Days of a month. The calendar module would know, and takes longer to import than all else here to run."""
    return 29 if month == 2 and _is_leap(year) else _LENGTHS[month - 1]


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def age_on(born: Born | None, day: date) -> int | None:
    """Age in whole years on a day; None if the birth is unknown, still to come, or leaves room for two ages.

    Who was born on 29 February has their birthday on 1 March in other years.
    """
    if born is None or born.first > day:
        return None
    oldest, youngest = _years(born.first, day), _years(min(born.last, day), day)
    return oldest if oldest == youngest else None


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def may_turn(born: Born, years: int) -> date:
    """The first day on which someone may be so many years old: the day before, they certainly are not."""
    first = born.first
    if (first.month, first.day) == (2, 29) and not _is_leap(first.year + years):
        return date(first.year + years, 3, 1)
    return first.replace(year=first.year + years)


def born_of(client: Client, starts: str | None = None) -> Born | None:
    """When a client was born, by `born` or by `age` and `as-of`; None if that is not known, or if it is a group.

    Args:
        starts: the ISO day that `as-of: start` stands for.
    """
    if client.stands_for is not None:
        return None
    if client.born is not None:
        return read_born(client.born)
    return born_from_age(client.age, read_born(starts if client.as_of == "start" else client.as_of))


def is_minor(client: Client, day: date) -> bool:
    """Whether a client certainly is under 18 on a day; `as-of: start` alone does not say."""
    born = born_of(client)
    return born is not None and day < may_turn(born, ADULT)


def younger_before(folder: Folder, years: int) -> str:
    """The ISO day before which the client was certainly younger than so many years.

    Empty, before which no day sorts, where the age is not known.
    """
    born = born_in(folder)
    return may_turn(born, years).isoformat() if born else ""


def born_in(folder: Folder) -> Born | None:
    """When the client of a folder was born; `as-of: start` is the day of the first record that has one."""
    client = folder.client
    if client is None or (client.born is None and client.age is None):
        return None
    return born_of(client, next((entry.day for entry in folder.entries if entry.dated), None))
