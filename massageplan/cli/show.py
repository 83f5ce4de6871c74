"""`mplan show`."""

from __future__ import annotations

import json as json_
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from .context import PracticeOption, TodayOption, complete_client, day, opened, practice_root, today
from .page import OpenOption, OutOption, PaperOption, forms_of, hand_over, paper_of

if TYPE_CHECKING:
    from datetime import date

    from ..workflows.load import Opened


ClientArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="CLIENT",
        help="Any part of the client's name or folder; without it, all clients.",
        autocompletion=complete_client,
    ),
]
PageOption = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="FORM", help="As a page with a body map: html, pdf or md; several at once: html,pdf."),
]


def run(
    client: ClientArgument = None,
    all_: Annotated[bool, typer.Option("--all", "-v", help="The lines of plans with all their reasons.")] = False,
    measures: Annotated[bool, typer.Option("--measures", help="Every figure as one table.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="The figures for a spreadsheet.")] = False,
    json: Annotated[bool, typer.Option("--json", help="The figures (or the clients) as a list of objects.")] = False,
    to: PageOption = None,
    out: OutOption = None,
    paper: PaperOption = None,
    open_: OpenOption = False,
    at: Annotated[
        str | None, typer.Option("--at", metavar="DATE", help="As git had the records at the end of that day.")
    ] = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Read a client's records, or list the clients.

    With --to the record is a page with a body map of the newest assessment, for your eyes alone; it prints the path of
    the file it wrote.
    """
    from ..workflows import show
    from ..workflows.clients import find_client

    ways, sheet_of = forms_of(to) if to or out or open_ else (), paper_of(paper)
    figures = measures or csv or json
    if ways and (client is None or figures):
        raise UsageError("A page is made of one client's whole record.", "mplan show CLIENT --to html")
    if client is None and (measures or csv):
        raise UsageError("The figures are shown for one client.", "name one: mplan show CLIENT --measures")
    now = today(today_)
    past = None if at is None else day("--at", at, any_year=True)
    house = opened(practice) if past is None else _as_of(past, practice)
    if client is None:
        _list(show.clients(house), json)
        return
    code = find_client(house, client)
    until = min(past or now, now)
    if ways:
        sheet = show.sheet(house, code, until, all_, sheet_of)
        hand_over(sheet, ways, out, (house.files.root, code, "chart"), open_)
    elif figures:
        _figures(house, code, csv, json)
    else:
        print(show.chart(house, code, until, all_), end="")
    if not (all_ or figures) and show.has_reasons(house, code):
        print("note: the reasons of plans are left out; --all shows them", file=sys.stderr)


def _figures(house: Opened, code: str, csv: bool, json: bool) -> None:
    """Every figure of a client, in one of three forms."""
    from ..workflows import figures
    from ..workflows.load import load_folder

    folder = load_folder(house, code).folder
    if folder.left_out:
        print(f"note: left out, since they cannot be used: {', '.join(folder.left_out)}", file=sys.stderr)
    form = figures.as_csv if csv else figures.as_json if json else figures.table
    print(form(figures.listed(folder, house.house, house.library)), end="")


def _as_of(past: date, practice: str | None) -> Opened:
    """The practice as it was, said on standard error."""
    from ..workflows.load import open_past

    house, commit = open_past(practice_root(practice), past)
    print(f"as of {past} (commit {commit[:7]})", file=sys.stderr)
    return house


def _list(rows: list[dict[str, str]], as_json: bool) -> None:
    """The clients, one a line."""
    from ..report.safe import one_line

    if as_json:
        print(json_.dumps(rows, ensure_ascii=False, indent=1))
    if not rows:
        print("There are no clients yet.", file=sys.stderr)
    for row in [] if as_json else rows:
        print(one_line(f"{row['client']}  {row['newest'] or '-':<10}  {row['name']}"))
