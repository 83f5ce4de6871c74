"""Homework of a plan week by week, visits against plans, techniques against skills."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Found = Callable[[Mapping[str, str]], list[Finding]]
    Named = Callable[[str, Mapping[str, str]], list[Finding]]

PLAN = "2026-09-07-plan.yaml"
EXERCISES = ("pelvic-tilt", "knee-roll", "cat-camel", "glute-bridge", "clamshell", "bird-dog", "curl-up")


def plan(visits: str, *lines: str, day: str = "2026-09-07", more: str = "") -> str:
    homework = "homework:\n" + "".join(f"  - {{{line}}}\n" for line in lines) if lines else ""
    return f"date: {day}\n{more}visits: {visits}\n{homework}"


def daily(n: int, rest: str = "") -> list[str]:
    return [f"do: {exercise}, reps: 10, often: daily{rest}" for exercise in EXERCISES[:n]]


WEEKLY = "{planned: 6, often: weekly}"


@pytest.mark.parametrize(
    ("visits", "weeks", "ends"),
    [
        (WEEKLY, "1-6", None),
        (WEEKLY, "1-8", None),
        (WEEKLY, "1-9", (9, 8)),
        ("{planned: 6, often: weekly, weeks: 1-6}", "1-7", (7, 6)),
        ("{planned: 8, over: 35 days}", "6", (6, 5)),
        ("[{planned: 4, often: 2/week}, {planned: 4, often: weekly}]", "1-9", (9, 8)),
        ("{planned: 6}", "1-30", None),
        (WEEKLY, "4 on", None),
        (WEEKLY, "9 on", (9, 8)),
    ],
)
def test_weeks_of_homework_against_the_plan(
    visits: str, weeks: str, ends: tuple[int, int] | None, named: Named
) -> None:
    hits = named("homework-weeks-outside-plan", {PLAN: plan(visits, f"do: knee-roll, reps: 10, weeks: {weeks}")})
    said = "This line runs to week {}, and the plan in force ends by week {}."
    assert [hit.message for hit in hits] == ([said.format(*ends)] if ends else [])


def test_weeks_that_run_backwards(named: Named) -> None:
    (hit,) = named("homework-weeks-outside-plan", {PLAN: plan("{planned: 6}", "do: knee-roll, reps: 10, weeks: 6-2")})
    assert hit.help == "did you mean 2-6?"


def test_weeks_count_from_the_first_plan_and_the_newest_says_how_long(named: Named) -> None:
    """Twelve weeks in all: six of the first plan, and six of the one that replaces it in week 7."""
    files = {
        PLAN: plan(WEEKLY),
        "2026-10-19-plan.yaml": plan(WEEKLY, "do: knee-roll, reps: 5, weeks: 7-14", day="2026-10-19"),
    }
    assert named("homework-weeks-outside-plan", files) == []
    late = {**files, "2026-10-20-session.yaml": "date: 2026-10-20\nhomework: [{do: cat-camel, reps: 5, weeks: 8-15}]\n"}
    (hit,) = named("homework-weeks-outside-plan", late)
    assert hit.span.file.endswith("2026-10-20-session.yaml")


def test_a_discharge_may_give_homework_for_long(named: Named) -> None:
    files = {
        PLAN: plan(WEEKLY),
        "2026-11-02-discharge.yaml": """\
