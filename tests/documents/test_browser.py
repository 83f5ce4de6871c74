"""What a browser makes of the page: one sheet of paper, everything on it, nothing fetched."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from massageplan.workflows.handout import Asked, make_handout
from massageplan.workflows.load import open_practice

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
)  # fmt: skip
pytestmark = pytest.mark.browser


def browse(page: Path, *options: str) -> bytes:
    """Standard output of a headless browser on a page."""
    assert CHROMIUM, "chromium is needed for tests with the marker `browser`"
    profile = f"--user-data-dir={page.parent / 'profile'}"
    command = [CHROMIUM, *OPTIONS, profile, *options, page.as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout


@pytest.mark.parametrize(("paper", "height"), [("letter", 792), ("a4", 842)])
def test_three_lines_fit_one_sheet(paper: str, height: int, tmp_path: Path) -> None:
    """The sheet of the README prints on one page of its paper."""
    asked = Asked("jane", date(2026, 9, 7), paper=paper, next_visit="2026-09-14")
    page = tmp_path / "handout.html"
    page.write_text(make_handout(open_practice(RIVERSIDE), asked).text(), encoding="utf-8")
    browse(page, f"--print-to-pdf={tmp_path / 'handout.pdf'}")
    pdf = (tmp_path / "handout.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)", pdf)
    assert box
    assert abs(float(box[2]) - height) < 2


def test_the_page_as_the_browser_reads_it(tmp_path: Path) -> None:
    """All lines are there, the language is said, and nothing asks for anything outside the page."""
    page = tmp_path / "handout.html"
    page.write_text(make_handout(open_practice(RIVERSIDE), Asked("jane", date(2026, 9, 7))).text(), encoding="utf-8")
    seen = browse(page, "--dump-dom").decode()
    assert '<html lang="en">' in seen
    assert all(name in seen for name in ("Pelvic tilt", "One knee to chest", "Bridge", "519-555-0134"))
    assert not re.search(r"<(?:link|iframe|object|embed)\b| src=\"(?!data:)", seen)
    assert set(re.findall('href="([a-z]+):', seen)) == {"sms", "mailto", "tel"}
    assert seen.count("<script>") == 1
