"""What README.md shows happens when a reader does it."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from massageplan.report.findings import Paint, as_text
from massageplan.workflows.check import Report, check_practice
from massageplan.workflows.handout import Asked, make_handout
from massageplan.workflows.init import Answers, make_practice
from massageplan.workflows.lines import source_lines
from massageplan.workflows.load import open_practice

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TODAY = date(2026, 9, 15)


def _section(heading: str) -> str:
    """The text under one heading."""
    return README.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


def _blocks(text: str, kind: str) -> list[str]:
    """The fenced blocks of one kind in a piece of the page."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def _errors(report: Report) -> list[str]:
    return [str(finding) for finding in report.findings if finding.severity == "error"]


def test_the_first_client_can_be_typed_and_gets_a_handout(tmp_path: Path) -> None:
    """`mplan init`, the four files of the page, no error, and a sheet with the exercise of the plan."""
    make_practice(tmp_path, Answers("Riverside", "Ana Rivera", "rivera"))
    folder = tmp_path / "clients" / "jd-7k2m"
    folder.mkdir()
    client, assessment, session = _blocks(_section("Your first client"), "yaml")
    (plan,) = _blocks(_section("What a plan looks like"), "yaml")
    files = {
        "client": client,
        "2026-09-07-assessment": assessment,
        "2026-09-07-plan": plan,
        "2026-09-14-session": session,
    }
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert _errors(check_practice(tmp_path, TODAY)) == []
    sheet = make_handout(open_practice(tmp_path), Asked("jane", TODAY, to="md"))
    assert sheet.lines == 1
    assert "Lift my daughter without my back catching" in sheet.text


def test_the_finding_it_shows_is_what_check_prints(tmp_path: Path) -> None:
    """One slip in the example practice, shown as on a terminal."""
    practice = Path(shutil.copytree(ROOT / "examples" / "riverside", tmp_path / "riverside"))
    record = practice / "clients" / "jd-7k2m" / "2026-09-28-session.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("lumbar-flexion: 52\n", "lumbar-flexion: 520\n"), encoding="utf-8")
    report = check_practice(practice, date(2026, 11, 1))
    (shown,) = _blocks(_section("What the check says"), "")
    assert as_text(report.findings, Paint(source=source_lines(practice))).strip() == shown.strip()
