"""No text of a record becomes markup, in any field, in either output; and each is printed whole."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser
from typing import Literal

import pytest
from hypothesis import example, settings
from hypothesis import given as for_any
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from massageplan.documents.handout import build
from massageplan.documents.render import render
from massageplan.documents.tokens import clean

from .conftest import shipped
from .hostile import HOSTILE, everywhere

TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "div", "span", "h1", "h2", "p", "strong", "em", "ul",
    "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
OWN_TAGS = {"section", "form", "input", "button", "script", "a"}
"""What only the client's page has."""

ATTRIBUTES = {
    "class",
    "scope",
    "role",
    "tabindex",
    "aria-label",
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
}
OWN_ATTRIBUTES = {
    "type", "hidden", "autocomplete", "data-key", "data-line", "data-day", "data-words", "href", "min", "max", "step",
    "inputmode",
}  # fmt: skip
HEADINGS = ["h1", "h2", "h2", "h2", "h2", "h2"]


class Seen(HTMLParser):
    """Tags, attributes and text of a page, as a browser reads it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a tag."""
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        """Notes a text."""
        self.words.append(data)

    @property
    def headings(self) -> list[str]:
        """The headings, in order."""
        return [tag for tag in self.tags if re.fullmatch("h[1-6]", tag)]


def flat(text: str) -> str:
    """The text with every stretch of white space as one space."""
    return " ".join(clean(text).split())


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_html(text: str) -> None:
    """Only our tags and attributes, no new heading, one script, nothing to load, and the text whole."""
    page = render(build(everywhere(text)), shipped)
    seen = Seen(page)
    assert set(seen.tags) <= TAGS | OWN_TAGS
    assert {name for name, _ in seen.attributes} <= ATTRIBUTES | OWN_ATTRIBUTES
    assert seen.tags.count("script") == 1
    assert all(to and to.startswith(("sms:", "mailto:")) for name, to in seen.attributes if name == "href")
    assert seen.headings == [*HEADINGS, "h2"]
    body = " ".join("".join(seen.words).split())
    assert body.count(flat(text)) >= 40


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_markdown(text: str) -> None:
    """A common reader of Markdown finds no new heading, link, picture, code or HTML, and the text whole."""
    shown = render(build(everywhere(text)), shipped, "md")
    seen = Seen(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(shown))
    assert not set(seen.tags) & {"a", "img", "script", "code", "pre", "blockquote", "hr", "s", "br"}
    assert seen.headings == HEADINGS
    body = " ".join("".join(seen.words).split())
    assert body.count(flat(text)) >= 40


@pytest.mark.parametrize("to", ["html", "md"])
def test_brackets_take_no_time(to: Literal["html", "md"]) -> None:
    """Twenty thousand brackets in one field cost no more than other letters."""
    view = build(everywhere("x"))
    begun = time.perf_counter()
    render(type(view)(practice=view.practice, client_first="[" * 20_000, why="[" * 20_000), shipped, to)
    assert time.perf_counter() - begun < 1


@settings(max_examples=30, deadline=None)
@example(" ")
@for_any(st.text(min_size=1, max_size=60))
def test_any_text(text: str) -> None:
    """Whatever is typed, the page keeps its shape."""
    view = build(everywhere(text))
    seen = Seen(render(view, shipped))
    assert set(seen.tags) <= TAGS | OWN_TAGS
    assert seen.tags.count("script") == 1
    assert [tag for tag in seen.headings if tag == "h1"] == ["h1"]
    marked = Seen(MarkdownIt("commonmark", {"html": True}).enable("table").render(render(view, shipped, "md")))
    assert not set(marked.tags) & {"a", "img", "script", "code", "pre", "blockquote", "hr"}
