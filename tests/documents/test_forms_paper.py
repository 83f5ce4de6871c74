"""What a browser prints of the forms: as many pages as a sheet has sides."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from massageplan.workflows.forms import Asked, make_form
from massageplan.workflows.load import open_practice

from .conftest import TEMPLATES
from .test_browser import RIVERSIDE, browse

REGIONS = sorted(path.stem for path in (TEMPLATES.parent / "massageplan" / "library" / "regions").iterdir())
pytestmark = pytest.mark.browser


def printed(asked: Asked, folder: Path) -> bytes:
    """The form as a PDF."""
    page = folder / "form.html"
    page.write_text(make_form(open_practice(RIVERSIDE), asked).text(), encoding="utf-8")
    browse(page, f"--print-to-pdf={folder / 'form.pdf'}")
    return (folder / "form.pdf").read_bytes()


def pages(pdf: bytes) -> int:
    """How many it has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize(("paper", "height"), [("letter", 792), ("a4", 842)])
@pytest.mark.parametrize(
    ("form", "client", "sides"),
    [
        ("intake", None, 2),
        ("intake", "jane", 2),
        ("consent", None, 1),
        ("consent", "marek", 1),
        ("reassessment", None, 1),
        ("reassessment", "bell", 1),
        ("reassessment", "jane", 2),  # the second is a questionnaire
    ],
)
def test_a_form_fits_its_paper(
    form: str, client: str | None, sides: int, paper: str, height: int, tmp_path: Path
) -> None:
    """An intake is one sheet with two sides, the others have one; also with all that is known of a client."""
    pdf = printed(Asked(form, client, date(2026, 10, 6), paper=paper), tmp_path)
    assert pages(pdf) == sides
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)", pdf)
    assert box
    assert abs(float(box[2]) - height) < 2


@pytest.mark.parametrize("region", REGIONS)
def test_the_questions_of_each_region_fit_the_sheet(region: str, tmp_path: Path) -> None:
    """The shorter paper decides."""
    assert pages(printed(Asked("intake", None, date(2026, 10, 6), paper="letter", region=region), tmp_path)) == 2
