"""Interface words: shipped catalogues are used and whole, English stands in, and the list of messages is current."""

from __future__ import annotations

import os
import re
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from massageplan.documents.words import ENGLISH, Words, fill, words
from massageplan.store import resources

from . import catalogues

NAME = re.compile(r"\{([a-z_]+)\}")
UPDATE = bool(os.environ.get("MPLAN_UPDATE"))


def test_message_list_is_current() -> None:
    """The shipped list is the one the sources give; MPLAN_UPDATE=1 writes it anew."""
    if UPDATE:
        catalogues.POT.write_text(catalogues.pot(), encoding="utf-8")
    assert catalogues.POT.read_text(encoding="utf-8") == catalogues.pot()


@pytest.mark.parametrize("tag", catalogues.TAGS)
def test_catalogue_is_current(tag: str) -> None:
    """Each has the messages of the list, and its compiled form is that of its text; MPLAN_UPDATE=1 writes both anew."""
    text, compiled = catalogues.LOCALE / f"{tag}.po", catalogues.LOCALE / f"{tag}.mo"
    if UPDATE:
        text.write_text(catalogues.po(tag), encoding="utf-8")
        compiled.write_bytes(catalogues.mo(tag))
    assert text.read_text(encoding="utf-8") == catalogues.po(tag)
    assert compiled.read_bytes() == catalogues.mo(tag)


@pytest.mark.parametrize("tag", catalogues.TAGS)
def test_catalogue_is_whole(tag: str) -> None:
    """No message is left untranslated or doubtful, and each keeps its `{name}`s and its number of forms."""
    known = catalogues.read(tag)
    messages = [message for message in known if message.id]
    assert len(messages) > 400
    for message in messages:
        forms, ids = catalogues.forms(message.string), catalogues.forms(message.id)
        assert all(form.strip() for form in forms), message.id
        assert not message.fuzzy, message.id
        assert len(forms) == (known.num_plurals if len(ids) > 1 else 1)
        assert {name for form in forms for name in NAME.findall(form)} == set(NAME.findall(ids[-1])), message.id


@pytest.mark.parametrize("tag", catalogues.TAGS)
def test_each_message_is_found(tag: str) -> None:
    """The compiled catalogue gives what its text has, one and many, at run time."""
    spoken = Words(tag, resources.catalogue(tag))
    for message in catalogues.read(tag):
        ids, forms = catalogues.forms(message.id), catalogues.forms(message.string)
        if len(ids) > 1:
            said = [spoken.ngettext(ids[0], ids[1], n) for n in (1, 2)]
            assert said == [fill(form, {"n": n}) for n, form in ((1, forms[0]), (2, forms[-1]))]
        elif message.id:
            assert spoken.gettext(*ids) == forms[0]


def test_a_machine_made_catalogue_says_so() -> None:
    """Spanish is a draft until its head says otherwise; English is the source."""
    spanish = words("es", resources.catalogue)
    assert (spanish.language, spanish.reviewed, ENGLISH.reviewed) == ("es", False, True)
    checked = catalogues.mo("es").replace(b"X-Reviewed: no\n", b"X-Reviewed: yes")
    assert Words("es", checked).reviewed
    assert "reviewed: false" in (catalogues.LOCALE / "es.po").read_text(encoding="utf-8").partition("msgid")[0]


def test_languages_are_those_with_a_catalogue() -> None:
    """English has none, and a name is no path."""
    assert resources.languages() == ("en", *catalogues.TAGS)
    assert [resources.catalogue(tag) for tag in ("en", "fr", "../locale/es", "")] == [None] * 4


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
