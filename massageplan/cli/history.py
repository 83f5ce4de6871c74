"""`mplan history`."""

from __future__ import annotations

from typing import Annotated

import typer

from ..errors import UsageError
from .context import ClientArgument, PracticeOption, TodayOption
from .record import DateOption, EditOption, FromOption, TherapistOption, record


def _complete_questions(incomplete: str) -> list[str]:
    from ..workflows.library import ids_of

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{id}" for id in ids_of("screening") if id.startswith(last)]


def run(
    client: ClientArgument,
    ask: Annotated[
        str | None,
        typer.Option(
            "--ask",
            metavar="IDS",
            help="Put just these screening questions, such as dvt,fever.",
            autocompletion=_complete_questions,
        ),
    ] = None,
    edit: EditOption = False,
    source: FromOption = None,
    date: DateOption = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Note what went before: diagnoses, operations, medicines, allergies.

    Asks on a terminal (Enter skips, < goes back, ? explains), or takes it from --edit or --from.
    """
    ids: tuple[str, ...] = ()
    if ask is not None:
        if edit or source:
            raise UsageError("--ask puts questions; --edit and --from do not.", "leave one out")
        from ..workflows.library import entry

        names = [name for name in ask.split(",") if name.strip()]
        if not names:
            raise UsageError("--ask names no question.", "such as --ask dvt,fever (mplan library list screening)")
        ids = tuple(dict.fromkeys(entry(practice, "screening", name).id for name in names))
    record("history", client, edit, source, (date, therapist, practice, today_), ask=ids)
