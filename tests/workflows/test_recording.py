"""Records by several at once: as many files as were told, as many commits, and nothing said twice."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from gitpractice import JD, MN, SAID, Practice, in_process

from massageplan.store.lock import Lock

SUBJECT = (
    r"begin|practice|(undo )*((correct|move|drop) )?"
    r"(client [a-z]{1,2}-[a-z0-9]{4}|(session|amendment) [0-9-]+ [a-z]{2}-[a-z0-9]{4}( to [a-z]{2}-[a-z0-9]{4})?)"
)


@pytest.mark.parametrize("many", [2, 8])
def test_started_at_the_same_instant(practice: Practice, many: int) -> None:
    """All wait behind one lock, then go; each makes one file and one commit."""
    with Lock(practice.root):
        running = [practice.begin("session", JD, "--from", "-", typed=f"said: number {n}\n") for n in range(many)]
        time.sleep(0.5)
    ended = [(process.communicate(), process.returncode) for process in running]
    assert [code for _, code in ended] == [0] * many
    files = sorted(out.decode().strip() for (out, _), _ in ended)
    assert files == [file for file in practice.sessions if "03-09" in file]
    assert len(set(files)) == many
    said = {practice.records[file].split(b"number ")[1] for file in files}
    assert len(said) == many
    assert practice.subjects() == [f"session 2026-03-09 {JD}"] * many + ["begin"]
    practice.assert_sound()


def test_saves_and_visits_at_the_same_instant(practice: Practice) -> None:
    """What one has committed meanwhile the other does not commit again, nor what is another's under way."""
    for day in ("03", "04", "05"):
        practice.write(f"clients/{JD}/2026-03-{day}-session.yaml", f"date: 2026-03-{day}\n")
    with Lock(practice.root):
        commands = [("save",), ("save",), ("session", JD, "--from", "-"), ("save",)]
        running = [practice.begin(*command, typed=SAID) for command in commands]
        time.sleep(0.5)
    ended = [(process.communicate(), process.returncode) for process in running]
    assert [code for _, code in ended] == [0] * 4, ended
    assert sorted(practice.subjects()) == ["begin", *(f"session 2026-03-0{n} {JD}" for n in (3, 4, 5, 9))]
    practice.assert_sound()


def test_a_waiting_one_says_so(practice: Practice) -> None:
    """After half a second, on standard error; Ctrl-C while it waits writes nothing."""
    with Lock(practice.root):
        process = practice.begin("session", JD, "--from", "-", typed=SAID)
        assert process.stderr is not None
        assert process.stderr.readline() == b"waiting for another mplan that is writing here ...\n"
        process.send_signal(signal.SIGINT)
        process.communicate()
    assert process.returncode == 130
    practice.assert_sound()


def test_while_the_users_git_is_at_work(practice: Practice) -> None:
    """The user's commit waits in an editor with its lock held: nothing of either is lost."""
    practice.write(f"clients/{MN}/client.yaml", "name: Marek Novak\ncalled: Marek\n")
    practice.environment["GIT_EDITOR"] = (
        "sh -c 'touch began; while test -e began; do sleep 0.05; done; echo by hand >$1' -"
    )
    theirs = subprocess.Popen(["git", "commit", "-q", "-a"], cwd=practice.root, env=practice.environment)
    while not (practice.root / "began").exists():
        time.sleep(0.02)
    for _ in range(2):
        ran = practice.mplan("session", JD, "--from", "-", typed=SAID)
        assert ran.code == 3
        assert "not committed" in ran.err
        assert "index.lock" in ran.err
    (practice.root / "began").unlink()
    assert theirs.wait() == 0
    assert len(practice.sessions) == 3
    assert practice.mplan("save").code == 0
    assert practice.subjects() == [f"session 2026-03-09 {JD}"] * 2 + ["by hand", "begin"]
    practice.assert_sound()


