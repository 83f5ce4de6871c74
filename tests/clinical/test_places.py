"""Places by the words people use for them, and the region each is assessed with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical import placed
from massageplan.clinical.places import (
    atlas,
    is_level,
    of_line,
    place_id,
    region_of,
    regions_of,
    split,
    whole_atlas,
)
from massageplan.clinical.shorthand.words import Words, read_words
from massageplan.library.catalogue import Library
from massageplan.store import resources

from .conftest import SCHEMAS
from .placing import BUILT_IN, DOCUMENT, WORDS, made
from .shelf import OwnEntries

MADE = Path(placed.__file__)


def test_the_list_of_places_is_what_the_library_says() -> None:
    """After a change of regions, muscles or short words: MPLAN_UPDATE=1, and this test writes it."""
    if os.environ.get("MPLAN_UPDATE"):
        MADE.write_text(made(), encoding="utf-8")
    assert MADE.read_text(encoding="utf-8") == made()


def test_reading_every_built_in_entry_adds_nothing() -> None:
    known, read = atlas(BUILT_IN), whole_atlas(BUILT_IN)
    assert known.regions == read.regions
    assert known.called == read.called


def test_every_place_and_muscle_lies_in_a_region() -> None:
    known = atlas(BUILT_IN).regions
    assert {id for id in (*WORDS.place_ids, *BUILT_IN.ids("muscle")) if not known.get(id)} == set()
    assert {region for found in known.values() for region in found} == BUILT_IN.ids("region")


@pytest.mark.parametrize(
    ("place", "side", "name", "detail"),
    [
        ("right lumbar (low)", "right", "lumbar", "low"),
        ("both shoulder", "both", "shoulder", None),
        ("centre neck", None, "neck", None),
        ("t1 (down to 2 levels below)", None, "t1", "down to 2 levels below"),
        ("low  back", None, "low back", None),
        ("left", None, "left", None),
        ("right", None, "right", None),
        ("neck ( )", None, "neck", None),
    ],
)
def test_a_place_falls_into_side_name_and_detail(place: str, side: str | None, name: str, detail: str | None) -> None:
    assert split(place) == (side, name, detail)


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("low back", "low-back"),
        ("Lower back", "low-back"),
        ("right low back (deep inside)", "low-back"),
        ("lumbar", "lumbar"),
        ("lumbago", "low-back"),
        ("ql", "quadratus-lumborum"),
        ("traps", "trapezius"),
        ("upper trap", "upper-trapezius"),
        ("quadratus", "quadratus-lumborum"),
        ("L4-L5", "l4-l5"),
        ("c7-t1", "c7-t1"),
        ("calf", "calf"),
        ("levator", "levator-scapulae"),
        ("c9", None),
        ("soul", None),
        ("", None),
        ("deep", None),
        ("gluteus", None),
    ],
)
def test_a_place_is_found_by_what_is_typed_for_it(typed: str, id: str | None) -> None:
    """Names and other names first, then short words, then beginnings; what may be several places is none."""
    assert place_id(BUILT_IN, WORDS, typed) == id


def test_a_phrase_of_the_practice_is_a_name_too() -> None:
    words = read_words(DOCUMENT.data if DOCUMENT else {}, {"my spot": "quadratus-lumborum", "odd": "nowhere at all"})
    assert place_id(BUILT_IN, words, "right my spot") == "quadratus-lumborum"
    assert place_id(BUILT_IN, words, "odd") is None


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ("right low back", "low-back"),
        ("lumbar", "low-back"),
        ("l4-l5", "low-back"),
        ("s1", "low-back"),
        ("T12-L1", "thorax"),
        ("c5", "neck"),
        ("quadratus-lumborum", "low-back"),
        ("neck", "neck"),
        ("left gluteal", "hip"),
        ("right calf", "lower-leg"),
        ("ankle", "foot"),
        ("wrist", "forearm"),
        ("back", "low-back"),
        ("jaw", "jaw"),
        ("soul", None),
    ],
)
@pytest.mark.parametrize("words", [WORDS, None], ids=["typed", "in a record"])
def test_each_place_has_its_region(place: str, region: str | None, words: Words | None) -> None:
    assert region_of(BUILT_IN, words, place) == region


def test_a_muscle_may_reach_into_a_second_region() -> None:
    """The upper trapezius is assessed with the neck or the shoulder, and is part of both."""
    assert set(regions_of(BUILT_IN, "upper-trapezius")) == {"neck", "shoulder"}
    assert regions_of(BUILT_IN, "nowhere") == ()
    assert is_level("l5")
    assert not is_level("l6")


@pytest.mark.parametrize(
    ("line", "places", "unknown"),
    [
        ("petrissage right quadratus-lumborum 15 min", ("quadratus-lumborum",), ()),
        ("petrissage right gluteus-medius piriformis 15 min (slow, deep)", ("gluteus-medius", "piriformis"), ()),
        ("massage low back 10 min", ("low-back",), ()),
        ("massage both upper trapezius neck", ("upper-trapezius", "neck"), ()),
        ("relaxation-massage 60 min", (), ()),
        ("massage l4-l5 soul 5-10 min", ("l4-l5",), ("soul",)),
        ("massage", (), ()),
    ],
)
def test_the_places_of_a_technique_in_one_line(line: str, places: tuple[str, ...], unknown: tuple[str, ...]) -> None:
    assert of_line(BUILT_IN, line) == (places, unknown)


REGION = """\
en: {reviewed: false, name: Low back, also-called: [ouch]}
places: [low-back, dimples]
movements: [lumbar-flexion]
instruments: [psfs]
muscles: [quadratus-lumborum]
screening: [cauda-equina]
sources: [house-rules]
verified: false
"""
TAIL = REGION.replace("[low-back, dimples]", "[tail, coccyx]").replace("ouch", "my end")
MUSCLE = (
    "en: {reviewed: false, name: Psoas minor}\nregions: [abdomen, low-back]\nsources: [house-rules]\nverified: false\n"
)


def test_a_practice_may_add_regions_and_muscles_of_its_own() -> None:
    """A region that is new wins over the built-in one for the places that it names."""
    own = OwnEntries({"regions/tail": TAIL, "muscles/psoas-minor": MUSCLE})
    library = Library(SCHEMAS, resources.BuiltIn(), own)
    assert region_of(library, WORDS, "coccyx") == "tail"
    assert region_of(library, None, "my end") == "tail"
    assert regions_of(library, "psoas-minor") == ("abdomen", "low-back")
    assert place_id(library, WORDS, "psoas minor") == "psoas-minor"
    assert region_of(library, WORDS, "neck") == "neck"


def test_what_is_added_to_a_built_in_region_is_known_where_all_are_read() -> None:
    library = Library(SCHEMAS, resources.BuiltIn(), OwnEntries({"regions/low-back": REGION}))
    assert atlas(library).find("dimples") is None
    assert whole_atlas(library).find("dimples") == "dimples"
    assert whole_atlas(library).find("ouch") == "low-back"


def test_an_own_entry_that_cannot_be_read_is_left_out() -> None:
    library = Library(
        SCHEMAS, resources.BuiltIn(), OwnEntries({"regions/tail": "en: [", "muscles/psoas-minor": "en: ["})
    )
    assert region_of(library, WORDS, "tail") is None
    assert region_of(library, WORDS, "neck") == "neck"


@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever is typed is a place that has a region, or none."""
    id = place_id(BUILT_IN, WORDS, text)
    assert (region_of(BUILT_IN, WORDS, text) is not None) == (id is not None and bool(regions_of(BUILT_IN, id)))
