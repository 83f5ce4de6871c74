"""The agreement made of each drafted plan, as the client gets it: easy to read, and one page."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from massageplan.documents.reading import grade
from massageplan.store.practice import PracticeFiles
from massageplan.text.writer import write
from massageplan.workflows.agreement import EASY, Agreement, Asked, make_agreement
from massageplan.workflows.handout import Asked as AskedHandout
from massageplan.workflows.handout import make_handout
from massageplan.workflows.load import open_practice

from .test_browser import browse

ROOT = Path(__file__).parents[2] / "examples" / "first-visits"
DRAFTS = Path(__file__).parents[1] / "workflows" / "drafts"
CODES = PracticeFiles(ROOT).codes()
NOT_OF_A_PLAN = ("presentation", "left-out", "remarks")


def drafted(code: str, root: Path) -> date:
    """Puts the draft of a client's plan into a practice of its own, as it is; the day of the assessment."""
    place = root / "clients" / code
    for name in ("practice.yaml", "network.yaml"):
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(ROOT / "clients" / code, place)
    plan = yaml.safe_load((DRAFTS / f"{code}.yaml").read_text())
    day = plan["assessment"].removesuffix("-assessment")
    kept = {key: value for key, value in plan.items() if key not in NOT_OF_A_PLAN}
    (place / f"{day}-plan.yaml").write_text(write({"date": day, **kept}))
    return date.fromisoformat(day)


def agreement(code: str, root: Path) -> Agreement:
    """The page of a client whose draft was kept as it is, on the day of the assessment."""
    day = drafted(code, root)
    return make_agreement(open_practice(root), Asked(code, day))


@pytest.mark.parametrize("code", CODES)
def test_grade_six_or_below(code: str, tmp_path: Path) -> None:
    """By our estimate: the whole page, its whole sentences alone, and what was drafted alone."""
    sheet = agreement(code, tmp_path)
    page = sheet.text("md")
    lines = [re.sub(r"[*|#]", "", line) for line in page.splitlines()]
    sentences = "\n".join(line for line in lines if line.rstrip().endswith((".", "?", "!")))
    assert (grade(page) <= EASY, grade(sentences) <= EASY) == (True, True), sentences
    assert not any("school year" in remark for remark in sheet.remarks)


@pytest.mark.browser
def test_the_longest_fit_one_page(tmp_path: Path) -> None:
    """The three with the most words on them."""
    made = {}
    for code in CODES:
        (tmp_path / code).mkdir()
        made[code] = agreement(code, tmp_path / code).text()
    for code in sorted(made, key=lambda each: len(made[each]))[-3:]:
        page = tmp_path / f"{code}.html"
        page.write_text(made[code], encoding="utf-8")
        browse(page, f"--print-to-pdf={tmp_path / code}.pdf")
        assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / f"{code}.pdf").read_bytes())) == 1, code


@pytest.mark.browser
@pytest.mark.parametrize(("code", "pages"), [("bs-2f9v", 1), ("hk-5p9r", 2), ("sg-3k9d", 2)])
def test_handouts_with_advice(code: str, pages: int, tmp_path: Path) -> None:
    """Two lines of homework and three pieces of advice fit one page; three lines with them never take a third."""
    agreement(code, tmp_path)
    day = next((tmp_path / "clients" / code).glob("*-plan.yaml")).name[: len("2026-01-01")]
    page = tmp_path / "handout.html"
    made = make_handout(open_practice(tmp_path), AskedHandout(code, date.fromisoformat(day)))
    page.write_text(made.text(), encoding="utf-8")
    browse(page, f"--print-to-pdf={tmp_path / 'handout.pdf'}")
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "handout.pdf").read_bytes())) <= pages
