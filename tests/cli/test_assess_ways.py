"""The ways into an assessment and around in it: options, further questions, the editor, a file."""

from __future__ import annotations

from pathlib import Path

import gitpractice
import pytest
from prompting import HEAD, JD, Opens, drafts, editor

from .assessing import TALK, record


def test_like_a_presentation_begins_with_what_it_names(practice: gitpractice.Practice, opens: Opens) -> None:
    """The region is that of the presentation, and nobody is asked what it is most like."""
    before = practice.records
    visit = opens("assess", "jane", "--like", "lbp-chronic")
    visit.type("", "", "", *TALK, "", "flex 40", "", "", "", "", "")
    assert visit.end() == 0
    assert "thoracolumbar lateral flexion" in visit.seen
    assert "Most like" not in visit.seen
    assert record(practice, before) == HEAD + ("presentation: lbp-chronic\nmeasures:\n  rom:\n    lumbar-flexion: 40\n")


@pytest.mark.parametrize(("option", "word"), [("--region", "lumbar"), ("--region", "Low back"), ("--region", "loin")])
def test_a_region_goes_by_other_names(practice: gitpractice.Practice, opens: Opens, option: str, word: str) -> None:
    """Lumbar is the low back."""
    visit = opens("assess", "jane", option, word)
    visit.type("", "", "", *TALK)
    visit.wait("nobody asked")
    assert "a numb area between your legs" in visit.seen


@pytest.mark.parametrize(
    ("words", "help"),
    [
        (("--region", "nek"), "did you mean neck?"),
        (("--region", "zork"), "see: mplan library list region"),
        (("--like", "lbp-chronical"), "did you mean lbp-chronic?"),
    ],
)
def test_an_unknown_region_is_answered_with_the_nearest(
    practice: gitpractice.Practice, words: tuple[str, ...], help: str
) -> None:
    """Exit code 2, and nothing is begun."""
    ran = practice.mplan("assess", "jane", *words)
    assert ran.code == 2
    assert help in ran.err
    assert drafts(practice) == []


def test_more_is_asked_on_demand(practice: gitpractice.Practice, opens: Opens) -> None:
    """`+` goes on behind the last; other symptoms join the main one, and `<` leads back across."""
    before = practice.records
    visit = opens("assess", "jane", "--region", "low-back")
    visit.type("back", "low back", "", *TALK, "", "", "", "", "", "", "stiff", "+")
    visit.type("45 min", "", "3 weeks", "", "left thigh", "tingling left foot 2; headache", "<", "tingling left foot 3")
    visit.type("none", "", "unknown", "latex", "disc", "plan next", "", "")
    assert visit.end() == 0
    assert record(practice, before) == HEAD + (
        "length: 45 min\nreason: back\nsymptoms:\n"
        "  - where: low-back\n    since: 3 weeks\n    spreads-to: left thigh\n"
        "  - what: tingling\n    where: left foot\n    now: 3\n"
        "history:\n  diagnoses: none\n  medicines: unknown\n  allergies:\n    - latex\n"
        "impression: stiff\npossible: disc\nnext: plan next\n"
    )


def test_what_is_not_understood_is_marked_and_asked_again(practice: gitpractice.Practice, opens: Opens) -> None:
    """At the piece; what was understood before it is not lost, since the whole line comes again."""
    visit = opens("assess", "jane", "--region", "neck")
    visit.type("", "left left knee", "", "", *TALK, "", "", "flex 40, zork 3", "")
    visit.wait()
    assert "    left left knee\n    ^^^^^^^^^^^^^^\n" in visit.seen
    assert "    flex 40, zork 3\n             ^^^^\n" in visit.seen
    assert "The arrow up brings your line back" in visit.seen


def test_a_short_word_is_a_movement_of_the_region(practice: gitpractice.Practice, opens: Opens) -> None:
    """`flex` is the back's own where the back is assessed, also if a shoulder was measured once."""
    practice.write(
        f"clients/{JD}/2026-02-02-assessment.yaml",
        "date: 2026-02-02\nmeasures: {rom: {shoulder-flexion: {left: 150}}}\n",
    )
    visit = opens("assess", "jane", "--region", "low-back")
    visit.type("", "", "", *TALK, "", "", "flex 40, hip flex L 100, shoulder flex L 160", "", "", "", "", "n")
    assert visit.end() == 1
    (draft,) = drafts(practice)
    assert draft == HEAD + (
        "measures:\n  rom:\n    lumbar-flexion: 40\n    hip-flexion:\n      left: 100\n"
        "    shoulder-flexion:\n      left: 160\n"
    )


def test_the_editor_opens_with_the_answers(practice: gitpractice.Practice, opens: Opens, tmp_path: Path) -> None:
    """`e` at the end; what is saved there is kept."""
    before = practice.records
    visit = opens("assess", "jane", "--region", "neck", EDITOR=editor(tmp_path, "echo 'next: plan it' >> \"$1\""))
    visit.type("neck", "neck", "", *TALK, "", "", "rot L 50", "", "", "", "", "e")
    assert visit.end() == 0
    opened = (tmp_path / "seen-0").read_text(encoding="utf-8")
    assert (
        "reason: neck\nsymptoms:\n  - where: neck\nmeasures:\n  rom:\n    cervical-rotation:\n      left: 50\n"
        in opened
    )
    assert record(practice, before).endswith("      left: 50\nnext: plan it\n")


def test_the_editor_alone_and_a_file_still_make_one(
    practice: gitpractice.Practice, opens: Opens, tmp_path: Path
) -> None:
    """`--edit` explains every key, `--from -` takes what is given; told keys are in both."""
    before = practice.records
    visit = opens(
        "assess", "jane", "--edit", "--like", "lbp-acute", EDITOR=editor(tmp_path, "echo 'reason: back' >> \"$1\"")
    )
    assert visit.end() == 0
    assert "presentation: lbp-acute\n" in (tmp_path / "seen-0").read_text(encoding="utf-8")
    assert "# screening:" in (tmp_path / "seen-0").read_text(encoding="utf-8")
    assert "reason: back\n" in record(practice, before)
    before = practice.records
    ran = practice.mplan("assess", "jane", "--from", "-", "--like", "lbp-acute", typed="reason: hip\n")
    assert (ran.code, ran.err.split("\n")[0][:12]) == (0, "committed as")
    kept = record(practice, before)
    assert "reason: hip\n" in kept
    assert "presentation: lbp-acute\n" in kept


def test_without_a_terminal_nobody_is_asked(practice: gitpractice.Practice) -> None:
    """It says what to do instead."""
    ran = practice.mplan("assess", "jane")
    assert ran.code == 2
    assert "--from" in ran.err
