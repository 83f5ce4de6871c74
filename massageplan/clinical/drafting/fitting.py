"""How well an exercise fits a client: what is at home and liked, what was found, and what their day points to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...frozen import Frozen
from ...records.base import texts
from ..equipment import is_at_home
from ..screening import acts
from .base import Reason, Ruled, found_in
from .gate import asked
from .said import told
from .short import is_painful

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .base import Case
    from .tissues import Tissue

HABITS = ("posture-ergonomics", "lifting", "sleep-position")
"""Groups of exercises that may be habits: as advice they cost no line of homework."""

LOOSENS = frozenset(("mobility", "stretch", "self-massage"))
STRENGTHENS = frozenset(("strength", "core"))
"""Groups of exercises that are about certain muscles: sore or short ones, and weak ones."""

ON_THE_FLOOR = re.compile(r"kneel|hands and knees|lying|on (your|the) (back|side|stomach|belly)")
"""How a start is told that takes somebody to the floor, unless a bed will do."""

OLDER = 65
"""Age from which a stretch is held longer (library source garber-2011) and the floor is hard to leave (house rule)."""

TRIGGERS: dict[str, tuple[str, ...]] = {
    "movement-break": ("sit", "desk", "screen", "computer", "driv", "still", "typing", "laptop"),
    "desk-setup": ("desk", "screen", "computer", "typing", "laptop", "mouse"),
    "phone-height": ("phone", "tablet", "texting", "looking down"),
    "stand-tall": ("stand", "slump"),
    "lift-floor": ("lift", "carry", "crate", "box", "bend"),
    "hip-hinge": ("lift", "bend", "crate", "stoop", "garden"),
    "golfer-lift": ("pick up", "bend", "stoop"),
    "carry-split": ("carry", "shopping", "bag"),
    "sleep-side": ("sleep", "night", "lying", "in bed"),
    "sleep-back": ("sleep", "night", "in bed"),
    "sleep-pregnant": ("sleep", "night", "in bed", "turning over"),
    "activity-pacing": ("too much", "flare", "long day", "housework", "overdo"),
    "slow-breathing": ("stress", "tense", "worry", "anx", "clench", "rush"),
    "muscle-relax": ("stress", "tense", "clench"),
    "wind-down": ("sleep", "night", "stress"),
    "walking-plan": ("sit", "still", "walk"),
}
"""Words of what makes it worse or what it keeps from, and the habit they point to. Common teaching, a house rule."""

YELLOW: dict[str, tuple[str, ...]] = {
    "yf-anxiety": ("slow-breathing", "muscle-relax"),
    "yf-sleep": ("wind-down", "sleep-side"),
    "yf-fear-avoidance": ("activity-pacing", "walking-plan"),
    "yf-passive-coping": ("walking-plan",),
    "yf-low-mood": ("walking-plan", "slow-breathing"),
    "yf-low-self-efficacy": ("activity-pacing",),
}
"""What slows recovery, and what in the library answers it. House rule."""

_FIRST, _WEAK, _POINTED, _FOUND, _FLOOR, _NO_MAT = 4.0, 2.0, 2.0, 1.0, 2.0, 0.5
"""Points: for the picture's first homework, a weak movement, the day and a muscle found; less for the floor."""


class Fit(Frozen):
    """How well an exercise fits, in points (house rule), and why."""

    id: str
    points: float
    because: tuple[Reason, ...]


def can_be_done(case: Case, entry: dict[str, Any]) -> bool:
    """Whether all that an exercise needs is in most homes, or among what the client has."""
    own = " ".join(texts(case.client.equipment) if case.client else ()).lower()
    return all(_is_there(need.lower(), own) for need in entry.get("equipment") or ())


def _is_there(need: str, own: str) -> bool:
    choices = re.split(r"\bor\b|,", need)
    return "optional" in need or any(is_at_home(each) or any(w in own for w in _stems(each)) for each in choices)


def is_disliked(case: Case, id: str, entry: dict[str, Any]) -> bool:
    """Whether a word of what the client does not like stands in an exercise's name, start, group or equipment."""
    block, needs = entry.get("en") or {}, list(entry.get("equipment") or ())
    about = " ".join(
        (id.replace("-", " "), str(block.get("name")), str(entry.get("start")), str(entry.get("group")), *needs)
    )
    about = f"{about} floor" if "mat" in needs or ON_THE_FLOOR.search(str(entry.get("start"))) else about
    about = about.lower()
    disliked = texts(case.client.dislikes) if case.client else ()
    return any(re.search(rf"\b{re.escape(stem)}", about) for text in disliked for stem in _stems(text))


