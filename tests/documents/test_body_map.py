"""The body map in words, and as a picture of a document."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from massageplan.documents.body_map import body_map, key, not_shown, now, then_now
from massageplan.documents.render import pictures
from massageplan.documents.view import View
from massageplan.documents.words import ENGLISH, Words
from massageplan.library.catalogue import Library
from massageplan.records.parts import Symptom
from massageplan.schema.gate import Schemas
from massageplan.store import resources

LIBRARY = Library(Schemas(resources.schema), resources.BuiltIn())
SPANISH = Words("es", resources.catalogue("es"))
LIST = (
    Symptom(where="right low-back", now="7", quality=("tight", "stiff")),
    Symptom(what="tingling", where=("right calf", "right widget"), worst="4"),
    Symptom(what="dizziness", now="2"),
    Symptom(where="left knee", now="0"),
    Symptom(where="left heel", now="better (a bit)"),
)


def told(**changes: Any) -> tuple[str, ...]:
    """The lines of one symptom."""
    return body_map([Symptom(**changes)], LIBRARY, ENGLISH).lines


def test_every_symptom_is_in_the_words_drawn_or_not() -> None:
    """And what the map cannot show is told besides."""
    made = body_map(LIST, LIBRARY, ENGLISH)
    assert made.lines == (
        "Right low back: 7 of 10, tight, stiff",
        "Right calf, right widget: 4 of 10, tingling, at its worst",
        "Dizziness: 2 of 10",
        "Left knee: 0 of 10, no pain now",
        "Left heel: strength not told, better (a bit)",
    )
    assert made.lacking == ("Right widget", "Dizziness")
    picture = now(made, ENGLISH)
    assert all(line in picture.said for line in made.lines)
    assert picture.said.endswith(not_shown(made.lacking, ENGLISH))
    assert ElementTree.fromstring(picture.svg).get("aria-label") == picture.said


def test_the_words_follow_the_language() -> None:
    """Sides, places, common kinds and the whole."""
    picture = now(body_map(LIST, LIBRARY, SPANISH), SPANISH)
    assert picture.said.startswith("Mapa del cuerpo. ")
    assert "7 de 10, tenso, rígido" in picture.said
    assert re.search(">Derecha</text>.*>Izquierda</text>", picture.svg)
    assert "Right" not in picture.svg
    assert not SPANISH.missed & {"Body map.", "Not on the map: {what}.", "tight", "no pain now"}


def test_a_drawing_has_its_number_and_words() -> None:
    """A scale of a hundred is said, and a place is named once."""
    assert told(where="lumbar", now="62", scale="vas") == ("Low back: 62 of 100",)
    assert told(where=("right rhomboids", "right upper-back"), now="1") == ("Right upper back: 1 of 10",)
    assert told() == ("Pain: strength not told",)
    svg = now(body_map(LIST, LIBRARY, ENGLISH), ENGLISH).svg
    assert re.findall(r">([^<>]+)</text>", svg).count("7") == 1
    assert "<tspan" not in svg


def test_then_and_now_tell_both_dates() -> None:
    """Each with its lines; what either lacks is told."""
    first = body_map(LIST[:1], LIBRARY, ENGLISH)
    last = body_map([Symptom(where="right low-back", now="3"), LIST[2]], LIBRARY, ENGLISH)
    picture = then_now(first, last, ENGLISH, ("1 May", "1 June"))
    assert picture.name == "then-now"
    assert picture.said == (
        "Body map. 1 May: Right low back: 7 of 10, tight, stiff. "
        "1 June: Right low back: 3 of 10. Dizziness: 2 of 10. Not on the map: Dizziness."
    )
    assert picture.lacking == ("Dizziness",)
    assert {">1 May<", ">1 June<", ">7<", ">3<"} <= set(re.findall(r">[^<>]+<", picture.svg))
    assert ">Then<" in then_now(first, last, ENGLISH).svg


def test_a_picture_is_found_by_its_name() -> None:
    """What the view brings, else the practice's own drawing, else a blank body."""
    felt = now(body_map(LIST, LIBRARY, ENGLISH), ENGLISH)
    own = {"forms/body-front.svg": "<svg/>"}
    picture = pictures(own.get, View(maps=(felt, key(ENGLISH))))
    assert picture("map:now") == felt.svg
    assert picture("map:key") == key(ENGLISH).svg
    assert picture("map:body-front") == "<svg/>"
    assert "<svg" in (picture("map:body-back") or "")
    assert [picture(name) for name in ("map:then-now", "map:../x", "figure:x")] == [None] * 3
    assert pictures(own.get)("map:now") is None


@settings(max_examples=30, deadline=None)
@for_any(
    st.lists(st.builds(Symptom, where=st.text(max_size=20), now=st.text(max_size=9), quality=st.text(max_size=20)))
)
def test_any_words_of_a_record_make_a_sound_file(symptoms: list[Symptom]) -> None:
    """One line a symptom, and a file that can be read."""
    made = body_map(symptoms, LIBRARY, ENGLISH)
    assert len(made.lines) == len(symptoms)
    ElementTree.fromstring(now(made, ENGLISH).svg)
