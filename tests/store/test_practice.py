"""A practice folder on disk: found, listed and read without ever leaving it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from massageplan.errors import NotReadable
from massageplan.findings import Finding
from massageplan.store import resources
from massageplan.store.practice import OwnShelf, PracticeFiles, find
from massageplan.text.guard import MAX_BYTES


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A practice with one client."""
    place = tmp_path.resolve() / "practice"
    (place / "clients" / "jd-7k2m").mkdir(parents=True)
    (place / "practice.yaml").write_text("format: 0\n")
    return place


def told(found: object) -> tuple[str, str]:
    """Name and place of the one finding."""
    assert isinstance(found, Finding)
    return found.name, str(found.span)


def test_find(root: Path) -> None:
    """The one given, the nearest above, then the environment's."""
    below = root / "clients" / "jd-7k2m"
    elsewhere = root.parent
    assert find(None, below, {}) == root
    assert find(str(root), elsewhere, {}) == root
    assert find(str(root / "practice.yaml"), elsewhere, {}) == root
    assert find(None, elsewhere, {"MPLAN_PRACTICE": str(root)}) == root
    with pytest.raises(NotReadable, match=r"no practice\.yaml here"):
        find(None, elsewhere, {})
    with pytest.raises(NotReadable, match="--practice names"):
        find(str(elsewhere), root, {})
    with pytest.raises(NotReadable, match="MPLAN_PRACTICE names"):
        find(None, elsewhere, {"MPLAN_PRACTICE": "/nowhere"})


def test_codes(root: Path) -> None:
    """Folders only, hidden ones left out; no clients/ is no client."""
    (root / "clients" / "ab-0001").mkdir()
    (root / "clients" / ".trash").mkdir()
    (root / "clients" / "scan.pdf").touch()
    assert PracticeFiles(root).codes() == ["ab-0001", "jd-7k2m"]
    assert PracticeFiles(root.parent).codes() == []
    (root.parent / "clients").touch()
    with pytest.raises(NotReadable):
        PracticeFiles(root.parent).codes()


def test_stray(root: Path) -> None:
    """A file among the folders, and a folder whose name says who the client is."""
    (root / "clients" / "scan.pdf").touch()
    (root / "clients" / "Jo Doe").mkdir()
    assert [told(f) for f in PracticeFiles(root).stray()] == [
        ("unknown-kind", "clients/Jo Doe:1:1"),
        ("unknown-kind", "clients/scan.pdf:1:1"),
    ]
    assert PracticeFiles(root.parent).stray() == []


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("2026-03-09-sesion.yaml", "did you mean session?"),
        ("2026-03-09-session.yml", "rename it to 2026-03-09-session.yaml"),
        ("2026-03-09-consent.md", "rename it to 2026-03-09-consent.yaml"),
        ("cleint.yaml", "did you mean client?"),
        ("scan.pdf", "other papers belong into files/"),
        ("notes", "kinds are history"),
    ],
)
def test_no_record(root: Path, name: str, help: str) -> None:
    """A name that is not that of a record is told with what to do."""
    (root / "clients" / "jd-7k2m" / name).touch()
    listing = PracticeFiles(root).listing("jd-7k2m")
    assert (listing.records, listing.has_client) == ((), False)
    assert listing.findings[0].name == "unknown-kind"
    assert help in (listing.findings[0].help or "")


def test_listing(root: Path) -> None:
    """Records by name; client.yaml, files/ and hidden files are none."""
    names = [
        "client.yaml",
        "2026-03-09-session.md",
        "2026-03-09-session-2.yaml",
        "day-28-plan.yaml",
        ".2026.swp",
        "files",
    ]
    for name in names:
        (root / "clients" / "jd-7k2m" / name).touch()
    listing = PracticeFiles(root).listing("jd-7k2m")
    assert [(r.name, r.stem.kind, r.stem.moment, r.stem.dated) for r in listing.records] == [
        ("2026-03-09-session-2.yaml", "session", "2026-03-09", True),
        ("2026-03-09-session.md", "session", "2026-03-09", True),
        ("day-28-plan.yaml", "plan", "day-28", False),
    ]
    assert (listing.has_client, listing.findings) == (True, ())
    assert [told(f) for f in PracticeFiles(root).listing("no-0000").findings] == [
        ("unreadable-file", "clients/no-0000:1:1")
    ]


def test_links_lead_nowhere_outside(root: Path) -> None:
    """A link that stays inside is read; one that leaves is not, be it a file or a folder."""
    (root.parent / "secret.yaml").write_text("a: b\n")
    (root / "inside.yaml").symlink_to(root / "practice.yaml")
    (root / "outside.yaml").symlink_to(root.parent / "secret.yaml")
    (root / "broken.yaml").symlink_to(root / "nothing.yaml")
    (root / "clients" / "zz-0000").symlink_to(root.parent, target_is_directory=True)
    files = PracticeFiles(root)
    assert files.read("inside.yaml") == b"format: 0\n"
    assert told(files.read("outside.yaml")) == ("outside-practice", "outside.yaml:1:1")
    assert told(files.read("broken.yaml")) == ("unreadable-file", "broken.yaml:1:1")
    assert [told(f) for f in files.listing("zz-0000").findings] == [("outside-practice", "clients/zz-0000:1:1")]
    assert (files.has("broken.yaml"), files.has("none.yaml")) == (True, False)


def test_what_is_no_readable_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder, a pipe, a file too large, one without permission, one that is gone: each a finding at once."""
    (root / "folder.yaml").mkdir()
    os.mkfifo(root / "pipe.yaml")
    (root / "limit.yaml").write_bytes(b"#" * MAX_BYTES)
    with open(root / "large.yaml", "wb") as stream:
        stream.truncate(50_000_000)
    files = PracticeFiles(root)
    assert len(files.read("limit.yaml")) == MAX_BYTES  # type: ignore[arg-type]
    for name, says in [("folder", "A folder"), ("pipe", "no file"), ("large", "50.0 MB"), ("gone", "no such file")]:
        found = files.read(f"{name}.yaml")
        assert told(found) == ("unreadable-file", f"{name}.yaml:1:1")
        assert isinstance(found, Finding)
        assert says in found.message

    def refuse(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "open", refuse)
    found = files.read("practice.yaml")
    assert told(found) == ("unreadable-file", "practice.yaml:1:1")


def test_own_library_and_templates(root: Path) -> None:
    """A practice's own entries and templates by name."""
    files = PracticeFiles(root)
    shelf = OwnShelf(files)
    assert (shelf.ids("exercises"), shelf.read("exercises", "rock"), files.templates()) == (frozenset(), None, [])
    for name in ("library/exercises/rock.yaml", "library/exercises/.rock.yaml", "templates/handout/a.md.j2"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x\n")
    assert shelf.ids("exercises") == {"rock"}
    assert shelf.read("exercises", "rock") == ("library/exercises/rock.yaml", b"x\n")
    assert files.templates() == ["handout/a.md.j2"]


def test_resources() -> None:
    """What travels with the package, and nothing beside it."""
    assert resources.schema("session.schema.json").startswith("{")
    assert resources.template("handout/handout.md.j2")
    assert resources.template("../README.md") is None
    assert resources.template("none.j2") is None
    assert "glute-bridge" in resources.BuiltIn().ids("exercises")
    assert resources.BuiltIn().read("exercises", "none") is None
    with pytest.raises(NotReadable):
        resources.folder("none")
