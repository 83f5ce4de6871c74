"""What was done at visits, held against open answers and against what the plan leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from massageplan.findings import Finding

from .test_screening import ASSESSMENT, DAY, LATER, PLAN, TREATED, assessed, visit

if TYPE_CHECKING:
    from .test_screening import Named

BLOCKED, LEFT_OUT = "technique-blocked", "did-what-is-left-out"
THINNERS = {ASSESSMENT: assessed("anticoagulants: yes")}
NO_MORE = "date: 2026-09-20\nscreening: {anticoagulants: no}\n"


def leaves_out(line: str) -> dict[str, str]:
    """A plan that leaves something out."""
    return {PLAN: f"{DAY}goals: unknown\nwithheld: [{line}]\n"}


def test_trigger_points_pressed_on_a_client_on_blood_thinners_are_told_at_the_visit(named: Named) -> None:
    """Once for the visit and the answer, as a warning, so that what happened is kept."""
    did = "did: [effleurage right calf, trigger-point-compression right gluteal 10 min, iastm right calf 2 min]"
    (hit,) = named(BLOCKED, THINNERS | {LATER: visit(did)})
    assert hit.message.startswith(
        "anticoagulants is yes and rules out trigger-point-compression, iastm at this visit (deep-pressure"
    )
    assert str(hit.span) == "clients/jd-7k2m/2026-09-14-session.yaml:2:30"
    assert not hit.refuses
    assert "2026-09-07-assessment.yaml:2;" in (hit.help or "")


@pytest.mark.parametrize(
    ("did", "more", "told"),
    [
        ("did: [petrissage right calf]", {}, 0),
        ("did: [trigger-point-compression calf]\nattended: yes", {}, 1),
        ("did: [{use: trigger-point-compression, where: calf, pressure: light}]", {}, 1),
        ("did: [{use: petrissage, where: calf, pressure: deep}]", {}, 1),
        ("did: [petrissage calf (deep)]\nscreening: {anticoagulants: {answer: yes, cleared: Dr Singh}}", {}, 0),
        ("did: [petrissage calf (deep)]\nscreening: {anticoagulants: no}", {}, 0),
        ("did: [petrissage calf (deep)]\nscreening: {anticoagulants: unsure}", {}, 1),
        ("did: [petrissage calf (deep)]", {"2026-09-20-history.yaml": NO_MORE}, 1),
        ("did: none", {}, 0),
        ("did: [petrissage calf (deep)]", leaves_out("deep pressure"), 1),
        ("did: [petrissage calf (deep)]\nallow: {technique-blocked: he asked the doctor}", {}, 1),
    ],
)  # fmt: skip
def test_what_is_ruled_out_at_a_visit(did: str, more: dict[str, str], told: int, named: Named) -> None:
    """What was known by the day of the visit counts; a finding that is allowed is silenced later, not here."""
    assert len(named(BLOCKED, THINNERS | {LATER: visit(did)} | more)) == told


def test_an_answer_that_came_later_says_nothing_of_an_earlier_visit(named: Named) -> None:
    did = {"2026-09-01-session.yaml": visit("did: [trigger-point-compression calf]", "2026-09-01")}
    assert named(BLOCKED, THINNERS | did) == []


@pytest.mark.parametrize(("withheld", "told"), [("deep pressure", 0), ("sit-ups", 2)])
def test_as_planned_is_what_the_plan_allows(withheld: str, told: int, named: Named) -> None:
    """A plan that leaves deep pressure out was followed by who did as planned."""
    plan = f"{DAY}goals: unknown\ntechniques: [petrissage calf (deep)]\nwithheld: [{withheld}]\n"
    assert len(named(BLOCKED, THINNERS | {PLAN: plan, LATER: visit("did: as planned")})) == told


@pytest.mark.parametrize("answers", ["dvt: yes", "dvt: unsure", "tendon-muscle-rupture: yes", "weight-loss: yes"])
def test_a_warning_sign_is_told_once(answers: str, named: Named) -> None:
    """What treated-after-red-flag says of a visit is not said again."""
    files = {
        ASSESSMENT: f"{DAY}symptoms: [{{where: left calf, now: 6}}]\nscreening: {{{answers}}}\n",
        LATER: visit("did: [petrissage left calf]"),
    }
    assert len(named(TREATED, files)) == 1
    assert named(BLOCKED, files) == []


@pytest.mark.parametrize(
    ("line", "did", "told"),
    [
        ("trigger-point-compression", "trigger-point-compression right gluteal 10 min", 1),
        ("{what: trigger-point-compression, why: thinners}", "trigger-point-compression right gluteal", 1),
        ("{what: friction-cross-fibre, where: right calf}", "friction-cross-fibre right calf 2 min", 1),
        ("{what: friction-cross-fibre, where: right calf}", "{use: friction-cross-fibre, where: right calf}", 1),
        ("{what: friction-cross-fibre, where: right calf}", "friction-cross-fibre left calf 2 min", 0),
        ("{what: friction-cross-fibre, where: right calf}", "friction-cross-fibre both calf 2 min", 1),
        ("{what: friction-cross-fibre, where: calf}", "friction-cross-fibre left calf", 1),
        ("{what: friction-cross-fibre, where: right calf}", "friction-cross-fibre", 0),
        ("{what: friction-cross-fibre, where: gluteal}", "friction-cross-fibre left gluteus-medius", 1),
        ("{what: friction-cross-fibre, where: lower-leg}", "friction-cross-fibre left soleus", 1),
        ("{what: friction-cross-fibre, where: neck}", "friction-cross-fibre left soleus", 0),
        ("{what: friction-cross-fibre, until: visit 2}", "friction-cross-fibre calf", 1),
        ("{what: friction-cross-fibre, until: visit 1}", "friction-cross-fibre calf", 0),
        ("{what: friction-cross-fibre, until: after visit 1}", "friction-cross-fibre calf", 1),
        ("{what: friction-cross-fibre, until: week 2}", "friction-cross-fibre calf", 0),
        ("{what: friction-cross-fibre, until: 2026-09-15}", "friction-cross-fibre calf", 1),
        ("{what: friction-cross-fibre, until: end}", "friction-cross-fibre calf", 1),
        ("sit-ups", "petrissage calf", 0),
    ],
)
def test_a_visit_that_does_what_the_plan_leaves_out(line: str, did: str, told: int, named: Named) -> None:
    """By the id of the technique, at its place and on its side, and until the moment that is named."""
    assert len(named(LEFT_OUT, leaves_out(line) | {LATER: visit(f"did: [{did}]")})) == told


def test_the_finding_names_the_technique_and_both_places(named: Named) -> None:
    """And none of the words under why."""
    files = leaves_out("{what: iastm, why: she bruises}") | {
        LATER: visit("did: [petrissage calf, iastm calf, iastm calf]")
    }
    (hit,) = named(LEFT_OUT, files)
    assert hit.message == "iastm was used at this visit, and the plan in force leaves it out."
    assert str(hit.span) == "clients/jd-7k2m/2026-09-14-session.yaml:2:24"
    assert [str(span) for span in hit.related] == ["clients/jd-7k2m/2026-09-07-plan.yaml:3:12"]
    assert "bruises" not in hit.message + (hit.help or "")


def test_a_change_of_plan_says_anew_what_is_left_out(named: Named) -> None:
    """A list that is laid over counts from then on."""
    change = "date: 2026-09-10\nchanged-because: healed\nwithheld: none\n"
    files = leaves_out("iastm") | {"2026-09-10-plan.yaml": change, LATER: visit("did: [iastm calf]")}
    assert named(LEFT_OUT, files) == []


def test_a_visit_without_a_plan_goes_against_none(named: Named) -> None:
    found: list[Finding] = named(LEFT_OUT, {LATER: visit("did: [iastm calf]")})
    assert found == []
