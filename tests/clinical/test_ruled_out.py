"""What open answers rule out among techniques and homework that somebody means to use."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical.blocks import treatment
from massageplan.clinical.course import planned_uses
from massageplan.clinical.ruled_out import homework_ruled_out, open_acts, techniques_ruled_out
from massageplan.clinical.scope import ELSEWHERE, PROFESSIONS, may_give, scope_of
from massageplan.clinical.screening import standing
from massageplan.library.catalogue import Library
from massageplan.store import resources

from .conftest import SCHEMAS
from .shelf import OwnEntries
from .test_screening import BUILT_IN, records


def said(answers: str) -> Any:
    """What stands after one assessment with answers."""
    return standing(records({"2026-09-07-assessment": f"screening: {{{answers}}}"}))


def why(answers: str, use: str, sore: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The question and the reason by which a technique is ruled out."""
    found = techniques_ruled_out(BUILT_IN, said(answers), [treatment(use, ("did", 0), BUILT_IN)], sore)
    return [(act.id, reason) for _, _, act, reason in found]


@pytest.mark.parametrize(
    ("answers", "use", "expected"),
    [
        ("dvt: yes", "effleurage neck", [("dvt", "all")]),
        ("dvt: unsure", "effleurage neck", [("dvt", "all")]),
        ("dvt: no", "petrissage left calf", []),
        ("dvt: {answer: yes, cleared: Dr Singh}", "petrissage left calf", []),
        ("anticoagulants: yes", "petrissage left calf", [("anticoagulants", "contraindication")]),
        ("anticoagulants: unsure", "petrissage left calf", [("anticoagulants", "contraindication")]),
        ("anticoagulants: yes", "petrissage left calf 10 min (light)", []),
        ("anticoagulants: yes", "petrissage left calf 10 min (light to deep)", [("anticoagulants", "deep-pressure")]),
        ("anticoagulants: yes", "trigger-point-compression calf (light)", [("anticoagulants", "trigger-point")]),
        ("anticoagulants: yes", "effleurage left calf", []),
        ("pregnancy: yes", "cupping neck", [("pregnancy", "contraindication")]),
        ("varicose-veins: yes", "petrissage left calf", [("varicose-veins", "contraindication")]),
        ("varicose-veins: yes", "petrissage neck", []),
        ("skin-infection: yes", "petrissage neck", []),
        ("implants: yes", "vibration neck", [("implants", "contraindication")]),
        ("implants: yes", "petrissage neck", []),
        ("no-such-question: yes", "petrissage neck", []),
        ("yf-low-mood: yes", "petrissage neck", []),
        ("hernia: yes, fever: yes", "massage abdomen", [("fever", "all"), ("hernia", "abdominal-work")]),
    ],
)
def test_techniques_are_ruled_out_by_blocks_and_by_what_they_list(
    answers: str, use: str, expected: list[tuple[str, str]]
) -> None:
    """Everywhere where the answer is about the whole body, at the spot where it is about one, the gravest first."""
    assert why(answers, use) == expected


@pytest.mark.parametrize(
    ("sore", "place", "expected"),
    [
        (("lower-leg",), "calf", [("stress-fracture", "local")]),
        (("neck",), "neck", []),
        (("neck",), "calf", [("stress-fracture", "local")]),
        (("lower-leg", "neck"), "thigh", []),
    ],
)
def test_a_question_about_the_leg_is_about_the_sore_part_of_it(
    sore: tuple[str, ...], place: str, expected: list[tuple[str, str]]
) -> None:
    """Or about all of it, where the leg does not hurt; never about a neck."""
    assert why("stress-fracture: yes", f"massage {place}", sore) == expected


def test_an_injury_rules_out_where_it_hurts() -> None:
    """And its heat anywhere."""
    assert why("acute-injury: yes", "petrissage calf", ("lower-leg",)) == [("acute-injury", "local")]
    assert why("acute-injury: yes", "petrissage neck", ("lower-leg",)) == []
    assert why("acute-injury: yes", "hot-therapy neck", ("lower-leg",)) == [("acute-injury", "hot-therapy")]


ANSWERS = st.dictionaries(
    st.sampled_from(sorted(BUILT_IN.ids("screening"))),
    st.sampled_from(("yes", "no", "unsure", "not asked", "{answer: yes, cleared: Dr Singh}")),
    max_size=6,
).map(lambda each: ", ".join(f"{id}: {answer}" for id, answer in each.items()))


