"""Targets beyond the scale of their measure, and those for the worse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .test_goals import LIFT, PLAN, goal, plan

if TYPE_CHECKING:
    from .test_goals import Named


@pytest.mark.parametrize(
    ("expect", "is_wrong"),
    [
        ("measure: psfs/lift, change: down 3", True),
        ("measure: psfs/lift, change: up 3", False),
        ("measure: pain/lumbar/now, change: up 3", True),
        ("measure: pain, to: at least 8", True),
        ("measure: psfs/lift, change: better, to: 3", True),
        ("measure: psfs/lift, to: 7", False),
        ("measure: count/crates, change: down 3", False),
        ("measure: [psfs/lift, rmdq], change: up 3", False),
    ],
)
@pytest.mark.parametrize("ended", [False, True])
def test_an_expectation_of_a_worse_figure(expect: str, is_wrong: bool, ended: bool, named: Named) -> None:
    """By the direction of the first measure, in an ended course too; where none is known nothing is said."""
    files = {PLAN: plan(LIFT, more=f"expect: {{by: visit 4, {expect}}}\n")}
    if ended:
        files["2026-10-10-discharge.yaml"] = "date: 2026-10-10\nreason: goals-met\n"
    hits = named("expectation-wrong-way", files)
    assert len(hits) == is_wrong
    assert all(hit.span.line == 4 for hit in hits)
    assert named("target-out-of-reach", files) == []


@pytest.mark.parametrize(
    ("measure", "start", "to", "said"),
    [
        ("psfs/lift", "4", "14", "comes to 14, and the measure goes from 0 to 10 points"),
        ("psfs/lift", "", "14", "comes to 14"),
        ("psfs/lift", "9", "up 3", "comes to 12"),
        ("psfs/lift", "9", "up 30 %", "comes to 11.7"),
        ("psfs/lift", "7", "over 10", "comes to over 10"),
        ("psfs/lift", "7", "at least 10", None),
        ("psfs/lift", "7", "10", None),
        ("psfs/lift", "40 %", "60 %", None),
        ("rom/cervical-rotation", "40", "400", "comes to 400"),
        ("rom/cervical-rotation", "40 cm", "400 cm", None),
        ("rom/cervical-rotation", "40", "70", None),
        ("pain", "4", "-3", "comes to -3"),
        ("pain", "4", "under 0", "comes to under 0"),
        ("pain", "6", "at least 8", "a worse figure"),
        ("pain", "", "at least 8", "a worse figure"),
        ("pain", "6", "at least 4", None),
        ("psfs/lift", "8", "4", None),
        ("psfs/lift", "8", "down 4", "a worse figure"),
        ("pain", "60", "50", None),
        ("pain", "60/100", "50", None),
        ("pain", "", "40 mm", None),
        ("pain/lumbar/wakes", "3/night", "at most 12/night", None),
        ("rmdq", "11/24", "5/24", None),
        ("rmdq", "11/24", "-2", "comes to -2"),
        ("tug", "14 s", "10 s", None),
        ("count/crates", "7", "70", None),
    ],
)
def test_goals_out_of_reach(measure: str, start: str, to: str, said: str | None, named: Named) -> None:
    """Beyond the scale, or worse than the start; what the start reaches already is told as such."""
    hits = named("target-out-of-reach", {PLAN: plan(goal(measure, start, to))})
    assert len(hits) == (said is not None)
    assert all(said is None or said in hit.message for hit in hits)


def test_the_scale_that_the_practice_takes_for_granted(named: Named) -> None:
    """A visual scale goes to 100; and what is in another unit is left alone."""
    files = {PLAN: plan(goal("pain", "", "at most 40"), more="expect: {by: visit 4, measure: pain, to: at most 30}\n")}
    practice = "format: 0\nname: Riverside\ntherapists: [{id: rivera, name: Ana Rivera}]\n"
    assert len(named("target-out-of-reach", {**files, "practice.yaml": practice})) == 2
    practice += "usual:\n  pain: {scale: vas}\n"
    assert named("target-out-of-reach", {**files, "practice.yaml": practice}) == []


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("change: up 3", "comes to 12"),
        ("change: better, to: 14", "comes to 14"),
        ("change: up 1", None),
        ("to: 10", None),
    ],
)
@pytest.mark.parametrize("ended", [False, True])
def test_expectations_out_of_reach(expect: str, said: str | None, ended: bool, named: Named) -> None:
    """From the last figure at or before the plan; in an ended course too."""
    files = {
        PLAN: plan(LIFT, more=f"expect: {{by: visit 4, measure: psfs/lift, {expect}}}\n"),
        "2026-09-07-session.yaml": "date: 2026-09-07\nmeasures: {psfs/lift: 9}\n",
    }
    if ended:
        files["2026-10-10-discharge.yaml"] = "date: 2026-10-10\nreason: goals-met\n"
    hits = named("target-out-of-reach", files)
    assert [hit.span.line for hit in hits] == ([4] if said else [])
    assert all(said is None or said in hit.message for hit in hits)
