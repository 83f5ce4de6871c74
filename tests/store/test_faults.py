"""Every step of a change made to fail in turn: one sentence, the old state or the new, and it can be done again."""

from __future__ import annotations

import errno
import fcntl
import io
import os
import resource
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from gitpractice import FIRST, JD, MN, MPLAN, SAID, Practice, Ran, clean_environment, copy, dated, in_process, make

from massageplan.store import steps

if TYPE_CHECKING:
    from collections.abc import Callable

VERBS: dict[str, tuple[list[str], str]] = {
    "session": (["session", JD, "--from", "-"], SAID),
    "note": (["note", JD], "n 6>4; did QL\n"),
    "new-client": (["new-client", "--from", "-"], "name: Alma Bo\n"),
    "edit": (["edit", JD, "--from", "-"], FIRST + "next: the other side\n"),
    "move": (["move", JD, "--to", MN], ""),
    "drop": (["drop", JD, "--why", "entered twice"], ""),
    "save": (["save"], ""),
    "undo a session": (["undo"], ""),
    "undo an edit": (["undo"], ""),
    "undo a move": (["undo"], ""),
    "undo a drop": (["undo"], ""),
    "undo a new-client": (["undo"], ""),
}
"""What is run, and what is typed."""

DISK = ("open", "write", "fsync", "link", "rename", "replace", "unlink", "mkdir", "rmdir", "ftruncate", "pwrite")
ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO)


