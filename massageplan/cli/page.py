"""What the commands share that make a page: its form and paper, where it is written, and how it is handed over."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from ..errors import UsageError
from .context import choice

if TYPE_CHECKING:
    from collections.abc import Sequence

ToOption = Annotated[str, typer.Option("--to", metavar="FORM", help="html or md.")]
OutOption = Annotated[str | None, typer.Option("--out", metavar="FILE", help='Where to write it; "-" prints it.')]
PaperOption = Annotated[
    str | None, typer.Option("--paper", metavar="SIZE", help="letter or a4, if not the practice's.")
]
LargeOption = Annotated[bool, typer.Option("--large-print", help="In large letters, on more pages.")]
AnywayOption = Annotated[bool, typer.Option("--anyway", help="Make it though a record or a warning sign forbids it.")]
OpenOption = Annotated[bool, typer.Option("--open", help="Open it when it is made.")]


class Page(Protocol):
    """A document that was made."""

    @property
    def text(self) -> str:
        """The document."""

    @property
    def remarks(self) -> Sequence[str]:
        """What the therapist should know of it, each a sentence."""


def form_of(to: str) -> str:
    """What `--to` names.

    Raises:
        UsageError: it is neither html nor md.
    """
    return choice("--to", to, ("html", "md"))


def paper_of(paper: str | None) -> str | None:
    """What `--paper` names; None for the practice's own.

    Raises:
        UsageError: it is neither letter nor a4.
    """
    return choice("--paper", paper, ("letter", "a4")) if paper else None


def hand_over(page: Page, out: str | None, usual: tuple[Path, str, str], open_: bool, then: str = "") -> None:
    """Say what is to be known of a page, then print it, or write it and say where it is.

    Args:
        out: the file asked for; "-" prints the page.
        usual: where it goes else: folder of the practice, folder below `out`, and name of the file.
        open_: whether to open it.
        then: what to do next, said once it is written.

    Raises:
        UsageError: the folder of the file does not exist.
    """
    from ..workflows.output import place, write

    for remark in page.remarks:
        print(f"note: {remark}", file=sys.stderr)
    if out == "-":
        print(page.text, end="")
        return
    if out and not Path(out).absolute().parent.is_dir():
        raise UsageError(f"There is no folder {Path(out).parent}.", "make it first, or give another --out")
    path = Path(out) if out else place(*usual)
    write(path, page.text)
    print(path)
    if then:
        print(then, file=sys.stderr)
    if open_:
        typer.launch(str(path))
