"""Goals, expectations and look backs of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Named = Callable[[str, Mapping[str, str]], list[Finding]]
    Found = Callable[[Mapping[str, str]], list[Finding]]

PLAN = "2026-09-07-plan.yaml"
LIFT = "{id: lift, words: Lift, measure: psfs/lift, from: 4, to: 8}"


def plan(*goals: str, more: str = "", day: str = "2026-09-07") -> str:
    """A plan with goals."""
    return f"date: {day}\ngoals:\n" + "".join(f"  - {goal}\n" for goal in goals) + more


def goal(measure: str, start: str, to: str, more: str = "") -> str:
    """One goal with a start and a target."""
    return f"{{id: g, words: Wish, measure: {measure}, {f'from: {start}, ' if start else ''}to: {to}{more}}}"


@pytest.mark.parametrize(
    ("goals", "lines"),
    [
        ((LIFT, "{id: sleep, words: Sleep}"), [4]),
        (("{id: lift, words: Lift}", "{id: sleep, words: Sleep}"), []),
        ((LIFT, "{id: sleep, dropped: sleeps well}"), []),
        ((LIFT, "{id: sleep, words: Sleep, levels: {expected: 6 h}}"), []),
    ],
)
def test_goals_without_a_figure(goals: tuple[str, ...], lines: list[int], named: Named) -> None:
    """Told of a goal only where another is measured: else the whole plan is told."""
    assert [hit.span.line for hit in named("goal-without-measure", {PLAN: plan(*goals)})] == lines
    assert bool(named("plan-without-measured-goal", {PLAN: plan(*goals)})) == (not any("measure" in g for g in goals))


def test_a_goal_that_a_change_adds(named: Named) -> None:
    """The goals that still hold are looked at beside it."""
    change = plan("{id: sleep, words: Sleep}", day="2026-10-05", more="changed-because: a new wish\n")
    (hit,) = named("goal-without-measure", {PLAN: plan(LIFT), "2026-10-05-plan.yaml": change})
    assert hit.span.file.endswith("2026-10-05-plan.yaml")


@pytest.mark.parametrize(
    ("measure", "start", "to", "said"),
    [
        ("psfs/lift", "4", "6", "2 points from the start, and a change below 3 points"),
        ("psfs/lift", "4", "7", None),
        ("psfs/lift", "4", "6-8", "2 points from the start"),
        ("rom/cervical-rotation", "50", "over 55", "5 deg from the start, and a change below 9.6 deg"),
        ("rom/cervical-rotation", "50 deg", "60 deg", None),
        ("rom/lumbar-flexion", "40", "45", "(assumed by a house rule, as none was published)"),
        ("pain", "5", "at most 4", "1 points from the start"),
        ("pain/lumbar/worst", "7", "at most 4", None),
        ("pain/lumbar/wakes", "3/night", "at most 2/night", None),
        ("pain", "60", "50", None),
        ("odi", "20/50", "18/50", None),
        ("odi", "40", "34", "6 % from the start"),
        ("rmdq", "11/24", "10/24", "1 points from the start"),
        ("psfs/lift", "40 %", "50 %", None),
        ("psfs/lift", "8", "6", None),
        ("psfs/lift", "a little", "8", None),
        ("[psfs/lift, rmdq]", "4", "5", None),
        ("strength/hip-abduction", "4-/5", "4/5", None),
    ],
)
def test_targets_within_measuring_error(measure: str, start: str, to: str, said: str | None, named: Named) -> None:
    """With figure and source; never where no error is known, or where the figures are in another unit."""
    hits = named("target-within-error", {PLAN: plan(goal(measure, start, to))})
    assert len(hits) == (said is not None)
    assert all(said is None or said in hit.message for hit in hits)


@pytest.mark.parametrize(
    ("measure", "start", "to", "met"),
    [
        ("psfs/lift", "8", "8", True),
        ("psfs/lift", "9", "8", True),
        ("psfs/lift", "4", "8", False),
        ("pain", "3", "at most 4", True),
        ("pain", "0", "0", True),
        ("pain", "5", "3", False),
        ("headache", "3", "8", True),
        ("headache", "8", "3", False),
        ("pain/lumbar/wakes", "1/night", "at most 1/night", True),
        ("pain/lumbar/wakes", "2/night", "at most 1/night", False),
        ("pain/lumbar/wakes", "1/week", "at most 1/night", True),
        ("rom/cervical-rotation", "62", "over 60", True),
        ("rom/cervical-rotation", "60", "over 60", False),
        ("rom/cervical-rotation", "62", "60-70", True),
        ("sleep/hours", "7", "6", False),
        ("count/crates", "7", "6", False),
        ("psfs/lift", "fine", "8", False),
        ("body/weight", "80 kg", "at most 180 lb", False),
    ],
)
def test_goals_met_at_the_start(measure: str, start: str, to: str, met: bool, named: Named) -> None:
    """By the words of the target, or the direction of the measure; never by a guess."""
    assert bool(named("goal-met-at-baseline", {PLAN: plan(goal(measure, start, to))})) == met


def test_the_start_is_the_last_figure_at_or_before_the_plan(named: Named) -> None:
    """Where the goal has no `from`: the figure before the work of that day, of the side that is meant."""
    files = {
        PLAN: plan(goal("rom/cervical-rotation", "", "60", ", side: right")),
        "2026-09-01-assessment.yaml": "date: 2026-09-01\nmeasures: {rom/cervical-rotation: {left: 62, right: 40}}\n",
        "2026-09-07-session.yaml": "date: 2026-09-07\nmeasures: {rom/cervical-rotation: {right: 55 -> 63}}\n",
        "2026-09-14-session.yaml": "date: 2026-09-14\nmeasures: {rom/cervical-rotation: {right: 65}}\n",
    }
    (hit,) = named("target-within-error", files)
    assert "This target is 5 deg" in hit.message
    assert [Path(span.file).name for span in hit.related] == ["2026-09-07-session.yaml"]
    assert named("goal-met-at-baseline", files) == []
    files[PLAN] = plan(goal("rom/cervical-rotation", "", "60"))
    assert named("goal-met-at-baseline", files) == named("target-within-error", files) == []


def test_a_goal_is_told_once(named: Named) -> None:
    """A change that names it again says nothing new."""
    near = goal("psfs/lift", "4", "5")
    change = plan(near, day="2026-10-05", more="changed-because: more time\n")
    assert len(named("target-within-error", {PLAN: plan(near), "2026-10-05-plan.yaml": change})) == 1


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("{by: visit 4, measure: psfs/lift, change: up 3}", None),
        ("{by: visit 4, measure: psfs/lift, to: negative}", None),
        ("{by: visit 4, measure: pain/lumbar/wakes, change: down 2/night}", None),
        ("{by: visit 4, measure: psfs/lift}", "how far"),
        ("{by: visit 4, measure: psfs/lift, change: better}", "how far"),
        ("{by: visit 4, change: up 3}", "no figure"),
        ("{measure: psfs/lift, change: up 3}", "by when"),
        ("{by: visit 4, measure: psfs/lift, change: up 0}", "how far"),
        ("{by: visit 4, measure: psfs/lift, to: up 0}", "how far"),
        ("{by: visit 0, measure: psfs/lift, change: up 3}", "never comes"),
        ("{by: phase b, measure: psfs/lift, change: up 3}", "never comes"),
        ("{by: before visit 4, measure: psfs/lift, change: up 3}", None),
        ("{by: week 3, measure: psfs/lift, change: up 3}", None),
        ("{by: about 2026-10, measure: psfs/lift, change: up 3}", None),
        ("{by: 6 weeks after start, measure: psfs/lift, change: up 3}", "never comes"),
    ],
)
def test_expectations_that_cannot_be_followed(expect: str, said: str | None, named: Named) -> None:
    """Without a measure, a size or a moment."""
    hits = named("expectation-without-size", {PLAN: plan(LIFT, more=f"expect: {expect}\n")})
    assert [said in hit.message for hit in hits if said] == ([True] if said else [])
    assert len(hits) == (said is not None)


EXPECT = "visits: {planned: 2, reassess: visit 2}\nexpect: {by: visit 2, measure: psfs/lift, change: up 3}\n"
MINE = {
    "goal-without-measure", "target-within-error", "goal-met-at-baseline", "expectation-without-size",
    "expectation-overdue", "reassessment-overdue", "decision-missing", "visits-beyond-plan", "target-out-of-reach",
    "expectation-wrong-way",
}  # fmt: skip


def course(second: str, **more: str) -> dict[str, str]:
    """A plan that looks back at visit 2, and what was noted there."""
    files = {
        PLAN: plan(LIFT, more=EXPECT),
        "2026-09-07-session.yaml": "date: 2026-09-07\nmeasures: {psfs/lift: 4}\n",
        "2026-09-14-session.yaml": f"date: 2026-09-14\n{second}",
    }
    return {f"clients/jd-7k2m/{name}": text for name, text in {**files, **more}.items()}


@pytest.mark.parametrize(
    ("second", "names", "said"),
    [
        ("measures: {psfs/lift: 7}\ndecision: continue\n", [], ""),
        ("measures: {psfs/lift: 7}\n", ["decision-missing"], "The expected change was seen"),
        ("measures: {psfs/lift: 5}\n", ["decision-missing"], "The expected change was not seen"),
        ("measures: {psfs/lift: 5}\ndecision: continue\n", ["decision-missing"], "without a reason"),
        ("measures: {psfs/lift: 5}\ndecision: change\nbecause: no change\n", [], ""),
        ("said: fine\n", ["decision-missing", "expectation-overdue"], "was not measured"),
        ("said: fine\ndecision: refer\nbecause: a new sign\n", ["expectation-overdue"], ""),
        ("attended: missed\n", [], ""),
    ],
)
def test_one_gap_is_told_once(second: str, names: list[str], said: str, found: Found) -> None:
    """Of expectation and reassessment at one visit, the expectation is told."""
    hits = [hit for hit in found(course(second)) if hit.name in MINE]
    assert sorted(hit.name for hit in hits) == names
    assert all(said in hit.message for hit in hits if hit.name == "decision-missing")


def test_nothing_is_overdue_after_the_discharge(found: Found) -> None:
    """There is nobody to be measured, and the end is a decision."""
    files = course("said: fine\n")
    files["clients/jd-7k2m/2026-09-21-discharge.yaml"] = "date: 2026-09-21\nreason: client-stopped\n"
    assert [hit.name for hit in found(files) if hit.name in MINE] == []


def test_visits_beyond_the_plan_are_not_told_twice(found: Found) -> None:
    """Each visit by one check: before the plan, under it, after the discharge."""
    files = course("measures: {psfs/lift: 7}\ndecision: continue\n")
    for day in ("2026-08-01", "2026-08-08", "2026-10-20"):
        files[f"clients/jd-7k2m/{day}-session.yaml"] = f"date: {day}\n"
    files["clients/jd-7k2m/2026-10-10-discharge.yaml"] = "date: 2026-10-10\nreason: goals-met\n"
    assert "visits-beyond-plan" not in {hit.name for hit in found(files)}
    files["clients/jd-7k2m/2026-09-21-session.yaml"] = "date: 2026-09-21\n"
    (hit,) = (hit for hit in found(files) if hit.name == "visits-beyond-plan")
    assert (Path(hit.span.file).name, hit.message) == (
        "2026-09-21-session.yaml", "3 visits were kept under this plan, and it names 2.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("measure: pain, from: 6, to: at most 3; words Sleep on my right side", ["to"]),
        ("measure: pain/lumbar/wakes, from: 3/night, to: at most 1/night; words Sleep", ["to"]),
        ("measure: psfs/lift, from: 4; to 6, to: 8", ["from"]),
        ("measure: psfs/lift, from: 4, to: a great deal", ["to"]),
        ("measure: psfs/lift, from: 4, to: up 3", []),
        ("measure: pain/lumbar/wakes, from: 3/night, to: down 1/night", []),
        ("measure: pain, from: mild, to: none", []),
        ("measure: rom/hand-behind-back, from: L3, to: T7", []),
        ("measure: sleep/bedtime, from: late, to: 22:30", []),
        ("to: at most 3; words Sleep on my right side", []),
    ],
)
def test_a_start_or_target_that_no_figure_can_be_read_from(text: str, keys: list[str], named: Named) -> None:
    """It is told at its key where the goal has a measure; without one any words may stand there."""
    line = f"{{id: g, words: Wish, {text}}}"
    hits = named("doubtful-value", {PLAN: plan(line)})
    assert [hit.message.split()[1] for hit in hits] == keys
    assert [hit.span.line for hit in hits] == [3] * len(keys)
