"""Whatever a published case writes down is read back as one table: a small record for each need, in two forms."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from massageplan.workflows.figures import as_csv, as_json, listed, table
from massageplan.workflows.load import load_folder, open_practice

PRACTICE = """\
format: 0
name: Riverside
therapists: [{id: rivera, name: Ana Rivera}]
usual: {rom: {method: goniometer}}
"""
PLAN = """\
date: 2026-03-02
phases: [{id: a1, weeks: 1-4}, {id: b, from: visit 2, until: visit 3}, {id: home, from: 2026-05-01}]
"""


class Client:
    """One client's records, and what the table makes of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "clients" / "jd-7k2m"
        self.folder.mkdir(parents=True)
        (root / "practice.yaml").write_text(PRACTICE)
        (self.folder / "client.yaml").write_text("name: Jo Doe\n")

    def writes(self, stem: str, body: str) -> Client:
        """Add a record; a date or moment in its name need not be repeated in the text."""
        moment = stem.rpartition("-")[0]
        head = f"date: {moment}" if moment[:2] == "20" else f"when: {moment.replace('-', ' ')}"
        (self.folder / f"{stem}.yaml").write_text(body if body.startswith("date:") else f"{head}\n{body}\n")
        return self

    def _figures(self) -> Any:
        opened = open_practice(self.root)
        loaded = load_folder(opened, "jd-7k2m")
        assert loaded.findings == []
        return listed(loaded.folder, opened.house, opened.library)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The table as data, without what is empty; the spreadsheet has as many rows, and the same values in them."""
        data: list[dict[str, Any]] = json.loads(as_json(self._figures()))
        cells = list(csv.DictReader(io.StringIO(as_csv(self._figures()))))
        assert [cell["value"].lstrip("'") for cell in cells] == [row["value"] for row in data]
        assert set(cells[0]) <= set(data[0])
        return [{key: value for key, value in row.items() if value is not None} for row in data]

    @property
    def shown(self) -> str:
        """The table as a terminal has it."""
        return table(self._figures())


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """A client without records."""
    return Client(tmp_path)


def has(row: dict[str, Any], **wanted: Any) -> None:
    """Whether a row says all of this."""
    assert {key: row.get(key.replace("_", "-")) for key in wanted} == wanted


DAY = "2026-03-02-assessment"
FIGURES = {
    "3/24": {"kind": "ratio", "number": 3, "over": 24},
    "0.75": {"kind": "number", "number": 0.75},
    "-35 deg": {"kind": "number", "number": -35, "unit": "deg"},
    "0": {"kind": "number", "number": 0},
    "8-9": {"kind": "range", "low": 8, "high": 9, "number": None},
    "under 33": {"kind": "bound", "high": 33, "low": None, "number": None},
    "3+/5": {"kind": "grade", "number": 3, "over": 5},
    "127/75": {"kind": "ratio", "number": 127, "over": 75},
    "no restriction": {"kind": "words", "number": None},
    "75 negative": {"kind": "number", "number": 75, "means": "negative"},
    "22:41": {"kind": "clock"},
    "15 per 31 days": {"kind": "rate"},
    "7 h 30 min": {"kind": "duration"},
    "29.2 sd 17.0": {"kind": "stat", "number": 29.2, "spread": "sd 17.0"},
    "51 ci 40-60": {"kind": "stat", "number": 51, "spread": "ci 40-60"},
    "51 iqr 40-60": {"kind": "stat", "spread": "iqr 40-60"},
    "4.1 se 0.3": {"kind": "stat", "spread": "se 0.3"},
    "up 50": {"kind": "change", "change": 50, "number": None},
    "down 8": {"kind": "change", "change": -8, "number": None},
    "better": {"kind": "change", "change": "better", "number": None},
    "not done": {"kind": "not done", "number": None},
    "no answer": {"kind": "no answer", "number": None},
    "n/a": {"kind": "n/a", "number": None},
    "unknown": {"kind": "unknown", "number": None},
}


@pytest.mark.parametrize(("text", "wanted"), FIGURES.items())
def test_every_form_of_a_figure_is_kept_and_told_apart(text: str, wanted: dict[str, Any], client: Client) -> None:
    """As written, with what it says; nothing is zero, and a change is no value."""
    (row,) = client.writes(DAY, f"measures: {{body/thing: '{text}'}}").rows
    assert row["value"] == text
    has(row, **wanted)


def test_not_measured_this_time_is_an_empty_place(client: Client) -> None:
    """The fifth nothing: shown in words, and never as zero."""
    client.writes(DAY, "measures: {rom/knee-flexion: , body/weight: 0}")
    has(client.rows[0], kind="empty", number=None)
    assert "(not measured)" in client.shown


def test_sides(client: Client) -> None:
    """Left, right, both, affected, unknown, one for both, and the mean of the two."""
    client.writes(DAY, "measures:\n  - {girth/calf: {left: 40, right: 41, joined: mean of left and right}}\n"
                  "  - {girth/knee: {both: 38}, girth/hip: 99}\n  - {side: affected, girth/arm: 30}\n"
                  "  - {side: unknown, girth/hand: 20}")  # fmt: skip
    assert [(row["value"], row.get("side"), row.get("basis")) for row in client.rows] == [
        ("40", "left", None), ("41", "right", None), ("40.5", None, "calculated"), ("38", "left", None),
        ("38", "right", None), ("99", None, None), ("30", "affected", None), ("20", "unknown", None),
    ]  # fmt: skip


def test_place_unit_version_and_recall_as_given(client: Client) -> None:
    """Pain of two places, a unit that is not known, a short form of a questionnaire, and its own scale."""
    client.writes(DAY, "measures:\n  pain: {back: {value: 40, scale: vas, unit: mm}, leg: {value: 5, scale: nprs}}\n"
                  "  body/thing: {value: 3, unit: unknown}\n"
                  "  count/fatigue: {value: 6.8, version: 7-item, recall: last week}")  # fmt: skip
    back, leg, thing, fatigue = client.rows
    has(back, address="pain/back", scale="vas", unit="mm")
    has(leg, address="pain/leg", scale="nprs")
    has(thing, unit="unknown")
    has(fatigue, version="7-item", recall="last week")


def test_answers_and_readings(client: Client) -> None:
    """A form's answers with their total, each go with its number, and what they come to."""
    client.writes(DAY, "measures:\n  peg: {items: [6, 7, 5]}\n  spadi: {items: [1, 2]}\n"
                  "  grip: {left: [22, 24], joined: best, unit: kg}")  # fmt: skip
    peg, spadi, one, two, best = client.rows
    has(peg, value="6", items=["6", "7", "5"], basis="calculated", unit="points")
    has(spadi, number=None, why="It takes 13 answers; 2 stand here.")
    has(one, trial=1, joined="best", basis=None)
    has(two, trial=2, value="24")
    has(best, trial=None, value="24", basis="calculated", unit="kg")
    assert "(no total)" in client.shown
    assert "answers 6 7 5" in client.shown


