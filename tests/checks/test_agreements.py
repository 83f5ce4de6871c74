"""Plans that nobody agreed to, homework that nobody will do, referrals that nobody made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Named = Callable[[str, Mapping[str, str]], list[Finding]]

PLAN = "2026-11-16-plan.yaml"
START = {"start-plan.yaml": "when: start\ngoals: unknown\n"}
END = {"2026-11-25-discharge.yaml": "date: 2026-11-25\nreason: goals-met\n"}
BARE = "date: {day}\ngoals: unknown\nvisits: {{planned: 6}}\nhomework: none\n"


def plan(day: str = "2026-11-18", more: str = "") -> dict[str, str]:
    """A plan of a day without a word on it."""
    return {f"{day}-plan.yaml": BARE.format(day=day) + more}


def session(day: str, more: str = "") -> dict[str, str]:
    """A visit."""
    return {f"{day}-session.yaml": f"date: {day}\n{more}"}


def followup(of: str, more: str = "what: agreed\n") -> dict[str, str]:
    """A word on a plan some days later."""
    return {"2026-11-20-followup.yaml": f"date: 2026-11-20\nof: {of}\n{more}"}


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (plan(), None),
        (plan() | session("2026-11-18"), None),
        (plan() | session("2026-11-19", "attended: missed\n"), None),
        (plan() | session("2026-11-19"), "A visit was kept after it"),
        (plan("2026-11-17"), None),
        (plan("2026-11-16"), "More than 14 days have passed"),
        (plan("2026-11-16", "agreed: {how: phone}\n"), None),
        (plan("2026-11-16", "unknown: how the plan was agreed\n"), None),
        (plan("2026-11-16") | followup("2026-11-16-plan"), None),
        (plan("2026-11-16") | followup("2026-11-16-plan", "what: declined\n"), None),
        (plan("2026-11-16") | followup("2026-11-16-plan", "what: given\n"), "More than 14 days have passed"),
        (plan("2026-11-16") | plan("2026-11-18", "agreed: {how: phone}\n"), None),
        (plan("2026-11-16", "changed-because: x\n"), "More than 14 days have passed"),
        (START, None),
        (START | {"visit-1-session.yaml": "when: visit 1\n"}, "A visit was kept after it"),
    ],
)  # fmt: skip
def test_a_plan_in_use_that_nobody_agreed_to(files: dict[str, str], why: str | None, named: Named) -> None:
    """In use from the next visit on, or 14 days later; a plan replaced before that is let pass."""
    assert TODAY.isoformat() == "2026-12-01"
    said = f"{why}, and nothing says that the client agreed to this plan."
    assert [hit.message for hit in named("plan-without-agreement", files)] == ([said] if why else [])


LINES = "homework: [{do: knee-roll, reps: 10}, {do: walking-plan, id: walk, length: 10 min}]\n"
TO_DO = f"date: 2026-11-16\ngoals: unknown\nvisits: {{planned: 6}}\n{LINES}"


def refusing(*what: str) -> str:
    """A plan with two lines and what the client said no to."""
    return TO_DO + f"agreed: {{declined: [{', '.join(what)}]}}\n"


@pytest.mark.parametrize(
    ("files", "hits"),
    [
        ({PLAN: refusing("knee-roll")}, 0),
        ({PLAN: refusing("knee-roll", "swimming")}, 0),
        ({PLAN: refusing("knee-roll", "{what: walk, why: rain}")}, 1),
        ({PLAN: TO_DO} | followup("2026-11-16-plan", "what: agreed\ndeclined: [knee roll, walking-plan]\n"), 1),
        ({PLAN: refusing("knee-roll", "walk")} | followup("2026-11-16-plan", "what: agreed\ndeclined: walk\n"), 0),
        ({PLAN: refusing("knee-roll", "walk")} | session("2026-11-20", "homework: [{do: cat-camel, reps: 5}]\n"), 0),
        ({PLAN: refusing("knee-roll", "walk")} | session("2026-11-20", "homework: [{do: knee-roll, reps: 2}]\n"), 0),
        ({PLAN: refusing("knee-roll")} | session("2026-11-20", "homework: [{do: walk, id: walk, stop: x}]\n"), 1),
        ({PLAN: refusing("knee-roll", "walk")} | END, 0),
        ({PLAN: TO_DO} | followup("2026-11-16-plan", "what: declined\n"), 0),
        ({PLAN: refusing("knee-roll", "walk")} | followup("2026-11-16-plan", "what: declined\n"), 0),
    ],
)  # fmt: skip
def test_nothing_left_to_do_at_home(files: dict[str, str], hits: int, named: Named) -> None:
    """Every line in force was declined, and none was given since; the evidence is named with its entry."""
    found = named("all-homework-declined", files)
    assert len(found) == hits
    for hit in found:
        assert "(adherence-helps-back)" in hit.message
        assert hit.help is not None
        assert "number-2-5-8" in hit.help


def test_the_refusal_is_pointed_at(named: Named) -> None:
    """The line of the last refusal, not the plan; nothing the client said is repeated."""
    (hit,) = named("all-homework-declined", {PLAN: refusing("knee-roll", "{what: walk, why: my knees}")})
    assert (hit.span.file.rpartition("/")[2], hit.span.line) == (PLAN, 5)
    assert "knees" not in hit.message + (hit.help or "")


@pytest.mark.parametrize(
    ("confidence", "hits"),
    [
        ("8/10", 0),
        ("0", 0),
        ("70 %", 0),
        ("6-7", 0),
        ("quite sure", 0),
        ("99", 1),
        ("11/10", 1),
        ("-1", 1),
        ("101 %", 1),
    ],
)
def test_nobody_is_surer_than_ten_of_ten(confidence: str, hits: int, named: Named) -> None:
    """In the plan and in a follow-up alike, at the figure."""
    files = plan(more=f"agreed: {{confidence: {confidence}}}\n")
    files |= followup("2026-11-18-plan", f"what: agreed\nconfidence: {confidence}\n")
    found = named("score-outside-range", files)
    assert [(hit.span.line, hit.span.column) for hit in found] == [(5, 22), (4, 13)][: 2 * hits]
    assert all("from 0 to 10" in hit.message for hit in found)


NETWORK = "people: [{id: okafor, name: Chidi Okafor, profession: physiotherapist}, {id: singh, profession: gp}]\n"
MADE = "date: 2026-11-20\nto: okafor\nask: assess\nwhy: tingling\n"
TO, ANYBODY = "referrals: [{to: okafor, why: x}]\n", "referrals: [{profession: Physiotherapist, why: x}]\n"


@pytest.mark.parametrize("meant", [TO, ANYBODY])
@pytest.mark.parametrize(
    ("day", "others", "hits"),
    [
        ("2026-11-16", {}, 1),
        ("2026-11-18", {}, 0),
        ("2026-11-18", session("2026-11-19"), 0),
        ("2026-11-18", session("2026-11-19") | session("2026-11-20"), 1),
        ("2026-11-16", {"2026-11-20-referral.yaml": MADE}, 0),
        ("2026-11-16", {"2026-11-20-referral.yaml": MADE.replace("okafor", "singh")}, 1),
        ("2026-11-16", {"2026-11-02-assessment.yaml": "date: 2026-11-02\n",
                        "2026-11-02-referral.yaml": MADE.replace("11-20", "11-02")}, 0),
        ("2026-11-16", {"2026-11-01-assessment.yaml": "date: 2026-11-01\n",
                        "2026-11-01-referral.yaml": MADE.replace("11-20", "11-01")}, 1),
        ("2026-11-16", followup("2026-11-16-plan", "what: answered\nfrom: okafor\n"), 0),
        ("2026-11-16", followup("2026-11-16-plan", "what: answered\nfrom: singh\n"), 1),
        ("2026-11-16", followup("2026-11-16-plan", "what: agreed\ndeclined: physiotherapist\n"), 0),
        ("2026-11-16", followup("2026-11-16-plan", "what: agreed\ndeclined: Chidi Okafor\n"), 0),
        ("2026-11-16", followup("2026-11-16-plan", "what: declined\n"), 0),
        ("2026-11-16", followup("2026-11-16-plan", "what: declined\ndeclined: bird-dog\n"), 1),
        ("2026-11-16", followup("2026-11-16-plan", "what: declined\ndeclined: okafor\n"), 0),
    ],
)  # fmt: skip
def test_a_referral_that_was_meant(day: str, others: dict[str, str], hits: int, meant: str, named: Named) -> None:
    """To a person or to a profession; made, answered or declined, or else told 14 days or two visits later."""
    files = {"network.yaml": NETWORK, **plan(day, meant), **others}
    assert len(named("referral-not-made", files)) == hits


def test_a_profession_that_nobody_here_has(named: Named) -> None:
    """Is told by its place; whom to ask is for the therapist to find."""
    (hit,) = named("referral-not-made", plan("2026-11-16", "referrals: [{profession: dietitian, why: x}]\n"))
    assert (hit.span.line, hit.span.column) == (5, 13)
    assert "to anybody of this profession" in hit.message
