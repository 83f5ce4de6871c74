"""Where rendered documents go: out/ of the practice, one folder a client."""

from __future__ import annotations

from pathlib import Path

from ..store.writer import write_new


def place(root: Path, code: str, name: str) -> Path:
    """The path of a document, shown relative to the working folder where that is shorter."""
    path = root / "out" / code / name
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


RECORDS = ("clients", "library", "templates", ".git", ".mplan", "practice.yaml", "network.yaml")
"""What of a practice is never written over by a document."""

ENDINGS = (".html", ".md", ".pdf", ".ics", ".svg")


def why_not(path: Path, root: Path | None, form: str) -> str | None:
    """Why a document may not be written to a path that the user named; None where it may.

    Args:
        root: folder of the practice; None outside of any.
        form: the ending it has to have.

    A file that is there already is only replaced where its ending says that it is such a page; a Markdown file may be
    anybody's, and is not.
    """
    whole = path.resolve()
    home = root.resolve() if root else None
    inside = whole.relative_to(home).parts if home and whole.is_relative_to(home) else ()
    if inside and inside[0] in RECORDS:
        return "belongs to the practice, and a page would destroy it"
    ending = path.suffix.lower()
    if ending in ENDINGS and ending != f".{form}":
        return f"ends with {ending}, and this page is {form}"
    made_here = bool(inside) and inside[0] == "out"
    if path.exists() and not made_here and (ending != f".{form}" or form == "md"):
        return "exists already"
    return None


def write(path: Path, body: str | bytes) -> None:
    """Write a document, replacing an earlier one of the same name."""
    write_new(path, body, replace=True)
