"""The wheel holds all it needs: installed in an empty place, it checks the example and makes a handout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.wheel


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that must end well."""
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def mplan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed from a wheel into a place of its own that knows nothing of this checkout."""
    place = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", place, ROOT, cwd=place)
    (wheel,) = place.glob("*.whl")
    run(sys.executable, "-m", "venv", place / "venv", cwd=place)
    pip = place / "venv" / "bin" / "pip"
    run(pip, "install", "-q", "-c", ROOT / "constraints.txt", wheel, cwd=place)
    return place / "venv" / "bin" / "mplan"


def test_it_runs_from_its_own_place(mplan: Path, tmp_path: Path) -> None:
    """Not from the checkout by accident."""
    where = run(mplan.parent / "python", "-c", "import massageplan; print(massageplan.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(mplan.parents[1])
    assert run(mplan, "--version", cwd=tmp_path).startswith("mplan ")


def test_it_makes_the_demo_handout(mplan: Path, tmp_path: Path) -> None:
    """Examples, templates, schemas and library travel with it."""
    said = run(mplan, "demo", tmp_path / "demo", cwd=tmp_path)
    (path,) = [line.split(None, 1)[1] for line in said.splitlines() if line.startswith("handout")]
    page = Path(path).read_text(encoding="utf-8")
    assert "Lift my daughter without my back catching" in page
    assert "font/woff2" in page
    options = ("--practice", tmp_path / "demo", "--today", "2026-09-07", "--to", "md", "--out", "-")
    assert "# Plan en casa para Jane" in run(mplan, "handout", "jane", "--language", "es", *options, cwd=tmp_path)
    paper = ("--practice", tmp_path / "demo", "--today", "2026-09-07", "--to", "pdf", "--out", tmp_path / "jane.pdf")
    run(mplan, "handout", "jane", *paper, cwd=tmp_path)
    assert (tmp_path / "jane.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_it_knows_schemas_library_and_pages(mplan: Path, tmp_path: Path) -> None:
    """Each from its own folder of the package."""
    assert '"title": "Session"' in run(mplan, "schema", "session", cwd=tmp_path)
    assert "Lie on your back" in run(mplan, "library", "show", "glute-bridge", cwd=tmp_path)
    assert "Why" in run(mplan, "explain", "comma-split", cwd=tmp_path)
