"""Where a document may be written: never over a record, never over what is not a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from massageplan.workflows.output import why_not


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A practice with a client, and some files of other people beside it."""
    for name in ("practice.yaml", "clients/jd/client.yaml", ".git/HEAD", "README.md", "out/jd/handout.md", "old.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "form", "why"),
    [
        ("practice.yaml", "html", "belongs to the practice"),
        ("clients/jd/client.yaml", "html", "belongs to the practice"),
        ("clients/jd/new.html", "html", "belongs to the practice"),
        ("clients/../network.yaml", "pdf", "belongs to the practice"),
        (".git/HEAD", "md", "belongs to the practice"),
        ("README.md", "md", "exists already"),
        ("old.html", "html", None),
        ("old.html", "pdf", "ends with .html"),
        ("new.PDF", "pdf", None),
        ("new.txt", "md", None),
        ("out/jd/handout.md", "md", None),
        ("new.html", "html", None),
    ],
)
def test_what_a_page_may_be_written_over(name: str, form: str, why: str | None, root: Path) -> None:
    """Records never; another file only where its ending says that it is such a page."""
    said = why_not(root / name, root, form)
    assert said is None if why is None else (said or "").startswith(why)


def test_a_link_into_the_records_is_seen_through(root: Path) -> None:
    """What the path leads to counts, not how it is written."""
    (root / "sheet.html").symlink_to(root / "clients" / "jd" / "client.yaml")
    assert (why_not(root / "sheet.html", root, "html") or "").startswith("belongs to the practice")


def test_outside_the_practice(root: Path, tmp_path: Path) -> None:
    """Anywhere else the same holds for what is there already."""
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    assert why_not(tmp_path / "notes.txt", root / "clients", "pdf") == "exists already"
    assert why_not(tmp_path / "sheet.pdf", root / "clients", "pdf") is None
