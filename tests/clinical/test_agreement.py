"""What was agreed on a plan: the newest word of each kind, wherever it stands."""

from __future__ import annotations

import pytest

from massageplan.clinical.agreement import Agreement, agreement_of, kept_after, of_ten, records_after, refused_lines
from massageplan.clinical.course import Course, as_of, courses, in_force
from massageplan.records.care import Plan

from .conftest import folder

PLAN = """\
agreed: {how: face to face, teach-back: little and often, confidence: 8/10, declined: [{what: walk, why: no time}]}
goals: unknown
homework: [{do: knee-roll, reps: 10}, {do: walking-plan, id: walk, length: 10 min}]
"""
BARE = "goals: unknown\nhomework: [{do: knee-roll, reps: 10}]\n"


def course(records: dict[str, str]) -> Course:
    """The one course that the records make."""
    (only,) = courses(folder(records))
    return only


def newest(records: dict[str, str]) -> Agreement | None:
    """The newest word on the last plan of the records."""
    only = course(records)
    return agreement_of(only, only.plans[-1])


def test_the_word_in_the_plan() -> None:
    """Where it stands, what it says, and the day of the plan where it names none."""
    said = newest({"2026-03-02-plan": PLAN})
    assert said is not None
    assert (said.plan, said.entry.stem, said.path) == ("2026-03-02-plan", "2026-03-02-plan", ("agreed",))
    assert (said.given, said.date, said.how, said.confidence) == (True, "2026-03-02", "face to face", "8/10")
    assert [(r.what, r.why, r.path) for r in said.declined] == [("walk", "no time", ("agreed", "declined", 0))]


def test_a_later_word_lays_over_key_by_key() -> None:
    """A follow-up with another confidence leaves what was told back, and what was declined, as it was."""
    said = newest({
        "2026-03-02-plan": PLAN,
        "2026-03-09-followup": "of: 2026-03-02-plan\nwhat: agreed\nhow: signed\nconfidence: 5/10\n",
    })  # fmt: skip
    assert said is not None
    assert (said.entry.stem, said.path, said.date) == ("2026-03-09-followup", (), "2026-03-09")
    assert (said.how, said.confidence, said.teach_back) == ("signed", "5/10", "little and often")
    assert [r.entry.stem for r in said.declined] == ["2026-03-02-plan"]


def test_a_newer_list_of_what_was_declined_replaces_the_old_one() -> None:
    """And `none` empties it."""
    later = "of: 2026-03-02-plan\nwhat: agreed\ndeclined: {}\n"
    swimming = newest({"2026-03-02-plan": PLAN, "2026-03-09-followup": later.format("swimming")})
    nothing = newest({"2026-03-02-plan": PLAN, "2026-03-09-followup": later.format("none")})
    assert swimming is not None
    assert [(r.what, r.path) for r in swimming.declined] == [("swimming", ("declined",))]
    assert nothing is not None
    assert nothing.declined == ()


def test_nobody_said_a_word() -> None:
    """A handout given is no agreement, and neither is a word on another plan."""
    other = {
        "2026-03-02-plan": PLAN,
        "2026-03-16-plan": BARE,
        "2026-03-16-followup": "of: 2026-03-16-plan\nwhat: given\n",
        "2026-03-17-followup": "of: 2026-03-02-plan\nwhat: agreed\n",
    }
    assert newest(other) is None


def test_a_plan_declined_as_a_whole() -> None:
    """Is a word on it, and no agreement."""
    said = newest({"2026-03-02-plan": BARE, "2026-03-03-followup": "of: 2026-03-02-plan\nwhat: declined\n"})
    assert said is not None
    assert not said.given


@pytest.mark.parametrize(
    ("first", "second", "given"),
    [
        ("what: declined", "what: declined\ndeclined: walk", False),
        ("what: agreed", "what: declined\ndeclined: walk", True),
        ("what: declined", "what: agreed\ndeclined: walk", True),
        ("what: given", "what: declined\ndeclined: [walk, {what: knee-roll, why: no mat}]", True),
        ("what: given", "what: declined\ndeclined: none", False),
    ],
)
def test_what_is_declined_by_name_is_not_the_whole_plan(first: str, second: str, given: bool) -> None:
    """What was said of the whole before that still holds."""
    followup = "of: 2026-03-02-plan\n{}\n"
    said = newest({
        "2026-03-02-plan": BARE,
        "2026-03-03-followup": followup.format(first),
        "2026-03-04-followup": followup.format(second),
    })  # fmt: skip
    assert said is not None
    assert said.given is given


