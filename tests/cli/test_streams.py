"""Streams as they may be: full, of few letters, given bytes that are no text; and names that would forge a line."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import gitpractice
import pytest
from gitpractice import JD, MPLAN, VISIT, Practice

full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")


def streamed(
    practice: Practice, words: Sequence[str], typed: bytes = b"", to: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """A command with its output into a file of the system's."""
    command = [*MPLAN, *gitpractice.dated(words)]
    own = {**practice.environment, **environment}
    with open(to or os.devnull, "wb") as sink:
        return subprocess.run(
            command, cwd=practice.root, env=own, input=typed, stdout=sink if to else subprocess.PIPE,
            stderr=subprocess.PIPE, check=False,
        )  # fmt: skip


@full
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [["show"], ["show", JD], ["check"], ["today"], ["explain"], ["--help"]])
def test_what_cannot_be_printed_is_one_sentence(practice: Practice, words: list[str], unbuffered: str) -> None:
    """Exit 3, be it found at once or at the very end."""
    words = words if words[0] != "explain" else ["explain", "unknown-key"]
    command = [*MPLAN, *words]
    with open("/dev/full", "wb") as sink:
        done = subprocess.run(
            command, cwd=practice.root, env={**practice.environment, "PYTHONUNBUFFERED": unbuffered}, stdout=sink,
            stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    said = done.stderr.decode()
    assert done.returncode == 3, said
    assert said.count("mplan: standard output cannot be written: no space left on device.") == 1
    assert "Traceback" not in said
    assert "Exception ignored" not in said


@full
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("words", "typed", "says"),
    [
        (["note", "jane"], "n 6>4\n", "The record is kept"),
        (["edit", "jane", "--from", "-"], "date: 2026-03-02\nsaid: other\n", "The record is corrected"),
        (["save"], "", "What could be saved is saved"),
    ],
)
def test_a_record_is_kept_though_it_cannot_be_said(
    practice: Practice, words: list[str], typed: str, says: str, unbuffered: str
) -> None:
    """Exit 3, but nobody is to enter it again."""
    if words == ["save"]:
        practice.write(VISIT, gitpractice.FIRST + "next: x\n")
    done = streamed(practice, words, typed.encode(), "/dev/full", PYTHONUNBUFFERED=unbuffered)
    said = done.stderr.decode()
    assert done.returncode == 3, said
    assert f"mplan: {says}, but standard output cannot be written: no space left on device." in said
    assert said.count("cannot be written") == 1
    assert len(practice.subjects()) == 2
    practice.assert_sound()


@full
def test_a_full_standard_error_is_no_traceback_either(practice: Practice) -> None:
    """Nothing can be said then but the exit code."""
    with open("/dev/full", "wb") as sink:
        done = subprocess.run(
            [*MPLAN, "show", "nobody"], cwd=practice.root, env=practice.environment, stdout=subprocess.PIPE,
            stderr=sink, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, b"")


def test_letters_that_a_terminal_lacks_are_spelled_out(practice: Practice) -> None:
    """In a list of objects they are read back as what they are."""
    practice.write(f"clients/{JD}/client.yaml", "name: Zoë \U0001f600\n")
    shown = streamed(practice, ["show"], PYTHONIOENCODING="ascii")
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert b"Zo\\u00eb \\ud83d\\ude00" in shown.stdout
    listed = streamed(practice, ["show", "--json"], PYTHONIOENCODING="ascii")
    assert "Zoë \U0001f600" in [row["name"] for row in json.loads(listed.stdout)]
    nobody = streamed(practice, ["show", "Zoé"], PYTHONIOENCODING="ascii")
    assert nobody.returncode in (1, 2, 3)
    assert b"Traceback" not in nobody.stderr


def test_a_note_of_bytes_that_are_no_text_is_no_traceback(practice: Practice) -> None:
    """It is not kept; one with letters is, whatever the terminal has."""
    wrong = streamed(practice, ["note", "jane"], b"said: \xff\xfe\n", PYTHONIOENCODING="utf-8:strict")
    assert b"Traceback" not in wrong.stderr
    assert (wrong.returncode, practice.sessions) == (1, [VISIT])
    right = streamed(practice, ["note", "jane"], "said: Zoë\n".encode(), PYTHONIOENCODING="ascii")
    assert right.returncode == 0, right.stderr
    assert practice.records[right.stdout.decode().strip()].decode().endswith("said: Zoë\n")


def test_names_of_files_cannot_forge_a_line(practice: Practice) -> None:
    """What `check`, `save` and `today` tell of a file by hand stays in its line and turns nothing on."""
    practice.write(f"clients/{JD}/files/a\nsaved: all \x1b[31m.pdf", "x")
    for words in (["check"], ["today"], ["save"], ["log", "jane"], ["show", "a\nb\x1b[31m"]):
        done = streamed(practice, words)
        told = done.stdout + done.stderr
        assert b"\x1b" not in told
        assert not any(line.startswith(b"saved: all") for line in told.splitlines()), told


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (["today", "--today"], "--today"),
        (["show", "--at"], "--at"),
        (["session", JD, "--from", "-", "--date"], "--date"),
    ],
)
def test_a_day_is_read_alike_everywhere(practice: Practice, words: list[str], option: str) -> None:
    """What is no date, and what no record can be of; one looks back as far as one likes."""
    for day, says in (("soon", "is not a date"), ("0001-01-01", "is no day a record can be of")):
        done = subprocess.run([*MPLAN, *words, day], cwd=practice.root, capture_output=True, text=True, check=False)
        told = (done.returncode, option in done.stderr, says in done.stderr)
        assert told == ((2, True, True) if option != "--at" or day == "soon" else (3, False, False)), done.stderr
