"""A view and templates to a finished document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from msgspec.structs import replace

from ..patterns import lazy
from . import html, md, page, tree
from .sandbox import MOST_CHARACTERS, NotPrintable, Sandbox, TooMuch
from .tokens import clean_all
from .view import HandoutView
from .words import ENGLISH, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

    from ..figures.bodymap.shapes import View as Body
    from .view import View

    Load = Callable[[str], str | None]

STYLE = "style/mplan.css"
FONTS = "style/fonts.css"
PAGE = "style/page.css"
SCRIPT = "style/page.js"
LARGE = "style/large.css"
BLANK_SCALE = 0.48
"""Millimetres on paper for a centimetre of a blank body."""

_FIGURE = "figure:"
_MAP = lazy(r"^map:([a-z][a-z0-9-]*)$")


class TemplateProblem(Exception):
    """A template that cannot be used.

    Attributes:
        name: the template, as a path below templates/.
        line: where, from 1; 0 where it is not known.
        message: what is wrong, one clause without a full stop.
    """

    def __init__(self, name: str, line: int, message: str) -> None:
        super().__init__(f"{name}:{line}: {message}" if line else f"{name}: {message}")
        self.name, self.line, self.message = name, line, message


def _place(error: BaseException, name: str) -> tuple[str, int]:
    """The deepest template and line an error passed through; Jinja puts both into the traceback."""
    place, step = (name, 0), error.__traceback__
    while step:
        file = step.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            place = (file, step.tb_lineno)
        step = step.tb_next
    return place


def _problem(error: Exception, name: str) -> TemplateProblem:
    if isinstance(error, TemplateSyntaxError):
        return TemplateProblem(error.name or name, error.lineno, error.message or "cannot be read")
    place, line = _place(error, name)
    if isinstance(error, TemplateNotFound):
        return TemplateProblem(place, line, f"there is no template “{error.name}”")
    if isinstance(error, (TooMuch, RecursionError)):
        return TemplateProblem(
            place,
            line,
            "the document grows past all measure: a part that includes itself, or far too much text",
        )
    return TemplateProblem(place, line, str(error) or type(error).__name__)


def to_markdown(view: View, sandbox: Sandbox, template: str) -> str:
    """The template's Markdown, every printed text a token in the sandbox's vault.

    Raises:
        TemplateProblem: the template is missing, misspelt or without end.
    """
    parts: list[str] = []
    size = 0
    try:
        for part in sandbox.get_template(template).generate(view=clean_all(view)):
            size += len(part)
            if size > MOST_CHARACTERS:
                raise TooMuch
            parts.append(part)
    except (TemplateError, NotPrintable, TooMuch, RecursionError, TypeError, ValueError) as error:
        raise _problem(error, template) from error
    return "".join(parts)


def pictures(load: Load, view: View | None = None) -> Callable[[str], str | None]:
    """Gives a drawing by its name; nothing for one that is not drawn yet.

    `map:now`, `map:then-now` and the like are those that the view brings. `map:body-front` and `map:body-back` are
    blank bodies to draw on; a practice's own forms/body-front.svg takes the place of ours. `figure:ID` is drawn for its
    line.
    """
    own = {picture.name: picture.svg for picture in view.maps} if view else {}
    made: dict[str, Mapping[str, str]] = {}

    def picture(name: str) -> str | None:
        match = _MAP.match(name)
        if match:
            return own.get(match[1]) or load(f"forms/{match[1]}.svg") or _blank(match[1])
        if view is None or not name.startswith(_FIGURE):
            return None
        if not made:
            from . import drawings

            made["all"] = drawings.of_view(view)
        return made["all"].get(name.removeprefix(_FIGURE))

    return picture


def _blank(name: str) -> str | None:
    """A body to draw on, at the width of its column on a form; the ids of two do not meet."""
    from ..figures.bodymap.drawing import outline

    views: dict[str, Body] = {"body-front": "front", "body-back": "back"}
    return outline(views[name], BLANK_SCALE, name).svg if name in views else None


def _style(style: str, view: View, load: Load) -> str:
    """The whole style sheet: fonts first, then what only a client's page has, the large letters last."""
    own = (load(PAGE) or "") if isinstance(view, HandoutView) else ""
    return (load(FONTS) or "") + style + own + ((load(LARGE) or "") if view.large else "")


def _own(view: View, load: Load) -> page.Page | None:
    """What a client's page has besides the document."""
    if not isinstance(view, HandoutView) or view.tell is None:
        return None
    return page.Page(view.tell, tuple(line.name for line in view.lines), load(SCRIPT) or "")


def on_paper(view: View) -> View:
    """A view without what can only be done on a screen: from paper nothing is sent."""
    return replace(view, tell=None) if isinstance(view, HandoutView) else view


def grown(view: View, load: Load, template: str, words: Words = ENGLISH) -> Element:
    """The tree of a document.

    Raises:
        TemplateProblem: a template cannot be used.
    """
    sandbox = Sandbox(load, words)
    try:
        return tree.read(to_markdown(view, sandbox, template), sandbox.vault)
    except tree.UnevenBlocks as error:
        raise TemplateProblem(template, 0, str(error)) from error


def render(
    view: View,
    load: Load,
    to: Literal["html", "md"] = "html",
    template: str = "handout/handout.md.j2",
    words: Words = ENGLISH,
) -> str:
    """The finished document.

    Args:
        view: the only thing the template sees, under the name `view`.
        load: gives a template or style by its path below templates/, the practice's own first; or nothing.
        to: a self-contained page, or Markdown.
        template: where to begin.
        words: interface words.

    Raises:
        TemplateProblem: a template or style cannot be used.
    """
    if to == "md":
        sandbox = Sandbox(load, words)
        return md.write(to_markdown(on_paper(view), sandbox, template), sandbox.vault)
    read = grown(view, load, template, words)
    style = load(STYLE)
    if style is None:
        raise TemplateProblem(STYLE, 0, "there is no such style")
    try:
        form = (view.language, view.paper, pictures(load, view), isinstance(view, HandoutView), _own(view, load))
        return html.page(read, _style(style, view, load), *form)
    except html.UnsafeStyle as error:
        raise TemplateProblem(STYLE, 0, str(error)) from error
