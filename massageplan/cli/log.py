"""`mplan log`."""

from __future__ import annotations

from typing import Annotated

import typer

from .context import ClientArgument, PracticeOption, practice_root


def run(
    client: ClientArgument,
    json: Annotated[bool, typer.Option("--json", help="As a list of objects, with every commit.")] = False,
    practice: PracticeOption = None,
) -> None:
    """What was recorded of a client, and what became of it.

    One line a record, also of those that were moved, dropped or undone, with who and when. Git tells it.
    """
    from ..workflows.log import as_json, as_text, log

    told = log(practice_root(practice), client)
    print((as_json if json else as_text)(told), end="")
