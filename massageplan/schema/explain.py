"""Why a record did not pass the gate: our sentence at the very character, for each fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, FormatChecker

from ..findings import Finding, did_you_mean
from ..frozen import Frozen
from ..patterns import lazy
from ..span import Path, Span
from .describe import describe, keys
from .gate import Schemas

if TYPE_CHECKING:
    from jsonschema import ValidationError

    from ..text.document import Data, Document


_DAY = lazy(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Fault(Frozen):
    """A finding and the path of the fault in the data (for an extra key: the key's own path)."""

    finding: Finding
    path: Path


class _Where(Frozen):
    schemas: Schemas
    name: str
    document: Document

    def says(self, path: Path) -> dict[str, Any]:
        """What the schema says of a place."""
        return describe(self.schemas, self.name, path)

    def hint(self, path: Path) -> str | None:
        """Examples of what may stand at a place."""
        examples = self.says(path).get("examples") or []
        shown = [e for e in examples if not isinstance(e, (dict, list))] or examples
        return "for example " + " or ".join(_show(e)[:80] for e in shown[:2]) if shown else None

    def longer(self, path: Path) -> str:
        """For a word in place of a list or map: an example of the list or map."""
        examples = [e for e in self.says(path).get("examples", ()) if isinstance(e, (dict, list))]
        return f"; or {_show(examples[0])[:80]}" if examples else ""

    def at(self, path: Path) -> Data:
        """The value at a place."""
        value = self.document.data
        for step in path:
            value = value[step]
        return value

    def span(self, path: Path, key: bool = False) -> Span:
        """Where it stands in the file."""
        return self.document.locate(path, key)


def explain(schemas: Schemas, name: str, document: Document) -> list[Fault]:
    """Every fault of a record that the gate refused, in reading order and never twice at one place."""
    validator = Draft202012Validator(schemas.schema(name), format_checker=FormatChecker())
    faults: dict[Path, Fault] = {}
    where = _Where(schemas, name, document)
    for error in validator.iter_errors(document.data):
        for fault in _faults(error, where):
            faults.setdefault(fault.path, fault)
    kept = [f for path, f in faults.items() if not _inside_another(path, faults)]
    return sorted(kept, key=lambda f: (f.finding.span.line, f.finding.span.column))


def _inside_another(path: Path, faults: dict[Path, Fault]) -> bool:
    """An unknown key explains all that is wrong below it."""
    return any(faults[path[:n]].finding.name == "unknown-key" for n in range(1, len(path)) if path[:n] in faults)


def _faults(error: ValidationError, where: _Where) -> list[Fault]:
    path: Path = tuple(error.absolute_path)
    keyword = str(error.validator)
    if "propertyNames" in error.relative_schema_path and keyword == "not":
        return [_out_of_place(str(error.instance), where, path)]
    if keyword == "oneOf" and not error.context:
        return [_both(error, where, path)]
    if keyword in ("anyOf", "oneOf"):
        return _of_branches(error, where)
    if keyword in ("additionalProperties", "unevaluatedProperties", "propertyNames"):
        return _extra_keys(error, where, path)
    if keyword in ("required", "dependentRequired"):
        return _missing_keys(error, where, path)
    return [Fault(_plain(error, where, path, keyword), path)]


def _out_of_place(key: str, where: _Where, path: Path) -> Fault:
    """A key that has its use, but not beside the others here, such as treatment in a missed visit."""
    message = f"{key[:40]} does not belong into {_name(path) if path else 'this record'} as the rest of it stands."
    finding = Finding("wrong-shape", message, where.span((*path, key), key=True), "take out this key, or the others")
    return Fault(finding, (*path, key))


def _both(error: ValidationError, where: _Where, path: Path) -> Fault:
    """Two keys of which only one can be meant."""
    branches: Any = error.validator_value
    keys = [key for branch in branches for key in branch.get("required", ()) if key in where.at(path)]
    message = f"{_name(path)} has both {' and '.join(keys)}; only one of them can be meant."
    return Fault(Finding("wrong-shape", message, where.span((*path, *keys[-1:]), key=True), "take out one"), path)


def _plain(error: ValidationError, where: _Where, path: Path, keyword: str) -> Finding:
    if keyword in ("enum", "const"):
        return _wrong_choice(error, where, path)
    if keyword == "type":
        return _wrong_type(error, where, path)
    if (keyword == "not" and _schema(error).get("not", {}).get("pattern")) or (
        keyword == "format" and _DAY.fullmatch(str(error.instance))
    ):
        return Finding("wrong-form", "There is no such day in the calendar.", where.span(path), "look at it again")
    if keyword == "not" and isinstance(error.instance, str):
        message = f"{_name(path)} cannot be {error.instance[:20]}: other readers of YAML take it for no text."
        return Finding("wrong-form", message, where.span(path), where.hint(path))
    if keyword == "not":
        message = f"These keys of {_name(path)} do not go together, or one that is needed is missing."
        return Finding("wrong-shape", message, where.span(path, key=True), where.hint(path))
    if keyword in ("minItems", "minProperties", "minLength"):
        message = f"{_name(path)} is empty."
        return Finding("wrong-form", message, where.span(path), "fill it, or leave the key out")
    message = f"{_name(path)} is not written in a way that can be read."
    return Finding("wrong-form", message, where.span(path), where.hint(path))


def _wrong_choice(error: ValidationError, where: _Where, path: Path) -> Finding:
    choices = list(dict.fromkeys(str(c) for c in _schema(error).get("enum", [_schema(error).get("const")])))
    near = did_you_mean(error.instance, choices) if isinstance(error.instance, str) else None
    shown = ", ".join(choices[:14]) + (", ..." if len(choices) > 14 else "")
    message = f"{_name(path)} has no such choice."
    also = where.longer(path)
    return Finding("unknown-choice", message, where.span(path), near or f"one of: {shown}{also}")


_KINDS = {"object": "keys with values", "array": "a list", "string": "a text", "null": "nothing"}


def _wrong_type(error: ValidationError, where: _Where, path: Path) -> Finding:
    instance: Data = error.instance
    wanted: Any = _schema(error).get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    words = [_KINDS[w] for w in wanted if w in _KINDS] or ["a number"]
    if instance is None:
        message = f"{_name(path)} is empty."
        return Finding("wrong-shape", message, where.span(path, key=True), "fill it, or leave the key out")
    is_now = "keys with values" if isinstance(instance, dict) else "a list" if isinstance(instance, list) else "a text"
    message = f"{_name(path)} holds {is_now} where {' or '.join(words)} belongs."
    return Finding("wrong-shape", message, where.span(path), where.hint(path))


def _extra_keys(error: ValidationError, where: _Where, path: Path) -> list[Fault]:
    known = keys(where.schemas, where.name, path)
    if error.validator == "propertyNames":
        extra = [str(error.instance)]
    else:
        own, patterns = _schema(error).get("properties", {}), _schema(error).get("patternProperties", {})
        instance: Data = error.instance
        extra = [k for k in instance if k not in own and not _fits(patterns, k)]
    out = []
    for key in extra:
        inside = f" in {_name(path)}" if path else ""
        message = f"There is no key {key[:40]}{inside}; it is set aside."
        span = where.span((*path, key), key=True)
        out.append(Fault(Finding("unknown-key", message, span, did_you_mean(key, known)), (*path, key)))
    return out


def _fits(patterns: dict[str, Any], key: str) -> bool:
    import re

    return any(re.search(pattern, key) for pattern in patterns)


def _missing_keys(error: ValidationError, where: _Where, path: Path) -> list[Fault]:
    needed: Any = error.validator_value
    instance: Data = error.instance
    if isinstance(needed, dict):
        needed = [k for owner, keys in needed.items() if owner in instance for k in keys]
    out = []
    for key in needed:
        if key in instance:
            continue
        title = where.says((*path, key)).get("title")
        message = f"{_name(path)} needs {key}." if path else f"This record needs {key}."
        finding = Finding(
            "missing-key", message, where.span(path, key=True), f"add {key}: ({title})" if title else f"add {key}:"
        )
        out.append(Fault(finding, (*path, key)))
    return out


def _of_branches(error: ValidationError, where: _Where) -> list[Fault]:
    """The branch that comes nearest: the one of the value's own type, with the fewest and deepest faults."""
    path: Path = tuple(error.absolute_path)
    branches: dict[int, list[ValidationError]] = {}
    for inner in error.context or []:
        branches.setdefault(int(inner.relative_schema_path[0]), []).append(inner)
    fitting = {
        n: faults
        for n, faults in branches.items()
        if not any(f.validator == "type" and not f.relative_path for f in faults)
    }
    if all(f.validator == "required" and not f.relative_path for fs in branches.values() for f in fs) and branches:
        keys = [k for fs in branches.values() for f in fs for k in _lacking(f)]
        message = f"{_name(path)} needs one of {', '.join(dict.fromkeys(keys))}."
        if not path:
            message = f"This record needs one of {', '.join(dict.fromkeys(keys))}."
        return [Fault(Finding("missing-key", message, where.span(path, key=True), f"add {keys[0]}:"), path)]
    if len(fitting) == 1 or (fitting and isinstance(error.instance, (dict, list))):
        best = min(fitting.values(), key=lambda fs: (len(fs), -max(len(f.absolute_path) for f in fs)))
        return [fault for inner in best for fault in _faults(inner, where)]
    message = f"{_name(path)} is not written in a way that can be read."
    return [Fault(Finding("wrong-form", message, where.span(path), where.hint(path)), path)]


def _lacking(error: ValidationError) -> list[str]:
    """The required keys that a map does not have."""
    needed: Any = error.validator_value
    instance: Data = error.instance
    return [key for key in needed if key not in instance]


def _schema(error: ValidationError) -> dict[str, Any]:
    """The subschema that was not met."""
    return error.schema if isinstance(error.schema, dict) else {}


def _name(path: Path) -> str:
    """The nearest key in words: `homework 2 often`."""
    words = [str(step + 1) if isinstance(step, int) else step for step in path]
    return " ".join(words[-3:]) if words else "This record"


def _show(example: Data) -> str:
    if isinstance(example, dict):
        return "{" + ", ".join(f"{k}: {_show(v)}" for k, v in example.items()) + "}"
    if isinstance(example, list):
        return "[" + ", ".join(_show(v) for v in example) + "]"
    return str(example)
