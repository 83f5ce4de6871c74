"""A plan drafted from an assessment: who is asked first, then goals, visits, treatment, homework, who else helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..consent import AREA
from ..ruled_out import PRODUCT
from . import gate
from .base import Draft, Line, Reason
from .care import light
from .change import counted_on, not_taken
from .expectation import expectation
from .goals import goals
from .homework import homework
from .outside import outside
from .remarks import no_treatment, remarks_on
from .techniques import NO, techniques
from .telling import advice, why
from .tissues import tissues
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
    found, waiting = tissues(case)
    hands = light(case, open_)
    planned = visits(case)
    aims, remarks = goals(case, planned, open_)
    aims, dropped = not_taken(case.now, aims)
    used, blocked = ([], []) if no_treatment(case) else techniques(case, found, hands)
    choice = homework(case, found, aims, open_)
    lines = [
        *why(case, list(choice.lines), open_), *aims, *planned, *expectation(case, aims), *used, *choice.lines,
        *advice(case, choice.habits, list(choice.lines)), *outside(case, open_, choice), *_withheld(case, open_),
    ]  # fmt: skip
    lines, also = not_taken(case.now, lines)
    remarks += remarks_on(case, lines, open_)
    made = Draft(tuple(lines), (*blocked, *waiting, *choice.left_out, *dropped, *also), tuple(remarks))
    return counted_on(made, case.now) if case.now else made


def _withheld(case: Case, open_: list[Ruled]) -> list[Line]:
    """What the client refuses, and what an answer speaks against, whatever is chosen."""
    out = _refused(case)
    for each in open_:
        for block in each.act.blocks:
            what = (case.entry("block", block).get("en") or {}).get("covers") or case.name("block", block)
            what = each.answer.words if block == PRODUCT[0] and each.answer.words else what
            against = f"{each.act.name}: {each.answer.words}" if each.answer.words else each.act.name
            out.append(Line("withheld", {"what": str(what), "why": against}, (gate.asked(case, each),)))
    return out


def _refused(case: Case) -> list[Line]:
    """Sensitive areas that the client does not want treated."""
    out: dict[str, Line] = {}
    for word in case.consents.words if case.consents else ():
        held = [case.consents.area(place, side).state for side, place in word.areas] if case.consents else []
        if word.purpose == AREA and word.verb in NO and word.areas and all(state in NO for state in held):
            named = ", ".join(f"{side or ''} {place}".strip() for side, place in word.areas).replace("-", " ")
            item = {"what": f"work on: {named}", "why": f"The client has {word.verb} it."}
            out[named] = Line("withheld", item, (Reason(f"the client {NO[word.verb]} {named}", word.span),))
    return list(out.values())
