"""Text in a drawing: how wide it is, where it breaks, and as SVG."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from unicodedata import normalize

from .look import FONT, INK, attributes

_REGULAR = """
270 271 451 706 617 1020 696 272 389 389 463 697 271 404 271 484 617 617 580 580 617 580 580 617 580 580 271 271 697
697 697 512 945 629 621 645 631 563 541 679 666 376 432 617 507 778 677 666 577 666 604 599 578 686 598 858 590 560
568 393 484 393 607 500 530 537 573 503 573 528 309 573 568 250 262 512 258 836 568 565 573 573 396 484 356 568 492
720 494 508 456 477 416 477 697
"""
_BOLD = """
240 285 477 686 625 1056 692 268 418 418 445 697 285 384 285 506 625 625 588 588 625 588 588 625 588 588 285 285 697
697 697 523 952 653 634 651 641 561 539 691 688 426 451 625 507 814 689 666 605 666 627 600 588 702 607 895 628 580
560 373 506 373 635 500 510 556 594 517 594 558 322 594 594 268 275 537 268 874 594 581 594 594 410 501 361 594 508
764 527 530 454 447 391 447 677
"""
"""Widths of Clear Sans from the space to the tilde, thousandths of its size."""

_FIRST, _OTHER, _ACCENTS = 32, 700, (0x300, 0x370)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LINE = 1.1
"""From one line to the next, in sizes of type."""


@lru_cache(maxsize=2)
def _widths(bold: bool) -> tuple[int, ...]:
    return tuple(map(int, (_BOLD if bold else _REGULAR).split()))


def width(text: str, size: float, bold: bool = False) -> float:
    """How long a line of text is; a letter with an accent is as wide as without, one of another script wide."""
    table, total = _widths(bold), 0
    for letter in normalize("NFD", text):
        place = ord(letter) - _FIRST
        if 0 <= place < len(table):
            total += table[place]
        elif not _ACCENTS[0] <= ord(letter) < _ACCENTS[1]:
            total += _OTHER
    return total * size / 1000


def broken(text: str, most: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than `most`; a word that is wider is cut."""
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, most, size, bold):
            if lines and width(f"{lines[-1]} {piece}", size, bold) <= most:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, most: float, size: float, bold: bool) -> list[str]:
    out = [""]
    for letter in word:
        if out[-1] and width(out[-1] + letter, size, bold) > most:
            out.append("")
        out[-1] += letter
    return out


def readable(said: str) -> str:
    """The text without what no XML file may hold."""
    return _NO_XML.sub("\ufffd", said)


def text(
    x: float, y: float, said: str, size: float, bold: bool = False, anchor: str = "start", colour: str = INK
) -> str:
    """A line of text with its baseline at y, as wide as in our font in whatever font it is shown."""
    plain = readable(said)
    look = {"font_weight": "700"} if bold else {}
    if anchor != "start":
        look["text_anchor"] = anchor
    if len(plain) > 1:
        look |= {"textLength": f"{width(plain, size, bold):.0f}", "lengthAdjust": "spacingAndGlyphs"}
    return f"<text{attributes(x=x, y=y, font_family=FONT, font_size=size, fill=colour, **look)}>{escape(plain)}</text>"


def paragraph(x: float, y: float, name: Sequence[str], more: Sequence[str], size: float, anchor: str = "start") -> str:
    """Lines in bold and lines below them, the first baseline at y."""
    lines = [(line, True) for line in name] + [(line, False) for line in more]
    return "".join(text(x, y + n * LINE * size, line, size, bold, anchor) for n, (line, bold) in enumerate(lines))
