"""What README.md shows happens when a reader does it."""

from __future__ import annotations

import io
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from massageplan.cli.app import run
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


ASSESSMENT = """\
date: 2026-09-07
reason: My back catches when I lift my daughter.
symptoms: [{where: lumbar, now: 4, worst: 7}]
measures:
  rom/lumbar-flexion: 42
  psfs/lift-daughter: {value: 4, words: Lift my daughter out of the cot}
"""


def test_the_first_client_can_be_made_and_gets_a_handout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The commands of the page, its plan and its line: no error, the record it shows, and a sheet."""

    def mplan(typed: str, *arguments: str) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        assert run([*arguments, "--practice", str(tmp_path)]) == 0, capsys.readouterr().err

    make_practice(tmp_path, Answers("Riverside", "Ana Rivera", "rivera"))
    (plan,) = _blocks(_section("What a plan looks like"), "yaml")
    (shown,) = _blocks(_section("Your first client"), "yaml")
    (line,) = re.findall("^  > (.*)$", _section("Your first client"), re.MULTILINE)
    mplan("name: Jane Doe\nborn: 1988-05-04\n", "new-client", "--from", "-", "--today", "2026-09-07")
    mplan(ASSESSMENT, "assess", "jane", "--from", "-", "--today", "2026-09-07")
    mplan(plan, "plan", "jane", "--from", "-", "--today", "2026-09-07")
    mplan(line, "note", "jane", "--today", "2026-09-14")
    (session,) = (tmp_path / "clients").glob("jd-*/2026-09-14-session.yaml")
    assert session.read_text(encoding="utf-8") == shown
    assert _errors(check_practice(tmp_path, TODAY)) == []
    sheet = make_handout(open_practice(tmp_path), Asked("jane", TODAY))
    assert sheet.lines == 1
    assert "Lift my daughter without my back catching" in sheet.text("md")


def test_the_finding_it_shows_is_what_check_prints(tmp_path: Path) -> None:
    """One slip in the example practice, shown as on a terminal."""
    practice = Path(shutil.copytree(ROOT / "examples" / "riverside", tmp_path / "riverside"))
    record = practice / "clients" / "jd-7k2m" / "2026-09-28-session.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("lumbar-flexion: 52\n", "lumbar-flexion: 520\n"), encoding="utf-8")
    report = check_practice(practice, date(2026, 11, 1))
    (shown,) = _blocks(_section("What the check says"), "")
    assert as_text(report.findings, Paint(source=source_lines(practice))).strip() == shown.strip()
