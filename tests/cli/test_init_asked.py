"""`mplan init` on a terminal: what it asks, and what becomes of a slip."""

from __future__ import annotations

import sys
from pathlib import Path

import gitpractice
import pexpect
import pytest


def _init(folder: Path, *lines: str) -> str:
    """What is shown while these lines are typed."""
    child = pexpect.spawn(
        sys.executable, ["-m", "massageplan", "init", str(folder)], encoding="utf-8", timeout=20, dimensions=(40, 100)
    )
    seen = ""
    for line in lines:
        child.expect(": $")
        seen += str(child.before)
        child.sendline(line)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return seen + str(child.before)


@pytest.fixture(autouse=True)
def clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git knows nobody."""
    gitpractice.clean_environment(tmp_path, monkeypatch)


def test_a_slip_is_asked_again_and_nothing_is_lost(tmp_path: Path) -> None:
    """Paper that does not exist, a place without rules here: the answers before stand."""
    made = tmp_path / "practice"
    seen = _init(made, "Riverside", "Ana Rivera", "RMT", "", "foo", "A4", "narnia", "Ontario")
    assert "Not one of: letter, a4." in seen
    assert "Which place's record rules apply?" in seen
    assert "Not one of: australia, british-columbia" in seen
    text = (made / "practice.yaml").read_text(encoding="utf-8")
    assert "name: Riverside\n" in text
    assert "jurisdiction: ontario\n" in text
    assert "paper: a4\n" in text


def test_enter_names_no_place(tmp_path: Path) -> None:
    """Then the record rules of none apply, and an audit says which there are."""
    made = tmp_path / "practice"
    _init(made, "Riverside", "Ana Rivera", "", "", "", "")
    text = (made / "practice.yaml").read_text(encoding="utf-8")
    assert "jurisdiction" not in text
    assert "paper: letter\n" in text
