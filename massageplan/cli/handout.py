"""`mplan handout`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError
from .context import ClientArgument, PracticeOption, TodayOption, choice, opened, today


def run(
    client: ClientArgument,
    week: Annotated[
        int | None,
        typer.Option("--week", metavar="N", min=1, max=520, help="The lines of this week of the course, not today's."),
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="FORM", help="html or md.")] = "html",
    out: Annotated[str | None, typer.Option("--out", metavar="FILE", help='Where to write it; "-" prints it.')] = None,
    paper: Annotated[
        str | None, typer.Option("--paper", metavar="SIZE", help="letter or a4, if not the practice's.")
    ] = None,
    next_visit: Annotated[
        str | None, typer.Option("--next-visit", metavar="DATE", help="Printed on the sheet; the tick grid runs to it.")
    ] = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Make it though a record or a warning sign forbids it.")
    ] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open it when it is made.")] = False,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Make a client's homework handout.

    It holds the goal in the client's words, what to expect by which visit, each exercise of the week with steps and
    dose, when to stop, a grid to tick, and who to call. Prints the path of the file it wrote.
    """
    from ..workflows.handout import Asked, make_handout
    from ..workflows.output import place, write

    form = choice("--to", to, ("html", "md"))
    sheet_of = choice("--paper", paper, ("letter", "a4")) if paper else None
    house = opened(practice)
    day = today(today_)
    if next_visit is not None and _day(next_visit) < day:
        raise UsageError(f"--next-visit {next_visit} lies before {day.isoformat()}.", "give the day of the next visit")
    sheet = make_handout(house, Asked(client, day, week, form, sheet_of, next_visit, anyway))  # type: ignore[arg-type]
    for remark in sheet.remarks:
        print(f"note: {remark}", file=sys.stderr)
    if out == "-":
        print(sheet.text, end="")
        return
    stem = f"handout-week-{sheet.week}" if sheet.week is not None else f"handout-{day.isoformat()}"
    if out and not Path(out).absolute().parent.is_dir():
        raise UsageError(f"There is no folder {Path(out).parent}.", "make it first, or give another --out")
    path = Path(out) if out else place(house.files.root, sheet.code, f"{stem}.{form}")
    write(path, sheet.text)
    print(path)
    if open_:
        typer.launch(str(path))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--next-visit {text[:40]!r} is not a date.", "write it like 2026-11-30") from None
