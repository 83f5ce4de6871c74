"""A plan as it is shown: short, with its reasons on demand; and a draft that is gone on with."""

from __future__ import annotations

import gitpractice
from prompting import DAY, JD, YES_NO, Opens, drafts, interrupted

from cli.planned import ASSESSED, assessed, enter_all, plan


def test_reasons_are_folded_at_the_end_and_told_on_demand(practice: gitpractice.Practice, opens: Opens) -> None:
    """What is stored has them all."""
    assessed(practice)
    before = practice.records
    talk = opens("plan", "jane")
    enter_all(talk)
    shown = talk.seen.rpartition("assessment: ")[2]
    assert "because: (2 reasons)" in shown
    assert "- lift daughter" not in shown
    assert "? shows it with all reasons" in " ".join(talk.seen.split())
    talk.type_now("?")
    assert "- lift daughter 3 (" in talk.wait().rpartition("assessment: ")[2]
    talk.type_now("")
    assert talk.end() == 0
    assert len(plan(practice, before)["goals"][0]["because"]) > 1


def test_show_leaves_the_reasons_of_a_plan_out(practice: gitpractice.Practice) -> None:
    """Unless they are asked for; that they are left out is said beside the chart."""
    goal = "{id: lift, words: Lift, because: [lift 3, error 3]}"
    text = f"date: 2026-03-03\ngoals: [{goal}]\nexpect: {{by: visit 4, because: x-2011}}\n"
    practice.write(f"clients/{JD}/2026-03-03-plan.yaml", text)
    short, whole = practice.mplan("show", "jane"), practice.mplan("show", "jane", "--all")
    assert "lift 3" not in short.out
    assert "because: x-2011" in short.out
    assert "--all shows them" in short.err
    assert "lift 3, error 3" in whole.out
    assert whole.err == ""


def test_a_draft_keeps_the_day_it_is_of(practice: gitpractice.Practice, opens: Opens) -> None:
    """Gone on with by the command that today names, its remarks are those of its day."""
    practice.write(f"clients/{JD}/2026-01-05-assessment.yaml", ASSESSED.replace("2026-03-02", "2026-01-05"))
    practice.mplan("save")
    assert " days old" in practice.mplan("plan", "jane", "--print").out
    talk = opens("plan", "jane", "--date", "2026-01-06")
    talk.type("")
    talk.wait()
    assert interrupted(talk) == 130
    again = opens("plan", "jane")
    again.type("")
    said = again.wait()
    assert "2026-01-06" in said
    assert "days old" not in " ".join(said.split())
    assert interrupted(again) == 130
    assert "date: 2026-01-06\n" in drafts(practice)[0]


def test_stopping_at_the_offer_keeps_the_draft_and_says_so(practice: gitpractice.Practice, opens: Opens) -> None:
    assessed(practice)
    talk = opens("plan", "jane")
    talk.type("")
    talk.wait()
    interrupted(talk)
    again = opens("plan", "jane")
    again.wait(YES_NO)
    assert interrupted(again) == 130
    assert f"stopped; the draft is kept\nGo on with: mplan plan {JD}\n" in again.seen
    assert len(drafts(practice)) == 1
    assert DAY in drafts(practice)[0]
