"""Plans held against screening: red flags nobody acted on, techniques and homework that an answer speaks against."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import BASE
from .test_screening import ASSESSMENT, DAY, LATER, PLAN, assessed, visit

if TYPE_CHECKING:
    from .test_screening import Named

IDLE, BLOCKED = "red-flag-without-action", "technique-blocked"
AGAINST, OUTSIDE = "homework-contraindicated", "homework-outside-scope"
REFERRAL = "date: {day}\nto: okafor\nwhy: please look\n"


def plan(rest: str) -> str:
    """A plan of the day of the assessment."""
    return f"{DAY}goals: unknown\n{rest}\n"


def test_a_red_flag_that_nobody_acted_on_is_told_at_the_answer(named: Named) -> None:
    """Once for each question, and without the client's words."""
    answers = "weight-loss: {answer: yes, words: ten kilos}"
    (hit,) = named(IDLE, {ASSESSMENT: assessed(answers), LATER: visit("screening: {weight-loss: yes}")})
    assert hit.message == (
        "weight-loss is yes, which calls for a referral before treatment, and the record does not say what was done."
    )
    assert str(hit.span) == "clients/jd-7k2m/2026-09-07-assessment.yaml:2:13"
    assert hit.severity == "warning"
    assert "kilos" not in hit.message + (hit.help or "")


@pytest.mark.parametrize(
    ("answers", "later", "told"),
    [
        ("weight-loss: {answer: yes, did: rang the clinic}", {}, 0),
        ("weight-loss: {answer: yes, cleared: Dr Singh}", {}, 0),
        ("weight-loss: yes", {LATER: visit("screening: {weight-loss: {answer: no, did: was seen}}")}, 0),
        ("weight-loss: yes", {LATER: visit("screening: {weight-loss: no}")}, 1),
        ("weight-loss: yes", {LATER: visit("screening: {fever: {answer: yes, did: sent home}}")}, 1),
        ("weight-loss: {answer: yes, did: rang}", {LATER: visit("screening: {weight-loss: yes}")}, 1),
        ("weight-loss: unsure", {}, 1),
        ("weight-loss: {answer: unsure, did: rang the clinic}", {}, 0),
        ("weight-loss: unsure", {LATER: visit("screening: {weight-loss: no}")}, 0),
        ("weight-loss: unsure", {LATER: visit("screening: {weight-loss: yes}")}, 1),
        ("skin-allergy: yes", {}, 0),
        ("weight-loss: yes", {"2026-09-07-referral.yaml": REFERRAL.format(day="2026-09-07")}, 0),
        ("weight-loss: yes", {"2026-09-20-referral.yaml": REFERRAL.format(day="2026-09-20")}, 0),
        ("weight-loss: yes", {"2026-09-01-referral.yaml": REFERRAL.format(day="2026-09-01")}, 1),
        ("weight-loss: yes", {"2026-09-20-referral.yaml": "date: 2026-09-20\nfrom: okafor\nwhy: x\n"}, 1),
    ],
)
def test_what_counts_as_an_action(answers: str, later: dict[str, str], told: int, named: Named) -> None:
    """What was done or who cleared it, then or later, or a referral out from that day on."""
    assert len(named(IDLE, {ASSESSMENT: assessed(answers), **later})) == told


@pytest.mark.parametrize(
    ("answer", "to", "told"),
    [
        ("weight-loss: yes", "profession: ergonomist", 1),
        ("weight-loss: yes", "profession: running coach", 1),
        ("weight-loss: unsure", "profession: massage therapist", 1),
        ("weight-loss: yes", "profession: dentist", 1),
        ("weight-loss: yes", "profession: family doctor", 0),
        ("weight-loss: yes", "profession: Emergency department", 0),
        ("weight-loss: yes", "profession: lymph nurse", 0),
        ("weight-loss: yes", "name: Kim Lee", 0),
        ("temporomandibular-lock: yes", "profession: dentist", 0),
        ("temporomandibular-lock: yes", "profession: midwife", 1),
    ],
)
def test_who_is_asked_about_a_red_flag_has_to_be_able_to_look_into_it(
    answer: str, to: str, told: int, named: Named
) -> None:
    """A doctor, emergency care, a physiotherapist, whom the advice names, or somebody of no known profession."""
    files = {
        "network.yaml": f"people: [{{id: okafor, {to}}}]\n",
        ASSESSMENT: assessed(answer),
        "2026-09-07-referral.yaml": REFERRAL.format(day="2026-09-07"),
    }
    assert len(named(IDLE, files)) == told


@pytest.mark.parametrize(("cleared", "told"), [("Dr Singh", 0), ("not yet", 1)])
def test_a_clearance_of_the_same_day_is_an_action(cleared: str, told: int, named: Named) -> None:
    """A history stands before the assessment of its day, whichever was written first."""
    history = f"{DAY}screening: {{weight-loss: {{answer: yes, cleared: {cleared}}}}}\n"
    files = {"2026-09-07-history.yaml": history, ASSESSMENT: assessed("weight-loss: yes")}
    assert len(named(IDLE, files)) == told


