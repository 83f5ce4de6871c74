"""`mplan handout` notes that it was given: offered on a terminal, or by --given."""

from __future__ import annotations

import subprocess
import sys

import gitpractice
import pytest
from gitpractice import JD, TODAY
from prompting import HEAD, YES_NO, Opens, drafts, interrupted

PAGE = f"out/{JD}/handout-week-2.html"
NEW = f"clients/{JD}/{TODAY}-followup.yaml"
GIVEN = f"{HEAD}of: 2026-03-03-plan\nwhat: given\n"
OFFER = "Note that you gave it to Jane? [y/N] "
TEXT = """\
date: 2026-03-03
goals: [{id: lift, words: Lift my daughter, measure: psfs/lift, from: 4, to: 8, by: visit 6}]
visits: {planned: 6, often: weekly, length: 60 min}
agreed: {how: face to face}
homework: [{do: own-roll, reps: 10}, {do: own-walk, length: 15 min}, {do: own-rest}, {do: own-tap}, {do: own-more}]
"""
ENTRY = """\
en:
  reviewed: false
  name: {name}
  goal: loosen your back
  do: [Move slowly.]
  stop-if: [it hurts]
  ask: {ask}
group: mobility
regions: [low-back]
dose: {{reps: 10, often: daily, source: house-rules, verified: false}}
scope: remedial-exercise
sources: [house-rules]
"""
ASKS = {
    "own-roll": "Show me one roll. Where do your knees go?",
    "own-walk": "How long do you walk?",
    "own-rest": "How long do you walk?",
    "own-tap": "What do you tap?",
    "own-more": "What else?",
}


@pytest.fixture
def house(practice: gitpractice.Practice) -> gitpractice.Practice:
    """A practice in which one client has a plan of homework from the practice's own library."""
    practice.write(f"clients/{JD}/2026-03-03-plan.yaml", TEXT)
    for name, ask in ASKS.items():
        practice.write(f"library/exercises/{name}.yaml", ENTRY.format(name=name.replace("-", " "), ask=ask))
    practice.git("add", "-A")
    practice.git("commit", "-q", "-m", "plan")
    return practice


def test_on_a_terminal_it_is_offered(house: gitpractice.Practice, opens: Opens) -> None:
    """Behind the path; yes asks how it was told back and by what way it went, and one commit keeps it."""
    sheet = opens("handout", "jane")
    shown = sheet.wait(YES_NO)
    assert shown.startswith(f"{PAGE}\n")
    assert shown.endswith(f"\n{OFFER}")
    assert (house.root / PAGE).exists()
    sheet.type_now("y")
    asked = sheet.wait()
    assert "1/2 How did Jane tell it back?" in asked
    assert [line for line in asked.splitlines() if "ask:" in line] == [
        "    ask: Show me one roll. Where do your knees go?", "    ask: How long do you walk?",
        "    ask: What do you tap?",
    ]  # fmt: skip
    sheet.type_now("Knees left and right, ten times")
    assert "words of your own, or: paper, message, email" in sheet.wait()
    sheet.type_now("paper")
    assert "    teach-back: Knees left and right, ten times" in sheet.wait()
    sheet.type_now("")
    assert sheet.end() == 0
    assert NEW in sheet.seen
    assert house.records[NEW].decode() == f"{GIVEN}how: paper\nteach-back: Knees left and right, ten times\n"
    assert house.subjects()[0] == f"followup {TODAY} {JD}"
    assert drafts(house) == []
    house.assert_sound()


@pytest.mark.parametrize("answer", ["", "n"])
def test_no_is_usual(answer: str, house: gitpractice.Practice, opens: Opens) -> None:
    """Nothing is kept, and nothing more asked."""
    before = house.records
    sheet = opens("handout", "jane")
    sheet.type(answer)
    assert sheet.end() == 0
    assert (house.records, drafts(house)) == (before, [])


def test_the_questions_can_be_skipped(house: gitpractice.Practice, opens: Opens) -> None:
    """What is known is kept without them."""
    sheet = opens("handout", "jane")
    sheet.type("y", "", "", "")
    assert sheet.end() == 0
    assert house.records[NEW].decode() == GIVEN


def test_what_is_stopped_is_a_draft(house: gitpractice.Practice, opens: Opens) -> None:
    """Ctrl-C loses no answer; mplan followup goes on with it."""
    before = house.records
    sheet = opens("handout", "jane")
    sheet.type("y", "Ten times")
    sheet.wait()
    assert interrupted(sheet) == 130
    assert f"Go on with: mplan followup {JD}" in sheet.seen
    assert (house.records, drafts(house)) == (before, [f"{GIVEN}teach-back: Ten times\n"])
    again = opens("followup", "jane")
    again.type("y", "", "", "paper", "", "", "")
    assert again.end() == 0
    assert house.records[NEW].decode() == f"{GIVEN}how: paper\nteach-back: Ten times\n"
    assert drafts(house) == []


