"""What the one writer of a practice promises: whole files, one at a time, and nobody else's locks removed."""

from __future__ import annotations

import os
import threading

import pytest
from gitpractice import FIRST, JD, MN, VISIT, Practice

from massageplan.errors import NotReadable
from massageplan.store.changes import Changes
from massageplan.store.git import Person
from massageplan.store.lock import Lock

ANA = Person("Ana Rivera", "rivera@massageplan.invalid")
NEW = f"clients/{JD}/2026-03-09-session.yaml"


def test_a_taken_name_is_left_alone(practice: Practice) -> None:
    """The next free one is used; a folder comes with its first file, for the owner's eyes; no name, no record."""
    with Changes(practice.root) as changes:
        assert changes.create([VISIT, NEW], b"date: 2026-03-09\n") == NEW
        assert changes.create(["clients/ab-1234/client.yaml"], b"name: Alma\n") == "clients/ab-1234/client.yaml"
        with pytest.raises(NotReadable, match="No free name"):
            changes.create([VISIT, NEW], b"x\n")
        commit = changes.commit("two", ANA).commit
    assert practice.git("rev-parse", "HEAD").strip() == commit
    assert practice.records[VISIT] == FIRST.encode()
    modes = [(practice.root / place).stat().st_mode & 0o777 for place in (NEW, "clients/ab-1234", ".mplan")]
    assert modes == [0o600, 0o700, 0o700]
    practice.assert_sound()


def test_bytes_are_kept(practice: Practice) -> None:
    """Line ends of any kind, no last line break, bytes that are no text: on disk and in git, whatever git is set to."""
    practice.git("config", "core.autocrlf", "true")
    practice.git("config", "core.safecrlf", "true")
    for raw in (b"said: a\r\nnext: b\r\n", b"said: mixed\r\nnext: b\n\r", b"said: no break", b"said: \xff\xfe\n", b""):
        with Changes(practice.root) as changes:
            changes.replace(VISIT, raw, practice.records[VISIT])
            changes.commit("correct", ANA)
        assert practice.records[VISIT] == raw
        practice.git("cat-file", "-e", "HEAD")
        size = int(practice.git("cat-file", "-s", f"HEAD:{VISIT}"))
        assert (size, practice.unsaved) == (len(raw), [])
        assert practice.git("rev-parse", f"HEAD:{VISIT}") == practice.git("hash-object", "--no-filters", VISIT)


def in_two_steps(changes: Changes) -> None:
    """A file instead of another, which is not as it was seen."""
    with changes.as_one():
        changes.create([NEW], b"date: 2026-03-09\n")
        changes.remove(VISIT, b"seen before\n")


def recorded(practice: Practice, file: str) -> None:
    """A visit written and committed."""
    with Changes(practice.root) as changes:
        changes.create([file], b"date: 2026-03-09\n")
        changes.commit("session", ANA)


def test_what_changed_meanwhile_is_not_written_over(practice: Practice) -> None:
    """Neither replaced nor moved nor removed, and what was created for it goes again."""
    with Changes(practice.root) as changes:
        for change in (
            lambda: changes.replace(VISIT, b"x\n", b"seen before\n"),
            lambda: changes.move(VISIT, [f"clients/{MN}/2026-03-02-session.yaml"], b"seen before\n"),
            lambda: changes.remove(VISIT, b"seen before\n"),
        ):
            with pytest.raises(NotReadable, match="changed by someone else"):
                change()
        with pytest.raises(NotReadable):
            in_two_steps(changes)
    practice.assert_sound()
    assert practice.sessions == [VISIT]


def test_one_at_a_time(practice: Practice) -> None:
    """The second waits, says so once, and gives up with a sentence if it takes too long."""
    said: list[str] = []
    late = Lock(practice.root, tries=30, waiting=lambda: said.append(""))
    with Lock(practice.root), pytest.raises(NotReadable, match="Another mplan"), late:
        pass
    with Lock(practice.root, tries=1):
        assert said == [""]


def test_what_a_dead_writer_left_is_cleared(practice: Practice) -> None:
    """Its temporary files and its git's locks; the next change goes through."""
    pid = os.fork()
    if pid == 0:
        lock = Lock(practice.root)
        lock.__enter__()
        lock.begin(b"in git\n")
        os._exit(0)
    os.waitpid(pid, 0)
    (practice.root / ".mplan/tmp/12-0").mkdir(parents=True)
    (practice.root / ".mplan/tmp/12-0/client.yaml").write_text("name: half")
    for name in ("index.lock", "HEAD.lock", "refs/heads/main.lock", "next-index-12.lock"):
        (practice.root / ".git" / name).touch()
    with Changes(practice.root) as changes:
        changes.create([NEW], b"date: 2026-03-09\n")
        changes.commit("session", ANA)
    practice.assert_sound()
    assert os.listdir(practice.root / ".mplan/tmp") == []


def test_a_lock_of_the_users_git_is_never_removed(practice: Practice) -> None:
    """Waited for two seconds, told, left there, also by the run after; then what was written is committed."""
    held = practice.root / ".git" / "index.lock"
    held.touch()
    for n in (1, 2):
        with pytest.raises(NotReadable, match=r"not committed.*index\.lock") as told:
            recorded(practice, NEW.replace("session", f"session-{n}"))
        assert (told.value.help, held.exists()) == ("nothing is lost; when that is settled: mplan save", True)
    held.unlink()
    assert practice.mplan("save").out.count("saved: session 2026-03-09") == 2
    practice.assert_sound()


def test_a_lock_held_for_a_moment_is_waited_for(practice: Practice) -> None:
    """As when an editor asks git for its state."""
    held = practice.root / ".git" / "index.lock"
    held.touch()
    threading.Timer(0.4, held.unlink).start()
    with Changes(practice.root) as changes:
        changes.create([NEW], b"date: 2026-03-09\n")
        assert changes.commit("session", ANA).commit
    practice.assert_sound()


def test_what_git_has_already_is_no_failure(practice: Practice) -> None:
    """A file as it was committed, and one that git never had and that is gone."""
    there = f"clients/{JD}/2026-02-02-session.yaml"
    practice.write("clients/mn-4t7q/2026-02-02-session.yaml", "date: 2026-02-02\n")
    with Changes(practice.root) as changes:
        changes.include([VISIT])
        assert changes.commit("same", ANA).commit == practice.git("rev-parse", "HEAD").strip()
        moved = changes.move("clients/mn-4t7q/2026-02-02-session.yaml", [there], b"date: 2026-02-02\n")
        changes.commit(f"moved {moved}", ANA)
    assert practice.subjects() == [f"moved {there}", "begin"]
    practice.assert_sound()
