"""What the commands share that make a page: templates, the reader's words, and the forms a page can be written in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..errors import HasFindings
from ..frozen import Frozen
from ..records.base import texts
from .templates import loader

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..documents.view import Paper
    from ..documents.words import Words
    from ..records.folder import Folder
    from .load import Opened

Form = Literal["html", "md"]
FORMS: tuple[Form, ...] = ("html", "md")
"""The forms every page can be written in."""

Body = str | bytes


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

    def text(self, form: Form = "html") -> str:
        """The document as a page or as Markdown.

        Raises:
            HasFindings: a template of the practice cannot be used.
        """
        from ..documents.render import TemplateProblem, render
        from ..documents.words import ENGLISH

        try:
            return render(self.view, self.load, form, self.template, self.words or ENGLISH)
        except TemplateProblem as problem:
            place = f"templates/{problem.name}:{problem.line}" if problem.line else f"templates/{problem.name}"
            raise HasFindings(f"{place}: {problem.message}.", "mend the template, or delete your own") from problem

    def body(self, form: Form) -> Body:
        """The document in a form."""
        return self.text(form)


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
