"""The drafts of fifteen first visits, held against golden files; `MPLAN_UPDATE=1` writes them anew."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
import yaml

from massageplan.clinical.drafting.draft import draft
from massageplan.store.practice import PracticeFiles
from massageplan.text.writer import write
from massageplan.workflows.drafting import case_of
from massageplan.workflows.load import load_folder, open_practice

ROOT = Path(__file__).parents[2] / "examples" / "first-visits"
GOLDEN = Path(__file__).parent / "drafts"
OPENED = open_practice(ROOT)
CODES = PracticeFiles(ROOT).codes()


def drafted(code: str) -> str:
    """The draft of a client on the day of the assessment, with what was left out and what the therapist has to know."""
    folder = load_folder(OPENED, code).folder
    day = max(entry.day or "" for entry in folder.of_kind("assessment"))
    case = case_of(OPENED, folder, date.fromisoformat(day), OPENED.house.practice.therapists[0])
    assert case is not None
    made = draft(case)
    assert made.missing == ()
    assert made.open == ()
    told = {"left-out": list(made.left_out), "remarks": list(made.remarks)}
    return write({"presentation": case.presentation, **made.as_plan(case.assessment.stem), **told})


@pytest.mark.parametrize("code", CODES)
def test_a_draft_is_as_it_was_read_and_agreed(code: str) -> None:
    """Nothing changes unseen: whoever changes a rule reads what becomes of these fifteen people."""
    text = drafted(code)
    path = GOLDEN / f"{code}.yaml"
    if os.environ.get("MPLAN_UPDATE"):
        path.write_text(text)
    assert path.read_text() == text


def test_at_least_twelve_pictures_are_drafted() -> None:
    """One person for each, and no golden file without a person."""
    drafts = {path.stem: yaml.safe_load(path.read_text()) for path in GOLDEN.glob("*.yaml")}
    assert set(drafts) == set(CODES)
    assert len({each["presentation"] for each in drafts.values()}) >= 12


@pytest.mark.parametrize("code", CODES)
def test_every_line_has_its_reasons(code: str) -> None:
    """Each with a place in the records or a source, and each place holds what is said of it."""
    plan = yaml.safe_load((GOLDEN / f"{code}.yaml").read_text())
    listed = [
        line
        for key in ("goals", "techniques", "homework", "advice", "referrals", "withheld")
        for line in plan.get(key, [])
    ]
    for line in [*listed, plan["visits"], plan["expect"], plan]:
        because = line["because"]
        assert because, line
        assert any("(" in each for each in because), line
        for each in because:
            assert_found(code, each)


def assert_found(code: str, reason: str) -> None:
    """A reason that names a line of a record: what it says last stands there, or in the next two of the answer."""
    words, _, place = reason.rpartition(" (")
    file, _, number = place.partition(".yaml:")
    if number:
        line = int(number.partition(";")[0].rstrip(")"))
        folder = ROOT if file == "network" else ROOT / "clients" / code
        there = (folder / f"{file}.yaml").read_text().splitlines()[line - 1 : line + 2]
        assert words.split()[-1] in " ".join(there), reason
