"""No page goes to a client for whom an emergency or a reason to refer first is open."""

from __future__ import annotations

import gitpractice
import pytest
from gitpractice import JD

PLAN = """\
date: 2026-03-03
goals: [{id: lift, words: Lift my daughter, measure: psfs/lift, from: 4, to: 8}]
visits: {planned: 6, often: weekly}
homework: [{do: walking-plan, length: 15 min, often: daily}]
"""
SIGN = "date: {day}\nscreening:\n  cauda-equina: {said}\n"
COMMANDS = ("agreement", "handout")


@pytest.fixture
def house(practice: gitpractice.Practice) -> gitpractice.Practice:
    """A practice in which one client has a plan."""
    practice.write(f"clients/{JD}/2026-03-03-plan.yaml", PLAN)
    return practice


def sign(house: gitpractice.Practice, said: str, day: str = "2026-03-08") -> None:
    """An answer to the question about the nerves of the low back."""
    house.write(f"clients/{JD}/{day}-history.yaml", SIGN.format(day=day, said=said))


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("said", ["yes", "unsure", "{answer: yes, did: gave a leaflet}"])
def test_an_open_sign_stops_it(command: str, said: str, house: gitpractice.Practice) -> None:
    """With the sign, what to do and how soon, and nothing is made; --anyway makes it and still says so."""
    sign(house, said)
    refused = gitpractice.in_process([command, "jane"], house)
    assert (refused.code, refused.out) == (1, "")
    for each in ("Open warning sign of 2026-03-08", "(cauda-equina)", "How soon: ", "--anyway"):
        assert each in refused.err
    assert not (house.root / "out").exists()
    made = gitpractice.in_process([command, "jane", "--to", "md", "--out", "-", "--anyway"], house)
    assert made.code == 0
    assert "Lift my daughter" in made.out
    assert "Open warning sign of 2026-03-08" in made.err


@pytest.mark.parametrize("command", COMMANDS)
def test_a_sign_that_is_settled_stops_nothing(command: str, house: gitpractice.Practice) -> None:
    """Cleared, or answered no; and one of a later day is not known yet."""
    sign(house, "{answer: yes, cleared: Dr Singh 2026-03-08}")
    assert gitpractice.in_process([command, "jane", "--out", "-"], house).code == 0
    sign(house, "no")
    assert gitpractice.in_process([command, "jane", "--out", "-"], house).code == 0
    sign(house, "yes", "2026-03-20")
    assert gitpractice.in_process([command, "jane", "--out", "-"], house).code == 0
