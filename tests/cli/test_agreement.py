"""`mplan agreement` as a user types it: the page."""

from __future__ import annotations

import gitpractice
import pytest
from gitpractice import JD

PLAN = f"clients/{JD}/2026-03-03-plan.yaml"
TEXT = """\
date: 2026-03-03
agreed: {how: face to face, declined: [{what: knee-roll, why: no mat}]}
why: Tight and sore is not the same as damaged.
goals: [{id: lift, words: Lift my daughter, measure: psfs/lift, from: 4, to: 8, by: visit 6}]
visits: {planned: 6, often: weekly, length: 60 min}
homework: [{do: knee-roll, reps: 10}, {do: walking-plan, length: 15 min, often: daily}]
note: do not tell anybody
"""


@pytest.fixture
def house(practice: gitpractice.Practice) -> gitpractice.Practice:
    """A practice in which one client has a plan."""
    practice.write(PLAN, TEXT)
    practice.git("add", "-A")
    practice.git("commit", "-q", "-m", "plan")
    return practice


def test_the_page_is_made(house: gitpractice.Practice) -> None:
    """Under out/ for the owner alone; the client's words on it, no note; and how to keep it once it is signed."""
    ran = gitpractice.in_process(["agreement", "jane"], house)
    path = house.root / ran.out.strip()
    assert (ran.code, path) == (0, house.root / "out" / JD / "agreement-2026-03-03.html")
    assert path.stat().st_mode & 0o777 == 0o600
    assert f"mplan agreement {JD} --signed" in ran.err
    text = gitpractice.in_process(["agreement", "jane", "--to", "md", "--out", "-"], house).out
    assert "| **“Lift my daughter”** | 4 of 10 | 8 of 10 | visit 6 |" in text
    assert "- Knee rolls: no mat" in text
    assert text.count("Knee roll") == 1  # declined, so not among what is done at home
    assert "nobody" not in text
    assert house.unsaved == []


def test_large_letters_and_a_practices_own_part(house: gitpractice.Practice) -> None:
    """As of the handout and the forms."""
    house.write("templates/agreement/parts/rights.md.j2", "My rights at {{ view.practice.name }}\n")
    ran = gitpractice.in_process(["agreement", "jane", "--large-print", "--paper", "a4", "--out", "-"], house)
    assert "font-size: 18pt" in ran.out
    assert "My rights at Riverside" in ran.out
    house.write("templates/agreement/parts/rights.md.j2", "\n{{ view.nobody }}\n")
    broken = gitpractice.in_process(["agreement", "jane", "--out", "-"], house)
    assert (broken.code, broken.out) == (1, "")
    assert "templates/agreement/parts/rights.md.j2:2: there is no “nobody” here" in broken.err


def test_a_record_that_cannot_be_used_stops_it(house: gitpractice.Practice) -> None:
    """Until --anyway."""
    house.write(f"clients/{JD}/2026-03-04-session.yaml", "date: [\n")
    refused = gitpractice.in_process(["agreement", "jane", "--out", "-"], house)
    assert (refused.code, refused.out) == (1, "")
    assert "--anyway" in refused.err
    assert gitpractice.in_process(["agreement", "jane", "--out", "-", "--anyway"], house).code == 0


def test_a_client_who_is_not_sure_is_told_to_the_therapist(house: gitpractice.Practice) -> None:
    """Beside the page, with the entry that says so."""
    house.write(PLAN, TEXT.replace("how: face to face", "confidence: 4/10"))
    assert (
        "Below 7 of 10: make the plan smaller, with fewer lines or easier ones (homework-confidence)."
        in gitpractice.in_process(["agreement", "jane"], house).err
    )


CHANGE = """\
date: 2026-03-05
changed-because: there is a mat now
homework: [{do: knee-roll, reps: 5}]
agreed: {confidence: 8/10}
"""


def test_what_is_offered_again_stands_among_what_is_done(house: gitpractice.Practice) -> None:
    """On the page, the handout and the form; before that it stands on none, and the therapist is told."""
    page, handout = (["agreement", "jane", "--to", "md", "--out", "-"], ["handout", "jane", "--to", "md", "--out", "-"])
    before = gitpractice.in_process(handout, house)
    assert "Knee roll" not in before.out
    assert "Walk" in before.out
    assert "note: knee-roll is left out, since the client said no to it" in before.err
    form = ["forms", "reassessment", "jane", "--to", "md", "--out", "-"]
    asked = gitpractice.in_process(form, house).out
    assert "Knee rolls" not in asked
    assert "Walking plan" in asked
    house.write(f"clients/{JD}/2026-03-05-plan.yaml", CHANGE)
    text = gitpractice.in_process(page, house).out
    assert "- **Knee rolls**: 5 times" in text
    assert "no mat" not in text
    assert "Knee roll" in gitpractice.in_process(handout, house).out
    assert "Knee rolls" in gitpractice.in_process(form, house).out


