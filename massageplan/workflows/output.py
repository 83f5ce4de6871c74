"""Where rendered documents go: out/ of the practice, one folder a client."""

from __future__ import annotations

from pathlib import Path

from ..store.writer import write_new


def place(root: Path, code: str, name: str) -> Path:
    """The path of a document, shown relative to the working folder where that is shorter."""
    path = root / "out" / code / name
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def write(path: Path, body: str | bytes) -> None:
    """Write a document, replacing an earlier one of the same name."""
    write_new(path, body, replace=True)
