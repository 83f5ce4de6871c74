"""What an exercise needs, and which of it needs no word since it is in most homes."""

from __future__ import annotations

import re

AT_HOME = frozenset((
    "chair", "wall", "pillow", "cushion", "towel", "bed", "step", "stair", "door", "doorway", "table", "cloth", "sock",
    "shoes", "phone", "clock", "timer", "watch", "diary", "paper", "mirror", "desk", "screen", "bag", "bags", "box",
    "bottle", "broom", "rail", "floor", "pillows", "couch", "sofa", "armchair", "none", "mat", "heat", "cold", "pack",
))  # fmt: skip
"""What is taken to be in a home, or is easily made: a carpet does for a mat, a hot bottle for a pack. House rule."""

_HOW = frozenset(("rolled", "roll", "two", "small", "low", "with", "back", "arms", "for", "support", "smooth"))
"""Words about a thing that name no other thing."""


def is_at_home(need: str) -> bool:
    """Whether all that a need names is in most homes: `two pillows`, `rolled towel`; not `band`."""
    words = [word for word in re.findall(r"[a-z]+", need.lower()) if word not in _HOW]
    return bool(words) and all(word in AT_HOME for word in words)
