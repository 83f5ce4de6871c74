"""`mplan session`."""

from __future__ import annotations

from typing import Annotated

import typer

from .context import ClientArgument, PracticeOption, TodayOption, choice
from .record import DateOption, EditOption, FromOption, TherapistOption, record

ATTENDED = ("yes", "late", "left-early", "missed", "moved", "cancelled", "cancelled-late", "we-cancelled")
"""The choices of the key in the schema (a test holds the two together)."""


def run(
    client: ClientArgument,
    attended: Annotated[
        str | None,
        typer.Option("--attended", metavar="WORD", help="missed, moved, cancelled, cancelled-late, we-cancelled ..."),
    ] = None,
    edit: EditOption = False,
    source: FromOption = None,
    date: DateOption = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Note a visit, kept or missed.

    Asks on a terminal (Enter skips, < goes back, ? explains), or takes it from --edit or --from.
    """
    told = {"attended": choice("--attended", attended, ATTENDED)} if attended else {}
    record("session", client, edit, source, (date, therapist, practice, today_), told)
