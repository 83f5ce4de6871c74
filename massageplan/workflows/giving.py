"""A handout was given: a follow-up of its plan says so, and how the client told it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..frozen import replace
from .recording import Done, judge, kept, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..ask.questions import Question
    from .handout import Handout
    from .recording import Work

MOST_ASKED = 3
"""Questions by which a client tells it back that are shown at once (house value: as many as lines of homework fit)."""

WAYS = ("paper", "message", "email")
"""How a handout is given, most often; any other words do."""


def told_of(sheet: Handout) -> dict[str, Any]:
    """What a record of its giving says before anybody is asked.

    Raises:
        UsageError: its course has ended, so that a record of today would begin another.
    """
    if not is_noted(sheet):
        raise UsageError(f"The course of {sheet.code} has ended; nothing of it is noted any more.", "leave out --given")
    return {"of": sheet.view.record, "what": "given"}


def is_noted(sheet: Handout) -> bool:
    """Whether it can be noted that a handout was given."""
    return sheet.week is not None and sheet.view.record is not None


def put_as(sheet: Handout) -> Callable[[Sequence[Question]], list[Question]]:
    """How the questions of a follow-up are put here: first how the client told it back, then by what way it went."""

    def put(asked: Sequence[Question]) -> list[Question]:
        by_name = {question.name: question for question in asked}
        back = replace(
            by_name["teach-back"], title=f"How did {sheet.view.client_first} tell it back?", lead=tell_back(sheet)
        )
        return [back, replace(by_name["how"], choices=WAYS)]

    return put


def tell_back(sheet: Handout) -> tuple[str, ...]:
    """Questions by which the client tells back what the sheet says: of each line one, in the reader's language."""
    asks = dict.fromkeys(line.ask for line in sheet.view.lines if line.ask)
    return tuple(f"ask: {each}" for each in list(asks)[:MOST_ASKED])


def understood(told: Mapping[str, str]) -> None:
    """Look at what options tell of it.

    Args:
        told: `how` and `teach-back`, where they were given.

    Raises:
        UsageError: one is empty, or not understood.
    """
    from .followups import channel

    blank = next((key for key, value in told.items() if not value.strip()), None)
    if blank:
        raise UsageError(f"--{blank} has nothing behind it.", "say it, or leave the option out")
    if "how" in told and (wrong := channel(told["how"])[1]):
        raise UsageError("--how is not understood.", wrong[0])


def note_given(work: Work, told: Mapping[str, str]) -> Done:
    """Keep the record without asking.

    Raises:
        NotReadable: the disk or git refuses.
    """
    data = {**work.known, **told}
    text = text_of(work, data)
    found = judge(work, text, data)
    if found.errors or found.data is None:
        return Done(None, found.findings)
    return kept(work, found, text)