@pytest.mark.parametrize(
    ("what", "refused"),
    [
        ("walk", "walk"),
        ("Walking plan", "walk"),
        ("walking-plan", "walk"),
        ("Knee  roll", "knee-roll"),
        ("swimming", None),
    ],
)
def test_a_line_is_meant_by_its_id_or_its_exercise(what: str, refused: str | None) -> None:
    """In any case, with blanks or hyphens; whatever else was declined is none of the lines."""
    text = PLAN.replace("what: walk", f"what: {what}")
    only = course({"2026-03-02-plan": text})
    said, plan = agreement_of(only, only.plans[0]), only.plans[0].record
    assert said is not None
    assert isinstance(plan, Plan)
    assert isinstance(plan.homework, tuple)
    assert [line.name for line in plan.homework if said.refusal(line)] == ([refused] if refused else [])


def test_visits_kept_after_a_plan() -> None:
    """Not the one of its own day, not one that was missed, and none before it."""
    only = course({
        "2026-03-01-session": "visit: 1\n",
        "2026-03-02-plan": BARE,
        "2026-03-02-session": "visit: 2\n",
        "2026-03-09-session": "attended: missed\n",
        "2026-03-16-session": "visit: 3\n",
    })  # fmt: skip
    plan = only.plans[0]
    assert [e.stem for e in kept_after(only, plan)] == ["2026-03-16-session"]
    assert next(e.stem for e in records_after(only, plan)) == "2026-03-02-session"


AGAIN = "changed-because: there is a mat now\nhomework: [{do: walking-plan, id: walk, length: 5 min}]\n"


@pytest.mark.parametrize(
    ("later", "refused"),
    [
        ({}, {"walk"}),
        ({"2026-03-09-plan": AGAIN}, set()),
        ({"2026-03-09-session": "homework: [{do: walking-plan, id: walk, length: 5 min}]\n"}, set()),
        ({"2026-03-09-plan": AGAIN.replace("walk}", "walk, often: daily}") + "agreed: {declined: walk}\n"}, {"walk"}),
        ({"2026-03-09-plan": AGAIN, "2026-03-10-followup": "of: 2026-03-02-plan\nwhat: agreed\ndeclined: walk\n"},
         {"walk"}),
        ({"2026-03-02-followup": "of: 2026-03-02-plan\nwhat: agreed\ndeclined: none\n"}, set()),
    ],
)  # fmt: skip
def test_a_line_that_is_offered_again_is_open_again(later: dict[str, str], refused: set[str]) -> None:
    """A refusal older than the line says nothing of it; one of the same day or later does."""
    only = course({"2026-03-02-plan": PLAN, **later})
    force = in_force(only)
    assert force is not None
    assert refused_lines(only, force.homework) == refused


def test_a_course_as_it_was_on_a_day() -> None:
    """What was said later is not heard, and the end has not come."""
    later = {"2026-03-09-followup": "of: 2026-03-02-plan\nwhat: agreed\ndeclined: walk\n"}
    end = {"2026-03-10-discharge": "reason: goals-met\n"}
    only = as_of(course({"2026-03-02-plan": BARE, **later, **end}), "2026-03-09")
    assert [e.stem for e in only.entries] == ["2026-03-02-plan", "2026-03-09-followup"]
    assert only.discharge is None


@pytest.mark.parametrize(
    ("written", "sure"),
    [("7", 7), ("7/10", 7), ("4/5", 8), ("70 %", 7), ("quite sure", None), ("²/10", None), ("11", None), (None, None)],
)
def test_how_sure_a_client_is(written: str | None, sure: float | None) -> None:
    """On one scale, however it was written; words are no figure."""
    assert of_ten(written) == sure
