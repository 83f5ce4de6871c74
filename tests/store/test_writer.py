"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from massageplan.errors import NotReadable
from massageplan.store.writer import write_new


def modes(path: Path) -> int:
    """Permission bits."""
    return path.stat().st_mode & 0o777


def test_written_for_the_owner_alone(tmp_path: Path) -> None:
    """The file and every folder made for it; line ends as they are."""
    path = tmp_path / "a" / "b" / "handout.html"
    write_new(path, "é\r\nx\n")
    assert path.read_bytes() == "é\r\nx\n".encode()
    assert [modes(p) for p in (path, path.parent, path.parent.parent)] == [0o600, 0o700, 0o700]
    write_new(tmp_path / "open.yaml", "x\n", private=False)
    assert modes(tmp_path / "open.yaml") == 0o644


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    """An existing file stays, unless it may be replaced; a folder always."""
    path = tmp_path / "a.html"
    write_new(path, "old")
    with pytest.raises(NotReadable, match="exists already"):
        write_new(path, "new")
    assert path.read_text() == "old"
    write_new(path, "new", replace=True)
    assert path.read_text() == "new"
    with pytest.raises(NotReadable, match="is a folder"):
        write_new(tmp_path, "x", replace=True)


def test_a_failure_leaves_the_old_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old file whole, and no temporary beside it."""
    path = tmp_path / "a.html"
    write_new(path, "old")

    def fail(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotReadable, match="no space left"):
        write_new(path, "new", replace=True)
    assert (path.read_text(), os.listdir(tmp_path)) == ("old", ["a.html"])


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    """An error in words, not a trace."""
    (tmp_path / "a").touch()
    with pytest.raises(NotReadable, match="cannot be written"):
        write_new(tmp_path / "a" / "b.html", "x")
