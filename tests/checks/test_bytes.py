"""Faults that cannot be shown on a page, made for real."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from massageplan.checks.base import ClientCase, Context
from massageplan.checks.unknown_client import check as unknown_client
from massageplan.errors import NotReadable
from massageplan.records.folder import Folder
from massageplan.workflows.load import open_practice

from .conftest import BASE, CLIENT, TODAY, findings, write

if TYPE_CHECKING:
    from pathlib import Path

RECORD = CLIENT + "2026-09-07-session.yaml"
GOOD = "date: 2026-09-07\nsaid: José slept\n"


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("not-utf-8", GOOD.encode("latin-1"), (2, 10)),
        ("not-utf-8", GOOD.encode("utf-16"), (1, 1)),
        ("control-character", GOOD.replace("slept", "sl\x00ept").encode(), (2, 14)),
        ("hidden-direction", GOOD.replace("slept", "sl\u202eept").encode(), (2, 14)),
        ("unreadable-file", b"# " + b"x" * 1_000_001, (1, 1)),
    ],
)
def test_a_fault_in_the_bytes(name: str, content: bytes, place: tuple[int, int], tmp_path: Path) -> None:
    write(tmp_path, {**BASE, RECORD: content})
    hits = [f for f in findings(tmp_path) if f.name == name]
    assert [(f.span.file, f.span.line, f.span.column) for f in hits] == [(RECORD, *place)]


def test_a_mark_at_the_start_of_the_file_does_no_harm(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, CLIENT + "2026-09-07-history.yaml": ("\ufeff" + "date: 2026-09-07\n").encode()})
    assert findings(tmp_path) == []


def test_a_link_out_of_the_practice(tmp_path: Path) -> None:
    write(tmp_path, {"away.yaml": GOOD, **{f"practice/{name}": text for name, text in BASE.items()}})
    os.symlink(tmp_path / "away.yaml", tmp_path / "practice" / RECORD)
    hits = findings(tmp_path / "practice")
    assert [f.name for f in hits] == ["outside-practice"]


def test_a_folder_where_a_record_belongs(tmp_path: Path) -> None:
    write(tmp_path, BASE)
    (tmp_path / RECORD).mkdir()
    assert [f.name for f in findings(tmp_path)] == ["unreadable-file"]


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    """Nothing of a practice that a later version wrote is half understood."""
    write(tmp_path, BASE)
    path = tmp_path / "practice.yaml"
    path.write_text(path.read_text().replace("format: 0", "format: 3"))
    with pytest.raises(NotReadable, match=r"practice.yaml:1:9: This practice has format 3"):
        open_practice(tmp_path)


def test_a_client_file_with_findings_of_its_own_is_not_called_missing(tmp_path: Path) -> None:
    write(tmp_path, BASE)
    opened = open_practice(tmp_path)
    context = Context(opened.house, opened.library, TODAY)
    left_out = Folder("jd-7k2m", None, None, (), ("client.yaml",))
    missing = Folder("jd-7k2m", None, None, ())
    assert [len(list(unknown_client(ClientCase(folder, context)))) for folder in (left_out, missing)] == [0, 1]
