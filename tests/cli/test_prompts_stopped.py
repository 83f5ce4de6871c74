"""A record that is stopped half way: nothing told is lost, and nothing becomes a record by itself."""

from __future__ import annotations

import signal
from collections.abc import Callable

import gitpractice
import pytest
from prompting import HEAD, JD, PROMPT, Opens, Terminal, drafts, interrupted, new


def closed(visit: Terminal) -> int | None:
    """Ctrl-D, as when the terminal has nothing more to give."""
    visit.child.sendeof()
    return visit.end()


def hung_up(visit: Terminal) -> int | None:
    """The window is closed."""
    visit.child.close(force=False)
    return visit.child.exitstatus


def killed(visit: Terminal) -> int | None:
    """kill -9."""
    visit.child.kill(signal.SIGKILL)
    return visit.end()


@pytest.mark.parametrize(
    ("stop", "codes"),
    [
        (interrupted, (130,)),
        (closed, (1,)),
        (hung_up, (None, 3)),
        (killed, (None,)),
    ],  # a hang-up ends it, or its prompt
    ids=lambda v: str(v)[:20],
)
def test_answers_outlive_the_end_of_the_terminal(
    practice: gitpractice.Practice, opens: Opens, stop: Callable[[Terminal], int | None], codes: tuple[int | None, ...]
) -> None:
    """They are a draft, not a record; `today` tells of it; the next session offers it, fills it in and keeps it."""
    before, commits = practice.records, practice.subjects()
    visit = opens("session", "jane")
    visit.type("late", "half way")
    visit.wait()
    assert stop(visit) in codes
    assert drafts(practice) == [HEAD + "attended: late\nsaid: half way\n"]
    assert (practice.records, practice.subjects()) == (before, commits)
    assert f"mplan session {JD}" in practice.mplan("today").out
    assert practice.records == before
    again = opens("session", "jane")
    again.type("", "", "")
    assert "now: late" in again.seen
    assert "now: half way" in again.seen
    again.type("n 3", "", "", "", "", "")
    assert again.end() == 0
    assert new(practice, before) == [HEAD + "attended: late\nsaid: half way\nmeasures:\n  pain: 3\n"]
    assert drafts(practice) == []


def test_a_draft_that_is_declined_may_be_thrown_away(practice: gitpractice.Practice, opens: Opens) -> None:
    """Enter keeps it for another time; y throws it away."""
    begun = opens("session", "jane")
    begun.type("late")
    begun.wait()
    assert interrupted(begun) == 130
    assert "Go on with: mplan session jd-7k2m" in begun.seen
    kept = opens("session", "jane")
    kept.type("n", "")
    assert "Throw it away?" in kept.wait()
    assert interrupted(kept) == 130
    assert len(drafts(practice)) == 1
    thrown = opens("session", "jane")
    thrown.type("n", "y")
    thrown.wait()
    assert interrupted(thrown) == 130
    assert "stopped; nothing was kept" in thrown.seen
    assert drafts(practice) == []


def test_a_note_points_at_what_it_does_not_understand_and_lets_it_be_mended(
    practice: gitpractice.Practice, opens: Opens
) -> None:
    """The line stands there again: what is deleted and typed now is all that changes."""
    before = practice.records
    note = opens("note", "jane", columns=60)
    note.type("?", "n 6>4; zork 3")
    note.wait(PROMPT + r"n 6>4; zork 3$")
    assert "    n 6>4; zork 3\n           ^^^^\n" in note.seen
    assert "lumbar flex 40>48    a figure" in note.seen
    note.child.send("\x7f" * len("zork 3") + "hw 4/7\r")
    note.type("")
    assert note.end() == 0
    assert new(practice, before) == [HEAD + "measures:\n  pain: 6 -> 4\nhomework-done: 4/7\n"]


def test_a_note_is_given_up_by_an_empty_line(practice: gitpractice.Practice, opens: Opens) -> None:
    """Nothing is kept, and no draft; Ctrl-C at a line that is not understood keeps the line."""
    before = practice.records
    note = opens("note", "jane")
    note.type("")
    assert note.end() == 1
    assert (practice.records, drafts(practice)) == (before, [])
    stopped = opens("note", "jane")
    stopped.type("n 6>4; zork 3")
    stopped.wait(PROMPT + r"n 6>4; zork 3$")
    assert interrupted(stopped) == 130
    assert drafts(practice) == [HEAD + "note: n 6>4; zork 3\n"]


def test_a_note_goes_on_with_a_draft_by_questions(practice: gitpractice.Practice, opens: Opens) -> None:
    """The line that was not understood stands under the note, to be looked at; declined, a line is asked for."""
    before = practice.records
    stopped = opens("note", "jane")
    stopped.type("n 6>4; zork 3")
    stopped.wait(PROMPT + r"n 6>4; zork 3$")
    assert interrupted(stopped) == 130
    declined = opens("note", "jane")
    declined.type("n", "", "")
    assert declined.end() == 1
    assert len(drafts(practice)) == 1
    note = opens("note", "jane")
    note.type("", "", "", "n 6>4", "", "", "", "", "")
    assert note.end() == 0
    assert new(practice, before) == [HEAD + "measures:\n  pain: 6 -> 4\nnote: n 6>4; zork 3\n"]
    assert drafts(practice) == []


def test_a_draft_of_another_day_that_is_stopped_again_is_said_to_be_kept(
    practice: gitpractice.Practice, opens: Opens
) -> None:
    """Its day is its own, not that of the command that goes on with it."""
    begun = opens("session", "jane", "--date", "2026-03-08")
    begun.type("late")
    begun.wait()
    assert interrupted(begun) == 130
    again = opens("session", "jane")
    again.type("")
    again.wait()
    assert interrupted(again) == 130
    assert "stopped; the draft is kept" in again.seen
    assert len(drafts(practice)) == 1


def test_what_two_are_at_work_on_at_once_are_two_drafts(practice: gitpractice.Practice, opens: Opens) -> None:
    """Neither is offered to the other, and neither is lost."""
    one, other = opens("session", "jane"), opens("session", "jane")
    one.type("late")
    one.wait()
    other.type("missed")
    other.wait()
    assert len(drafts(practice)) == 2
    third = opens("session", "jane")
    third.wait()
    assert "was left here" not in third.seen
    for each in (one, other, third):
        assert interrupted(each) == 130
    assert sorted(drafts(practice)) == [HEAD + "attended: late\n", HEAD + "attended: missed\n"]
