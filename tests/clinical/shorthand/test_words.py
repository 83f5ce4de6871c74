"""The word list of the language: small, without contradictions, and true to the library."""

from __future__ import annotations

import re
import time
from pathlib import Path

from massageplan.clinical.shorthand.bits import plain
from massageplan.clinical.shorthand.note import read_note
from massageplan.clinical.shorthand.sheet import ORDER
from massageplan.text.reader import parse

from .conftest import DATA, MAREK, PARSED, RAW, SCHEMAS, data

SECTIONS = ("heads", "attended", "measures", "movements", "techniques", "places")
NOTE = Path(__file__).parents[3] / "docs" / "note.md"


def test_the_file_is_small_and_read_without_a_finding() -> None:
    """It is read whenever a note is."""
    assert len(RAW) < 12_000
    assert PARSED.findings == ()


def test_no_short_word_means_two_things() -> None:
    """Within a section, and between techniques and places, which stand side by side."""
    for sections in (*((s,) for s in SECTIONS), ("techniques", "places"), ("heads", "attended")):
        words = [
            plain(word)
            for section in sections
            for id, listed in DATA[section].items()
            for word in {id, *(listed or "").split(",")} - {""}
            if section in ("techniques", "places") or word in (listed or "").split(",")
        ]
        assert sorted(words) == sorted(set(words))


def test_a_first_word_is_no_measure_as_well() -> None:
    """`n` opens a figure and `next` a text; no word does both."""
    heads = {*MAREK.words.heads, *MAREK.words.attended}
    assert not heads & {*MAREK.words.measures, *MAREK.words.movements}


def test_every_word_leads_to_something_that_is_there() -> None:
    """Movements, instruments and techniques of the library; keys and choices of the schema."""
    library = MAREK.library
    assert set(DATA["techniques"]) <= library.ids("technique")
    for address in DATA["measures"]:
        family, _, item = address.partition("/")
        assert not item or (family == "rom" and item in library.ids("movement"))
    assert set(DATA["heads"]) | {"attended", "measures"} == set(ORDER)
    assert set(DATA["attended"]) < set(SCHEMAS.schema("session")["properties"]["attended"]["enum"])
    movements = {word for id in library.ids("movement") for word in id.split("-")}
    assert {word for name in DATA["movements"] for word in name.split()} <= movements


def test_every_place_can_be_written() -> None:
    """Each id is one that a line of `did` may hold, and is understood as typed."""
    for place in DATA["places"]:
        assert data(f"did {place}") == {"did": [f"massage {place}"]}
        assert data(f"did effleurage L {place.replace('-', ' ')}") == {"did": [f"effleurage left {place}"]}


def test_muscles_of_exercises_are_places() -> None:
    """What an exercise trains can be worked on."""
    shelf = Path(__file__).parents[3] / "massageplan" / "library" / "exercises"
    found: set[str] = set()
    for path in shelf.glob("*.yaml"):
        document = parse(path.name, path.read_bytes()).document
        assert document is not None
        assert isinstance(document.data, dict)
        for key in ("muscles", "regions"):
            listed = document.data.get(key) or []
            found.update(str(one) for one in ([listed] if isinstance(listed, str) else listed))
    assert found - set(DATA["places"]) == set()


def test_examples_of_the_manual_are_understood() -> None:
    """Every line shown in docs/note.md is read without a fault by a client such as Marek."""
    text = NOTE.read_text(encoding="utf-8")
    blocks = re.findall(r"^```note\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    assert len(lines) > 5
    for line in lines:
        data(line)


def test_the_manual_names_every_head() -> None:
    """No first word is left out of the table."""
    text = NOTE.read_text(encoding="utf-8")
    assert [word for listed in DATA["heads"].values() for word in listed.split(", ") if f"`{word}`" not in text] == []


def test_the_example_is_read_in_a_moment() -> None:
    """Many times faster than a keystroke; the limit is generous for a busy machine."""
    line = "n 6>4; rot L 55>68; did QL, lats; hw 4/7; next: review goal 1"
    read_note(line, MAREK)
    best = min(_seconds(line) for _ in range(20))
    assert best < 0.005


def _seconds(line: str) -> float:
    start = time.perf_counter()
    read_note(line, MAREK)
    return time.perf_counter() - start
