"""What a PDF draws, glyph by glyph: the text in the order it is drawn, and where each piece stands on its page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

MATRIX = tuple[float, float, float, float, float, float]
_HEX = r"<([0-9a-fA-F]+)>\s*"


@dataclass
class Piece:
    """One run of glyphs: text, page from 1, box in points from the lower left, and whether it is decoration."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    artifact: bool


def times(first: MATRIX, then: MATRIX) -> MATRIX:
    """The product of two matrices."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


class Font:
    """Widths and texts of the glyphs of one embedded font."""

    def __init__(self, font: Any) -> None:
        self.name = str(font["/BaseFont"])
        inner = font["/DescendantFonts"][0]
        self.embedded = "/FontFile2" in inner["/FontDescriptor"] or "/FontFile3" in inner["/FontDescriptor"]
        self.usual = float(inner.get("/DW", 1000))
        self.widths: dict[int, float] = {}
        self._read_widths(list(inner.get("/W", [])))
        self.texts: dict[int, str] = {}
        self._read_texts(font["/ToUnicode"].get_data().decode("latin-1"))

    def _read_widths(self, parts: list[Any]) -> None:
        while parts:
            first, second = int(parts.pop(0)), parts.pop(0)
            if isinstance(second, list):
                self.widths |= {first + n: float(width) for n, width in enumerate(second)}
            else:
                width = float(parts.pop(0))
                self.widths |= dict.fromkeys(range(first, int(second) + 1), width)

    def _read_texts(self, cmap: str) -> None:
        for body in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
            for code, text in re.findall(_HEX + _HEX, body):
                self.texts[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
        for body in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
            for first, last, text in re.findall(_HEX * 3, body):
                start = bytes.fromhex(text).decode("utf-16-be")
                for n in range(int(last, 16) - int(first, 16) + 1):
                    self.texts[int(first, 16) + n] = start[:-1] + chr(ord(start[-1]) + n)


class _Walker:
    def __init__(self, page: Any, number: int, reader: PdfReader) -> None:
        self.page, self.number, self.reader = page, number, reader
        self.out: list[Piece] = []
        self.state: tuple[MATRIX, Font | None, float] = ((1, 0, 0, 1, 0, 0), None, 0)
        self.stack: list[tuple[MATRIX, Font | None, float]] = []
        self.marks: list[tuple[bool, str | None, int]] = []
        self.text: MATRIX = (1, 0, 0, 1, 0, 0)

    def walk(self) -> list[Piece]:
        fonts = {name: Font(font.get_object()) for name, font in self.page["/Resources"].get("/Font", {}).items()}
        for operands, operator in ContentStream(self.page["/Contents"].get_object(), self.reader).operations:
            matrix, font, size = self.state
            if operator == b"q":
                self.stack.append(self.state)
            elif operator == b"Q":
                self.state = self.stack.pop()
            elif operator == b"cm":
                self.state = (times(_matrix(operands), matrix), font, size)
            elif operator == b"Tf":
                self.state = (matrix, fonts[operands[0]], float(operands[1]))
            elif operator in {b"BT", b"Tm"}:
                self.text = _matrix(operands) if operands else (1, 0, 0, 1, 0, 0)
            elif operator in {b"BDC", b"BMC"}:
                self._begin(operands)
            elif operator == b"EMC":
                self._end()
            elif operator in {b"Tj", b"TJ"}:
                self._show(operands[0] if operator == b"TJ" else operands)
        return self.out

    def _begin(self, operands: list[Any]) -> None:
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
        actual = properties.get("/ActualText")
        outer = bool(self.marks and self.marks[-1][0])
        spoken = None if actual is None else str(actual)
        self.marks.append((outer or operands[0] == "/Artifact", spoken, len(self.out)))

    def _end(self) -> None:
        _, actual, start = self.marks.pop()
        if actual is not None and len(self.out) > start:
            for piece in self.out[start:]:
                piece.text = ""
            self.out[start].text = actual

    def _show(self, parts: Any) -> None:
        matrix, font, size = self.state
        assert font is not None
        place = times(self.text, matrix)
        text, across = "", 0.0
        for part in parts:
            if isinstance(part, (int, float)):
                across -= float(part) / 1000
                continue
            raw = part if isinstance(part, bytes) else part.original_bytes
            for at in range(0, len(raw), 2):
                code = raw[at] << 8 | raw[at + 1]
                text += font.texts.get(code, "\ufffd")
                across += font.widths.get(code, font.usual) / 1000
        artifact = bool(self.marks and self.marks[-1][0])
        right = place[4] + across * size * place[0]
        self.out.append(Piece(text, self.number, place[4], right, place[5], size * abs(place[3]), artifact))


def _matrix(operands: list[Any]) -> MATRIX:
    a, b, c, d, e, f = map(float, operands)
    return (a, b, c, d, e, f)


def reader(pdf: bytes) -> PdfReader:
    """The file, opened."""
    return PdfReader(BytesIO(pdf))


def pieces(pdf: bytes) -> list[Piece]:
    """Every run of glyphs in the order it is drawn."""
    opened = reader(pdf)
    return [piece for n, page in enumerate(opened.pages, 1) for piece in _Walker(page, n, opened).walk()]


def spoken(pdf: bytes) -> str:
    """The text that is not decoration, without any white space."""
    return bare("".join(piece.text for piece in pieces(pdf) if not piece.artifact))


def bare(text: str) -> str:
    """The text without white space and without what is not seen."""
    return re.sub(r"[\s\u200b\u2060\u00ad\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f]+", "", text)


def fonts(pdf: bytes) -> list[Font]:
    """The fonts of all pages."""
    pages: list[Any] = list(reader(pdf).pages)
    found = [page["/Resources"].get("/Font", {}).values() for page in pages]
    return [Font(font.get_object()) for each in found for font in each]
