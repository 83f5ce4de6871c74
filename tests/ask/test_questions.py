"""What is asked: few questions, in the order of the schema, worded by it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from massageplan.ask.questions import ABSENT, ASKED, MOST, Question, applies, questions
from massageplan.schema.describe import describe, keys
from massageplan.schema.gate import Schemas


def place(schemas: Schemas, kind: str, name: str) -> tuple[int, ...]:
    """Where a key stands in its schema, step by step."""
    steps = tuple(name.split("/"))
    return tuple(keys(schemas, kind, steps[:n]).index(step) for n, step in enumerate(steps))


@pytest.mark.parametrize("kind", ASKED)
def test_a_kind_has_few_questions_in_the_order_of_its_schema(kind: str, schemas: Schemas) -> None:
    """At most 15; each key exists, and each of the two lists follows the schema."""
    always, demanded = ASKED[kind]
    assert len(always) + len(demanded) <= MOST == 15
    assert not set(always) & set(demanded)
    for names in (always, demanded):
        places = [place(schemas, kind, name) for name in names]
        assert all(one < other for one, other in pairwise(places)), names


@pytest.mark.parametrize("kind", ASKED)
def test_label_help_and_choices_come_from_the_schema(kind: str, schemas: Schemas) -> None:
    """Nothing is worded twice."""
    for question in (*questions(schemas, kind), *questions(schemas, kind, on_demand=True)):
        said = describe(schemas, kind, question.path)
        assert (question.title, question.description) == (said["title"], said["description"])
        assert question.choices == tuple(said.get("enum", ()))
        assert question.words or question.choices


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
