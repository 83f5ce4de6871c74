"""A practice's own template parts, exercises and instruments win by name; a broken one is a finding."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from massageplan.errors import HasFindings
from massageplan.workflows.check import check_practice
from massageplan.workflows.handout import Asked, make_handout
from massageplan.workflows.load import open_practice

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
DAY = date(2026, 9, 7)
LATER = date(2026, 11, 26)
JANE = Asked("jane", DAY)

EXERCISE = """\
en:
  reviewed: false
  name: Pelvic rock
  goal: ease a stiff low back
  prepare: [Lie on your back.]
  do: [Rock your hips like a cradle.]
group: mobility
regions: [low-back]
dose: {reps: 10, often: daily, source: house-rules, verified: false}
scope: remedial-exercise
sources: [house-rules]
"""


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    """A copy of the invented practice."""
    return Path(shutil.copytree(RIVERSIDE, tmp_path / "riverside"))


def put(practice: Path, name: str, text: str) -> None:
    """Write a file of the practice, with its folders."""
    path = practice / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def names(practice: Path) -> list[tuple[str, str]]:
    """Name and file of what check finds."""
    return [(f.name, f.span.file) for f in check_practice(practice, LATER).findings]


def test_an_own_template_part_wins(practice: Path) -> None:
    """Only the part of that name changes."""
    put(practice, "templates/handout/parts/foot.md.j2", "Call the desk, {{ view.client_first }}.\n")
    text = make_handout(open_practice(practice), JANE).text("md")
    assert "Call the desk, Jane." in text
    assert "Questions?" not in text
    assert "## 1 Pelvic tilt" in text
    assert names(practice) == []


def test_an_own_exercise_wins(practice: Path) -> None:
    """Its name and steps are printed, and the check accepts it."""
    put(practice, "library/exercises/pelvic-tilt.yaml", EXERCISE)
    text = make_handout(open_practice(practice), JANE).text("md")
    assert "## 1 Pelvic rock" in text
    assert "Rock your hips like a cradle." in text
    assert names(practice) == []


def test_a_broken_own_exercise_is_a_finding_and_the_built_in_one_is_used(practice: Path) -> None:
    """The therapist is told where, and the client still gets the sheet."""
    put(practice, "library/exercises/pelvic-tilt.yaml", EXERCISE.replace("en:", "em:"))
    found = names(practice)
    assert found
    assert {file for _, file in found} == {"library/exercises/pelvic-tilt.yaml"}
    assert "## 1 Pelvic tilt" in make_handout(open_practice(practice), JANE).text("md")


def test_an_own_instrument_is_known(practice: Path) -> None:
    """A score under its id is no longer unknown, and its range is checked."""
    own = Path(__file__).parents[2] / "massageplan" / "library" / "instruments" / "rmdq.yaml"
    text = own.read_text(encoding="utf-8").replace("abbreviation: RMDQ", "abbreviation: OURS")
    put(practice, "library/instruments/ours.yaml", text)
    put(practice, "clients/jd-7k2m/2026-10-06-checkin.yaml", "date: 2026-10-06\nmeasures: {ours: 12}\n")
    assert names(practice) == []
    put(practice, "clients/jd-7k2m/2026-10-06-checkin.yaml", "date: 2026-10-06\nmeasures: {ours: 99}\n")
    assert [name for name, _ in names(practice)] == ["score-outside-range"]


@pytest.mark.parametrize("text", ["{{ view.client_frist }}", "{% if %}", "{{ ''.__class__ }}", "<script>x</script>"])
def test_a_broken_template_ends_in_one_sentence(practice: Path, text: str) -> None:
    """A misspelt name, broken grammar, a way out of the sandbox, raw HTML: never a traceback, never printed."""
    put(practice, "templates/handout/parts/foot.md.j2", text)
    with pytest.raises(HasFindings, match=r"templates/handout/parts/foot\.md\.j2"):
        make_handout(open_practice(practice), JANE).text("md")


def test_check_finds_a_template_that_cannot_be_compiled(practice: Path) -> None:
    """With its line."""
    put(practice, "templates/handout/parts/foot.md.j2", "one\n\n{% if %}\n")
    (found,) = check_practice(practice, LATER).findings
    assert (found.name, found.span.line) == ("broken-template", 3)


def test_a_record_that_cannot_be_used_stops_the_handout_unless_told_otherwise(practice: Path) -> None:
    """The sheet says nothing the therapist does not know is missing."""
    put(practice, "clients/jd-7k2m/2026-09-06-session.yaml", "date: [")
    with pytest.raises(HasFindings, match="cannot be used"):
        make_handout(open_practice(practice), JANE)
    sheet = make_handout(open_practice(practice), Asked("jane", DAY, anyway=True))
    assert sheet.lines == 3
    assert any("cannot be used" in remark for remark in sheet.remarks)
