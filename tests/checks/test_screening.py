"""Answers that act, questions that nothing knows, and warning signs that were never asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Named = Callable[[str, Mapping[str, str]], list[Finding]]

ASSESSMENT, PLAN, SESSION = "2026-09-07-assessment.yaml", "2026-09-07-plan.yaml", "2026-09-07-session.yaml"
LATER = "2026-09-14-session.yaml"
TREATED = "treated-after-red-flag"
UNASKED = "red-flags-not-asked"
DAY = "date: 2026-09-07\n"


def assessed(answers: str) -> str:
    """An assessment with answers to screening questions."""
    return f"{DAY}screening: {{{answers}}}\n"


def visit(rest: str, day: str = "2026-09-14") -> str:
    """A visit, after the assessment if no day is given."""
    return f"date: {day}\n{rest}\n"


def test_a_treatment_after_an_emergency_is_told_where_it_stands(named: Named) -> None:
    """The finding names the question, the help says where it was answered, and nobody's words are repeated."""
    answers = "dvt: {answer: yes, words: it feels hot since the flight}"
    (hit,) = named(TREATED, {ASSESSMENT: assessed(answers), LATER: visit("did: [massage neck, massage left calf]")})
    assert hit.message == "dvt is yes and not cleared, which calls for emergency care and rules out any treatment."
    assert str(hit.span) == "clients/jd-7k2m/2026-09-14-session.yaml:2:7"
    assert hit.severity == "error"
    assert hit.help is not None
    assert "clients/jd-7k2m/2026-09-07-assessment.yaml:2;" in hit.help
    assert "hot" not in hit.help + hit.message
    assert [str(span) for span in hit.related] == ["clients/jd-7k2m/2026-09-07-assessment.yaml:2:13"]


def test_any_treatment_at_all_where_all_is_ruled_out(named: Named) -> None:
    (hit,) = named(TREATED, {ASSESSMENT: assessed("weight-loss: yes"), LATER: visit("did: unknown")})
    assert hit.message.endswith("calls for a referral before treatment and rules out any treatment.")
    assert str(hit.span).endswith(":2:6")


@pytest.mark.parametrize(
    ("answers", "rest"),
    [
        ("dvt: no", "did: [massage left calf]"),
        ("dvt: not asked", "did: [massage left calf]"),
        ("dvt-history: unsure", "did: [friction-cross-fibre left calf]"),
        ("dvt: {answer: yes, cleared: Dr Singh 8 September}", "did: [massage left calf]"),
        ("dvt-history: yes", "did: [massage neck]"),
        ("dvt: yes", "did: none"),
        ("dvt: yes", "said: a talk"),
        ("dvt: yes", "attended: missed\ndid: [massage left calf]"),
        ("dvt: yes", "screening: {dvt: no}\ndid: [massage left calf]"),
        ("dvt: yes", "screening: {dvt: {answer: yes, cleared: Dr Singh 8 September}}\ndid: [massage left calf]"),
        ("anticoagulants: yes", "did: [trigger-point-compression neck]"),
        ("yf-low-mood: yes", "did: [massage neck]"),
        ("abuse-safeguarding: yes", "did: [massage neck]"),
        ("no-such-question: yes", "did: [massage neck]"),
    ],
)
def test_a_treatment_that_nothing_rules_out_is_let_be(answers: str, rest: str, named: Named) -> None:
    """Answered no, cleared, elsewhere, nothing done, not kept, or an answer that sends nobody away."""
    assert named(TREATED, {ASSESSMENT: assessed(answers), LATER: visit(rest)}) == []


