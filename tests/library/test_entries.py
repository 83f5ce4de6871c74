"""Every library entry fits its schema, points only to what exists, and gives no figure without a source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from massageplan.library.catalogue import KINDS
from massageplan.text import reader

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "massageplan" / "library"
SCHEMAS = ROOT / "schemas" / "library"

COUNTS = {
    "exercises": 109, "movements": 58, "instruments": 33, "techniques": 37, "muscles": 80, "regions": 16,
    "presentations": 21, "screening": 92, "blocks": 24, "dosing": 68, "adherence": 26, "rules": 45, "jurisdictions": 7,
    "sources": 381,
}  # fmt: skip
SCHEMA_OF = {folder: kind for kind, folder in KINDS.items()}
FILES = [path for kind in COUNTS for path in sorted((LIBRARY / kind).glob("*.yaml"))]

KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
CONVENTIONS = {"house-rules", "clinical-convention"}
FIGURE_KEYS = {"value", "low", "high", "percent-of-baseline", "mdc", "mcid", "mcid-percent"}
DOSE_KEYS = {"sets", "reps", "hold", "often", "length"}
COVERED_BY = {"reference": "normal", "range": "scoring", "items": "scoring", "parts": "scoring"}
"""Blocks without a source of their own, and the block that must carry it for them."""


@cache
def texts(path: Path) -> Any:
    """The entry as the tool reads it: every scalar is text."""
    parsed = reader.parse(path.name, path.read_bytes())
    assert parsed.document is not None, parsed.findings
    assert not parsed.findings
    return parsed.document.data


@cache
def typed(path: Path) -> Any:
    """The entry as an ordinary YAML reader types it."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def schema_of(name: str) -> Any:
    """The schema of one kind of entry."""
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


@cache
def validator(name: str) -> Draft202012Validator:
    """The validator of one kind of entry."""
    return Draft202012Validator(schema_of(name))


def stems(kind: str) -> set[str]:
    """The ids there are of a kind."""
    return {path.stem for path in (LIBRARY / kind).glob("*.yaml")}


def maps(value: Any, but: str = "") -> Iterator[dict[str, Any]]:
    """Every map in a piece of data, the outermost first, but none under one key."""
    if isinstance(value, dict):
        yield value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in parts:
        if key != but:
            yield from maps(item, but)


def as_list(value: str | list[str]) -> list[str]:
    """One id or several, as a list."""
    return [value] if isinstance(value, str) else value


def every_entry(*kinds: str) -> pytest.MarkDecorator:
    """Run a test once for each file of the kinds (all if none is named)."""
    files = [path for path in FILES if not kinds or path.parent.name in kinds]
    return pytest.mark.parametrize("path", files, ids=lambda path: f"{path.parent.name}/{path.stem}")


def test_every_kind_is_counted() -> None:
    """A new kind of entry is put through all of these tests."""
    folders = {path.parent.name for path in LIBRARY.glob("*/*.yaml")}
    assert COUNTS.keys() == set(KINDS.values()) == folders - {"words"}


@pytest.mark.parametrize(("kind", "count"), COUNTS.items())
def test_no_entry_is_lost(kind: str, count: int) -> None:
    """A lost or doubled file is noticed."""
    assert len(stems(kind)) == count


@pytest.mark.parametrize("name", SCHEMA_OF.values())
def test_schema_and_its_examples_are_valid(name: str) -> None:
    """Each schema is valid, and what it shows as examples fits, typed or not."""
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    for part in maps(schema, but="examples"):
        if isinstance(part.get("description"), str) and "$schema" not in part:
            assert part.get("title"), part
            assert part.get("examples"), part["title"]
        for example in part.get("examples", ()) if isinstance(part.get("examples"), list) else ():
            check = Draft202012Validator({**part, "$defs": schema["$defs"]})
            assert check.is_valid(example), (part["title"], example)
            assert check.is_valid(untyped(example)), (part["title"], example)


def untyped(value: Any) -> Any:
    """The same data with every scalar as text."""
    if isinstance(value, dict):
        return {key: untyped(item) for key, item in value.items()}
    if isinstance(value, list):
        return [untyped(item) for item in value]
    return json.dumps(value) if isinstance(value, bool | int | float) else value


@every_entry()
def test_entry_fits_its_schema(path: Path) -> None:
    """Both ways of reading the file give the same verdict: it fits."""
    check = validator(SCHEMA_OF[path.parent.name])
    for data in (texts(path), typed(path)):
        assert [error.message for error in check.iter_errors(data)] == []