def test_a_yes_after_an_unsure_is_told_at_the_yes(named: Named) -> None:
    """A no later still does not lift it."""
    files = {
        ASSESSMENT: assessed("weight-loss: unsure"),
        LATER: visit("screening: {weight-loss: yes}"),
        "2026-09-20-session.yaml": "date: 2026-09-20\nscreening: {weight-loss: no}\n",
    }
    (hit,) = named(IDLE, files)
    assert hit.span.file.endswith(LATER)
    assert "weight-loss is yes" in hit.message


TECHNIQUES = "techniques: [effleurage both calf, petrissage both calf 10 min, friction-cross-fibre left calf]"


def test_techniques_that_an_answer_rules_out_are_told_together(named: Named) -> None:
    """At the first of them, with the place of the answer."""
    (hit,) = named(BLOCKED, {ASSESSMENT: assessed("anticoagulants: yes"), PLAN: plan(TECHNIQUES)})
    assert hit.message == (
        "anticoagulants is yes and rules out petrissage, friction-cross-fibre of the plan (contraindication, "
        "deep-pressure)."
    )
    assert str(hit.span) == "clients/jd-7k2m/2026-09-07-plan.yaml:3:36"
    assert [str(span) for span in hit.related] == ["clients/jd-7k2m/2026-09-07-assessment.yaml:2:13"]
    assert hit.severity == "warning"


@pytest.mark.parametrize(
    ("answers", "rest", "told"),
    [
        ("anticoagulants: no", TECHNIQUES, 0),
        ("anticoagulants: {answer: yes, cleared: Dr Singh}", TECHNIQUES, 0),
        ("anticoagulants: unsure", TECHNIQUES, 1),
        ("anticoagulants: yes", "techniques: [{use: petrissage, where: calf, pressure: light to medium}]", 0),
        ("anticoagulants: yes", "techniques: [{use: petrissage, where: calf, pressure: medium}]", 1),
        ("anticoagulants: yes", "techniques: [petrissage calf]\nwithheld: [{what: deep pressure}]", 0),
        ("anticoagulants: yes", "techniques: [petrissage calf]\nwithheld: [firm work on the calf]", 0),
        ("anticoagulants: yes", "techniques: [petrissage calf]\nwithheld: [{what: sit-ups}]", 1),
        ("anticoagulants: yes", "techniques: [iastm calf]\nwithheld: [{what: deep pressure}]", 1),
        ("anticoagulants: yes", "routines: {b: [petrissage calf]}", 1),
        ("dvt: yes", "techniques: [effleurage neck]", 1),
        ("dvt: yes", "techniques: unknown", 0),
        ("no-such-question: yes", TECHNIQUES, 0),
    ],
)
def test_what_is_planned_is_held_against_open_answers(answers: str, rest: str, told: int, named: Named) -> None:
    """Light pressure in the line, and deep pressure withheld, are ways to go on where the answer is about depth."""
    assert len(named(BLOCKED, {ASSESSMENT: assessed(answers), PLAN: plan(rest)})) == told


def test_a_visit_as_planned_names_every_technique_that_is_ruled_out(named: Named) -> None:
    """Though all of them stand at one place of its record."""
    deep = "techniques: [trigger-point-compression left calf, friction-cross-fibre left calf, iastm left calf]"
    files = {ASSESSMENT: assessed("anticoagulants: yes"), PLAN: plan(deep), LATER: visit("did: as planned")}
    (hit,) = [hit for hit in named(BLOCKED, files) if hit.span.file.endswith(LATER)]
    assert "rules out trigger-point-compression, friction-cross-fibre, iastm at this visit" in hit.message


def test_an_answer_that_came_later_counts_for_the_plan_in_force(named: Named) -> None:
    """Until the plan is changed, the answer is cleared or care has ended."""
    files = {PLAN: plan(TECHNIQUES), LATER: visit("screening: {anticoagulants: yes}")}
    (hit,) = named(BLOCKED, files)
    assert hit.span.file.endswith(PLAN)
    changed = "date: 2026-09-15\nchanged-because: blood thinner\ntechniques: [effleurage both calf]\n"
    for more in (
        {"2026-09-15-plan.yaml": changed},
        {"2026-09-16-session.yaml": "date: 2026-09-16\nscreening: {anticoagulants: no}\n"},
        {"2026-09-16-discharge.yaml": "date: 2026-09-16\nreason: goals-met\n"},
    ):
        assert named(BLOCKED, files | more) == []


