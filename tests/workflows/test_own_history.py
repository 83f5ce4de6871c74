"""What a practice's own finished courses say: which folders are opened, and what counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from massageplan.findings import Finding
from massageplan.workflows import own
from massageplan.workflows.load import Opened, open_practice
from massageplan.workflows.own import own_history

TODAY = date(2026, 11, 26)
COURSE = {
    "client.yaml": "name: A Client\nborn: 1980\n",
    "2026-03-02-assessment.yaml": "date: 2026-03-02\npresentation: neck-pain\nmeasures: {psfs/look: 3}\n",
    "2026-03-02-plan.yaml": "date: 2026-03-02\nexpect: {by: visit 2, measure: psfs/look, change: up 3}\n",
    "2026-03-03-session.yaml": "date: 2026-03-03\nvisit: 1\n",
    "2026-03-10-session.yaml": "date: 2026-03-10\nvisit: 2\nmeasures: {psfs/look: 7}\n",
    "2026-03-31-discharge.yaml": "date: 2026-03-31\nreason: goals-met\n",
}
Make = Callable[..., Opened]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes a practice of so many clients, each with the course above but for some files (None leaves one out)."""

    def write(clients: int, **changes: str | None) -> Opened:
        (tmp_path / "practice.yaml").write_text("format: 0\nname: P\ntherapists: [{id: rivera, name: Ana}]\n")
        for n in range(clients):
            place = tmp_path / "clients" / f"ab-{n:04d}"
            place.mkdir(parents=True, exist_ok=True)
            named = {next(file for file in COURSE if kind in file): text for kind, text in changes.items()}
            for file, text in {**COURSE, **named}.items():
                if text is not None:
                    (place / file).write_text(text)
        return open_practice(tmp_path)

    return write


def watched(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read from now on."""
    read: list[str] = []
    raw = opened.files.read

    def noting(_: object, file: str) -> bytes | Finding:
        read.append(file)
        return raw(file)

    monkeypatch.setattr(type(opened.files), "read", noting)
    return read


def test_ten_finished_courses_are_told(make: Make) -> None:
    """Nine are not."""
    assert own_history(make(9), "neck-pain", TODAY) == ()
    sentence, _ = own_history(make(10), "neck-pain", TODAY)
    assert sentence == (
        "Of your last 10 finished courses with neck pain: 10 clearly better, 0 no clear change, 0 worse; "
        "median visit at which it was clear: 2."
    )


def test_only_this_picture_and_only_what_has_ended_counts(make: Make) -> None:
    """Nobody's course counts for another picture, before its end, or without one."""
    opened = make(12)
    assert own_history(opened, "knee-oa", TODAY) == ()
    assert own_history(opened, "neck", TODAY) == ()
    assert own_history(opened, None, TODAY) == ()
    assert own_history(opened, "neck-pain", date(2026, 3, 30)) == ()
    assert own_history(opened, "neck-pain", date(2026, 3, 31)) != ()


def test_without_a_discharge_a_folder_is_not_opened(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The names of its files say that care goes on."""
    opened = make(12, discharge=None)
    read = watched(opened, monkeypatch)
    assert own_history(opened, "neck-pain", TODAY) == ()
    assert read == []


def test_of_another_picture_only_the_assessment_is_looked_at(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is not read in full where no assessment names the picture."""
    opened = make(12)
    read = watched(opened, monkeypatch)
    assert own_history(opened, "knee-oa", TODAY) == ()
    assert {file.rpartition("-")[2] for file in read} == {"assessment.yaml"}
    assert len(read) == 12


def test_a_file_that_cannot_be_used_hides_only_its_own_course(make: Make) -> None:
    """The other ten are told of."""
    opened = make(11)
    (opened.files.root / "clients" / "ab-0003" / "2026-03-02-assessment.yaml").write_text(
        "presentation: neck-pain: [\n"
    )
    assert "last 10 finished" in own_history(opened, "neck-pain", TODAY)[0]


def test_a_large_practice_looks_at_its_newest_courses(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number is bounded, and those that ended last are taken."""
    monkeypatch.setattr(own, "MOST", 10)
    opened = make(12)
    for n in range(2):
        place = opened.files.root / "clients" / f"ab-{n:04d}"
        (place / "2026-03-31-discharge.yaml").rename(place / "2026-01-31-discharge.yaml")
        (place / "2026-03-10-session.yaml").unlink()
    assert "last 10 finished courses with neck pain: 10 clearly better" in own_history(opened, "neck-pain", TODAY)[0]
