"""What is usual for a movement: the figure for the client's age and sex where one is known, else the printed one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..frozen import Frozen
from ..patterns import lazy
from .age import age_on, born_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..records.people import Client

_AGES = lazy(r"^([0-9]{1,3})-([0-9]{1,3})$")
_FROM = lazy(r"^([0-9]{1,3}) on$")
SEXES = {"female": "women", "male": "men"}
"""The sex of a client, and how norms name the people measured."""

SHARE = 0.1
"""By how much of the usual figure a movement may fall short before it is called limited. A house rule (the tenth that
the rule side-difference gives for left against right): it only chooses what to look at, and makes no verdict."""


class Person(Frozen):
    """What of a client chooses a norm.

    Attributes:
        sex: female or male; None where norms cannot be chosen by it.
        age: in whole years; None if it is not known.
    """

    sex: str | None = None
    age: int | None = None


def person_of(client: Client | None, day: date) -> Person:
    """Sex and age of a client on a day, as far as client.yaml tells them."""
    return Person(client.sex, age_on(born_of(client), day)) if client else Person()


class Reference(Frozen):
    """A usual figure, in the movement's own unit.

    Attributes:
        low: the figure, or the lower end of a usual range.
        high: the upper end; the same as `low` for one figure.
        author: whose figure it is, and of whom.
        fits: whether it was measured in people of the client's age or sex.
        verified: whether it was read in its source.
    """

    low: float
    high: float
    author: str
    fits: bool
    verified: bool

    def __str__(self) -> str:
        return self.said()

    def said(self, unit: str = "") -> str:
        """The figure with its unit, whose it is, and whether nobody has read it in its source."""
        figure = f"{self.low:g}" if self.low == self.high else f"{self.low:g}-{self.high:g}"
        return f"{figure}{unit and f' {unit}'} ({self.author}{'' if self.verified else ', not verified'})"


def usual(movement: Mapping[str, Any], person: Person) -> Reference | None:
    """What is usual for this person, from a movement's library entry (every scalar a text).

    Figures for the person's age and sex come before those for one of the two, those read in their source before
    others, and the entry's printed reference last.
    """
    rows = [row for row in movement.get("normal") or () if isinstance(row, dict)]
    ranked = [(points, norm) for row in rows if (points := _points(row, person)) and (norm := _of_row(row))]
    if ranked:
        _, best = max(ranked, key=lambda each: (each[0], each[1].verified))
        return best
    printed = movement.get("reference") or {}
    figure = _number(printed.get("value"))
    if figure is None:
        return None
    same = [row for row in rows if _number(row.get("value")) == figure]
    same.sort(key=lambda row: row.get("verified") != "true")
    author = same[0]["authority"] if same else printed.get("choice") or "the library's choice"
    return Reference(figure, figure, str(author), False, bool(same) and same[0].get("verified") == "true")


WIDEST = 30
"""Years a norm's age group may span to be a figure for an age (house rule; groups of published norms span 10 to 25)."""


def _points(row: Mapping[str, Any], person: Person) -> int:
    """How well the people measured match: 3 by age and sex, 2 by age, 1 by sex; 0 where they do not or are not told."""
    sex, ages = row.get("sex"), row.get("ages")
    if (sex and sex != SEXES.get(person.sex or "")) or (ages and not _holds(ages, person.age)):
        return 0
    return 2 * bool(ages) + bool(sex)


def _holds(ages: str, age: int | None) -> bool:
    if age is None:
        return False
    between, on = _AGES.match(ages), _FROM.match(ages)
    if between:
        low, high = int(between[1]), int(between[2])
        return low <= age <= high and high - low <= WIDEST
    return on is not None and age >= int(on[1])


def _of_row(row: Mapping[str, Any]) -> Reference | None:
    low = _number(row.get("value")) if row.get("value") is not None else _number(row.get("low"))
    high = low if row.get("value") is not None else _number(row.get("high"))
    if low is None or high is None:
        return None
    return Reference(low, high, str(row["authority"]), True, row.get("verified") == "true")


def _number(text: Any) -> float | None:
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def is_limited(movement: Mapping[str, Any], figure: float, person: Person, other: float | None = None) -> bool:
    """Whether a movement falls short of what is usual, or of the other side, by more than a tenth (see `SHARE`).

    Args:
        figure: as measured, in the movement's unit.
        other: the other side, measured the same way.
    """
    sign = -1.0 if movement.get("direction") == "higher-is-worse" else 1.0
    reference = usual(movement, person)
    if reference is not None:
        worse_end = reference.low if sign > 0 else reference.high
        if sign * (worse_end - figure) > SHARE * abs(worse_end):
            return True
    return other is not None and sign * (other - figure) > SHARE * abs(other)
