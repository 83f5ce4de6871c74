"""Mending: what is corrected, taken back, moved, dropped or saved by hand stays readable, and nothing good is lost."""

from __future__ import annotations

import pytest
from gitpractice import FIRST, JD, MN, SAID, VISIT, Practice, Ran, in_process

from massageplan.workflows.undo import is_ours

BROKEN = "date: 2026-03-02\nmeasures: {pain: [}\n"
SECOND = f"clients/{JD}/2026-03-09-session.yaml"


def ok(practice: Practice, *arguments: str, typed: str = "") -> Ran:
    """A command that must succeed."""
    ran = in_process(list(arguments), practice, typed)
    assert ran.code == 0, ran
    return ran


@pytest.mark.parametrize("text", [BROKEN, "date: 2026-03-02\nunheard-of: x\n", "date: 2026-05-02\n", "\0", ""])
def test_a_broken_correction_is_not_kept(practice: Practice, text: str) -> None:
    """Exit 1, said why, the good record as it was; the same from --from and, in a session, no record at all."""
    ran = in_process(["edit", JD, "--from", "-"], practice, text)
    assert (ran.code, practice.records[VISIT]) == (1, FIRST.encode())
    assert f"{VISIT} is as it was" in ran.err
    assert "error" in ran.err
    practice.assert_sound()


def test_a_correction_keeps_what_was_typed(practice: Practice) -> None:
    """Comments, odd spacing and line ends; the same text again changes nothing."""
    text = FIRST.replace("\n", "\r\n") + "next: a  b # why"
    ok(practice, "edit", JD, "--from", "-", typed=text)
    assert practice.records[VISIT] == text.encode()
    assert "is as it was" in ok(practice, "edit", JD, "--from", "-", typed=text).err
    assert practice.subjects() == [f"correct session 2026-03-02 {JD}", "begin"]
    practice.assert_sound()


def test_undo_goes_back_step_by_step(practice: Practice) -> None:
    """Every kind of change, to the very bytes, and no further than what is one's own."""
    states = [practice.records]
    for arguments, typed in (
        (["new-client", "--from", "-"], "name: Alma Bo\n"),
        (["session", JD, "--from", "-"], SAID),
        (["session", JD, "--from", "-"], SAID),
        (["edit", JD, "--from", "-"], "date: 2026-03-09\nsaid: other\n"),
        (["edit", JD, "2026-03-02", "--from", "-"], FIRST + "next: x\n"),
        (["move", JD, "session-2", "--to", MN], ""),
        (["drop", JD, "2026-03-09-session", "--why", "twice"], ""),
    ):
        ok(practice, *arguments, typed=typed)
        states.append(practice.records)
    for n in range(len(states) - 2, -1, -1):
        ok(practice, "undo")
        assert practice.records == states[n]
        if n == 3:  # something new in between, and back
            ok(practice, "note", MN, typed="n 6>4\n")
            ok(practice, "undo")
            assert practice.records == states[n]
    ran = in_process(["undo"], practice)
    assert (ran.code, "nothing of yours to undo" in ran.err) == (3, True)
    practice.assert_sound()


def test_undo_leaves_what_came_after(practice: Practice) -> None:
    """Unsaved changes, somebody else's corrections, records in a new client's folder."""
    ok(practice, "session", JD, "--from", "-", typed=SAID)
    text = practice.records[SECOND].decode()
    practice.write(SECOND, text + "next: y\n")
    ran = in_process(["undo"], practice)
    assert (ran.code, "not saved" in ran.err, practice.records[SECOND]) == (3, True, f"{text}next: y\n".encode())
    practice.git("commit", "-q", "-a", "-m", "by hand")
    ran = in_process(["undo"], practice)
    assert (ran.code, "was changed after" in ran.err, SECOND in practice.records) == (3, True, True)
    client = ok(practice, "new-client", "--from", "-", typed="name: Alma Bo\n").out.strip()
    practice.write(client.replace("client.yaml", "2026-03-01-session.yaml"), "date: 2026-03-01\n")
    ran = in_process(["undo"], practice)
    assert (ran.code, "other files in its folder" in ran.err, client in practice.records) == (3, True, True)


