"""`mplan forms`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError
from .context import PracticeOption, TodayOption, choice, complete_client, opened, today


def _complete_form(incomplete: str) -> list[str]:
    from ..workflows.forms import NAMES

    return [name for name in NAMES if name.startswith(incomplete)]


FormArgument = Annotated[
    str,
    typer.Argument(
        metavar="FORM", help="intake, consent or reassessment.", autocompletion=_complete_form, show_default=False
    ),
]
ForArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="CLIENT",
        help="Any part of the client's name or folder; without it the form is blank.",
        autocompletion=complete_client,
        show_default=False,
    ),
]
OutOption = Annotated[str | None, typer.Option("--out", metavar="FILE", help='Where to write it; "-" prints it.')]
PaperOption = Annotated[
    str | None, typer.Option("--paper", metavar="SIZE", help="letter or a4, if not the practice's.")
]
RegionOption = Annotated[
    str | None,
    typer.Option("--region", metavar="REGION", help="Ask what matters for this body region, such as low-back."),
]


def run(
    form: FormArgument,
    client: ForArgument = None,
    to: Annotated[str, typer.Option("--to", metavar="FORM", help="html or md.")] = "html",
    out: OutOption = None,
    paper: PaperOption = None,
    region: RegionOption = None,
    large: Annotated[bool, typer.Option("--large-print", help="In large letters, on more pages.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open it when it is made.")] = False,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Make a paper form to fill in by hand: intake, consent or reassessment.

    Blank, or for a client with what the records know: name, birth date, places, activities and goals in the client's
    words. What the client is to rate stands empty. Prints the path of the file it wrote.
    """
    from ..workflows.forms import Asked, make_form
    from ..workflows.output import place, write

    way = choice("--to", to, ("html", "md"))
    sheet_of = choice("--paper", paper, ("letter", "a4")) if paper else None
    house = opened(practice)
    asked = Asked(form, client, today(today_), way, sheet_of, region, large)  # type: ignore[arg-type]
    sheet = make_form(house, asked)
    for remark in sheet.remarks:
        print(f"note: {remark}", file=sys.stderr)
    if out == "-":
        print(sheet.text, end="")
        return
    if out and not Path(out).absolute().parent.is_dir():
        raise UsageError(f"There is no folder {Path(out).parent}.", "make it first, or give another --out")
    path = Path(out) if out else place(house.files.root, sheet.code or "forms", f"{form}.{way}")
    write(path, sheet.text)
    print(path)
    if open_:
        typer.launch(str(path))
