"""`mplan library figure` and `mplan library sheet`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import HasFindings, UsageError
from .context import PracticeOption, color, pause, stopwatch
from .page import LanguageOption, OpenOption, OutOption, named

if TYPE_CHECKING:
    from ..documents.words import Words
    from ..findings import Finding
    from ..library.catalogue import Library
    from ..workflows.drawing import Look, Manner

SMALLEST, LARGEST = 0.3, 5.0


def _complete_exercise(incomplete: str) -> list[str]:
    from ..workflows.library import ids_of

    return [id for id in ids_of("exercise") if id.startswith(incomplete)]


WhatArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID|FILE",
        help="Id of an exercise, or the file of one of your own.",
        autocompletion=_complete_exercise,
        show_default=False,
    ),
]
OtherOption = Annotated[bool, typer.Option("--other-side", help="Draw it for the other side.")]
ZoomOption = Annotated[
    float, typer.Option("--zoom", metavar="N", min=SMALLEST, max=LARGEST, help="Its size; lines keep their width.")
]
WordsOption = Annotated[
    bool, typer.Option("--words", help="Print the words it is made of, to begin one of your own with.")
]
WatchOption = Annotated[
    bool, typer.Option("--watch", help="Draw FILE anew whenever it changes, on a page that follows; Ctrl-C ends it.")
]


def figure(
    what: WhatArgument,
    out: OutOption = None,
    open_: OpenOption = False,
    other_side: OtherOption = False,
    zoom: ZoomOption = 1.0,
    words: WordsOption = False,
    watch: WatchOption = False,
    language: LanguageOption = None,
    practice: PracticeOption = None,
) -> None:
    """Draw the figure of an exercise, as SVG on standard output.

    Of a FILE it also tells, to the character, what cannot be drawn and what a body cannot do. With --watch the page it
    names follows FILE while you write, and so does the SVG of --out.
    """
    from ..workflows.drawing import Manner, of_library
    from ..workflows.library import open_library

    library, root = open_library(practice)
    manner = Manner(_words(language), other_side, zoom)
    is_file = _is_file(what)
    if watch and not is_file:
        raise UsageError("--watch follows a file.", "give the file: library/exercises/ID.yaml")
    path = None if out is None or out == "-" else _svg(named(out, root, f"{Path(what).stem}.svg", "svg"))
    if watch:
        _watch(library, manner, Path(what), path)
        return
    look = _of_file(library, manner, Path(what)) if is_file else of_library(library, what, manner)
    _tell(look.findings)
    if words and look.written:
        print(look.written, end="")
        return
    if look.drawing is None:
        if look.is_none:
            raise UsageError(f"{what} has no posture to show (figure: none).")
        raise typer.Exit(HasFindings.code)
    if path is None and not open_:
        print(look.drawing.svg)
        return
    _hand_over(path or _scratch() / f"{look.id}.svg", look.drawing.svg, open_)


def sheet(
    out: OutOption = None,
    open_: OpenOption = False,
    language: LanguageOption = None,
    practice: PracticeOption = None,
) -> None:
    """Write all figures of the library on one page, your own among them.

    Exercises without a figure are listed at its end. Prints the path of the file it wrote.
    """
    from ..report.progress import bar
    from ..workflows.drawing import Manner
    from ..workflows.figure_sheet import make_sheet
    from ..workflows.library import open_library
    from ..workflows.output import place

    library, root = open_library(practice)
    words = _words(language)
    usual = place(root, "library", "figures.html") if root else Path("figures.html")
    path = None if out == "-" else named(out, root, "figures.html", "html") if out is not None else usual
    made = make_sheet(library, Manner(words, zoom=0.85), _fonts(), bar(sys.stderr, stopwatch, "exercises"))
    _tell(made.findings)
    if path is None:
        print(made.page, end="")
        return
    _hand_over(path, made.page, open_)
    print(f"{made.drawn} figures", file=sys.stderr)


def _svg(path: Path) -> Path:
    if path.suffix.lower() != ".svg":
        raise UsageError(f"{path} does not end with .svg, and a figure is SVG.", "give another --out")
    return path


def _is_file(what: str) -> bool:
    """Whether a word names a file, which need not be there."""
    return Path(what).suffix.lower() in (".yaml", ".yml") or "/" in what or "\\" in what


def _words(language: str | None) -> Words:
    from ..workflows.language import words_asked

    return words_asked(language or "en")


def _fonts() -> str:
    from ..store.resources import template

    return template("style/fonts.css") or ""


def _scratch() -> Path:
    from ..store.scratch import folder

    return folder()


def _of_file(library: Library, manner: Manner, path: Path) -> Look:
    from ..workflows.drawing import of_file
    from ..workflows.watching import read

    held = read(path)
    if isinstance(held, bytes):
        return of_file(library, str(path), held, manner)
    from ..errors import NotReadable

    raise NotReadable(f"{held.span.file}: {held.message}", held.help)


def _hand_over(path: Path, body: str, open_: bool) -> None:
    from ..workflows.output import write

    write(path, body)
    print(path)
    if open_:
        typer.launch(str(path))


def _said(findings: tuple[Finding, ...], colors: bool) -> str:
    from ..report.findings import Paint, as_text

    return as_text(findings, Paint(colors))


def _tell(findings: tuple[Finding, ...]) -> None:
    if findings:
        print(_said(findings, color(sys.stderr)), file=sys.stderr)


def _watch(library: Library, manner: Manner, path: Path, svg: Path | None) -> None:
    """Follow a file until Ctrl-C."""
    from ..workflows.watching import Following, changes

    page = _scratch() / f"{path.stem}.html"
    following = Following(library, manner, str(path), page, svg)
    opened = False
    try:
        for held in changes(path, pause):
            look = following.take(held, lambda look: _said(look.findings, False) if look.findings else "")
            if not opened:
                print(page, flush=True)
                opened = True
                if sys.stdout.isatty():
                    typer.launch(str(page))
            _tell(look.findings)
            if look.drawing:
                print(f"drawn, {look.drawing.width:g} x {look.drawing.height:g} mm", flush=True)
    except KeyboardInterrupt:
        following.end()
        print("stopped", file=sys.stderr)
