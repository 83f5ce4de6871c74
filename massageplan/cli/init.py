"""`mplan init`."""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError

if TYPE_CHECKING:
    from ..workflows.init import Made

PAPERS = ("letter", "a4")


def run(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where to make the practice; made if missing.")] = ".",
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Name of the practice, as on documents.")
    ] = None,
    therapist: Annotated[
        str | None, typer.Option("--therapist", metavar="NAME", help="Your name (in a clone: id).")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="LETTERS", help="Behind your name, such as RMT or LMT.")
    ] = None,
    phone: Annotated[
        str | None, typer.Option("--phone", metavar="NUMBER", help="Who to call, on every handout.")
    ] = None,
    jurisdiction: Annotated[
        str | None,
        typer.Option("--jurisdiction", metavar="PLACE", help="Whose rules mplan audit looks by: ontario ..."),
    ] = None,
    paper: Annotated[str | None, typer.Option("--paper", metavar="SIZE", help="letter or a4.")] = None,
) -> None:
    """Make a practice folder, or set up this machine for one that was cloned.

    Asks a few questions on a terminal; elsewhere give --name and --therapist.
    """
    from ..store.practice import MARK
    from ..workflows.init import Answers, make_practice, set_up, unless_bare
    from ..workflows.library import ids_of
    from .context import choice

    if (Path(folder) / MARK).is_file() and not name:
        made = set_up(Path(folder).resolve())
        _tell(made)
        _who_is_here(folder, therapist)
        return
    unless_bare(Path(folder))
    paper = choice("--paper", paper, PAPERS) if paper else None
    places = tuple(ids_of("jurisdiction"))
    place = choice("--jurisdiction", jurisdiction.strip().replace(" ", "-"), places) if jurisdiction else None
    name = name or _need("Name of the practice")
    therapist = therapist or _need("Your name")
    title = title or _ask("Title behind your name (RMT, LMT ...)")
    phone = phone or _ask("Phone number on handouts")
    paper = paper or _one_of("Paper, letter or a4 [letter]", PAPERS) or PAPERS[0]
    place = place or _one_of(f"Which place's record rules apply? {', '.join(places)}; Enter for none", places)
    answers = Answers(name, therapist, _id(therapist), title, phone, place, "en", paper)
    _tell(make_practice(Path(folder), answers))
    go = "" if Path(folder).resolve() == Path.cwd() else f"cd {folder}, then "
    print(f"\nNext: {go}mplan new-client", file=sys.stderr)
    print("Nothing here is encrypted: keep the folder on an encrypted disk.", file=sys.stderr)


def _tell(made: Made) -> None:
    """What was written, and what this machine has now and lacks."""
    for path in made.files:
        print(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
    if made.without is not None:
        print(f"not under version control: {made.without}", file=sys.stderr)
        return
    if made.inside:
        print(f"this is a folder of the repository {made.inside}: records are committed there", file=sys.stderr)
    if made.others_hooks:
        others = ", ".join(made.others_hooks)
        print(f"git has hooks of somebody else's for {others}: they stay, so records are not checked", file=sys.stderr)
    else:
        print("git checks records before a commit by hand (hooks: pre-commit, pre-push)", file=sys.stderr)


def _who_is_here(folder: str, therapist: str | None) -> None:
    """In a practice of several: who works at this clone, asked once, or told by short name."""
    from ..workflows.init import settle
    from ..workflows.today import unsaved_files
    from .context import opened, today
    from .record import me

    house = opened(folder)
    who = me(house, today(None), therapist)
    settle(house.files.root, who)
    print(f"{house.house.practice.name}: this machine is set up, for {who.therapist.name or who.id}", file=sys.stderr)
    left = unsaved_files(house)
    if left:
        print(f"{len(left)} files are not saved in git; settle it with: mplan save", file=sys.stderr)


def _ask(question: str) -> str | None:
    """The answer on a terminal; None for Enter, and where nobody can be asked."""
    if not sys.stdin.isatty():
        return None
    answer: str = typer.prompt(question, default="", show_default=False)
    return answer.strip() or None


def _one_of(question: str, choices: tuple[str, ...]) -> str | None:
    """One of a few choices, written out or begun so that no other begins alike, asked until it is one; or None."""
    from ..ask.answers import choice

    while (said := _ask(question)) is not None:
        fits, wrong = choice(said, choices)
        if not wrong:
            return fits
        print(f"  {wrong[0]} Enter leaves it open.", file=sys.stderr)
    return None


def _need(question: str) -> str:
    """The answer to a question that must have one."""
    while sys.stdin.isatty():
        answer = _ask(question)
        if answer:
            return answer
        print("  this one is needed", file=sys.stderr)
    raise UsageError(f"{question} is needed.", "give --name and --therapist, or run this on a terminal")


def _id(name: str) -> str:
    """The last name as an id; `therapist` where it has no Latin letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z]+", plain.casefold())
    return words[-1] if words else "therapist"