date: 2026-11-02
reason: goals-met
homework: [{do: knee-roll, reps: 5, weeks: 9-30}]
""",
    }
    assert named("homework-weeks-outside-plan", files) == []


BIRD_DOG = "do: bird-dog, reps: 5"
CLAMSHELL = "do: clamshell, reps: 5"


@pytest.mark.parametrize(
    ("lines", "weeks"),
    [
        (daily(5), None),
        (daily(6), "weeks 1 on"),
        (daily(6, ", weeks: 2"), "week 2"),
        ([*daily(5, ", weeks: 1-4"), f"{BIRD_DOG}, often: 3/week, weeks: 3-6"], "weeks 3-4"),
        ([*daily(5, ", weeks: 1-4"), f"{BIRD_DOG}, often: 3/week, weeks: 5-8"], None),
        ([*daily(5), f"{BIRD_DOG}, often: as needed"], None),
        ([*daily(5), f"{BIRD_DOG}, from: visit 3"], None),
        ([*daily(5, ", until: day 14"), f"{BIRD_DOG}, from: 2026-09-14"], "week 2"),
        ([*daily(4), f"{CLAMSHELL}, days: [mon]", f"{BIRD_DOG}, days: [tue]"], None),
        ([*daily(4), f"{CLAMSHELL}, days: mon", f"{BIRD_DOG}, days: weekdays"], "weeks 1 on"),
        ([*daily(5), f"{CLAMSHELL}, id: a, weeks: 1-2", f"{CLAMSHELL}, id: b, weeks: 6"], "weeks 1-2 and 6"),
    ],
)
def test_lines_on_one_day(lines: list[str], weeks: str | None, named: Named) -> None:
    hits = named("too-many-homework-lines", {PLAN: plan(WEEKLY, *lines)})
    assert [hit.message for hit in hits] == ([f"This is line 6 of 6 on one day in {weeks}."] if weeks else [])
    assert all(hit.span.line == 3 + 6 for hit in hits)


def test_lines_of_a_session_count_and_a_stop_makes_room(named: Named) -> None:
    session = "date: 2026-09-21\nhomework:\n  - {do: bird-dog, reps: 5, often: daily}\n"
    files = {PLAN: plan(WEEKLY, *daily(5)), "2026-09-21-session.yaml": session}
    (hit,) = named("too-many-homework-lines", files)
    assert hit.span.file.endswith("session.yaml")
    assert hit.message == "This is line 6 of 6 on one day in weeks 3 on."
    files["2026-09-21-session.yaml"] = session + "  - {do: knee-roll, stop: easy}\n"
    assert named("too-many-homework-lines", files) == []


def test_a_new_plan_is_a_clean_slate(named: Named) -> None:
    again = plan("{planned: 6}", *daily(7)[4:], day="2026-10-19")
    files = {PLAN: plan("{planned: 6}", *daily(4)), "2026-10-19-plan.yaml": again}
    assert named("too-many-homework-lines", files) == []
    files["2026-10-19-plan.yaml"] = "changed-because: stronger now\n" + again
    assert len(named("too-many-homework-lines", files)) == 1


@pytest.mark.parametrize(
    ("line", "without"),
    [("do: knee-roll", 1), ("do: knee-roll, at: bedtime", 1), ("do: knee-roll, often: daily", 0), ("do: sleep-side", 0),
     ("do: knee-roll, stop: easy", 0), ("do: fluid, words: Drink, amount: 2 l", 0), ("do: movement-break", 1)],
)  # fmt: skip
def test_dose(line: str, without: int, named: Named) -> None:
    assert len(named("homework-without-dose", {PLAN: plan("{planned: 6}", line)})) == without


def visits(*days: str) -> dict[str, str]:
    return {f"{day}-session.yaml": f"date: {day}\n" for day in days}


@pytest.mark.parametrize(
    ("files", "outside"),
    [
        ({PLAN: plan("{planned: 6}"), **visits("2026-09-07", "2026-09-14")}, None),
        ({PLAN: plan("{planned: 6}"), **visits("2026-09-01")}, None),
        ({PLAN: plan("{planned: 6}"), **visits("2026-08-20")}, ("2026-08-20", 0)),
        ({PLAN: plan("{planned: 6}"), **visits("2026-09-01", "2026-09-03")}, ("2026-09-03", 0)),
        (visits("2026-09-01", "2026-09-08", "2026-09-15"), ("2026-09-01", 2)),
        ({"2026-09-01-session.yaml": "date: 2026-09-01\nattended: missed\n"}, None),
        ({PLAN: plan("{planned: 6}"), "2026-09-01-session.yaml": "date: 2026-09-01\nvisit: 2\n"}, ("2026-09-01", 0)),
        ({"visit-1-session.yaml": "when: visit 1\n", "visit-2-plan.yaml": "when: visit 2\n"}, None),
        ({"visit-2-session.yaml": "when: visit 2\n", "start-plan.yaml": "when: start\n"}, None),
    ],
)
def test_visits_before_a_plan(files: dict[str, str], outside: tuple[str, int] | None, named: Named) -> None:
    hits = named("session-outside-plan", files)
    assert [(Path(hit.span.file).name[:10], len(hit.related)) for hit in hits] == ([outside] if outside else [])


def test_visits_after_the_discharge_need_a_new_course(named: Named) -> None:
    end = {"2026-10-05-discharge.yaml": "date: 2026-10-05\nreason: goals-met\n"}
    files = {PLAN: plan("{planned: 6}"), **end, **visits("2026-09-14", "2026-10-05", "2026-11-02")}
    (hit,) = named("session-outside-plan", files)
    assert hit.span.file.endswith("2026-11-02-session.yaml")
    files["2026-11-02-plan.yaml"] = plan("{planned: 2}", day="2026-11-02")
    assert named("session-outside-plan", files) == []


TWO = """\
format: 0
name: X
therapists:
  - {id: rivera, skills: petrissage}
  - {id: moss}
"""


@pytest.mark.parametrize(
    ("record", "outside"),
    [
        ("therapist: rivera\ndid: [cupping back]", 1),
        ("therapist: moss\ndid: [cupping back]", 0),
        ("did: [cupping back]", 0),
        ("therapist: rivera\ndid: [massage back, petrissage back]", 0),
        ("therapist: rivera\ndid: [{use: cupping, where: back, who: student}]", 0),
        ("therapist: rivera\ndid: [kupping back]", 0),
    ],
)
def test_skills(record: str, outside: int, named: Named) -> None:
    files = {"practice.yaml": TWO, "2026-09-07-session.yaml": f"date: 2026-09-07\n{record}\n"}
    assert len(named("technique-outside-skills", files)) == outside


def test_the_only_therapist_need_not_be_named(named: Named) -> None:
    techniques = "techniques: [petrissage back]\nroutines: {b: [cupping back 10 min]}\n"
    (hit,) = named("technique-outside-skills", {PLAN: plan("{planned: 6}", more=techniques)})
    assert hit.span.line == 3


@pytest.mark.parametrize(
    ("advice", "name", "line", "message", "help"),
    [
        ("{say: Lie well., do: sleep-sid}", "unknown-exercise", 3, "There is no exercise sleep-sid.", "sleep-side"),
        ("{say: Get help., sign: cauda}", "unknown-screening", 3, "There is no screening question cauda.", "leave"),
        ("{say: Lie well., do: sleep-side}", None, 0, "", ""),
        ("{say: Get help., sign: cauda-equina}", None, 0, "", ""),
        ("Plain words.", None, 0, "", ""),
    ],
)
def test_advice_names_what_the_library_has(
    advice: str, name: str | None, line: int, message: str, help: str, found: Found
) -> None:
    """A habit or sign by a wrong id would lose its words in another language, or the stop box its sign."""
    files = {f"clients/jd-7k2m/{PLAN}": f"date: 2026-09-07\nadvice:\n  - {advice}\n"}
    hits = [hit for hit in found(files) if hit.name in ("unknown-exercise", "unknown-screening")]
    if name is None:
        assert hits == []
        return
    (hit,) = hits
    assert (hit.name, hit.span.line, hit.message) == (name, line, message)
    assert help in (hit.help or "")
