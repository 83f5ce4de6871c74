"""What lies outside the therapist's own scope becomes a line for somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rows import SIDES
from .base import Line, Reason, of_source
from .gate import asked
from .people import person_for, referral

if TYPE_CHECKING:
    from .base import Case, Ruled
    from .homework import Choice

WEAK = 3.5
"""Strength, of 5, below which a weakness is told to somebody who can find out why: 3+ and less. House rule."""

FLAGS: dict[str, tuple[tuple[str, ...], str]] = {
    "yf-low-mood": (("GP", "psychologist"), "Low mood: please see the client about it."),
    "yf-anxiety": (("psychologist", "GP"), "Worry on most days: please see the client about it."),
    "yf-work": (("ergonomist",), "Trouble at work stands in the way: please look at the workplace with the client."),
}
"""Yellow flags that somebody else can do more about, to whom, and what is asked."""

_NERVE = ("test/", "reflex/", "sensation/", "rom/straight-leg-raise")
_CHANGED = ("reduced", "absent", "weak", "diminished", "less", "numb", "brisk", "increased")


def outside(case: Case, open_: list[Ruled], choice: Choice) -> list[Line]:
    """Referrals for signs of a nerve, weakness, yellow flags and exercises that others begin; one line to each."""
    lines = [*_signs(case), *_flags(case, open_), *_exercises(case, choice)]
    merged: dict[str, Line] = {}
    for line in lines:
        to = str(line.item.get("to") or line.item.get("profession"))
        old = merged.get(to)
        if old is None:
            merged[to] = line
        else:
            item = {**old.item, "why": f"{old.item['why']} {line.item['why']}"}
            merged[to] = Line("referrals", item, (*old.because, *line.because))
    return list(merged.values())


def _signs(case: Case) -> list[Line]:
    nerve, weak = [], []
    for row in case.rows:
        text = row.value.text.lower()
        name = row.address.partition("/")[2].replace("/", " ").replace("-", " ")
        side = f" {row.side}" if row.side in SIDES else ""
        reason = Reason(f"{name}{side} {row.value.text}", row.origin)
        if row.address.startswith(_NERVE):
            positive = row.value.verdict == "positive" or text.startswith("positive") or row.means == "positive"
            if (positive and _of_nerve(row.address)) or (
                row.address.startswith(_NERVE[1:3]) and text.startswith(_CHANGED)
            ):
                nerve.append(reason)
        elif row.address.startswith("strength/") and _grade(row.value.text) < WEAK:
            weak.append(reason)
    out = []
    if nerve:
        why = "Signs that a nerve is irritated: please test strength, feeling and reflexes."
        out.append(referral(case, ("physiotherapist", "GP"), why, tuple(nerve)))
    if weak:
        why = "Clear weakness: please find out why, and build it up with the client."
        out.append(referral(case, ("physiotherapist", "GP"), why, tuple(weak)))
    return out


_NERVE_TESTS = (
    "slump",
    "straight-leg",
    "spurling",
    "tinel",
    "phalen",
    "upper-limb",
    "ultt",
    "ulnt",
    "femoral",
    "durkan",
    "neuro",
)


def _of_nerve(address: str) -> bool:
    return "active" not in address and any(word in address for word in _NERVE_TESTS)


def _grade(text: str) -> float:
    """A strength as a number: 4- is 3.7 and 3+ is 3.3; what is no grade is 5."""
    head = text.partition("/")[0].strip()
    if not head[:1].isdigit():
        return 5.0
    return int(head[0]) + {"+": 0.3, "-": -0.3}.get(head[1:2], 0.0)


def _flags(case: Case, open_: list[Ruled]) -> list[Line]:
    out = []
    for each in open_:
        professions, why = FLAGS.get(each.act.id, ((), ""))
        partners = " ".join(case.entry("presentation", case.presentation).get("en", {}).get("partners") or ()).lower()
        wanted = (
            professions if professions and (each.act.id == "yf-low-mood" or professions[0].lower() in partners) else ()
        )
        if wanted:
            out.append(referral(case, wanted, why, (asked(case, each),)))
    return out


def _exercises(case: Case, choice: Choice) -> list[Line]:
    """Exercises of the picture that a physiotherapist has to begin, or that a trainer of the network could."""
    out = []
    for scope, profession in (("refer-physio", "physiotherapist"), ("refer-trainer", "trainer")):
        ids = [id for id, of in choice.outside if of == scope]
        if not ids or (scope == "refer-trainer" and person_for(case, profession) is None):
            continue
        names = ", ".join(case.name("exercise", id).lower() for id in ids)
        later = (
            "Please see whether these fit, and begin them"
            if scope == "refer-physio"
            else "Later, when daily life is easy: please build on with"
        )
        why = f"{later}: {names}."
        rule = case.entry("rule", f"exercise-scope-{scope}")
        reasons = tuple(of_source(f"{id} is outside the scope of massage ({scope})", rule) for id in ids)
        out.append(referral(case, (profession,), why, reasons))
    return out