def test_where_it_hurts_is_what_the_newest_assessment_says(named: Named) -> None:
    """A fresh injury of the calf leaves the neck."""
    sore = f"{DAY}symptoms: [{{where: left calf, now: 6}}]\nscreening: {{acute-injury: yes}}\n"
    assert len(named(BLOCKED, {ASSESSMENT: sore, PLAN: plan("techniques: [petrissage left calf]")})) == 1
    assert named(BLOCKED, {ASSESSMENT: sore, PLAN: plan("techniques: [petrissage neck]")}) == []
    gone = {"2026-09-08-assessment.yaml": "date: 2026-09-08\nsymptoms: none\n"}
    later = {"2026-09-09-plan.yaml": plan("techniques: [petrissage left calf]").replace("-07", "-09")}
    assert named(BLOCKED, {ASSESSMENT: sore, **gone, **later}) == []


CURL = "homework: [{do: pelvic-tilt, reps: 8}, {do: curl-up, reps: 8}]"


@pytest.mark.parametrize(
    ("answers", "told"),
    [("hernia: yes", 1), ("hernia: unsure", 1), ("hernia: no", 0), ("hernia: {answer: yes, cleared: Dr Singh}", 0)],
)
def test_homework_that_an_open_answer_speaks_against_is_told_at_its_line(answers: str, told: int, named: Named) -> None:
    """The other lines stay."""
    hits = named(AGAINST, {ASSESSMENT: assessed(answers), PLAN: plan(CURL)})
    assert [hit.message for hit in hits] == [
        f"curl-up is not for somebody with hernia, which is {answers.split()[1]} and not cleared."
    ] * told
    assert [str(hit.span) for hit in hits] == ["clients/jd-7k2m/2026-09-07-plan.yaml:3:45"] * told


def test_homework_is_held_against_later_answers_while_it_goes_on(named: Named) -> None:
    """A line that was stopped, or ended with the course, is not."""
    files = {PLAN: plan(CURL), LATER: visit("screening: {hernia: yes}")}
    (hit,) = named(AGAINST, files)
    assert hit.span.file.endswith(PLAN)
    stop = {"2026-09-15-session.yaml": "date: 2026-09-15\nhomework: [{do: curl-up, stop: hernia}]\n"}
    end = {"2026-09-16-discharge.yaml": "date: 2026-09-16\nreason: goals-met\n"}
    assert named(AGAINST, files | stop) == named(AGAINST, files | end) == []


def test_a_line_given_after_the_clearance_is_not_told(named: Named) -> None:
    """The answer of its own day counts, not the one before."""
    files = {
        ASSESSMENT: assessed("hernia: yes"),
        LATER: visit("screening: {hernia: {answer: yes, cleared: Dr Singh}}\n" + CURL),
    }
    assert named(AGAINST, files) == []


SLIDER = "homework: [{do: sciatic-slider, reps: 8}]"
NETWORK = "people: [{id: okafor, name: Chidi Okafor, profession: physiotherapist}, {id: hall, profession: gp}]\n"


@pytest.mark.parametrize(
    ("rest", "more", "told"),
    [
        (SLIDER, {}, 1),
        (f"{SLIDER}\nreferrals: [{{to: okafor, why: x}}]", {}, 0),
        (f"{SLIDER}\nreferrals: [{{to: hall, why: x}}]", {}, 1),
        (f"{SLIDER}\nreferrals: [{{profession: physiotherapist, why: x}}]", {}, 0),
        (f"{SLIDER}\nreferrals: [{{profession: trainer, why: x}}]", {}, 1),
        (SLIDER, {"2026-09-01-referral.yaml": REFERRAL.format(day="2026-09-01")}, 0),
        (SLIDER, {"2026-09-20-referral.yaml": REFERRAL.format(day="2026-09-20")}, 1),
        ("homework: [{do: nordic-lower, reps: 5}]", {"2026-09-01-referral.yaml": REFERRAL.format(day="2026-09-01")}, 0),
        (SLIDER, {"practice.yaml": BASE["practice.yaml"].replace("Rivera,", "Rivera, title: physiotherapist,")}, 0),
        ("homework: [{do: pelvic-tilt, reps: 5}]", {}, 0),
    ],
)
def test_homework_of_others_wants_one_of_them_asked_by_then(
    rest: str, more: dict[str, str], told: int, named: Named
) -> None:
    """By a referral or a line of the plan, to a person or a profession that fits; a physiotherapist needs nobody."""
    hits = named(OUTSIDE, {"network.yaml": NETWORK, PLAN: plan(rest), **more})
    assert [hit.severity for hit in hits] == ["warning"] * told


def test_homework_outside_scope_says_whom_to_ask(named: Named) -> None:
    """At the line."""
    (hit,) = named(OUTSIDE, {PLAN: plan(SLIDER)})
    assert hit.message == (
        "sciatic-slider is for a physiotherapist to give, and nobody of that kind has been asked by then."
    )
    assert str(hit.span) == "clients/jd-7k2m/2026-09-07-plan.yaml:3:17"
