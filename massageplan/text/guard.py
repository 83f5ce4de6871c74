"""What is refused before the YAML parser sees a file: bytes, characters, and constructs outside the dialect."""

from __future__ import annotations

import re
from typing import Any

import yaml

from ..findings import Finding
from ..frozen import Frozen
from ..patterns import lazy
from ..span import Span

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
_MEETS = "<<<<<<< "

_REFUSED = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_HIDDEN = lazy("[\u202a-\u202e\u2066-\u2069]")
_PLAIN_BYTES = bytes([9, 10, 13, *range(32, 127)])
# Anchors, aliases, tags and directives, and the ways to nest without deep indentation. A hit costs a slow
# look at the events, never a refusal by itself: "call at *once*" is harmless.
_SUSPECT = lazy(r"(?:^|[\s\[{,])[&*!]\S|^%|^ {14}|[-?:][ \t]+[-?][ \t]+[-?][ \t]|^[ \t-]*\? ", re.MULTILINE)
_HINTS = ("&", "*", "!", "%", "? ", "?\t", "- - ", "-\t", " " * 14)
"""Without one of these the expression above cannot match; looking for them is many times faster."""


class Decoded(Frozen):
    """Text of a file, or the finding that says why there is none."""

    text: str
    findings: tuple[Finding, ...] = ()


def place(text: str, index: int) -> tuple[int, int]:
    """Line and column (from 1) of the character at `index`."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def span_at(file: str, text: str, index: int, length: int = 1) -> Span:
    """Span of `length` characters that begin at `index` of `text`."""
    line, column = place(text, index)
    return Span(file, line, column, line, column + length)


def decode(file: str, raw: bytes) -> Decoded:
    """UTF-8 text without byte order mark; refuses what is too large, binary or in another encoding."""
    if len(raw) > MAX_BYTES:
        message = f"This file is {len(raw) / 1e6:.1f} MB; a record may have 1 MB at most."
        return Decoded("", (Finding("unreadable-file", message, Span(file), "keep scans and photos in files/"),))
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = "This file is UTF-16; records are UTF-8."
        return Decoded("", (Finding("not-utf-8", message, Span(file), "save it as UTF-8 in your editor"),))
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode()
        message = f"Byte {raw[error.start]:#04x} is not UTF-8; the file was probably saved as Latin-1 or Windows-1252."
        at = span_at(file, good, len(good))
        return Decoded("", (Finding("not-utf-8", message, at, "save it as UTF-8 in your editor"),))
    if not raw.translate(None, _PLAIN_BYTES):  # all printable ASCII: nothing below can apply
        return Decoded(text)
    bad = _REFUSED.search(text)
    if bad:
        message = f"There is an invisible control character here (U+{ord(bad[0]):04X})."
        return Decoded("", (Finding("control-character", message, span_at(file, text, bad.start()), "delete it"),))
    hidden = tuple(
        Finding(
            "hidden-direction",
            f"An invisible character (U+{ord(hit[0]):04X}) turns the writing direction, so the text may read"
            " otherwise than it is stored.",
            span_at(file, text, hit.start()),
            "delete it unless you put it there",
        )
        for hit in list(_HIDDEN.finditer(text))[:20]
    )
    return Decoded(text, hidden)


def two_versions(file: str, text: str) -> Finding | None:
    """What git leaves in a file where two changes of the same lines meet, if it is there."""
    start = 0 if text.startswith(_MEETS) else text.find("\n" + _MEETS) + 1
    if not text.startswith(_MEETS, start):
        return None
    message = "Two versions of this record meet here, left by a merge of git."
    help = "keep what is right, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>"
    return Finding("yaml-syntax", message, span_at(file, text, start, len(_MEETS)), help)


def refused_constructs(file: str, text: str) -> Finding | None:
    """The first anchor, alias, tag, directive, second document or too deep nesting, if there is one."""
    nested = text.count("[") + text.count("{") > MAX_DEPTH
    if not (nested or (any(hint in text for hint in _HINTS) and _SUSPECT.search(text))):
        return None
    depth = documents = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            fault = _fault(event, depth, documents)
            if fault:
                mark: Any = event.start_mark
                at = Span(file, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
                return Finding(fault[0], fault[1], at, fault[2])
    except yaml.YAMLError:
        return None  # composing meets the same error and explains it
    return None


def _fault(event: Any, depth: int, documents: int) -> tuple[str, str, str] | None:
    if depth > MAX_DEPTH:
        return too_deep()
    if documents > 1:
        return second_document()
    if isinstance(event, yaml.AliasEvent):
        return "unsupported-yaml", "This is a YAML alias; records have none.", f'type "*{event.anchor}" in quotes'
    if getattr(event, "anchor", None):
        return "unsupported-yaml", "This is a YAML anchor; records have none.", f'type "&{event.anchor}" in quotes'
    if getattr(event, "tag", None):
        return "unsupported-yaml", "This is a YAML tag; records have none.", "put the text in quotes"
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        return "unsupported-yaml", "This is a YAML directive; records have none.", "delete the line"
    return None


def too_deep() -> tuple[str, str, str]:
    """Name, sentence and help for a place below too many maps and lists."""
    return "nested-too-deep", f"Maps and lists stand more than {MAX_DEPTH} levels deep here.", "unnest it"


def second_document() -> tuple[str, str, str]:
    """Name, sentence and help for a file that holds two documents."""
    return "unsupported-yaml", "A second document begins here; a record is one file.", "make a file of its own of it"
