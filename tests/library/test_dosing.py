"""Studies, estimates and guidelines on dose, and what is known about homework: complete, honest and sourced."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from test_entries import LIBRARY, as_list, maps, schema_of, stems, texts, typed, untyped, validator

KINDS = ("dosing", "adherence")
ENTRIES = {kind: {path.stem: texts(path) for path in sorted((LIBRARY / kind).glob("*.yaml"))} for kind in KINDS}
DOSING, ADHERENCE = ENTRIES["dosing"], ENTRIES["adherence"]
EVERY = [(kind, id) for kind in KINDS for id in ENTRIES[kind]]
ESTIMATES = [id for id, entry in DOSING.items() if entry["kind"] == "planning-estimate"]
DOSES = [id for id, entry in DOSING.items() if "dose" in entry]

RANGE = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:-([0-9]+(?:\.[0-9]+)?))?")
PRAISE = re.compile(r"\b(guarantee|cure|promise)", re.IGNORECASE)

every_entry = pytest.mark.parametrize(("kind", "id"), EVERY)


def file_of(kind: str, id: str) -> Path:
    """Where an entry lies."""
    return LIBRARY / kind / f"{id}.yaml"


def words(value: Any) -> list[str]:
    """Every scalar in a piece of data."""
    if isinstance(value, dict):
        return [word for item in value.values() for word in words(item)]
    if isinstance(value, list):
        return [word for item in value for word in words(item)]
    return [value]


def facts(entry: dict[str, Any]) -> list[dict[str, str]]:
    """What a study found or a guideline says."""
    found: list[dict[str, str]] = [*entry.get("findings", []), *entry.get("statements", [])]
    return found


def runs_upwards(figure: str) -> bool:
    """Whether a text is a number, or a range with the lower number first."""
    found = RANGE.fullmatch(figure)
    return found is not None and (found[2] is None or float(found[1]) < float(found[2]))


def test_no_entry_is_lost() -> None:
    """A lost file, or one that changed its kind, is noticed."""
    kinds = [entry["kind"] for entry in DOSING.values()]
    counts = {kind: kinds.count(kind) for kind in sorted(set(kinds))}
    assert counts == {"evidence": 34, "guideline": 20, "planning-estimate": 14}
    assert len(ADHERENCE) == 26


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_explains_itself(kind: str) -> None:
    """Each key has a title, a description and examples that fit, whether a reader types them or not."""
    schema = schema_of(kind)
    validator(kind).check_schema(schema)
    for part in maps(schema):
        if "description" not in part or "$schema" in part:
            continue
        assert part["title"]
        assert part["examples"]
        check = validator(kind).evolve(schema={**part, "$defs": schema["$defs"]})
        for example in part["examples"] if isinstance(part["examples"], list) else ():
            assert check.is_valid(example), part["title"]
            assert check.is_valid(untyped(example)), part["title"]


@every_entry
def test_entry_fits_its_schema(kind: str, id: str) -> None:
    """Read as text or typed, the entry has the shape of its kind."""
    for data in (texts(file_of(kind, id)), typed(file_of(kind, id))):
        assert [error.message for error in validator(kind).iter_errors(data)] == []


@pytest.mark.parametrize(
    ("kind", "id", "path", "value"),
    [
        ("dosing", "est-neck", ("verified",), "true"),
        ("dosing", "est-neck", ("first-check-after",), "4"),
        ("dosing", "est-neck", ("expect-change-by",), "1 weeks"),
        ("dosing", "est-neck", ("dose", "sessions"), "eight"),
        ("dosing", "est-neck", ("dose", "per-month"), "4"),
        ("dosing", "est-neck", ("kind",), "planning_estimate"),
        ("dosing", "neck-sherman-2009", ("certainty",), "fairly good"),
        ("dosing", "neck-sherman-2009", ("instruments",), ["NDI"]),
        ("dosing", "neck-sherman-2009", ("findings",), []),
        ("adherence", "habit-days", ("topic",), "habits"),
        ("adherence", "habit-days", ("figures", "median-days"), "many"),
        ("adherence", "habit-days", ("en", "statement"), ""),
    ],
)
def test_slip_is_seen(kind: str, id: str, path: tuple[str, ...], value: Any) -> None:
    """A wrong value is refused, whichever way the file is read."""
    for read in (texts, typed):
        data = deepcopy(read(file_of(kind, id)))
        place = data
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = value
        assert not validator(kind).is_valid(data)


@pytest.mark.parametrize(
    ("id", "key"), [("est-neck", "stop-rule"), ("neck-sherman-2009", "findings"), ("gl-cts", "statements")]
)
def test_each_kind_asks_for_what_it_is_made_of(id: str, key: str) -> None:
    """An estimate without a stop rule, a study without a finding, a guideline that says nothing: refused."""
    data = deepcopy(DOSING[id])
    del data[key]
    assert not validator("dosing").is_valid(data)


@every_entry
def test_sources_exist_and_are_listed(kind: str, id: str) -> None:
    """Each source named inside an entry is a file and stands in the entry's list."""
    entry = ENTRIES[kind][id]
    named = {source for part in maps(entry) for source in as_list(part.get("source", []))}
    assert named <= set(entry["sources"]) <= stems("sources")


