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
    return text.getvalue().decode()


def test_message_list_is_current() -> None:
    """The shipped list is the one the sources give; MPLAN_UPDATE=1 writes it anew."""
    if os.environ.get("MPLAN_UPDATE"):
        POT.parent.mkdir(exist_ok=True)
        POT.write_text(messages(), encoding="utf-8")
    assert POT.read_text(encoding="utf-8") == messages()


def _spanish(tag: str) -> bytes | None:
    if tag != "es":
        return None
    catalogue = Catalog(locale="es")
    catalogue.add("Day {n}", "Día {n}")
    catalogue.add(("time", "times"), ("vez", "veces"))
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def test_a_shipped_catalogue_is_used() -> None:
    """The language without its region serves too; what is not translated stays English."""
    spanish = words("es-MX", _spanish)
    assert spanish.language == "es"
    assert spanish.gettext("Day {n}", n=2) == "Día 2"
    assert [spanish.ngettext("time", "times", n) for n in (1, 2)] == ["vez", "veces"]
    assert spanish.gettext("My goal:") == "My goal:"


def test_english_without_a_catalogue() -> None:
    """No catalogue, no loader: English."""
    assert words("fr", _spanish) is ENGLISH
    assert words("fr") is ENGLISH


def test_filling_reaches_no_attribute() -> None:
    """Only whole names are filled; anything else is a text like any other."""
    assert fill("{a} {a.__class__} {b} {0}", {"a": "{b}", "b": 1}) == "{b} {a.__class__} 1 {0}"
