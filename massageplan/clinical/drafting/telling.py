"""What the client is told: why it hurts and what they can change, and habits of the day that ease it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...frozen import replace
from .base import Line, Reason, of_source
from .techniques import told

if TYPE_CHECKING:
    from .base import Case
    from .fitting import Fit

MOST_TAUGHT = 3
"""Sentences of the library in an explanation, which has five at most: more told is a smaller share kept
(library adherence memory-forgotten)."""

MOST_ADVICE = 2


def why(case: Case, homework: list[Line]) -> list[Line]:
    """Three to five sentences: what is going on, what the client said of it, and what they can do about it."""
    entry = case.entry("presentation", case.presentation)
    taught = [str(each) for each in (entry.get("en") or {}).get("education") or ()][:MOST_TAUGHT]
    because: list[Reason] = []
    if taught:
        because.append(of_source(f"presentation {case.presentation}", entry))
    own, reasons = _own(case)
    action, acts = _action(case, homework)
    lines = [*taught, *own, *action]
    because += [*reasons, *acts]
    return [Line("why", "\n".join(lines), tuple(because))] if lines and because else []


def _own(case: Case) -> tuple[list[str], list[Reason]]:
    """What the client said makes it worse and better, in their words."""
    worse, better = told(case, "worse_with")[:2], told(case, "better_with")[:2]
    parts = [f"it is worse with {_joined(text for text, _ in worse)}"] * bool(worse)
    parts += [f"{'' if parts else 'it is '}better with {_joined(text for text, _ in better)}"] * bool(better)
    return ([f"You told me that {', and '.join(parts)}."] if parts else []), [
        reason for _, reason in [*worse, *better]
    ][:2]


def _joined(texts: Any) -> str:
    return " or ".join(dict.fromkeys(text.strip().rstrip(".") for text in texts))


def _action(case: Case, homework: list[Line]) -> tuple[list[str], list[Reason]]:
    """The sentence that ties the explanation to what the client does."""
    names = [case.name("exercise", str(line.item["do"])).partition(",")[0].lower() for line in homework]
    if not names:
        return [], []
    said = ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else names[0]
    return [f"Your part: {said}. A little, often, does more than a lot at once."], list(homework[0].because[-1:])


def advice(case: Case, habits: tuple[Fit, ...]) -> list[Line]:
    """Habits that the client's own day points to, each with how to begin."""
    out = []
    for fit in habits[:MOST_ADVICE]:
        entry = case.entry("exercise", fit.id)
        block = entry.get("en") or {}
        steps = [str(step) for step in block.get("steps") or ()][:2]
        source = replace(
            of_source(f"exercise {fit.id}", entry), verified=(entry.get("dose") or {}).get("verified") == "true"
        )
        out.append(Line("advice", {"say": f"{block.get('name')}: {' '.join(steps)}"}, (*fit.because, source)))
    return out