def test_what_stands_in_commits(practice: Practice) -> None:
    """Only kind, day, folder and verb; by whom practice.yaml says; no name and no word of any record."""
    import re

    good = "secret word\n"
    steps = [
        (["session", JD, "--from", "-"], f"said: {good}"),
        (["note", JD], "n 6>4; did QL; next: secret word\n"),
        (["edit", JD, "--from", "-"], f"date: 2026-03-09\nsaid: {good}next: x\n"),
        (["undo"], ""),
        (["move", JD, "session-2", "--to", MN], ""),
        (["undo"], ""),
        (["drop", JD, "session-2", "--why", "secret word"], ""),
        (["new-client", "--from", "-"], "name: Secret Word\n"),
        (["edit", "secret", "client", "--from", "-"], "name: Secret Word\ncalled: Word\n"),
        (["undo"], ""),
        (["undo"], ""),
    ]
    for arguments, typed in steps:
        ran = in_process(arguments, practice, typed)
        assert ran.code == 0, (arguments, ran)
    practice.write(f"clients/{MN}/2026-03-03-session.yaml", f"date: 2026-03-03\nsaid: {good}")
    assert in_process(["save"], practice).code == 0
    told = practice.git("log", "--format=%s%x00%b%x00%an <%ae>%x00%cn <%ce>")
    for line in filter(None, told.splitlines()[:-1]):
        subject, body, author, committer = line.split("\0")
        assert re.fullmatch(SUBJECT, subject), subject
        assert body == ""
        assert author == committer == "Ana Rivera <rivera@massageplan.invalid>"
    assert len(practice.subjects()) == len(steps) + 2
    assert re.search(r"secret|word|jane|doe|novak|marek", told, re.IGNORECASE) is None
    practice.assert_sound()


def test_nothing_is_written_through_a_link(practice: Practice, tmp_path: Path) -> None:
    """Neither out of the practice nor into another client's folder, nor over a linked file."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (practice.root / "clients" / "yy-1234").symlink_to(outside)
    (practice.root / "clients" / "zz-1234").symlink_to(practice.root / "clients" / MN)
    for code in ("yy-1234", "zz-1234"):
        ran = in_process(["session", code, "--from", "-"], practice, SAID)
        assert (ran.code, f"clients/{code} is a link" in ran.err) == (3, True)
    assert list(outside.iterdir()) == []
    assert len(practice.sessions) == 1


def test_a_folder_that_could_be_a_name_never_reaches_git(practice: Practice) -> None:
    """Not by save, which tells how to name it, and not by a record."""
    for file, text in (("client.yaml", "name: Jane Doe\n"), ("2026-03-03-session.yaml", "date: 2026-03-03\n")):
        practice.write(f"clients/Jane Doe/{file}", text)
    practice.write("clients/Jane Doe/files/scan.txt", "x")
    ran = in_process(["save"], practice)
    assert (ran.code, ran.err.count("could be somebody's name")) == (1, 3)
    ran = in_process(["session", "jane doe", "--from", "-"], practice, SAID)
    assert ran.code == 2
    assert practice.subjects() == ["begin"]


def test_a_practice_without_clients_takes_the_first(practice: Practice, tmp_path: Path) -> None:
    """Git keeps no empty folder, so a clone of a new practice has no clients/."""
    for folder in ("clients",):
        shutil.rmtree(practice.root / folder)
    practice.git("commit", "-q", "-a", "-m", "none yet")
    assert in_process(["new-client", "--from", "-"], practice, "name: Alma Bo\n").code == 0
    practice.assert_sound()


def test_a_name_that_git_would_not_take_is_replaced(practice: Practice) -> None:
    """The commit then bears the therapist's id."""
    practice.write("practice.yaml", 'format: 0\nname: R\ntherapists: [{id: rivera, name: ",", email: "<>"}]\n')
    ran = in_process(["session", JD, "--from", "-"], practice, SAID)
    assert ran.code == 0, ran
    assert practice.git("log", "-1", "--format=%an <%ae>").strip() == "rivera <rivera@massageplan.invalid>"
