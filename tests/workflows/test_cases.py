"""Published cases as records: each fact of a case is found where the list of its facts says it is, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from massageplan.clinical.measures import Measurement
from massageplan.clinical.order import compare
from massageplan.text.reader import parse
from massageplan.workflows.check import check_practice
from massageplan.workflows.load import Opened, load_folder, open_practice
from massageplan.workflows.show import measurements

EXAMPLES = Path(__file__).parents[2] / "examples"
LISTS = sorted((Path(__file__).parent / "facts").glob("*.yaml"))
TODAY = date(2026, 11, 26)
LEAST = {"jensen-2026": 60, "phansopkar-2020": 60, "boote-2017": 21 * 11, "boote-2017-trial": 100, "bennell-2010": 250}
NAMES = ("id", "do", "use", "what", "for")
"""Keys by which an item of a list is called."""

Fact = dict[str, Any]


@lru_cache
def read(path: Path) -> Any:
    """The data of a file, every scalar a text."""
    parsed = parse(path.name, path.read_bytes())
    assert parsed.findings == ()
    assert parsed.document is not None
    return parsed.document.data


@lru_cache
def opened(practice: str) -> Opened:
    """A practice of the examples."""
    return open_practice(EXAMPLES / practice)


@lru_cache
def rows(practice: str, client: str) -> tuple[Measurement, ...]:
    """Every figure of a client, as `mplan show --measures` has them."""
    house = opened(practice)
    loaded = load_folder(house, client)
    assert not loaded.findings
    return tuple(measurements(loaded.folder, house.house))


def facts_of(path: Path) -> list[Fact]:
    """The facts of one list; a table gives its facts once a row, with the cells of the row put in."""
    data = read(path)
    common = {key: data[key] for key in ("practice", "client") if key in data}
    out = [{**common, **fact} for fact in data.get("facts", ())]
    for table in data.get("tables", ()):
        for cells in table["rows"]:
            row = dict(zip(table["columns"], cells, strict=True))
            out.extend({**common, **filled(fact, row)} for fact in table["facts"])
    return out


def filled(template: Any, row: dict[str, str | None]) -> Any:
    """A fact with `{column}` replaced; what is nothing but a column that is empty in this row becomes nothing."""
    if isinstance(template, dict):
        return {key: filled(value, row) for key, value in template.items()}
    if isinstance(template, list):
        return [filled(value, row) for value in template]
    if not isinstance(template, str):
        return template
    for name, cell in row.items():
        if template == f"{{{name}}}":
            return cell
        template = template.replace(f"{{{name}}}", cell or "")
    return template


def every_fact() -> Iterator[Any]:
    """All facts of all lists, each with a name of its own for the report of the test run."""
    for path in LISTS:
        for n, fact in enumerate(facts_of(path), 1):
            yield pytest.param(fact, id=f"{path.stem} {n} {fact['fact']}")


def look(data: Any, at: str) -> Any:
    """What stands at a spot: keys joined by slashes, list items by their id or by number from 1; None if nothing."""
    if not at or data is None:
        return data
    steps = at.split("/")
    if isinstance(data, list):
        return look(item(data, steps[0]), "/".join(steps[1:]))
    for n in range(len(steps), 0, -1):
        if isinstance(data, dict) and (key := "/".join(steps[:n])) in data:
            return look(data[key], "/".join(steps[n:]))
    return None


def item(data: list[Any], name: str) -> Any:
    """One item of a list."""
    if name.isdigit():
        return data[int(name) - 1] if int(name) <= len(data) else None
    return next((each for each in data if isinstance(each, dict) and name in [each.get(key) for key in NAMES]), None)


def said(row: Measurement) -> dict[str, Any]:
    """All that a figure says, by key: what stands beside it in the record, its facets, and where it belongs."""
    beside = look(row.entry.document.data, "/".join(str(s + 1 if isinstance(s, int) else s) for s in row.path[:-1]))
    return {
        **(beside if row.path[-1] == "value" and isinstance(beside, dict) else {}),
        **row.facets,
        "address": row.address,
        "side": row.side,
        "value": row.value.text,
        "unit": row.unit,
        "when": row.when,
        "at": row.at,
        "means": row.means,
    }


def fitting(fact: Fact) -> list[Measurement]:
    """The figures of a client that say all a fact says."""
    found = rows(fact["practice"], fact["client"])
    return [row for row in found if fact["row"].items() <= said(row).items()]


@pytest.mark.parametrize("fact", list(every_fact()))
def test_a_fact_of_the_case_is_in_its_record(fact: Fact) -> None:
    """A figure once in the table of measures, anything else at its spot in the file."""
    if "row" in fact:
        assert len(fitting(fact)) == 1
        return
    name = fact["file"]
    file = name if "." in name else f"clients/{fact['client']}/{name}.yaml"
    found = look(read(EXAMPLES / fact["practice"] / file), fact["at"])
    if "has" in fact:
        assert fact["has"] in " ".join(found.split())
    else:
        assert found == fact["is"]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_no_record_has_a_figure_that_no_fact_names(path: Path) -> None:
    """Nothing was invented on the way from the paper to the records."""
    facts = facts_of(path)
    practice = facts[0]["practice"]
    named = {row.origin for fact in facts if "row" in fact for row in fitting(fact)}
    there = {row.origin for code in opened(practice).files.codes() for row in rows(practice, code)}
    assert there == named


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_record_holds_a_fact_of_its_case(path: Path) -> None:
    """And the list is as long as the case is rich."""
    facts = facts_of(path)
    practice = facts[0]["practice"]
    told = {(f["client"], f["file"]) for f in facts if "at" in f and "client" in f}
    told |= {(f["client"], row.entry.stem) for f in facts if "row" in f for row in fitting(f)}
    there = {
        (code, record.stem.text)
        for code in opened(practice).files.codes()
        for record in opened(practice).files.listing(code).records
    }
    assert there <= told
    assert len(facts) >= LEAST[path.stem]


@pytest.mark.parametrize("practice", sorted({facts_of(path)[0]["practice"] for path in LISTS}))
def test_a_published_case_leaves_nothing_to_settle(practice: str) -> None:
    """No finding; what a paper truly lacks is allowed with its reason."""
    assert check_practice(EXAMPLES / practice, TODAY).findings == ()


def test_one_grade_against_many_lies_between_its_neighbours() -> None:
    """3+/5 of day 28 comes after the 3/5 and before the 4/5 of day 1, though it is no number."""
    strength = {r.address: r.value for r in rows("phansopkar-2020", "ph-2020") if r.address.startswith("strength/")}
    overall = strength["strength/overall"]
    assert compare(strength["strength/supinators"], overall, grades=True) == -1
    assert compare(overall, strength["strength/elbow-flexors"], grades=True) == -1


def test_what_the_notation_cannot_hold_says_why() -> None:
    """A fact that found no place of its own gives the reason, so that the notation can grow."""
    bent = [fact for path in LISTS for fact in facts_of(path) if "bent" in fact]
    assert bent
    assert all(fact["bent"] for fact in bent)
