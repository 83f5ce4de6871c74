"""What a therapist has to know besides the lines of a draft."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...records.base import texts
from ..blocks import LEG
from ..places import region_of
from ..rows import split_place
from ..screening import acts, to_ask
from ..sensitive import sensitive
from . import gate
from .techniques import NO
from .visits import remarks as notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .base import Case, Line, Ruled

STALE = 28
"""Days after which findings are told to be old: guidelines look again every 3 to 4 weeks (gl-review-interval)."""

SEEN = frozenset(("contagious", "skin-infection", "fever", "intoxication", "acute-injury"))
"""What is looked for at each visit and needs no answer beforehand."""

CHILD_BEARING = 55
"""Age from which nobody is asked about a pregnancy. House rule."""


def remarks_on(case: Case, lines: list[Line], open_: list[Ruled]) -> list[str]:
    """Sentences about the findings, the answers, the consents and what was not asked."""
    out = [*_treatment(case), *_old(case), *_answers(open_), *_unknown(case), *_cleared(case, lines)]
    if case.presentation is None:
        out.append("The assessment names no presentation, so visits, homework and explanation are general.")
    if case.skills is None:
        out.append(
            "practice.yaml names no skills for this therapist: techniques are those every massage therapist learns."
        )
    if case.client and (dislikes := texts(case.client.dislikes)):
        out.append(f"The client does not like: {', '.join(dislikes)}.")
    out += [*notes(case), *_areas(case, lines), *_releases(case, lines), *_unasked(case, lines)]
    return [*out, *(f"{found.span}: {found.message}" for found in case.library.findings)]


def no_treatment(case: Case) -> bool:
    """Whether the client refuses treatment, or has taken back their consent to it."""
    return case.consents is not None and case.consents.on("treatment").state in NO


def _treatment(case: Case) -> Iterator[str]:
    if case.consents is not None and no_treatment(case):
        held = case.consents.on("treatment")
        at = f" ({held.said.span.file.rpartition('/')[2]}:{held.said.span.line})" if held.said else ""
        yield f"Treatment is {held.state}{at}: no technique is drafted, and nothing is done until the client agrees."


def _unknown(case: Case) -> Iterator[str]:
    """Answers to questions that the library does not have."""
    for id, answer in sorted(case.standing.items()):
        if answer.is_open and acts(case.library, id) is None:
            place = f"{answer.span.file.rpartition('/')[2]}:{answer.span.line}"
            yield f"{id} is {answer.answer} ({place}), which the library does not know: what it rules out is open."


def _areas(case: Case, lines: list[Line]) -> Iterator[str]:
    """Sensitive areas among the places, and no consent for them that holds."""
    wanted: dict[str, None] = {}
    for where in (each.item.get("where") for each in lines if each.key == "techniques"):
        for place in [where] if isinstance(where, str) else where or ():
            side, id = split_place(place)
            if case.consents is not None and sensitive(id) and not case.consents.area(id, side).is_given:
                wanted[f"{place.replace('-', ' ')} ({case.consents.area(id, side).state})"] = None
    if wanted:
        yield f"These places ask for a consent of their own first: {', '.join(wanted)}."


def _old(case: Case) -> Iterator[str]:
    day = case.assessment.day
    days = (date.fromisoformat(case.day) - date.fromisoformat(day)).days if day and case.day else 0
    if days > STALE:
        yield f"The newest assessment is {days} days old ({case.assessment.stem}): measure again before you agree."


def _answers(open_: list[Ruled]) -> list[str]:
    """What each answer asks for that is yes or unsure."""
    return [f"{each.act.id} is {each.answer.answer}: {each.act.advice}" for each in open_]


def _cleared(case: Case, lines: list[Line]) -> Iterator[str]:
    """Answers on whose clearance the draft rests, and the lines that do."""
    used = [("technique", str(each.item["use"])) for each in lines if each.key == "techniques"]
    used += [("exercise", str(each.item["do"])) for each in lines if each.key == "homework"]
    for id, answer in sorted(case.standing.items()):
        if answer.answer in ("yes", "unsure") and answer.cleared and acts(case.library, id):
            place = f"{answer.span.file.rpartition('/')[2]}:{answer.span.line}"
            on = [name for kind, name in used if id in (case.entry(kind, name).get("contraindications") or ())]
            rests = f"{', '.join(on)} rests on that; make sure it was meant" if on else "the draft rests on that"
            yield f"{id} is {answer.answer} and cleared ({place}): {rests}."


def _releases(case: Case, lines: list[Line]) -> Iterator[str]:
    """Whom nobody may write to yet."""
    referred = [each.item for each in lines if each.key == "referrals"]
    known = case.consents
    named = [str(each.get("to") or each.get("profession")) for each in referred]
    missing = [id for id in named if known is not None and known.on("release", id).state != "given"]
    if missing:
        yield f"No consent to release is on file for {', '.join(missing)}: ask before you write (mplan consent)."


def _unasked(case: Case, lines: list[Line]) -> Iterator[str]:
    """Contraindications of what was chosen that nobody has asked about, each grave one with its lines."""

    def asks(ids: list[str]) -> str:
        known = [id for id in ids if id in names]
        return f" ({to_ask(case.folder.code, known)})" if known else ""

    wanted: dict[str, list[str]] = {}
    for kind, key, name in (("exercise", "homework", "do"), ("technique", "techniques", "use")):
        for id in (str(each.item[name]) for each in lines if each.key == key):
            for against in case.entry(kind, id).get("contraindications") or ():
                if against not in SEEN and gate.is_unasked(case, against) and _can_be(case, against, kind):
                    wanted.setdefault(against, []).append(id)
    names = {id: act.name for id in wanted if (act := acts(case.library, id))}
    grave = [id for id in wanted if gate.is_grave(case, id)]
    rest = [id for id in wanted if not gate.is_grave(case, id)]
    if grave:
        told = [f"{names.get(id, id)} ({', '.join(wanted[id])})" for id in grave]
        yield f"Ask before the line begins{asks(grave)}: {'; '.join(told)}."
    if rest:
        told = [names.get(id, id) for id in rest]
        yield f"Not asked of the health list, and each could rule out a line{asks(rest)}: {', '.join(told)}."


def _can_be(case: Case, id: str, kind: str) -> bool:
    """Whether a question can concern this client, and a technique where it is used."""
    age = case.person.age
    if id.startswith(("pregnancy", "high-risk-pregnancy", "postpartum")):
        return case.person.sex != "male" and (age is None or age < CHILD_BEARING)
    act = acts(case.library, id)
    if kind == "exercise" or act is None:
        return True
    near = LEG if act.area == "leg" else (region_of(case.library, None, act.area),)
    return near == (None,) or bool({*near, "general"} & {*case.regions, *(("general",) if "general" in near else ())})
