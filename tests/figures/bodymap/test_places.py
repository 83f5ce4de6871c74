"""Places, kinds and strengths of records on the map."""

from __future__ import annotations

import re
from typing import Any

import pytest

from massageplan.clinical import placed
from massageplan.figures.bodymap.felt import felt, key_of
from massageplan.figures.bodymap.kinds import pattern_of, strength_of
from massageplan.figures.bodymap.places import _ZONES, find, known, one_view
from massageplan.figures.bodymap.shapes import VIEWS, body
from massageplan.library.catalogue import Library
from massageplan.records.parts import Symptom
from massageplan.schema.gate import Schemas
from massageplan.store import resources

LIBRARY = Library(Schemas(resources.schema), resources.BuiltIn())
NOWHERE = {"general", "pregnancy"}
"""Places that are no part of the body."""


class OneMuscle:
    """A practice's own library with one entry."""

    def ids(self, folder: str) -> frozenset[str]:
        """Ids of the entries in one folder."""
        return frozenset({"odd-muscle"} if folder == "muscles" else ())

    def read(self, folder: str, id: str) -> tuple[str, bytes] | None:
        """Name and bytes of one entry."""
        if id not in self.ids(folder):
            return None
        text = b"en: {reviewed: false, name: Odd}\nregions: [hip]\nsources: [house-rules]\nverified: false\n"
        return "library/muscles/odd-muscle.yaml", text


def symptom(**told: Any) -> Symptom:
    """A symptom as it is read."""
    return Symptom(**told)


def ids() -> list[str]:
    """Every place, muscle and region of the built-in library."""
    return sorted({word for word in placed.LYING.split() if not word.endswith(":")})