@pytest.mark.parametrize(
    ("entry", "path", "value"),
    [
        ("exercises/chin-tuck", ("colour",), "red"),
        ("exercises/chin-tuck", ("dose", "hold"), "3"),
        ("exercises/chin-tuck", ("dose", "often"), "thrice"),
        ("exercises/chin-tuck", ("dose", "reps"), "0"),
        ("exercises/chin-tuck", ("regions",), ["low_back"]),
        ("exercises/chin-tuck", ("en", "do"), []),
        ("movements/cervical-flexion", ("sides",), "both"),
        ("movements/cervical-flexion", ("limits", "max"), "wide"),
        ("instruments/rmdq", ("range", "max"), None),
        ("instruments/rmdq", ("direction",), "lower-is-better"),
        ("techniques/effleurage", ("scope",), "anyone"),
        ("sources/garber-2011", ("verified",), "perhaps"),
        ("sources/garber-2011", ("doi",), "https://doi.org/10.1"),
    ],
)
def test_slip_is_seen(entry: str, path: tuple[str, ...], value: Any) -> None:
    """A wrong value is refused, whichever way the file is read."""
    file = LIBRARY / f"{entry}.yaml"
    for read in (texts, typed):
        data = deepcopy(read(file))
        place = data
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = value
        assert not validator(SCHEMA_OF[file.parent.name]).is_valid(data)


@every_entry()
def test_entry_is_named_and_written_plainly(path: Path) -> None:
    """The file name is the id; text lines end in a line feed and nothing needs an anchor or a tag."""
    assert KEBAB.fullmatch(path.stem)
    assert path.read_text(encoding="utf-8").endswith("\n")


@every_entry()
def test_sources_exist_and_are_listed(path: Path) -> None:
    """A source named anywhere in an entry is a file."""
    known = stems("sources")
    for part in maps(texts(path)):
        for key in ("source", "sources"):
            assert set(as_list(part.get(key, []))) <= known


def is_number(value: Any) -> bool:
    """Whether a scalar is a plain number; `low: no pain` is the end of a line in words."""
    return isinstance(value, str) and bool(NUMBER.fullmatch(value))


def bare_figures(value: Any) -> Iterator[dict[str, Any]]:
    """Every map with a figure that neither names its source and says `verified` nor stands in one that does."""
    if isinstance(value, list):
        for item in value:
            yield from bare_figures(item)
    elif isinstance(value, dict) and not {"source", "verified"} <= value.keys():
        if any(is_number(value.get(key)) for key in FIGURE_KEYS):
            yield value
        for item in value.values():
            yield from bare_figures(item)


@every_entry(*(COUNTS.keys() - {"sources"}))
def test_no_figure_without_source(path: Path) -> None:
    """A block with a figure names its source and says whether it was read there."""
    entry = texts(path)
    assert entry["sources"]
    covered = [entry[name] for name, by in COVERED_BY.items() if name in entry and by in entry]
    assert [part for part in bare_figures(entry) if all(part is not block for block in covered)] == []


@every_entry("exercises")
def test_exercise_ladder_and_dose(path: Path) -> None:
    """The easier and the harder exercise exist, and the dose says how much and where that stands."""
    entry = texts(path)
    for step in ("easier", "harder"):
        assert entry.get(step) is None or entry[step] in stems("exercises") - {path.stem}
    assert DOSE_KEYS & entry["dose"].keys()
    assert {"source", "verified"} <= entry["dose"].keys()


@every_entry("movements", "instruments", "dosing", "rules")
def test_limits_and_bands_run_upwards(path: Path) -> None:
    """No range is written backwards, and every band lies inside the range of the total."""
    entry = texts(path)
    for part in maps(entry):
        for low, high in (("min", "max"), ("low", "high")):
            if is_number(part.get(low)) and is_number(part.get(high)):
                assert float(part[low]) <= float(part[high]), part
    for band in entry.get("bands", []):
        assert float(entry["range"]["min"]) <= float(band["low"])
        assert float(band["high"]) <= float(entry["range"]["max"])


@every_entry("sources")
def test_conventions_are_never_evidence(path: Path) -> None:
    """Teaching and our own rules are not something that could be verified."""
    entry = texts(path)
    assert entry["kind"] != "convention" or entry["verified"] == "false"


@every_entry()
def test_house_figures_are_unverified(path: Path) -> None:
    """What rests on our own rules and common teaching alone is never called verified."""
    for part in maps(texts(path)):
        named = set(as_list(part.get("source", part.get("sources", []))))
        if named and named <= CONVENTIONS:
            assert part.get("verified", "false") == "false"
            assert "verified" in part or part is texts(path)


COMPLETE = {
    "instruments": (
        "value", "licence", "languages", "en/abbreviation", "en/measures", "scoring/formula", "licence/confidence",
        "licence/own-wording-ok", "licence/ship-scoring",
    ),
    "movements": ("plane", "position", "methods", "end-feel", "limits", "reference", "normal", "muscles", "en/plain"),
    "regions": ("movements", "instruments", "muscles", "screening", "en/also-called"),
    "screening": ("en/may-indicate",),
    "presentations": (
        "movements", "instruments", "muscles", "techniques", "exercises", "starter-homework", "visits", "red-flags",
        "yellow-flags", "en/description", "en/worse-with", "en/better-with", "en/education", "en/partners",
    ),
    "techniques": ("en/intention", "en/how", "en/pressure"),
}  # fmt: skip
"""What a practice's own entry may leave out and a built-in one has."""


@every_entry(*COMPLETE)
def test_a_built_in_entry_is_complete(path: Path) -> None:
    """Own entries may be short; ours are not."""
    entry = texts(path)
    for name in COMPLETE[path.parent.name]:
        node: Any = entry
        for step in name.split("/"):
            node = node.get(step) if isinstance(node, dict) else None
        assert node, name
