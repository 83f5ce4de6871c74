"""`mplan save`."""

from __future__ import annotations

import sys

import typer

from . import streams
from .context import PracticeOption, TodayOption, complete_client, opened, today
from .record import TherapistOption, me, tell, waiting


def run(
    client: str | None = typer.Argument(
        None, metavar="CLIENT", help="Only this client's records.", autocompletion=complete_client
    ),
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Check and commit what you made or changed by hand.

    Each record becomes a commit of its own. What has an error in it is left, and told.
    """
    from ..report.safe import one_line
    from ..workflows.clients import find_client
    from ..workflows.save import save

    house = opened(practice)
    now = today(today_)
    code = None if client is None else find_client(house, client)
    done = save(house, me(house, now, therapist), now, waiting, code)
    with streams.after("What could be saved is saved"):
        for message in done.commits:
            print(one_line(f"saved: {message}"))
    tell(done.findings)
    for left in done.left:
        print(one_line(f"{left.file}: not saved, {left.because} ({left.help})"), file=sys.stderr)
    if not (done.commits or done.findings or done.left):
        print("everything is saved", file=sys.stderr)
    raise typer.Exit(int(bool(done.findings or done.left)))
