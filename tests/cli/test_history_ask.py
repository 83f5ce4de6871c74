"""`mplan history CLIENT --ask`: the questions that a plan wants answered, and no others."""

from __future__ import annotations

import gitpractice
import pytest
from prompting import HEAD, Opens

from .assessing import TALK, record


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


def test_a_sign_is_cleared_on_the_day_it_was_found(practice: gitpractice.Practice, opens: Opens) -> None:
    """Nothing is open any more then: neither at the prompt nor in what is shown of the client."""
    day = gitpractice.TODAY
    file = f"clients/{gitpractice.JD}/{day}-assessment.yaml"
    practice.write(file, f"date: {day}\nreason: low back\nscreening: {{cauda-equina: {{answer: yes, did: sent}}}}\n")
    practice.git("add", "-A")
    practice.git("commit", "-qm", f"assessment {day} jd-7k2m")
    settles = f"not cleared; once it is: mplan history {gitpractice.JD} --ask cauda-equina\n"
    assert settles in practice.mplan("show", "jane").out
    visit = opens("history", "jane", "--ask", "cauda-equina")
    visit.type("1", "rang her", "Dr Osei, today", "")
    assert visit.end() == 0
    assert "who has cleared it, and when?" in visit.seen
    assert "While this emergency is open" not in visit.seen
    assert "Open warning sign" not in practice.mplan("show", "jane").out
    again = opens("assess", "jane", "--region", "low-back", columns=120)
    again.type("", "", "", *TALK, "1", "sent home", "", "not yet", *[""] * 7)
    assert again.end() == 0
    assert f"Cleared on {day}, which holds for that day: say not yet, if it is here again." in again.seen
    assert "While this emergency is open" in again.seen
    assert "OPEN WARNING SIGN" not in again.seen
    assert "Open warning sign" in practice.mplan("show", "jane").out


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
