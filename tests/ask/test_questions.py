"""What is asked: few questions, in the order of the schema, worded by it."""

from __future__ import annotations

from typing import Any

import pytest
from clinical.shorthand.conftest import STRANGER

from massageplan.ask.groups import GROUPS, LEVELS, WHERE
from massageplan.ask.questions import ABSENT, ASKED, MOST, Question, applies, questions
from massageplan.clinical.shorthand.note import read_findings, read_scores, read_symptom
from massageplan.frozen import replace
from massageplan.schema.describe import describe, keys
from massageplan.schema.gate import Schemas


def place(schemas: Schemas, kind: str, name: str) -> tuple[int, ...]:
    """Where a key stands in its schema, step by step: a place in a list by its number, a group by its map.

    Symptoms without a number are those behind the first.
    """
    path = GROUPS[name].path if name in GROUPS else tuple(int(s) if s.isdecimal() else s for s in name.split("/"))
    path = ("symptoms", 1) if path == ("symptoms",) else path
    return tuple(
        step if isinstance(step, int) else keys(schemas, kind, path[:n]).index(step) for n, step in enumerate(path)
    )


@pytest.mark.parametrize("kind", ASKED)
def test_a_kind_has_few_questions_in_the_order_of_its_schema(kind: str, schemas: Schemas) -> None:
    """At most 15 are always asked; each key exists, and each of the two lists follows the schema."""
    always, demanded = ASKED[kind]
    assert len(always) <= MOST == 15
    assert not set(always) & set(demanded)
    for names in (always, demanded):
        places = [place(schemas, kind, name) for name in names]
        shared = sum(name in GROUPS for name in names)
        assert places == sorted(places), names
        assert len(names) - len(set(places)) <= shared


@pytest.mark.parametrize("kind", ASKED)
def test_label_help_and_choices_come_from_the_schema_or_a_group(kind: str, schemas: Schemas) -> None:
    """Nothing is worded twice: a question that shares a map is worded with its group, every other by the schema."""
    names = (*ASKED[kind][0], *ASKED[kind][1])
    asked = (*questions(schemas, kind), *questions(schemas, kind, on_demand=True))
    for name, question in zip(names, asked, strict=True):
        assert question.words or question.choices
        group = GROUPS.get(name)
        if group:
            assert (question.path, question.title, question.description, question.examples) == (
                group.path, group.title, group.description, group.examples,
            )  # fmt: skip
            assert question.mine is group.mine
            continue
        said = describe(schemas, kind, question.path)
        assert question.title.casefold().endswith(said["title"].casefold())
        assert question.description == said["description"]
        assert question.choices == tuple(map(str, said.get("enum", ())))
        assert question.mine is None


def test_a_block_of_another_kind_says_which_it_is(schemas: Schemas) -> None:
    """Diagnoses of the history, asked in an assessment; what is of the first symptom needs no such word."""
    titles = {q.name: q.title for q in questions(schemas, "assessment", on_demand=True)}
    assert titles["history/diagnoses"] == "History: diagnoses"
    assert titles["symptoms/0/since"] == "Since"
    assert {q.name: q.title for q in questions(schemas, "client", child=True)}["guardian/name"] == "Guardian: name"


def test_questions_that_share_a_map_share_it_without_a_gap_or_a_quarrel() -> None:
    """Whatever key measures may get is the business of exactly one of them."""
    of_measures = [group for group in GROUPS.values() if group.path == ("measures",)]
    for key in (
        "rom",
        "palpation",
        "posture",
        "test",
        "strength",
        "reflex",
        "sensation",
        "rmdq",
        "psfs",
        "pain",
        "zork",
    ):
        assert [group.title for group in of_measures if group.mine(key)] != []
        assert sum(group.mine(key) for group in of_measures) == 1
    of_first = [group for group in GROUPS.values() if group.path == ("symptoms", 0)]
    for key in (*WHERE, *LEVELS):
        assert sum(group.mine(key) for group in of_first) == 1
    others = GROUPS["symptoms"].mine
    assert [others(n) for n in range(3)] == [False, True, True]


@pytest.mark.parametrize("name", GROUPS)
def test_examples_of_a_group_can_be_typed(name: str) -> None:
    """Each is understood as it stands by the reader of its question."""
    known, path = STRANGER, GROUPS[name].path
    for example in GROUPS[name].examples:
        if example.startswith("ask "):
            continue
        if path[0] == "symptoms":
            part: Any = {"Where": "where", "How strong": "levels", "Other symptoms": "others"}[GROUPS[name].title]
            value, faults = read_symptom(example, known, part)
        elif name == "measures/score":
            value, faults = read_scores(example, known, {"odi": 10})
        else:
            near = replace(known, addresses=("rom/lumbar-lateral-flexion",))
            value, faults = read_findings(example, near, name == "measures/palpation")
        assert (bool(value), faults) == (True, ())


def named(found: list[Question]) -> list[str]:
    """Names of questions."""
    return [question.name for question in found]


def test_for_a_child_the_one_who_is_present_is_asked_at_once(schemas: Schemas) -> None:
    """And not a second time on demand."""
    assert named(questions(schemas, "session", child=True))[:2] == ["attended", "present"]
    assert "present" not in named(questions(schemas, "session", on_demand=True, child=True))
    assert "present" in named(questions(schemas, "session", on_demand=True))


def test_what_the_record_is_nothing_without_is_needed(schemas: Schemas) -> None:
    """A client's name; what an event was."""
    assert [q.name for q in questions(schemas, "client") if q.needed] == ["name"]
    assert [q.name for q in questions(schemas, "event") if q.needed] == ["what", "words"]
    assert not any(q.needed for q in questions(schemas, "session"))


def test_who_did_not_come_had_no_treatment(schemas: Schemas) -> None:
    """Words and plans remain to be asked."""
    (attended,) = (q for q in questions(schemas, "session") if q.name == "attended")
    assert set(attended.choices) >= ABSENT
    for word in ABSENT:
        left = named([q for q in questions(schemas, "session") if applies(q, {"attended": word})])
        assert left == ["attended", "said", "next"]


def test_lists_are_told_from_the_schema(schemas: Schemas) -> None:
    """Alerts may be several, a name may not."""
    parted = {q.name: q.parted for q in questions(schemas, "client")}
    assert (parted["alerts"], parted["name"]) == (";", "")