def test_how_and_by_whom_it_was_measured(client: Client) -> None:
    """Method, position, person and way; what the practice takes for granted is marked."""
    client.writes(DAY, "measures:\n"
                  "  - {who: supervisor, rom/knee-flexion: {value: 90, method: inclinometer, position: prone}}\n"
                  "  - {who: mother, how: phone, rom/knee-flexion: 95}")  # fmt: skip
    first, second = client.rows
    has(first, who="supervisor", method="inclinometer", position="prone", assumed=None)
    has(second, who="mother", how="phone", method="goniometer", assumed="method")
    assert "goniometer (usual)" in client.shown
    assert "mother, phone" in client.shown


def test_what_is_said_of_a_figure_is_kept_with_it(client: Client) -> None:
    """What stopped it, end feel, what it brings on, wording, share and misprint; pain is a figure of its own."""
    client.writes(DAY, "measures:\n  rom/straight-leg-raise:\n    left:\n"
                  "      {value: 50 positive, hurts: 6, stopped-by: pull behind, end-feel: firm, reproduces: tingle}\n"
                  "  psfs/run: {value: 3, words: Run, share: 3/7, printed: '3,o', note: unsure, since: 3 weeks}\n"
                  "  rom/knee-flexion: {means: within normal}")  # fmt: skip
    leg, hurts, run, knee = client.rows
    has(leg, stopped_by="pull behind", end_feel="firm", reproduces="tingle", means="positive", side="left")
    has(hurts, address="rom/straight-leg-raise/hurts", value="6", side="left", stopped_by=None)
    has(run, words="Run", share="3/7", printed="3,o", note="unsure", since="3 weeks")
    has(knee, value="", kind="empty", means="within normal")
    assert "stopped by pull behind; end feel firm; brings on tingle" in client.shown