@pytest.mark.parametrize(
    ("answers", "rest"),
    [
        ("dvt: yes", "did: [petrissage neck]"),
        ("dvt: unsure", "did: [petrissage neck]"),
        ("aortic-aneurysm: yes", "did: [petrissage low-back]"),
        ("cervical-artery: yes", "did: [traction-gentle 5 min, thrust-manipulation]"),
        ("dvt: yes", "screening: {dvt: unsure}\ndid: [relaxation-massage 60 min]"),
        ("weight-loss: yes", "screening: {weight-loss: unsure}\ndid: [relaxation-massage 60 min]"),
        ("sea-sick: yes", "did: [petrissage neck]"),
    ],
)
def test_an_emergency_rules_out_all_until_somebody_clears_it(answers: str, rest: str, named: Named) -> None:
    """Wherever the hands were, also where the client is not sure, then or later; an own question without blocks too."""
    own = QUESTION.replace("blocks: [all]\n", "")
    files = {ASSESSMENT: assessed(answers), LATER: visit(rest), "library/screening/sea-sick.yaml": own}
    assert len(named(TREATED, files)) == 1


def test_the_visit_of_the_answer_counts_too(named: Named) -> None:
    text = visit("screening: {dvt: yes}\ndid: [massage left calf]")
    assert len(named(TREATED, {LATER: text})) == 1


def test_not_asked_again_leaves_the_yes_standing(named: Named) -> None:
    rest = "screening: {dvt: not asked}\ndid: [massage left calf]"
    assert len(named(TREATED, {ASSESSMENT: assessed("dvt: yes"), LATER: visit(rest)})) == 1


def test_a_visit_before_the_answer_is_let_be(named: Named) -> None:
    files = {
        "2026-09-01-session.yaml": visit("did: [massage left calf]", "2026-09-01"),
        ASSESSMENT: assessed("dvt: yes"),
    }
    assert named(TREATED, files) == []


def test_each_visit_and_each_answer_is_told(named: Named) -> None:
    """Also in the next course: a discharge clears nothing."""
    files = {
        ASSESSMENT: assessed("dvt: yes, weight-loss: yes"),
        SESSION: DAY + "did: [massage left calf]\n",
        "2026-09-10-discharge.yaml": "date: 2026-09-10\nreason: goals-met\n",
        "2026-09-12-plan.yaml": "date: 2026-09-12\ngoals: unknown\ntechniques: [massage left calf]\n",
        LATER: visit("did: as planned"),
    }
    hits = named(TREATED, files)
    assert [(hit.span.file[-23:-13], hit.message.split()[0]) for hit in hits] == [
        ("2026-09-07", "dvt"), ("2026-09-07", "weight-loss"), ("2026-09-14", "dvt"), ("2026-09-14", "weight-loss"),
    ]  # fmt: skip


QUESTION = """\
en: {reviewed: false, name: Sea sick, question: Are you sea sick?, may-indicate: The sea, advice: Wait.}
area: general
kind: red-flag
action: emergency
blocks: [all]
sources: [house-rules]
verified: false
"""
REGION = """\
en: {reviewed: false, name: Tail, also-called: [my end]}
places: [tail]
movements: [lumbar-flexion]
instruments: [psfs]
muscles: [quadratus-lumborum]
screening: [sea-sick, anticoagulants, ghost]
sources: [house-rules]
verified: false
"""
OWN = {"library/screening/sea-sick.yaml": QUESTION, "library/regions/tail.yaml": REGION}


def test_questions_and_regions_of_the_practice_act_too(named: Named) -> None:
    """Only its red flags are asked for; the others of its list are not."""
    files = OWN | {
        ASSESSMENT: DAY + "symptoms: [{where: left tail, now: 3}]\n",
        LATER: visit("screening: {sea-sick: yes}\ndid: [massage tail]"),
    }
    assert len(named(TREATED, files)) == 1
    assert named(UNASKED, files) == []
    assert named("unknown-screening", files) == []
    assert named("unknown-place", files) == []
    (hit,) = named(UNASKED, files | {LATER: visit("did: [massage tail]")})
    assert hit.message == "This red flag for the region tail was never asked about: sea-sick."


CALF = "symptoms: [{where: right calf, now: 4}]\n"
ALL_ASKED = (
    "dvt: no, compartment-syndrome: no, progressive-neuro: unsure, tendon-muscle-rupture: no, stress-fracture: yes"
)


