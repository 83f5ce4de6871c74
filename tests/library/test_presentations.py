"""What an assessment starts from: regions, muscles, presentations, and what moves and limits each movement."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from test_entries import LIBRARY, stems, texts, typed, validator

FOLDERS = ("presentations", "regions", "muscles", "movements")
PRESENTATIONS, REGIONS, MUSCLES, MOVEMENTS = (
    {path.stem: texts(path) for path in sorted((LIBRARY / folder).glob("*.yaml"))} for folder in FOLDERS
)
PLACES: dict[str, str | None] = texts(LIBRARY / "words" / "en.yaml")["places"]
SCREENING = {path.stem: texts(path) for path in (LIBRARY / "screening").glob("*.yaml")}

POINTS = {
    "movements": "movements", "instruments": "instruments", "muscles": "muscles", "techniques": "techniques",
    "exercises": "exercises", "starter-homework": "exercises", "visits": "dosing", "evidence": "dosing",
    "guidelines": "dosing", "red-flags": "screening", "yellow-flags": "screening", "screening": "screening",
}  # fmt: skip
"""Keys of presentations and regions, and the folder their ids lie in."""
GRAVEST_FIRST = ("emergency", "refer-before-treating", "local-avoid", "modify-technique", "proceed-with-care")
ANY_CLIENT = {"cancer-history", "fever", "anticoagulants", "recent-surgery", "pregnancy"}
"""Questions that matter wherever the pain is."""
PROMISING = re.compile(r"\b(guarante|cure|promis|heals? you)", re.IGNORECASE)
HARDEST = 6.0
"""School grade that what is told to a client may need at most."""


def by_id(*tables: dict[str, Any]) -> pytest.MarkDecorator:
    """Run a test once for each entry."""
    entries = [(id, entry) for table in tables for id, entry in table.items()]
    return pytest.mark.parametrize(("id", "entry"), entries, ids=[id for id, _ in entries])


def homes(place: str) -> list[str]:
    """The regions that claim a place."""
    return [id for id, region in REGIONS.items() if place in region.get("places", ())]


def spelled(words: str) -> str:
    """Words as an id writes them."""
    return words.replace(" ", "-")


def syllables(word: str) -> int:
    """About how many syllables a word has."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    return max(1, groups - (groups > 1 and bool(re.search(r"[^aeiouyl]e$|[^aeioutd]ed$|[^aeiouscxzg]es$", word))))


