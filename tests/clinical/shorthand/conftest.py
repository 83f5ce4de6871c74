"""Notes read for one client: Marek, whose back is treated and whose records have a few figures already."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from massageplan.clinical.shorthand.known import Known
from massageplan.clinical.shorthand.note import Fault, read_note
from massageplan.clinical.shorthand.words import read_words
from massageplan.frozen import replace
from massageplan.library.catalogue import Library
from massageplan.schema.gate import Schemas
from massageplan.store import resources
from massageplan.text.reader import parse

PACKAGE = Path(resources.__file__).parents[1]
SCHEMAS = Schemas(resources.schema)
RAW = (PACKAGE / "library" / "words" / "en.yaml").read_bytes()
PARSED = parse("en.yaml", RAW)
assert PARSED.document is not None
DATA: Any = PARSED.document.data

MAREK = Known(
    read_words(DATA, None),
    Library(SCHEMAS, resources.BuiltIn()),
    addresses=(
        "pain/lumbar/now", "pain/lumbar/worst", "rom/cervical-rotation", "rom/lumbar-flexion",
        "rom/lumbar-flexion/hurts", "rom/lumbar-lateral-flexion", "psfs/lift-crate", "psfs/drive-home",
        "strength/hip-abduction", "count/heel-raises", "reflex/achilles", "homework/knee-roll/done",
    ),
    symptoms=("pain", "tingling"),
    homework=("knee-roll", "glute-bridge", "walking-plan"),
    techniques=("petrissage", "static-stretch"),
    places=("lumbar", "l4-scar"),
)  # fmt: skip

STRANGER = Known(MAREK.words, MAREK.library)
"""A client of whom there is no record yet."""


def with_phrases(known: Known, **phrases: Any) -> Known:
    """The client in a practice with short words of its own."""
    return replace(known, words=read_words(DATA, phrases))


def data(line: str, known: Known = MAREK) -> dict[str, Any]:
    """What a line without a fault says; it has the shape of a session."""
    note = read_note(line, known)
    assert note.faults == ()
    assert SCHEMAS.fits("session", {"date": "2026-11-30", **note.data})
    return note.data


def measures(line: str, known: Known = MAREK) -> Any:
    """The figures of a line that holds nothing else."""
    found = data(line, known)
    assert list(found) == ["measures"]
    return found["measures"]


def pointed(line: str, known: Known = MAREK) -> list[tuple[str, str | None]]:
    """The stretches of a line that are pointed at, each with the help given."""
    return [(marked(line, fault), fault.help) for fault in read_note(line, known).faults]


def marked(line: str, fault: Fault) -> str:
    """What stands where a fault points."""
    assert 1 <= fault.column < fault.end_column <= len(line) + 1
    return line[fault.column - 1 : fault.end_column - 1]
