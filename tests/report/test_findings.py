"""Findings as text, as data and as annotations: nothing in a record or a file name can forge a line."""

from __future__ import annotations

import json

import pytest

from massageplan.findings import Finding
from massageplan.report.findings import Paint, as_github, as_json, as_text
from massageplan.report.summary import counts
from massageplan.span import Span

LINE = "said: 😀 Pain: worse at night"
FILE = "clients/jd-7k2m/2026-03-09-session.yaml"
FAULT = Finding(
    "yaml-syntax", "A colon inside.", Span(FILE, 3, 13, 3, 14), "put it in quotes", (Span("practice.yaml", 2, 5),)
)
HOSTILE = Finding("unknown-key", "No key a\nb\x1b[2J\u202e.", Span("x\n::error::y,\udcff.yaml", 1, 1, 1, 2), "50%\n")


def source(file: str, line: int) -> str | None:
    """The one file there is."""
    return LINE if (file, line) == (FILE, 3) else None


def test_text_without_a_source_holds_no_record_text() -> None:
    """Place, severity, name; the sentence; what to do; the other place."""
    assert as_text([FAULT], Paint()) == (
        f"{FILE}:3:13  error  yaml-syntax\n"
        "    A colon inside.\n"
        "      = put it in quotes\n"
        "      = see also practice.yaml:2:5\n"
    )


def test_the_mark_stands_below_the_fault() -> None:
    """Wide characters take two columns."""
    lines = as_text([FAULT], Paint(source=source)).split("\n")
    assert lines[1] == f"    3 | {LINE}"
    assert lines[2] == "      |              ^"


@pytest.mark.parametrize("column", [1, 60, 200, 400])
def test_long_lines_are_cut_round_the_fault(column: int) -> None:
    """The marked character is shown wherever it stands."""
    line = "a" * (column - 1) + "X" + "b" * 400
    fault = Finding("yaml-syntax", "Here.", Span(FILE, 1, column, 1, column + 1))
    _, shown, carets, *_ = as_text([fault], Paint(source=lambda file, number: line)).split("\n")
    assert shown[carets.index("^")] == "X"
    assert len(shown) <= 108


def test_color_only_where_asked() -> None:
    """Escape sequences are ours alone."""
    assert "\x1b[31;1merror\x1b[0m" in as_text([FAULT], Paint(color=True))
    assert "\x1b" not in as_text([FAULT, HOSTILE], Paint(source=source))


def test_hostile_names_stay_in_their_line() -> None:
    """A line break in a key or a file name is shown, not obeyed; so are control and direction characters."""
    text = as_text([HOSTILE], Paint(source=lambda file, number: "\x1b]0;x\x07\u202e"))
    assert text.encode()
    assert [line[:8] for line in text.split("\n")] == ["x\\n::err", "    1 | ", "      | ", "    No k", "      = ", ""]
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_json_is_complete_and_can_be_printed() -> None:
    """Every field of a finding, also where a file's name is no UTF-8."""
    text = as_json([FAULT, HOSTILE])
    assert text.encode()
    first, second = json.loads(text)
    assert first == {
        "name": "yaml-syntax", "severity": "error", "message": "A colon inside.", "help": "put it in quotes",
        "file": FILE, "line": 3, "column": 13, "end_line": 3, "end_column": 14,
        "related": [{"file": "practice.yaml", "line": 2, "column": 5}],
    }  # fmt: skip
    assert second["file"] == HOSTILE.span.file
    assert json.loads(as_json([])) == []


def test_annotations_cannot_be_forged() -> None:
    """One line a finding, with what has a meaning there escaped."""
    first, second = as_github([FAULT, HOSTILE]).split("\n")
    assert first == f"::error file={FILE},line=3,col=13,endColumn=14,title=yaml-syntax::A colon inside."
    assert second.startswith("::error file=x%0A%3A%3Aerror%3A%3Ay%2C\\udcff.yaml,line=1,")


def test_counts() -> None:
    """How many of what; where to read on about the first."""
    warning = Finding("undated-record", "No date.", Span(FILE))
    assert counts([FAULT, warning], 3, 1, 2, Paint()).split("\n") == [
        "1 error, 1 warning  in 1 client, 2 records; 3 silenced by allow",
        "mplan explain yaml-syntax  says why this matters and how to settle it",
    ]
    assert counts([], 0, 0, 0, Paint()) == "ok: nothing to settle  in 0 clients, 0 records"
