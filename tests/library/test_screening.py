"""The questions asked before treatment, what an answer rules out, and the rules that hold for a whole kind of entry."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from test_entries import KEBAB, LIBRARY, as_list, maps, schema_of, stems, texts, typed, untyped, validator

COUNTS = {"screening": 92, "blocks": 24, "rules": 45}
KIND_OF = {"screening": "screening", "blocks": "block", "rules": "rule"}
FILES = {folder: sorted((LIBRARY / folder).glob("*.yaml")) for folder in COUNTS}

MOST_WORDS = 35
"""A question is said aloud; what is longer has to be read twice."""

WHERE_TO = re.compile(r"emergency number|emergency department|emergency care|medical care|maternity unit")
HOW_SOON = re.compile(r"\b(now|at once|today)\b")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def every(*folders: str) -> pytest.MarkDecorator:
    """Run a test once for each entry of the folders (all if none is named)."""
    files = [path for folder in folders or tuple(COUNTS) for path in FILES[folder]]
    return pytest.mark.parametrize("path", files, ids=lambda path: f"{path.parent.name}/{path.stem}")


def words_of(path: Path) -> dict[str, Any]:
    """The English words of an entry."""
    block: dict[str, Any] = texts(path)["en"]
    return block


@pytest.mark.parametrize(("folder", "count"), COUNTS.items())
def test_none_is_lost(folder: str, count: int) -> None:
    """A lost or doubled file is noticed."""
    assert len(FILES[folder]) == count


@pytest.mark.parametrize("kind", KIND_OF.values())
def test_schema_explains_itself(kind: str) -> None:
    """Every part of a schema has a title and examples, and the examples fit, typed or not."""
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    for part in maps(schema):
        if "description" not in part or not isinstance(part["description"], str):
            continue
        assert part.get("title"), part
        assert part.get("examples"), part["title"]
        check = Draft202012Validator({**part, "$defs": schema["$defs"]})
        for example in part["examples"]:
            assert check.is_valid(example), (part["title"], example)
            assert check.is_valid(untyped(example)), (part["title"], example)


@every()
def test_entry_fits_its_schema_both_ways(path: Path) -> None:
    """Typed or as text, the entry has the shape that its schema asks for, and its file name is its id."""
    check = validator(KIND_OF[path.parent.name])
    for data in (texts(path), typed(path)):
        assert [error.message for error in check.iter_errors(data)] == []
    assert KEBAB.fullmatch(path.stem)


@pytest.mark.parametrize(
    ("entry", "place", "value"),
    [
        ("screening/dvt", ("colour",), "red"),
        ("screening/dvt", ("action",), "emergency_now"),
        ("screening/dvt", ("kind",), "red_flag"),
        ("screening/dvt", ("urgency",), "soon"),
        ("screening/dvt", ("blocks",), []),
        ("screening/dvt", ("en", "signs"), "swollen"),
        ("screening/dvt", ("en", "question"), ""),
        ("blocks/friction", ("en", "text"), "Rubbing"),
        ("rules/homework-size", ("figures", "hard-cap"), "six"),
        ("rules/homework-size", ("figures",), {}),
        ("rules/homework-size", ("verified",), "no"),
    ],
)
def test_slip_is_refused(entry: str, place: tuple[str, ...], value: Any) -> None:
    """A wrong value or an unknown key is refused, whichever way the file is read."""
    file = LIBRARY / f"{entry}.yaml"
    for read in (texts, typed):
        data = deepcopy(read(file))
        part = data
        for key in place[:-1]:
            part = part[key]
        part[place[-1]] = value
        assert not validator(KIND_OF[file.parent.name]).is_valid(data)


@every()
def test_what_an_entry_points_to_exists(path: Path) -> None:
    """Sources are sources and blocks are blocks."""
    entry = texts(path)
    assert set(as_list(entry["sources"])) <= stems("sources")
    assert set(entry.get("blocks", [])) <= stems("blocks")


def test_every_block_is_named_by_an_answer() -> None:
    """A block that no answer names would only make a list longer."""
    named = {block for path in FILES["screening"] for block in texts(path).get("blocks", [])}
    assert named == stems("blocks")


@pytest.mark.parametrize("folder", ["techniques", "exercises"])
def test_contraindications_are_screening_questions(folder: str) -> None:
    """What rules a technique or an exercise out can be asked."""
    asked = stems("screening")
    paths = sorted((LIBRARY / folder).glob("*.yaml"))
    assert paths
    assert {path.stem: lost for path in paths if (lost := set(texts(path).get("contraindications", [])) - asked)} == {}


@every("screening")
def test_question_can_be_said_aloud(path: Path) -> None:
    """A question ends as one and is short enough to be understood when heard."""
    question = words_of(path)["question"]
    assert question.endswith("?")
    assert len(question.split()) <= MOST_WORDS


@every("screening")
def test_name_is_a_label(path: Path) -> None:
    """A name fits into a list and is not the question again."""
    name = words_of(path)["name"]
    assert len(name.split()) <= 7
    assert name[0].isupper()
    assert name[-1].isalnum()


@pytest.mark.parametrize("folder", COUNTS)
def test_names_differ(folder: str) -> None:
    """Two entries of one name could not be told apart in a list."""
    names = [words_of(path)["name"].casefold() for path in FILES[folder]]
    assert sorted(set(names)) == sorted(names)


def test_an_emergency_says_what_to_do_now() -> None:
    """Whoever reads the advice of an emergency knows whom to call or where to send the client, and when."""
    emergencies = [path for path in FILES["screening"] if texts(path)["action"] == "emergency"]
    assert len(emergencies) == 15
    for path in emergencies:
        advice = words_of(path)["advice"]
        assert WHERE_TO.search(advice), (path.stem, advice)
        assert HOW_SOON.search(advice), (path.stem, advice)


def test_every_emergency_but_one_says_how_soon() -> None:
    """The artery in the belly may be known and quiet; any other emergency has its time."""
    untimed = [
        path.stem
        for path in FILES["screening"]
        if texts(path)["action"] == "emergency" and not texts(path).get("urgency")
    ]
    assert untimed == ["aortic-aneurysm"]


def test_a_yellow_flag_rules_nothing_out() -> None:
    """Worry, poor sleep or trouble at work are reasons to plan well, never reasons not to massage."""
    yellow = [texts(path) for path in FILES["screening"] if texts(path)["kind"] == "yellow-flag"]
    assert len(yellow) == 10
    assert [entry["en"]["name"] for entry in yellow if "blocks" in entry] == []


@pytest.mark.parametrize("key", ["action", "kind"])
def test_each_word_of_an_answer_is_explained(key: str) -> None:
    """For every action and kind there is a rule that says what it means."""
    explained = {stem.removeprefix(f"screening-{key}-") for stem in stems("rules") if stem.startswith("screening-")}
    assert set(schema_of("screening")["properties"][key]["enum"]) <= explained


@every("rules")
def test_the_figures_of_a_rule_stand_in_its_text(path: Path) -> None:
    """What the program reckons with is what a person reads."""
    rule = texts(path)
    written = set(NUMBER.findall(rule["en"]["text"]))
    assert set(rule.get("figures", {}).values()) <= written


@every()
def test_what_rests_on_us_alone_is_never_verified(path: Path) -> None:
    """A meaning, a limit or an action that we set ourselves, or that is only common teaching, is called unverified."""
    entry = texts(path)
    if set(as_list(entry["sources"])) <= {"house-rules", "clinical-convention"}:
        assert entry["verified"] == "false"
