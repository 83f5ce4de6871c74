"""Drafts: whose they are, who is at work on them, and that none is lost or hidden."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from massageplan.errors import NotReadable
from massageplan.store import atwork, drafts

JD, VISIT = "jd-7k2m", "2026-03-09-session"
AT_WORK = (
    "import sys; from pathlib import Path; from massageplan.store import drafts\n"
    f"draft = drafts.begin(Path(sys.argv[1]), {JD!r}, {VISIT!r}); draft.keep('said: theirs\\n')\n"
    "print(draft.path.name, flush=True); sys.stdin.read()"
)


def somebody(root: Path) -> tuple[subprocess.Popen[str], str]:
    """Another process at work on a draft, and the name of that."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", AT_WORK, str(root)], stdin=pipe, stdout=pipe, text=True)
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def names(root: Path) -> list[str]:
    """What lies in the folder of drafts."""
    return sorted(path.name for path in (root / drafts.FOLDER).iterdir())


def test_a_draft_is_left_alone_when_its_process_has_ended(tmp_path: Path) -> None:
    """Not before; and one that ends by itself leaves no lock."""
    process, name = somebody(tmp_path)
    assert drafts.left_behind(tmp_path, JD, "session") is None
    assert names(tmp_path) == [name, f"{name}.lock"]
    process.communicate()
    found = drafts.left_behind(tmp_path, JD, "session")
    assert found is not None
    assert (found.path.name, found.text) == (name, "said: theirs\n")
    assert names(tmp_path) == [name]


def test_the_lock_of_a_killed_process_is_harmless(tmp_path: Path) -> None:
    """The draft is offered, and its lock goes with it."""
    process, name = somebody(tmp_path)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert names(tmp_path) == [name, f"{name}.lock"]
    found = drafts.left_behind(tmp_path, JD, "session")
    assert found is not None
    found.discard()
    assert names(tmp_path) == []


def test_two_processes_of_one_number_have_drafts_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In containers every process may be number 1."""
    process, name = somebody(tmp_path)
    monkeypatch.setattr("os.getpid", lambda: process.pid)
    mine = drafts.begin(tmp_path, JD, VISIT)
    mine.keep("said: mine\n")
    assert mine.path.name != name
    assert mine.path.with_name(name).read_text() == "said: theirs\n"
    assert drafts.left_behind(tmp_path, JD, "session") is None
    process.communicate()
    mine.discard()
    assert names(tmp_path) == [name]


def test_a_draft_of_somebody_else_is_never_written_over(tmp_path: Path) -> None:
    """Even if it has the very name; what is one's own is."""
    draft = drafts.begin(tmp_path, JD, VISIT)
    draft.path.parent.mkdir(parents=True)
    draft.path.write_text("said: theirs\n")
    with pytest.raises(NotReadable, match="exists already"):
        draft.keep("said: mine\n")
    assert draft.text == "said: theirs\n"
    draft.discard()
    for text in ("a\n", "b\n"):
        draft.keep(text)
    assert draft.text == "b\n"
    draft.discard()
    draft.keep("c\n")
    assert draft.text == "c\n"
    draft.discard()
    assert names(tmp_path) == []


def test_drafts_are_for_nobody_else_to_read(tmp_path: Path) -> None:
    """Folders 0700, files 0600, the lock too."""
    draft = drafts.begin(tmp_path, JD, VISIT)
    draft.keep("a\n")
    places = (tmp_path / ".mplan", draft.path.parent, draft.path, atwork.lock_of(draft.path))
    assert [stat.S_IMODE(place.stat().st_mode) for place in places] == [0o700, 0o700, 0o600, 0o600]
    draft.discard()


def test_a_name_tells_what_the_draft_is(tmp_path: Path) -> None:
    """Also those that an earlier version named by a process; what is no draft is none."""
    change = drafts.begin(tmp_path, JD, VISIT, edits=b"said: x\n", ending="md")
    change.keep("a\n")
    for name in (f"{JD}_{VISIT}_4711.yaml", f"{JD}_{VISIT}+edit_4711.yaml", "notes.txt"):
        change.path.with_name(name).write_text("b\n")
    found = {draft.path.name: draft for draft in drafts.all_drafts(tmp_path)}
    assert found.pop(change.path.name) == change
    assert change.base == drafts.mark_of(b"said: x\n")
    assert {(d.of, d.stem, d.edits, d.base) for d in found.values()} == {(JD, VISIT, e, "") for e in (False, True)}
    assert all(draft.left_alone for draft in found.values())
    assert drafts.kept_here(tmp_path)
    change.discard()
    assert not drafts.kept_here(tmp_path)