def test_a_moved_record_brings_its_history(practice: Practice) -> None:
    """Told in both logs; bytes as they were; refused where others point at it, or where it does not fit."""
    ok(practice, "edit", JD, "--from", "-", typed=FIRST + "next: x\n")
    ok(practice, "move", JD, "--to", MN)
    assert practice.records[VISIT.replace(JD, MN)] == f"{FIRST}next: x\n".encode()
    assert VISIT not in practice.records
    assert f"moved to {MN} 2" in ok(practice, "log", JD).out
    there = ok(practice, "log", MN).out
    assert "written" in there
    assert "corrected" in there
    assert f"moved from {JD} 2" in there
    amendment = "amends: 2026-03-02-session\nwho: rivera\nwhy: misheard\nchanges: [{at: next, was: x, is: y}]\n"
    practice.write(f"clients/{MN}/2026-03-03-amendment.yaml", f"date: 2026-03-03\n{amendment}")
    for verb in (["move", MN, "session", "--to", JD], ["drop", MN, "session", "--why", "x"]):
        ran = in_process(verb, practice)
        assert (ran.code, "is needed by" in ran.err) == (1, True)
    ran = in_process(["move", MN, "client", "--to", JD], practice)
    assert (ran.code, f"clients/{MN}/client.yaml" in practice.records) == (2, True)


def test_a_moved_record_takes_a_free_name(practice: Practice) -> None:
    """One that git never had moves too."""
    practice.write(VISIT.replace(JD, MN), FIRST)
    assert ok(practice, "move", MN, "--to", JD).out == f"{VISIT.replace('session', 'session-2')}\n"
    assert practice.sessions == [VISIT.replace("session", "session-2"), VISIT]
    practice.assert_sound()


def test_a_dropped_record_leaves_its_reason(practice: Practice) -> None:
    """In an amendment and nowhere in git's messages; unsaved changes are not dropped; a cut-off drop can be ended."""
    practice.write(VISIT, FIRST + "next: x\n")
    assert in_process(["drop", JD, "--why", "twice"], practice).code == 3
    practice.git("checkout", "-q", VISIT)
    assert in_process(["drop", JD], practice).code == 2
    half = ok(practice, "drop", JD, "--why", "entered for the wrong Jane").out.strip()
    assert b"why: entered for the wrong Jane\n" in practice.records[half]
    assert VISIT not in practice.records
    assert "wrong" not in practice.git("log", "--format=%B")
    practice.assert_sound()
    practice.git("reset", "-q", "--soft", "HEAD^")
    practice.write(VISIT, FIRST)  # as a crash between the two steps leaves it
    practice.git("reset", "-q")
    assert ok(practice, "drop", JD, "session", "--why", "entered for the wrong Jane").out.strip() == half
    assert practice.subjects() == [f"drop session 2026-03-02 {JD}", "begin"]
    practice.assert_sound()


def test_save_commits_each_record_by_itself(practice: Practice) -> None:
    """New, changed, renamed by hand; what is wrong, deleted or in conflict is left and told."""
    for code, day in ((JD, "2026-03-03"), (JD, "2026-03-04"), (MN, "2026-03-03")):
        practice.write(f"clients/{code}/{day}-session.yaml", f"date: {day}\nsaid: by hand")
    practice.write(f"clients/{JD}/2026-03-05-session.yaml", BROKEN)
    practice.write(f"clients/{MN}/client.yaml", "name: Marek Novak\ncalled: Marek\n")
    practice.write(f"clients/{JD}/files/a.pdf", "x")
    practice.write(f"clients/{JD}/files/b.pdf", "y")
    ran = in_process(["save"], practice)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"saved: session 2026-03-03 {JD}", f"saved: session 2026-03-04 {JD}", f"saved: files {JD}",
        f"saved: session 2026-03-03 {MN}", f"saved: correct client {MN}",
    ]  # fmt: skip
    assert "2026-03-05-session.yaml:2:" in ran.err
    assert practice.unsaved == [f"?? clients/{JD}/2026-03-05-session.yaml"]
    practice.write(f"clients/{JD}/2026-03-05-session.yaml", None)
    practice.write(f"clients/{JD}/2026-03-03-session.yaml", None)
    (practice.root / VISIT).rename(practice.root / VISIT.replace(JD, MN))
    ran = in_process(["save"], practice)
    assert (ran.code, ran.out) == (1, f"saved: move session 2026-03-02 {JD} to {MN}\n")
    assert f"clients/{JD}/2026-03-03-session.yaml: not saved, it was deleted by hand" in ran.err
    ok(practice, "drop", JD, "2026-03-03", "--why", "gone")
    assert "everything is saved" in ok(practice, "save").err


