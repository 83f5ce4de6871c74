"""`mplan library list`, `show`, `figure` and `sheet`."""

from __future__ import annotations

from typing import Annotated

import typer

from . import figures
from .context import PracticeOption

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Look up exercises, movements, instruments, warning signs, presentations, dosing, sources.",
)


def _complete_kind(incomplete: str) -> list[str]:
    from ..library.catalogue import KINDS

    return [kind for kind in KINDS if kind.startswith(incomplete)]


def _complete_id(incomplete: str) -> list[str]:
    from ..workflows.library import ids

    return [id for id in ids(None) if id.startswith(incomplete)]


@app.command("list")
def list_(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            help="One kind only, such as exercise, movement, screening, presentation or source.",
            autocompletion=_complete_kind,
        ),
    ] = None,
    find: Annotated[str | None, typer.Option("--find", metavar="WORD", help="Only entries with this word.")] = None,
    json: Annotated[bool, typer.Option("--json", help="As a list of objects.")] = False,
    practice: PracticeOption = None,
) -> None:
    """List the entries, the practice's own marked."""
    from ..workflows.library import listed

    print(listed(practice, kind, find, json), end="")


@app.command("show")
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="Id of the entry.", autocompletion=_complete_id)],
    json: Annotated[bool, typer.Option("--json", help="As an object.")] = False,
    practice: PracticeOption = None,
) -> None:
    """Show an entry with the sources of its figures."""
    from ..workflows.library import shown

    print(shown(practice, id, json), end="")


app.command("figure")(figures.figure)
app.command("sheet")(figures.sheet)
