"""Stretches of the typed line that know where they stand, and how the line falls into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import Frozen
from ...patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = lazy(r'[";\r\n]')
_QUOTE_END = lazy(r'["\r\n]')
_COMMA = lazy(r"\([^()]*\)|,")
_DECIMAL = lazy(r"[0-9],[0-9]{1,2}(?![0-9])")
_TOKEN = lazy(r"\([^()]*\)|[^\s(:]*[A-Za-z]:(?=\S)|[^\s(]+|\(")
_NEITHER = lazy(r"[\s/-]+")


class Bit(Frozen):
    """A stretch of text and where it was typed.

    Attributes:
        start: offset in the line, from 0.
        phrase: the short word of the practice that was typed and stands for this text, if it does.
        width: how many characters it takes in the line, where that is not the length of the text; such a stretch
            is only ever pointed at as a whole.
    """

    text: str
    start: int = 0
    phrase: str | None = None
    width: int = 0

    def cut(self, start: int, end: int | None = None) -> Bit:
        """The part from one offset to another; a part of a phrase stands where the phrase stands."""
        at = self.start if self.width else self.start + start
        return Bit(self.text[start:end], at, self.phrase, self.width)

    def stripped(self) -> Bit:
        """Without the blanks at both ends."""
        kept = self.text.strip()
        return self.cut(self.text.find(kept), self.text.find(kept) + len(kept))

    def spelled(self, text: str, phrase: str) -> Bit:
        """The text that a short word of the practice stands for, at the place of that word."""
        return Bit(text, self.start, phrase, self.width or len(self.text))

    @property
    def end(self) -> int:
        """Offset just behind it in the line."""
        return self.start + (self.width or len(self.text))

    @property
    def word(self) -> str:
        """As it is looked up: in small letters, hyphens between words, no point or colon behind."""
        return plain(self.text)


def plain(text: str) -> str:
    """Text as it is looked up: `Lat. Flex:` is `lat.-flex`."""
    return _NEITHER.sub("-", text.strip().rstrip(".:").lower())


def joined(bits: Sequence[Bit]) -> Bit:
    """Neighbours as one stretch, one blank between them."""
    first, last = bits[0], bits[-1]
    if len(bits) == 1:
        return first
    return Bit(" ".join(b.text for b in bits), first.start, first.phrase, last.end - first.start)


def pieces(line: Bit) -> tuple[list[Bit], list[Bit]]:
    """The pieces between semicolons and line breaks, blank ones left out, and the quotes that never close.

    A quote opens behind a blank, a colon or a bracket; a semicolon inside quotes belongs to the text.
    """
    text, cuts, unclosed, at = line.text, [-1], [], 0
    while mark := _MARK.search(text, at):
        at = mark.end()
        if mark[0] != '"':
            cuts.append(mark.start())
        elif _opens(text, mark.start()):
            end = _QUOTE_END.search(text, at)
            if end and end[0] == '"':
                at = end.end()
            else:
                unclosed.append(line.cut(mark.start(), at))
    return _between(line, cuts), unclosed


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in ":(;") and bool(after) and not after.isspace()


def parts(bit: Bit) -> list[Bit]:
    """What stands between commas; those in brackets and in `1,5` do not count."""
    found = _COMMA.finditer(bit.text)
    return _between(bit, [-1, *(m.start() for m in found if m[0] == "," and not _is_decimal(bit.text, m.start()))])


def _is_decimal(text: str, comma: int) -> bool:
    return comma > 0 and _DECIMAL.match(text, comma - 1) is not None


def _between(bit: Bit, cuts: Sequence[int]) -> list[Bit]:
    ends = [*cuts[1:], len(bit.text)]
    found = (bit.cut(start + 1, end).stripped() for start, end in zip(cuts, ends, strict=True))
    return [one for one in found if one.text]


def tokens(bit: Bit) -> list[Bit]:
    """Words between blanks; a remark in brackets is one."""
    return [bit.cut(m.start(), m.end()) for m in _TOKEN.finditer(bit.text)]
