"""`mplan plan`: a draft gone through on a real terminal, printed where there is none, and what forbids one."""

from __future__ import annotations

import re
from pathlib import Path

import gitpractice
import pytest
import yaml
from prompting import DAY, JD, PROMPT, Opens, drafts, editor, interrupted, new

from cli.planned import ASSESSMENT, STEM, as_printed, assessed, enter_all, plan

GOALS, VISITS, EXPECT = 3, 1, 1
"""Lines of the draft before its techniques: three activities, the visits, the expectation."""


def test_without_a_terminal_the_draft_is_printed_and_nothing_is_written(practice: gitpractice.Practice) -> None:
    """A plan that is valid as it stands, every line with its reason; `--print` says the same."""
    assessed(practice)
    before, commits = practice.records, practice.subjects()
    done = practice.mplan("plan", "jane")
    assert done.code == 0
    assert done.out == practice.mplan("plan", "jane", "--print").out
    head, _, body = done.out.partition("date: ")
    assert f"# Drafted from {STEM}. " in head
    assert all(line.startswith("# ") for line in head.splitlines())
    draft = yaml.load(f"date: {body}", Loader=yaml.BaseLoader)
    assert list(draft)[:2] == ["date", "assessment"]
    assert (draft["date"], draft["assessment"]) == (DAY, STEM)
    assert draft["goals"][0]["measure"] == "psfs/lift-daughter"
    for key in ("goals", "techniques", "homework"):
        assert all(line["because"] for line in draft[key])
    assert (practice.records, practice.subjects(), drafts(practice)) == (before, commits, [])


def test_what_is_printed_can_be_kept(practice: gitpractice.Practice) -> None:
    """The draft read back from standard input becomes the plan."""
    assessed(practice)
    before = practice.records
    text = practice.mplan("plan", "jane").out
    done = practice.mplan("plan", "jane", "--from", "-", typed=text)
    assert (done.code, done.out) == (0, f"clients/{JD}/{DAY}-plan.yaml\n")
    assert new(practice, before) == [text]


def test_enter_to_everything_keeps_the_draft(practice: gitpractice.Practice, opens: Opens) -> None:
    """Each line is shown in words with its first reason; what is kept is what would have been printed."""
    assessed(practice)
    before, printed = practice.records, as_printed(practice)
    talk = opens("plan", "jane")
    enter_all(talk)
    talk.type_now("")
    assert talk.end() == 0
    for text in ("Goal 1 of 3", "Visits", "We expect", "Technique 1 of", "Homework 1 of", "Why it hurts",
                 "When in the day?", "Anything to add?", "    Lift my daughter\n"):  # fmt: skip
        assert text in talk.seen
    assert plan(practice, before) == printed
    assert practice.subjects()[0] == f"plan {DAY} {JD}"
    assert drafts(practice) == []


def test_a_target_is_changed_and_homework_dropped(practice: gitpractice.Practice, opens: Opens) -> None:
    """The change is noted behind the reasons; the exercise stands under what is left out, with the why."""
    assessed(practice)
    before, printed = practice.records, as_printed(practice)
    talk = opens("plan", "jane")
    talk.type("c", "to 7", "", *[""] * (GOALS + VISITS + EXPECT))
    enter_all(talk, "Homework 1 of")
    talk.type_now("d")
    talk.type("sore knees")
    enter_all(talk)
    talk.type_now("")
    assert talk.end() == 0
    made = plan(practice, before)
    assert made["goals"][0]["to"] == "7"
    assert made["goals"][0]["because"][-1] == "changed by the therapist (to 6 -> 7)"
    first, *others = printed["homework"]
    assert made["homework"] == others
    assert {"what": first["do"], "why": "sore knees"} in made["withheld"]


def test_one_goes_back_and_asks_why(practice: gitpractice.Practice, opens: Opens) -> None:
    """No further than the first line; the reasons with their citations; nonsense gets a sentence."""
    assessed(practice)
    talk = opens("plan", "jane")
    talk.type("<", "?", "banana", "", "<", "?")
    talk.wait()
    assert interrupted(talk) == 130
    assert "this is the first one" in talk.seen
    assert talk.seen.count("Goal 1 of 3") == 6
    assert f"found in {ASSESSMENT}:" in talk.seen.replace("\n       ", "")
    assert "c changes it, d drops it, ? tells why" in " ".join(talk.seen.split())
    assert "Stratford" in talk.seen


