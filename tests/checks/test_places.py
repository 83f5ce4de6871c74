"""Names of places and muscles that nothing knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Named = Callable[[str, Mapping[str, str]], list[Finding]]

ASSESSMENT, PLAN, SESSION = "2026-09-07-assessment.yaml", "2026-09-07-plan.yaml", "2026-09-07-session.yaml"
DAY = "date: 2026-09-07\n"


def test_a_place_that_is_misspelt_says_what_is_near(named: Named) -> None:
    (hit,) = named("unknown-place", {SESSION: DAY + "did: [massage left shoulderr 5 min]"})
    assert (hit.message, hit.help) == ("There is no place shoulderr.", "did you mean shoulder?")
    assert (hit.span.line, hit.span.column) == (2, 7)
    (far,) = named("unknown-place", {SESSION: DAY + "did: [{use: massage, where: [neck, zzz]}]"})
    assert far.help is not None
    assert far.help.startswith("use a body part or muscle")
    assert far.span.column == 36


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        (ASSESSMENT, "symptoms: [{where: neck, now: 1, spreads-to: zzz}]", 2),
        (ASSESSMENT, "history: {injuries: [{what: fall, where: left zzz}, a knock]}", 2),
        (SESSION, "consented: right zzz", 2),
        (SESSION, "adverse: [{what: bruise, where: zzz (outer)}]", 2),
        (SESSION, "did: none\nhomework: [{do: heat-pack, where: zzz, length: 15 min, often: daily}]", 3),
        (PLAN, "goals: unknown\ntechniques: [massage neck, massage zzz]", 3),
        (PLAN, "goals: unknown\nroutines:\n  b: [massage zzz]\n  c: [massage]", 4),
        (PLAN, "goals: unknown\nroutines:\n  b: [{use: massage, where: zzz}]", 4),
        (PLAN, "goals: unknown\nwithheld: [sit-ups, {what: heat, where: zzz}]", 3),
        ("2026-09-07-consent.yaml", "gives: [treatment, {for: sensitive-area, areas: [neck, zzz]}]", 2),
        ("2026-09-07-event.yaml", "what: injury\nwords: x\nwhere: zzz", 4),
        ("2026-09-07-followup.yaml", "of: 2026-09-07-plan\nwhat: answered\nlimits: [{what: heat, where: zzz}]", 4),
    ],
)
def test_a_place_is_looked_at_wherever_one_stands(file: str, text: str, line: int, named: Named) -> None:
    (hit,) = named("unknown-place", {file: DAY + text})
    assert hit.message == "There is no place zzz."
    assert hit.span.line == line


@pytest.mark.parametrize(
    "place", ["right low-back (deep)", "lower-back", "l4-l5", "ql", "both gluteus-medius", "my-spot", "t-band"]
)
def test_other_names_levels_and_phrases_are_places_too(place: str, named: Named) -> None:
    practice = "format: 0\nname: R\ntherapists: [{id: rivera}]\nphrases: {my-spot: t band}\n"
    files = {"practice.yaml": practice, SESSION: DAY + f"did: [{{use: massage, where: {place}}}]"}
    assert named("unknown-place", files) == []


@pytest.mark.parametrize(
    "address",
    [
        "palpation/soleus/tone",
        "palpation/l4-l5/tender",
        "palpation/scar/tender",
        "strength/hip-abduction",
        "strength/wrist-extensors",
        "strength/knee-extensors",
        "strength/hip-external-rotators",
        "strength/supinators",
        "strength/overall",
        "strength/grip",
        "rom/cervical-rotation",
    ],
)
def test_what_is_felt_and_tested_has_many_names(address: str, named: Named) -> None:
    expected = 1 if address == "strength/grip" else 0
    assert len(named("unknown-muscle", {ASSESSMENT: f"{DAY}measures: {{{address}: 4}}"})) == expected


def test_a_muscle_that_is_misspelt_is_told_once_a_record(named: Named) -> None:
    text = "measures:\n  palpation/soleuss: {left: {tone: high, tender: 4}}\n  strength: {hip-abducton: {both: 4/5}}\n"
    muscle, movement = named("unknown-muscle", {ASSESSMENT: DAY + text})
    assert (muscle.message, muscle.help) == ("There is no muscle, place or movement soleuss.", "did you mean soleus?")
    assert (muscle.span.line, muscle.span.column) == (3, 3)
    assert (movement.help, movement.span.line, movement.span.column) == ("did you mean hip-abduction?", 4, 14)


def test_strength_of_nothing_asks_of_what(named: Named) -> None:
    (hit,) = named("unknown-muscle", {ASSESSMENT: DAY + "measures: {strength: 4/5}"})
    assert hit.message == "strength needs the muscle, place or movement that it was found in."
    (joint,) = named("unknown-muscle", {ASSESSMENT: DAY + "measures: {strength/zork-flexors: 4/5}"})
    assert joint.help is not None
