"""`mplan drop`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..errors import UsageError
from .context import PracticeOption, TodayOption, opened, today
from .edit import RecordArgument, WhoseArgument
from .record import TherapistOption, me, said_kept, waiting


def run(
    client: WhoseArgument,
    record: RecordArgument = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason, kept as an amendment.")] = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Take a record out that should not be there, and say why.

    An amendment keeps the reason; git keeps the record.
    """
    from ..store.git import found
    from ..store.unsaved import unsaved
    from ..workflows.find import find_record
    from ..workflows.move import Mending, drop

    house = opened(practice)
    now = today(today_)
    git = found(house.files.root)
    gone = [u.file for u in unsaved(git) if u.state == "gone"] if git else []
    named = find_record(house, client, record, gone)
    reason = why or _asked(named.file)
    written = drop(Mending(house, me(house, now, therapist), now, waiting), named, reason)
    print(written.file)
    said_kept(written.kept)


def _asked(file: str) -> str:
    from ..ask import terminal

    if terminal.here():
        print(file, file=sys.stderr)
        said = terminal.ask("Why is it dropped? ")
        if said.move == "answer":
            return said.text
    raise UsageError("A record is not dropped without a reason.", "say it: --why 'entered twice'")
