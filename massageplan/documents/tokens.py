"""Record text kept out of every parser.

While a document is made, each printed text is swapped for a token: its place in a list between two
private-use characters. Markdown sees only tokens; the texts come back when the tree, or the Markdown, is
finished. So no text of a record can be markup, whatever it holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

_OPEN, _CLOSE = "\ue000", "\ue001"
BOX, RULE = "\ue002", "\ue003"
"""A tick box, and a line to write on, as a template draws them; no text of a record can hold either."""

DRAWN = {"____": RULE, "☐": BOX}
"""How a template writes them."""

_TOKEN = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ISOLATES, _EMBEDDINGS = "\u2066\u2067\u2068", "\u202a\u202b\u202d\u202e"
_POP_ISOLATE, _POP_EMBEDDING = "\u2069", "\u202c"
_TURNS = re.compile(f"[{_ISOLATES}{_EMBEDDINGS}{_POP_ISOLATE}{_POP_EMBEDDING}]")


class Marked(str):
    """Markdown made here from long text: structure in the open, every text run a token."""

    __slots__ = ()


def closed(text: str) -> str:
    """The text with every change of reading direction it opens also closed: it turns nothing after it."""
    waiting: list[str] = []
    for turn in _TURNS.findall(text):
        if turn in _ISOLATES:
            waiting.append(_POP_ISOLATE)
        elif turn in _EMBEDDINGS:
            waiting.append(_POP_EMBEDDING)
        elif waiting and waiting[-1] == turn:
            waiting.pop()
    return text + "".join(reversed(waiting))


def clean(text: str) -> str:
    """The text without white edges, private-use and control characters shown as U+FFFD, directions closed."""
    return closed(_CONTROL.sub("\ufffd", _PRIVATE.sub("\ufffd", text)).strip())


def clean_all(value: object) -> object:
    """The same view, tuple or text with every text in it cleaned; other values as they are."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(map(clean_all, value))
    if isinstance(value, msgspec.Struct):
        fields = {name: clean_all(getattr(value, name)) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    return value


class Vault:
    """The texts of one document, in the order they were printed."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self.size = 0

    def seal(self, text: str) -> str:
        """The token that stands for `text`; tokens already inside it are opened first."""
        whole = self.open(text)
        self.size += len(whole)
        self._texts.append(whole)
        return f"{_OPEN}{len(self._texts) - 1}{_CLOSE}"

    def open(self, text: str, write: Callable[[str], str] = str) -> str:
        """`text` with its tokens replaced by what `write` makes of the texts they stand for."""
        return _TOKEN.sub(lambda m: write(self._texts[int(m[1])]), text)