def test_the_handout_says_how_sure_the_client_is_now(house: gitpractice.Practice) -> None:
    """Of the newest word on the plan; a plan that was changed since has none yet."""
    handout = ["handout", "jane", "--to", "md", "--out", "-"]
    house.write(PLAN, TEXT.replace("how: face to face", "confidence: 9/10"))
    assert "9 out of 10" in gitpractice.in_process(handout, house).out
    followup = "date: 2026-03-04\nof: 2026-03-03-plan\nwhat: agreed\nconfidence: 6/10\n"
    house.write(f"clients/{JD}/2026-03-04-followup.yaml", followup)
    assert "6 out of 10" in gitpractice.in_process(handout, house).out
    house.write(f"clients/{JD}/2026-03-05-plan.yaml", CHANGE.replace("agreed: {confidence: 8/10}\n", ""))
    assert "out of 10" not in gitpractice.in_process(handout, house).out


def test_the_page_is_of_the_newest_course(house: gitpractice.Practice) -> None:
    """After its end, and before the next plan, there is nothing to agree to; a day before the end it is."""
    house.write(f"clients/{JD}/2026-03-08-discharge.yaml", "date: 2026-03-08\nreason: goals-met\n")
    before = house.records
    for asked in (["--out", "-"], ["--how", "phone"]):
        ran = gitpractice.in_process(["agreement", "jane", *asked], house)
        assert (ran.code, ran.out, house.records) == (2, "", before)
        assert "ended with 2026-03-08-discharge, so no plan is in force" in ran.err
    ran = gitpractice.in_process(["agreement", "jane", "--how", "phone", "--date", "2026-03-07"], house)
    assert (ran.code, ran.out) == (0, f"clients/{JD}/2026-03-07-followup.yaml\n"), ran.err
    house.write(f"clients/{JD}/2026-03-09-assessment.yaml", "date: 2026-03-09\n")
    ran = gitpractice.in_process(["agreement", "jane", "--out", "-"], house)
    assert (ran.code, ran.out) == (2, "")
    assert "has no plan in its newest course on 2026-03-09" in ran.err


def test_a_new_plan_in_mid_course_keeps_what_is_expected(house: gitpractice.Practice) -> None:
    """Visits kept before it are not those of its moment; a moment that has come under it is no news."""
    for day in range(3, 6):
        house.write(f"clients/{JD}/2026-03-0{day}-session.yaml", f"date: 2026-03-0{day}\n")
    house.write(f"clients/{JD}/2026-03-06-plan.yaml", TEXT.replace("03-03", "03-06") + "expect: {by: visit 2}\n")
    for command in ("agreement", "handout"):
        make = [command, "jane", "--to", "md", "--out", "-"]
        assert "We expect a difference you can feel by visit 2" in gitpractice.in_process(make, house).out
    house.write(f"clients/{JD}/2026-03-06-plan.yaml", TEXT.replace("03-03", "03-06") + "expect: {by: visit 9}\n")
    house.write(f"clients/{JD}/2026-03-07-session.yaml", "date: 2026-03-07\nvisit: 9\n")
    for command in ("agreement", "handout"):
        make = [command, "jane", "--to", "md", "--out", "-"]
        assert "We expect" not in gitpractice.in_process(make, house).out


def test_words_that_are_hard_to_read_are_told_to_the_therapist(house: gitpractice.Practice) -> None:
    """As an estimate, with the school year; short words are passed over."""
    assert "school year" not in gitpractice.in_process(["agreement", "jane"], house).err
    hard = (
        "Sensitised nociceptive innervation perpetuates muscular hypertonicity independently of structural pathology."
    )
    house.write(PLAN, TEXT.replace("Tight and sore is not the same as damaged.", hard))
    ran = gitpractice.in_process(["agreement", "jane"], house)
    assert ran.code == 0
    assert "note: an estimate: why: and the goals read like school year" in ran.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["jane", "--how", "phone", "--out", "x"], "are two things"),
        (["jane", "--date", "2026-03-08"], "--date and --therapist belong to a note"),
        (["marek"], "has no plan on 2026-03-09"),
        (["marek", "--how", "phone"], "has no plan on 2026-03-09"),
        (["jane", "--to", "doc"], "one of: html, md, pdf"),
        (["jane", "--signed", ""], "--signed has nothing behind it"),
        (["jane", "--how", " "], "--how has nothing behind it"),
        (["jane", "--how", "x"], "Say it in a word"),
        (["jane", "--declined", "kne-roll (no mat)"], "Did you mean knee-roll?"),
        (["jane", "--how", "phone", "--date", "2026-03-01"], "give a day that has one with --date"),
        (["jane", "--confidence", "11"], "--confidence is not understood"),
        (["jane", "--confidence", "²"], "A number from 0"),
        (["jane", "--declined", ";;;"], "--declined is not understood"),
        (["jane", "--declined", "()"], "Say what was declined"),
        (["jane", "--declined", "bird-dog ("], "A bracket is open"),
        (["jane", "--out", "/nowhere/x.html"], "There is no folder"),
    ],
)
def test_a_slip_gets_one_sentence(arguments: list[str], says: str, house: gitpractice.Practice) -> None:
    """And nothing made."""
    before = house.records
    ran = gitpractice.in_process(["agreement", *arguments], house)
    assert (ran.code, ran.out, house.records) == (2, "", before)
    assert says in ran.err
