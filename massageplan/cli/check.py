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
    from collections.abc import Callable
    from pathlib import Path

    from ..store.unsaved import Unsaved
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
    found = _looking(root) if form == "text" else None
    progress = bar(sys.stderr, stopwatch, "clients")
    report = check_practice(root, today(today_), client, progress)
    _print(report, form, root)
    if found is not None:
        _say_unsaved(found, report.client)
    raise typer.Exit(int(report.count("error") > 0 or (strict and report.count("warning") > 0)))


def _looking(root: Path) -> Callable[[], list[Unsaved]]:
    """Begins to look for what git does not have; there is nothing to tell where there is no version control."""
    from ..store.git import Git, locate
    from ..store.unsaved import looking

    git = locate(root)
    return looking(git) if isinstance(git, Git) else list


def _say_unsaved(found: Callable[[], list[Unsaved]], code: str | None) -> None:
    """Records that git does not have as they are, of the client that was looked at."""
    from ..report.safe import one_line
    from ..store.git import Refused

    try:
        files = [u.file for u in found() if code is None or u.file.startswith(f"clients/{code}/")]
    except Refused as refused:
        print(one_line(f"what is not saved cannot be told: {refused}"), file=sys.stderr)
        return
    if files:
        named = f"{files[0]} is" if len(files) == 1 else f"{len(files)} files are"
        print(one_line(f"{named} not saved in git; settle it with: mplan save"), file=sys.stderr)


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
