"""Colours, widths and words of the body map: those of the exercise figures."""

from __future__ import annotations

from typing import Literal

INK, SECOND, LANDMARK, CLOTH, HAIR, PAPER = "#1c1e21", "#4a5057", "#80868c", "#eceef0", "#d9dde1", "#ffffff"
OUTLINE_MM, LANDMARK_MM, PATTERN_MM = 0.35, 0.22, 0.19
SCALE = 0.30
"""Millimetres on paper for a centimetre of body."""

POINT_MM = 0.3528
"""A point of type in millimetres."""

FONT = "Clear Sans, Verdana, DejaVu Sans, sans-serif"

Shade = Literal["none", "mild", "medium", "strong", "unknown"]
Pattern = Literal["plain", "stripes", "crosses", "waves", "dots", "dashes"]

FILL: dict[Shade, str] = {
    "none": PAPER, "mild": "#f8d5c8", "medium": "#ee8f70", "strong": "#b8371a", "unknown": PAPER,
}  # fmt: skip
"""Each stands off the one before it in grey."""

ON_FILL: dict[Shade, str] = {
    "none": INK, "mild": "#7a2812", "medium": "#4a1407", "strong": PAPER, "unknown": SECOND,
}  # fmt: skip
"""What a pattern is drawn with: it stands off its shade."""

EDGE: dict[Shade, str] = {**ON_FILL, "strong": INK}
MEDIUM, STRONG, MOST = 4, 7, 10
"""Where the shades begin: 1-3 mild, 4-6 medium, 7-10 strong; the number beside it is what counts."""


def shade_of(strength: float | None) -> Shade:
    """The shade of a strength from 0 to 10; halves go up, and what is felt at all is at least mild."""
    if strength is None:
        return "unknown"
    if strength <= 0:
        return "none"
    whole = int(strength + 0.5)
    return "mild" if whole < MEDIUM else "medium" if whole < STRONG else "strong"


def luminance(colour: str) -> float:
    """How light a colour is in grey, 0 to 1 (WCAG 2.2, relative luminance)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def number(value: float, digits: int = 1) -> str:
    """A number as short as it can be written."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def attributes(**values: str | float) -> str:
    """Attributes of an element; an underscore stands for a hyphen."""
    return "".join(
        f' {name.replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
        for name, value in values.items()
    )