def test_red_flags_of_the_place_that_hurts_are_missed(named: Named) -> None:
    """Told at the symptom where nothing was answered, at most five by name."""
    text = DAY + "symptoms: [{where: right calf, now: 4}, {where: low-back, now: 2}]\n"
    calf, back = named(UNASKED, {ASSESSMENT: text, SESSION: DAY + "did: none"})
    assert calf.message == (
        "These 5 red flags for the region lower-leg were never asked about: "
        "dvt, compartment-syndrome, progressive-neuro, tendon-muscle-rupture, stress-fracture."
    )
    assert back.message.startswith("These 8 red flags for the region low-back were never asked about: cauda-equina, ")
    assert back.message.endswith(" and 3 more.")
    assert (calf.span.line, calf.span.column, back.span.column) == (2, 12, 41)
    assert calf.severity == "warning"


def test_a_headache_without_a_place_has_the_red_flags_of_the_head(named: Named) -> None:
    (hit,) = named(UNASKED, {ASSESSMENT: DAY + "symptoms: [{what: headache, now: 4}]\n", SESSION: DAY + "did: none"})
    assert "for the region head were never asked about: thunderclap-headache, cervical-artery, " in hit.message
    assert (hit.span.line, hit.span.column) == (2, 12)


def test_what_was_asked_is_told_no_more(named: Named) -> None:
    """Wherever it was answered; not asked is no answer. Told at the answers, where there are some."""
    text = DAY + CALF + "screening: {dvt: no, stress-fracture: not asked, tendon-muscle-rupture: no}\n"
    files = {
        "2026-09-01-history.yaml": "date: 2026-09-01\nscreening: {compartment-syndrome: no}\n",
        ASSESSMENT: text,
        LATER: visit("screening: {progressive-neuro: unsure}\ndid: none"),
    }
    (hit,) = named(UNASKED, files)
    assert hit.message == "This red flag for the region lower-leg was never asked about: stress-fracture."
    assert (hit.span.line, hit.span.column) == (3, 1)


@pytest.mark.parametrize(
    "files",
    [
        {ASSESSMENT: DAY + CALF},
        {ASSESSMENT: DAY + CALF, SESSION: DAY + "attended: missed"},
        {ASSESSMENT: DAY + CALF + f"screening: {{{ALL_ASKED}}}", SESSION: DAY + "did: none"},
        {ASSESSMENT: DAY + "symptoms: [{where: soul, now: 4}]", SESSION: DAY + "did: none"},
        {ASSESSMENT: DAY + "symptoms: none", SESSION: DAY + "did: none"},
        {SESSION: DAY + CALF + "did: none"},
    ],
)
def test_where_nothing_is_due_nothing_is_told(files: Mapping[str, str], named: Named) -> None:
    """No plan and no visit yet, all asked, a place that is told elsewhere, or no assessment."""
    assert named(UNASKED, files) == []


def test_a_region_is_told_once_at_the_newest_assessment(named: Named) -> None:
    files = {
        "2026-08-01-assessment.yaml": "date: 2026-08-01\n" + CALF,
        ASSESSMENT: DAY + "symptoms: [{where: neck, now: 1}, {where: [left shin, left calf], now: 4}]\n",
        PLAN: DAY + "goals: unknown",
    }
    told = [hit for hit in named(UNASKED, files) if "lower-leg" in hit.message]
    assert [(hit.span.file[-26:-16], hit.span.column) for hit in told] == [("2026-09-07", 35)]


def test_a_question_that_is_misspelt(named: Named) -> None:
    (hit,) = named("unknown-screening", {ASSESSMENT: assessed("cauda-equina: no, fevr: {answer: yes}")})
    assert (hit.message, hit.help) == ("There is no screening question fevr.", "did you mean fever?")
    assert (hit.span.line, hit.span.column) == (2, 31)
    (far,) = named("unknown-screening", {ASSESSMENT: assessed("zzz: no")})
    assert far.help is not None
    assert far.help.startswith("see mplan library list screening")


