"""The grammar of one figure: every production, and what is never read as what."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.clinical.value import Value
from massageplan.clinical.values import read

WEEK, MONTH = 1 / 7, 12 / 365.25

TABLE: list[tuple[str, str, dict[str, Any]]] = [
    # nothing: asked or not, but no figure, and never zero
    ("", "nothing", {"step": "empty"}),
    ("  ", "nothing", {"step": "empty"}),
    ("not done", "nothing", {"step": "not done"}),
    ("not done (ran out of time)", "nothing", {"step": "not done", "note": "ran out of time"}),
    ("no answer", "nothing", {"step": "no answer"}),
    ("n/a", "nothing", {"step": "n/a"}),
    ("unknown", "nothing", {"step": "unknown"}),
    # numbers
    ("0", "number", {"number": 0, "low": 0, "high": 0}),
    ("0.50", "number", {"number": 0.5}),
    ("1,5", "number", {"number": 1.5}),
    ("-5", "number", {"number": -5}),
    ("about 6", "number", {"number": 6, "about": True}),
    ("~6", "number", {"number": 6, "about": True}),
    ("40 (pull at the end)", "number", {"number": 40, "note": "pull at the end"}),
    ("29.2 (17.0)", "number", {"number": 29.2, "note": "17.0"}),
    ("40 deg", "number", {"number": 40, "unit": "deg"}),
    ("40°", "number", {"number": 40, "unit": "°"}),
    ("50 %", "number", {"number": 50, "unit": "%"}),
    ("50%", "number", {"number": 50, "unit": "%"}),
    ("3.2 kg/cm2", "number", {"number": 3.2, "unit": "kg/cm2"}),
    ("30 cc/kg/day", "number", {"number": 30, "unit": "cc/kg/day"}),
    ("28 deg positive", "number", {"number": 28, "unit": "deg", "verdict": "positive"}),
    ("75 negative", "number", {"number": 75, "unit": None, "verdict": "negative"}),
    # clock times, never durations
    ("22:41", "clock", {"number": 1361}),
    ("10:41 pm", "clock", {"number": 1361}),
    ("12:05 am", "clock", {"number": 5}),
    ("8:30", "clock", {"number": 510}),
    ("24:00", "clock", {"number": 1440}),
    ("07:00-07:30", "clock", {"number": None, "low": 420, "high": 450}),
    # durations, always with a unit
    ("8 h 30 min", "duration", {"number": 510, "low": 510, "high": 510, "unit": "min"}),
    ("1.5 h", "duration", {"number": 1.5, "low": 90, "high": 90, "unit": "h"}),
    ("5s", "duration", {"number": 5, "unit": "s"}),
    ("7 weeks", "duration", {"number": 7, "low": 70560}),
    # rates
    ("3/week", "rate", {"number": 3, "low": 3 * WEEK, "high": 3 * WEEK, "unit": "week"}),
    ("3-5/week", "rate", {"number": None, "low": 3 * WEEK, "high": 5 * WEEK}),
    ("2 per 31 days", "rate", {"number": 2, "low": 2 / 31}),
    ("at most 1/night", "rate", {"number": None, "low": None, "high": 1, "step": "at most"}),
    ("about 2/week", "rate", {"number": 2, "about": True}),
    ("every 3 days", "rate", {"low": 1 / 3}),
    ("every other day", "rate", {"low": 1 / 2}),
    ("every 30 min", "rate", {"low": 48}),
    ("daily", "rate", {"low": 1}),
    ("nightly", "rate", {"low": 1, "unit": "night"}),
    ("weekly", "rate", {"low": WEEK}),
    ("monthly", "rate", {"low": MONTH}),
    ("2/visit", "rate", {"number": 2, "low": None, "high": None, "unit": "visit"}),
    ("every 0 days", "rate", {"number": None, "low": None}),
    # grades and ratios
    ("3+/5", "grade", {"number": 3, "over": 5, "step": "+"}),
    ("4-/5", "grade", {"number": 4, "over": 5, "step": "-"}),
    ("2+", "grade", {"number": 2, "over": None, "step": "+"}),
    ("3/5", "ratio", {"number": 3, "low": 3, "high": 3, "over": 5}),
    ("17/42", "ratio", {"number": 17, "over": 42}),
    ("7-8/10", "ratio", {"number": None, "low": 7, "high": 8, "over": 10}),
    ("127/75", "ratio", {"number": 127, "over": 75}),
    ("15/31 days", "ratio", {"number": 15, "over": 31, "unit": "days"}),
    # ranges, bounds and statistics
    ("8-9", "range", {"number": None, "low": 8, "high": 9}),
    ("-5 to 2", "range", {"low": -5, "high": 2}),
    ("5-10 s", "range", {"low": 5, "high": 10, "unit": "s"}),
    ("6-4", "range", {"low": 6, "high": 4}),
    ("under 5", "bound", {"low": None, "high": 5, "step": "under"}),
    ("over 5 cm", "bound", {"low": 5, "high": None, "step": "over", "unit": "cm"}),
    ("at least 1,5", "bound", {"low": 1.5, "step": "at least"}),
    ("at most 4", "bound", {"high": 4, "step": "at most"}),
    ("<33", "bound", {"high": 33, "step": "under"}),
    ("> 5", "bound", {"low": 5, "step": "over"}),
    ("<= 5", "bound", {"high": 5, "step": "at most"}),
    ("≥5", "bound", {"low": 5, "step": "at least"}),
    ("29.2 sd 17.0", "stat", {"number": 29.2, "step": "sd"}),
    ("51 ± 4", "stat", {"number": 51, "step": "±"}),
    ("51 se 2 %", "stat", {"number": 51, "step": "se", "unit": "%"}),
    ("51 iqr 40-60", "stat", {"number": 51, "step": "iqr"}),
    ("51 ci -4 to 60", "stat", {"number": 51, "step": "ci"}),
    # changes have no start
    ("up 50", "change", {"number": 50, "step": "up"}),
    ("down 8 deg (sore)", "change", {"number": 8, "step": "down", "unit": "deg", "note": "sore"}),
    ("better", "change", {"number": None, "step": "better"}),
    ("same", "change", {"number": None, "step": "same"}),
    # before and after
    ("6 -> 4", "pair", {"number": None}),
]  # fmt: skip

WORDS = """
none / absent / no restriction / flicker / IV / positive / - / . / + / 1e5 / inf / nan / 25:00 / 8:75 / 13:00 pm / --5
1 to 2 to 3 / 6 -> 4 -> 2 / 6->4 / up and down / up 3/week / better 3 / about not done / 3 per 0 days / ½ / ３ / 1,555
0x1f / 1_000 / to 5 / at most / 1234567890123456
"""
"""What no production fits; a seen absence among them."""


@pytest.mark.parametrize("text", ["/", "3 / 5", *WORDS.strip().replace("\n", " / ").split(" / ")])
def test_words(text: str) -> None:
    """Nothing of them is taken for a figure."""
    assert read(text) == Value(text, "words")


@pytest.mark.parametrize(("text", "kind", "fields"), TABLE, ids=[repr(row[0]) for row in TABLE])
def test_reads(text: str, kind: str, fields: dict[str, Any]) -> None:
    """What a figure is and what it says; what was typed is kept."""
    value = read(text)
    assert value.kind == kind
    assert value.text == text
    assert value.is_nothing == (kind == "nothing")
    for name, expected in fields.items():
        found = getattr(value, name)
        assert found == (pytest.approx(expected) if isinstance(expected, float) else expected), name


def test_none_is_nothing() -> None:
    """An empty place in a record."""
    assert read(None) == Value("", "nothing", step="empty")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("6 -> 4", ["number", "number"]),
        ("about 6 -> about 4 (calf)", ["number", "number"]),
        ("3/5 -> 4-/5", ["ratio", "grade"]),
        ("5 -> not done", ["number", "nothing"]),
        ("worse -> fine", ["change", "words"]),
    ],
)
def test_both_sides_of_a_pair(text: str, kinds: list[str]) -> None:
    """Each side is a figure of its own, nothing included."""
    assert [part.kind for part in read(text).parts] == kinds
