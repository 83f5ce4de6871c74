"""The grammar of one figure: `38`, `6 -> 4`, `3+/5`, `at most 1/night`, `28 deg positive`, `not done`.

The first production that fits wins; a text that fits none is words. What was written is always kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..frozen import replace
from ..patterns import lazy
from .amounts import bound, grade, number, range_, ratio, stat
from .times import clock, compound, rate
from .value import Value

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_TEXT = 500
_NOTE = lazy(r"^(?P<body>.*\S) \((?P<note>[^()]*)\)$", re.DOTALL)
_CHANGE = lazy(r"(?P<way>up|down|better|worse|same)(?: (?P<amount>\S.*))?")
_Readers = tuple[tuple[str, "Callable[[str], Value | None]"], ...]
_NOTHING = ("not done", "no answer", "n/a", "unknown")


@lru_cache(maxsize=20_000)
def read(text: str | None) -> Value:
    """Read one figure; never fails: what fits no production is words.

    Source: the notation of records, `docs/format.md`.
    """
    if text is None or not text.strip():
        return Value(text or "", "nothing", step="empty")
    body = text.strip()
    if len(body) > MAX_TEXT:
        return Value(text, "words")
    before, arrow, after = body.partition(" -> ")
    if arrow and before.strip() and after.strip() and " -> " not in after:
        return Value(text, "pair", parts=(_single(before.strip()), _single(after.strip())))
    return replace(_single(body), text=text)


def _split_note(body: str) -> tuple[str, str | None]:
    match = _NOTE.match(body)
    return (match["body"], match["note"]) if match else (body, None)


def _single(body: str) -> Value:
    word, remark = _split_note(body)
    if word in _NOTHING:
        return Value(body, "nothing", step=word, note=remark)
    for text, note in ((body, None),) if remark is None else ((body, None), (word, remark)):
        plain = text.removeprefix("about ").removeprefix("~").strip()
        figure = _figure(plain)
        if figure is not None:
            return replace(figure, text=body, about=plain != text, note=note)
        change = _change(text)
        if change is not None:
            return replace(change, text=body, note=note)
    return Value(body, "words", note=remark)


def _change(text: str) -> Value | None:
    match = _CHANGE.fullmatch(text)
    if not match:
        return None
    if match["amount"] is None:
        return Value(text, "change", step=match["way"])
    if match["way"] not in ("up", "down"):
        return None
    amount = _figure(match["amount"])
    if amount is None or amount.kind in ("clock", "rate"):
        return None
    return replace(amount, text=text, kind="change", step=match["way"])


def _figure(text: str) -> Value | None:
    first = text[:1]
    if first.isdigit() or first == "-":
        readers = _DIGIT_FIRST
    elif first in "<>≤≥uoaednhwmy":
        readers = _WORD_FIRST
    else:
        return None
    for sign, reader in readers:
        if sign in text:
            value = reader(text)
            if value is not None:
                return value
    return None


_DIGIT_FIRST: _Readers = (
    (":", clock), ("/", rate), (" per ", rate), ("h", compound), ("+", grade), ("-", grade), ("/", ratio),
    ("s", stat), ("±", stat), ("i", stat), ("-", range_), (" to ", range_), ("", number),
)  # fmt: skip
_WORD_FIRST: _Readers = (("", rate), ("", bound))
"""Readers in the order of the grammar, each with a sign without which it cannot fit."""
