"""A plan drafted from an assessment: who is asked first, then goals, visits, treatment, homework, who else helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..moments import per_week, read_count
from . import gate
from .base import Draft, Line
from .care import light
from .expectation import expectation
from .goals import goals
from .homework import homework
from .outside import outside
from .remarks import remarks_on
from .techniques import techniques
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
    aims, remarks = goals(case, _last(planned), _weeks(planned), open_)
    used, blocked = techniques(case, found, hands)
    choice = homework(case, found, aims, open_)
    lines = [
        *why(case, list(choice.lines), open_), *aims, *planned, *expectation(case, aims), *used, *choice.lines,
        *advice(case, choice.habits, list(choice.lines)), *outside(case, open_, choice), *_withheld(case, open_),
    ]  # fmt: skip
    remarks += remarks_on(case, lines, open_)
    return Draft(tuple(lines), (*blocked, *waiting, *choice.left_out), tuple(remarks))


def _last(planned: list[Line]) -> str:
    """The last visit of the plan, by which goals are meant."""
    told = (planned[0].item if planned else {}).get("reassess") or ["visit 4"]
    return str(told if isinstance(told, str) else told[-1])


def _weeks(planned: list[Line]) -> float | None:
    """How many weeks the visits take."""
    item = planned[0].item if planned else {}
    rate, count = per_week(str(item.get("often") or "")), read_count(str(item.get("planned") or ""))
    return count / rate if rate and count else None


def _withheld(case: Case, open_: list[Ruled]) -> list[Line]:
    """What an answer speaks against, whatever is chosen."""
    out = []
    for each in open_:
        for block in each.act.blocks:
            what = (case.entry("block", block).get("en") or {}).get("covers") or case.name("block", block)
            against = f"{each.act.name}: {each.answer.words}" if each.answer.words else each.act.name
            out.append(Line("withheld", {"what": str(what), "why": against}, (gate.asked(case, each),)))
    return out
