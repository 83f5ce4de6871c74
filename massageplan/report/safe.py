"""Strings made safe for where they go: a terminal, a spreadsheet, a CI log."""

from __future__ import annotations

import re
import unicodedata

from ..patterns import lazy

_CONTROL = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def for_terminal(text: str) -> str:
    """Control and direction characters shown as what they are, never obeyed."""
    return _CONTROL.sub(lambda hit: f"\\u{ord(hit[0]):04x}", text)


def one_line(text: str) -> str:
    """The same for what must stay in its line, such as a file name or a key, so that it cannot forge another."""
    return for_terminal(text).replace("\n", "\\n").replace("\t", "\\t")


def encodable(text: str) -> str:
    """Half characters, as in file names that are no UTF-8, spelled out; in JSON that is their escape."""
    return text.encode("utf-8", "backslashreplace").decode()


def for_spreadsheet(text: str) -> str:
    """A text that no spreadsheet takes for a formula; plain numbers stay numbers."""
    if text.startswith(("=", "+", "-", "@", "\t", "\r")) and not re.fullmatch(r"-[0-9.]+", text):
        return "'" + text
    return text


def width(text: str) -> int:
    """Columns a text takes on a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
