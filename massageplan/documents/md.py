"""The same document as plain Markdown, to read, mail or edit further."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .tokens import Vault

_BLOCK = re.compile(r"^</?div[^>\n]*>\s*$", re.MULTILINE)
_CLASS = re.compile(r" ?\{[.#][a-z -]+\}")
_BOLD = re.compile(r"\*\*([^*\n]*)\*\*")
_PICTURE = re.compile(r"!\[([^\[\]\n]*)\]\((?:figure|chart|map):[^()\s]*\)")
_GAPS = re.compile(r"\n{3,}")
_SPACE = re.compile(r"\s+")
_ANYWHERE = re.compile(r"[\\`*_{\[\]|]")
_ENTITY = re.compile(r"<|&(?=[#A-Za-z])")
_ADDRESS = re.compile(r":(?=//)|(?<=www)\.|~(?=~)", re.IGNORECASE)
_START = re.compile(r"^([#>+-]|[0-9]+(?=[.)](?:\s|$)))")


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def escaped(text: str) -> str:
    """One line that reads the same in every Markdown: no mark, no HTML, no address that becomes a link."""
    text = _SPACE.sub(" ", text)
    text = _ADDRESS.sub(_entity, _ENTITY.sub(lambda m: "&lt;" if m[0] == "<" else "&amp;", text))
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    bare = text.lstrip()
    edge = text[: len(text) - len(bare)]
    if bare.startswith("="):  # would underline the line above as a heading
        return edge + "&#61;" + bare[1:]
    return edge + _START.sub(lambda m: m[0] + "\\" if m[0].isdigit() else "\\" + m[0], bare)


def write(text: str, vault: Vault) -> str:
    """The Markdown a template gave, without blocks and classes, its tokens opened and escaped."""
    bare = _PICTURE.sub(r"(\1)", _CLASS.sub("", _BLOCK.sub("", text)))
    # nothing in bold is four asterisks, which alone on a line draw a rule
    bare = _BOLD.sub(lambda m: m[0] if vault.open(m[1]).strip() else "", bare)
    return vault.open(_GAPS.sub("\n\n", bare).strip() + "\n", escaped)
