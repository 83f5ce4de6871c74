"""Where a warning sign keeps the hands away: the area itself, and the neck."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .test_screening import ASSESSMENT, DAY, LATER, TREATED, assessed, visit

if TYPE_CHECKING:
    from .test_screening import Named

RUPTURE = {ASSESSMENT: DAY + "symptoms: [{where: left calf, now: 6}]\nscreening: {tendon-muscle-rupture: yes}\n"}


@pytest.mark.parametrize("place", ["left achilles", "right calf"])
def test_the_area_itself_is_where_the_client_hurts(place: str, named: Named) -> None:
    """A torn calf rules out the lower leg, which only the symptoms tell."""
    (hit,) = named(TREATED, RUPTURE | {LATER: visit(f"did: [massage neck, massage {place}]")})
    assert hit.message == (
        "tendon-muscle-rupture is yes and not cleared, which calls for a referral before treatment and rules out "
        "work on the area itself."
    )
    assert (hit.span.line, hit.span.column) == (2, 21)


@pytest.mark.parametrize(
    ("symptoms", "told"),
    [
        ("", 1),
        ("symptoms: not asked\n", 1),
        ("symptoms: [{where: left elbow, now: 3}]\n", 0),
        ("symptoms: none\n", 0),
        ("symptoms: [{where: left elbow, now: 3}, {where: left shin, now: 3}]\n", 1),
    ],
)
def test_where_it_hurts_is_told_by_the_newest_assessment_that_says_so(symptoms: str, told: int, named: Named) -> None:
    files = RUPTURE | {
        "2026-09-10-assessment.yaml": f"date: 2026-09-10\n{symptoms}said: fine\n",
        LATER: visit("did: [massage left calf]"),
        "2026-09-20-assessment.yaml": "date: 2026-09-20\nsymptoms: [{where: left calf, now: 1}]\n",
    }
    assert len(named(TREATED, files)) == told


def test_an_area_that_no_assessment_tells_rules_out_nothing(named: Named) -> None:
    files = {ASSESSMENT: assessed("recent-surgery: yes"), LATER: visit("did: [massage left calf]")}
    assert named(TREATED, files) == []


@pytest.mark.parametrize(
    ("did", "told"),
    [("thrust-manipulation", 1), ("traction-gentle 5 min", 1), ("massage skull-base", 1), ("massage left calf", 0)],
)
def test_a_neck_that_is_ruled_out_may_not_be_pulled_either(did: str, told: int, named: Named) -> None:
    """Also where the record names no place, and at the base of the skull."""
    assert len(named(TREATED, {ASSESSMENT: assessed("neck-trauma: yes"), LATER: visit(f"did: [{did}]")})) == told
