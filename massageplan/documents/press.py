"""What a PDF is printed with: our fonts and our own style, whatever templates a practice has."""

from __future__ import annotations

from struct import unpack_from

from ..frozen import Frozen

_TABLE, _ENCODING, _UNICODE = 16, 8, (3, 1)


class Press(Frozen):
    """Fonts and style of a PDF.

    Attributes:
        fonts: folder of the fonts and of nothing else; the one place a PDF is made from.
        style: the style's source. A practice changes the words of its documents, never this.
        letters: code points every font of the folder has.
    """

    fonts: str
    style: str
    letters: frozenset[int]


def letters(font: bytes) -> frozenset[int]:
    """Code points a TrueType font maps to glyphs, from its `cmap` table for the basic plane (format 4).

    Raises:
        ValueError: the font has no such table.
    """
    tables = {
        font[place : place + 4]: unpack_from(">L", font, place + 8)[0]
        for place in range(12, 12 + _TABLE * unpack_from(">H", font, 4)[0], _TABLE)
    }
    start = tables.get(b"cmap")
    if start is None:
        raise ValueError("the font has no table of its letters")
    for n in range(unpack_from(">H", font, start + 2)[0]):
        platform, encoding, offset = unpack_from(">HHL", font, start + 4 + _ENCODING * n)
        if (platform, encoding) == _UNICODE and unpack_from(">H", font, start + offset)[0] == 4:
            return _segments(font, start + offset)
    raise ValueError("the font has no table of its letters in Unicode")


def _segments(font: bytes, place: int) -> frozenset[int]:
    """The segments of a format 4 table: all ends, two bytes of padding, all starts."""
    twice = unpack_from(">H", font, place + 6)[0]
    ends = unpack_from(f">{twice // 2}H", font, place + 14)
    starts = unpack_from(f">{twice // 2}H", font, place + 16 + twice)
    return frozenset(code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1)) - {
        0,
        0xFEFF,
        0xFFFF,
    }
