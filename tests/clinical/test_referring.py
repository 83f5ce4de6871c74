"""Referrals that a plan names: made or not, in an audit as in a check."""

from __future__ import annotations

from datetime import date

import pytest

from massageplan.clinical.course import courses
from massageplan.clinical.referring import outcome
from massageplan.records.care import Plan

from .audited import lines, states
from .conftest import folder

NETWORK = "people: [{id: wilk, profession: physiotherapist}, {id: rao, profession: family doctor}, {id: kim}]"
LETTER = "ask: assess\nwhy: Her knee."
GP = "referrals: [{profession: GP, why: x}]"


def became(records: dict[str, str], network: str = NETWORK) -> list[str]:
    """What Ontario's audit says of the referrals."""
    return states("ontario", "referrals", records, network=network)


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ({"2026-03-03-referral": f"to: rao\n{LETTER}"}, ["met"]),
        ({"2026-03-03-referral": f"to: wilk\n{LETTER}"}, ["missing", "met"]),
        ({"2026-03-03-referral": f"to: kim\n{LETTER}"}, ["missing", "met"]),
        ({"2026-02-20-assessment": "reason: knee", "2026-02-20-referral": f"to: rao\n{LETTER}"}, ["met"]),
        ({"2025-03-03-referral": f"to: rao\n{LETTER}"}, ["missing", "met"]),
        ({"2026-03-03-followup": "of: 2026-03-02-plan\nwhat: answered\nfrom: rao"}, ["met"]),
        ({"2026-03-03-followup": "of: 2026-03-02-plan\nwhat: answered\nfrom: wilk"}, ["missing"]),
    ],
)
def test_a_profession_is_asked_by_a_letter_to_one_of_them(letter: dict[str, str], expected: list[str]) -> None:
    """A family doctor is a GP, a physiotherapist is none, and a letter of the year before asks nobody."""
    assert became({"2026-03-02-plan": GP} | letter) == expected


def test_a_referral_that_was_planned_and_not_made_is_missing() -> None:
    """A letter to somebody else does not help; where nobody is in the network, the id does."""
    plan = {"2026-03-02-plan": "referrals: [{to: okafor, why: Her knee.}]"}
    assert became(plan) == ["missing"]
    assert became(plan | {"2026-03-03-referral": f"to: singh\n{LETTER}"}, "") == ["missing", "met"]
    assert became(plan | {"2026-03-03-referral": f"to: okafor\n{LETTER}"}, "") == ["met"]


def test_a_referral_that_the_client_declined_is_not_missing() -> None:
    """Said in the plan or in a follow-up; another refusal does not help."""
    plan = "referrals: [{to: okafor, why: Her knee.}]\n"
    for declined, state in (("okafor", "not applicable"), ("swimming", "missing")):
        said = f"declined: {declined}\n"
        assert became({"2026-03-02-plan": f"{plan}agreed:\n  {said}"}) == [state]
        follow = {"2026-03-03-followup": f"of: 2026-03-02-plan\nwhat: agreed\n{said}"}
        assert became({"2026-03-02-plan": plan} | follow) == [state]


def test_one_referral_may_be_made_and_another_not() -> None:
    """Each is told at its own line."""
    plan = (
        "referrals:\n  - {profession: GP, why: x}\n  - {profession: physio, why: x}\n  - {profession: dentist, why: x}"
    )
    said = lines(
        "ontario",
        "referrals",
        {"2026-03-02-plan": plan, "2026-03-03-referral": f"to: wilk\n{LETTER}"},
        network=NETWORK,
    )
    assert [(line.state, line.where[0].line) for line in said] == [("missing", 3), ("missing", 5), ("met", 1)]


@pytest.mark.parametrize(("today", "state"), [(date(2026, 3, 16), "not due"), (date(2026, 3, 17), "not made")])
def test_a_referral_has_fourteen_days(today: date, state: str) -> None:
    """Until then nothing is missing."""
    (course,) = courses(folder({"2026-03-02-plan": GP}))
    plan = course.plans[0]
    assert isinstance(plan.record, Plan)
    assert isinstance(plan.record.referrals, tuple)
    assert outcome(course, plan, plan.record.referrals[0], None, today).state == state
    said = lines("ontario", "referrals", {"2026-03-02-plan": GP}, today=today)
    assert [line.state for line in said] == ["not applicable" if state == "not due" else "missing"]


def test_what_a_discharge_names_is_looked_at_too() -> None:
    """By the same rules."""
    end = {"2026-03-02-discharge": f"reason: goals-met\n{GP}"}
    assert became(end) == ["missing"]
    assert became(end | {"2026-03-03-referral": f"to: rao\n{LETTER}"}) == ["met"]
