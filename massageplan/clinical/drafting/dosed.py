"""A line of homework with its dose: one side where it is one-sided, small where that is wise, and for which goal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..moments import per_week
from ..values import read
from .base import Line, Reason, of_source
from .care import is_frail
from .fitting import OLDER, TRIGGERS, starters
from .gate import is_grave, is_unasked
from .said import sore_side, told
from .short import OPPOSITE

if TYPE_CHECKING:
    from .base import Case
    from .fitting import Fit

DOSE = ("sets", "reps", "hold", "rest", "length", "load", "often", "each")

OLDER_HOLD = 30
"""Seconds that a stretch is held at least from the age of `OLDER`: 30 to 60 (library source garber-2011)."""

LIMBS = frozenset(("shoulder", "elbow", "forearm", "hand", "hip", "thigh", "knee", "calf", "foot"))
"""Regions of exercises of which one side alone can be ill."""

ON_A_SIDE = frozenset(("sleep-side",))
"""Positions on one side of the body, which is not the sore one."""

WALK = {"length": "10 min", "progress": "add 1 to 2 minutes every few days, up to 30 minutes"}
WALK_SMALL = {"length": "5 min", "progress": "add 1 minute every few days, as long as nothing flares"}
"""How a walking plan begins: its steps say to pick a time one can keep, even 5 minutes, and to add to it."""

_BEGINS = re.compile(r"\b(trial|start)\b")
"""Notes of a dose that say how it was begun: the therapist has to know them, others are told as sources."""

OFTEN = 2
"""Times a day at which homework that begins small is done at most. House rule."""

SECONDS = 3.0
"""Seconds that one repetition without a hold is taken to need. House rule."""


def dosed(case: Case, each: Fit, goals: list[Line], begin: Reason | None) -> Line:
    """The line of an exercise.

    Args:
        begin: why homework begins small; None where nothing asks for it.
    """
    id = each.id
    entry = case.entry("exercise", id)
    dose: dict[str, Any] = entry.get("dose") or {}
    item: dict[str, Any] = {"do": id, **{key: str(dose[key]) for key in DOSE if dose.get(key) is not None}}
    if id in ON_A_SIDE and (side := sore_side(case)):
        item["how"] = f"on the {OPPOSITE[side]} side, or on the back"
    because = [
        *each.because,
        *_small(case, id, item, begin),
        *_for_age(case, entry, item),
        *_one_side(case, entry, item, each.because),
    ]
    notes = [f"{dose['note']}.".replace("..", ".")] if _BEGINS.search(str(dose.get("note"))) else []
    against = entry.get("contraindications") or ()
    if ask := [each for each in against if is_grave(case, each) and is_unasked(case, each)]:
        notes.append(f"Ask before you give it: {', '.join(ask)}.")
    if notes:
        item["note"] = " ".join(notes)
    if goal := goal_for(case, id, goals):
        item["goal"] = goal
    if case.presentation:
        first = "first homework" if each.id in starters(case) else "homework"
        because.append(of_source(f"{first} for {case.presentation}", case.entry("presentation", case.presentation)))
    because.append(of_source("dose", dose, "source"))
    return Line("homework", item, tuple(dict.fromkeys(because)))


def easier(case: Case, id: str, begin: Reason | None) -> str:
    """The easier form of a strength exercise for somebody frail, where the library has one that trains the same."""
    entry = case.entry("exercise", id)
    other_id = str(entry.get("easier") or "")
    other = case.entry("exercise", other_id)
    same = other.get("group") == "strength" and set(entry.get("muscles") or ()) & set(other.get("muscles") or ())
    return other_id if begin and is_frail(case) and entry.get("group") == "strength" and same else id


def _small(case: Case, id: str, item: dict[str, Any], begin: Reason | None) -> list[Reason]:
    """A smaller start: a short walk that grows, one round in place of several."""
    if id == "walking-plan":
        item.update(WALK)
        eases = any("walk" in text.lower() for text, _ in told(case, "better_with"))
        if begin and (not eases or case.entry("presentation", case.presentation).get("begin")):
            item.update(WALK_SMALL)
            return [begin]
        return [of_source("begin with what can be kept, and add to it", case.entry("exercise", id))]
    before = dict(item)
    if begin and str(item.get("sets", "1")) not in ("1", ""):
        item["sets"] = "1"
    if begin and (per_week(str(item.get("often"))) or 0) > OFTEN * 7 and not item.get("length"):
        item["often"] = f"{OFTEN}/day"
    return [begin] if begin and item != before else []


def _for_age(case: Case, entry: dict[str, Any], item: dict[str, Any]) -> list[Reason]:
    older = case.person.age is not None and case.person.age >= OLDER
    hold = read(str(item.get("hold") or "")).low  # minutes
    if older and entry.get("group") == "stretch" and hold is not None and hold * 60 < OLDER_HOLD:
        item["hold"] = f"{OLDER_HOLD} s"
        return [Reason(f"held 30 to 60 s from the age of {OLDER}", None, ("garber-2011",), True)]
    return []


def _one_side(case: Case, entry: dict[str, Any], item: dict[str, Any], because: tuple[Reason, ...]) -> list[Reason]:
    """The sore side alone, where one arm or leg is ill and no finding on the other one asks for it."""
    side = sore_side(case)
    region = next((each for each in entry.get("regions") or () if each in LIMBS), None)
    if side and any(re.search(rf"\b{OPPOSITE[side]}\b", reason.words) for reason in because if reason.place):
        return []
    if item.get("each") != "side" or side is None or region is None or entry.get("group") == "posture-ergonomics":
        return []
    del item["each"]
    item["where"] = f"{side} {region}"
    return []


def goal_for(case: Case, id: str, goals: list[Line]) -> str | None:
    """The goal whose words the habit is about, or whose movement the exercise makes freer; else the first goal."""
    entry = case.entry("exercise", id)
    for line in goals:
        words = f"{line.item.get('words')} {line.item['id']}".lower()
        if any(re.search(rf"\b{word}", words) for word in TRIGGERS.get(id, ())):
            return str(line.item["id"])
    muscles = set(entry.get("muscles") or ())
    for line in goals if entry.get("group") in ("mobility", "stretch") else ():
        measure = str(line.item.get("measure") or "")
        if measure.startswith("rom/"):
            of = case.entry("movement", measure.removeprefix("rom/")).get("muscles") or {}
            if muscles.intersection((*(of.get("movers") or ()), *(of.get("examine-first") or ()))):
                return str(line.item["id"])
    return str(goals[0].item["id"]) if goals else None


def minutes_a_day(item: dict[str, Any]) -> float:
    """How long a line takes on a day it is done, by its dose; an estimate: see `SECONDS`."""
    length = read(str(item.get("length") or "")).high
    rounds, reps = _count(item.get("sets")), _count(item.get("reps"))
    hold = read(str(item.get("hold") or "")).high  # minutes
    once = length if length is not None else rounds * reps * max(hold or 0.0, SECONDS / 60)
    if item.get("reps") is None and length is None:
        once = hold or 0.0
    goes = per_week(str(item.get("often") or "daily"))
    return once * (2 if item.get("each") else 1) * max(1.0, round((goes or 7.0) / 7))


def _count(text: Any) -> float:
    value = read(str(text or "1"))
    return value.high or value.number or 1.0
