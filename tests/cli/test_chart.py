"""`mplan show --to`: a page of a client's record."""

from __future__ import annotations

import gitpractice
from prompting import JD


def test_a_page_is_written_where_it_is_said(practice: gitpractice.Practice) -> None:
    """Below out/ of the practice, in each form; a record is never written over."""
    text = "date: 2026-03-02\nsymptoms: [{where: right lumbar, now: 5, quality: dull}]\n"
    practice.write(f"clients/{JD}/2026-03-02-assessment.yaml", text)
    done = practice.mplan("show", "jane", "--to", "html,md")
    assert done.code == 0, done.err
    assert [path.rpartition("/")[2] for path in done.out.split()] == ["chart.html", "chart.md"]
    said = practice.mplan("show", "jane", "--to", "md", "--out", "-").out
    assert "Where it is felt: 2026-03-02" in said
    assert "Right low back: 5 of 10, dull" in said
    refused = practice.mplan("show", "jane", "--to", "html", "--out", "practice.yaml")
    assert refused.code == 2


def test_a_page_is_of_one_whole_record(practice: gitpractice.Practice) -> None:
    """Neither of all clients nor of figures alone; one sentence says so."""
    for asked in (
        ("show", "--to", "html"),
        ("show", "jane", "--measures", "--to", "html"),
        ("show", "jane", "--to", "x"),
    ):
        done = practice.mplan(*asked)
        assert (done.code, done.out) == (2, "")
        assert "Traceback" not in done.err
