"""What stands at the head of a command: alerts, open warning signs, and what hands have to be careful of."""

from __future__ import annotations

import gitpractice
import pytest
from prompting import JD, Opens, interrupted, new

BLOOD = "CAREFUL (2026-03-01): Blood thinners or easy bruising. Pressure no more than light to moderate."
SIGN = "OPEN WARNING SIGN (2026-03-01): Fever or falling ill."


@pytest.fixture
def wary(practice: gitpractice.Practice) -> gitpractice.Practice:
    """The practice, where Jane is allergic to nuts, takes a blood thinner, had a fever, and shies at movement."""
    practice.write(f"clients/{JD}/client.yaml", "name: Jane Doe\nalerts: nut oil\n")
    signs = "{anticoagulants: yes, fever: yes, low-blood-pressure: yes, yf-fear-avoidance: yes}"
    practice.write(f"clients/{JD}/2026-03-01-history.yaml", f"date: 2026-03-01\nscreening: {signs}\n")
    return practice


@pytest.mark.parametrize("command", ["session", "note", "assess"])
def test_what_is_open_is_said_before_anything_is_asked(
    wary: gitpractice.Practice, opens: Opens, command: str
) -> None:  # fmt: skip
    """A visit in one line too; what rules out no deep pressure is no matter for the head."""
    assert wary.records
    visit = opens(command, "jane", columns=200)
    visit.wait()
    for line in ("ALERT: nut oil", SIGN, BLOOD):
        assert line in visit.seen
    assert visit.seen.count("CAREFUL") == 1
    assert f"Once it is cleared: mplan history {JD} --ask fever" in " ".join(visit.seen.split())
    assert interrupted(visit) == 130


def test_a_precaution_that_was_cleared_or_taken_back_is_said_no_more(wary: gitpractice.Practice) -> None:
    """A chart names it while it is open."""
    assert BLOOD in wary.mplan("show", "jane").out
    wary.write(f"clients/{JD}/2026-03-05-history.yaml", "date: 2026-03-05\nscreening: {anticoagulants: no}\n")
    assert "CAREFUL" not in wary.mplan("show", "jane").out


def test_an_unsure_precaution_says_so(wary: gitpractice.Practice) -> None:
    """It holds like a yes."""
    wary.write(f"clients/{JD}/2026-03-05-history.yaml", "date: 2026-03-05\nscreening: {osteoporosis: unsure}\n")
    assert "CAREFUL (2026-03-05, not sure): " in wary.mplan("show", "jane").out


@pytest.mark.parametrize("command", ["session", "note", "assess"])
def test_an_emergency_in_a_draft_is_said_at_the_head(
    practice: gitpractice.Practice, opens: Opens, command: str
) -> None:  # fmt: skip
    """Until somebody goes on with the draft; then its questions say it."""
    drafts = practice.root / ".mplan" / "drafts"
    drafts.mkdir(parents=True, exist_ok=True)
    text = "date: 2026-03-09\nscreening:\n  cauda-equina:\n    answer: yes\n"
    (drafts / f"{JD}_2026-03-09-assessment_00ff.yaml").write_text(text, encoding="utf-8")
    visit = opens(command, "jane", columns=200)
    if command == "assess":
        visit.type("n", "")
    visit.wait()
    assert "WARNING SIGN IN A DRAFT (" in visit.seen
    assert f"mplan assess {JD}" in visit.seen.replace("\n", " ")
    assert interrupted(visit) == 130
    again = opens("assess", "jane", columns=200)
    again.type("y")
    again.wait()
    assert "WARNING SIGN IN A DRAFT" not in again.seen
    assert interrupted(again) == 130


PLAN = """\
date: 2026-02-23
goals: [{id: lift, words: Lift, measure: psfs/lift, from: 4, to: 8}]
visits: {planned: 6, often: weekly}
expect: {by: visit 2, measure: psfs/lift, change: up 3}
homework: none
"""


@pytest.fixture
def planned(practice: gitpractice.Practice) -> gitpractice.Practice:
    """The practice, where Jane's plan expects something by her second visit, and the first was kept."""
    practice.write(f"clients/{JD}/2026-02-23-plan.yaml", PLAN)
    practice.git("add", "-A")
    practice.git("commit", "-q", "-m", "planned")
    return practice


def test_the_decision_is_asked_at_the_visit_at_which_it_is_due(planned: gitpractice.Practice, opens: Opens) -> None:
    """Said at the head, asked before the last question, and asked once more after an Enter; then its reason."""
    before = planned.records
    visit = opens("session", "jane", columns=200)
    visit.type("", "", "psfs/lift 5", "", "", "", "", "change", "up 1 where 3 was expected", "", "")
    assert visit.end() == 0
    assert visit.seen.count("DECISION DUE at this visit, on what was expected by visit 2") >= 2
    assert "A decision is wanted here" in visit.seen
    assert "nobody wrote down how care goes on" not in visit.seen
    (text,) = new(planned, before)
    assert text.endswith("decision: change\nbecause: up 1 where 3 was expected\n")


@pytest.mark.parametrize("command", ["session", "note"])
def test_a_decision_that_is_overdue_is_said_at_the_next_visit(
    planned: gitpractice.Practice, opens: Opens, command: str
) -> None:  # fmt: skip
    """Until it is noted."""
    file = f"clients/{JD}/2026-03-05-session.yaml"
    planned.write(file, "date: 2026-03-05\nmeasures: {psfs/lift: 5}\n")
    visit = opens(command, "jane", columns=200)
    assert "DECISION OVERDUE since 2026-03-05, on what was expected by visit 2" in visit.wait()
    assert interrupted(visit) == 130
    planned.write(file, "date: 2026-03-05\nmeasures: {psfs/lift: 5}\ndecision: change\nbecause: up 1 of 3\n")
    visit = opens(command, "jane", columns=200)
    assert "DECISION" not in visit.wait()
    assert interrupted(visit) == 130


def test_no_decision_is_asked_where_nobody_came(planned: gitpractice.Practice, opens: Opens) -> None:
    """A visit that was missed is none at which the plan looks back."""
    before = planned.records
    visit = opens("session", "jane")
    visit.type("missed", "", "", "")
    assert visit.end() == 0
    assert len(new(planned, before)) == 1
    told = opens("session", "jane", "--attended", "moved", columns=200)
    assert "DECISION" not in told.wait()
    assert interrupted(told) == 130
