"""An earlier yes at the prompt: it holds until somebody says that it is no."""

from __future__ import annotations

import gitpractice
import pytest
from prompting import DAY, JD, Opens, Terminal, interrupted

from .assessing import TALK, record

WAS = "date: 2026-03-01\nscreening: {anticoagulants: yes}\n"


@pytest.fixture
def thinned(practice: gitpractice.Practice) -> gitpractice.Practice:
    """The practice, where Jane takes a blood thinner since March."""
    practice.write(f"clients/{JD}/2026-03-01-history.yaml", WAS)
    practice.git("add", "-A")
    practice.git("commit", "-qm", "history")
    return practice


def _at_the_signs(opens: Opens, answer: str) -> Terminal:
    """An assessment of the low back, whose warning signs are answered in this line."""
    visit = opens("assess", "jane", "--region", "low-back", columns=100)
    visit.type("", "", "", *TALK, answer)
    return visit


def test_none_takes_no_earlier_yes_back(thinned: gitpractice.Practice, opens: Opens) -> None:
    """It is asked, and Enter leaves it as it was: the new record says nothing about it."""
    before = thinned.records
    visit = _at_the_signs(opens, "none")
    visit.wait("10 Blood thinners or easy bruising was yes on 2026-03-01: is it no now\\? \\(y/N\\)")
    visit.type(*[""] * 8)
    assert visit.end() == 0
    kept = record(thinned, before)
    assert "anticoagulants" not in kept
    assert "  pregnancy: no\n" in kept
    assert "10 no: it was yes or unsure, and is no now." in visit.seen


def test_a_yes_that_is_no_now_is_kept_as_no(thinned: gitpractice.Practice, opens: Opens) -> None:
    """Said in so many words, after a slip."""
    before = thinned.records
    visit = _at_the_signs(opens, "none")
    visit.type("perhaps", "y", *[""] * 7)
    assert visit.end() == 0
    assert "y: it is no now. n, or Enter: it stays as it was." in visit.seen
    assert "  anticoagulants: no\n" in record(thinned, before)


@pytest.mark.parametrize("line", ["10 no", "none 10 no", "10: no"])
def test_a_number_and_no_takes_a_yes_back(thinned: gitpractice.Practice, opens: Opens, line: str) -> None:
    """Then nothing more is asked of it."""
    before = thinned.records
    visit = _at_the_signs(opens, line)
    visit.type(*[""] * 7)
    assert visit.end() == 0
    assert "  anticoagulants:\n    answer: no\n" in record(thinned, before)
    assert "is it no now" not in visit.seen


@pytest.mark.parametrize("line", ["10", "10?", "-10", "not asked", ""])
def test_what_is_answered_is_not_asked_again(thinned: gitpractice.Practice, opens: Opens, line: str) -> None:
    """Nor is anything where nobody asked at all."""
    visit = _at_the_signs(opens, line)
    visit.wait("Most like")
    visit.wait()
    assert "is it no now" not in visit.seen
    assert interrupted(visit) == 130


def test_a_history_takes_no_earlier_yes_back(thinned: gitpractice.Practice, opens: Opens) -> None:
    """The list of the client's health asks the same."""
    before = thinned.records
    visit = opens("history", "jane")
    visit.type(*[""] * 8, "none")
    visit.wait("Blood thinners or easy bruising was yes on")
    visit.type("", "")
    assert visit.end() == 0
    kept = record(thinned, before)
    assert "anticoagulants" not in kept
    assert "  epilepsy: no\n" in kept


def test_a_blood_thinner_among_the_medicines_is_told_at_once(practice: gitpractice.Practice, opens: Opens) -> None:
    """At the medicines, since nobody asked yet; and again where the question itself is answered no."""
    visit = opens("history", "jane", columns=120)
    visit.type(*[""] * 4, "ibuprofen; Apixaban 5 mg")
    visit.wait()
    assert "Look again: apixaban thins the blood, and anticoagulants was not asked." in visit.seen
    visit.type_now("")
    visit.type("", "", "none")
    visit.wait()
    assert "Look again: apixaban thins the blood, and anticoagulants is answered no." in visit.seen
    assert interrupted(visit) == 130


@pytest.mark.parametrize(
    ("history", "answers"),
    [
        ("screening: {anticoagulants: yes}\n", ("none", "y")), ("screening: {anticoagulants: yes}\n", ("10 no",)),
        ("screening: {anticoagulants: no}\n", ("none",)), ("", ("none",)),
    ],
    ids=["no now", "taken back", "no again", "first asked"],
)  # fmt: skip
@pytest.mark.parametrize("day", ["2026-03-01", DAY])
def test_a_no_against_a_medicine_of_an_earlier_record_is_told_at_once(
    practice: gitpractice.Practice, opens: Opens, history: str, answers: tuple[str, ...], day: str
) -> None:
    """Once, at the warning signs of an assessment, where the history names the blood thinner."""
    listed = f"date: {day}\nhistory: {{medicines: [apixaban 5 mg]}}\n{history}"
    practice.write(f"clients/{JD}/{day}-history.yaml", listed)
    visit = opens("assess", "jane", "--region", "low-back", columns=120)
    visit.type("", "", "", *TALK, *answers)
    visit.wait("Most like")
    assert visit.seen.count("Look again: apixaban thins the blood, and anticoagulants is answered no.") == 1
    visit.wait()
    assert interrupted(visit) == 130


def test_a_medicine_against_a_no_of_the_same_day_is_told_at_once(
    practice: gitpractice.Practice, opens: Opens
) -> None:  # fmt: skip
    """A history that follows the assessment stands before it in the folder."""
    practice.write(f"clients/{JD}/{DAY}-assessment.yaml", f"date: {DAY}\nscreening: {{anticoagulants: no}}\n")
    visit = opens("history", "jane", columns=120)
    visit.type(*[""] * 4, "Apixaban 5 mg")
    visit.wait()
    assert "Look again: apixaban thins the blood, and anticoagulants is answered no." in visit.seen
    assert interrupted(visit) == 130
