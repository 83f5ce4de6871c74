"""`mplan show`."""

from __future__ import annotations

import json as json_
import sys
from typing import Annotated

import typer

from ..errors import UsageError
from .context import PracticeOption, TodayOption, complete_client, opened, today


def run(
    client: Annotated[
        str | None,
        typer.Argument(
            metavar="CLIENT",
            help="Any part of the client's name or folder; without it, all clients.",
            autocompletion=complete_client,
        ),
    ] = None,
    measures: Annotated[bool, typer.Option("--measures", help="Every figure as one table.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="The figures for a spreadsheet.")] = False,
    json: Annotated[bool, typer.Option("--json", help="The figures (or the clients) as a list of objects.")] = False,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Read a client's records, or list the clients."""
    from ..report.safe import for_terminal
    from ..workflows import show
    from ..workflows.clients import find_client
    from ..workflows.load import load_folder

    house = opened(practice)
    if client is None and (measures or csv):
        raise UsageError("The figures are shown for one client.", "name one: mplan show CLIENT --measures")
    if client is None:
        rows = show.clients(house)
        if json:
            print(json_.dumps(rows, ensure_ascii=False, indent=1))
        if not rows:
            print("There are no clients yet.", file=sys.stderr)
        for row in [] if json else rows:
            print(for_terminal(f"{row['client']}  {row['newest'] or '-':<10}  {row['name']}"))
        return
    code = find_client(house, client)
    if not (measures or csv or json):
        print(show.chart(house, code, today(today_)), end="")
        return
    folder = load_folder(house, code).folder
    if folder.left_out:
        print(f"note: left out, since they cannot be used: {', '.join(folder.left_out)}", file=sys.stderr)
    figures = show.measurements(folder, house.house)
    form = show.as_csv if csv else show.as_json if json else show.table
    print(form(figures), end="")
