"""The papers that records name: there, and what they were."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from massageplan.findings import Finding
from massageplan.workflows.check import check_practice

SCAN = b"%PDF-1.7 signed"
DIGEST = sha256(SCAN).hexdigest()
MESSAGES = {
    "lost": "This paper is not in the client's files/.",
    "other": "This paper is not the one that was kept: its bytes come to something else.",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A practice with a client who has one paper."""
    papers = tmp_path / "clients" / "jd-7k2m" / "files"
    papers.mkdir(parents=True)
    (tmp_path / "practice.yaml").write_text("format: 0\nname: Riverside\ntherapists: [{id: rivera, name: Ana}]\n")
    (papers.parent / "client.yaml").write_text("name: Jo Doe\n")
    (papers / "scan 1.pdf").write_bytes(SCAN)
    return tmp_path


def found(root: Path, files: str, file: str = "2026-03-02-checkin.yaml", more: str = "") -> list[Finding]:
    """What checking finds where a record names papers."""
    day = "" if file == "client.yaml" else "date: 2026-03-02\nsaid: fine\n"
    (root / "clients" / "jd-7k2m" / file).write_text(f"{day}{more}files: {files}\n")
    return list(check_practice(root, date(2026, 3, 9)).findings)


@pytest.mark.parametrize(
    ("files", "column", "what"),
    [
        ("scan 1.pdf", 0, None),
        (f"[scan 1.pdf, scan 1.pdf sha256-{DIGEST.upper()}]", 0, None),
        ("scan.pdf", 8, "lost"),
        ("[scan 1.pdf, scan.pdf]", 21, "lost"),
        ("'x\\..\\..\\client.yaml'", 8, "lost"),
        (f"scan 1.pdf sha256-{DIGEST[:-1]}", 8, "other"),
        (f"scan.pdf sha256-{DIGEST}", 8, "lost"),
    ],
)
@pytest.mark.parametrize("file", ["2026-03-02-checkin.yaml", "client.yaml"])
def test_a_paper_is_there_and_is_the_one_it_was(
    file: str, files: str, column: int, what: str | None, root: Path
) -> None:
    """Told where its name stands; the name itself is not repeated."""
    hits = [
        (hit.name, hit.message, hit.span.column) for hit in found(root, files, file, "name: x\n" * (file[0] == "c"))
    ]
    assert hits == ([("file-missing", MESSAGES[what], column)] if what else [])


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd", "files/scan 1.pdf", "..", "[a.pdf, ../x]"])
def test_a_way_out_of_the_folder_is_no_name(name: str, root: Path) -> None:
    """Refused by its form, and looked up nowhere."""
    (hit,) = found(root, name)
    assert (hit.name, hit.span.line) == ("wrong-form", 3)
    assert "for example 2026-07-16-letter.pdf" in (hit.help or "")


def test_it_can_be_silenced_with_a_reason(root: Path) -> None:
    """As other findings."""
    assert found(root, "scan.pdf", more="allow: {file-missing: lost in the flood}\n") == []
