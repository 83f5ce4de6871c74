"""`mplan today`."""

from __future__ import annotations

import json as json_
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from .context import PracticeOption, TodayOption, opened, today

if TYPE_CHECKING:
    from ..workflows.today import Day, Due

_SIGNS = {"now": "!!", "soon": "!", "some time": "."}


def run(
    json: Annotated[bool, typer.Option("--json", help="As a list of objects.")] = False,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Show what is unsaved, unfinished or due, with the command that settles it."""
    from ..workflows.today import look

    house = opened(practice)
    now = today(today_)
    day = look(house, now)
    if json:
        rows = [{key: getattr(due, key) for key in due.__struct_fields__} for due in day.due]
        print(json_.dumps(rows, ensure_ascii=False, indent=1))
        return
    _print(day, f"{now:%A} {now.day} {now:%B %Y}", house.house.practice.name)


def _print(day: Day, date: str, practice: str) -> None:
    from ..report.safe import one_line

    print(one_line(f"{date}  {practice}"))
    if day.due:
        print()
        wide = max(len(_who(due)) for due in day.due)
        for due in day.due:
            print(one_line(f"{_SIGNS[due.urgency]:<2} {_who(due):<{wide}}  {due.why}"))
            print(one_line(f"   {'':<{wide}}  {due.settle}"))
    print(f"\n{_count(day)}", file=sys.stderr)


def _count(day: Day) -> str:
    """How many clients wait; where there are none yet, how to begin."""
    if not day.clients:
        return "there are no clients yet; begin with: mplan new-client"
    waiting = len({due.client for due in day.due if due.client})
    need = "1 client needs" if waiting == 1 else f"{waiting or 'no'} clients need"
    return f"{need} you; {day.active} of {day.clients} are active"


def _who(due: Due) -> str:
    return due.name or due.client or "the practice"
