"""Who is asked for help: a person of the network where one fits, else a profession."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .base import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...records.people import Person
    from .base import Case, Reason

CALLED: dict[str, tuple[str, ...]] = {
    "GP": ("gp", "general practitioner", "family doctor", "family physician", "doctor", "physician"),
    "physiotherapist": ("physiotherapist", "physio", "physical therapist"),
    "trainer": ("trainer", "exercise trainer", "personal trainer", "strength coach", "kinesiologist"),
    "psychologist": ("psychologist", "psychotherapist", "counsellor", "counselor", "therapist for mood"),
    "ergonomist": ("ergonomist", "occupational therapist", "workplace adviser"),
    "dentist": ("dentist", "orthodontist"),
    "midwife": ("midwife", "obstetrician"),
    "podiatrist": ("podiatrist", "chiropodist"),
}  # fmt: skip
"""How professions of the library may be called in a network; common words, a house rule."""

NOBODY = frozenset(("emergency care",))
"""Who is never a person of the network."""


def person_for(case: Case, profession: str) -> Person | None:
    """The first professional of this profession, those of the client's team first."""
    if profession in NOBODY:
        return None
    names = (profession.lower(), *CALLED.get(profession, ()))
    return next((each for each in case.people if _is_one(each.profession, names)), None)


def _is_one(profession: str | None, names: Iterable[str]) -> bool:
    told = (profession or "").lower()
    return any(told == name or told.startswith(f"{name} ") for name in names)


def referral(case: Case, professions: tuple[str, ...], why: str, because: tuple[Reason, ...]) -> Line:
    """A line that asks the first of these professions whom the practice knows; else the first of them."""
    known = next((person for each in professions if (person := person_for(case, each))), None)
    to = {"to": known.id} if known else {"profession": professions[0]}
    return Line("referrals", {**to, "why": why}, because)
