"""Record types and schemas say the same: every property is a field, and every field a property."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from massageplan.records import agreed, parts
from massageplan.records.base import Part, key_of
from massageplan.records.kinds import DATED, STANDING, Misfit, build
from massageplan.schema.gate import Schemas
from massageplan.store import resources

SCHEMAS = Path(__file__).parents[2] / "schemas"
PARTS = json.loads((SCHEMAS / "parts.schema.json").read_text())["$defs"]
SHARED: dict[str, type[Part]] = {
    "symptom": parts.Symptom,
    "use": parts.Use,
    "homeworkItem": parts.Homework,
    "goal": parts.Goal,
    "visits": parts.Visits,
    "adverseEvent": parts.Adverse,
    "happening": parts.Happening,
    "consentItem": parts.ConsentItem,
    "agreement": agreed.Agreed,
    "declinedItem": agreed.DeclinedItem,
    "adviceItem": parts.AdviceItem,
    "expectation": parts.Expect,
    "phase": parts.Phase,
    "trackItem": parts.Track,
    "referralItem": parts.ToWhom,
    "withheldItem": parts.Withheld,
    "product": parts.Product,
    "followUpItem": parts.Later,
    "correction": parts.Change,
}


def properties(schema: dict[str, Any]) -> set[str]:
    """Keys of a map definition, also where they stand under `then`."""
    found = set(schema.get("properties", {}))
    for key in ("then", "else"):
        found |= properties(schema[key]) if key in schema else set()
    for branch in (*schema.get("anyOf", ()), *schema.get("allOf", ()), *schema.get("oneOf", ())):
        found |= properties(branch)
    if "$ref" in schema and not found:
        found = properties(PARTS[schema["$ref"].rsplit("/", 1)[-1]])
    return found


def keys(type_: type[Part]) -> set[str]:
    """Keys a record type takes."""
    return {key_of(f) for f in type_.__struct_fields__}


@pytest.mark.parametrize("kind", [*DATED, *STANDING])
def test_a_kind_has_the_same_keys_in_schema_and_type(kind: str) -> None:
    """No key can be written that no code can see, and none be read that no schema allows."""
    schema = json.loads((SCHEMAS / f"{kind}.schema.json").read_text())
    assert set(schema["properties"]) == keys((DATED | STANDING)[kind])


@pytest.mark.parametrize("name", SHARED)
def test_a_shared_part_has_the_same_keys_in_schema_and_type(name: str) -> None:
    """Likewise for the maps that stand in several kinds."""
    assert properties(PARTS[name]) == keys(SHARED[name])


@pytest.mark.parametrize("kind", [*DATED, *STANDING])
def test_the_example_of_each_schema_builds(kind: str) -> None:
    """The complete example in a schema becomes a record of its type, every scalar as text."""
    schema = json.loads((SCHEMAS / f"{kind}.schema.json").read_text())
    for example in schema["examples"]:
        record = msgspec.convert(_as_text(example), (DATED | STANDING)[kind])
        assert set(example) == {key_of(f) for f in record.__struct_fields__ if _given(record, f, example)}


WORDS = ("none", "unknown", "not asked", "no change", "as planned")
"""Words that may stand where a list or a map belongs."""


@pytest.mark.parametrize("kind", [*DATED, *STANDING])
def test_whatever_the_schema_lets_in_builds(kind: str) -> None:
    """Each example of each key, and each word that says why there is no list."""
    schemas = Schemas(resources.schema)
    schema = schemas.schema(kind)
    base = _as_text(schema["examples"][0])
    let_in = 0
    for key, stated in schema["properties"].items():
        for value in (*stated["examples"], *WORDS):
            data = {**base, key: _as_text(value)}
            if schemas.fits(kind, data):
                let_in += 1
                assert not isinstance(build(kind, data), Misfit), (key, value)
    assert let_in >= len(schema["properties"])


def _given(record: Part, field: str, example: dict[str, Any]) -> bool:
    return key_of(field) in example and getattr(record, field) is not None


def _as_text(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_text(value) for value in data]
    return data if data is None else str(data)
