"""`mplan checkin`."""

from __future__ import annotations

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
    """Note what the client tells between visits.

    Asks on a terminal (Enter skips, < goes back, ? explains), or takes it from --edit or --from.
    """
    record("checkin", client, edit, source, (date, therapist, practice, today_))
