"""After a handout is made: noting that it was given, where somebody asks for it or says yes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from ..frozen import Frozen, replace
from .record import finish, kept_on_stop, manner, work_for

if TYPE_CHECKING:
    from ..workflows.handout import Handout
    from ..workflows.recording import Work

GivenOption = Annotated[
    bool | None,
    typer.Option("--given/--not-given", help="Note that it was given, or do not ask.", show_default="asks"),
]
HowOption = Annotated[str | None, typer.Option("--how", metavar="TEXT", help="With --given: paper, message ...")]
BackOption = Annotated[
    str | None, typer.Option("--teach-back", metavar="TEXT", help="With --given: how the client told it back.")
]


class Note(Frozen):
    """What the options say of giving it.

    Attributes:
        given: True to note it, False to leave it, None to ask where somebody can be asked.
        practice, today: as given.
    """

    given: bool | None
    how: str | None
    teach_back: str | None
    therapist: str | None
    practice: str | None
    today: str | None

    @property
    def options(self) -> dict[str, str | bool | None]:
        """The options that are of a note alone, by name."""
        told = {f"--{key}": value for key, value in self._told.items()}
        return {"--given": self.given or None, **told, "--therapist": self.therapist}

    @property
    def told(self) -> dict[str, str]:
        """The keys of the record that they tell."""
        return {key: value for key, value in self._told.items() if value is not None}

    @property
    def _told(self) -> dict[str, str | None]:
        return {"how": self.how, "teach-back": self.teach_back}


def before(sheet: Handout, note: Note, out: str | None) -> Work | None:
    """The record in the making where it was asked for; refused before the page is written.

    Raises:
        UsageError: the options do not go together, or the course has ended.
    """
    from ..workflows.giving import understood

    if not note.given:
        alone = next((name for name, value in note.options.items() if value), None)
        if alone:
            raise UsageError(f"{alone} says how it was given.", "add --given")
        return None
    if out == "-":
        raise UsageError("A page that is printed here is not yet given.", "leave out --given, or --out -")
    understood(note.told)
    return _work(sheet, note)


def give(sheet: Handout, note: Note, work: Work | None, out: str | None) -> None:
    """Keep the record that was asked for; where none was, offer it on a terminal."""
    from ..workflows.giving import is_noted, note_given

    if work is not None:
        finish(note_given(work, note.told), work)
    elif note.given is None and out != "-" and is_noted(sheet) and _somebody_here():
        _offer(sheet, note)


def _somebody_here() -> bool:
    """Whether a person reads what is printed and can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()


def _offer(sheet: Handout, note: Note) -> None:
    from ..ask import terminal
    from ..report.safe import one_line
    from ..workflows.asking import by_questions
    from ..workflows.giving import put_as

    try:
        agreed = terminal.agrees(one_line(f"Note that you gave it to {sheet.view.client_first}?"), usual=False)
    except KeyboardInterrupt:
        print("\nnot noted", file=sys.stderr)
        raise typer.Exit(130) from None
    if not agreed:
        return
    work = _work(sheet, note)
    finish(kept_on_stop(work, lambda: by_questions(work, replace(manner(), puts=put_as(sheet)))), work)


def _work(sheet: Handout, note: Note) -> Work:
    from ..workflows.giving import told_of

    days = (None, note.therapist, note.practice, note.today)
    return work_for("followup", sheet.code or "", days, told_of(sheet))