def test_each_zone_that_is_named_is_there() -> None:
    """And each place is in one row."""
    zones = {zone.partition(".")[0] for view in VIEWS for zone in body(view).zones}
    rows = [line.partition(": ") for line in _ZONES.strip().split("\n")]
    assert {zone for *_, found in rows for zone in re.findall("[a-z-]+", found)} <= zones
    names = [name for names, *_ in rows for name in names.split()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("id", ids())
def test_each_place_of_the_library_is_on_the_map(id: str) -> None:
    """All but those that are no part of the body; with a side, only that side is shaded."""
    found = find(f"right {id}", LIBRARY)
    assert bool(found.zones) == (id not in NOWHERE)
    assert id in known() or id in NOWHERE
    for view in found.zones:
        zones = found.sided(view)
        assert zones
        assert not any(zone.endswith(".left") for zone in zones)
        assert set(zones) <= set(body(view).zones)


@pytest.mark.parametrize(
    ("place", "view", "zones"),
    [
        ("right lumbar", "back", {"low-back.right"}),
        ("lumbar", "back", {"low-back.left", "low-back.right"}),
        ("both calf", "back", {"calf.left", "calf.right"}),
        ("l4-l5", "back", {"low-back.left", "low-back.right"}),
        ("t4", "back", {"upper-back.left", "upper-back.right"}),
        ("t10-t11", "back", {"mid-back.left", "mid-back.right"}),
        ("s1", "back", {"tailbone"}),
        ("left knee", "front", {"knee-front.left"}),
        ("left knee (back)", "back", {"knee-back.left"}),
        ("left knee (behind)", "back", {"knee-back.left"}),
        ("left thigh (outer)", "front", {"thigh-outer.left"}),
        ("left thigh (medial)", "front", {"thigh-inner.left"}),
        ("left neck (front)", "front", {"neck-front.left"}),
        ("lower back", "back", {"low-back.left", "low-back.right"}),
        ("left QL", "back", {"low-back.left", "flank-back.left"}),
        ("centre low-back", "back", {"low-back.left", "low-back.right"}),
        ("right thigh-outer", "front", {"thigh-outer.right"}),
    ],
)
def test_a_place_is_found_by_its_words(place: str, view: Any, zones: set[str]) -> None:
    """Side, name, other name, level, and the word in brackets."""
    found = find(place, LIBRARY)
    assert next(iter(found.zones)) == view
    assert set(found.sided(view)) == zones


def test_a_place_nobody_knows_has_no_zone() -> None:
    """It is told, not guessed."""
    assert find("right widget", LIBRARY).zones == {}
    assert find("general", LIBRARY).zones == {}
    (one,) = felt([symptom(where=("right widget", "left calf"), now="3")], LIBRARY)
    assert one.lacking == ("right widget",)
    assert [spot.zones for spot in one.spots] == [("calf.left",)]
    (none,) = felt([symptom(what="dizziness", now="2")], LIBRARY)
    assert none.spots == ()


def test_places_of_one_symptom_share_a_view_where_they_can() -> None:
    """A hip is seen from behind beside a buttock, alone from the front; what cannot goes its own way."""
    buttock, hip, chest = (find(place, LIBRARY) for place in ("left gluteal", "left hip", "left chest"))
    assert list(one_view([hip])) == ["front"]
    assert one_view([hip, buttock]) == {"back": [hip, buttock]}
    assert one_view([buttock, chest]) == {"back": [buttock], "front": [chest]}


@pytest.mark.parametrize(
    ("what", "qualities", "pattern"),
    [
        (None, ("dull",), "plain"), (None, ("stiff", "dull"), "stripes"), (None, ("then sharp",), "crosses"),
        (None, ("Burning",), "waves"),
        (None, ("pins and needles",), "dots"), ("numbness", (), "dashes"),
        ("tingling", ("dull",), "dots"), (None, ("como ardor",), "waves"), (None, ("odd",), "plain"),
        (None, (), "plain"),
    ],
)  # fmt: skip
def test_the_first_word_with_a_pattern_gives_it(what: str | None, qualities: tuple[str, ...], pattern: str) -> None:
    """Of the kind first, then of the qualities in order."""
    assert pattern_of(what, qualities) == pattern


@pytest.mark.parametrize(
    ("told", "number", "shade", "aspect", "of"),
    [
        ({"now": "4"}, "4", "medium", "now", 10),
        ({"now": "0", "worst": "7"}, "0", "none", "now", 10),
        ({"worst": "7"}, "7", "strong", "worst", 10),
        ({"usual": "2", "worst": "7"}, "2", "mild", "usual", 10),
        ({"now": "4-6"}, "4-6", "medium", "now", 10),
        ({"now": "6 -> 2"}, "6", "medium", "now", 10),
        ({"now": "5/10 (in the morning)"}, "5", "medium", "now", 10),
        ({"now": {"value": "62", "scale": "vas"}}, "62", "medium", "now", 100),
        ({"now": "62", "scale": "vas"}, "62", "medium", "now", 100),
        ({"now": "62"}, "62", "unknown", "now", 10),
        ({"now": ("3", "4")}, "4", "medium", "now", 10),
        ({"now": "better (a bit)"}, "", "unknown", "", 10),
        ({"now": "no answer"}, "", "unknown", "", 10),
        ({}, "", "unknown", "", 10),
    ],
)
def test_strength_is_read_as_written(told: dict[str, Any], number: str, shade: str, aspect: str, of: int) -> None:
    """Now, else most of the time, else at its worst; on its scale; words are no figure."""
    found = strength_of(symptom(**told))
    assert (found.number, found.shade, found.aspect, found.of) == (number, shade, aspect, of)


def test_a_name_is_placed_by_an_earlier_list() -> None:
    """By its id, or as the first of its kind; and it keeps its key from one date to the next."""
    before = [symptom(where="right lumbar", now="6"), symptom(where="left calf", id="cramp", now="2")]
    then = felt(before, LIBRARY)
    now = felt([symptom(id="cramp", now="1"), symptom(now="3")], LIBRARY, before)
    assert [each.spots[0].zones for each in now] == [("calf.left",), ("low-back.right",)]
    assert {each.spots[0].key for each in now} == {each.spots[0].key for each in then}
    assert key_of(before[0]) == "pain/lumbar/right"


def test_both_sides_have_a_leader_each() -> None:
    """A place in the middle has one; of several places each has its own."""
    both, middle, several = felt(
        [symptom(where="both calf"), symptom(where="lumbar"), symptom(where=("left neck", "left rhomboids"))], LIBRARY
    )
    assert both.spots[0].leads == (("calf.left",), ("calf.right",))
    assert middle.spots[0].leads == (("low-back.left", "low-back.right"),)
    assert several.spots[0].leads == (("neck-back.left",), ("upper-back.left",))


def test_a_place_of_the_practice_is_shown_as_its_region() -> None:
    """The map has no zone of its own for it."""
    library = Library(Schemas(resources.schema), resources.BuiltIn(), OneMuscle())
    assert find("left odd-muscle", library).sided("front") == ("hip-front.left",)