_NOT_TELLING = frozenset(("with", "exercise", "exercises", "doing", "work", "long", "very", "things", "anything"))


def _stems(text: str) -> list[str]:
    """The telling words of a text without their endings."""
    words = (word for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _NOT_TELLING)
    return [word.removesuffix("s").removesuffix("ing") for word in words]


def fit(case: Case, id: str, n: int, found: list[Tissue]) -> Fit:
    """Points and reasons of an exercise.

    Args:
        n: its place in the picture's list, from 0; earlier ones are meant first.
        found: the tissues in which something was found.
    """
    entry = case.entry("exercise", id)
    muscles, kind = frozenset(entry.get("muscles") or ()), entry.get("group")
    reasons = (
        (_FOUND, next(_found(muscles, found), None) if kind in LOOSENS else None),
        (_WEAK, _weak(case, muscles) if kind in STRENGTHENS else None),
        (_POINTED, next(iter((*pointed(case, id), *_yellow(case, id))), None)),
    )
    points = max(0.0, 2.0 - n / 10) + _FIRST * (id in starters(case)) + sum(each for each, why in reasons if why)
    if entry.get("group") == "heat-cold" and _is_open(case, "yf-passive-coping"):
        points -= _FIRST  # what is done to somebody adds to waiting for it
    if "mat" in (entry.get("equipment") or ()):
        older = case.person.age is not None and case.person.age >= OLDER
        has = case.client is not None and "mat" in texts(case.client.equipment)
        points -= _FLOOR * older + _NO_MAT * (not has)
    return Fit(id, points, tuple(why for _, why in reasons if why))


def _found(muscles: frozenset[str], found: list[Tissue]) -> Iterator[Reason]:
    for tissue in found:
        if tissue.id in muscles and (tissue.held or tissue.is_spot):
            yield tissue.felt or tissue.held[0]


def _weak(case: Case, muscles: frozenset[str]) -> Reason | None:
    """The weakest movement that these muscles make."""
    weak = []
    for row in case.rows:
        family, _, movement = row.address.partition("/")
        if family != "strength" or grade(row.value.text) >= FULL or is_painful(case, row):
            continue
        if muscles.intersection((case.entry("movement", movement).get("muscles") or {}).get("movers") or ()):
            weak.append(row)
    if not weak:
        return None
    row = min(weak, key=lambda each: grade(each.value.text))
    return Reason(f"strength {found_in(row)}", row.origin)


FULL = 5.0
_GRADES = tuple("012345")


def grade(text: str) -> float:
    """A strength as a number: 4- is 3.7 and 3+ is 3.3; what is no grade is 5."""
    head = text.partition("/")[0].strip()
    return int(head[0]) + {"+": 0.3, "-": -0.3}.get(head[1:2], 0.0) if head[:1] in _GRADES else FULL


def pointed(case: Case, id: str) -> list[Reason]:
    """What of the client's day points to an exercise or habit: symptoms first, then their work."""
    triggers = TRIGGERS.get(id, ())
    said = [*told(case, "worse_with"), *told(case, "stops_me"), *_work(case)] if triggers else []
    return [reason for text, reason in said if any(re.search(rf"\b{word}", text.lower()) for word in triggers)]


def _work(case: Case) -> list[tuple[str, Reason]]:
    """What the client works, with its place in client.yaml."""
    work, document = case.client.occupation if case.client else None, case.folder.client_document
    place = document.locate(("occupation",)) if document else case.assessment.span(("date",))
    return [(work, Reason(f"work: {work}", place))] if work else []


def _yellow(case: Case, id: str) -> Iterator[Reason]:
    for flag, ids in YELLOW.items():
        answer = case.standing.get(flag)
        if id in ids and answer is not None and answer.is_open:
            act = acts(case.library, flag)
            if act is not None:
                yield asked(case, Ruled(answer, act))


def _is_open(case: Case, flag: str) -> bool:
    answer = case.standing.get(flag)
    return answer is not None and answer.is_open


def starters(case: Case) -> tuple[str, ...]:
    """The homework that the picture begins with."""
    return tuple(case.entry("presentation", case.presentation).get("starter-homework") or ())


def is_habit(case: Case, id: str) -> bool:
    """Whether it is a habit without a number of times."""
    return group(case, id) in HABITS and "reps" not in (case.entry("exercise", id).get("dose") or {})


def group(case: Case, id: str) -> str:
    """The group of an exercise."""
    return str(case.entry("exercise", id).get("group"))
