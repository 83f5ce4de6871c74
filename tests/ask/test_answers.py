"""From what is typed to what is stored."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.ask.answers import choice, found, placed, statement_or_items, understand
from massageplan.ask.questions import questions
from massageplan.schema.gate import Schemas

WORDS = ("none", "unknown", "not asked", "no change")
COMES = ("yes", "late", "left-early", "cancelled", "cancelled-late")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("y", "yes"), ("LATE", "late"), ("left early", "left-early"), ("cancelled", "cancelled"), ("Left", "left-early")],
)
def test_a_choice_goes_by_its_first_letters(typed: str, meant: str) -> None:
    """In any case, a blank for a hyphen; a whole word wins over a longer one."""
    assert choice(typed, COMES) == (meant, [])


def test_a_choice_that_could_be_two_is_told() -> None:
    """And one that is none is answered with the nearest."""
    assert choice("l", COMES)[1] == ["That may be late or left-early; type a little more of it."]
    assert choice("canceled", COMES)[1][0].endswith("Did you mean cancelled?")
    assert choice("banana", COMES)[1] == ["Not one of: yes, late, left-early, cancelled, cancelled-late."]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("None", "none"),
        ("no change", "no change"),
        ("unk", "unknown"),
        ("latex", ["latex"]),
        ("a, b; c ;", ["a, b", "c"]),
        ("none that I know", ["none that I know"]),
    ],
)
def test_a_statement_or_the_users_own_items(typed: str, meant: Any) -> None:
    """A statement by its beginning; all else is a list between semicolons, commas and all."""
    assert statement_or_items(typed, WORDS) == (meant, [])


def test_no_may_be_three_statements() -> None:
    """Nothing is guessed where health hangs on it."""
    assert statement_or_items("no", WORDS)[1] == [
        "That may be none or not asked or no change; type a little more of it."
    ]


def answered(schemas: Schemas, kind: str, name: str, typed: str) -> tuple[Any, list[str]]:
    """What an answer to a question is."""
    asked = (*questions(schemas, kind), *questions(schemas, kind, on_demand=True))
    return understand(next(q for q in asked if q.name == name), typed, schemas, kind)


def test_the_schema_judges_each_answer_alone(schemas: Schemas) -> None:
    """Whatever else the record may lack, and with an example of the right form."""
    assert answered(schemas, "client", "born", "1988-05-04") == ("1988-05-04", [])
    value, wrong = answered(schemas, "client", "born", "4 May")
    assert value == "4 May"
    assert "1988-02-19" in wrong[0]
    assert answered(schemas, "event", "words", "Slipped: on # ice") == ("Slipped: on # ice", [])


def test_items_are_parted_only_where_a_list_may_stand(schemas: Schemas) -> None:
    """A sentence keeps its semicolon."""
    assert answered(schemas, "client", "alerts", "latex; risk of falls") == (["latex", "risk of falls"], [])
    assert answered(schemas, "client", "alerts", "latex") == ("latex", [])
    assert answered(schemas, "session", "said", "slept; woke") == ("slept; woke", [])
    assert answered(schemas, "history", "history/surgeries", "appendix") == (["appendix"], [])


def test_answers_are_placed_and_found_in_blocks() -> None:
    """Nothing is changed in place, and an empty block goes with its last answer."""
    data = placed({"date": "2026-03-09"}, ("history", "allergies"), "none")
    assert data == {"date": "2026-03-09", "history": {"allergies": "none"}}
    assert found(data, ("history", "allergies")) == "none"
    assert found(data, ("history", "work", "x")) is None
    assert placed(data, ("history", "allergies"), None) == {"date": "2026-03-09"}
    assert data["history"] == {"allergies": "none"}
