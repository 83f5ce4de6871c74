"""A client assessed before, scores, and forms asked question by question."""

from __future__ import annotations

import gitpractice
import pytest
from prompting import HEAD, JD, Opens, Terminal, drafts, new

from .assessing import TALK, record

LAST = """\
date: 2026-02-02
symptoms:
  - where: right neck
    now: 5
screening:
  cervical-artery: no
  fever: {answer: yes, did: sent home, cleared: GP on 2026-02-10}
measures:
  rom:
    cervical-rotation: {left: 55, right: {value: 70, hurts: 3}}
  palpation:
    upper-trapezius: {right: {tone: high, tender: 6}}
  test:
    spurling: {right: negative}
  ndi: 14/50
  psfs: {drive: {value: 4, words: Drive the car}}
"""


@pytest.fixture
def seen_before(practice: gitpractice.Practice) -> gitpractice.Practice:
    """The practice, where Jane's neck was assessed five weeks ago."""
    practice.write(f"clients/{JD}/2026-02-02-assessment.yaml", LAST)
    practice.git("add", "-A")
    practice.git("commit", "-qm", "assessed")
    return practice


def test_a_look_again_shows_last_values_and_copies_none(seen_before: gitpractice.Practice, opens: Opens) -> None:
    """Enter all the way keeps nothing; the region is that of the last time."""
    before = seen_before.records
    visit = opens("assess", "jane")
    visit.type(*[""] * 15)
    assert visit.end() == 1
    assert new(seen_before, before) == []
    assert drafts(seen_before) == []
    assert seen_before.unsaved == []
    told = " ".join(visit.seen.split())
    for shown in (
        "last, 2026-02-02: where: right neck", "last, 2026-02-02: now: 5", "a numb face? [no on 2026-02-02]",
        "L 55 R 70, 2026-02-02", "last upper trapezius tender: R 6, 2026-02-02",
        "last spurling: R negative, 2026-02-02", "ndi Neck Disability Index last 14/50, 2026-02-02",
        "last drive 4, 2026-02-02",
    ):  # fmt: skip
        assert shown in told
    assert told.endswith("nothing was kept")


def test_a_look_again_rates_the_same_activities(seen_before: gitpractice.Practice, opens: Opens) -> None:
    """So that then and now can be set side by side; what is measured again is short to type."""
    before = seen_before.records
    visit = opens("assess", "jane", "--region", "neck")
    visit.type("", "", "3", *TALK, "", "", "rot L 62 R 75", "", "", "ask psfs", "7", "swim 5", "", "", "", "")
    assert visit.end() == 0
    assert "1/3 Drive: how well does it go now?" in visit.seen
    assert record(seen_before, before) == HEAD + (
        "symptoms:\n  - now: 3\nmeasures:\n  rom:\n    cervical-rotation:\n      left: 62\n      right: 75\n"
        "  psfs:\n    drive: 7\n    swim:\n      value: 5\n      words: swim\n"
    )


def test_every_line_fits_a_narrow_terminal(seen_before: gitpractice.Practice, opens: Opens) -> None:
    """At 60 columns and without colours, whatever is asked, told or explained."""
    visit = opens("assess", "jane", columns=60)
    visit.type(
        "?", "", "?", "right hip and left knee", "", "?", "lots", "", *TALK, "?", "1 6 zork", "1 3? 6", "sent home"
    )
    visit.type(
        "",
        "sent home",
        "sent home",
        "?",
        "9",
        "1",
        "?",
        "rot 5 5",
        "rot L 50",
        "?",
        "zork R high",
        "",
        "?",
        "",
        "ask ndi",
        "ask peg",
    )
    visit.type("?", "zork", "3", "<", "<", "ask rmdq", "99", "1 2", "", "", "n")
    assert visit.end() == 1
    assert "\x1b" not in visit.seen
    assert [line for line in visit.seen.splitlines() if len(line) >= 60 and ".yaml" not in line] == []


def test_a_form_is_asked_by_numbers(practice: gitpractice.Practice, opens: Opens) -> None:
    """Where an answer is missing there is no total, and it says why; nothing is made up."""
    before = practice.records
    visit = opens("assess", "jane", "--region", "low-back")
    visit.type("", "", "", *TALK, "", "", "", "", "", "ask peg", "11", "3", "-", "5", "rmdq 11", "", "")
    assert visit.end() == 0
    told = " ".join(visit.seen.split())
    assert "A number from 0 to 10, or - where there is no answer." in told
    assert "peg: no total: 1 of 3 answers is missing; all are needed." in told
    assert record(practice, before) == HEAD + (
        "measures:\n  peg:\n    items:\n      - 3\n      - no answer\n      - 5\n  rmdq: 11\n"
    )


def test_what_cannot_be_asked_is_typed(practice: gitpractice.Practice, opens: Opens) -> None:
    """A form whose text may not be shown takes its answers in a row, and its total is told at once."""
    before = practice.records
    visit = opens("assess", "jane", "--region", "low-back")
    visit.type(
        "",
        "",
        "",
        *TALK,
        "",
        "",
        "",
        "",
        "",
        "ask odi",
        "ask zork",
        "odi 3 2",
        "odi 1 1 1 1 1 1 1 1 1 9",
        "odi 3 2 - 1 0 2 2 1 3 2",
        "",
        "",
    )
    assert visit.end() == 0
    told = " ".join(visit.seen.split())
    assert "The questions of odi cannot be shown here; type its figure: odi 14, or all its answers in a row" in told
    assert "No questionnaire is known by this name" in told
    assert "odi has 10 answers, and here are 2." in told
    assert "odi: Answer 10 lies outside 0 to 5." in told
    assert "odi: 36, moderate" in told
    assert "    items:\n      - 3\n      - 2\n      - no answer\n" in record(practice, before)


def test_the_terminal_is_closed_within_a_form(practice: gitpractice.Practice, opens: Opens) -> None:
    """What was given of it is in the draft."""
    visit: Terminal = opens("assess", "jane", "--region", "low-back")
    visit.type("", "", "", *TALK, "", "", "", "", "", "ask peg", "3")
    visit.wait()
    visit.child.sendeof()
    assert visit.end() == 1
    (draft,) = drafts(practice)
    assert draft == HEAD + "measures:\n  peg:\n    items:\n      - 3\n      - no answer\n      - no answer\n"
