"""`mplan plan`."""

from __future__ import annotations

from ..errors import UsageError
from .context import ClientArgument, PracticeOption, TodayOption
from .record import DateOption, EditOption, FromOption, TherapistOption, record


def run(
    client: ClientArgument,
    edit: EditOption = False,
    source: FromOption = None,
    date: DateOption = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Write a treatment plan, or a change of one.

    Needs --edit (your editor, with every key explained) or --from.
    """
    if not edit and source is None:
        raise UsageError("This record is written in the editor or comes from a file.", "say --edit, or --from FILE")
    record("plan", client, edit, source, (date, therapist, practice, today_))
