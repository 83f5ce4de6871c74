"""The example practices: nothing of the published cases is lost on the way to table and handout."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from massageplan.clinical.course import courses
from massageplan.clinical.expectation import followed
from massageplan.clinical.measures import by_address
from massageplan.clinical.screening import NOT_ASKED, answers, sore_regions
from massageplan.workflows.check import check_practice
from massageplan.workflows.handout import Asked, make_handout
from massageplan.workflows.load import load_folder, open_practice
from massageplan.workflows.show import measurements

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = date(2026, 11, 26)


@pytest.mark.parametrize("name", ["riverside", "inspection", "harbour", "first-visits", "bennell-2010", "boote-2017"])
def test_an_example_has_nothing_to_settle(name: str) -> None:
    """No error and no warning; what the published ones lack is allowed with its reason."""
    assert check_practice(EXAMPLES / name, TODAY).findings == ()


@pytest.mark.parametrize(("week", "lines"), [(1, 10), (2, 12), (3, 15), (4, 15), (10, 15)])
def test_bennell_prints_the_lines_of_a_week_each_under_its_own_heading(week: int, lines: int) -> None:
    """As many lines as the published programme has in that week."""
    sheet = make_handout(open_practice(EXAMPLES / "bennell-2010"), Asked("tg", TODAY, week))
    assert len(re.findall(r"^## [0-9]+ ", sheet.text("md"), re.MULTILINE)) == sheet.lines == lines


def test_each_first_visit_asks_every_question_of_its_regions_and_its_picture() -> None:
    """Fifteen clients, fifteen presentations, and no warning sign unasked: a plan can be drafted from each."""
    opened = open_practice(EXAMPLES / "first-visits")
    seen = []
    for code in opened.files.codes():
        folder = load_folder(opened, code).folder
        (entry,) = folder.of_kind("assessment")
        picture = opened.library.item("presentation", entry.record.presentation)  # type: ignore[attr-defined]
        assert picture is not None
        wanted = {*picture.data["red-flags"], *picture.data["yellow-flags"]}
        for _, region in sore_regions(entry, opened.library):
            wanted.update(opened.library.item("region", region).data["screening"])  # type: ignore[union-attr]
        asked = {answer.id for answer in answers(folder.entries) if answer.answer != NOT_ASKED}
        assert wanted - asked == set(), code
        seen.append(picture.id)
    assert len(seen) == len(set(seen)) == 15


@pytest.mark.parametrize(
    ("code", "decisions", "reason"),
    [
        ("em-4h8s", ["4 continue", "8 discharge"], "goals-met"),
        ("mv-9b5t", ["4 change", "7 continue", "8 discharge"], "goals-met"),
        ("cd-6p3x", [], "client-stopped"),
    ],
)
def test_harbour_tells_three_ways_a_course_can_go(code: str, decisions: list[str], reason: str) -> None:
    """Seen, not seen and changed, ended early: what was decided at which visit, and why care ended."""
    folder = load_folder(open_practice(EXAMPLES / "harbour"), code).folder
    visits = [e.record for e in folder.of_kind("session")]
    assert [f"{v.visit} {v.decision}" for v in visits if v.decision] == decisions  # type: ignore[attr-defined]
    assert [e.record.reason for e in folder.of_kind("discharge")] == [reason]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("code", "states"),
    [("em-4h8s", ["seen"]), ("mv-9b5t", ["not seen", "seen"]), ("cd-6p3x", ["not yet due"])],
)
def test_harbour_follows_its_expectations(code: str, states: list[str]) -> None:
    """What was expected came, did not come and came after the plan was changed, and was not due yet when care ended."""
    opened = open_practice(EXAMPLES / "harbour")
    folder = load_folder(opened, code).folder
    (course,) = courses(folder)
    figures = by_address(measurements(folder, opened.house, opened.library))
    told = followed(course, figures, opened.library, TODAY)
    assert [each.state for each in told] == states


def test_bennell_says_the_dose_in_plain_words() -> None:
    """Ranges, rounds and days a week as numbers with their words."""
    sheet = make_handout(open_practice(EXAMPLES / "bennell-2010"), Asked("tg", TODAY, 3))
    part = sheet.text("md").split("Wall push-up", 1)[1].split("## ", 1)[0]
    assert all(words in part for words in ("**8 to 10** times", "**2** rounds", "**3** days a week"))


def test_boote_has_every_score_and_its_true_zeros() -> None:
    """21 people, three scores before and after, five of them 0 and none of those lost."""
    opened = open_practice(EXAMPLES / "boote-2017")
    codes = opened.files.codes()
    rows = [row for code in codes for row in measurements(load_folder(opened, code).folder, opened.house)]
    assert len(codes) == 21
    assert len(rows) == 126
    assert sorted(row.entry.document.file.split("/")[1] for row in rows if row.value.number == 0) == [
        "bt-1007", "bt-1007", "bt-1029", "bt-1049", "bt-1049",
    ]  # fmt: skip
    assert {row.address for row in rows} == {"odi", "pain/back/now", "pain/leg/now"}


def test_boote_keeps_odd_percentages_and_the_operation_as_an_event() -> None:
    """ODI 51 and 53 are no mistakes; 16 of 21 were operated on."""
    opened = open_practice(EXAMPLES / "boote-2017")
    folders = [load_folder(opened, code).folder for code in opened.files.codes()]
    rows = [row for folder in folders for row in measurements(folder, opened.house)]
    assert {"51", "53"} <= {row.value.text for row in rows if row.address == "odi"}
    assert sum(any(e.record.what == "surgery" for e in f.of_kind("event")) for f in folders) == 16  # type: ignore[attr-defined]


def test_a_past_week_prints_the_lines_as_they_were_then() -> None:
    """A change made at visit 4 does not reach back to the sheet of week 1."""
    opened = open_practice(EXAMPLES / "riverside")
    first = make_handout(opened, Asked("marek", TODAY, 1))
    later = make_handout(opened, Asked("marek", TODAY, 6))
    assert "## 1 Knee rolls" in first.text("md")
    assert "Bridge" not in first.text("md")
    assert "Bridge" in later.text("md")
    assert "Knee rolls" not in later.text("md")


def test_after_the_end_of_care_the_sheet_has_what_goes_on() -> None:
    """The discharge lists two lines; one of them ends on a day."""
    opened = open_practice(EXAMPLES / "riverside")
    assert make_handout(opened, Asked("marek", date(2026, 10, 1))).lines == 2
    assert make_handout(opened, Asked("marek", date(2026, 12, 24))).lines == 1
