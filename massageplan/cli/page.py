"""What the commands share that make a page: its forms and paper, where it is written, and how it is handed over."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from .context import choice

if TYPE_CHECKING:
    from ..documents.paper import Layout
    from ..workflows.printing import Form, Sheet

ToOption = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="FORM", help="html, pdf or md; several at once: --to html,pdf.", show_default="html"),
]
OutOption = Annotated[
    str | None, typer.Option("--out", metavar="FILE", help='Where to write it, a file or a folder; "-" prints it.')
]
PaperOption = Annotated[
    str | None, typer.Option("--paper", metavar="SIZE", help="letter or a4, if not the practice's.")
]
LargeOption = Annotated[bool, typer.Option("--large-print", help="In large letters, on more pages.")]
LanguageOption = Annotated[
    str | None, typer.Option("--language", metavar="TAG", help="Language of the page, such as es, if not the client's.")
]
AnywayOption = Annotated[bool, typer.Option("--anyway", help="Make it though a record or a warning sign forbids it.")]
OpenOption = Annotated[bool, typer.Option("--open", help="Open it when it is made.")]


def forms_of(to: list[str] | None, handout: bool = False) -> tuple[Form, ...]:
    """What `--to` names, each once; a page where it names nothing.

    Args:
        handout: whether it is a handout, which a calendar can hold too.

    Raises:
        UsageError: it names a form that there is not, or one that this page has not.
    """
    from ..workflows.printing import FORMS, HANDOUT_FORMS

    forms = HANDOUT_FORMS if handout else FORMS
    asked = [part.strip() for text in to or ("html",) for part in text.split(",")]
    if not handout and any(part.casefold() == "ics" for part in asked):
        raise UsageError("Only a handout can go into a calendar (--to ics).", f"one of: {', '.join(forms)}")
    named = [choice("--to", part, forms) for part in asked]
    return tuple(form for form in forms if form in named)


def paper_of(paper: str | None) -> str | None:
    """What `--paper` names; None for the practice's own.

    Raises:
        UsageError: it is neither letter nor a4.
    """
    return choice("--paper", paper, ("letter", "a4")) if paper else None


def hand_over(
    sheet: Sheet, forms: tuple[Form, ...], out: str | None, usual: tuple[Path, str, str], open_: bool, then: str = ""
) -> Layout | None:
    """Say what is to be known of a page, then print it, or write it in each form and say where it is.

    Returns:
        Its pages, where a PDF was among the forms.

    Args:
        out: the file or folder asked for; "-" prints the page.
        usual: where it goes else: folder of the practice, folder below `out`, and name of the file without its ending.
        open_: whether to open it.
        then: what to do next, said once it is written.

    Raises:
        UsageError: the folder of the file does not exist, or several forms would go into one file.
    """
    from ..workflows.output import write

    paths = None if out == "-" else [_path(out, usual, form, len(forms) > 1) for form in forms]
    if paths is None and len(forms) > 1:
        raise UsageError("Only one form can be printed.", "give one --to, or a folder as --out")
    made = [sheet.printed(form) for form in forms]
    bodies = [each.body for each in made]
    layout = next((each.layout for each in made if each.layout), None)
    for remark in (*sheet.remarks, *(remark for each in made for remark in each.remarks)):
        print(f"note: {remark}", file=sys.stderr)
    if paths is None:
        _print(bodies[0])
        return layout
    for path, body in zip(paths, bodies, strict=True):
        write(path, body)
        print(path)
    if then:
        print(then, file=sys.stderr)
    if open_:
        typer.launch(str(paths[0]))
    return layout


def _path(out: str | None, usual: tuple[Path, str, str], form: str, several: bool) -> Path:
    from ..workflows.output import place

    root, folder, stem = usual
    if out is None:
        return place(root, folder, f"{stem}.{form}")
    return named(out, root, f"{stem}.{form}", form, several)


def named(out: str, root: Path | None, usual: str, form: str, several: bool = False) -> Path:
    """The file that `--out` names.

    Args:
        root: folder of the practice, where there is one.
        usual: name of the file, where a folder is named.
        form: its ending.
        several: whether more than one form is written.

    Raises:
        UsageError: there is no such folder, or a page may not be written there.
    """
    from ..workflows.output import why_not

    path = Path(out)
    if not out.strip():
        raise UsageError("--out names no file.", "give a file or a folder, or leave --out out")
    if path.is_dir():
        path /= usual
    elif several:
        raise UsageError(f"{out} is no folder, and several forms do not go into one file.", "give a folder as --out")
    elif out.endswith("/") or not path.absolute().parent.is_dir():
        place_of = path if out.endswith("/") else path.parent
        raise UsageError(f"There is no folder {place_of}.", "make it first, or give another --out")
    if refused := why_not(path, root, form):
        raise UsageError(f"{path} {refused}.", "give another --out")
    return path


def _print(body: str | bytes) -> None:
    if isinstance(body, str):
        print(body, end="")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(body)
