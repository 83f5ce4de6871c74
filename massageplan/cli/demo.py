"""`mplan demo`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def run(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where to put the example practice.")] = "mplan-demo",
    open_: Annotated[bool, typer.Option("--open", help="Open the handout.")] = False,
) -> None:
    """See it work: example clients, checked, and a handout made.

    Copies an invented practice into a new folder, so that you can look at its files and change them.
    """
    from ..report.findings import Paint
    from ..report.summary import counts
    from ..workflows.demo import run_demo
    from .context import color

    shown = run_demo(Path(folder))
    report = shown.report
    print(f"practice  {shown.root}/")
    said = counts(report.findings, report.silenced, report.clients, report.records, Paint(color()))
    print(f"check     {said.splitlines()[0]}")
    print(f"handout   {shown.handout.resolve()}")
    print(f"\nGo on:    cd {shown.root}; mplan show jane; mplan handout marek --week 3 --today 2026-06-30")
    if open_:
        typer.launch(str(shown.handout.resolve()))
