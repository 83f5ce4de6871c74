"""Writing YAML that reads back the same: plain where plain is safe, quoted or in a block where it is not."""

from __future__ import annotations

import json

from ..patterns import lazy
from .document import Data

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_UNPRINTED = lazy("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def write(data: Data) -> str:
    """A map, list or scalar (texts and None) as YAML in block style, ending in a line break."""
    return (
        "".join(line + "\n" for line in _lines(data))
        if isinstance(data, (dict, list)) and data
        else (("{}" if data == {} else "[]" if data == [] else _scalar(data)) + "\n")
    )


def _lines(data: Data) -> list[str]:
    pairs = data.items() if isinstance(data, dict) else ((None, item) for item in data)
    out: list[str] = []
    for key, value in pairs:
        head = "-" if key is None else f"{_scalar(key, key=True)}:"
        if isinstance(value, (dict, list)) and value:
            below = _lines(value)
            if key is None:
                out.append(f"- {below[0]}")
                out.extend(f"  {line}" if line else "" for line in below[1:])
            else:
                out.append(head)
                out.extend(f"  {line}" if line else "" for line in below)
        elif value is None:
            out.append(head)
        elif isinstance(value, str) and _fits_block(value):
            out.append(f"{head} |{'' if value.endswith(chr(10)) else '-'}")
            out.extend(f"  {line}" if line else "" for line in value.removesuffix("\n").split("\n"))
        else:
            out.append(f"{head} {'{}' if value == {} else '[]' if value == [] else _scalar(value)}")
    return out


def _scalar(value: Data, key: bool = False) -> str:
    if value is None:
        return ""
    text = str(value)
    if _is_plain(text, key):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTED.sub(lambda hit: f"\\U{ord(hit[0]):08x}", quoted)


def _is_plain(text: str, key: bool) -> bool:
    return bool(
        text
        and _begins_plainly(text[0])
        and text == text.strip()
        and text not in _NULLS
        and not _UNPRINTED.search(text)
        and not any(mark in text for mark in ("\n", "\r", "\t", ": ", " #"))
        and not text.endswith(":")
        and not any(ord(c) < 32 for c in text)
        and not (key and (":" in text or len(text) > 100))
        and text not in ("---", "...")
    )


def _begins_plainly(c: str) -> bool:
    """Whether a scalar may begin so without quotes: a letter, digit or harmless sign, or what is not ASCII but text.

    Not a pattern: one with ranges so wide takes 3 ms to compile.
    """
    if c.isascii():
        return c.isalnum() or c in "_(+/."
    return "\u00a1" <= c <= "\u2027" or "\u202f" <= c <= "\ud7ff" or c >= "\U00010000"


def _fits_block(text: str) -> bool:
    """Several lines, none of which YAML would fold, strip or refuse."""
    body = text.removesuffix("\n")
    return bool(
        "\n" in body
        and not body.endswith("\n")
        and not body.startswith((" ", "\n", "\t"))
        and all(line == line.rstrip() for line in body.split("\n"))
        and not _UNPRINTED.search(text)
        and not any(ord(c) < 32 and c != "\n" for c in text)
    )
