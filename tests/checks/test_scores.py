"""A form's answers against the form, and its typed total against its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Named = Callable[[str, Mapping[str, str]], list[Finding]]

ASSESSMENT = "2026-09-07-assessment.yaml"


def record(measures: str) -> dict[str, str]:
    """An assessment with these figures."""
    return {ASSESSMENT: f"date: 2026-09-07\nmeasures: {measures}\n"}


@pytest.mark.parametrize(
    ("measures", "message", "place", "help"),
    [
        ("{peg: {items: [6, 7]}}", "peg: It takes 3 answers; 2 stand here.", "3",
         "write no answer where one is missing"),
        ("{peg: {items: [6, 12, 5]}}", "peg: Answer 2 lies outside 0 to 10.", "7 12",
         "look at the form again, or write no answer"),
        ("{peg: {items: [6, often, 5]}}", "peg: Answer 2 is no number.", "7 often",
         "look at the form again, or write no answer"),
        ("{pge: {items: [6, 7, 5]}}", "No form pge is known whose answers could be added up.", "3",
         "did you mean peg?"),
        ("{pain: {items: [6, 7]}}", "No form pain is known whose answers could be added up.", "3",
         "type the figure alone"),
        ("{spadi/pain: {items: [6, 7, 3, 3, 3]}}", "Answers stand with the whole form, not with a part of it.", "3",
         "write them under spadi"),
        ("{aqol: {items: [1, 2]}}", "aqol: It has no list of items here.", "3", "type the total"),
    ],
)  # fmt: skip
def test_answers_that_do_not_fit(measures: str, message: str, place: str, help: str, named: Named) -> None:
    """Pointed at the answer itself, or at the list when it is about all of them; the answer is never repeated."""
    (hit,) = named("items-do-not-fit", record(measures))
    text = f"measures: {measures}"
    column = text.index(place.split()[1]) if " " in place else text.index("[")
    assert (hit.message, hit.help) == (message, help)
    assert (hit.span.line, hit.span.column) == (2, column + 1)


@pytest.mark.parametrize(
    "measures",
    [
        "{peg: {items: [6, no answer, 5]}}",
        "{rmdq: {items: [1, 1, 0, 1, n/a, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]}}",
        "{midas: {items: [2, 4, 1, 3, 1, 10, 6]}}",
        "{psfs: {items: [4, 2]}}",
    ],
)
def test_answers_that_fit(measures: str, named: Named) -> None:
    """Gaps in words, further questions of the form, and as many activities as the client has."""
    assert named("items-do-not-fit", record(measures)) == []


@pytest.mark.parametrize(
    ("measures", "total"),
    [
        ("{peg: {value: 7, items: [6, 7, 5]}}", "6"),
        ("{ndi: {value: 42, items: [3, 2, 3, 0, 0, 2, 5, 2, 2, 2]}}", "21"),
        ("{ndi: {value: 21 %, items: [3, 2, 3, 0, 0, 2, 5, 2, 2, 2]}}", "21"),
        ("{ndi: {value: 20/50, items: [3, 2, 3, 0, 0, 2, 5, 2, 2, 2]}}", "21"),
        ("{odi: {value: 35.5, items: [5, 5, 3, 3, 0, 0, 0, 0, 0, no answer]}}", "36"),
    ],
)
def test_a_total_that_the_answers_do_not_give(measures: str, total: str, named: Named) -> None:
    """The sentence says what they come to; the other place is the answers."""
    (hit,) = named("total-differs-from-items", record(measures))
    name = measures[1:].partition(":")[0]
    assert hit.message == f"The answers of {name} come to {total}, not to what was typed."
    assert (hit.span.column, hit.related[0].column) == (11 + measures.index(": ", 6) + 2, 11 + measures.index("["))


@pytest.mark.parametrize(
    "measures",
    [
        "{peg: {value: 6, items: [6, 7, 5]}}",
        "{psfs: {value: 4.3, items: [4, 2, 7]}}",
        "{psfs: {value: '4,33', items: [4, 2, 7]}}",
        "{odi: {value: 36 %, items: [5, 5, 3, 3, 0, 0, 0, 0, 0, no answer]}}",
        "{odi: {value: 35.6, items: [5, 5, 3, 3, 0, 0, 0, 0, 0, no answer]}}",
        "{odi: {value: 16/45, items: [5, 5, 3, 3, 0, 0, 0, 0, 0, no answer]}}",
        "{ndi: {value: 42 %, items: [3, 2, 3, 0, 0, 2, 5, 2, 2, 2]}}",
        "{ndi: {value: 21/50, items: [3, 2, 3, 0, 0, 2, 5, 2, 2, 2]}}",
        "{spadi: {value: 31.1, items: [3, 2, 3, 2, 3, 5, 4, 3, 4, 4, 3, 5, 1]}}",
        "{spadi: {value: 32.3, items: [3, 2, 3, 2, 3, 5, 4, 3, 4, 4, 3, 5, 1]}}",
        "{quickdash: {value: 50 %, items: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}}",
        "{peg: {value: about 7, items: [6, 7, 5]}}",
        "{peg: {value: 6-7, items: [6, 7, 5]}}",
        "{peg: {value: 7, items: [6, no answer, 5]}}",
        "{own: {value: 7, items: [6, 5]}}",
        "{peg: {items: [6, 7, 5]}}",
    ],
)
def test_a_total_that_agrees_or_cannot_be_judged(measures: str, named: Named) -> None:
    """Rounded, in per cent, by the second way to add up; and whatever is no plain figure or has no total beside it."""
    assert named("total-differs-from-items", record(measures)) == []
