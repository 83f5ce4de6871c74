"""`mplan handout`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from .context import PracticeOption, TodayOption, color, complete_client, day, opened, today
from .giving import BackOption, GivenOption, HowOption, Note, before, give
from .handouts import make
from .page import (
    AnywayOption,
    LanguageOption,
    LargeOption,
    OpenOption,
    OutOption,
    PaperOption,
    forms_of,
    hand_over,
    paper_of,
)
from .record import TherapistOption

OneClient = Annotated[
    str | None,
    typer.Argument(
        metavar="CLIENT",
        help="Any part of the client's name or folder.",
        autocompletion=complete_client,
        show_default=False,
    ),
]
AllOption = Annotated[
    bool, typer.Option("--all", help="Those of all active clients who have a plan, into out/CLIENT/.")
]
WeekOption = Annotated[
    int | None,
    typer.Option("--week", metavar="N", min=1, max=520, help="The lines of this week of the course, not today's."),
]
VisitOption = Annotated[
    str | None, typer.Option("--next-visit", metavar="DATE", help="Its day, or day and time; the tick grid runs to it.")
]
FormOption = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar="FORM",
        help="html, pdf, md, or ics for a calendar; several at once: --to pdf,ics.",
        show_default="html",
    ),
]

if TYPE_CHECKING:
    from datetime import date

    from ..documents.paper import Layout
    from ..workflows.handout import Handout
    from ..workflows.load import Opened


def run(
    client: OneClient = None,
    all_: AllOption = False,
    week: WeekOption = None,
    to: FormOption = None,
    out: OutOption = None,
    paper: PaperOption = None,
    next_visit: VisitOption = None,
    large: LargeOption = False,
    language: LanguageOption = None,
    anyway: AnywayOption = False,
    open_: OpenOption = False,
    given: GivenOption = None,
    how: HowOption = None,
    teach_back: BackOption = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Make a client's homework handout, or those of all clients.

    It holds the goal in the client's words, what to expect by which visit, each exercise of the week with steps and
    dose, when to stop, a grid to tick, and who to call. Prints the path of the file it wrote, then what its checks
    find on the sheet: hard words, a dose outside guidance, a line without a place in the day. On a terminal it then
    offers to note that it was given, and how the client told it back.
    """
    forms, sheet_of = forms_of(to, handout=True), paper_of(paper)
    note = Note(given, how, teach_back, therapist, practice, today_)
    if all_:
        one = {"CLIENT": client, "--week": week, "--out": out, "--next-visit": next_visit, "--anyway": anyway}
        _refuse({**one, "--open": open_, **note.options}, "is for one client, not for --all")
        make(opened(practice), today(today_), (forms, sheet_of, large, language))
        return
    if client is None:
        raise UsageError("Whose handout is it?", "name a client: mplan handout jane; or make all: mplan handout --all")
    from ..workflows.handout import Asked, make_handout

    house, now = opened(practice), today(today_)
    if next_visit is not None:
        _look_at(next_visit, now)
    sheet = make_handout(house, Asked(client, now, week, sheet_of, next_visit, anyway, large, language))
    work = before(sheet, note, out)
    layout = hand_over(sheet, forms, out, (house.files.root, sheet.code or "", sheet.stem), open_)
    _tell(house, sheet, layout)
    give(sheet, note, work, out)


def _look_at(visit: str, now: date) -> None:
    """The day of the next visit, and the time of the day where one stands behind it.

    Raises:
        UsageError: it is no day to come, or what stands behind it is no time.
    """
    from ..documents.reminders import clock

    first, _, rest = visit.partition(" ")
    if day("--next-visit", first) < now:
        raise UsageError(f"--next-visit {first} lies before {now.isoformat()}.", "give the day of the next visit")
    if rest and clock(rest) is None:
        raise UsageError(f"--next-visit has no time behind its day: {rest[:40]!r}.", "write it like '2026-11-30 17:30'")


def _refuse(given: dict[str, object], why: str) -> None:
    """Options that say nothing here.

    Raises:
        UsageError: one of them was given.
    """
    named = [name for name, value in given.items() if value not in (None, False)]
    if named:
        raise UsageError(f"{named[0]} {why}.", "leave one of the two out")


def _tell(house: Opened, sheet: Handout, layout: Layout | None) -> None:
    """What the checks of the sheet find, on standard error: it is made all the same."""
    from ..workflows.judged import judge

    judged = judge(house, sheet, layout)
    if not (judged.findings or judged.silenced):
        return
    from ..report.findings import Paint, as_text
    from ..report.summary import of_sheet
    from ..workflows.lines import source_lines

    source = source_lines(house.files.root) if sys.stderr.isatty() else None
    paint = Paint(color(sys.stderr), source)
    if judged.findings:
        print(as_text(judged.findings, paint), file=sys.stderr)
    print(of_sheet(judged.findings, judged.silenced, paint), file=sys.stderr)
