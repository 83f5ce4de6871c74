"""One figure as it is typed in a note, made into one as it is written in a record: `6>4` is `6 -> 4`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...patterns import lazy
from ..values import MAX_TEXT, read
from .bits import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..value import Value
    from .bits import Bit
    from .faults import Faults
    from .words import Words

_ARROW = lazy(r"\s*(?:->|=>|→|>)\s*")
_LEADING = lazy(r"^(>=|≥|>)\s*(\S.*)$")
_DIGITS = lazy(r"^[-+~<>≤≥→=−–]*[0-9]|^-?[<>≤≥→=]+$")
_VERDICTS = {"neg": "negative", "-ve": "negative", "pos": "positive", "+ve": "positive"}
_PLAIN = frozenset((
    "positive", "negative", "normal", "full", "none", "absent", "limited", "reduced", "mild", "moderate", "severe",
    "unable",
))  # fmt: skip
"""Findings that stand for themselves where a test or a movement was looked at and not counted."""
_BEFORE_A_FIGURE = frozenset(("about", "under", "over", "up", "down"))
_ALONE = frozenset(("not", "no", "n/a", "unknown", "better", "worse", "same", "at", "daily", *_VERDICTS, *_PLAIN))
_MINUS = {"−": "-", "–": "-"}


def begins(word: Bit) -> bool:
    """Whether a figure of digits begins with this word."""
    return _DIGITS.match(word.text) is not None


def may_begin(word: Bit) -> bool:
    """Whether a figure in words may begin with this one: `not done`, `at most 3`, `neg`."""
    return word.word in _BEFORE_A_FIGURE | _ALONE


def is_finding(word: Bit) -> bool:
    """Whether this is a finding that stands for itself: `neg`, `positive`, `absent`."""
    return word.word in _VERDICTS or word.word in _PLAIN


def written(bits: Sequence[Bit], words: Words, faults: Faults, findings_too: bool) -> str | None:
    """The figure as a record has it, or nothing if it cannot be one.

    Args:
        bits: the words of it, at least one.
        findings_too: whether a word such as `negative` may stand alone for a figure.
    """
    at = joined(bits)
    remark = bits[-1].text if len(bits) > 1 and bits[-1].text.startswith("(") else ""
    text = " ".join(b.text for b in (bits[:-1] if remark else bits))
    text = "".join(_MINUS.get(c, c) for c in text)
    if leading := _LEADING.match(text):
        word = "over" if leading[1] == ">" else "at least"
        faults.add(at, "A sign stands here where a figure begins.", f"write {word} {leading[2][:20]}")
        return None
    sides = [_verdict(side) for side in _ARROW.split(text)]
    if len(sides) > 2 or not all(sides):
        faults.add(at, "An arrow stands between two figures, before and after.", "write 6>4")
        return None
    for side in sides:
        if not _is_figure(side, at, words, faults, findings_too):
            return None
    whole = " -> ".join(sides) + (f" {remark}" if remark else "")
    if len(whole) > MAX_TEXT or (read(whole).kind == "words" and not findings_too):
        faults.add(at, "No figure can be read here.", "remarks stand in round brackets behind the figure")
        return None
    return whole


def _verdict(text: str) -> str:
    """The text with `neg` and `pos` written out."""
    start, blank, last = text.strip().rpartition(" ")
    return start + blank + _VERDICTS.get(last.lower(), last)


def _is_figure(text: str, at: Bit, words: Words, faults: Faults, findings_too: bool) -> bool:
    value = read(text)
    if value.kind == "words":
        if findings_too and text.lower() in _PLAIN:
            return True
        faults.add(
            at, "These are words where a figure belongs.", "give the figure; a remark goes in brackets behind it"
        )
        return False
    if value.low is not None and value.high is not None and value.low > value.high:
        faults.add(at, "This range runs backwards.", _turned(value))
        return False
    if value.unit and value.kind not in ("rate", "clock") and value.unit.lower() not in words.units:
        message = "This is no unit of a figure, and a figure ends its part."
        help = faults.near(value.unit.lower(), words.units)
        faults.add(at, message, help or "begin a new part with a comma, or put a remark in round brackets")
        return False
    return True


def _turned(value: Value) -> str:
    if value.kind != "range" or value.low is None or value.high is None:
        return "write the lower figure first"
    return f"did you mean {value.low:g} > {value.high:g}, before and after? A range is {value.high:g}-{value.low:g}"