def test_what_was_gone_through_outlives_ctrl_c(practice: gitpractice.Practice, opens: Opens) -> None:
    """The draft says how far it went; the same command goes on at that line, and keeps what was decided."""
    assessed(practice)
    before, printed = practice.records, as_printed(practice)
    talk = opens("plan", "jane")
    talk.type("", "d", "", "c", "to 9", "")
    talk.wait()
    assert interrupted(talk) == 130
    assert f"Go on with: mplan plan {JD}\n" in talk.seen
    (left,) = drafts(practice)
    assert left.startswith("# Gone through: 1 of ")
    assert f"mplan plan {JD}" in practice.mplan("today").out
    again = opens("plan", "jane")
    again.type("")
    assert "Goal 2 of 2" in again.wait()
    assert "Goal 1 of" not in again.seen
    again.type_now("")
    enter_all(again)
    again.type_now("")
    assert again.end() == 0
    made = plan(practice, before)
    assert [goal["to"] for goal in made["goals"]] == [printed["goals"][0]["to"], "9"]
    assert made["expect"] == printed["expect"]
    assert "# Gone" not in new(practice, before)[0]
    assert drafts(practice) == []


def test_the_agreement_is_asked_at_the_end(practice: gitpractice.Practice, opens: Opens) -> None:
    """How it was talked through, told back, how sure, what was declined and why; `<` leads back to the lines."""
    assessed(practice)
    before, printed = practice.records, as_printed(practice)
    talk = opens("plan", "jane")
    enter_all(talk, "1/5 Agreed")
    talk.type_now("<")
    enter_all(talk, "Anything to add?")
    talk.type_now("")
    talk.type("face to face", "?", "legs do the lifting", "12", "7", "zork; walk (no time)", "I can do that", "")
    assert talk.end() == 0
    assert "A number from 0" in talk.seen
    assert plan(practice, before)["agreed"] == {
        "how": "face to face",
        "teach-back": "legs do the lifting",
        "confidence": "7/10",
        "declined": ["zork", {"what": "walking-plan", "why": "no time"}],
        "words": "I can do that",
    }
    assert "walking-plan" in [line["do"] for line in printed["homework"]]


def test_a_line_of_ones_own(practice: gitpractice.Practice, opens: Opens) -> None:
    """A goal in the client's words, and an exercise of the library with its usual dose."""
    assessed(practice)
    before = practice.records
    talk = opens("plan", "jane")
    talk.type("+", "Sleep through the night", *[""] * 4)
    enter_all(talk, "Homework 1 of")
    talk.type_now("+")
    talk.type("pelvic tlt", "pelvic-tilt")
    enter_all(talk)
    talk.type_now("")
    assert talk.end() == 0
    made = plan(practice, before)
    assert made["goals"][-1] == {"id": "sleep-through", "words": "Sleep through the night"}
    assert made["homework"][-1]["do"] == "pelvic-tilt"
    assert made["homework"][-1]["reps"] == "10"
    assert "did you mean pelvic-tilt?" in talk.seen


def test_a_target_that_cannot_be_read_is_refused(practice: gitpractice.Practice, opens: Opens) -> None:
    """Two keys typed at once are no target; the line stays as it was, and takes one key at a time."""
    assessed(practice)
    before = practice.records
    talk = opens("plan", "jane")
    talk.type("c", "to 9; words Sleep on my right side", "to 9", "words Sleep on my right side", "")
    enter_all(talk)
    talk.type_now("")
    assert talk.end() == 0
    said = " ".join(talk.seen.split())
    assert "The to of this goal cannot be read as a figure of its measure, such as to: at most 3" in said
    goal = plan(practice, before)["goals"][0]
    assert (goal["to"], goal["words"]) == ("9", "Sleep on my right side")


def test_a_technique_that_is_not_understood_is_pointed_at(practice: gitpractice.Practice, opens: Opens) -> None:
    """The mark stands on a line of its own, and no other command is named."""
    assessed(practice)
    talk = opens("plan", "jane")
    enter_all(talk, "Anything to add?")
    talk.type_now("technique")
    talk.type("petrissage right infraspinatus zorkly", "")
    talk.wait()
    assert interrupted(talk) == 130
    assert re.search(r"infraspinatus zorkly\r?\n +\^{6}\r?\n", talk.seen)
    assert "\\n" not in talk.seen
    assert "use mplan session" not in " ".join(talk.seen.split())


