"""Every hostile file is a finding at the right place, and the files beside it are still checked."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from massageplan.errors import NotReadable
from massageplan.workflows.check import Report, check_practice

TODAY = date(2026, 12, 1)
PRACTICE = "format: 0\nname: Riverside\ntherapists: [{id: rivera, name: Ana Rivera}]\n"
BAD = "clients/xx-0bad/"
RECORD = "2026-03-09-session.yaml"
GOOD = "clients/jd-7k2m/2026-03-09-session.yaml"
HEAD = b"date: 2026-03-09\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A practice of a client whose one record has a slip of its own, and one whose folder is to be spoilt."""
    put(tmp_path, "practice.yaml", PRACTICE.encode())
    for code in ("jd-7k2m", "xx-0bad"):
        put(tmp_path, f"clients/{code}/client.yaml", b"name: Jo Doe\n")
    put(tmp_path, GOOD, HEAD + b"said: fine\nvist: 1\n")
    return tmp_path


def put(root: Path, name: str, raw: bytes) -> None:
    """Write a file and the folders above it."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def told(root: Path) -> list[str]:
    """`file:line:column name` of all that is told of the spoilt folder; the good client is always checked."""
    report: Report = check_practice(root, TODAY)
    found = [f"{finding.span} {finding.name}" for finding in report.findings]
    of_good = [line for line in found if line.startswith(GOOD)]
    assert f"{GOOD}:3:1 unknown-key" in of_good
    assert report.clients == 2
    return [line.removeprefix(BAD) for line in found if line not in of_good]


BYTES = [
    ("empty", b"", "1:1 empty-file"),
    ("only comments", b"# one\n# two\n", "1:1 empty-file"),
    ("only a document mark", b"---\n", "1:1 empty-file"),
    ("tab", HEAD + b"measures:\n\tpain: 4\n", "3:1 yaml-syntax"),
    ("NUL", HEAD + b"said: a\x00b\n", "2:8 control-character"),
    ("escape", HEAD + b"said: \x1b[2J\n", "2:7 control-character"),
    ("Latin-1", HEAD + "said: Müller\n".encode("latin-1"), "2:8 not-utf-8"),
    ("UTF-16", "date: 2026-03-09\n".encode("utf-16"), "1:1 not-utf-8"),
    ("UTF-16 without mark", "date: 2026-03-09\n".encode("utf-16-le"), "1:2 control-character"),
    ("50 MB", b"#" * 50_000_000, "1:1 unreadable-file"),
    ("200,000 brackets", HEAD + b"said: " + b"[" * 200_000, "2:1006 nested-too-deep"),
    ("200,000 braces", b"{" * 200_000, "1:1001 nested-too-deep"),
    ("200,000 levels of lists", HEAD + b"said:\n" + b"- " * 200_000 + b"x", "3:59 nested-too-deep"),
    ("alias bomb", HEAD + b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "2:4 unsupported-yaml"),
    ("tag", HEAD + b"said: !!python/object/apply:os.system [ls]\n", "2:7 unsupported-yaml"),
    ("two documents", HEAD + b"---\ndate: 2026-03-10\n", "2:1 unsupported-yaml"),
    ("duplicate key", HEAD + b"visit: 1\nsaid: ok\nvisit: 2\n", "4:1 duplicate-key"),
    ("5,000-digit number", HEAD + b"visit: " + b"9" * 5000 + b"\n", "2:8 wrong-form"),
    ("infinity", HEAD + b"visit: .inf\n", "2:8 wrong-form"),
    ("no such day", b"date: 2026-02-30\n", "1:7 wrong-form"),
    ("a list where a map belongs", b"- date: 2026-03-09\n", "1:1 wrong-shape"),
    ("a text where a map belongs", b"Felt fine.\n", "1:1 wrong-shape"),
    ("a list below a key for a map", HEAD + b"homework-done:\n  - walk\n", "3:3 wrong-shape"),
    ("CRLF before the fault", b"date: 2026-03-09\r\nsaid: fine\r\nvist: 1\r\n", "3:1 unknown-key"),
    ("byte order mark", b"\xef\xbb\xbfdate: 2026-03-09\nvist: 1\n", "2:1 unknown-key"),
    ("mark on the fault's line", b"\xef\xbb\xbfvist: 1\ndate: 2026-03-09\n", "1:1 unknown-key"),
    ("emoji before the fault", "when: day 3\nmeasures: {p: {value: 😀👍🏽, valeu: 2}}\n".encode(), "2:28 unknown-key"),
    ("emoji before a colon", HEAD + "said: 😀👍🏽 Pain: worse\n".encode(), "2:15 yaml-syntax"),
    ("direction turned", HEAD + "said: a\u202eb\n".encode(), "2:8 hidden-direction"),
    ("key of the tree in capitals", HEAD + b"measures:\n  Pain: 4\n", "3:3 unknown-key"),
]


@pytest.mark.parametrize(("raw", "expected"), [row[1:] for row in BYTES], ids=[row[0] for row in BYTES])
def test_bytes(root: Path, raw: bytes, expected: str) -> None:
    """One finding of this name where the fault is."""
    put(root, BAD + RECORD, raw)
    assert f"{RECORD}:{expected}" in told(root)


NAMES = [
    ("2026-03-09-sesion.yaml", "unknown-kind"),
    ("2026-03-09-session.yml", "unknown-kind"),
    ("2026-03-09-event.md", "unknown-kind"),
    ("2026-02-30-session.yaml", "date-differs-from-name"),
    ("scan.pdf", "unknown-kind"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_names(root: Path, name: str, expected: str) -> None:
    """A misspelt kind, another ending, a day that does not exist, and what is no record at all."""
    put(root, BAD + name, HEAD)
    assert any(line.startswith(f"{name}:1:") and line.endswith(expected) for line in told(root))


def test_a_name_that_is_no_utf_8(root: Path) -> None:
    """It is told like any other."""
    (root / BAD / os.fsdecode(b"\xff-session.yaml")).write_bytes(HEAD)
    assert told(root)


def test_no_client_file(root: Path) -> None:
    """A folder without client.yaml; its records are read all the same."""
    (root / BAD / "client.yaml").unlink()
    put(root, BAD + RECORD, HEAD + b"vist: 1\n")
    lines = told(root)
    assert f"{RECORD}:2:1 unknown-key" in lines
    assert any(line.endswith("unknown-client") for line in lines)


def test_a_spoilt_client_file(root: Path) -> None:
    """Likewise."""
    put(root, BAD + "client.yaml", b"name: [\n")
    put(root, BAD + RECORD, HEAD + b"vist: 1\n")
    assert {"client.yaml:1:7 yaml-syntax", f"{RECORD}:2:1 unknown-key"} <= set(told(root))


def test_links_out_of_the_practice(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Neither a file nor a folder outside is read."""
    outside = tmp_path_factory.mktemp("outside") / RECORD
    outside.write_bytes(HEAD + b"vist: 1\n")
    (root / BAD / RECORD).symlink_to(outside)
    assert told(root) == [f"{RECORD}:1:1 outside-practice"]


