"""Asking somebody else to help, and ending care, at a terminal."""

from __future__ import annotations

import gitpractice
import yaml
from prompting import JD, Opens, new

PLAN = """\
date: 2026-03-01
goals:
  - {id: lift, words: Lift my daughter, measure: psfs/lift-daughter, from: 4, to: 8}
  - {id: sleep, words: Sleep through}
visits: {planned: 6, often: weekly}
homework:
  - {do: glute-bridge, sets: 2, reps: 8-10, often: 3/week, weeks: 1-6, because: [weak]}
  - {id: walk, do: walking-plan, length: 15 min, often: 5/week}
agreed: {how: face to face}
"""
NETWORK = """\
people:
  - {id: okafor, name: Chidi Okafor, profession: physiotherapist}
  - {id: singh, name: Meera Singh, profession: GP}
"""


def test_a_referral_is_asked_for(practice: gitpractice.Practice, opens: Opens) -> None:
    """To whom by a part of the name, then what is asked, how soon and why; the rest may be skipped."""
    practice.write("network.yaml", NETWORK)
    practice.mplan("save")
    before = practice.records
    talk = opens("refer", JD)
    talk.type("xu", "mee", "assess", "soon", "New tingling below the knee", *[""] * 6, "")
    assert talk.end() == 0
    assert "Not one of: okafor, singh." in talk.seen
    (text,) = new(practice, before)
    said = yaml.safe_load(text)
    assert {key: said[key] for key in ("to", "ask", "urgency", "why")} == {
        "to": "singh", "ask": "assess", "urgency": "soon", "why": "New tingling below the knee",
    }  # fmt: skip


def test_a_referral_to_nobody_in_the_network_says_where_people_are_added(
    practice: gitpractice.Practice, opens: Opens
) -> None:
    talk = opens("refer", JD)
    talk.type("Dr Who")
    talk.wait()
    assert "network.yaml" in talk.seen


def test_a_discharge_is_asked_for(practice: gitpractice.Practice, opens: Opens) -> None:
    """Goals by name and outcome, homework that goes on by name: it is laid down as the plan has it."""
    practice.write(f"clients/{JD}/2026-03-01-plan.yaml", PLAN)
    practice.mplan("save")
    before = practice.records
    talk = opens("discharge", JD)
    talk.type("goals", "I can help myself now", "lift good", "lift met; sl part", "", "squat", "glute", "none", "")
    talk.type("")
    assert talk.end() == 0
    assert "Say what became of lift: met, nearly" in talk.seen
    assert "the lines are glute-bridge, walk" in talk.seen
    (text,) = new(practice, before)
    said = yaml.safe_load(text)
    assert said["goals"] == {"lift": "met", "sleep": "part"}
    assert said["homework"] == [{"do": "glute-bridge", "sets": 2, "reps": "8-10", "often": "3/week"}]
    assert said["reason"] == "goals-met"


def test_of_two_lines_of_one_exercise_the_one_that_is_named_goes_on(
    practice: gitpractice.Practice, opens: Opens
) -> None:  # fmt: skip
    """A line with an id of its own is another one."""
    second = "  - {id: bridge-late, do: glute-bridge, reps: 20, often: 3/week}\nagreed:"
    practice.write(f"clients/{JD}/2026-03-01-plan.yaml", PLAN.replace("agreed:", second))
    practice.mplan("save")
    before = practice.records
    talk = opens("discharge", JD)
    talk.type("goals", "", "", "", "glute-bridge", "none", "")
    talk.type("")
    assert talk.end() == 0
    (text,) = new(practice, before)
    (line,) = yaml.safe_load(text)["homework"]
    assert (line["do"], line["reps"]) == ("glute-bridge", "8-10")


def test_both_come_from_a_file_too(practice: gitpractice.Practice) -> None:
    """As every other record."""
    practice.write("network.yaml", NETWORK)
    practice.write("r.yaml", "to: okafor\nwhy: strength for lifting\n")
    practice.write("d.yaml", "reason: moved\n")
    for verb in ("refer", "discharge"):
        assert practice.mplan(verb, JD, "--from", str(practice.root / f"{verb[0]}.yaml")).code == 0
