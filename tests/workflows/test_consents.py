"""What a consent is to, as it is typed; and finding a client by the name people use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from massageplan.workflows.clients import find_client
from massageplan.workflows.consents import consents
from massageplan.workflows.load import open_practice

CHOICES = ("treatment", "assessment", "sensitive-area", "release", "photos", "research", "phone")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("treatment", ["treatment"]),
        ("treatment, photos", ["treatment", "photos"]),
        ("treat; sensitive area left gluteal, chest", ["treatment", {
            "for": "sensitive-area", "areas": ["left gluteal", "chest"],
        }]),
        ("sensitive-area gluteal area", [{"for": "sensitive-area", "areas": "gluteal"}]),
        ("release okafor (not the old accident)", [{
            "for": "release", "to": "okafor", "limits": "not the old accident",
        }]),
    ],
)  # fmt: skip
def test_a_consent_is_read(typed: str, kept: list[Any]) -> None:
    """Several by semicolon or comma; areas and limits behind their word."""
    assert consents(typed, CHOICES) == (kept, [])


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("treatment yes, photos no", "treatment stands alone"),
        ("sensitive-area", "Which area?"),
        ("sensitive-area gluteal, not chest", "not chest is no body part"),
        ("release", "To whom?"),
        ("p", "That may be photos or phone"),
    ],
)
def test_an_unclear_consent_is_asked_again(typed: str, says: str) -> None:
    """A consent is never guessed."""
    assert any(says in each for each in consents(typed, CHOICES)[1])


def test_a_whole_name_wins_over_the_beginning_of_another(tmp_path: Path) -> None:
    """Jane is Jane, though Janet exists; by what she is called, too; and where client.yaml is broken."""
    (tmp_path / "practice.yaml").write_text("format: 0\nname: X\ntherapists: [{id: a, name: A}]\n", encoding="utf-8")
    for code, text in (
        ("jd-1111", "name: Jane Doe\n"),
        ("jd-2222", "name: Janet Doe\ncalled: Jenny\n"),
        ("tb-3333", "name: Tom Berg\nborn: [\n"),
        ("ed-4444", "name: Ellen Dahl\n"),
        ("es-5555", "name: Ed Stone\n"),
    ):
        (tmp_path / "clients" / code).mkdir(parents=True)
        (tmp_path / "clients" / code / "client.yaml").write_text(text, encoding="utf-8")
    opened = open_practice(tmp_path)
    found = [find_client(opened, words) for words in ("jane", "janet", "Jenny", "berg", "jd-2", "ed", "ellen")]
    assert found == ["jd-1111", "jd-2222", "jd-2222", "tb-3333", "jd-2222", "es-5555", "ed-4444"]
