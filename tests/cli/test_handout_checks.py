"""What `mplan handout` says of the sheet it made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from massageplan.cli.app import run
from massageplan.findings import SEVERITIES

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
PLAN = "clients/jd-7k2m/2026-09-07-plan.yaml"


@pytest.fixture
def riverside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example practice, ours to change, where we stand."""
    root = tmp_path / "riverside"
    shutil.copytree(RIVERSIDE, root, ignore=shutil.ignore_patterns("out", ".git"))
    monkeypatch.chdir(root)
    return root


def _change(root: Path, old: str, new: str) -> None:
    text = (root / PLAN).read_text(encoding="utf-8")
    assert old in text
    (root / PLAN).write_text(text.replace(old, new), encoding="utf-8")


def _handout(*options: str) -> int:
    return run(["handout", "jane", "--today", "2026-09-07", *options])


def test_a_good_sheet_gets_no_word(riverside: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The path of the file, and nothing else."""
    assert _handout() == 0
    assert capfd.readouterr() == ("out/jd-7k2m/handout-week-1.html\n", "")


def test_findings_come_after_the_path_and_the_sheet_is_made(riverside: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """On standard error, with place and help; the exit code stays 0."""
    _change(riverside, "    at: after Mia is in bed\n", "")
    assert _handout() == 0
    out, err = capfd.readouterr()
    assert out == "out/jd-7k2m/handout-week-1.html\n"
    assert err.splitlines() == [
        f"{PLAN}:56:9  note  no-when",
        "    Line 3 of the sheet does not say when in the day it is done.",
        "      = ask the client what it can follow, and put that into at:",
        "",
        "1 note  on this sheet",
        "mplan explain no-when  says why this matters and how to settle it",
    ]


def test_what_is_allowed_is_counted(riverside: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """As in check."""
    _change(riverside, "    at: after Mia is in bed\n", "")
    _change(riverside, "gave: handout week 1", "allow: {no-when: she says when the day is over}")
    assert _handout("--to", "md", "--out", "-") == 0
    assert capfd.readouterr().err == "ok: nothing to settle  on this sheet; 1 silenced by allow\n"


def test_pages_are_counted_on_paper_alone(riverside: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A page on the screen has none; a PDF says where it grew too long, and that once."""
    advice = "".join(f"  - Rest a bit, then go on as you did, and tell me how it was on day {n}.\n" for n in range(90))
    _change(riverside, "advice:\n", f"advice:\n{advice}")
    assert _handout() == 0
    assert "too-many-pages" not in capfd.readouterr().err
    assert _handout("--to", "html,pdf") == 0
    out, err = capfd.readouterr()
    assert out.splitlines() == ["out/jd-7k2m/handout-week-1.html", "out/jd-7k2m/handout-week-1.pdf"]
    assert err.count("too-many-pages") == 2
    assert f"{PLAN}:1:1  warning  too-many-pages" in err


def test_all_handouts_say_how_much_there_is_to_settle(riverside: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The clients whose sheets have a warning, and where to read it; a note alone is not worth a look."""
    _change(riverside, "    at: after Mia is in bed\n", "")
    assert run(["handout", "--all", "--today", "2026-09-07"]) == 0
    assert "look at these" not in capfd.readouterr().err
    _change(riverside, "    often: 3/week\n    days: [mon, wed, fri]\n", "    often: daily\n")
    assert run(["handout", "--all", "--today", "2026-09-07"]) == 0
    said = capfd.readouterr().err.splitlines()
    assert "look at these (mplan handout CLIENT tells why): jd-7k2m" in said


def test_explain_tells_of_them(capfd: pytest.CaptureFixture[str]) -> None:
    """With the evidence."""
    assert run(["explain", "dose-outside-guidance"]) == 0
    told = capfd.readouterr().out
    assert "garber-2011" in told
    assert "verified: false" in told
    assert SEVERITIES["dose-outside-guidance"] in told
