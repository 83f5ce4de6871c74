"""Colours and line widths: ink, greys and one accent, that stay apart in a grey print."""

from __future__ import annotations

from dataclasses import dataclass

SCALE = 0.30
"""Millimetres on paper for a centimetre of body; one for a whole sheet."""

LINE = 1.15
"""Width of a near line in cm of body: 0.35 mm on paper."""

INK, HAIR = "#1c1e21", "#3b3f44"
ACCENT, TINT = "#c8401c", "#ee8f70"
FLOOR, MAT, MAT_EDGE, SHADOW = "#9aa0a6", "#eef0f2", "#dfe3e6", "#d8dce0"
PAPER = "#fff"


@dataclass(frozen=True, slots=True)
class Style:
    """How a part is drawn.

    Attributes:
        ink: of the line.
        fill: of skin, or of the thing.
        cloth: of shorts.
        hair: of the head.
        line: width in cm of body.
    """

    ink: str
    fill: str
    cloth: str = ""
    hair: str = HAIR
    line: float = LINE


NEAR = Style(INK, PAPER, "#d9dde1")
FAR = Style("#80868c", "#e8eaec", "#cdd1d5", HAIR, LINE * 0.85)
GHOST = Style("#b4bac0", "#fafbfb", "#f0f1f3", "#cdd1d5", LINE * 0.8)
THING = Style("#6d747b", "#e9ebee", line=LINE * 0.75)
DARK_THING = Style("#6d747b", "#c9ced3", line=LINE * 0.75)
WHITE_THING = Style("#6d747b", PAPER, line=LINE * 0.75)
ACCENT_THING = Style("#8a2c12", "#f6d5c9", line=LINE * 0.85)
"""What does the work in the hand or under it: a ball, a band, a towel."""