def test_ctrl_c_at_the_offer_keeps_the_page(house: gitpractice.Practice, opens: Opens) -> None:
    """It is there already."""
    before = house.records
    sheet = opens("handout", "jane")
    sheet.wait(YES_NO)
    assert interrupted(sheet) == 130
    assert sheet.seen.rstrip().endswith("not noted")
    assert (house.root / PAGE).exists()
    assert (house.records, drafts(house)) == (before, [])


@pytest.mark.parametrize("words", [("--out", "-", "--to", "md"), ("--not-given",), ("--all",)])
def test_it_is_not_always_offered(words: tuple[str, ...], house: gitpractice.Practice, opens: Opens) -> None:
    """Not where the page is printed, where it was said that nobody wants to note it, nor for all at once."""
    sheet = opens("handout", *(() if "--all" in words else ("jane",)), *words)
    assert sheet.end() == 0
    assert "Note that" not in sheet.seen


def test_nobody_is_asked_where_the_path_goes_elsewhere(house: gitpractice.Practice, opens: Opens) -> None:
    """A path that a program reads is not followed by a question."""
    ran = house.mplan("handout", "jane")
    assert (ran.code, ran.out) == (0, f"{PAGE}\n")
    assert "Note that" not in ran.err
    shell = f"{sys.executable} -m massageplan handout jane --today {TODAY} | cat; true"
    done = subprocess.run(
        ["script", "-qec", shell, "/dev/null"], cwd=house.root, env=house.environment, capture_output=True, text=True,
        timeout=30, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert PAGE in done.stdout
    assert "Note that" not in done.stdout


def test_an_option_notes_it_without_asking(house: gitpractice.Practice) -> None:
    """Also where nobody can be asked; what shows a client shows it, and today asks for nothing."""
    waits = house.mplan("today").out
    ran = house.mplan("handout", "jane", "--given", "--how", "message", "--teach-back", "Little and often")
    assert (ran.code, ran.out) == (0, f"{PAGE}\n{NEW}\n"), ran.err
    assert house.records[NEW].decode() == f"{GIVEN}how: message\nteach-back: Little and often\n"
    house.assert_sound()
    assert "Handout given on 2026-03-09, told back." in house.mplan("show", "jane").out
    assert "2026-03-09  followup (given) by Ana Rivera" in house.mplan("log", "jane").out
    assert house.mplan("today").out == waits
    assert house.mplan("undo").code == 0
    assert NEW not in house.records


def test_another_plan_is_not_yet_given(house: gitpractice.Practice) -> None:
    """What show tells is of the plan in force."""
    assert house.mplan("handout", "jane", "--given").code == 0
    assert "Handout given on 2026-03-09.\n" in house.mplan("show", "jane").out
    house.write(f"clients/{JD}/2026-03-09-plan.yaml", TEXT.replace("2026-03-03", TODAY))
    assert "Handout given" not in house.mplan("show", "jane").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--how", "paper"), "--how says how it was given."),
        (("--teach-back", "x"), "--teach-back says how it was given."),
        (("--therapist", "rivera"), "--therapist says how it was given."),
        (("--not-given", "--how", "paper"), "--how says how it was given."),
        (("--given", "--how", " "), "--how has nothing behind it."),
        (("--given", "--how", "x"), "--how is not understood."),
        (("--given", "--out", "-"), "A page that is printed here is not yet given."),
        (("--given", "--therapist", "nobody"), "--therapist names nobody here: 'nobody'."),
    ],
)
def test_what_does_not_go_together(words: tuple[str, ...], says: str, house: gitpractice.Practice) -> None:
    """Is refused before anything is written."""
    before = house.records
    ran = gitpractice.in_process(["handout", "jane", *words], house)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert house.records == before
    assert not (house.root / "out").exists()


def test_after_the_end_of_a_course_nothing_is_noted(house: gitpractice.Practice, opens: Opens) -> None:
    """A follow-up behind a discharge would begin another course."""
    discharge = "date: 2026-03-08\nreason: goals-met\nhomework: [{do: own-walk, length: 15 min, words: Walk}]\n"
    house.write(f"clients/{JD}/2026-03-08-discharge.yaml", discharge)
    sheet = opens("handout", "jane", "--anyway")
    assert sheet.end() == 0
    assert "Note that" not in sheet.seen
    ran = house.mplan("handout", "jane", "--anyway", "--given")
    assert ran.code == 2
    assert f"The course of {JD} has ended; nothing of it is noted any more." in ran.err
