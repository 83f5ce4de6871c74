"""`mplan move`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from .context import PracticeOption, TodayOption, opened, today
from .edit import RecordArgument, WhoseArgument
from .record import TherapistOption, me, said_kept, waiting


def run(
    client: WhoseArgument,
    to: Annotated[str, typer.Option("--to", metavar="CLIENT", help="Whose record it is.", show_default=False)],
    record: RecordArgument = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Move a record to the client it belongs to."""
    from ..workflows.clients import find_own_folder
    from ..workflows.find import find_record
    from ..workflows.move import Mending, move

    house = opened(practice)
    now = today(today_)
    named = find_record(house, client, record)
    written = move(Mending(house, me(house, now, therapist), now, waiting), named, find_own_folder(house, to))
    print(written.file)
    print(f"moved from {named.code}", file=sys.stderr)
    said_kept(written.kept)
