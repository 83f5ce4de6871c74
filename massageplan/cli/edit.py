"""`mplan edit`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from ..frozen import replace
from . import streams
from .context import PracticeOption, TodayOption, complete_client, opened, today
from .record import FromOption, TherapistOption, me, named_source, not_waited, said_kept, tell, waiting

if TYPE_CHECKING:
    from ..workflows.correct import Correction
    from ..workflows.recording import Done

RecordArgument = Annotated[
    str | None,
    typer.Argument(metavar="RECORD", help="A kind (its newest), or part of the file's name; if left out, the newest."),
]
WhoseArgument = Annotated[
    str,
    typer.Argument(
        metavar="CLIENT",
        help="Any part of the client's name or folder; CLIENT/RECORD too.",
        autocompletion=complete_client,
        show_default=False,
    ),
]


def run(
    client: WhoseArgument,
    record: RecordArgument = None,
    source: FromOption = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Correct a record, the newest if you name none.

    Opens your editor; the record is replaced only when nothing is wrong with the new one. client.yaml is named
    "client".
    """
    from ..ask import terminal
    from ..report.safe import one_line
    from ..workflows import correct, recording
    from ..workflows.find import find_record

    house = opened(practice)
    now = today(today_)
    named = find_record(house, client, record)
    work = correct.begin(house, named, me(house, now, therapist), now, waiting)
    if source:
        done = _as_given(correct.from_text(work, recording.read_source(source)), named.file, named_source(source))
    elif not terminal.here():
        raise UsageError("Nobody can be asked here.", "give --from FILE, or --from - and the record on standard input")
    else:
        done = _at_terminal(work)
    if done.findings:
        tell(done.findings)
    if done.written is None:
        kept = f"; your change is kept, go on with: mplan edit {named.code} {named.stem}" if done.draft else ""
        print(one_line(f"{named.file} is as it was{kept}{not_waited(done)}"), file=sys.stderr)
        raise typer.Exit(1 if done.findings or done.draft else 0)
    with streams.after("The record is corrected"):
        print(one_line(done.written.file))
    said_kept(done.written.kept)


def _at_terminal(work: Correction) -> Done:
    """In the editor: the record, or a change of it that was left unfinished."""
    from ..ask import terminal
    from ..report.safe import one_line
    from ..store.drafts import left_behind
    from ..workflows.correct import by_editor
    from ..workflows.recording import Done

    begun = left_behind(work.opened.files.root, work.named.code, work.named.stem, edits=True)
    if begun is None:
        return by_editor(work, None)
    if work.fits(begun):
        terminal.say(f"A change of {begun.changed} was left unfinished.")
        agreed = terminal.agrees("Go on with it?")
        return Done(None) if agreed is None else by_editor(work, begun if agreed else None)
    since = f"The record was corrected since a change of {begun.changed} was begun, which is at"
    terminal.say(one_line(f"{since} {begun.path}, to copy from or to delete."))
    return by_editor(work, None) if terminal.agrees("Open the record as it is?") else Done(None)


def _as_given(done: Done, file: str, source: str) -> Done:
    """Findings of a text that was refused, at their places in the file that was given."""
    if done.written is not None:
        return done
    places = (replace(f, span=replace(f.span, file=source)) if f.span.file == file else f for f in done.findings)
    return replace(done, findings=tuple(places))
