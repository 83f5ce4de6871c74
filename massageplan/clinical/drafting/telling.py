"""What the client is told: why it hurts and what they can change, and habits of the day that ease it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...frozen import replace
from ..screening import GRAVE, acts
from .base import Line, Reason, Ruled, of_source
from .dosed import ON_A_SIDE
from .fitting import Fit
from .gate import asked
from .said import sore_side, told
from .short import OPPOSITE

if TYPE_CHECKING:
    from .base import Case

MOST_TAUGHT = 3
"""Sentences of the library in an explanation, which has five at most: more told is a smaller share kept
(library adherence memory-forgotten)."""

MOST_ADVICE = 1
"""Habits on a sheet: the more is told, the smaller the share that is kept (library adherence memory-forgotten)."""

SPINE = ("low-back", "neck", "head", "thorax")
FEAR = "yf-fear-avoidance"
UNAFRAID = "Sore does not have to mean damaged. Small steps that grow are safe."
"""What is said to somebody who fears that movement harms, as the advice of that question has it."""

PACING = "activity-pacing"
UNWINDING = "wind-down"
_LOAD = re.compile(
    r"\bover (an?|half|[0-9])|\b(too much|hours?|min|minutes|long|lift|carry|sit|stand|work|desk|laptop|driv|play|knit"
    r"|dig|screw|tool|mouse|typing)"
)
"""What can be done for less long or less often; a way of lying or a sudden move cannot."""


def why(case: Case, homework: list[Line], open_: list[Ruled]) -> list[Line]:
    """Three to five sentences: what is going on, what the client said or fears, and what they can do about it."""
    entry = case.entry("presentation", case.presentation)
    taught = [str(each) for each in (entry.get("en") or {}).get("education") or ()][:MOST_TAUGHT]
    because = [of_source(f"presentation {case.presentation}", entry)] if taught else []
    fear = next((each for each in open_ if each.act.id == FEAR), None)
    own, reasons = ([UNAFRAID], [asked(case, fear)]) if fear else _own(case)
    lines = [*taught, *own, *_action(case, homework)]
    because += reasons
    return [Line("why", "\n".join(lines), tuple(because))] if lines and because else []


def _own(case: Case) -> tuple[list[str], list[Reason]]:
    """What the client said makes it worse and better, in their words."""
    worse, better = told(case, "worse_with")[:2], told(case, "better_with")[:2]
    parts = [f"it is worse with {_joined(text for text, _ in worse)}"] * bool(worse)
    parts += [f"{'' if parts else 'it is '}better with {_joined(text for text, _ in better)}"] * bool(better)
    said = [f"You told me that {', and '.join(parts)}."] if parts else []
    return said, [reason for _, reason in [*worse[:1], *better[:1]]]


def _joined(texts: Any) -> str:
    return " or ".join(dict.fromkeys(text.strip().rstrip(".") for text in texts))


def _action(case: Case, homework: list[Line]) -> list[str]:
    """The sentence that ties the explanation to what the client does."""
    names = [case.name("exercise", str(line.item["do"])).partition(",")[0].lower() for line in homework]
    if not names:
        return []
    said = ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else names[0]
    return [f"Your part: {said}. A little, often, does more than a lot at once."]


def advice(case: Case, habits: tuple[Fit, ...], homework: list[Line]) -> list[Line]:
    """Less at a time of what stirs it up, and habits that the client's own day points to."""
    paced = any(line.item["do"] == PACING for line in homework)
    habitual = [line for each in habits[:MOST_ADVICE] for line in _habit(case, each)]
    if not any(line.item["do"] == UNWINDING for line in homework):
        habitual += _sleep(case)
    return [*([] if paced else _paced(case)), *habitual, *_safety_net(case)]


def _sleep(case: Case) -> list[Line]:
    """A plan for the evening for somebody who sleeps badly, as the advice of that question asks for."""
    answer, entry = case.standing.get("yf-sleep"), case.entry("exercise", UNWINDING)
    act = acts(case.library, "yf-sleep")
    if answer is None or not answer.is_open or act is None or not entry:
        return []
    return _habit(case, Fit(UNWINDING, 0.0, (asked(case, Ruled(answer, act)),)))


_TURNS = "Get medical help at once if your answer to this ever turns to yes: "


def _safety_net(case: Case) -> list[Line]:
    """For back, neck and head the sign by which the client gets help at once, as they would notice it."""
    if case.regions[0] not in SPINE:
        return []
    wanted = [*(case.entry("region", case.regions[0]).get("screening") or ())]
    wanted += case.entry("presentation", case.presentation).get("red-flags") or ()
    for act in (acts(case.library, id) for id in wanted):
        if act is not None and act.action == GRAVE[0]:
            notice = " ".join(map(str, (case.entry("screening", act.id).get("en") or {}).get("notice") or ()))
            say = f"Get medical help at once if: {notice}" if notice else f"{_TURNS}{act.question}"
            told = {"say": say, "sign": act.id}
            return [Line("advice", told, (of_source(f"screening {act.id}", case.entry("screening", act.id)),))]
    return []


def _paced(case: Case) -> list[Line]:
    """How to go on with what makes it worse: less at a time, as pacing has it."""
    worse = [each for each in told(case, "worse_with") if _LOAD.search(each[0].lower())]
    entry = case.entry("exercise", PACING)
    if not worse or not entry:
        return []
    text, reason = worse[0]
    say = f"Less at a time for now: {text}. Stop before it bothers you, rest, then go on."
    return [Line("advice", {"say": say}, (reason, _with_dose(f"exercise {PACING}", entry)))]


def _habit(case: Case, each: Fit) -> list[Line]:
    """A habit in the words of the library; on which side to lie is advice of its own, since the library cannot know."""
    entry = case.entry("exercise", each.id)
    block = entry.get("en") or {}
    say = f"{block.get('name')}: {' '.join(map(str, (*(block.get('prepare') or ()), *(block.get('do') or ()))))}"
    because = (*each.because, _with_dose(f"exercise {each.id}", entry))
    lines = [Line("advice", {"say": say, "do": each.id}, because)]
    side = sore_side(case) if each.id in ON_A_SIDE else None
    if side:
        lines.append(Line("advice", {"say": f"Lie on your {OPPOSITE[side]} side, or on your back."}, because))
    return lines


def _with_dose(words: str, entry: dict[str, Any]) -> Reason:
    """An exercise as a reason; it is as sure as its dose."""
    return replace(of_source(words, entry), verified=(entry.get("dose") or {}).get("verified") == "true")
