"""`mplan audit`."""

from __future__ import annotations

import shutil
import sys
from typing import Annotated

import typer

from ..errors import UsageError
from .context import PracticeOption, TodayOption, color, complete_client, opened, today


def _complete_place(incomplete: str) -> list[str]:
    from ..workflows.library import ids_of

    return [id for id in ids_of("jurisdiction") if id.startswith(incomplete)]


def run(
    client: Annotated[
        str | None,
        typer.Argument(
            metavar="CLIENT", help="Any part of the client's name or folder.", autocompletion=complete_client
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="All clients: a table, and what is missing.")] = False,
    jurisdiction: Annotated[
        str | None,
        typer.Option(
            "--jurisdiction", metavar="ID", help="Rules of another place than practice.yaml names.",
            autocompletion=_complete_place,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="As an object.")] = False,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:  # fmt: skip
    """See what an inspection would look for in the records.

    Unofficial and not legal advice: the rules are a short list with their sources (mplan library list jurisdiction).
    Exit code 1 if something is missing.
    """
    from ..report.audit import as_json, as_table, as_text
    from ..report.findings import Paint
    from ..workflows.audit import audit_clients

    if (client is None) != all_:
        raise UsageError("Name one client, or ask for all.", "mplan audit CLIENT, or mplan audit --all")
    report = audit_clients(opened(practice), today(today_), client, jurisdiction)
    paint = Paint(color())
    if json:
        print(as_json(report))
    else:
        columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        print((as_table if all_ else as_text)(report, paint, columns), end="")
    _say_left_out([f"clients/{each.code}/{name}" for each in report.clients for name in each.left_out])
    raise typer.Exit(int(report.missing > 0))


def _say_left_out(files: list[str]) -> None:
    """Files that nobody could look into."""
    if files:
        from ..report.safe import one_line

        said = f"{files[0]} cannot be read" if len(files) == 1 else f"{len(files)} files cannot be read"
        print(one_line(f"note: {said}; left out here, see: mplan check"), file=sys.stderr)
