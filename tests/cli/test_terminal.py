"""On a real terminal, in a folder, with an environment: what the shell around a command changes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
pty = pytest.importorskip("pty")


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """The invented practice with one record that names an unknown therapist."""
    practice = Path(shutil.copytree(EXAMPLES / "riverside", tmp_path / "riverside"))
    record = practice / "clients" / "jd-7k2m" / "2026-10-06-session.yaml"
    record.write_text("date: 2026-10-06\ntherapist: riviera\n", encoding="utf-8")
    return practice


def on_terminal(*arguments: str, cwd: Path, **environment: str) -> str:
    """What a terminal shows of one command."""
    ours, theirs = pty.openpty()
    base = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    subprocess.run(
        [sys.executable, "-m", "massageplan", *arguments],
        cwd=cwd, stdin=theirs, stdout=theirs, stderr=theirs, check=False,
        env={**base, "TERM": "xterm", **environment},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:
        pass  # Linux says so when the other end is closed
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_shows_the_line_with_the_fault_marked_in_colour(spoilt: Path) -> None:
    """Record text appears here and nowhere else; NO_COLOR takes the colour and leaves the line."""
    shown = on_terminal("check", "jane", "--today", "2026-11-26", cwd=spoilt)
    assert "    2 | therapist: riviera\n" in shown
    assert "\x1b[31;1m^^^^^^^\x1b[0m\n" in shown
    plain = on_terminal("check", "jane", "--today", "2026-11-26", cwd=spoilt, NO_COLOR="1")
    assert "    2 | therapist: riviera\n      |            ^^^^^^^\n" in plain
    assert "\x1b" not in plain


def piped(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """One command with its output caught."""
    return subprocess.run(
        [sys.executable, "-m", "massageplan", *arguments],
        cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip


def test_the_practice_is_the_nearest_folder_above_then_the_environments(tmp_path: Path) -> None:
    """Deep in a practice no option is needed; elsewhere MPLAN_PRACTICE names it; else one clear sentence."""
    inside = EXAMPLES / "riverside" / "clients" / "jd-7k2m"
    assert "Jane" in piped("show", cwd=inside, MPLAN_PRACTICE=str(EXAMPLES / "boote-2017")).stdout
    assert "bt-1049" in piped("show", cwd=tmp_path, MPLAN_PRACTICE=str(EXAMPLES / "boote-2017")).stdout
    lost = piped("show", cwd=tmp_path, MPLAN_PRACTICE="")
    assert (lost.returncode, lost.stdout) == (3, "")
    assert "mplan init" in lost.stderr


def test_a_client_may_be_given_as_the_shell_completes_the_path(tmp_path: Path) -> None:
    """`clients/jd-7k2m/` is the client."""
    said = piped("show", "clients/jd-7k2m/", "--measures", cwd=EXAMPLES / "riverside")
    assert said.returncode == 0
    assert "psfs/lift-daughter" in said.stdout


def test_init_asks_on_a_terminal_only_what_it_was_not_told(tmp_path: Path) -> None:
    """Answers arrive on the terminal; Enter skips what is not needed."""
    ours, theirs = pty.openpty()
    os.write(ours, b"Ana Rivera\n\n\na4\n\n")
    done = subprocess.run(
        [sys.executable, "-m", "massageplan", "init", "riverside", "--name", "Riverside"],
        cwd=tmp_path, stdin=theirs, capture_output=True, text=True, check=False,
    )  # fmt: skip
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 0, done.stderr
    made = (tmp_path / "riverside" / "practice.yaml").read_text(encoding="utf-8")
    assert "name: Ana Rivera" in made
    assert "paper: a4" in made
    assert "phone" not in made.split("#")[0]
