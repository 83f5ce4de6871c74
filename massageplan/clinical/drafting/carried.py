"""Techniques of the plan in force, which go on in a change: its list takes the place of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...records.base import key_of
from ..blocks import treatment
from ..ruled_out import techniques_ruled_out
from .base import Line, Reason
from .techniques import refused_at

if TYPE_CHECKING:
    from ...records.parts import Use
    from ..blocks import Treatment
    from .base import Case, Now

IN_FORCE = "in force"
"""The reason of a technique that goes on."""


def carried(case: Case, now: Now) -> tuple[list[Line], list[str]]:
    """The techniques in force as lines of a change, as they are written, and what is blocked since, each a sentence."""
    listed = now.force.plan.techniques
    because = (Reason(IN_FORCE, now.force.newest.span(("techniques",), key=True)),)
    kept, blocked = [], []
    for use in listed if isinstance(listed, tuple) else ():
        against = _against(case, treatment(use, (), case.library))
        if against is None:
            kept.append(Line("techniques", _item(use), because))
        else:
            blocked.append(against)
    return kept, list(dict.fromkeys(blocked))


def id_of(line: Line) -> str:
    """The technique of a line, which may be written in one text."""
    return line.item.split(" ", 1)[0] if isinstance(line.item, str) else str(line.item["use"])


def is_carried(line: Line) -> bool:
    """Whether a line is a technique of the plan in force that goes on."""
    return line.key == "techniques" and any(reason.words == IN_FORCE for reason in line.because)


def _item(use: str | Use) -> Any:
    if isinstance(use, str):
        return use
    told = {key_of(field): getattr(use, field) for field in use.__struct_fields__ if field != "because"}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in told.items() if value is not None}


def _against(case: Case, one: Treatment) -> str | None:
    """What speaks by now against a technique that is in force; None where nothing does."""
    name = case.name("technique", one.technique)
    if why := (case.unwanted or {}).get(one.technique):
        return f"{name}: {why}"
    if refused := next((said for place in one.places if (said := refused_at(case, place, None))), None):
        return refused
    for _, answer, act, _ in techniques_ruled_out(case.library, case.standing, [one], case.regions):
        return f"{name}: {act.id} is {answer.answer} ({answer.span.file.rpartition('/')[2]}:{answer.span.line})."
    return None
