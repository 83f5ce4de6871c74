"""A net for English words of ours in a Spanish text."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po

_CATALOGUE = Path(__file__).parents[1] / "templates" / "locale" / "es.po"
_LETTERS = re.compile(r"[^\W\d_]+")
_UNITS = frozenset({"s", "sec", "min", "h", "per"})


def _tokens(text: str) -> set[str]:
    return set(_LETTERS.findall(re.sub(r"\{[a-z_]+\}", " ", text).casefold()))


def _english() -> frozenset[str]:
    ours, theirs = set(_UNITS), set[str]()
    for message in read_po(BytesIO(_CATALOGUE.read_bytes()), locale="es"):
        for texts, into in ((message.id, ours), (message.string, theirs)):
            into |= _tokens(texts if isinstance(texts, str) else " ".join(texts or ())) if message.id else set()
    return frozenset(ours - theirs)


ENGLISH = _english()
"""Words of the English messages that no Spanish one has, and units as a record writes them."""


def english(text: str) -> set[str]:
    """The English words of ours in a text."""
    return _tokens(text) & ENGLISH
