"""Of what kind a feeling is, by the words of a record, and how strong by its figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...clinical.values import read
from ...frozen import Frozen
from .look import MOST, Pattern, Shade, shade_of

if TYPE_CHECKING:
    from ...clinical.value import Value
    from ...records.parts import Symptom

_WORDS: dict[Pattern, str] = {
    "crosses": "sharp stabbing stab shooting cutting catching catches knifelike lancinating piercing electric "
    "punzante agudo cortante lacerante",
    "waves": "burning burn hot scalding searing ardiente ardor quemante quemazón urente",
    "dots": "tingling tingles tingle needles prickling prickly paraesthesia paresthesia crawling fizzing "
    "hormigueo cosquilleo",
    "dashes": "numb numbness dead numbing entumecido entumecimiento adormecido dormido",
    "stripes": "tight tightness stiff stiffness pulling grabbing cramp cramping cramps spasm squeezing locked rigid "
    "tenso tirante rígido rigidez calambre contractura",
    "plain": "dull ache aching aches sore deep pressing pressure heavy throbbing bruised tender tired gnawing nagging "
    "sordo molesto pesado opresivo profundo",
}
"""The words of each pattern. Own choice: people name what they feel in many words, the map has six pictures."""

_PATTERNS: dict[str, Pattern] = {word: pattern for pattern, words in _WORDS.items() for word in words.split()}
_LETTERS = re.compile(r"[^\W\d_]+")
ASPECTS = ("now", "usual", "worst", "rest", "moving", "night", "least")
"""Aspects of a symptom that may stand for its strength, the one that does first."""


def pattern_of(what: str | None, qualities: Sequence[str]) -> Pattern:
    """The pattern of the first word that has one; what kind of symptom it is counts before its qualities.

    Args:
        what: kind of the symptom; None for pain.
        qualities: as written, in order.
    """
    for text in (what or "", *qualities):
        for word in _LETTERS.findall(text.lower()):
            if word in _PATTERNS:
                return _PATTERNS[word]
    return "plain"


class Strength(Frozen):
    """How strong something is.

    Attributes:
        number: as it stands in the ring; empty where there is no figure.
        shade: by its share of the scale.
        aspect: now, usual, worst ...; empty where no figure was told.
        words: what was told instead of a figure, such as `better`.
        of: the end of its scale.
    """

    number: str = ""
    shade: Shade = "unknown"
    aspect: str = ""
    words: str = ""
    of: int = MOST


def strength_of(symptom: Symptom, scale: str | None = None) -> Strength:
    """How strong a symptom is now; where that was not told, most of the time, or at its worst.

    Args:
        scale: the practice's usual scale of it, such as `vas`.
    """
    told = ""
    for aspect in ASPECTS:
        reading = getattr(symptom, aspect)
        text, facets = _text(reading)
        value = read(text)
        value = value.parts[0] if value.kind == "pair" else value  # before the work, as the client came
        if value.number is not None or value.low is not None:
            end = _end(
                value, facets.get("scale") or symptom.scale or scale or "", facets.get("unit") or value.unit or ""
            )
            return Strength(_shown(value), shade_of(_share(value, end)), aspect, of=end)
        if aspect == "now" and value.kind in ("words", "change"):
            told = value.text
    return Strength(words=told)


def _text(reading: Any) -> tuple[str | None, dict[str, Any]]:
    """The figure of a reading and what is said of it; of several the last."""
    if isinstance(reading, (list, tuple)):
        return _text(reading[-1]) if reading else (None, {})
    if isinstance(reading, dict):
        text, facets = _text(reading.get("value"))
        return text, {**reading, **facets}
    return (None if reading is None else str(reading)), {}


def _end(value: Value, scale: str, unit: str) -> int:
    """Where the scale of a figure ends: 100 for one in millimetres or percent, else 10."""
    if value.over:
        return int(value.over)
    of_hundred = unit in ("mm", "%") or "100" in scale or ("vas" in scale and unit != "cm")
    return 100 if of_hundred else MOST


def _share(value: Value, end: int) -> float | None:
    """The figure on a scale from 0 to 10, of a range its middle; None for one that lies beyond its scale."""
    ends = [end for end in (value.low, value.high) if end is not None]
    number = value.number if value.number is not None else sum(ends) / len(ends)
    return number * MOST / end if 0 <= number <= end else None


def _shown(value: Value) -> str:
    """The figure in a ring: without the end of its scale and without remarks."""
    if value.kind in ("number", "ratio") and value.number is not None:
        return f"{value.number:g}"
    return value.text.partition(" (")[0].partition("/")[0]
