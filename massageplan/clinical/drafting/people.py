"""Who is asked for help: a person of the network where one fits, else a profession."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..professions import is_of
from .base import Line

if TYPE_CHECKING:
    from ...records.people import Person
    from .base import Case, Reason

NOBODY = frozenset(("emergency care",))
"""Who is never a person of the network."""


def person_for(case: Case, profession: str) -> Person | None:
    """The first professional of this profession, those of the client's team first."""
    if profession in NOBODY:
        return None
    return next((each for each in case.people if is_of(each.profession, profession)), None)


def referral(case: Case, professions: tuple[str, ...], why: str, because: tuple[Reason, ...]) -> Line:
    """A line that asks the first of these professions whom the practice knows; else the first of them."""
    known = next((person for each in professions if (person := person_for(case, each))), None)
    to = {"to": known.id} if known else {"profession": professions[0]}
    return Line("referrals", {**to, "why": why}, because)
