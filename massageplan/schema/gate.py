"""The gate: does a record have the shape its schema asks for?"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..span import Path

if TYPE_CHECKING:
    from collections.abc import Callable

    import jsonschema_rs

    from ..findings import Finding
    from ..text.document import Data, Document

PARTS = "parts.schema.json"
KINDS = (
    "practice", "network", "client", "history", "consent", "assessment", "plan", "session", "checkin", "event",
    "referral", "followup", "discharge", "amendment",
)  # fmt: skip
"""Every kind of record that has a schema."""


GATE = "gate.json"
"""What `bare` gives, kept beside the schemas; a test holds the two together."""

_WORDS = ("title", "description", "examples")


class Schemas:
    """The schemas by name (`session`, `library/exercise`), each compiled when first used.

    Args:
        read: gives the text of a schema file by its path below `schemas/`.
    """

    def __init__(self, read: Callable[[str], str]) -> None:
        self._read = read
        self._loaded: dict[str, dict[str, Any]] = {}
        self._gates: dict[str, jsonschema_rs.Validator] = {}

    def schema(self, name: str) -> dict[str, Any]:
        """The schema as JSON data, self-contained: shared definitions stand inside it."""
        if name not in self._loaded:
            text = self._read(f"{name}.schema.json")
            self._loaded[name] = json.loads(text.replace(f'"{PARTS}#', '"#'))
            if name in KINDS:
                self._loaded[name]["$defs"] = self.parts
        return self._loaded[name]

    @cached_property
    def parts(self) -> dict[str, Any]:
        """The definitions that several schemas share, by name."""
        shared: dict[str, Any] = self.schema("parts")["$defs"]
        return shared

    def resolve(self, name: str, reference: str) -> dict[str, Any]:
        """The definition that a reference inside a schema, `#/$defs/name`, points at."""
        found: dict[str, Any] = self.schema(name)["$defs"][reference.rsplit("/", 1)[-1]]
        return found

    def fits(self, name: str, data: Data) -> bool:
        """Whether data has the shape of a kind; never fetches anything."""
        if name.startswith("library/"):
            return self._gate_of(name).is_valid(data)
        return self._records.is_valid({name: data})

    @cached_property
    def _records(self) -> jsonschema_rs.Validator:
        """All kinds of record compiled as one schema, `{kind: record}`: what they share is compiled once.

        Compiled one by one they cost four times as much, most of the time of checking one client. What is read is the
        one file that `bare` gives: the schemas themselves are three times as long, for their words.
        """
        return _compile(json.loads(self._read(GATE)))

    def _gate_of(self, name: str) -> jsonschema_rs.Validator:
        if name not in self._gates:
            self._gates[name] = _compile(self.schema(name))
        return self._gates[name]


def bare(schemas: Schemas) -> dict[str, Any]:
    """All kinds of record as one schema without its words: what a gate needs to judge, and no more."""
    kinds = {kind: {k: v for k, v in schemas.schema(kind).items() if k != "$defs"} for kind in KINDS}
    return {"$defs": _without_words(schemas.parts), "properties": _without_words(kinds)}


def _without_words(node: Any) -> Any:
    """A schema without the keywords that only people read; a property of such a name stays, being a schema itself."""
    if isinstance(node, dict):
        return {k: _without_words(v) for k, v in node.items() if k not in _WORDS or isinstance(v, dict)}
    return [_without_words(each) for each in node] if isinstance(node, list) else node


def _compile(schema: dict[str, Any]) -> jsonschema_rs.Validator:
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True, offline=True)


def admit(schemas: Schemas, name: str, document: Document) -> tuple[Data | None, list[Finding]]:
    """Data that fits the schema, and what to settle.

    An unknown key is set aside and the rest used; any other fault leaves the record out (None).
    """
    if schemas.fits(name, document.data):
        return document.data, []
    from .explain import explain

    faults = explain(schemas, name, document)
    data = document.data
    unknown = [fault.path for fault in faults if fault.finding.name == "unknown-key"]
    if not isinstance(data, dict) or not unknown:
        return None, [fault.finding for fault in faults]
    data = _without(data, unknown)
    return data if schemas.fits(name, data) else None, [fault.finding for fault in faults]


def _without(data: Data, paths: list[Path]) -> Data:
    """A copy of `data` that lacks the keys at `paths`."""
    if not isinstance(data, (dict, list)):
        return data
    gone = {path[0] for path in paths if len(path) == 1}
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    kept = {
        step: _without(value, [path[1:] for path in paths if len(path) > 1 and path[0] == step])
        for step, value in pairs
        if step not in gone
    }
    return kept if isinstance(data, dict) else list(kept.values())
