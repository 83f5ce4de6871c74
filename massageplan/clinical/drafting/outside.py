"""What lies outside the therapist's own scope becomes a line for somebody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...records.base import texts
from ..professions import is_of
from .base import Line, Reason, found, of_source
from .care import nerve_signs
from .fitting import grade
from .gate import asked
from .people import person_for, referral
from .said import told

if TYPE_CHECKING:
    from ...span import Span
    from .base import Case, Ruled
    from .homework import Choice

WEAK = 3.5
"""Strength, of 5, below which a weakness is told to somebody who can find out why: 3+ and less. House rule."""

FLAGS: dict[str, tuple[tuple[str, ...], str]] = {
    "yf-low-mood": (("GP", "psychologist"), "Low mood: please see the client about it, if they wish."),
    "yf-work": (("ergonomist",), "Trouble at work stands in the way: please look at the workplace with the client."),
}
"""Yellow flags that somebody else can do more about, to whom, and what is asked."""

TOOLS = (
    "desk",
    "laptop",
    "screen",
    "computer",
    "mouse",
    "typing",
    "tool",
    "screw",
    "scissors",
    "dryer",
    "hammer",
    "drill",
)
"""Words of what makes it worse that point to how a workplace or a tool is made. House rule."""


def outside(case: Case, open_: list[Ruled], choice: Choice) -> list[Line]:
    """Referrals for signs of a nerve, weakness, yellow flags and exercises that others begin; one line to each."""
    lines = [
        *_of_picture(case), *_signs(case), *_flags(case, open_), *_tools(case), *_known_for(case, open_),
        *_exercises(case, choice),
    ]  # fmt: skip
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


def _of_picture(case: Case) -> list[Line]:
    """Who should see a client with this picture too, as the library says."""
    out = []
    for each in case.entry("presentation", case.presentation).get("refer") or ():
        age = each.get("from-age")
        if age is None or (case.person.age is not None and case.person.age >= int(age)):
            words = f"{case.presentation}" + (f", from the age of {age}" if age else "")
            out.append(
                referral(case, (str(each["profession"]),), str(each["why"]), (of_source(words, each, "source"),))
            )
    return out


FOR_FLAGS = {"yf-low-mood": "low mood"}
"""Yellow flags, and the word by which a network tells who is for them."""


def _known_for(case: Case, open_: list[Ruled]) -> list[Line]:
    """Who of the network is for this part of the body, or for what slows recovery, by the words under `for`."""
    region = case.entry("region", case.regions[0])
    names = {case.regions[0].replace("-", " "), str((region.get("en") or {}).get("name") or "").lower()}
    names |= {f"{name}s" for name in names}
    flags = {each.act.id: each for each in open_ if each.act.id in FOR_FLAGS}
    out = []
    for person in case.people:
        if is_of(person.profession, "GP"):
            continue
        for text in texts(person.for_):
            reason = Reason(f"{person.id} is for: {text}", _in_network(case, person.id))
            if any(re.search(rf"\b{re.escape(name)}\b", text.lower()) for name in names if name.strip()):
                out.append(
                    Line(
                        "referrals",
                        {"to": person.id, "why": f"Please see whether you can help too: {text}."},
                        (reason,),
                    )
                )
            for id, word in FOR_FLAGS.items():
                if id in flags and word in text.lower():
                    why = f"{flags[id].act.name}: please see the client about it, if they wish."
                    out.append(Line("referrals", {"to": person.id, "why": why}, (reason, asked(case, flags[id]))))
    return out


def _in_network(case: Case, id: str) -> Span | None:
    """Where a person stands in network.yaml."""
    data = case.network.data if case.network else None
    people = data.get("people") if isinstance(data, dict) else None
    for n, each in enumerate(people if isinstance(people, list) else ()):
        if isinstance(each, dict) and each.get("id") == id and case.network:
            return case.network.locate(("people", n, "for"), True)
    return None


def _tools(case: Case) -> list[Line]:
    """The ergonomist of the network, where the picture names one and a desk or tool makes it worse."""
    partners = (case.entry("presentation", case.presentation).get("en") or {}).get("partners") or ()
    if "ergonomist" not in partners or person_for(case, "ergonomist") is None:
        return []
    worse = [reason for text, reason in told(case, "worse_with") if any(word in text.lower() for word in TOOLS)]
    why = "Please look at the desk or the tool with the client, and how it is used."
    return [referral(case, ("ergonomist",), why, tuple(worse[:1]))] if worse else []


def _signs(case: Case) -> list[Line]:
    weak = [found(row) for row in case.rows if row.address.startswith("strength/") and grade(row.value.text) < WEAK]
    out = []
    if nerve := nerve_signs(case):
        why = "Signs that a nerve is irritated: please test strength, feeling and reflexes."
        out.append(referral(case, ("physiotherapist", "GP"), why, tuple(nerve)))
    if weak:
        why = "Clear weakness: please find out why, and build it up with the client."
        out.append(referral(case, ("physiotherapist", "GP"), why, tuple(weak)))
    return out


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
