"""What the page of an agreement takes from the records: figures with their scale, a change, what was declined."""

from __future__ import annotations

import gitpractice
import pytest
from gitpractice import JD

PLAN = """\
date: 2026-03-03
goals:
  - {id: lift, words: Lift my grandson, measure: psfs/lift, from: 4, to: 8}
  - {id: ache, words: Less ache in my back, measure: pain/lumbar/worst, from: 5, to: 2}
  - {id: back, words: Do more in spite of my back, measure: rmdq, from: 11, to: at most 6}
visits: {planned: 6, often: weekly, length: 60 min}
expect: {by: visit 4, measure: psfs/lift, change: up 3}
homework: [{do: walking-plan, length: 15 min, often: daily}]
referrals: [{to: okafor, why: strength}, {profession: dietitian, why: weight}]
"""
NETWORK = "people: [{id: okafor, name: Chidi Okafor, profession: physiotherapist}]\n"
PAGE = ["agreement", "jane", "--to", "md", "--out", "-"]
FOLLOWUP = f"clients/{JD}/2026-03-05-followup.yaml"


@pytest.fixture
def house(practice: gitpractice.Practice) -> gitpractice.Practice:
    """A practice in which one client has a plan with goals of three kinds."""
    practice.write(f"clients/{JD}/2026-03-03-plan.yaml", PLAN)
    practice.write("network.yaml", NETWORK)
    return practice


def test_each_figure_with_its_own_scale(house: gitpractice.Practice) -> None:
    """Pain is called so, a questionnaire has its own end, and ten is as before for the activity alone."""
    text = gitpractice.in_process(PAGE, house).out
    assert "| **“Lift my grandson”** | 4 of 10 | 8 of 10 |\n" in text
    assert "| **“Less ache in my back”** | pain: 5 of 10 | pain: 2 of 10 |\n" in text
    assert "| **“Do more in spite of my back”** | 11 of 24 | 6 of 24 or less |\n" in text
    assert "How well I can do it: 0 is not at all, 10 is as before. Pain: 0 is none" in text


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("measure: psfs/lift, change: up 3", "by visit 4: from 4 to 7 of 10 in “Lift my grandson”. If not"),
        ("measure: pain/lumbar/worst, to: 3", "by visit 4: from 5 to 3 of 10 in “Less ache in my back”. If not"),
        ("measure: rmdq, change: down 30 %", "by visit 4: from 11 to 7.7 of 24 in “Do more in spite of my back”."),
        ("measure: psfs/sit, change: up 3", "by visit 4. If not"),
        ("measure: psfs/lift, change: better", "by visit 4. If not"),
    ],
)
def test_what_a_difference_comes_to(expect: str, said: str, house: gitpractice.Practice) -> None:
    """In the figure of the goal that it is about; where there is none the sentence stands alone."""
    house.write(f"clients/{JD}/2026-03-03-plan.yaml", PLAN.replace("measure: psfs/lift, change: up 3", expect))
    assert said in gitpractice.in_process(PAGE, house).out


def test_a_newer_figure_leaves_the_start_out(house: gitpractice.Practice) -> None:
    """What stands there as now is not what the change was counted from."""
    house.write(f"clients/{JD}/2026-03-04-session.yaml", "date: 2026-03-04\nmeasures: {psfs/lift: 5}\n")
    text = gitpractice.in_process(PAGE, house).out
    assert "| **“Lift my grandson”** | 5 of 10 |" in text
    assert "by visit 4: to 7 of 10 in “Lift my grandson”." in text


def test_nobody_helps_whom_the_client_declined(house: gitpractice.Practice) -> None:
    """They stand by name among what the client said no to; the other stays."""
    assert "**Who else helps:** Chidi Okafor (physiotherapist), Dietitian" in gitpractice.in_process(PAGE, house).out
    house.write(FOLLOWUP, "date: 2026-03-05\nof: 2026-03-03-plan\nwhat: declined\ndeclined: okafor\n")
    text = gitpractice.in_process(PAGE, house).out
    assert "**Who else helps:** Dietitian\n" in text
    assert "- Chidi Okafor\n" in text
    assert "I said no to this plan" not in text


def test_a_changed_plan_says_so(house: gitpractice.Practice) -> None:
    """With its day and a reason that is short and plain."""
    change = "date: 2026-03-06\nchanged-because: Walking is too long for now.\nhomework: unknown\n"
    house.write(f"clients/{JD}/2026-03-06-plan.yaml", change)
    assert (
        "We changed our plan on 6 March 2026: Walking is too long for now." in gitpractice.in_process(PAGE, house).out
    )


def test_a_plan_that_was_declined(house: gitpractice.Practice) -> None:
    """The page says so, the chart and the day's list too, until the client agrees after all."""
    said = "of: 2026-03-03-plan\nwhat: {}\n"
    house.write(FOLLOWUP, "date: 2026-03-05\n" + said.format("declined"))
    page, chart, day = (gitpractice.in_process(each, house) for each in (PAGE, ["show", "jane"], ["today"]))
    assert "**I said no to this plan on 5 March 2026.**" in page.out
    assert "note: the client declined this plan (2026-03-05-followup)" in page.err
    assert "The client declined the plan of 2026-03-03 on 2026-03-05." in chart.out
    assert "the client declined the plan of 2026-03-03" in day.out
    handout = gitpractice.in_process(["handout", "jane", "--out", "-"], house)
    assert "note: the client declined this plan (2026-03-05-followup)" in handout.err
    house.write(f"clients/{JD}/2026-03-06-followup.yaml", "date: 2026-03-06\n" + said.format("agreed"))
    page, chart, day = (gitpractice.in_process(each, house) for each in (PAGE, ["show", "jane"], ["today"]))
    assert "declined" not in page.err + day.out
    assert "said no to this plan" not in page.out
    assert "The client declined" not in chart.out
