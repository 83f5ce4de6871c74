"""Commits paired into one story a record."""

from __future__ import annotations

from massageplan.store.history import Change, Commit
from massageplan.workflows.lives import Life, lives, sources

JD, MN = "jd-7k2m", "mn-4t7q"
VISIT = "2026-11-30-session"


def told(subject: str, *changes: str, day: str = "2026-11-30", by: str = "Ana Rivera") -> Commit:
    """A commit; a change is `folder stem contents`, without contents the file is gone."""
    parts = [(*change.split(), "")[:3] for change in changes]
    files = tuple(Change(code, stem, f"{stem}.yaml", blob or None) for code, stem, blob in parts)
    return Commit("c", day, by, subject, files)


def story(commits: list[Commit], code: str = JD) -> list[list[str]]:
    """What happened to each record."""
    return [_words(life) for life in lives(commits, code)]


def _words(life: Life) -> list[str]:
    return [f"{e.what} {e.other}".strip() + (" (undone)" if e.undone else "") for e in life.events]


def test_a_record_is_made_corrected_and_the_correction_taken_back() -> None:
    """Only the newest standing correction is undone."""
    made = told(f"session 2026-11-30 {JD}", f"{JD} {VISIT} a")
    fixed = told(f"correct session 2026-11-30 {JD}", f"{JD} {VISIT} b")
    again = told("by hand", f"{JD} {VISIT} c")
    back = told(f"undo correct session 2026-11-30 {JD}", f"{JD} {VISIT} b")
    assert story([made, fixed, again, back]) == [
        ["recorded", "corrected", "corrected (undone)", "correction undone"],
    ]
    assert story([made, back]) == [["recorded", "corrected"]]  # what it undid is not in this history


def test_a_record_undone_and_one_of_the_same_name_are_two() -> None:
    """The first stays in the log."""
    made = told(f"session 2026-11-30 {JD}", f"{JD} {VISIT} a")
    undone = told(f"undo session 2026-11-30 {JD}", f"{JD} {VISIT}")
    assert story([made, undone, made]) == [["recorded", "undone"], ["recorded"]]
    undo_undo = told(f"undo session 2026-11-30 {JD}", f"{JD} {VISIT} a")
    assert story([made, undone, undo_undo]) == [["recorded", "undone (undone)", "restored"]]


def test_a_record_dropped_leaves_with_an_amendment_that_stays() -> None:
    """Undoing the drop brings the one back and takes the other away."""
    made = told(f"session 2026-11-30 {JD}", f"{JD} {VISIT} a")
    why = "2026-12-02-amendment"
    drop = told(f"drop session 2026-11-30 {JD}", f"{JD} {VISIT}", f"{JD} {why} w")
    assert story([made, drop]) == [["recorded", "dropped"], ["recorded"]]
    back = told(f"undo drop session 2026-11-30 {JD}", f"{JD} {VISIT} a", f"{JD} {why}")
    assert story([made, drop, back]) == [["recorded", "dropped (undone)", "drop undone"], ["recorded", "undone"]]


def test_a_record_moved_takes_its_story_along() -> None:
    """Both clients are told of it; what happens after is told where it is."""
    made = told(f"session 2026-11-30 {JD}", f"{JD} {VISIT} a")
    move = told(f"move session 2026-11-30 {JD} to {MN}", f"{JD} {VISIT}", f"{MN} {VISIT}-2 a")
    fixed = told(f"correct session 2026-11-30 {MN}", f"{MN} {VISIT}-2 b")
    assert story([made, move, fixed]) == [["recorded", f"moved to {MN}"]]
    assert story([made, move, fixed], MN) == [["recorded", f"moved from {JD}", "corrected"]]
    assert (sources([made, move], MN), sources([made, move], JD)) == ({JD}, set())
    assert story([move], MN) == [[f"moved from {JD}"]]  # its beginning is not in this history
    back = told(f"undo move session 2026-11-30 {JD} to {MN}", f"{MN} {VISIT}-2", f"{JD} {VISIT} a")
    assert story([made, move, back]) == [["recorded", f"moved to {MN} (undone)", "move undone"]]
    assert story([made, move, back], MN) == [["recorded", f"moved from {JD} (undone)", "move undone"]]


def test_without_our_words_the_state_of_the_files_tells() -> None:
    """By hand: made, changed, deleted, made again; a new ending is a correction; a copy that a merge brings is none."""
    made = told("saved", f"{JD} {VISIT} a", f"{JD} client k")
    fixed = told("typo", f"{JD} {VISIT} b")
    gone = told("oops", f"{JD} {VISIT}")
    assert story([made, fixed, gone, made]) == [["recorded", "corrected", "removed"], ["recorded"], ["recorded"]]
    renamed = Commit("c", "", "", "as markdown", (
        Change(JD, VISIT, f"{VISIT}.yaml", None), Change(JD, VISIT, f"{VISIT}.md", "m"),
    ))  # fmt: skip
    assert lives([made, renamed], JD)[0].name == f"{VISIT}.md"
    assert story([made, made]) == [["recorded"], ["recorded"]]
    assert story([gone]) == []


def test_what_was_made_by_hand_is_undone_too() -> None:
    """`undo` says the words of whoever made the commit."""
    made = told("saved", f"{JD} {VISIT} a")
    typo = told("typo", f"{JD} {VISIT} b")
    gone = told("oops", f"{JD} {VISIT}")
    no_typo = told("undo typo", f"{JD} {VISIT} a")
    assert story([made, typo, no_typo]) == [["recorded", "corrected (undone)", "correction undone"]]
    assert story([made, gone, told("undo oops", f"{JD} {VISIT} a")]) == [
        ["recorded", "removed (undone)", "removal undone"],
    ]
    assert story([made, told("undo saved", f"{JD} {VISIT}")]) == [["recorded", "undone"]]


def test_words_that_speak_of_another_file_are_not_taken_for_this_one() -> None:
    """A hand-made commit with our subject and more files in it."""
    mixed = told(f"correct session 2026-11-30 {JD}", f"{JD} {VISIT} a", f"{JD} 2026-11-30-plan p")
    drop = told(f"drop session 2026-11-30 {JD}", f"{JD} 2026-11-30-plan")
    assert story([mixed, drop]) == [["recorded"], ["recorded", "removed"]]
