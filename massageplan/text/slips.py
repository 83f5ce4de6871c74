"""The commonest slips in YAML, each in our own sentence with the line to type instead."""

from __future__ import annotations

import re

import yaml

from ..findings import Finding
from ..frozen import Frozen
from ..patterns import lazy
from ..span import Span
from .guard import second_document, too_deep

_KEY_VALUE = lazy(r"^(\s*(?:- +)*)([^\s:#\"'\[{][^:]*):[ \t]+(\S.*?)\s*$")


class _Slip(Frozen):
    line: int
    column: int
    message: str
    help: str | None
    name: str = "yaml-syntax"


def explain(file: str, text: str, error: yaml.YAMLError) -> Finding:
    """The parser's complaint as a finding at the place where the writer's slip is, not where the parser gave up."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = re.split(r"\r\n|\n|\r", text)
    problem = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or error}"
    slip = _slip(lines, line, column, problem, error)
    row = lines[slip.line] if slip.line < len(lines) else ""
    end = max(slip.column + 1, min(len(row.rstrip()), slip.column + 60))
    at = Span(file, slip.line + 1, slip.column + 1, slip.line + 1, end + 1)
    return Finding(slip.name, slip.message, at, slip.help)


def _slip(lines: list[str], line: int, column: int, problem: str, error: yaml.YAMLError) -> _Slip:
    if "nesting depth" in problem:  # the parser's own limit, met before it tells of a single bracket
        name, message, hint = too_deep()
        return _Slip(line, column, message, hint, name)
    if "single document" in problem or "<document start>" in problem:
        name, message, hint = second_document()
        return _Slip(line, column, message, hint, name)
    if "found undefined alias" in problem:
        return _Slip(line, column, *_leading("*", _rest(lines, line, column)))
    for look in _LOOKS:
        for number in _candidates(lines, line):
            slip = look(lines[number], number, problem)
            if slip:
                return slip
    deeper = _too_deep(lines, line, problem)
    if deeper:
        return deeper
    if "could not find expected ':'" in problem or "did not find expected key" in problem:
        message = "This line is not a key with a value, and not a list item in its place."
        return _Slip(_content(lines, line), 0, message, "write key: value, indented like its neighbours")
    before = _content(lines, line - 1) if line else line
    if "mapping values" in problem and before < line and ":" not in lines[before]:
        message = "This line is neither a key with a value nor part of the text above."
        return _Slip(before, 0, message, "write key: value, or put the text above in quotes")
    if "mapping values are not allowed" in problem:
        message = "A colon with a space behind it begins a value, and there is one in the line already."
        return _Slip(line, column, message, "put the text in quotes")
    message = "This is not the YAML a record is written in, from about here on."
    return _Slip(min(line, max(len(lines) - 1, 0)), column, message, "look at quotes, brackets and indentation")


def _candidates(lines: list[str], line: int) -> list[int]:
    """The line the parser stopped at, and the one with content before it, where most slips really are."""
    here = _content(lines, line)
    before = _content(lines, here - 1) if here else here
    return [here, before] if before != here else [here]


def _content(lines: list[str], line: int) -> int:
    line = min(line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    return max(line, 0)


def _rest(lines: list[str], line: int, column: int) -> str:
    return lines[line][column:] if line < len(lines) else ""


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _tab(row: str, line: int, problem: str) -> _Slip | None:
    indent = row[: len(row) - len(row.lstrip())]
    if "\t" in indent or ("\\t" in problem and "\t" in row):
        return _Slip(line, row.index("\t"), "There is a tab here; YAML is indented with spaces.", "use spaces")
    return None


_SIGNS = {
    "-": "a hyphen and a space begin a list item",
    ">": "a > opens a block of text",
    "|": "a | opens a block of text",
    "*": "a * means a YAML alias",
    "&": "a & means a YAML anchor",
    "@": "no plain text may begin with @",
    "`": "no plain text may begin with `",
    "%": "no plain text may begin with %",
    "!": "a ! means a YAML tag",
    "?": "a ? and a space begin a YAML key",
}


def _leading(sign: str, value: str) -> tuple[str, str]:
    return f"This text needs quotes: {_SIGNS[sign]}.", f"type {_quoted(value.strip()[:60])}"


def _leading_sign(row: str, line: int, problem: str) -> _Slip | None:
    match = _KEY_VALUE.match(row) or re.match(r"^(\s*- +)()((?!-)\S.*?)\s*$", row)
    if not match:
        return None
    value, sign = match[3], match[3][0]
    if sign not in _SIGNS or (sign in "-?" and value[1:2] not in (" ", "")):
        return None
    if sign in "|>" and len(value) < 3:
        return None
    message, hint = _leading(sign, value)
    return _Slip(line, match.start(3), message, hint)


def _quote_then_text(row: str, line: int, problem: str) -> _Slip | None:
    match = _KEY_VALUE.match(row) or re.match(r"^(\s*- +)()(\S.*?)\s*$", row)
    if not match or match[3][0] not in "\"'":
        return None
    value, mark = match[3], match[3][0]
    closed = value.find(mark, 1)
    if 0 < closed < len(value) - 1 and not value[closed + 1 :].lstrip().startswith(("#", ",", "}", "]")):
        whole = value.replace('"', "'") if mark == '"' else value
        message = "The quotes end here and the text goes on behind them."
        return _Slip(line, match.start(3) + closed + 1, message, f'type "{whole[:60]}"')
    return None


def _bracket_then_text(row: str, line: int, problem: str) -> _Slip | None:
    match = _KEY_VALUE.match(row)
    if not match or match[3][0] not in "[{" or "expected" not in problem:
        return None
    closed = match[3].find({"[": "]", "{": "}"}[match[3][0]]) + 1
    behind = match[3][closed:].lstrip()
    if not closed or not behind or behind[0] in "#,]}":
        return None
    message = f"The bracket is closed by {match[3][closed - 1]} and the text goes on behind it."
    column = match.start(3) + match[3].index(behind, closed)
    return _Slip(line, column, message, f"type {_quoted(match[3][:60])}, or delete what follows the bracket")


def _open_quote(row: str, line: int, problem: str) -> _Slip | None:
    if "quoted scalar" not in problem:
        return None
    match = _KEY_VALUE.match(row) or re.match(r"^(\s*- +)()(\S.*?)\s*$", row)
    if match and match[3][0] in "\"'" and match[3].count(match[3][0]) == 1:
        message = "A quote is opened here and never closed."
        whole = match[3] if match[3][0] == "'" else match[3][1:]
        return _Slip(line, match.start(3), message, f"type {_quoted(whole[:60])}, or close it")
    return None


def _colon_in_text(row: str, line: int, problem: str) -> _Slip | None:
    if "mapping values" not in problem:
        return None
    match = _KEY_VALUE.match(row)
    if match and match[3][0] not in "\"'[{" and re.search(r":(\s|$)", match[3]):
        colon = row.index(":", match.start(3))
        message = "A colon and a space inside a text look like the start of a value."
        return _Slip(line, colon, message, f"type {match[2].strip()}: {_quoted(match[3][:60])}")
    return None


def _open_bracket(row: str, line: int, problem: str) -> _Slip | None:
    if "flow" not in problem:
        return None
    opened = [i for i, c in enumerate(row) if c in "[{"]
    if opened and sum(row.count(c) for c in "[{") > sum(row.count(c) for c in "]}"):
        pair = {"[": "]", "{": "}"}[row[opened[0]]]
        return _Slip(line, opened[0], f"The {row[opened[0]]} opened here is never closed.", f"close it with {pair}")
    return None


def _too_deep(lines: list[str], line: int, problem: str) -> _Slip | None:
    """A key that stands further right than its neighbour above, which has its value already."""
    if "mapping values" not in problem or line >= len(lines):
        return None
    above = _KEY_VALUE.match(lines[_content(lines, line - 1)]) if line else None
    here = re.match(r"^( +)[^\s:]+:(\s|$)", lines[line])
    if not above or not here or len(here[1]) <= len(above[1]):
        return None
    message = "This key stands further right than the one above it, which has a value already."
    return _Slip(
        line, len(here[1]), message, f"begin it in column {len(above[1]) + 1}, or put the text above in quotes"
    )


def _missing_space(row: str, line: int, problem: str) -> _Slip | None:
    match = re.match(r"^(\s*(?:- +)?)([a-z][a-z0-9/-]*):(\S.*)$", row)
    if match and ("expected" in problem or "mapping values" in problem):
        at = match.end(2)
        return _Slip(line, at, "There is no space behind the colon.", f"type {match[2]}: {match[3][:60].rstrip()}")
    return None


_LOOKS = (
    _tab,
    _leading_sign,
    _quote_then_text,
    _bracket_then_text,
    _open_quote,
    _colon_in_text,
    _open_bracket,
    _missing_space,
)
"""What is looked for, in this order, on the line the parser stopped at and the one before it."""