class Doors:
    """Counts what goes through the doors to the disk and to git, and makes the n-th fail.

    Attributes:
        passed: what went through, by name.
    """

    def __init__(self, root: Path, patch: pytest.MonkeyPatch, fail: int = -1, how: str = "disk") -> None:
        self.root, self.fail, self.how = str(root), fail, how
        self.passed: list[str] = []
        if how == "disk":
            for name in DISK:
                patch.setattr(os, name, self._door(name, getattr(os, name)))
            patch.setattr(fcntl, "flock", self._door("flock", fcntl.flock))
            patch.setattr(steps, "open", self._open, raising=False)
        else:
            patch.setattr(subprocess, "run", self._git(subprocess.run))

    def _due(self, name: str) -> bool:
        self.passed.append(name)
        return len(self.passed) - 1 == self.fail

    def _door(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def door(*args: Any, **options: Any) -> Any:
            of_ours = isinstance(args[0], int) or str(args[0]).startswith(self.root)
            to_read = name == "open" and args[1] & (os.O_WRONLY | os.O_RDWR) == 0 and not os.path.isdir(args[0])
            if of_ours and not to_read and self._due(name):
                code = ERRORS[self.fail % len(ERRORS)]
                raise OSError(code, os.strerror(code))
            return real(*args, **options)

        return door

    def _open(self, *args: Any) -> Any:
        stream: Any = os.fdopen(*args)
        return Half(stream) if self._due("half a write") else stream

    def _git(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def run(command: list[str], **options: Any) -> Any:
            if self._due(next(word for word in command[1:] if word != "-c" and "=" not in word)):
                if self.how == "git gone":
                    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
                if self.how == "git killed":
                    return subprocess.CompletedProcess(command, -9, b"", b"")
                return subprocess.CompletedProcess(command, 128, b"", b"fatal: no more\nhint: none\n")
            return real(command, **options)

        return run


class Half(io.BytesIO):
    """A file on a disk that is full in the middle of it."""

    def __init__(self, real: Any) -> None:
        super().__init__()
        self.real = real

    def write(self, raw: Any) -> int:
        """Half of it, and no more."""
        self.real.write(raw[: len(raw) // 2])
        self.real.close()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def stage(verb: str, practice: Practice) -> Practice:
    """The practice as it must be for a verb."""
    if verb == "save":
        practice.write(f"clients/{MN}/2026-03-09-session.yaml", "date: 2026-03-09\nsaid: fine\n")
    if verb.startswith("undo"):
        done = in_process(VERBS[verb.rpartition(" ")[2]][0], practice, VERBS[verb.rpartition(" ")[2]][1])
        assert done.code == 0, done.err
    return practice


def told_once(ran: Ran) -> None:
    """Exit 3, nothing on standard output, one sentence and one line of advice; no trace."""
    lines = [line for line in ran.err.splitlines() if not line.startswith("waiting ")]
    assert (ran.code, ran.out) == (3, ""), ran.err
    assert lines[0].startswith("mplan: ")
    assert lines[0].endswith(".")
    assert all(line.startswith("       ") for line in lines[1:])
    assert len(lines) <= 2, ran.err
    assert "Traceback" not in ran.err


def plain(records: dict[str, bytes]) -> list[tuple[str, bytes]]:
    """Records without the parts of names that are made up."""
    return sorted(("clients/new" if "/ab-" in file else file, raw) for file, raw in records.items())


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """A practice to be copied."""
    place = tmp_path_factory.mktemp("base").resolve()
    with pytest.MonkeyPatch.context() as patch:
        clean_environment(place, patch)
        return make(place / "practice")


CASES = [(verb, how) for verb in VERBS for how in ("disk", "git says no")]
CASES += [
    (verb, how) for verb in ("session", "move", "drop", "save", "undo a drop") for how in ("git gone", "git killed")
]


@pytest.mark.parametrize(("verb", "how"), CASES)
def test_each_step_fails_in_turn(
    verb: str, how: str, base: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told in one sentence; nothing is ever half; and run again it succeeds."""
    clean_environment(tmp_path, monkeypatch)
    root = tmp_path.resolve() / "practice"
    ready = stage(verb, copy(base, tmp_path.resolve() / "ready"))
    old, command, typed = ready.records, *VERBS[verb]
    shutil.copytree(ready.root, root)
    practice = Practice(root)
    with pytest.MonkeyPatch.context() as patch:
        doors = Doors(root, patch, how=how)
        assert in_process(command, practice, typed).code == 0
    new, passed, seen = practice.records, doors.passed, set()
    for n in range(len(passed)):
        shutil.rmtree(root)
        shutil.copytree(ready.root, root)
        with pytest.MonkeyPatch.context() as patch:
            Doors(root, patch, n, how)
            ran = in_process(command, practice, typed)
        state = "new" if plain(practice.records) == plain(new) else "half"
        state = "old" if practice.records == old else state
        where = (n, passed[n], ran)
        assert state != "half", (where, practice.records)
        seen.add(state)
        if ran.code == 0:  # the step was of no account
            assert plain(practice.records) == plain(new), where
        else:
            told_once(ran)
            kept = state == "new" and not verb.startswith("undo")
            again = in_process(["save"] if kept else command, practice, "" if kept else typed)
            assert again.code == 0, (where, again)
        assert plain(practice.records) == plain(new), where
        if passed[n] == "rmdir":  # git does not see that a folder is there still
            continue
        practice.assert_sound()
        assert ran.code == 0 or list((root / ".mplan" / "tmp").glob("*")) == [], where
    assert how != "disk" or "old" in seen


def limited(practice: Practice, size: int, arguments: list[str], typed: str) -> Ran:
    """A command that may write no file larger than so many bytes, as when the disk is full."""
    command = [*MPLAN, *dated(arguments)]
    done = subprocess.run(
        command, cwd=practice.root, env=practice.environment, input=typed.encode(), capture_output=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("size", [0, 5, 20, 60, 150, 400, 1000])
def test_files_that_cannot_grow(size: int, practice: Practice) -> None:
    """From the first byte of the lock to git's own files, which then is killed: told once, and it can be done again."""
    old = practice.records
    ran = limited(practice, size, ["session", JD, "--from", "-"], SAID)
    written = practice.records != old
    if ran.code:
        told_once(ran)
        assert written == ("not committed" in ran.err)
        again = in_process(["save"] if written else ["session", JD, "--from", "-"], practice, "" if written else SAID)
        assert again.code == 0, again
    practice.assert_sound()
    assert len(practice.sessions) == 2


def test_a_full_disk(practice: Practice, tmp_path: Path) -> None:
    """A real one, filled to the last byte; room made, it goes on."""
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(small)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be made here")
    try:
        full = copy(practice, small / "practice")
        filler = small / "filler"
        with suppress(OSError), open(filler, "wb", buffering=0) as stream:
            while True:
                stream.write(bytes(1024))
        for verb in ("edit", "session", "new-client"):
            told_once(in_process(VERBS[verb][0], full, VERBS[verb][1]))
        assert full.records == practice.records
        filler.unlink()
        for verb in ("edit", "session", "new-client"):
            assert in_process(VERBS[verb][0], full, VERBS[verb][1]).code == 0
        full.assert_sound()
    finally:
        subprocess.run(["umount", str(small)], check=True)
