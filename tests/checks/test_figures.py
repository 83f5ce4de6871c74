"""Scores, movements and figures that were meant otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Named = Callable[[str, Mapping[str, str]], list[Finding]]

ASSESSMENT, SESSION = "2026-09-07-assessment.yaml", "2026-09-07-session.yaml"
LIBRARY = Path(__file__).parents[2] / "massageplan/library"


def figures(*measures: str) -> str:
    return "date: 2026-09-07\nmeasures:\n" + "".join(f"  {m}\n" for m in measures)


@pytest.mark.parametrize(
    ("figure", "help"),
    [
        ("rmdq: 25", "did you mean 2?"),
        ("rmdq: 25/24", "look at the form again"),
        ("odi: 51/50", "look at the form again"),
        ("psfs/lift: 11", "did you mean 1?"),
        ("psfs: {lift: {value: 11, words: Lift}}", "did you mean 1?"),
        ("hit6: 20", "look at the form again"),
        ("qualeffo/pain: 510", "did you mean 51?"),
        ("groc: -6", "look at the form again"),
        ("ndi: over 50.5", "look at the form again"),
        ("pain: 55", "did you mean 5?"),
        ("pain: 5-11", "look at the form again"),
        ("pain: {value: 101, scale: vas}", "did you mean 10?"),
        ("pain: 101 mm", "did you mean 10?"),
        ("rom/knee-flexion: {value: 100, hurts: 12}", "did you mean 1?"),
        ("strength/hip-abduction: {left: 6/5}", "look at the form again"),
        ("tug: 700 s", "did you mean 70?"),
    ],
)
def test_outside_the_scale(figure: str, help: str, named: Named) -> None:
    (hit,) = named("score-outside-range", {ASSESSMENT: figures(figure)})
    assert hit.help == help
    assert hit.span.line == 3


@pytest.mark.parametrize(
    "figure",
    [
        "rmdq: 0",
        "rmdq: 24/24",
        "odi: 23/50",
        "odi: 46 %",
        "ndi: 64 %",
        "headache-days: 15/31 days",
        "pain: 10",
        "pain: {value: 70, scale: vas}",
        "pain: 70 mm",
        "pain: {value: 15, scale: 0-20}",
        "pain/back/lasts: 45 min",
        "pain/back/wakes: 12/night",
        "pain: not done",
        "pain: about 4 (at night)",
        "body/blood-pressure: 127/75",
        "homework/knee-roll/done: 16/14",
        "grip-strength: 210 lb",
        "groc: -5",
        "strength/hip-abduction: 4+/5",
        "five-times-sts: 12.5 s",
    ],
)
def test_inside_or_not_to_be_judged(figure: str, named: Named) -> None:
    assert named("score-outside-range", {ASSESSMENT: figures(figure)}) == []


def test_the_scale_that_the_practice_takes_for_granted(named: Named) -> None:
    practice = "format: 0\nname: X\nusual: {pain: {scale: vas}}\ntherapists: [{id: rivera}]\n"
    files = {"practice.yaml": practice, ASSESSMENT: figures("pain/back: 70", "pain/leg: 105")}
    (hit,) = named("score-outside-range", files)
    assert hit.span.line == 4


def test_both_figures_of_a_visit_are_looked_at(named: Named) -> None:
    (hit,) = named("score-outside-range", {SESSION: figures("pain: 4 -> 22")})
    assert (hit.span.line, hit.span.column) == (3, 9)


@pytest.mark.parametrize(
    ("figure", "help"),
    [
        ("rom/lumbar-flexion: 580", "did you mean 58?"),
        ("rom: {knee-flexion: {left: 120, right: 1300}}", "did you mean 130?"),
        ("rom/knee-extension: -120", "measure again, or add a note: why it is so"),
        ("rom/straight-leg-raise: {right: 500 positive}", "did you mean 50?"),
    ],
)
def test_beyond_the_limits(figure: str, help: str, named: Named) -> None:
    (hit,) = named("movement-beyond-limits", {ASSESSMENT: figures(figure)})
    assert hit.help == help


@pytest.mark.parametrize(
    "figure",
    ["rom/lumbar-flexion: 95", "rom/lumbar-flexion: 120 %", "rom/hand-behind-back: T7", "rom/knee-extension: -10",
     "rom: {unit: cm, lumbar-flexion: 110}", "rom/knee-flexion: not done", "rom/knee-flexion: up 200"],
)  # fmt: skip
def test_within_the_limits_or_in_another_unit(figure: str, named: Named) -> None:
    assert named("movement-beyond-limits", {ASSESSMENT: figures(figure)}) == []


def test_a_practice_s_own_entry_has_its_own_limits(named: Named) -> None:
    """Ranges are kept between runs; one practice must not see those of another."""
    files = {ASSESSMENT: figures("rom/lumbar-flexion: 300", "rmdq: 30")}
    own = {
        f"library/{path}": (LIBRARY / path).read_text(encoding="utf-8").replace(f"max: {old}\n", "max: 900\n")
        for path, old in (("movements/lumbar-flexion.yaml", 95), ("instruments/rmdq.yaml", 24))
    }
    for name in ("movement-beyond-limits", "score-outside-range"):
        assert len(named(name, files)) == 1
    for name in ("movement-beyond-limits", "score-outside-range"):
        assert named(name, {**files, **own}) == []


@pytest.mark.parametrize(
    ("file", "figure", "help"),
    [
        (SESSION, "pain: 6-4", "did you mean 6 -> 4, before and after? A range is 4-6"),
        (ASSESSMENT, "pain: 6-4", "did you mean 4-6?"),
        (ASSESSMENT, "rom/knee-extension: 5 to -2", "did you mean -2 to 5?"),
        (ASSESSMENT, "body/weight: 9-8/10", "write the lower figure first"),
        (ASSESSMENT, "odi: 29.2 (17.0)", "did you mean 29.2 sd 17.0?"),
        (ASSESSMENT, "lab/crp: 12345678901234567", "look at it again"),
        (ASSESSMENT, "pain: 6 -> 4", "give one figure"),
        (ASSESSMENT, "pain: 5 or 6", "give the figure, and put the words into note:"),
        (ASSESSMENT, "pain: awful", "give the figure, and put the words into note:"),
        (ASSESSMENT, "rom/knee-flexion: 12o", "give the figure, and put the words into note:"),
        (ASSESSMENT, "rmdq: eleven", "give the figure, and put the words into note:"),
    ],
)
def test_meant_otherwise(file: str, figure: str, help: str, named: Named) -> None:
    assert {hit.help for hit in named("doubtful-value", {file: figures(figure)})} == {help}


@pytest.mark.parametrize(
    "figure",
    ["pain: 4-6", "pain: mild", "rom/knee-flexion: full", "rom/knee-flexion: slightly limited",
     "rom/hand-behind-back: T7", "pain/lumbar/pattern: 5 or 6 times a day", "sleep/bedtime: 23:30-07:00",
     "palpation/soleus: {tone: high, tender: 6}",
     "medicine/ibuprofen: 400 mg at night", "odi: 29.2 sd 17.0", "pain: 4 (at 6 in the morning)", "rmdq: no answer"],
)  # fmt: skip
def test_not_to_be_doubted(figure: str, named: Named) -> None:
    assert named("doubtful-value", {ASSESSMENT: figures(figure)}) == []


def test_an_arrow_on_both_sides_is_told_for_each_figure_once(named: Named) -> None:
    hits = named("doubtful-value", {ASSESSMENT: figures("rom/knee-flexion: {both: 120 -> 125}", "pain: 6 -> 4")})
    assert len(set(hits)) == 2
    assert named("doubtful-value", {SESSION: figures("rom/knee-flexion: {both: 120 -> 125}")}) == []
