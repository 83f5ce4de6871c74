"""A piece of JSON Schema in words: what a key may hold, what goes together, examples as they are typed."""

from __future__ import annotations

import re
from typing import Any, NamedTuple


class Links(NamedTuple):
    """How a page links to shared parts.

    Attributes:
        page: the page they stand on; empty for the page itself.
    """

    page: str

    def to(self, name: str) -> str:
        """A link to one part."""
        return f"[{anchor(name, ' ')}]({self.page}#{anchor(name, '-')})"


_TYPES = {"string": "text", "number": "number", "integer": "number", "object": "map", "array": "list"}


def anchor(name: str, between: str) -> str:
    """The name of a part in words: `homeworkItem` is `homework item`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower().replace("-", between)


def holds(node: dict[str, Any], links: Links) -> str:
    """What may stand at a place, in a few words with links; empty if the description says it all."""
    if "$ref" in node:
        return links.to(node["$ref"].rpartition("/")[2])
    if "enum" in node:
        return choices(node["enum"])
    if "items" in node:
        other = holds(node["then"], links) if "then" in node else "a word" if "string" in node.get("type", ()) else ""
        return f"list of {holds(node['items'], links)}" + (f", or {other}" if other else "")
    if "if" in node:
        ways = [holds(node[branch], links) for branch in ("then", "else") if branch in node]
        return " or ".join(way for way in ways if way)
    if "patternProperties" in node or isinstance(node.get("additionalProperties"), dict):
        below = [*node.get("patternProperties", {}).values(), node.get("additionalProperties")]
        ways = [holds(each, links) for each in below if isinstance(each, dict)]
        return f"map of name to {' or '.join(dict.fromkeys(ways))}"
    kinds = node.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return " or ".join(dict.fromkeys(_TYPES[kind] for kind in kinds if kind in _TYPES))


def choices(values: list[Any]) -> str:
    """The choices of a key, each once however a reader types it."""
    return ", ".join(dict.fromkeys(f"`{_scalar(value)}`" for value in values))


def shown(examples: list[Any] | tuple[Any, ...], most: int) -> str:
    """Examples in flow style, each as code; of long ones only the first."""
    texts = list(dict.fromkeys(flow(example) for example in examples))
    short = [text for text in texts if len(text) <= 90] or texts[:1]
    return ", ".join(f"`{cell(text)}`" for text in short[:most])


def flow(node: Any) -> str:
    """A value as it may be typed on one line; text that would break there is quoted."""
    if isinstance(node, dict):
        return "{" + ", ".join(f"{key}: {_inside(value)}" for key, value in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(_inside(value) for value in node) + "]"
    return _scalar(node)


def _inside(node: Any) -> str:
    text = flow(node)
    return f'"{text}"' if isinstance(node, str) and re.search(r"[,\[\]{}]|: | #|^[-?>|*&!%@`'\"]", text) else text


def _scalar(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def cell(text: str) -> str:
    """Text that does not end a table's cell."""
    return text.replace("|", "\\|").replace("\n", " ")


def rules(schema: dict[str, Any]) -> list[str]:
    """Which keys are needed together or rule each other out, a sentence each."""
    said = []
    pieces = [schema, *schema.get("allOf", ())]
    for piece in pieces:
        if any_of := _needed(piece.get("anyOf", ())):
            said.append(f"Needs {' or '.join(any_of)}.")
        if one_of := _needed(piece.get("oneOf", ())):
            said.append(f"Needs exactly one of {', '.join(one_of)}.")
    for key, others in schema.get("dependentRequired", {}).items():
        said.append(f"`{key}` needs {_keys(others)} beside it.")
    for key, way in schema.get("dependentSchemas", {}).items():
        if barred := _barred(way):
            said.append(f"`{key}` cannot stand beside {_keys(barred, 'or')}.")
    said.extend(rule for piece in pieces if "if" in piece and (rule := _condition(piece)))
    return said


def _barred(node: dict[str, Any]) -> list[str]:
    """Keys that a subschema rules out by name."""
    names: list[str] = node.get("propertyNames", {}).get("not", {}).get("enum", [])
    return names


def _needed(branches: Any) -> list[str]:
    return [_keys(branch["required"]) for branch in branches if set(branch) == {"required"}]


def _condition(node: dict[str, Any]) -> str | None:
    """`Where decision is change: because is needed.`"""
    when = [
        f"`{key}` is {' or '.join(_values(test))}"
        for key, test in node["if"].get("properties", {}).items()
        if _values(test)
    ]
    then = node.get("then", {})
    what = []
    if "required" in then:
        what.append(f"{_keys(then['required'])} is needed")
    if barred := _barred(then):
        what.append(f"there is no {_keys(barred, 'or')}")
    return f"Where {' and '.join(when)}: {' and '.join(what)}." if when and what else None


def _values(test: dict[str, Any]) -> list[str]:
    values = test.get("enum", [test["const"]] if "const" in test else [])
    return [f"`{_scalar(value)}`" for value in values]


def _keys(names: list[str], last: str = "and") -> str:
    shown = [f"`{name}`" for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {last} {shown[-1]}"
