"""Who is sent to somebody else first: what has to be asked before there is a draft, and what stands against one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..screening import GRAVE, NOT_ASKED, acts
from .base import Line, Reason, Ruled
from .people import referral

if TYPE_CHECKING:
    from .base import Case


def missing(case: Case) -> tuple[str, ...]:
    """Questions of the regions and of the picture by which somebody else may come first and that nobody has asked."""
    wanted: dict[str, None] = {}
    for region in case.regions:
        wanted.update(dict.fromkeys(case.entry("region", region).get("screening") or ()))
    wanted.update(dict.fromkeys(case.entry("presentation", case.presentation).get("red-flags") or ()))
    return tuple(id for id in wanted if is_grave(case, id) and is_unasked(case, id))


def is_grave(case: Case, id: str) -> bool:
    """Whether a yes to this question sends the client to somebody else first."""
    act = acts(case.library, id)
    return act is not None and act.is_grave


def is_unasked(case: Case, id: str) -> bool:
    """Whether nobody has asked this question of the client."""
    answer = case.standing.get(id)
    return answer is None or answer.answer == NOT_ASKED


def ruled(case: Case) -> list[Ruled]:
    """Every answer that is yes or unsure and that nobody cleared, the gravest first, else by name."""
    found = [
        Ruled(answer, act)
        for _, answer in sorted(case.standing.items())
        if answer.is_open and (act := acts(case.library, answer.id)) is not None
    ]
    return sorted(found, key=lambda each: GRAVE.index(each.act.action) if each.act.is_grave else len(GRAVE))


def first_elsewhere(case: Case) -> list[Line]:
    """The referrals that grave answers call for, and nothing else."""
    return [_referral(case, each) for each in ruled(case) if each.act.is_grave]


def _referral(case: Case, each: Ruled) -> Line:
    act = each.act
    how_soon = f" How soon: {act.urgency}." if act.urgency else ""
    to = ("emergency care",) if act.action == GRAVE[0] else ("GP",)
    because = (asked(case, each),)
    return referral(case, to, f"{act.name}: {act.advice}{how_soon}", because)


def asked(case: Case, each: Ruled) -> Reason:
    """The answer as a reason, with the sources of its question."""
    sources = case.entry("screening", each.act.id).get("sources") or ()
    words = f"{each.act.id} is {each.answer.answer}"
    return Reason(words, each.answer.span, tuple(sources), each.act.verified)