@pytest.mark.parametrize("columns", [40, 30])
def test_it_fits_a_narrow_terminal(practice: gitpractice.Practice, opens: Opens, columns: int) -> None:
    """No line that mplan wraps is longer; the record itself is shown as it will be stored."""
    assessed(practice)
    talk = opens("plan", "jane", columns=columns)
    enter_all(talk, "Anything to add?")
    assert interrupted(talk) == 130
    assert [line for line in talk.seen.splitlines()[1:] if len(line) > columns and " " in line.strip()] == []


def test_the_editor_opens_the_draft(practice: gitpractice.Practice, opens: Opens, tmp_path: Path) -> None:
    """With what is left out as comments, none of which is kept; closed as it was, nothing is."""
    assessed(practice)
    before, printed = practice.records, as_printed(practice)
    (tmp_path / "a").mkdir()
    looked = opens("plan", "jane", "--edit", EDITOR=editor(tmp_path / "a", "true"))
    assert looked.end() == 1
    assert (practice.records, drafts(practice)) == (before, [])
    shown = (tmp_path / "a" / "seen-0").read_text(encoding="utf-8")
    assert f"# Drafted from {STEM}" in shown
    assert "# discharge-when:" in shown
    (tmp_path / "b").mkdir()
    made = opens("plan", "jane", "--edit", EDITOR=editor(tmp_path / "b", "printf 'note: mine\\n' >> \"$1\""))
    assert made.end() == 0
    assert plan(practice, before) == {**printed, "note": "mine"}
    assert "#" not in new(practice, before)[0]


def test_a_plan_in_force_is_changed_or_replaced(practice: gitpractice.Practice, opens: Opens) -> None:
    """By `--change`, or by the why that is asked for; Enter makes a new one."""
    assessed(practice)
    old = f"date: {STEM[:10]}\nhomework:\n  - do: pelvic-tilt\n    reps: 10\n"
    practice.write(f"clients/{JD}/{STEM[:10]}-plan.yaml", old)
    practice.git("add", "-A")
    practice.git("commit", "-q", "-m", "planned")
    before = practice.records
    changed = practice.mplan("plan", "jane", "--change", "no clear change by visit 4")
    assert yaml.load(changed.out, Loader=yaml.BaseLoader)["changed-because"] == "no clear change by visit 4"
    assert "# Goes on as it is: pelvic-tilt." in changed.out
    fresh = practice.mplan("plan", "jane").out
    assert "changed-because" not in fresh
    talk = opens("plan", "jane")
    talk.type("?", "worse since the move")
    enter_all(talk)
    talk.type_now("")
    assert talk.end() == 0
    assert f"Change the plan of {STEM[:10]} (say why), or Enter for a new one" in talk.seen
    assert plan(practice, before)["changed-because"] == "worse since the move"


def test_techniques_in_force_go_on_in_a_change(practice: gitpractice.Practice, opens: Opens) -> None:
    """Also where one is added; one is dropped like any line, and a change that keeps none says so."""
    assessed(practice)
    line = "petrissage right quadratus-lumborum (8 min)"
    practice.write(f"clients/{JD}/{STEM[:10]}-plan.yaml", f"date: {STEM[:10]}\ntechniques:\n  - {line}\n")
    practice.git("add", "-A")
    practice.git("commit", "-q", "-m", "planned")
    before = practice.records
    printed = practice.mplan("plan", "jane", "--change", "stiff").out
    assert "# Goes on as it is: petrissage. To end one, drop its line." in printed
    assert yaml.load(printed, Loader=yaml.BaseLoader)["techniques"][0] == line
    talk = opens("plan", "jane", "--change", "stiff")
    enter_all(talk, "Anything to add?")
    talk.type_now("technique")
    talk.type("effleurage lumbar 5 min")
    enter_all(talk)
    talk.type_now("")
    assert talk.end() == 0
    kept = plan(practice, before)["techniques"]
    assert kept[0] == line
    assert "effleurage" in str(kept[-1])


def test_a_closed_terminal_keeps_the_draft(practice: gitpractice.Practice, opens: Opens) -> None:
    """Ctrl-D in the middle of a change: what was decided before is there."""
    assessed(practice)
    talk = opens("plan", "jane")
    talk.type("", "c")
    talk.wait(PROMPT)
    talk.child.sendeof()
    assert talk.end() == 1
    assert "the draft is kept" in talk.seen
    assert len(drafts(practice)) == 1
