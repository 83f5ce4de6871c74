"""A practice in a real git repository, with a clean environment: the stage for tests of what is kept, and how."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from massageplan.cli.app import run as run_here
from massageplan.frozen import Frozen
from massageplan.workflows.check import check_practice

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

TODAY = "2026-03-09"
JD, MN = "jd-7k2m", "mn-4t7q"
VISIT = f"clients/{JD}/2026-03-02-session.yaml"
FIRST = "# by hand, with a comment\ndate: 2026-03-02\nsaid: Better   mornings\n"
SAID = "said: Much better, walked to the lake\n"
MPLAN = (sys.executable, "-m", "massageplan")

_FILES = {
    "practice.yaml": "format: 0\nname: Riverside\nemergency: 911\ntherapists: [{id: rivera, name: Ana Rivera}]\n",
    ".gitignore": "out/\n.mplan/\n",
    ".gitattributes": "* -text\n",
    f"clients/{JD}/client.yaml": "name: Jane Doe\n",
    f"clients/{MN}/client.yaml": "name: Marek Novak\n",
    VISIT: FIRST,
}


class Ran(Frozen):
    """How a command ended."""

    code: int
    out: str
    err: str


class Practice:
    """A practice folder and the repository it is in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment = dict(os.environ)

    def git(self, *arguments: str, may: tuple[int, ...] = (0,)) -> str:
        """Git as the user runs it in the practice folder; gives what it printed, on both ways."""
        command = ["git", *arguments]
        done = subprocess.run(command, cwd=self.root, env=self.environment, capture_output=True, check=False)
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        assert done.returncode in may, (arguments, said)
        return said

    def mplan(self, *arguments: str, typed: str = "") -> Ran:
        """Run a command as a process of its own."""
        return self._run([*MPLAN, *dated(arguments)], typed)

    def init(self) -> Ran:
        """Set up this machine for the practice."""
        return self._run([*MPLAN, "init", "."])

    def _run(self, command: list[str], typed: str = "") -> Ran:
        done = subprocess.run(
            command, cwd=self.root, env=self.environment, input=typed.encode(), capture_output=True, check=False
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def begin(self, *arguments: str, typed: str = "") -> subprocess.Popen[bytes]:
        """Start a command, in a process group of its own, and do not wait for it."""
        process = subprocess.Popen(
            [*MPLAN, *dated(arguments)], cwd=self.root, env=self.environment, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(typed.encode())
        process.stdin.close()
        process.stdin = None
        return process

    def write(self, file: str, text: str | None) -> None:
        """A file by hand, or no longer one."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text.encode())

    @property
    def records(self) -> dict[str, bytes]:
        """All files in clients/, hidden and temporary ones too, by path below the practice."""
        found = sorted(p for p in (self.root / "clients").rglob("*") if p.is_file())
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for p in found}

    @property
    def sessions(self) -> list[str]:
        """Paths of the visits."""
        return [file for file in self.records if "-session" in file]

    @property
    def unsaved(self) -> list[str]:
        """What git says is not, or not like this, in it."""
        return self.git("status", "--porcelain", "--untracked-files=all").splitlines()

    def subjects(self, *which: str) -> list[str]:
        """Subjects of the commits, newest first."""
        return self.git("log", "--format=%s", *which).splitlines()

    @property
    def errors(self) -> list[str]:
        """Names of the errors that mplan check finds."""
        from datetime import date

        report = check_practice(self.root, date.fromisoformat(TODAY))
        return [f.name for f in report.findings if f.severity == "error"]

    def assert_sound(self) -> None:
        """Git is whole, all is saved, every record is valid, and nothing lies about that nobody made."""
        assert self.git("fsck", "--strict", "--no-dangling") == ""
        assert self.unsaved == []
        assert self.errors == []
        assert [file for file in self.records if "/files/" not in file and not file.endswith((".yaml", ".md"))] == []
        assert list((self.root / ".git").glob("*.lock")) == []


def dated(arguments: Sequence[str]) -> list[str]:
    """A command line on the day of these tests; log and init need none."""
    return [*arguments, *(() if arguments[0] in ("log", "init") else ("--today", TODAY))]


def clean_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of this machine's user, and no other repository."""
    for name in [name for name in os.environ if name.startswith("GIT_") or name == "MPLAN_PRACTICE"]:
        monkeypatch.delenv(name)
    for name, value in (("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null"), ("HOME", str(home))):
        monkeypatch.setenv(name, value)


def make(root: Path, inside: Path | None = None) -> Practice:
    """A practice of two clients and one visit, committed.

    Args:
        inside: the top of the repository, where it is larger than the practice.
    """
    practice = Practice(root)
    for file, text in _FILES.items():
        practice.write(file, text)
    top = Practice(inside or root)
    top.git("init", "-q", "-b", "main")
    top.git("config", "user.name", "Somebody")
    top.git("config", "user.email", "somebody@example.org")
    top.git("add", "-A")
    top.git("commit", "-q", "-m", "begin")
    return practice


def copy(practice: Practice, to: Path) -> Practice:
    """The same once more, elsewhere."""
    shutil.copytree(practice.root, to, symlinks=True)
    return Practice(to)


def in_process(arguments: list[str], practice: Practice, typed: str = "") -> Ran:
    """Run a command in this process: quicker, and its doors can be made to fail."""
    out, err = io.StringIO(), io.StringIO()
    kept = sys.stdin, sys.stdout, sys.stderr
    where = Path.cwd()
    os.chdir(practice.root)
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO(typed.encode())), out, err
    try:
        code = run_here(dated(arguments))
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
        os.chdir(where)
    return Ran(code, out.getvalue(), err.getvalue())
