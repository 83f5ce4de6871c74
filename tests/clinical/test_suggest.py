"""What is asked, tested and looked at in a region: the sets of the real library, and what a finding leads to."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical.reference import Person
from massageplan.clinical.suggest import (
    MOST_MOVEMENTS,
    MOST_MUSCLES,
    Suggested,
    distinct,
    limited,
    limiters,
    presentations_of,
    suggested,
)
from massageplan.library.catalogue import Library
from massageplan.store import resources

from .conftest import SCHEMAS

LIBRARY = Library(SCHEMAS, resources.BuiltIn())
ANA = Person("female", 35)

SETS = {
    "low-back": (
        ("cauda-equina", "aortic-aneurysm", "progressive-neuro"),
        ("lumbar-flexion", "lumbar-extension", "lumbar-lateral-flexion"),
        ("erector-spinae-lumbar", "quadratus-lumborum", "multifidus-lumbar"),
        ("psfs", "rmdq", "odi", "start-back"),
        ("lbp-acute", "lbp-chronic", "leg-pain-sciatica"),
    ),
    "neck": (
        ("cervical-artery", "thunderclap-headache", "headache-neuro"),
        ("cervical-rotation", "cervical-flexion", "cervical-extension"),
        ("upper-trapezius", "levator-scapulae", "suboccipitals"),
        ("psfs", "ndi", "pss4"),
        ("neck-pain", "text-neck"),
    ),
    "shoulder": (
        ("cardiac-chest-pain", "septic-joint", "shoulder-dislocation-or-tear"),
        ("shoulder-flexion", "shoulder-abduction", "shoulder-external-rotation-side"),
        ("supraspinatus", "infraspinatus", "subscapularis"),
        ("psfs", "spadi", "quickdash"),
        ("frozen-shoulder", "shoulder-pain"),
    ),
}
"""Of each region the first three warning signs, movements and muscles, and all instruments and presentations."""


@pytest.mark.parametrize("region", SETS)
def test_a_region_has_its_set(region: str) -> None:
    """Warning signs the gravest first, and in a first visit's time no more than eight movements and muscles."""
    found = suggested(LIBRARY, region)
    first = (found.screening[:3], found.movements[:3], found.muscles[:3], found.instruments, found.presentations)
    assert first == SETS[region]
    assert len(found.screening) <= 10
    assert len(found.movements) <= MOST_MOVEMENTS == 8
    assert len(found.muscles) <= MOST_MUSCLES == 8


def test_what_the_presentation_names_comes_first() -> None:
    """Then what is left of the region; a movement that both measure another way stands once."""
    plain, like = suggested(LIBRARY, "low-back"), suggested(LIBRARY, "low-back", "lbp-chronic")
    assert like.movements == (
        "lumbar-flexion", "lumbar-extension", "thoracolumbar-lateral-flexion", "hip-extension", "hip-internal-rotation",
        "straight-leg-raise", "fingertip-to-floor", "hip-flexion",
    )  # fmt: skip
    assert set(plain.movements) - set(like.movements) == {"lumbar-lateral-flexion"}
    assert like.muscles[:4] == ("erector-spinae-lumbar", "quadratus-lumborum", "multifidus-lumbar", "gluteus-maximus")
    assert like.instruments[:4] == plain.instruments
    assert "peg" in like.instruments


def test_warning_signs_of_a_presentation_are_asked_behind_those_of_the_region() -> None:
    """Leg pain may be a clot, which the low back alone does not ask for."""
    plain, like = suggested(LIBRARY, "low-back"), suggested(LIBRARY, "low-back", "leg-pain-sciatica")
    assert like.screening == (*plain.screening, "dvt", "avascular-necrosis")


def test_no_warning_sign_is_asked_twice() -> None:
    """In no region with any of its presentations."""
    for region in LIBRARY.ids("region"):
        for like in (None, *presentations_of(LIBRARY, region)):
            asked = suggested(LIBRARY, region, like).screening
            assert len(asked) == len(set(asked)) > 0