def grade(text: str) -> float:
    """School grade by Flesch and Kincaid: long sentences and long words make it high."""
    words = re.findall(r"[A-Za-z0-9'-]+", text)
    sentences = max(1, len(re.findall(r"[.!?](?:\s|$)", text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@by_id(PRESENTATIONS, REGIONS)
def test_whatever_is_named_is_there(id: str, entry: dict[str, Any]) -> None:
    """A plan that starts from here finds each exercise, technique, question and dose."""
    for key, folder in POINTS.items():
        named = entry.get(key, [])
        assert set([named] if isinstance(named, str) else named) <= stems(folder), key


@by_id(PRESENTATIONS)
def test_a_presentation_belongs_to_a_region(id: str, entry: dict[str, Any]) -> None:
    """Whoever assesses a region is offered the pictures that belong to it."""
    assert entry["region"] in REGIONS


@by_id(PRESENTATIONS)
def test_homework_begins_small(id: str, entry: dict[str, Any]) -> None:
    """What a client begins with is two to four of the exercises to choose from."""
    assert set(entry["starter-homework"]) <= set(entry["exercises"])
    assert 2 <= len(entry["starter-homework"]) <= 4


@by_id(PRESENTATIONS)
def test_a_client_understands_and_is_promised_nothing(id: str, entry: dict[str, Any]) -> None:
    """Three to five short lines in words of the sixth grade, none of which says that all will be well."""
    told = entry["en"]["education"]
    assert 3 <= len(told) <= 5
    assert grade(" ".join(told)) <= HARDEST
    assert max(len(line.split()) for line in told) <= 30
    assert not PROMISING.search(str([entry["en"], entry.get("note")]))


@by_id(PRESENTATIONS)
def test_estimate_and_guidelines_are_of_their_kind(id: str, entry: dict[str, Any]) -> None:
    """How many visits comes from an estimate for this very picture, what is advised from guidelines."""
    estimate = texts(LIBRARY / "dosing" / f"{entry['visits']}.yaml")
    assert estimate["kind"] == "planning-estimate"
    assert id in estimate["presentations"]
    for guideline in entry.get("guidelines", ()):
        assert texts(LIBRARY / "dosing" / f"{guideline}.yaml")["kind"] == "guideline"


@by_id(PRESENTATIONS)
def test_a_presentation_names_every_study_about_it(id: str, entry: dict[str, Any]) -> None:
    """A plan opens only the studies named here, so none that says to be about this picture is left out."""
    dosing = {path.stem: texts(path) for path in (LIBRARY / "dosing").glob("*.yaml")}
    about = {
        one for one, study in dosing.items() if study["kind"] == "evidence" and id in study.get("presentations", [])
    }
    assert set(entry.get("evidence", [])) == about


@by_id(REGIONS)
def test_a_region_asks_for_what_its_presentations_fear(id: str, entry: dict[str, Any]) -> None:
    """A red flag that half of the pictures of a region name is asked there, and the gravest comes first."""
    own = [picture for picture in PRESENTATIONS.values() if picture["region"] == id]
    named = [flag for picture in own for flag in picture["red-flags"]]
    assert {flag for flag in named if 2 * named.count(flag) >= len(own)} <= set(entry["screening"])
    ranks = [GRAVEST_FIRST.index(SCREENING[flag]["action"]) for flag in entry["screening"]]
    assert ranks == sorted(ranks)
    assert ANY_CLIENT & set(entry["screening"])


@by_id(REGIONS)
def test_a_region_is_tested_in_a_few_steps(id: str, entry: dict[str, Any]) -> None:
    """Four to eight movements and two to four instruments are what one visit has time for."""
    assert 4 <= len(entry["movements"]) <= 8
    assert 2 <= len(entry["instruments"]) <= 4
    assert len(entry["screening"]) <= 10


def test_each_place_lies_in_one_region() -> None:
    """Wherever it hurts, one region is assessed first."""
    assert {place: homes(place) for place in PLACES if len(homes(place)) != 1} == {}
    assert {place for region in REGIONS.values() for place in region.get("places", ())} == set(PLACES)


@by_id(MUSCLES)
def test_a_muscle_lies_in_its_regions(id: str, entry: dict[str, Any]) -> None:
    """Its first region is where it is looked for, and each of them has it among what is felt."""
    assert homes(id) == entry["regions"][:1]
    assert [region for region in entry["regions"] if id not in REGIONS[region]["muscles"]] == []


def test_a_word_stands_for_one_region() -> None:
    """No name is claimed by two regions, nor by one while the place of that name lies in another."""
    claims = [(spelled(name), id) for id, region in REGIONS.items() for name in region["en"]["also-called"]]
    assert len({name for name, _ in claims}) == len(claims)
    assert not {name for name, _ in claims} & REGIONS.keys()
    short = {spelled(word.strip()): place for place, words in PLACES.items() for word in (words or "").split(",")}
    for name, id in claims:
        for place in (name, short.get(name)):
            assert place not in PLACES or homes(place) == [id], name


def test_regions_of_movements_and_exercises_are_known() -> None:
    """What other entries call a region leads to one, by its name or by a place in it."""
    exercises = [texts(path) for path in (LIBRARY / "exercises").glob("*.yaml")]
    words = {word for exercise in exercises for word in exercise["regions"]}
    words |= {movement["region"] for movement in MOVEMENTS.values()}
    known = {spelled(name) for region in REGIONS.values() for name in region["en"]["also-called"]}
    assert words - known - REGIONS.keys() - PLACES.keys() == set()


@by_id(MOVEMENTS)
def test_a_movement_says_what_makes_and_limits_it(id: str, entry: dict[str, Any]) -> None:
    """Its muscles are entries, and what is examined first begins the list of what limits it."""
    muscles = entry["muscles"]
    for key in ("movers", "assisting", "limiters", "examine-first"):
        assert set(muscles.get(key, ())) <= MUSCLES.keys(), key
    assert muscles["examine-first"] == muscles["limiters"][:4]
    assert entry["en"]["other-limits"]
    if "movers-seen" in muscles:
        assert set(muscles["movers-seen"]["muscles"]) <= set(muscles["movers"])
        assert muscles["movers-seen"]["source"] in entry["sources"]


def test_two_movements_have_no_movers_that_were_seen() -> None:
    """All others have movers that an open textbook names; the limiters stay common teaching."""
    assert [id for id, entry in MOVEMENTS.items() if "movers-seen" not in entry["muscles"]] == [
        "hip-internal-rotation",
        "shoulder-horizontal-abduction",
    ]
    assert {entry["muscles"]["verified"] for entry in MOVEMENTS.values()} == {"false"}


@by_id(MOVEMENTS)
def test_a_normal_range_says_for_whom(id: str, entry: dict[str, Any]) -> None:
    """Sex and ages are there where the authority's words name them, and say the same."""
    for item in entry["normal"]:
        words = item["authority"]
        women, men = (bool(re.search(rf"\b{word}\b", words)) for word in ("women", "(?:men|males?)"))
        assert item.get("sex") == {(True, False): "women", (False, True): "men"}.get((women, men)), words
        assert item.get("ages", "none").removesuffix(" on") in (
            *words.split(" "),
            "none",
            *re.findall(r"\d+-\d+", words),
        )
        if words.startswith("CDC"):
            assert {"sex", "ages"} <= item.keys()


def test_a_figure_is_found_by_sex_and_age() -> None:
    """The mean of women of 45 to 69 who were moved passively is one figure, not a line of text."""
    found = [
        item["value"]
        for item in MOVEMENTS["hip-flexion"]["normal"]
        if (item.get("sex"), item.get("ages"), item.get("basis")) == ("women", "45-69", "passive")
    ]
    assert found == ["130.8"]


@pytest.mark.parametrize(
    ("entry", "path", "value"),
    [
        ("regions/low-back", ("screening",), [f"flag-{n}" for n in range(11)]),
        ("regions/low-back", ("en", "also-called"), []),
        ("regions/low-back", ("organs",), ["spleen"]),
        ("muscles/soleus", ("regions",), []),
        ("muscles/soleus", ("verified",), "perhaps"),
        ("presentations/neck-pain", ("red-flags",), ["Cauda equina"]),
        ("presentations/neck-pain", ("region",), ["neck", "head"]),
        ("presentations/neck-pain", ("en", "education"), "Turn your head."),
        ("movements/hip-flexion", ("normal", 0, "ages"), "young"),
        ("movements/hip-flexion", ("normal", 0, "sex"), "woman"),
        ("movements/hip-flexion", ("muscles", "movers-seen"), ["iliopsoas"]),
        ("movements/hip-flexion", ("muscles", "antagonists"), ["gluteus-maximus"]),
    ],
)
def test_slip_is_seen(entry: str, path: tuple[Any, ...], value: Any) -> None:
    """A wrong value in an own entry is refused, whichever way the file is read."""
    file: Path = LIBRARY / f"{entry}.yaml"
    for read in (texts, typed):
        data = deepcopy(read(file))
        place = data
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = value
        assert not validator(file.parent.name.removesuffix("s")).is_valid(data)
