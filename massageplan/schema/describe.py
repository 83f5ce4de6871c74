"""What a schema says of one place in a record: title, description, examples, choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..span import Path
    from .gate import Schemas

_BRANCHES = ("allOf", "anyOf", "oneOf")


def describe(schemas: Schemas, name: str, path: Path) -> dict[str, Any]:
    """Title, description, examples and choices of the property at `path`, the nearest statement winning."""
    nodes = [schemas.schema(name)]
    for step in path:
        nodes = [below for node in nodes for whole in _whole(schemas, name, node) for below in _step(whole, step)]
    said: dict[str, Any] = {}
    for node in nodes:
        for whole in _whole(schemas, name, node):
            for key in ("title", "description", "examples", "enum"):
                if key in whole:
                    said.setdefault(key, whole[key])
    return said


def keys(schemas: Schemas, name: str, path: Path) -> list[str]:
    """The keys a map at `path` may have."""
    nodes = [schemas.schema(name)]
    for step in path:
        nodes = [below for node in nodes for whole in _whole(schemas, name, node) for below in _step(whole, step)]
    found = [k for node in nodes for whole in _whole(schemas, name, node) for k in whole.get("properties", {})]
    return list(dict.fromkeys(found))


def _whole(schemas: Schemas, name: str, node: Any) -> Iterator[dict[str, Any]]:
    """A subschema, and what it refers to or is made of."""
    if not isinstance(node, dict):
        return
    yield node
    reference = node.get("$ref")
    if isinstance(reference, str):
        yield from _whole(schemas, name, schemas.resolve(name, reference))
    for key in _BRANCHES:
        for branch in node.get(key, ()):
            yield from _whole(schemas, name, branch)
    for key in ("then", "else"):
        if key in node:
            yield from _whole(schemas, name, node[key])


def _step(node: dict[str, Any], step: str | int) -> Iterator[Any]:
    if isinstance(step, int):
        if "items" in node:
            yield node["items"]
        return
    if step in node.get("properties", {}):
        yield node["properties"][step]
        return
    yield from node.get("patternProperties", {}).values()
    if isinstance(node.get("additionalProperties"), dict):
        yield node["additionalProperties"]