@pytest.mark.parametrize("region", [None, "zork"])
def test_an_unknown_region_suggests_nothing(region: str | None) -> None:
    """Also a presentation that nobody knows."""
    assert suggested(LIBRARY, region, "zork" if region else None) == Suggested()


def test_a_presentation_stands_in_its_region_alone() -> None:
    """Every one of the library is offered somewhere."""
    listed = [id for region in LIBRARY.ids("region") for id in presentations_of(LIBRARY, region)]
    assert sorted(listed) == sorted(LIBRARY.ids("presentation"))


def test_lumbar_and_thoracolumbar_are_one_movement() -> None:
    """The first that is named is kept, in its place."""
    assert distinct(["lumbar-flexion", "hip-flexion", "thoracolumbar-flexion"]) == ["lumbar-flexion", "hip-flexion"]
    assert distinct(["thoracolumbar-rotation", "lumbar-rotation"]) == ["thoracolumbar-rotation"]
    assert distinct([]) == []


CASES: list[tuple[dict[str, Any], list[str]]] = [
    ({"lumbar-flexion": "40"}, ["lumbar-flexion"]),
    ({"lumbar-flexion": "60"}, []),
    ({"lumbar-flexion": {"value": "60", "hurts": "4"}}, ["lumbar-flexion"]),
    ({"lumbar-flexion": {"value": "60", "hurts": "0"}}, []),
    ({"lumbar-flexion": {"hurts": "4"}}, ["lumbar-flexion"]),
    ({"lumbar-flexion": "60 (pulls)", "lumbar-extension": "about 5"}, ["lumbar-extension"]),
    ({"lumbar-lateral-flexion": {"left": "30", "right": "22"}}, ["lumbar-lateral-flexion"]),
    ({"cervical-rotation": {"left": "80", "right": "80"}}, []),
    ({"cervical-rotation": {"left": "80", "right": {"value": "80", "hurts": "3"}}}, ["cervical-rotation"]),
    ({"cervical-rotation": {"both": "60"}}, ["cervical-rotation"]),
    ({"fingertip-to-floor": "12 cm"}, ["fingertip-to-floor"]),
    ({"zork": {"value": "1", "hurts": "9"}}, []),
    ({"lumbar-flexion": "not done", "lumbar-extension": None, "hip-flexion": "limited"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("rom", "found"), CASES)
def test_what_is_limited_or_hurts_is_worth_a_look(rom: dict[str, Any], found: list[str]) -> None:
    """By the usual figure, by the other side, or by pain alone; what was not measured is not."""
    assert limited(LIBRARY, rom, ANA) == found


@pytest.mark.parametrize("rom", [None, "not done", [{"lumbar-flexion": "1"}], {}])
def test_without_figures_nothing_is_limited(rom: Any) -> None:
    """Nor where they stand in another shape than the questions write."""
    assert limited(LIBRARY, rom, ANA) == []


def test_a_limited_movement_leads_to_muscles() -> None:
    """Those that the library says to examine first, movement by movement."""
    assert limiters(LIBRARY, ["lumbar-flexion", "zork", "fingertip-to-floor"]) == {
        "lumbar-flexion": ["erector-spinae-lumbar", "multifidus-lumbar", "quadratus-lumborum", "thoracolumbar-fascia"],
        "fingertip-to-floor": ["hamstrings", "erector-spinae-lumbar", "gastrocnemius", "multifidus-lumbar"],
    }


LEAVES = st.one_of(st.none(), st.text(max_size=8), st.integers(-50, 200).map(str), st.lists(st.text(max_size=3)))
NODES = st.recursive(
    LEAVES,
    lambda below: st.dictionaries(st.sampled_from(["left", "right", "both", "value", "hurts", "x"]), below),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*sorted(LIBRARY.ids("movement")), "zork"]), NODES, max_size=3))
def test_any_tree_is_looked_through(rom: dict[str, Any]) -> None:
    """A draft may hold anything; what is found is among what it names."""
    found = limited(LIBRARY, rom, ANA)
    assert [id for id in rom if id in found] == found
    assert limiters(LIBRARY, found).keys() <= set(found)
