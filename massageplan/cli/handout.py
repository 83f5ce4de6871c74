"""`mplan handout`."""

from __future__ import annotations

from typing import Annotated

import typer

from ..errors import UsageError
from .context import ClientArgument, PracticeOption, TodayOption, day, opened, today
from .page import (
    AnywayOption,
    LanguageOption,
    LargeOption,
    OpenOption,
    OutOption,
    PaperOption,
    ToOption,
    forms_of,
    hand_over,
    paper_of,
)


def run(
    client: ClientArgument,
    week: Annotated[
        int | None,
        typer.Option("--week", metavar="N", min=1, max=520, help="The lines of this week of the course, not today's."),
    ] = None,
    to: ToOption = None,
    out: OutOption = None,
    paper: PaperOption = None,
    next_visit: Annotated[
        str | None, typer.Option("--next-visit", metavar="DATE", help="Printed on the sheet; the tick grid runs to it.")
    ] = None,
    large: LargeOption = False,
    language: LanguageOption = None,
    anyway: AnywayOption = False,
    open_: OpenOption = False,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Make a client's homework handout.

    It holds the goal in the client's words, what to expect by which visit, each exercise of the week with steps and
    dose, when to stop, a grid to tick, and who to call. Prints the path of the file it wrote.
    """
    from ..workflows.handout import Asked, make_handout

    forms, sheet_of = forms_of(to), paper_of(paper)
    house = opened(practice)
    now = today(today_)
    if next_visit is not None and day("--next-visit", next_visit) < now:
        raise UsageError(f"--next-visit {next_visit} lies before {now.isoformat()}.", "give the day of the next visit")
    sheet = make_handout(house, Asked(client, now, week, sheet_of, next_visit, anyway, large, language))
    stem = f"handout-week-{sheet.week}" if sheet.week is not None else f"handout-{now.isoformat()}"
    hand_over(sheet, forms, out, (house.files.root, sheet.code or "", stem), open_)
