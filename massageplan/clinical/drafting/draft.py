"""A plan drafted from an assessment: who is asked first, then goals, visits, treatment, homework, who else helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import gate
from .base import Draft, Line
from .expectation import expectation
from .goals import goals
from .homework import homework
from .outside import outside
from .techniques import techniques
from .telling import advice, why
from .tissues import tissues
from .visits import remarks as notes
from .visits import visits

if TYPE_CHECKING:
    from .base import Case, Ruled


def draft(case: Case) -> Draft:
    """The draft of a plan. The same case gives the same draft; nothing is looked up outside it.

    While a question by which somebody else may come first was not asked there are no lines, only the questions; after
    a grave answer that nobody has cleared there are referrals alone.
    """
    open_ = gate.ruled(case)
    if any(each.act.is_grave for each in open_):
        grave = tuple(each.answer for each in open_ if each.act.is_grave)
        return Draft(tuple(gate.first_elsewhere(case)), open=grave, missing=gate.missing(case))
    if unasked := gate.missing(case):
        return Draft(missing=unasked)
    found = tissues(case)
    planned = visits(case)
    aims, remarks = goals(case, by=_end(planned))
    used, blocked = techniques(case, found, open_)
    choice = homework(case, found, aims)
    lines = [
        *why(case, list(choice.lines)), *aims, *planned, *expectation(case, aims), *used, *choice.lines,
        *advice(case, choice.habits), *outside(case, open_, choice), *_withheld(case, open_),
    ]  # fmt: skip
    remarks += [*_slowed(open_), *_remarks(case, used, list(choice.lines))]
    return Draft(tuple(lines), (*blocked, *choice.left_out), tuple(remarks))


def _end(planned: list[Line]) -> str:
    """The last visit of the plan, by which goals are meant."""
    item = planned[0].item if planned else {}
    told = item.get("reassess") or []
    return str(told[-1]) if told else "visit 4"


def _withheld(case: Case, open_: list[Ruled]) -> list[Line]:
    """What an answer speaks against, whatever is chosen."""
    out = []
    for each in open_:
        for block in each.act.blocks:
            what = (case.entry("block", block).get("en") or {}).get("covers") or case.name("block", block)
            out.append(Line("withheld", {"what": str(what), "why": each.act.name}, (gate.asked(case, each),)))
    return out


def _slowed(open_: list[Ruled]) -> list[str]:
    """What to do about answers that slow recovery."""
    return [f"{each.act.id} is {each.answer.answer}: {each.act.advice}" for each in open_ if each.act.kind == YELLOW]


def _remarks(case: Case, used: list[Line], homework: list[Line]) -> list[str]:
    """What the therapist has to know besides the lines."""
    out = []
    if case.presentation is None:
        out.append("The assessment names no presentation, so visits, homework and explanation are general.")
    else:
        out += notes(case)
    if case.skills is None:
        out.append(
            "practice.yaml names no skills for this therapist: techniques are those every massage therapist learns."
        )
    unasked = _unasked(case, used, homework)
    if unasked:
        named = ", ".join(unasked)
        out.append(
            f"Not asked yet, and each could rule out a line of this draft: {named} (mplan history {case.folder.code})."
        )
    return out


YELLOW = "yellow-flag"
MOST_NAMED = 8

SEEN = frozenset(("contagious", "skin-infection", "fever", "intoxication", "acute-injury"))
"""What is looked for at each visit and needs no answer beforehand."""


def _unasked(case: Case, used: list[Line], homework: list[Line]) -> list[str]:
    """Contraindications of what was chosen that nobody has asked about."""
    wanted: dict[str, None] = {}
    chosen = [
        *(("technique", line.item["use"]) for line in used),
        *(("exercise", line.item["do"]) for line in homework),
    ]
    for kind, id in chosen:
        wanted.update(dict.fromkeys(case.entry(kind, str(id)).get("contraindications") or ()))
    unasked = [id for id in wanted if id not in SEEN and gate.is_unasked(case, id)]
    more = [f"and {len(unasked) - MOST_NAMED} more"] * (len(unasked) > MOST_NAMED)
    return [*unasked[:MOST_NAMED], *more]
