"""`mplan forms`."""

from __future__ import annotations

from typing import Annotated

import typer

from .context import PracticeOption, TodayOption, complete_client, opened, today
from .page import (
    LanguageOption,
    LargeOption,
    OpenOption,
    OutOption,
    PaperOption,
    ToOption,
    forms_of,
    hand_over,
    paper_of,
)


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
RegionOption = Annotated[
    str | None,
    typer.Option("--region", metavar="REGION", help="Ask what matters for this body region, such as low-back."),
]


def run(
    form: FormArgument,
    client: ForArgument = None,
    to: ToOption = None,
    out: OutOption = None,
    paper: PaperOption = None,
    region: RegionOption = None,
    large: LargeOption = False,
    language: LanguageOption = None,
    open_: OpenOption = False,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Make a paper form to fill in by hand: intake, consent or reassessment.

    Blank, or for a client with what the records know: name, birth date, places, activities and goals in the client's
    words. What the client is to rate stands empty. Prints the path of the file it wrote.
    """
    from ..workflows.forms import Asked, make_form

    ways, sheet_of = forms_of(to), paper_of(paper)
    house = opened(practice)
    asked = Asked(form, client, today(today_), sheet_of, region, large, language)
    sheet = make_form(house, asked)
    hand_over(sheet, ways, out, (house.files.root, sheet.code or "forms", form), open_)