def test_things_that_are_no_files(root: Path) -> None:
    """A folder and a pipe where files belong, and a link in a circle."""
    (root / BAD / RECORD).mkdir()
    os.mkfifo(root / BAD / "2026-03-10-session.yaml")
    (root / BAD / "2026-03-11-session.yaml").symlink_to("2026-03-11-session.yaml")
    assert told(root) == [f"2026-03-{day}-session.yaml:1:1 unreadable-file" for day in ("09", "10", "11")]


def test_a_file_without_permission(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses to open it (simulated, as root may open all)."""
    put(root, BAD + RECORD, HEAD)
    really = os.open

    def refuse(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if os.fspath(path).endswith(BAD + RECORD):
            raise PermissionError(13, "Permission denied", path)
        return really(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refuse)
    assert told(root) == [f"{RECORD}:1:1 unreadable-file"]


def test_spoilt_practice_files(root: Path) -> None:
    """Without practice.yaml nothing can be said; a spoilt network.yaml stops nothing."""
    put(root, "network.yaml", b"people: {\n")
    assert "network.yaml:1:9 yaml-syntax" in told(root)
    for raw in (b"", b"format: 0\n", b"\xff", b"- a\n", b"[" * 200_000):
        put(root, "practice.yaml", raw)
        with pytest.raises(NotReadable, match=r"practice\.yaml:1:"):
            check_practice(root, TODAY)