@given(ANSWERS, st.sampled_from(sorted(BUILT_IN.ids("exercise"))))
def test_homework_is_ruled_out_by_what_it_lists_and_by_what_it_is(answers: str, exercise: str) -> None:
    """Every open answer that its entry lists counts; besides, only blocks about heat, cold, pressure and position."""
    now = said(answers) if answers else {}
    item = BUILT_IN.item("exercise", exercise)
    assert item is not None
    listed = set(item.data.get("contraindications") or ())
    hit = homework_ruled_out(BUILT_IN, now, exercise)
    assert hit is not None or not any(answer.is_open and answer.id in listed for answer in now.values())
    if hit is not None and hit[1].id not in listed:
        told = item.data["en"]
        done = " ".join((item.data["start"], *told["prepare"], *told["do"])).lower()
        packs, balls = exercise in ("heat-pack", "cold-pack"), item.data["group"] == "self-massage"
        assert packs or balls or any(word in done for word in ("back", "stomach", "belly", "face down", "front"))
    assert hit is None or now[hit[1].id].is_open


@given(ANSWERS, st.sampled_from(sorted(BUILT_IN.ids("technique"))), st.sampled_from(("neck", "calf", "low-back")))
def test_clearing_every_answer_rules_nothing_out(answers: str, technique: str, place: str) -> None:
    """And an open emergency rules out whatever is planned."""
    now = said(answers) if answers else {}
    planned = [treatment(f"{technique} {place}", (), BUILT_IN)]
    found = techniques_ruled_out(BUILT_IN, now, planned, (place,))
    known = open_acts(BUILT_IN, now)
    assert bool(found) <= bool(known)
    assert not any(act.action == "emergency" for _, act in known) or found[0][3] == "all"


def test_the_exercises_of_others_are_those_of_the_library() -> None:
    """So that their entries need not be read at each check."""
    listed = {id: item.data["scope"] for id in BUILT_IN.ids("exercise") if (item := BUILT_IN.item("exercise", id))}
    assert {id: scope for id, scope in listed.items() if scope in PROFESSIONS} == ELSEWHERE
    assert {scope for scope in listed.values() if str(scope).startswith("refer")} <= PROFESSIONS.keys()


def test_the_scope_of_an_own_exercise_is_read() -> None:
    """Also where it stands in the place of one of the library."""
    text = (resources.BuiltIn().read("exercises", "nordic-lower") or ("", b""))[1].decode()
    own = OwnEntries({"exercises/nordic-lower": text.replace("refer-trainer", "remedial-exercise")})
    assert scope_of(Library(SCHEMAS, resources.BuiltIn(), own), "nordic-lower") is None
    assert scope_of(BUILT_IN, "nordic-lower") == "refer-trainer"
    assert scope_of(BUILT_IN, "no-such-exercise") is None


@pytest.mark.parametrize(
    ("scope", "profession", "expected"),
    [
        ("refer-physio", "Physiotherapist", True),
        ("refer-physio", "running coach", False),
        ("refer-trainer", "running coach", True),
        ("refer-unless-licensed", "gp", True),
        ("refer-unless-licensed", "gpx", False),
        ("refer-physio", None, False),
    ],
)
def test_who_may_give_it_is_told_by_the_name_of_the_profession(scope: str, profession: str, expected: bool) -> None:
    """As it is written in network.yaml."""
    assert may_give(scope, profession) == expected


def test_what_is_planned_is_told_with_the_record_it_stands_in() -> None:
    """A change replaces the techniques and leaves the routines; a new plan replaces all."""
    story = {
        "2026-09-01-plan": "goals: unknown\ntechniques: [massage neck]\nroutines: {b: [massage calf]}",
        "2026-09-08-plan": "changed-because: sore\ntechniques: [effleurage neck, massage jaw]",
        "2026-09-15-plan": "goals: unknown\ntechniques: unknown",
    }
    entries = records(story)
    assert [(use, entry.stem, path) for use, entry, path in planned_uses(entries[:2])] == [
        ("effleurage neck", "2026-09-08-plan", ("techniques", 0)),
        ("massage jaw", "2026-09-08-plan", ("techniques", 1)),
        ("massage calf", "2026-09-01-plan", ("routines", "b", 0)),
    ]
    assert planned_uses(entries) == []
