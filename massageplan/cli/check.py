"""`mplan check`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from .context import (
    PracticeOption,
    TodayOption,
    choice,
    color,
    complete_client,
    practice_root,
    stopwatch,
    today,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ..workflows.check import Report

_FORMATS = ("text", "json", "github")


def run(
    client: Annotated[
        str | None,
        typer.Argument(
            metavar="CLIENT", help="Only this client: any part of name or folder.", autocompletion=complete_client
        ),
    ] = None,
    format: Annotated[str, typer.Option("--format", metavar="FORM", help="text, json or github.")] = "text",
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 on warnings too.")] = False,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Check the records, to the character.

    Points at what cannot be read, refers to nothing or contradicts itself (errors), and at gaps (warnings).
    Exit code 1 if there is an error.
    """
    from ..report.progress import bar
    from ..workflows.check import check_practice

    form = "json" if json else choice("--format", format, _FORMATS)
    root = practice_root(practice)
    progress = bar(sys.stderr, stopwatch, "clients")
    report = check_practice(root, today(today_), client, progress)
    _print(report, form, root)
    raise typer.Exit(int(report.count("error") > 0 or (strict and report.count("warning") > 0)))


def _print(report: Report, form: str, root: Path) -> None:
    from ..report.findings import Paint, as_github, as_json, as_text

    if form == "json":
        print(as_json(report.findings))
    elif form == "github":
        print(as_github(report.findings), end="\n" if report.findings else "")
    else:
        from ..report.summary import counts
        from ..workflows.lines import source_lines

        paint = Paint(color(), source_lines(root) if sys.stdout.isatty() else None)
        if report.findings:
            print(as_text(report.findings, paint))
        print(counts(report.findings, report.silenced, report.clients, report.records, paint))
