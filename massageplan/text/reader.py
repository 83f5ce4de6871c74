"""From the bytes of a file to data, every scalar kept as typed. The only user of the YAML parser."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from ..errors import NotReadable
from ..findings import Finding
from ..frozen import replace
from ..patterns import lazy
from ..span import Span
from . import guard, losses, slips
from .document import Data, Document, Parsed

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError as error:  # pragma: no cover - needs a PyYAML built without libyaml
    raise NotReadable(
        "PyYAML was installed without libyaml, which massageplan needs.", "reinstall PyYAML from a wheel"
    ) from error

_TAGS: dict[type[Node], str] = {kind: kind.id for kind in (ScalarNode, yaml.SequenceNode, MappingNode)}
_BLOCKS = ("|", ">")
_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_FENCE = lazy(r"^---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


class _Composer(CParser):
    """libyaml's parser with a resolver that resolves nothing: meaning is not YAML's to give."""

    def descend_resolver(self, parent: Node, index: Any) -> None:
        """Nothing to keep: no implicit types."""

    def ascend_resolver(self) -> None:
        """Nothing to keep: no implicit types."""

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        """The bare kind of node."""
        return _TAGS[kind]


def parse(file: str, raw: bytes, body_key: str | None = None) -> Parsed:
    """Read one file.

    Args:
        file: path as it is to be shown.
        raw: the file's bytes.
        body_key: for a Markdown file, the key its body stands for; the front matter holds the other keys.
    """
    decoded = guard.decode(file, raw)
    if decoded.findings and not decoded.text:
        return Parsed(None, decoded.findings)
    text = decoded.text
    meeting = guard.two_versions(file, text)
    if meeting:
        return Parsed(None, (*decoded.findings, meeting))
    if body_key is not None:
        return _front_matter(file, text, body_key, decoded.findings)
    parsed = _parse_text(file, text)
    return Parsed(parsed.document, decoded.findings + parsed.findings) if decoded.findings else parsed


def _parse_text(file: str, text: str) -> Parsed:
    refused = guard.refused_constructs(file, text)
    if refused:
        return Parsed(None, (refused,))
    try:
        root = _Composer(text).get_single_node()
    except yaml.YAMLError as error:
        return Parsed(None, (slips.explain(file, text, error),))
    if root is None or (type(root) is ScalarNode and not root.value and not root.style):
        return Parsed(None, (Finding("empty-file", "There is nothing in this file.", Span(file), "fill or delete it"),))
    findings: list[Finding] = []
    data = _value(root, file, text, findings)
    if " #" in text:
        losses.cut_by_hash(file, text, root, findings)
    return Parsed(Document(file, text, data, root), tuple(findings))


def _value(node: Node, file: str, text: str, findings: list[Finding]) -> Data:
    if type(node) is ScalarNode:
        value: str = node.value
        if node.style:
            if node.style in _BLOCKS and not value.strip():
                findings.append(losses.empty_block(file, text, node))
            return value
        return None if value in _EMPTY else value
    if type(node) is MappingNode:
        out: dict[str, Data] = {}
        for key, item in node.value:
            name = key.value
            if type(key) is not ScalarNode or name in out or (name == "<<" and not key.style):
                findings.append(_bad_key(node, key, file))
                continue
            out[name] = _value(item, file, text, findings)
            if out[name] is None and node.flow_style and not text[key.end_mark.index :].lstrip().startswith(":"):
                findings.append(losses.comma_split(file, key))
        return out
    return [_value(item, file, text, findings) for item in node.value]


def _bad_key(parent: MappingNode, key: Node, file: str) -> Finding:
    at = _span(file, key)
    if type(key) is not ScalarNode:
        return Finding("unsupported-yaml", "A key is one word here, not a list or a map.", at, "write it as one word")
    if key.value == "<<" and not key.style:
        return Finding("unsupported-yaml", "Records have no YAML merge key.", at, "write the keys out")
    first = next(k for k, _ in parent.value if k.value == key.value)
    message = f"{key.value[:40]} stands here a second time; only one of the two can be meant."
    return Finding("duplicate-key", message, at, "delete or rename one", (_span(file, first),))


def _span(file: str, node: Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _front_matter(file: str, text: str, body_key: str, found: tuple[Finding, ...]) -> Parsed:
    fence = _FENCE.match(text)
    if not fence:
        message = "A Markdown record begins with a line of three hyphens, its keys, and three hyphens again."
        return Parsed(None, (*found, Finding("yaml-syntax", message, Span(file), "begin the file with ---")))
    parsed = _parse_text(file, "\n" + fence[1])
    document = parsed.document
    body = text[fence.end() :]
    if document is None or not isinstance(document.data, dict) or not body.strip():
        if document is not None:
            document = replace(document, text=text)
        return Parsed(document, found + parsed.findings)
    line = guard.place(text, fence.end())[0]
    findings = found + parsed.findings
    if body_key in document.data:
        message = f"{body_key} stands both among the keys and as the text below them."
        at = document.locate((body_key,), key=True)
        other = (Span(file, line, 1, line, 1),)
        findings += (Finding("duplicate-key", message, at, "keep one of the two", other),)
        return Parsed(replace(document, text=text), findings)
    data = {**document.data, body_key: body.strip("\r\n")}
    return Parsed(replace(document, text=text, data=data, body=(line, body_key)), findings)
