"""Long text (paragraphs, bold, italics, flat lists) to Markdown whose every text run is a token.

Reads each character a bounded number of times, so hostile input takes no longer than honest input.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .tokens import Marked

if TYPE_CHECKING:
    from .tokens import Vault

_INLINE = re.compile(
    r"\*\*(?!\s)(?P<bold>[^*\n]+)(?<!\s)\*\*"
    r"|(?<![*\w])\*(?!\s)(?P<star>[^*\n]+)(?<!\s)\*(?![*\w])"
    r"|(?<![_\w])_(?!\s)(?P<line>[^_\n]+)(?<!\s)_(?![_\w])"
)
_ITEM = re.compile(r" {0,3}(?P<mark>[-*+]|[0-9]{1,3}[.)]) +(?P<words>\S.*)")


def _inline(text: str, vault: Vault) -> str:
    out, at = [], 0
    for match in _INLINE.finditer(text):
        if match.start() > at:
            out.append(vault.seal(text[at : match.start()]))
        mark = "**" if match["bold"] else "*"
        out.append(mark + vault.seal(match["bold"] or match["star"] or match["line"]) + mark)
        at = match.end()
    if at < len(text):
        out.append(vault.seal(text[at:]))
    return "".join(out)


def _blocks(text: str) -> list[tuple[str, list[str]]]:
    """Paragraphs and lists: a mark (empty, `-` or `1.`) and the lines or items under it."""
    blocks: list[tuple[str, list[str]]] = []
    fresh = True
    for line in text.splitlines():
        item = _ITEM.fullmatch(line)
        if not line.strip():
            fresh = True
        elif item:
            mark = "1." if item["mark"][0].isdigit() else "-"
            if not blocks or blocks[-1][0] != mark:
                blocks.append((mark, []))
            blocks[-1][1].append(item["words"].strip())
            fresh = False
        elif not fresh and blocks and blocks[-1][0]:
            blocks[-1][1][-1] += " " + line.strip()
        elif fresh or not blocks:
            blocks.append(("", [line.strip()]))
            fresh = False
        else:
            blocks[-1][1].append(line.strip())
    return blocks


def unwrapped(text: str) -> str:
    """The text with each paragraph and each item on one line, as a reader sees it."""
    return "\n".join("\n".join(lines) if kind else " ".join(lines) for kind, lines in _blocks(text))


def mark(text: str, vault: Vault) -> Marked:
    """Markdown of the structure of `text`; headings, links, pictures and HTML stay the letters they are."""
    out: list[str] = []
    for kind, lines in _blocks(text):
        if kind:
            out.append("\n".join(f"{kind} {_inline(line, vault)}" for line in lines))
        else:
            out.append(_inline(" ".join(lines), vault))
    return Marked("\n\n".join(out))
