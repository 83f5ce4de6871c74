"""Each wrong variant of a record is shown to the therapist at the very character, under the right name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from massageplan.schema.gate import Schemas, admit
from massageplan.store import resources
from massageplan.text.reader import parse

SLIPS = yaml.load((Path(__file__).parent / "data" / "slips.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
SCHEMAS = Schemas(resources.schema)


def test_there_are_enough() -> None:
    """As many as were promised."""
    assert len(SLIPS) >= 150


@pytest.mark.parametrize("slip", SLIPS, ids=lambda s: f"{s['kind']}: {s['slip']}")
def test_a_slip_is_shown_at_its_character(slip: dict[str, Any]) -> None:
    """Line, column and name as judged by eye when the slip was written down; the record is refused or mended."""
    parsed = parse("f.yaml", slip["record"].encode())
    assert parsed.document is not None
    data, faults = admit(SCHEMAS, slip["kind"], parsed.document)
    found = [*parsed.findings, *faults]
    assert [f"{f.span.line}:{f.span.column} {f.name}" for f in found] == slip["shown"]
    assert data != parsed.document.data
    assert all(f.message.endswith(".") for f in found)
