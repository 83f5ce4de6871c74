"""`mplan history CLIENT --ask`: the questions that a plan wants answered, and no others."""

from __future__ import annotations

import gitpractice
import pytest
from prompting import HEAD, Opens

from .assessing import record


def test_the_questions_that_are_named_are_put_and_no_others(practice: gitpractice.Practice, opens: Opens) -> None:
    """In the order they were named, in the words one asks aloud; a grave yes asks what was done."""
    before = practice.records
    visit = opens("history", "jane", "--ask", "dvt, lymphoedema")
    visit.wait()
    assert " 1  Is one calf or thigh warm" in visit.seen
    assert "Operations" not in visit.seen
    visit.type_now("1")
    visit.type("sent her to the clinic", "")
    assert visit.end() == 0
    assert "asks more" not in visit.seen
    assert record(practice, before) == HEAD + (
        "screening:\n  dvt:\n    answer: yes\n    did: sent her to the clinic\n  lymphoedema: no\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--ask", "dvd"), "The library has no screening 'dvd'. did you mean dvt?"),
        (("--ask", " , "), "--ask names no question."),
        (("--ask", "dvt", "--edit"), "--ask puts questions; --edit and --from do not."),
    ],
)
def test_what_cannot_be_asked_is_refused(practice: gitpractice.Practice, words: tuple[str, ...], said: str) -> None:
    """In one sentence, before anything is begun."""
    ran = practice.mplan("history", "jane", *words)
    assert ran.code == 2
    assert said in " ".join(ran.err.split())
