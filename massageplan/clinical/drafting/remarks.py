"""What a therapist has to know besides the lines of a draft."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..consent import standing as consents
from ..screening import acts
from . import gate
from .visits import remarks as notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .base import Case, Line, Ruled

STALE = 28
"""Days after which findings are told to be old: guidelines look again every 3 to 4 weeks (gl-review-interval)."""

MOST_NAMED = 6

SEEN = frozenset(("contagious", "skin-infection", "fever", "intoxication", "acute-injury"))
"""What is looked for at each visit and needs no answer beforehand."""

CHILD_BEARING = 55
"""Age from which nobody is asked about a pregnancy. House rule."""


def remarks_on(case: Case, lines: list[Line], open_: list[Ruled]) -> list[str]:
    """Sentences about the findings, the answers, the consents and what was not asked."""
    out = [*_old(case), *_answers(open_), *_cleared(case)]
    if case.presentation is None:
        out.append("The assessment names no presentation, so visits, homework and explanation are general.")
    if case.skills is None:
        out.append(
            "practice.yaml names no skills for this therapist: techniques are those every massage therapist learns."
        )
    out += [*notes(case), *_releases(case, lines)]
    if unasked := _unasked(case, lines):
        named = ", ".join(unasked)
        out.append(f"Not asked yet, and each could rule out a line: {named} (mplan history {case.folder.code}).")
    return out


def _old(case: Case) -> Iterator[str]:
    day = case.assessment.day
    days = (date.fromisoformat(case.day) - date.fromisoformat(day)).days if day and case.day else 0
    if days > STALE:
        yield f"The newest assessment is {days} days old ({case.assessment.stem}): measure again before you agree."


def _answers(open_: list[Ruled]) -> list[str]:
    """What each answer asks for that is yes or unsure."""
    return [f"{each.act.id} is {each.answer.answer}: {each.act.advice}" for each in open_]


def _cleared(case: Case) -> Iterator[str]:
    """Answers on whose clearance the draft rests."""
    for id, answer in sorted(case.standing.items()):
        if answer.answer in ("yes", "unsure") and answer.cleared and acts(case.library, id):
            place = f"{answer.span.file.rpartition('/')[2]}:{answer.span.line}"
            yield f"{id} is {answer.answer} and cleared ({place}): the draft rests on that."


def _releases(case: Case, lines: list[Line]) -> Iterator[str]:
    """Whom nobody may write to yet."""
    named = [str(line.item["to"]) for line in lines if line.key == "referrals" and "to" in line.item]
    known = consents(case.entries, case.library, case.day) if named else None
    missing = [id for id in named if known is not None and known.on("release", id).state != "given"]
    if missing:
        yield f"No consent to release is on file for {', '.join(missing)}: ask before you write (mplan consent)."


def _unasked(case: Case, lines: list[Line]) -> list[str]:
    """Contraindications of what was chosen that nobody has asked about, the grave ones first."""
    wanted: dict[str, None] = {}
    for kind, key, name in (("exercise", "homework", "do"), ("technique", "techniques", "use")):
        for line in (each for each in lines if each.key == key):
            wanted.update(dict.fromkeys(case.entry(kind, str(line.item[name])).get("contraindications") or ()))
    unasked = [id for id in wanted if id not in SEEN and gate.is_unasked(case, id) and _can_be(case, id)]
    unasked.sort(key=lambda id: not gate.is_grave(case, id))
    grave = [id for id in unasked if gate.is_grave(case, id)]
    shown = unasked[: max(MOST_NAMED, len(grave))]
    return [*shown, *([f"and {len(unasked) - len(shown)} of the health list"] if len(unasked) > len(shown) else [])]


def _can_be(case: Case, id: str) -> bool:
    """Whether a question can concern this client at all."""
    age = case.person.age
    return not id.startswith(("pregnancy", "high-risk-pregnancy", "postpartum")) or not (
        case.person.sex == "male" or (age is not None and age >= CHILD_BEARING)
    )
