"""Interface words: shipped catalogues are used, English stands in, and the list of messages is current."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from massageplan.documents.words import ENGLISH, fill, words

from .conftest import TEMPLATES

POT = TEMPLATES / "locale" / "massageplan.pot"
SOURCES = (
    (TEMPLATES.parent / "massageplan" / "documents", "massageplan/documents", [("**.py", "python")]),
    (TEMPLATES, "templates", [("**.j2", "jinja2")]),
)


def messages() -> str:
    """The message list drawn from the sources, as it should stand on disk."""
    made = datetime(2026, 1, 1, tzinfo=UTC)
    catalogue = Catalog(project="massageplan", version="0", creation_date=made, charset="utf-8")
    catalogue.header_comment = "# Interface words of the documents. Made from the sources: see CONTRIBUTING."
    for folder, name, methods in SOURCES:
        options = {"**.j2": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
        found = extract_from_dir(folder, methods, options, comment_tags=("Translators:",), strip_comment_tags=True)
        for file, _, message, comments, context in sorted(found, key=lambda row: row[:2]):
            catalogue.add(message, None, [(f"{name}/{file}", 0)], auto_comments=comments, context=context)
    text = BytesIO()
    write_po(text, catalogue, width=100, include_lineno=False)
    lines = text.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith('"Generated-By'))  # names Babel's version


def test_message_list_is_current() -> None:
    """The shipped list is the one the sources give; MPLAN_UPDATE=1 writes it anew."""
    if os.environ.get("MPLAN_UPDATE"):
        POT.parent.mkdir(exist_ok=True)
        POT.write_text(messages(), encoding="utf-8")
    assert POT.read_text(encoding="utf-8") == messages()


def _german(tag: str) -> bytes | None:
    if tag != "de":
        return None
    catalogue = Catalog(locale="de")
    catalogue.add("Day {n}", "Tag {n}")
    catalogue.add(("time", "times"), ("Mal", "Male"))
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def test_a_shipped_catalogue_is_used() -> None:
    """The language without its region serves too, and the tag is kept; what is not translated stays English."""
    german = words("de-AT", _german)
    assert german.language == "de-AT"
    assert german.gettext("Day {n}", n=2) == "Tag 2"
    assert [german.ngettext("time", "times", n) for n in (1, 2)] == ["Mal", "Male"]
    assert german.gettext("My goal:") == "My goal:"


def test_english_without_a_catalogue() -> None:
    """No catalogue, no loader: English."""
    assert words("fr", _german) is ENGLISH
    assert words("fr") is ENGLISH


def test_filling_reaches_no_attribute() -> None:
    """Only whole names are filled; anything else is a text like any other."""
    assert fill("{a} {a.__class__} {b} {0}", {"a": "{b}", "b": 1}) == "{b} {a.__class__} 1 {0}"
