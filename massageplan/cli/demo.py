"""`mplan demo`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer


def run(
    folder: Annotated[
        str | None, typer.Argument(metavar="FOLDER", help="Where to put the example practice; else mplan-demo.")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the handout.")] = False,
) -> None:
    """See it work: example clients, checked, and a handout made.

    Copies an invented practice into a new folder, so that you can look at its files and change them.
    """
    from ..report.findings import Paint
    from ..report.summary import counts
    from ..workflows.demo import free_folder, run_demo
    from .context import color

    shown = run_demo(Path(folder) if folder else free_folder(Path.cwd()))
    report = shown.report
    root = shown.root.resolve()
    print(f"practice  {root}")
    said = counts(report.findings, report.silenced, report.clients, report.records, Paint(color()))
    print(f"check     {said.splitlines()[0]}")
    print(f"handout   {shown.handout.resolve()}")
    mplan = "mplan" if shutil.which("mplan") else Path(sys.argv[0]).resolve()
    print(f"\nGo on:    cd {root}; {mplan} show jane; {mplan} note jane; {mplan} undo")
    if open_:
        typer.launch(str(shown.handout.resolve()))
