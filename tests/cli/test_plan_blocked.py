"""`mplan plan` where something forbids a draft, or a plan by hand is wanted."""

from __future__ import annotations

from pathlib import Path

import gitpractice
import pytest
import yaml
from prompting import DAY, JD, Opens, editor, interrupted, new

from cli.planned import ASSESSED, STEM, assessed, enter_all


def test_with_nobody_asked_about_red_flags_there_is_no_draft(practice: gitpractice.Practice, opens: Opens) -> None:
    """The questions are listed in words, with their ids, and the command that asks them."""
    assessed(practice, ASSESSED.replace("  cauda-equina: no\n", ""))
    before = practice.records
    done = practice.mplan("plan", "jane")
    assert (done.code, done.out) == (1, "")
    assert "? (cauda-equina)\n" in done.err
    assert f"mplan assess {JD}" in done.err
    assert "(spinal-fracture)" not in done.err
    talk = opens("plan", "jane")
    assert talk.end() == 1
    assert "(cauda-equina)" in talk.seen
    assert practice.records == before


def test_after_a_grave_answer_there_are_referrals_alone(practice: gitpractice.Practice, opens: Opens) -> None:
    """What is open is said with its advice; no goal, technique or homework, neither printed nor asked."""
    assessed(practice, ASSESSED.replace("cauda-equina: no", "cauda-equina: yes"))
    before = practice.records
    done = practice.mplan("plan", "jane")
    assert done.code == 0
    assert "OPEN WARNING SIGN (2026-03-02)" in done.err
    assert "How soon" in done.err
    assert set(yaml.load(done.out, Loader=yaml.BaseLoader)) == {"date", "assessment", "referrals"}
    talk = opens("plan", "jane")
    talk.type("+")
    enter_all(talk)
    assert "Anything to add?" not in talk.seen
    assert "Agreed" not in talk.seen
    talk.type_now("n")
    assert talk.end() == 1
    assert practice.records == before


def test_a_sign_that_comes_up_meanwhile_leaves_referrals_alone(practice: gitpractice.Practice, opens: Opens) -> None:
    """A draft that was left half gone through is gone on with, but of what it planned nothing is kept."""
    assessed(practice)
    begun = opens("plan", "jane")
    begun.type("", "")
    begun.wait()
    assert interrupted(begun) == 130
    practice.write(f"clients/{JD}/2026-03-05-session.yaml", "date: 2026-03-05\nscreening:\n  cauda-equina: yes\n")
    before = practice.records
    talk = opens("plan", "jane")
    talk.type("")
    enter_all(talk)
    assert "OPEN WARNING SIGN (2026-03-05)" in talk.seen
    talk.type_now("")
    assert talk.end() == 0
    (text,) = new(practice, before)
    assert set(yaml.load(text, Loader=yaml.BaseLoader)) == {"date", "assessment", "referrals"}


def test_without_an_assessment_one_is_asked_for(practice: gitpractice.Practice, opens: Opens, tmp_path: Path) -> None:
    """A plan by hand can be made all the same."""
    done = practice.mplan("plan", "jane")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"mplan: There is no assessment in this course to draft a plan from.\n       begin with: mplan assess {JD}\n"
    )
    before = practice.records
    made = opens("plan", "jane", "--edit", EDITOR=editor(tmp_path, "printf 'why: by hand\\n' >> \"$1\""))
    assert made.end() == 0
    assert new(practice, before) == [f"date: {DAY}\nwhy: by hand\n"]


def test_an_assessment_that_cannot_be_read_is_named(practice: gitpractice.Practice) -> None:
    """It is not said that there is none."""
    assessed(practice, "date: [\n")
    done = practice.mplan("plan", "jane")
    assert done.code == 1
    assert f"{STEM}.yaml cannot be used" in done.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--change", "better"), "There is no plan in force that could be changed."),
        (("--change", " "), "--change says why the plan is changed, in words."),
        (("--change", "..."), "--change says why the plan is changed, in words."),
        (("--print", "--edit"), "--print only prints the draft"),
        (("--print", "--from", "-"), "--print only prints the draft"),
    ],
)
def test_options_that_make_no_sense(practice: gitpractice.Practice, words: tuple[str, ...], says: str) -> None:
    """One sentence, and what to do."""
    assessed(practice)
    done = practice.mplan("plan", "jane", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"mplan: {says}")
