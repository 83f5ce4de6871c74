"""From what is typed to what is stored."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.ask.answers import (
    NO_ANSWER,
    choice,
    found,
    held,
    joined,
    placed,
    statement_or_items,
    understand,
)
from massageplan.ask.answers import answered as with_answer
from massageplan.ask.questions import Question, questions
from massageplan.frozen import replace
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


@pytest.mark.parametrize("typed", ["n/a", "N/A", "nil", "not applicable"])
def test_a_word_for_nothing_is_no_item(typed: str) -> None:
    """It may mean that there is none, or that nobody asked; which one has to be said."""
    assert statement_or_items(typed, WORDS)[1] == [f"That may be {' or '.join(WORDS)}; say which."]


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


def test_answers_are_placed_and_found_in_lists() -> None:
    """A number is a place in a list; a list or item that is empty goes."""
    data = placed({}, ("symptoms", 0, "quality"), "dull")
    assert data == {"symptoms": [{"quality": "dull"}]}
    assert placed(data, ("symptoms", 0, "since"), "2019") == {"symptoms": [{"quality": "dull", "since": "2019"}]}
    assert placed(data, ("symptoms", 0, "quality"), None) == {}
    two = {"symptoms": [{"where": "neck"}, {"where": "knee"}]}
    assert placed(two, ("symptoms", 0), None) == {"symptoms": [{"where": "knee"}]}
    assert found(two, ("symptoms", 1, "where")) == "knee"
    assert found(two, ("symptoms", 2, "where")) is None
    assert found({"symptoms": "none"}, ("symptoms", 0)) is None


def one(schemas: Schemas, title: str) -> Question:
    """A question of an assessment by its label."""
    asked = (*questions(schemas, "assessment"), *questions(schemas, "assessment", on_demand=True))
    return next(question for question in asked if question.title == title)


MEASURES = {
    "rom": {"hip-flexion": "90"},
    "palpation": {"neck": {"tone": "high"}},
    "test": {"slump": "negative"},
    "rmdq": "11",
}


@pytest.mark.parametrize(
    ("title", "own"),
    [("Movements", "rom"), ("Palpation", "palpation"), ("Posture, tests, strength", "test"), ("Scores", "rmdq")],
)
def test_of_a_shared_map_each_question_has_its_own_keys(schemas: Schemas, title: str, own: str) -> None:
    """It shows them, a new answer takes the place of them alone, and `-` takes out no others."""
    question = one(schemas, title)
    assert held(question, {"measures": MEASURES}) == {own: MEASURES[own]}
    assert held(question, {"measures": {k: v for k, v in MEASURES.items() if k != own}}) is None
    assert held(question, {}) is None
    rest = {key: value for key, value in MEASURES.items() if key != own}
    assert with_answer(question, {"measures": MEASURES}, None) == {"measures": rest}
    assert with_answer(question, {"measures": MEASURES}, {own: "new"}) == {"measures": {**rest, own: "new"}}
    assert with_answer(question, {"measures": {own: "1"}}, None) == {}
    assert MEASURES[own] != "new"


def test_an_answer_may_speak_of_the_map_of_another_question(schemas: Schemas) -> None:
    """A movement typed among the scores joins the movements that are there."""
    data = with_answer(one(schemas, "Scores"), {"measures": {"rom": {"hip-flexion": "90"}}}, {"rom": {"slr": "50"}})
    assert data == {"measures": {"rom": {"hip-flexion": "90", "slr": "50"}}}


def test_where_questions_can_be_opened_an_answer_is_added(schemas: Schemas) -> None:
    """What a form has given is not lost to the total of another that is typed after it."""
    scores = replace(one(schemas, "Scores"), asks=lambda _: [])
    data = with_answer(scores, {"measures": {"peg": "4", "rom": {}}}, {"rmdq": "11", "peg": "5"})
    assert data == {"measures": {"peg": "5", "rom": {}, "rmdq": "11"}}
    assert with_answer(scores, data, None) == {"measures": {"rom": {}}}


def test_of_a_shared_list_the_first_is_one_question_and_the_others_another(schemas: Schemas) -> None:
    """Other symptoms stand behind the main one, whatever it is called."""
    others, where = one(schemas, "Other symptoms"), one(schemas, "Where")
    data = {"symptoms": [{"where": "neck", "now": "5", "quality": "dull"}, {"what": "headache"}]}
    assert held(others, data) == [{"what": "headache"}]
    assert held(where, data) == {"where": "neck"}
    assert with_answer(others, data, [{"what": "nausea"}])["symptoms"] == [data["symptoms"][0], {"what": "nausea"}]
    assert with_answer(others, data, None) == {"symptoms": data["symptoms"][:1]}
    assert with_answer(others, {"symptoms": "none"}, [{"what": "nausea"}]) == {"symptoms": [{"what": "nausea"}]}
    assert with_answer(where, data, {"where": "left knee"})["symptoms"][0] == {
        "now": "5", "quality": "dull", "where": "left knee",
    }  # fmt: skip
    assert with_answer(where, data, None)["symptoms"] == [{"now": "5", "quality": "dull"}, {"what": "headache"}]


def form(nth: int, schemas: Schemas) -> Question:
    """One of three questions of a form."""
    return replace(one(schemas, "Impression"), path=("measures", "peg", "items"), nth=nth, of=3)


def test_answers_of_a_form_keep_their_places(schemas: Schemas) -> None:
    """Those that are not given are said not to be, never left out and never nothing."""
    data = with_answer(form(1, schemas), {}, "4")
    assert data == {"measures": {"peg": {"items": [NO_ANSWER, "4", NO_ANSWER]}}}
    assert [held(form(n, schemas), data) for n in range(3)] == [None, "4", None]
    both = with_answer(form(2, schemas), data, "5")
    assert found(both, ("measures", "peg", "items")) == [NO_ANSWER, "4", "5"]
    assert found(with_answer(form(1, schemas), both, None), ("measures", "peg", "items")) == [NO_ANSWER, NO_ANSWER, "5"]
    assert held(form(0, schemas), {}) is None
    assert held(form(0, schemas), {"measures": {"peg": {"items": "zork"}}}) is None


def test_a_form_without_an_answer_is_not_there(schemas: Schemas) -> None:
    """Taking out the last answer takes it out."""
    data = with_answer(form(0, schemas), {"reason": "x"}, "4")
    assert with_answer(form(0, schemas), data, None) == {"reason": "x"}
    assert with_answer(form(0, schemas), {}, NO_ANSWER) == {}


def test_maps_are_joined_map_by_map() -> None:
    """The second decides where both have a value, and neither is changed."""
    mine, other = {"a": {"x": "1", "y": "2"}, "b": "3"}, {"a": {"y": "4"}, "b": {"z": "5"}, "c": "6"}
    assert joined(mine, other) == {"a": {"x": "1", "y": "4"}, "b": {"z": "5"}, "c": "6"}
    assert mine == {"a": {"x": "1", "y": "2"}, "b": "3"}


def test_the_schema_judges_an_answer_that_is_a_map(schemas: Schemas) -> None:
    """And one item of a form, as the list it will stand in."""
    question = replace(one(schemas, "Scores"), read=lambda text: ({"psfs": {"words": {"value": "4"}}}, []))
    assert understand(question, "x", schemas, "assessment")[1] != []
    item = replace(form(1, schemas), read=lambda text: (text, []))
    assert understand(item, "4", schemas, "assessment") == ("4", [])