def test_a_figure_told_differently_elsewhere_is_marked(client: Client) -> None:
    """Both are kept, with where each stands; the second is never one of the series."""
    client.writes(
        DAY, "measures: {body/weight: {value: 10, unit: kg, also: [{value: 12, source: abstract}, about 15]}}"
    )
    first, elsewhere, third = client.rows
    has(first, value="10", also=None)
    has(elsewhere, value="12", also="yes", source="abstract", unit="kg")
    has(third, value="about 15", also="yes")
    assert "told elsewhere; abstract" in client.shown


def test_any_clock_will_do(client: Client) -> None:
    """Date, visit, day, week and phase, each with the place in the course that follows from it."""
    client.writes("2026-03-02-plan", PLAN).writes("2026-03-03-session", "measures: {pain: 5}")
    client.writes("2026-03-31-session", "measures: {pain: 4}").writes("2026-05-02-checkin", "measures: {pain: 1}")
    client.writes("2026-04-01-assessment", "visit: 2\nmeasures:\n" + "".join(
        f"  - {{when: {when}, body/weight: 70}}\n"
        for when in ("visit 3", "day 28", "week 11", "phase a2 week 3", "2026-03-16")
    ))  # fmt: skip
    rows = {row["when"]: (row.get("visit"), row.get("week"), row.get("phase")) for row in client.rows}
    assert rows == {
        "2026-03-03": ("1", 1, "a1"), "2026-03-31": ("2", 5, "b"), "2026-05-02": (None, 9, "home"),
        "visit 3": ("3", None, "b"), "day 28": (None, None, None), "week 11": (None, 11, None),
        "phase a2 week 3": (None, None, "a2"), "2026-03-16": (None, 3, "a1"),
    }  # fmt: skip


def test_points_within_a_visit_and_a_diary_beside_it(client: Client) -> None:
    """Before, after and 20 minutes later; each line of a diary at its own moment and time of day."""
    client.writes(
        "2026-03-02-session", "measures: {heart-rate: {before: 76, after: 69, 20-min-after: 70}, pain: 6 -> 4}"
    )
    client.writes("2026-03-05-checkin", "how: diary\ndiary:\n  2026-03-03: {pain: 5}\n  2026-03-04-morning: {pain: 4}")
    rows = client.rows
    assert [row.get("at") for row in rows[:5]] == ["before", "after", "20 min after", "before", "after"]
    assert [(row["when"], row.get("visit"), row["how"]) for row in rows[5:]] == [
        ("2026-03-03", None, "diary"), ("2026-03-04-morning", None, "diary"),
    ]  # fmt: skip


def test_follow_up_after_the_end_of_care(client: Client) -> None:
    """A phone call weeks later belongs to the course, and to no visit or phase of it."""
    client.writes("2026-03-02-plan", PLAN).writes("2026-03-02-session", "measures: {pain: 5}")
    client.writes("2026-03-09-discharge", "reason: goals-met").writes(
        "2026-03-23-checkin", "how: phone\nmeasures: {pain: 1}"
    )
    has(client.rows[-1], course=1, week=4, phase="after the end", visit=None, how="phone")


def test_follow_up_at_a_moment_after_the_end(client: Client) -> None:
    """Published cases say four weeks after the end, and no date; one time point alone is enough."""
    client.writes("4-weeks-after-end-assessment", "measures: {pain: 0}")
    has(client.rows[0], when="4-weeks-after-end", phase="after the end", number=0)


def test_the_table_leaves_out_empty_columns(client: Client) -> None:
    """A plain record stays narrow."""
    client.writes(DAY, "measures: {body/weight: 70 kg}")
    assert client.shown.splitlines() == ["when        address      value", "2026-03-02  body/weight  70 kg"]


def test_no_cell_is_taken_for_a_formula(client: Client) -> None:
    """Words that begin like one are quoted in the spreadsheet, and shown as they are in the table."""
    client.writes(DAY, "measures: {body/thing: {value: 3, note: '=1+1'}}")
    assert client.rows[0]["note"] == "=1+1"
    assert "'=1+1" in as_csv(client._figures())
