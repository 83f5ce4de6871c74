"""`mplan audit` as it is typed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from massageplan.cli.app import run

INSPECTION = str(Path(__file__).parents[2] / "examples" / "inspection")
USUAL = ("--practice", INSPECTION, "--today", "2026-11-26")


def test_one_client_is_told_missing_first_with_place_source_and_doubt(capsys: pytest.CaptureFixture[str]) -> None:
    """Headed by what it is not; exit code 1, since something is missing."""
    assert run(["audit", "bo", "--jurisdiction", "washington", *USUAL]) == 1
    out = capsys.readouterr().out
    assert out.startswith("Washington, as of 2026\nUnofficial, and not legal advice: ")
    assert out.lower().count("legal advice") == 1
    assert out.index("\nmissing (8 rules)") < out.index("\ncannot be told (") < out.index("\nmet (")
    assert "    clients/bd-8m4k/2026-10-20-session.yaml:1  This visit does not say what was done.\n" in out
    assert "[wac-246-830-565, not verified]" in out
    assert "Bo Dahl" not in out


def test_who_lacks_nothing_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    """By the rules of practice.yaml's own place."""
    assert run(["audit", "ada", *USUAL]) == 0
    assert "\nmissing (" not in capsys.readouterr().out


def test_all_clients_are_a_table_and_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    """The complete one is in the table only."""
    assert run(["audit", "--all", *USUAL]) == 1
    out = capsys.readouterr().out
    assert [line.split()[:2] for line in out.splitlines()[4:7]] == [
        ["av-6k2p", "0"],
        ["bd-8m4k", "9"],
        ["mt-9s4d", "1"],
    ]
    assert "client bd-8m4k" in out
    assert "client av-6k2p" not in out


def test_rules_are_counted_above_and_places_in_their_line(capsys: pytest.CaptureFixture[str]) -> None:
    """One form that four visits lack is one rule; a rule that one place lacks has no number."""
    riverside = str(Path(INSPECTION).with_name("riverside"))
    assert run(["audit", "jd-7k2m", "--jurisdiction", "ontario", "--practice", riverside, *USUAL[2:]]) == 1
    out = capsys.readouterr().out
    assert "\nmissing (1 rule)\n  sensitive-signed  A form is signed each time" in out
    assert "before a sensitive area is treated.  (4 places)  [cmto" in out
    assert out.count(" places)") == 1


def test_on_a_terminal_lines_fit(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """But for names of files, which are not cut."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(["audit", "bo", *USUAL]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert max(len(line) for line in lines if "https" not in line and "clients/" not in line) < 60
    assert "    clients/bd-8m4k/2026-10-20-session.yaml:1  This visit" in [line.rstrip() for line in lines]


def test_json_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """Each line with rule, state, places and sources."""
    assert run(["audit", "mia", "--json", *USUAL]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["unofficial"] is True
    (missing,) = [line for line in said["clients"][0]["lines"] if line["state"] == "missing"]
    assert missing["where"][0]["file"] == "clients/mt-9s4d/2026-10-12-session.yaml"
    assert missing["sources"] == ["cmto-sensitive-areas", "koziebrocki-sensitive-areas"]


@pytest.mark.parametrize(
    ("words", "says"),
    [((), "Name one client"), (("ada", "--all"), "Name one client"), (("ada", "--jurisdiction", "mars"), "one of: ")],
)
def test_a_slip_is_answered_in_a_sentence(
    words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither client nor all, both, or a place nobody knows."""
    assert run(["audit", *words, *USUAL]) == 2
    assert says in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing in it could be looked at."""
    practice = Path(shutil.copytree(INSPECTION, tmp_path / "inspection"))
    (practice / "clients/av-6k2p/2026-09-08-history.yaml").write_text("history: [", encoding="utf-8")
    place = ("--practice", str(practice), "--today", "2026-11-26", "--jurisdiction", "montana")
    assert run(["audit", "ada", *place]) == 1
    assert "clients/av-6k2p/2026-09-08-history.yaml cannot be read" in capsys.readouterr().err
