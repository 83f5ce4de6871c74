"""The gate reads one file that is made from the schemas."""

from __future__ import annotations

import json
import os
from pathlib import Path

from massageplan.cli.session import ATTENDED
from massageplan.records.care import NOT_KEPT, Session
from massageplan.schema.gate import GATE, Schemas, bare
from massageplan.store import resources

PLACE = Path(__file__).parents[2] / "schemas" / GATE


def test_the_gate_is_what_the_schemas_say() -> None:
    """After a change of a schema: `MPLAN_UPDATE=1 python -m pytest tests/schema/test_gate.py`."""
    wanted = json.dumps(bare(Schemas(resources.schema)), separators=(",", ":"), ensure_ascii=False) + "\n"
    if os.environ.get("MPLAN_UPDATE"):
        PLACE.write_text(wanted, encoding="utf-8")
    assert PLACE.read_text(encoding="utf-8") == wanted


def test_a_property_called_title_is_no_word() -> None:
    """A therapist has a title; only the keyword of a schema goes."""
    therapist = bare(Schemas(resources.schema))["$defs"]["therapist"]
    assert "title" in therapist["properties"]
    assert "description" not in therapist


def test_the_words_of_attended_are_the_same_everywhere() -> None:
    """The schema, the option of the command, and what counts as a visit that was not kept."""
    choices = Schemas(resources.schema).schema("session")["properties"]["attended"]["enum"]
    assert tuple(choices) == ATTENDED
    assert set(NOT_KEPT) < set(choices)
    kept = [word for word in choices if Session(attended=word).took_place]
    assert kept == ["yes", "late", "left-early"]