def test_save_of_one_client(practice: Practice) -> None:
    """The others' wait; a copy to two clients moves once."""
    for code in (JD, MN):
        practice.write(f"clients/{code}/2026-03-03-session.yaml", "date: 2026-03-03\n")
    assert ok(practice, "save", "marek").out == f"saved: session 2026-03-03 {MN}\n"
    assert practice.unsaved == [f"?? clients/{JD}/2026-03-03-session.yaml"]
    for name in ("02", "01"):
        practice.write(f"clients/{MN}/2026-03-{name}-session.yaml", FIRST)
    practice.write(f"clients/{MN}/2026-03-01-session.yaml", None)
    practice.write(VISIT.replace(JD, MN).replace("session", "session-2"), FIRST)
    practice.write(VISIT, None)
    assert len(ok(practice, "save").out.splitlines()) == 3
    practice.assert_sound()


def test_a_record_renamed_by_hand_must_fit(practice: Practice) -> None:
    """A name that says another day than the record: left, with both files as they are, until the name is mended."""
    wrong = practice.root / f"clients/{MN}/2026-03-04-session.yaml"
    (practice.root / VISIT).rename(wrong)
    ran = in_process(["save"], practice)
    assert (ran.code, ran.out, practice.subjects()) == (1, "", ["begin"])
    assert f"clients/{MN}/2026-03-04-session.yaml:2:" in ran.err
    wrong.rename(practice.root / VISIT.replace(JD, MN))
    assert ok(practice, "save").out == f"saved: move session 2026-03-02 {JD} to {MN}\n"
    practice.assert_sound()


def test_papers_go_with_the_record_that_names_them(practice: Practice) -> None:
    """A scan of the wrong client does not stay behind; undo brings both back."""
    paper = practice.root / "clients" / JD / "files" / "scan.pdf"
    paper.parent.mkdir()
    paper.write_bytes(b"%PDF-1.4\n\xff\x00")
    text = "date: 2026-03-09\nsaid: Brought a letter.\nfiles: scan.pdf\n"
    ok(practice, "session", JD, "--from", "-", typed=text)
    ok(practice, "save")
    ok(practice, "move", JD, "2026-03-09-session", "--to", MN)
    there = practice.root / "clients" / MN / "files" / "scan.pdf"
    assert there.read_bytes() == b"%PDF-1.4\n\xff\x00"
    assert not paper.exists()
    practice.assert_sound()
    ok(practice, "undo")
    assert (paper.read_bytes(), there.exists()) == (b"%PDF-1.4\n\xff\x00", False)
    practice.assert_sound()


def test_a_paper_of_two_records_is_not_taken_from_one(practice: Practice) -> None:
    """Nothing moves, and it is said what to do."""
    paper = practice.root / "clients" / JD / "files" / "scan.pdf"
    paper.parent.mkdir()
    paper.write_bytes(b"%PDF")
    for day in ("2026-03-08", "2026-03-09"):
        ok(practice, "session", JD, "--from", "-", typed=f"date: {day}\nsaid: x\nfiles: [scan.pdf]\n")
    ran = in_process(["move", JD, "2026-03-09-session", "--to", MN], practice)
    assert (ran.code, "belongs to another record too" in ran.err) == (2, True)
    assert paper.exists()


def test_undo_takes_back_what_save_committed_of_the_practice(practice: Practice) -> None:
    """practice.yaml too; but never the commit that made the practice."""
    place = practice.root / "practice.yaml"
    before = place.read_bytes()
    place.write_bytes(before + b"note: lease ends in May\n")
    ok(practice, "save")
    ok(practice, "undo")
    assert place.read_bytes() == before
    ran = in_process(["undo"], practice)
    assert (ran.code, place.read_bytes()) == (3, before)


def test_a_practice_is_never_left_without_practice_yaml(practice: Practice) -> None:
    """The commit that brought it need not be the first of the repository."""
    place = practice.root / "practice.yaml"
    text = place.read_bytes()
    practice.git("rm", "-q", "--cached", "practice.yaml")
    practice.git("commit", "-q", "--no-verify", "-m", "by hand")
    ok(practice, "save")
    assert practice.subjects()[0] == "practice"
    ran = in_process(["undo"], practice)
    assert (ran.code, place.read_bytes()) == (3, text)
    assert "a practice is nothing without it" in ran.err


@pytest.mark.parametrize(
    ("subject", "ours"),
    [
        ("session 2026-03-02 jd-7k2m", True),
        ("undo correct client jd-7k2m", True),
        ("move session day-28 jd-7k2m to mn-4t7q", True),
        ("files jd-7k2m", True),
        ("practice", True),
        ("session", False),
        ("files Jane Doe", False),
        ("practice what you preach", False),
    ],
)
def test_undo_knows_what_mplan_commits(subject: str, ours: bool) -> None:
    """What somebody committed by hand is not taken back."""
    assert is_ours(subject) is ours