@pytest.mark.parametrize("id", DOSING)
def test_what_an_entry_points_to_exists(id: str) -> None:
    """Presentations and instruments are entries of the library."""
    entry = DOSING[id]
    assert set(entry.get("presentations", [])) <= stems("presentations")
    assert set(entry.get("instruments", [])) <= stems("instruments")


def test_each_presentation_has_one_estimate() -> None:
    """Whatever the client comes with, there is a course length to start from, and only one."""
    covered = [id for estimate in ESTIMATES for id in DOSING[estimate]["presentations"]]
    assert sorted(covered) == sorted(stems("presentations"))


@pytest.mark.parametrize("id", ESTIMATES)
def test_estimate_says_when_to_look_and_when_to_stop(id: str) -> None:
    """The first check falls within the course, the change is due within it, and no estimate passes for evidence."""
    entry = DOSING[id]
    assert entry["stop-rule"]
    assert int(entry["first-check-after"].removeprefix("visit ")) <= high(entry["dose"]["sessions"])
    assert int(entry["expect-change-by"].split()[0]) <= high(entry["dose"]["weeks"])
    assert entry["verified"] == entry["dose"]["verified"] == "false"


def high(count: str) -> int:
    """The upper end of a count or range."""
    return int(count.split("-")[-1])


@pytest.mark.parametrize("id", DOSES)
def test_dose_is_in_numbers(id: str) -> None:
    """Each figure of a dose is a number, or a range with the low end first."""
    dose = DOSING[id]["dose"]
    figures = [dose[key] for key in ("sessions", "minutes", "per-week", "weeks") if key in dose]
    assert figures
    assert all(runs_upwards(figure) for figure in figures)


@pytest.mark.parametrize("id", ADHERENCE)
def test_figures_about_homework_are_numbers(id: str) -> None:
    """A program can use each figure as it stands."""
    assert all(runs_upwards(figure) for figure in words(ADHERENCE[id].get("figures", {})))


@every_entry
def test_each_fact_says_where_it_stands(kind: str, id: str) -> None:
    """Each finding has a source and says whether it was read there; our own rules never count as read."""
    entry = ENTRIES[kind][id]
    assert all(fact["source"] and fact["verified"] in ("true", "false") for fact in facts(entry))
    for part in (entry, *facts(entry)):
        if part.get("source", part.get("sources")) in ("house-rules", ["house-rules"]):
            assert part["verified"] == "false"


@every_entry
def test_nothing_is_promised(kind: str, id: str) -> None:
    """No text claims that massage or homework will make anybody well."""
    assert [word for word in words(ENTRIES[kind][id]) if PRAISE.search(word)] == []


def test_doubt_is_kept() -> None:
    """Where a study found no clear difference, or a figure was never seen in it, the entry says so."""
    assert "not clearly different" in DOSING["lbp-furlan-2015"]["findings"][2]["statement"]
    assert DOSING["lbp-furlan-2015"]["findings"][3]["verified"] == "false"
    assert DOSING["knee-oa-perlman-2006"]["dose"]["verified"] == "false"
