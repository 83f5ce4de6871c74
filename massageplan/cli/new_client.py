"""`mplan new-client`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import HasFindings
from .context import PracticeOption, TodayOption, opened, today
from .record import EditOption, FromOption, TherapistOption, finish, kept_on_stop, make, manner, me, offered, waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..workflows.load import Opened
    from ..workflows.recording import Done, Work


def run(
    edit: EditOption = False,
    source: FromOption = None,
    anyway: Annotated[bool, typer.Option("--anyway", help="It is somebody new, whoever has a like name.")] = False,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Make the folder of a new client.

    Shows first who has a like name or the same birth date. The folder is named by initials and four characters, so
    that nobody's name stands in a path.
    """
    from ..ask import terminal
    from ..frozen import replace
    from ..workflows.new_client import begin

    house = opened(practice)
    now = today(today_)
    work = replace(begin(house, me(house, now, therapist), now), waiting=waiting)
    sure = (lambda _: True) if anyway else _sure(house, source is not None)
    if edit or source or not terminal.here():
        finish(make(replace(work, sure=sure), edit, source), work)
    else:
        finish(kept_on_stop(work, lambda: _by_questions(work, sure)), work)


def _by_questions(work: Work, sure: Callable[[dict[str, Any]], bool]) -> Done:
    """Name and birth date first; then who may be the same person; then the rest."""
    from ..frozen import replace
    from ..workflows.asking import by_questions, introduce
    from ..workflows.new_client import named_first
    from ..workflows.recording import Done

    begun = offered(work)
    look = manner()
    if begun:
        return by_questions(replace(work, sure=sure), look, begun)
    introduce(work, look)
    told, draft = named_first(work, look)
    if told is None:
        return Done(None, (), draft if draft.exists else None)
    if not sure(told.told):
        draft.discard()
        return Done(None)
    return by_questions(told, look)


def _sure(house: Opened, by_file: bool) -> Callable[[dict[str, Any]], bool]:
    """Whether it is somebody new: asked where somebody is there who may be the same."""

    def sure(data: dict[str, Any]) -> bool:
        from ..ask import terminal
        from ..report.safe import one_line
        from ..workflows.new_client import alike

        found = alike(house, data)
        if not found:
            return True
        for each in found[:8]:
            print(one_line(f"  {each.code}  {each.name}  {each.born}  {each.because}"), file=sys.stderr)
        if terminal.here() and not by_file:
            agreed = terminal.agrees("Is it somebody new?", usual=False)
            if agreed is None:  # the terminal was closed: what was said stays a draft
                raise KeyboardInterrupt
            return agreed
        raise HasFindings(f"{len(found)} may be the same person.", "if it is somebody new: --anyway")

    return sure