MEDICINE = "medicine-not-screened"
HISTORY = "2026-09-07-history.yaml"


def taking(*medicines: str, screening: str = "") -> str:
    """A history with these medicines, and answers to screening questions."""
    return f"{DAY}history: {{medicines: [{', '.join(medicines)}]}}\nscreening: {{{screening}}}\n"


@pytest.mark.parametrize(
    ("screening", "said"),
    [
        ("fever: no", "was not asked"), ("anticoagulants: not asked", "was not asked"),
        ("anticoagulants: no", "is answered no"),
    ],
)  # fmt: skip
def test_a_blood_thinner_without_a_yes_is_told_at_the_medicine(named: Named, screening: str, said: str) -> None:
    """The list names it, and the question about blood thinners says otherwise; a name by which it is sold counts."""
    (hit,) = named(MEDICINE, {HISTORY: taking("ibuprofen", "{what: Eliquis 5 mg, often: 2/day}", screening=screening)})
    assert hit.message == f"eliquis thins the blood, and anticoagulants {said}."
    assert str(hit.span) == "clients/jd-7k2m/2026-09-07-history.yaml:2:34"
    assert hit.severity == "warning"


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_blood_thinner_with_a_yes_is_as_it_should_be(named: Named, answer: str) -> None:
    """Or with an unsure: then deep pressure is ruled out all the same."""
    assert named(MEDICINE, {HISTORY: taking("warfarin", screening=f"anticoagulants: {answer}")}) == []


@pytest.mark.parametrize(
    ("medicines", "count"), [(["aspirin"], 0), (["clopidogrel (Plavix)"], 0), (["aspirin", "clopidogrel 75 mg"], 1)]
)
def test_two_medicines_against_clots_count_as_a_blood_thinner(
    named: Named, medicines: list[str], count: int
) -> None:  # fmt: skip
    """One of them alone does not."""
    assert len(named(MEDICINE, {HISTORY: taking(*medicines, screening="anticoagulants: no")})) == count


def test_a_blood_thinner_that_was_stopped_asks_for_nothing(named: Named) -> None:
    """By a later record, by an end that is written down, or in the words themselves."""
    stopped = visit("history: {medicines: [{what: Warfarin, change: stopped}]}")
    assert named(MEDICINE, {HISTORY: taking("warfarin", screening="fever: no"), LATER: stopped}) == []
    for medicine in ("{what: warfarin, until: 2026-05}", "warfarin until 2024", "no warfarin any more"):
        assert named(MEDICINE, {HISTORY: taking(medicine, screening="fever: no")}) == []
    again = named(MEDICINE, {HISTORY: taking("warfarin", screening="fever: no"), LATER: visit("said: still on it")})
    assert len(again) == 1


def test_another_medicine_that_was_stopped_changes_nothing(named: Named) -> None:
    """Though the two share a word; and one medicine in two doses is one medicine."""
    both = taking("warfarin tablets daily", "stopped magnesium tablets", screening="anticoagulants: no")
    assert len(named(MEDICINE, {HISTORY: both})) == 1
    more = visit("history: {medicines: [aspirin 100 mg]}")
    assert named(MEDICINE, {HISTORY: taking("aspirin 75 mg", screening="anticoagulants: no"), LATER: more}) == []


def test_a_newer_no_stands_against_an_older_yes(named: Named) -> None:
    """Which is how a slip at a re-assessment is seen; it is told where it was made."""
    files = {HISTORY: taking("heparin", screening="anticoagulants: yes")}
    assert named(MEDICINE, files) == []
    again = "2026-09-14-assessment.yaml"
    (hit,) = named(MEDICINE, {**files, again: "date: 2026-09-14\nscreening: {anticoagulants: no}\n"})
    assert str(hit.span) == f"clients/jd-7k2m/{again}:2:13"
