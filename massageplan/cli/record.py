"""What the commands that make a record share: the three ways in, and what is said at the end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import UsageError
from . import streams
from .context import ClientArgument, PracticeOption, TodayOption, color, day, opened, today

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ..findings import Finding
    from ..records.people import Therapist
    from ..store.drafts import Draft
    from ..workflows.asking import Manner
    from ..workflows.load import Opened
    from ..workflows.me import Me
    from ..workflows.recording import Done, Work

EditOption = Annotated[bool, typer.Option("--edit", help="Write it in your editor, with every key explained.")]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="FILE", help="Take it from a file, or from standard input with -.")
]
DateOption = Annotated[str | None, typer.Option("--date", metavar="DATE", help="The day it happened, if not today.")]
TherapistOption = Annotated[
    str | None, typer.Option("--therapist", metavar="ID", help="Who you are, where several work here.")
]


def me(house: Opened, now: date, given: str | None) -> Me:
    """Who is at work; asked for once on a terminal, where several could be."""
    from ..store.git import found
    from ..workflows.me import who_am_i

    return who_am_i(house.house.practice, found(house.files.root), now, given, _choose)


def _choose(staff: Sequence[Therapist]) -> Therapist | None:
    from ..ask import terminal

    if not terminal.here():
        return None
    terminal.say("Who are you? It will be remembered in this folder.")
    n = terminal.choose("number: ", tuple(f"{t.name or t.id}" for t in staff))
    return None if n is None else staff[n]


Options = tuple[str | None, str | None, str | None, str | None]
"""--date, --therapist, --practice and --today as given."""


def work_for(kind: str, client: str, options: Options, told: dict[str, Any] | None = None) -> Work:
    """A record of a client in the making.

    Args:
        told: keys that other options of the command have told.
    """
    from ..frozen import replace
    from ..workflows.clients import find_own_folder
    from ..workflows.recording import work_on

    date, therapist, practice, today_ = options
    house = opened(practice)
    now = today(today_)
    code = find_own_folder(house, client)
    when = day("--date", date) if date else now
    work = work_on(house, code, kind, me(house, now, therapist), (when, now), told or {})
    return replace(work, waiting=waiting)


def record(
    kind: str,
    client: str,
    edit: bool,
    source: str | None,
    options: Options,
    told: dict[str, Any] | None = None,
    **of: Any,
) -> None:
    """Make a record of a kind: by questions, in the editor, or from a file.

    Args:
        told: keys that other options of the command have told.
        of: attributes of `asking.Manner`, such as the region where an assessment begins.
    """
    work = work_for(kind, client, options, told)
    finish(make(work, edit, source, **of), work)


def verb(kind: str, line: str) -> Callable[..., None]:
    """The command that makes a kind of record.

    Args:
        line: what it does, for its help.
    """

    def run(
        client: ClientArgument,
        edit: EditOption = False,
        source: FromOption = None,
        date: DateOption = None,
        therapist: TherapistOption = None,
        practice: PracticeOption = None,
        today_: TodayOption = None,
    ) -> None:
        record(kind, client, edit, source, (date, therapist, practice, today_))

    run.__doc__ = f"{line}\n\n{_THREE_WAYS}"
    return run


_THREE_WAYS = "Asks on a terminal (Enter skips, < goes back, ? explains), or takes it from --edit or --from."


def make(work: Work, edit: bool, source: str | None, **of: Any) -> Done:
    """The record by the way that was asked for; by questions where none was."""
    from ..ask import terminal
    from ..workflows import recording

    if edit and source:
        raise UsageError("--edit and --from are two ways; only one can be meant.", "leave one out")
    if source:
        return recording.from_text(work, recording.read_source(source), named_source(source))
    if not terminal.here():
        raise UsageError("Nobody can be asked here.", "give --from FILE, or --from - and the record on standard input")
    return kept_on_stop(work, lambda: _at_terminal(work, edit, of))


def _at_terminal(work: Work, edit: bool, of: dict[str, Any]) -> Done:
    from ..frozen import replace
    from ..workflows.asking import by_questions
    from ..workflows.editing import by_editor

    begun = offered(work)
    return by_editor(work, begun) if edit else by_questions(work, replace(manner(), **of), begun)


def named_source(source: str) -> str:
    """What a source is called in findings."""
    return "standard input" if source == "-" else source


def kept_on_stop(work: Work, way: Callable[[], Done], again: str | None = None) -> Done:
    """Go a way that asks somebody; where they stop it with Ctrl-C, say what became of their answers (exit 130).

    Args:
        again: the command that offers the draft again, where it is not that of the kind.
    """
    from ..store.drafts import kept_here, left_behind

    try:
        return way()
    except KeyboardInterrupt:
        if kept_here(work.root) or left_behind(work.root, work.folder.code, work.kind):
            print(f"\nstopped; the draft is kept\n{_goes_on(work, again)}", file=sys.stderr)
        else:
            print("\nstopped; nothing was kept", file=sys.stderr)
        raise typer.Exit(130) from None


def _goes_on(work: Work, again: str | None) -> str:
    from ..workflows.recording import command_for

    return f"Go on with: {again or command_for(work.kind, work.folder.code)}"


def offered(work: Work, kind: str | None = None) -> Draft | None:
    """A draft that was left behind, if the user wants to go on with it.

    Args:
        kind: as drafts of it are called, where that is not the kind of the record.
    """
    from ..ask import terminal
    from ..store.drafts import left_behind

    draft = left_behind(work.root, work.folder.code, kind or work.kind)
    if draft is None:
        return None
    terminal.say(f"A draft of {draft.changed} was left here; it is no record yet.")
    agreed = terminal.agrees("Go on with it?")
    if agreed is None:
        raise KeyboardInterrupt
    if not agreed and terminal.agrees("Throw it away?", usual=False):
        draft.discard()
    return draft if agreed else None


def manner() -> Manner:
    """How questions look on this terminal."""
    import shutil

    from ..workflows.asking import Manner

    def dim(text: str) -> str:
        return f"\x1b[2m{text}\x1b[0m" if text and color() else text

    def show(text: str) -> None:
        from ..report.safe import for_terminal

        print("", file=sys.stderr)
        for line in text.splitlines():
            print(f"    {for_terminal(line)}", file=sys.stderr)
        print("", file=sys.stderr)

    return Manner(dim, show, tell, shutil.get_terminal_size().columns)


def tell(findings: Sequence[Finding]) -> None:
    """Findings about the record in the making, on standard error."""
    from ..report.findings import Paint, as_text

    print(as_text(findings, Paint(sys.stderr.isatty() and color())), file=sys.stderr, end="")


def waiting() -> None:
    """Said once when another mplan has the practice for a while."""
    print("waiting for another mplan that is writing here ...", file=sys.stderr)


def finish(done: Done, work: Work, again: str | None = None) -> None:
    """Say what was kept and where; exit 1 where an error forbade it. `again`: as in `kept_on_stop`."""
    if done.written is None:
        if done.findings:
            tell(done.findings)
        if done.draft is not None:
            print(f"not a record yet; the draft is kept\n{_goes_on(work, again)}", file=sys.stderr)
        else:
            print(f"nothing was kept{not_waited(done)}", file=sys.stderr)
        raise typer.Exit(1)
    with streams.after("The record is kept"):
        print(done.written.file)
    said_kept(done.written.kept)
    if done.findings:
        tell(done.findings)


def not_waited(done: Done) -> str:
    """What may be the matter where an editor gave the text back as it was."""
    return "; if your editor did not wait for you, tell it to: EDITOR='code --wait'" if done.untouched else ""


def said_kept(kept: Any) -> None:
    """Whether a change is under version control."""
    from ..report.safe import one_line

    if kept.without is None:
        print(f"committed as {kept.commit[:7]}", file=sys.stderr)
    else:
        why = f"{kept.without.because} ({kept.without.help})"
        print(one_line(f"written, but not committed: {why}"), file=sys.stderr)
