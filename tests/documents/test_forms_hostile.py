"""No text of a record or of the library becomes markup on a form, a box to tick or a line to sign."""

from __future__ import annotations

from functools import cache
from typing import Literal

import pytest
from markdown_it import MarkdownIt

from massageplan.documents.form_view import Earlier, Known
from massageplan.documents.forms import FORMS, FormInput
from massageplan.documents.render import render
from massageplan.documents.view import PracticeCard

from .conftest import shipped
from .hostile import HOSTILE
from .test_forms import NAMES, PEG
from .test_hostile import ATTRIBUTES, TAGS, Seen, flat


def everywhere(text: str) -> FormInput:
    """A form with the text in every field that takes text."""
    own = {"name": text, "question": text, "items": [text, text], "instruction": text, "credit": text}
    sheet = {**PEG, "en": {**own, "ends": [{"least": text, "most": text}]}}
    symptom = {"what": text, "where": [text, text], "now": text, "wakes": text}
    return FormInput(
        practice=PracticeCard(name=text, therapist=text),
        who=Known(**dict.fromkeys(Known.__struct_fields__, text)),
        code=text,
        region=text,
        region_entry={"en": {"name": text}, "screening": ["a", "b"]},
        screening={
            "a": {"kind": "red-flag", "action": "emergency", "en": own},
            "b": {"kind": "red-flag", "action": "refer-before-treating", "en": own},
            "c": {"kind": "precaution", "action": "local-avoid", "area": text, "en": own},
        },
        minor=True,
        since=text,
        goals=(text,),
        activities=(text,),
        symptoms=(symptom,),
        instruments=(sheet, {**sheet, "items": {"min": "0", "max": "1"}}, {"en": own, "kind": "diary"}, {"en": own}),
        homework=(text,),
        earlier=(Earlier(text, text),),
        team=(text,),
    )


@cache
def page_of(form: str, text: str, to: Literal["html", "md"]) -> str:
    """The form with a text everywhere."""
    return render(FORMS[form](everywhere(text)), shipped, to, f"forms/{form}.md.j2")


@pytest.mark.parametrize("form", NAMES)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_becomes_markup(form: str, text: str) -> None:
    """The same tags and headings as with a harmless text, nothing to load, and the text whole."""
    plain, seen = Seen(page_of(form, "Jo", "html")), Seen(page_of(form, text, "html"))
    assert set(seen.tags) <= {*TAGS, "img"}
    assert {name for name, _ in seen.attributes} <= {*ATTRIBUTES, "alt", "src"}
    assert seen.tags == plain.tags
    assert all((value or "").startswith("data:") for name, value in seen.attributes if name == "src")
    assert " ".join("".join(seen.words).split()).count(flat(text)) >= 6


@pytest.mark.parametrize("form", NAMES)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_becomes_markdown(form: str, text: str) -> None:
    """A common reader finds no link, picture, code or HTML, no heading more, and the text whole."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    plain, seen = Seen(reader.render(page_of(form, "Jo", "md"))), Seen(reader.render(page_of(form, text, "md")))
    assert not set(seen.tags) & {"a", "img", "script", "code", "pre", "blockquote", "s", "br"}
    assert seen.headings == plain.headings
    assert " ".join("".join(seen.words).split()).count(flat(text)) >= 6


def test_boxes_and_lines_are_drawn_for_templates_only() -> None:
    """A record that holds them is a text: it can add no box to tick, and no line to sign."""
    plain, marked = page_of("consent", "Jo", "html"), page_of("consent", "☐ ____", "html")
    for drawn in ('class="box"', 'class="rule'):
        assert plain.count(drawn) == marked.count(drawn) > 0
