"""What the commands share that make a page: templates, the reader's words, and the forms a page can be written in."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from ..errors import HasFindings, UsageError
from ..frozen import Frozen
from ..records.base import texts
from .templates import loader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..documents.paper import Layout
    from ..documents.view import Paper
    from ..documents.words import Words
    from ..records.folder import Folder
    from .load import Opened

Form = Literal["html", "md", "pdf", "ics"]
FORMS: tuple[Form, ...] = ("html", "md", "pdf")
"""The forms every page can be written in."""

HANDOUT_FORMS: tuple[Form, ...] = (*FORMS, "ics")
"""Those of a handout, which has days: also a calendar."""

Body = str | bytes


class Printed(Frozen):
    """A document in one form.

    Attributes:
        remarks: what the therapist should know of it in this form, each a sentence.
        layout: its pages, where it is a PDF.
    """

    body: Body
    remarks: tuple[str, ...] = ()
    layout: Layout | None = None


class Sheet(Frozen):
    """A document ready to be written.

    Attributes:
        view: all that it says.
        template: where it begins, below templates/.
        load: gives templates and styles, the practice's own first.
        code: folder of the client; None for nobody's.
        remarks: what the therapist should know of it, each a sentence.
        words: interface words of its language; None for English.
    """

    view: Any
    template: str
    load: Callable[[str], str | None]
    code: str | None
    remarks: tuple[str, ...]
    words: Words | None = None

    def text(self, form: Literal["html", "md"] = "html") -> str:
        """The document as a page or as Markdown.

        Raises:
            HasFindings: a template of the practice cannot be used.
        """
        from ..documents.render import render
        from ..documents.words import ENGLISH

        with _usable():
            return render(self.view, self.load, form, self.template, self.words or ENGLISH)

    def layout(self) -> Layout:
        """The document on paper.

        Raises:
            HasFindings: a template of the practice cannot be used, or a picture of it.
        """
        from ..documents.paper import NotPrinted, laid_out
        from ..documents.words import ENGLISH
        from ..store.resources import press

        with _usable():
            try:
                return laid_out(self.view, self.load, self.template, self.words or ENGLISH, press())
            except NotPrinted as problem:
                raise HasFindings(
                    f"The PDF cannot be made: {problem}.",
                    "mend the picture or template it names, or make a page: --to html",
                ) from problem

    def printed(self, form: Form) -> Printed:
        """The document in a form, and what the therapist should know of it in this form."""
        if form == "ics":
            return Printed(self.calendar())
        if form != "pdf":
            return Printed(self.text(form))
        layout = self.layout()
        return Printed(layout.pdf, tuple(self.doubts(layout)), layout)

    def doubts(self, layout: Layout) -> Iterator[str]:
        """What the therapist should know of the pages, each a sentence."""
        yield from letters_lacking(layout)
        for words in layout.overfull[:3]:
            yield f"“{words}” is too long for its place in the PDF: write it shorter"

    def body(self, form: Form) -> Body:
        """The document in a form."""
        return self.printed(form).body

    def calendar(self) -> bytes:
        """What of it a calendar can hold.

        Raises:
            UsageError: it has no days.
        """
        raise UsageError("This page has no days that a calendar could hold.", "a handout has: mplan handout CLIENT")


@contextmanager
def _usable() -> Iterator[None]:
    """Turns what is wrong with a template into a sentence with its place."""
    from ..documents.render import TemplateProblem

    try:
        yield
    except TemplateProblem as problem:
        place = f"templates/{problem.name}:{problem.line}" if problem.line else f"templates/{problem.name}"
        raise HasFindings(f"{place}: {problem.message}.", "mend the template, or delete your own") from problem


def letters_lacking(layout: Layout) -> Iterator[str]:
    """A sentence on the letters of a PDF that its font does not have."""
    if layout.lacking:
        shown = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in layout.lacking[:8])
        more = f" and {len(layout.lacking) - 8} more" if len(layout.lacking) > 8 else ""
        yield (
            f"the font of the PDF lacks {shown}{more}: each stands there as a question mark in a frame; "
            "write it otherwise, or print the page of --to html"
        )


def templates_of(opened: Opened) -> Callable[[str], str | None]:
    """The templates of a practice."""
    return loader(opened.files)


def paper_of(opened: Opened, asked: str | None) -> Paper:
    """The sheet asked for; else the practice's."""
    return "a4" if (asked or opened.house.practice.paper) == "a4" else "letter"


def wants_large_print(folder: Folder, large: bool) -> list[str]:
    """A remark where an alert of the client asks for large print and the page is not."""
    alerts = texts(folder.client.alerts) if folder.client else ()
    if large or not any("large print" in alert.casefold() for alert in alerts):
        return []
    return ["an alert of this client asks for large print: add --large-print"]
