"""A command on a real terminal, and what it left in the practice: the stage for tests of what is asked."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import gitpractice
import pexpect

DAY = gitpractice.TODAY
HEAD = f"date: {DAY}\n"
WAS = gitpractice.VISIT.partition(f"{gitpractice.JD}/")[2].removesuffix("-session.yaml")
JD = gitpractice.JD
PROMPT = r"  > "
YES_NO = r"\[[Yy]/[Nn]\] "
ASKS = f"{PROMPT}|{YES_NO}|number: "


class Terminal:
    """A command on a pseudo-terminal of its own.

    Attributes:
        sent: how many lines were typed.
        seen: all that was shown so far.
    """

    def __init__(self, practice: gitpractice.Practice, words: Sequence[str], columns: int, **environment: str) -> None:
        own = {"TERM": "dumb", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", **environment}
        plain = {k: v for k, v in {**practice.environment, **own}.items() if k not in ("COLUMNS", "LINES", "VISUAL")}
        arguments = ["-m", "massageplan", *words, "--today", DAY]
        self.child = pexpect.spawn(
            sys.executable, arguments, cwd=str(practice.root), env=plain, encoding="utf-8", timeout=20,
            dimensions=(40, columns),
        )  # fmt: skip
        self.child.delaybeforesend = None
        self.sent = 0
        self.seen = ""

    def wait(self, what: str = ASKS) -> str:
        """Wait until this is shown; gives all that was shown so far."""
        self.child.expect(what)
        self.seen += (str(self.child.before) + str(self.child.after)).replace("\r\n", "\n")
        return self.seen

    def type(self, *lines: str) -> None:
        """Answer one prompt after the other, each when it is there."""
        for line in lines:
            self.wait()
            self.child.sendline(line)
            self.sent += 1

    def type_now(self, line: str) -> None:
        """Answer the prompt that was waited for."""
        self.child.sendline(line)
        self.sent += 1

    def end(self) -> int | None:
        """Wait for the end; gives the exit code, None where a signal ended it."""
        self.child.expect(pexpect.EOF)
        self.seen += str(self.child.before).replace("\r\n", "\n")
        self.child.close()
        return self.child.exitstatus


Opens = Callable[..., Terminal]


def drafts(practice: gitpractice.Practice) -> list[str]:
    """Texts of the drafts; a process that was killed may leave a lock beside its own."""
    paths = sorted((practice.root / ".mplan" / "drafts").glob("*"))
    return [path.read_text(encoding="utf-8") for path in paths if path.suffix != ".lock"]


def new(practice: gitpractice.Practice, before: dict[str, bytes]) -> list[str]:
    """Texts of the records that were not there before."""
    return [raw.decode() for file, raw in practice.records.items() if file not in before]


def interrupted(visit: Terminal) -> int | None:
    """Ctrl-C; once more where it came in the instant in which Python begins to read a line and does not look."""
    for _ in range(5):
        visit.child.sendintr()
        if visit.child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=3) == 0:
            break
    visit.seen += str(visit.child.before).replace("\r\n", "\n")
    visit.child.close()
    return visit.child.exitstatus


def editor(folder: Path, *rounds: str) -> str:
    """An editor that does one thing after the other: shell commands on the file `$1`, the last again and again."""
    lines = [f"{n}) {each} ;;" for n, each in enumerate(rounds[:-1])]
    script = (
        f"#!/bin/sh\nn=$(cat {folder}/n 2>/dev/null || echo 0); echo $((n + 1)) > {folder}/n\n"
        f'cp "$1" {folder}/seen-$n\ncase $n in {" ".join(lines)} *) {rounds[-1]} ;; esac\n'
    )
    path = folder / "an-editor"
    path.write_text(script, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)
