"""What a screening answer rules out, held against what was done."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.clinical import blocks
from massageplan.clinical.blocks import first_ruled_out, treatments
from massageplan.clinical.places import regions_of
from massageplan.clinical.screening import Act

from .test_screening import BUILT_IN, act_of, records


def done(did: str, plan: str = "") -> Any:
    """The treatments of one visit, after a plan if one is given."""
    texts = {"2026-09-07-session": did} | ({"2026-09-01-plan": plan} if plan else {})
    entries = records(texts)
    return treatments(entries, entries[-1], BUILT_IN)


def test_treatments_are_read_from_lines_and_maps() -> None:
    found = done(
        "did: [petrissage right low-back piriformis 15 min, {use: massage, where: [both calf, soul], pressure: firm}]"
    )
    assert [(t.technique, t.places, t.pressure, t.path) for t in found] == [
        ("petrissage", ("low-back", "piriformis"), None, ("did", 0)),
        ("massage", ("calf",), "firm", ("did", 1)),
    ]


PLAN = "goals: unknown\ntechniques: [petrissage neck 5 min]\nroutines: {b: [massage left calf]}"


@pytest.mark.parametrize(
    ("did", "plan", "expected"),
    [
        ("did: none", "", None),
        ("said: fine", "", None),
        ("did: unknown", "", [("", ())]),
        ("did: as planned", "", [("", ())]),
        ("did: as planned", "goals: unknown", [("", ())]),
        ("did: as planned", PLAN, [("petrissage", ("neck",))]),
        ("did: routine b", PLAN, [("massage", ("calf",))]),
        ("did: routine c", PLAN, [("", ())]),
    ],
)
def test_what_was_done_as_planned_is_looked_up_in_the_plan(did: str, plan: str, expected: Any) -> None:
    """Where nothing is written down it is one treatment of which no more is known; where nothing was done, none."""
    found = done(did, plan)
    assert (found and [(t.technique, t.places) for t in found]) == expected


def test_a_later_plan_does_not_say_what_was_done_before_it() -> None:
    entries = records(
        {"2026-09-01-plan": PLAN, "2026-09-07-session": "did: as planned", "2026-09-08-plan": "goals: unknown"}
    )
    found = treatments(entries, entries[1], BUILT_IN) or []
    assert [one.places for one in found] == [("neck",)]


@pytest.mark.parametrize(
    ("block", "use", "ruled_out"),
    [
        ("all", "massage", True),
        ("neck-work", "petrissage left upper-trapezius 5 min", True),
        ("neck-work", "petrissage c5-c7", True),
        ("neck-work", "petrissage left calf 5 min", False),
        ("neck-work", "relaxation-massage 60 min", False),
        ("neck-work", "massage skull-base", True),
        ("neck-work", "massage occiput", True),
        ("neck-work", "massage forehead", False),
        ("neck-work", "thrust-manipulation", True),
        ("neck-work", "traction-gentle 5 min", True),
        ("neck-work", "traction-gentle left hip", False),
        ("neck-work", "thrust-manipulation l4-l5", False),
        ("abdominal-work", "thrust-manipulation", False),
        ("spine-work", "massage skull-base", False),
        ("jaw-work", "intraoral 5 min", True),
        ("jaw-work", "massage both masseter", True),
        ("abdominal-work", "massage abdomen", True),
        ("leg-work", "massage left calf", True),
        ("leg-work", "massage both hamstrings", True),
        ("leg-work", "massage foot", True),
        ("leg-work", "massage both gluteal", False),
        ("spine-work", "pa-mobilisation l4-l5", True),
        ("spine-work", "massage both erector-spinae", True),
        ("spine-work", "massage left hip", False),
        ("anterior-neck", "massage right scalenes", True),
        ("anterior-neck", "massage suboccipitals", False),
        ("friction", "friction-cross-fibre left elbow", True),
        ("friction", "friction-circular left elbow", False),
        ("trigger-point", "trigger-point-compression left elbow", True),
        ("instrument", "cupping back", True),
        ("lymphatic-drainage", "lymphatic-drainage left leg", True),
        ("hot-therapy", "contrast-hydro left calf", True),
        ("cold-therapy", "cold-therapy left calf", True),
        ("vigorous", "sports-massage both calf", True),
        ("joint-mobilisation", "joint-mobilisation-gentle neck", True),
        ("joint-mobilisation", "passive-rom neck", False),
        ("stretching", "static-stretch right calf", True),
        ("deep-pressure", "trigger-point-compression neck", True),
        ("deep-pressure", "petrissage neck", False),
        ("deep-pressure", "{use: petrissage, where: neck, pressure: light to firm}", True),
        ("deep-pressure", "{use: trigger-point-compression, where: neck, pressure: light}", False),
        ("deep-pressure", "{use: petrissage, where: neck, pressure: not deep}", False),
        ("deep-leg-work", "{use: petrissage, where: left calf, pressure: Deep}", True),
        ("deep-leg-work", "{use: petrissage, where: neck, pressure: deep}", False),
        ("prone-position", "massage back", False),
        ("oil", "massage back", False),
    ],
)
def test_a_block_rules_out_what_it_names_and_nothing_else(block: str, use: str, ruled_out: bool) -> None:
    act = Act("x", "X", "red-flag", "emergency", "X?", "x", None, (block,), "general", True)
    hit = first_ruled_out(act, done(f"did: [{use}]"), BUILT_IN)
    assert (hit is not None) == ruled_out
    assert hit is None or (hit[0], hit[1].path) == (block, ("did", 0))


@pytest.mark.parametrize(
    ("area", "place", "ruled_out"),
    [
        ("shoulder", "left shoulder", True),
        ("shoulder", "left calf", False),
        ("ankle", "right foot", True),
        ("limb", "left calf", False),
        ("leg", "left calf", False),
        ("general", "left calf", False),
    ],
)
def test_that_area_only_is_decided_where_the_question_is_about_one_region(
    area: str, place: str, ruled_out: bool
) -> None:
    """A sore spot somewhere on a leg, or on the skin, is not in the record: nothing is called ruled out."""
    act = Act("x", "X", "red-flag", "emergency", "X?", "x", None, ("local",), area, True)
    assert (first_ruled_out(act, done(f"did: [massage {place}]"), BUILT_IN) is not None) == ruled_out


@pytest.mark.parametrize(
    ("id", "place", "ruled_out"),
    [
        ("tendon-muscle-rupture", "left achilles", True),
        ("stress-fracture", "left calf", True),
        ("complex-regional-pain", "left shin", True),
        ("recent-surgery", "right calf", True),
        ("recent-surgery", "neck", False),
        ("stress-fracture", "", False),
        ("shoulder-dislocation-or-tear", "left calf", False),
        ("shoulder-dislocation-or-tear", "left shoulder", True),
    ],
)
def test_that_area_is_where_it_hurts_if_the_question_does_not_say(id: str, place: str, ruled_out: bool) -> None:
    """A question about a limb or the whole body means the region of the symptoms, one about a joint that joint."""
    hit = first_ruled_out(act_of(id), done(f"did: [massage {place}]"), BUILT_IN, {"lower-leg"})
    assert (hit and hit[0]) == ("local" if ruled_out else None)


def test_the_first_treatment_that_falls_under_a_block_is_told() -> None:
    hit = first_ruled_out(
        act_of("cervical-artery"), done("did: [massage left calf, massage neck, massage jaw]"), BUILT_IN
    )
    assert hit is not None
    assert (hit[0], hit[1].path) == ("neck-work", ("did", 1))


def test_the_tables_name_what_the_library_has() -> None:
    """Every block is one of the library, every technique and place too, and deep is what the library calls deep."""
    tables = (blocks.REGIONS, blocks.PLACES, blocks.TECHNIQUES, blocks.DEEP)
    assert {id for table in tables for id in table} | {blocks.ALL, blocks.LOCAL} <= BUILT_IN.ids("block")
    used = frozenset[str]().union(*blocks.TECHNIQUES.values(), blocks.DEEP_TECHNIQUES)
    assert used <= BUILT_IN.ids("technique")
    for place in frozenset[str]().union(*blocks.PLACES.values()):
        assert regions_of(BUILT_IN, place), place
    items = [BUILT_IN.item("technique", id) for id in BUILT_IN.ids("technique")]
    assert {i.id for i in items if i and "deep" in (i.data["en"].get("pressure") or "")} == blocks.DEEP_TECHNIQUES


def test_a_grave_question_rules_out_something_that_can_be_seen() -> None:
    """The few that name nothing are known by name; `local` is seen where the question or the symptoms say where."""
    unseen = set()
    for id in BUILT_IN.ids("screening"):
        act = act_of(id)
        known = {*blocks.REGIONS, *blocks.PLACES, *blocks.TECHNIQUES, *blocks.DEEP, blocks.ALL, blocks.LOCAL}
        if act.is_grave and known.isdisjoint(act.blocks):
            unseen.add(id)
    assert unseen == {"inflammatory-back-pain", "avascular-necrosis", "abuse-safeguarding"}
