"""Lines of a plan in words."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.ask.plan_words import Names
from massageplan.clinical.drafting.base import Line, Reason
from massageplan.library.catalogue import Library
from massageplan.schema.gate import Schemas
from massageplan.store import resources

BECAUSE = (Reason("found"),)


@pytest.fixture(scope="module")
def names() -> Names:
    """Names of the built-in library and of one person."""
    return Names(Library(Schemas(resources.schema), resources.BuiltIn()), {"okafor": "Dr Okafor"})


@pytest.mark.parametrize(
    ("key", "item", "said"),
    [
        (
            "goals",
            {"id": "lift", "words": "Lift", "measure": "psfs/lift-crate", "from": "3", "to": "8", "by": "visit 6"},
            ["Lift", "Patient-Specific Functional Scale, lift crate: from 3 to 8 by visit 6"],
        ),
        ("goals", {"id": "sleep-well"}, ["sleep well"]),
        ("visits", {"planned": "1", "often": "weekly"}, ["1 visit, weekly"]),
        (
            "visits",
            {"planned": "8", "length": "60 min", "reassess": ["visit 4", "visit 8"]},
            ["8 visits, 60 min", "look again at visit 4 and visit 8"],
        ),
        ("expect", {"by": "visit 4", "measure": "no-such", "to": "at most 3"}, ["No such: to at most 3 by visit 4"]),
        (
            "techniques",
            {"use": "petrissage", "where": ["both quadratus-lumborum", "left t4"], "pressure": "light"},
            ["Petrissage, both quadratus lumborum, left t4, light pressure"],
        ),
        ("techniques", "petrissage right gluteus-medius 10 min", ["Petrissage right gluteus medius 10 min"]),
        (
            "homework",
            {"do": "glute-bridge", "sets": "2", "reps": "8", "often": "3/week", "at": "evening", "weeks": "1-4"},
            ["Bridge", "8 times, 2 rounds, 3 days a week", "weeks 1-4, evening"],
        ),
        ("homework", {"do": "own-thing", "words": "Swim"}, ["Swim", "7 days a week"]),
        ("why", "One.\nTwo.", ["One.", "Two."]),
        ("advice", {"say": "Get up."}, ["Get up."]),
        ("referrals", {"to": "okafor", "profession": "gp", "why": "check"}, ["to Dr Okafor (gp)", "check"]),
        ("referrals", {"profession": "mental-health", "why": "worry"}, ["to mental health", "worry"]),
        ("withheld", {"what": "glute-bridge", "where": "neck", "why": "sore"}, ["Bridge, neck", "sore"]),
    ],
)  # fmt: skip
def test_a_line_is_said_in_words(names: Names, key: str, item: Any, said: list[str]) -> None:
    """Library names for ids, the dose in words; what no library has is said as it is written."""
    told = names.said(Line(key, item, BECAUSE))
    assert [line.replace("  ", " ") for line in told] == said


@pytest.mark.parametrize(
    ("planned", "said"),
    [("8", "8 more visits (visits 6 to 13)"), ("1", "1 more visit"), ("at most 6", "at most 6 more visits")],
)
def test_visits_of_a_plan_in_mid_course_come_on_top(names: Names, planned: str, said: str) -> None:
    """With their numbers, by which the moments of the plan are told."""
    later = Names(names.library, names.people, 5)
    assert later.said(Line("visits", {"planned": planned}, BECAUSE)) == [said]
