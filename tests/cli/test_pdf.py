"""`--to pdf`, as a user types it: bytes or a file, what is said beside it, and what a broken picture gives."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
CALL = "import sys; from massageplan.cli.app import run; code = run(sys.argv[1:]);"
DAY = ("--today", "2026-09-07")


def mplan(*arguments: str | Path, then: str = "") -> subprocess.CompletedProcess[bytes]:
    """One run in a process of its own, as only there standard output takes bytes."""
    command = [sys.executable, "-c", f"{CALL}{then}sys.exit(code)", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False)


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    """A copy of the invented practice to spoil."""
    return Path(shutil.copytree(RIVERSIDE, tmp_path / "riverside"))


@pytest.mark.parametrize("command", [("handout", "jane"), ("agreement", "jane"), ("forms", "consent")])
def test_a_pdf_is_printed_or_written(command: tuple[str, ...], tmp_path: Path) -> None:
    """`--out -` gives the bytes of the file and nothing else."""
    options = ("--practice", RIVERSIDE, *DAY, "--to", "pdf")
    file = tmp_path / "sheet.pdf"
    written = mplan(*command, *options, "--out", file)
    assert (written.returncode, written.stdout.decode().strip()) == (0, str(file))
    printed = mplan(*command, *options, "--out", "-")
    assert printed.stdout == file.read_bytes()
    assert len(PdfReader(file).pages) == 1


def test_only_a_pdf_loads_the_printer(tmp_path: Path) -> None:
    """A page and Markdown cost nothing of it."""
    said = "print('typst' in sys.modules, file=sys.stderr);"
    options = ("handout", "jane", "--practice", RIVERSIDE, *DAY, "--out", tmp_path, "--to")
    assert mplan(*options, "html,md", then=said).stderr.endswith(b"False\n")
    assert mplan(*options, "pdf", then=said).stderr.endswith(b"True\n")


def test_a_letter_no_font_has_is_told(practice: Path) -> None:
    """It stands there as a question mark in a frame, and the therapist is told before it is handed over."""
    file = practice / "practice.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("name: Riverside", "name: 名 Riverside"), encoding="utf-8")
    done = mplan("handout", "jd-7k2m", "--practice", practice, *DAY, "--to", "pdf", "--out", "-")
    assert done.returncode == 0
    assert "the font of the PDF lacks 名 (U+540D)" in done.stderr.decode()


def test_a_broken_picture_is_one_sentence(practice: Path) -> None:
    """The practice's own drawing is no SVG: exit code 1, what to do, and no traceback."""
    own = practice / "templates" / "forms"
    own.mkdir(parents=True)
    (own / "body-front.svg").write_text("no drawing", encoding="utf-8")
    done = mplan("forms", "intake", "--practice", practice, "--to", "pdf", "--out", "-")
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (1, b"")
    assert said.startswith("mplan: The PDF cannot be made: ")
    assert "SVG" in said
    assert "Traceback" not in said
