"""A practice as it was: read from a commit, with the folder and the index left alone."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from massageplan.errors import NotReadable
from massageplan.findings import Finding
from massageplan.store.git import required
from massageplan.store.past import PastFiles, blobs, commit_at, head
from massageplan.store.practice import OwnShelf, PracticeFiles


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A practice with one client, in a folder of a larger repository where nothing is committed."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    top = tmp_path.resolve() / "work"
    place = top / "my practice"
    (place / "clients" / "jd-7k2m").mkdir(parents=True)
    (place / "practice.yaml").write_text("format: 0\n")
    (place / "clients" / "jd-7k2m" / "client.yaml").write_text("name: Jane\n")
    (top / "clients").mkdir()
    (top / "clients" / "other").write_text("no client of the practice\n")
    git(top, "init", "-q", "-b", "main")
    return place


def git(place: Path, *arguments: str, day: str = "2026-11-30T12:00:00") -> str:
    """Git as a therapist would run it by hand on a day."""
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "Ana Rivera"), ("EMAIL", "ana@riverside.example"), ("DATE", day))
    }
    clean = {"PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", **who}
    command = [shutil.which("git") or "git", "-c", "protocol.file.allow=always", *arguments]
    return subprocess.run(command, cwd=place, env=clean, check=True, capture_output=True, text=True).stdout


def commit(place: Path, day: str = "2026-11-30T12:00:00") -> PastFiles:
    """All there is, committed and looked back at."""
    git(place, "add", "-A")
    git(place, "commit", "-q", "-m", "saved", day=day)
    found = required(place)
    newest = head(found)
    assert newest is not None
    return PastFiles(found, newest)


def told(found: object) -> tuple[str, str]:
    """Name and place of the one finding."""
    assert isinstance(found, Finding)
    return found.name, str(found.span)


def test_the_past_answers_as_the_disk_does(root: Path) -> None:
    """Client folders, records and strangers by name, own library and templates."""
    client = root / "clients" / "jd-7k2m"
    for name in ("2026-11-30-session.yaml", "day-28-plan.md", "scan.pdf", ".hidden"):
        (client / name).write_text(f"in: {name}\n")
    (root / "clients" / "Jo Doe").mkdir()
    (root / "clients" / "Jo Doe" / "client.yaml").write_text("name: Jo\n")
    (root / "clients" / "scan.pdf").touch()
    for own in ("library/exercises/rock.yaml", "library/exercises/.rock.yaml", "templates/handout/a.md.j2"):
        (root / own).parent.mkdir(parents=True, exist_ok=True)
        (root / own).write_text("x\n")
    now, past = PracticeFiles(root), commit(root)
    shutil.rmtree(root / "clients")
    shutil.rmtree(root / "library")
    shutil.rmtree(root / "templates")
    assert past.codes() == ["Jo Doe", "jd-7k2m"]
    assert [told(f) for f in past.stray()] == [
        ("unknown-kind", "clients/Jo Doe:1:1"),
        ("unknown-kind", "clients/scan.pdf:1:1"),
    ]
    listing = past.listing("jd-7k2m")
    assert [r.name for r in listing.records] == ["2026-11-30-session.yaml", "day-28-plan.md"]
    assert (listing.has_client, [told(f) for f in listing.findings]) == (
        True, [("unknown-kind", "clients/jd-7k2m/scan.pdf:1:1")],
    )  # fmt: skip
    assert past.read("clients/jd-7k2m/client.yaml") == b"name: Jane\n"
    assert past.read("clients/jd-7k2m/day-28-plan.md") == b"in: day-28-plan.md\n"
    assert (past.has("practice.yaml"), past.has("network.yaml"), past.root) == (True, False, now.root)
    assert OwnShelf(past).ids("exercises") == {"rock"}
    assert OwnShelf(past).read("exercises", "rock") == ("library/exercises/rock.yaml", b"x\n")
    assert (OwnShelf(past).ids("sources"), past.templates()) == (frozenset(), ["handout/a.md.j2"])


def test_looking_back_leaves_folder_and_index_alone(root: Path) -> None:
    """What is half done stays half done."""
    past = commit(root)
    (root / "practice.yaml").write_text("format: 0\nname: changed\n")
    (root / "network.yaml").write_text("people: []\n")
    git(root, "add", "network.yaml")
    before = git(root, "status", "--porcelain"), (root.parent / ".git" / "index").read_bytes()
    assert past.read("practice.yaml") == b"format: 0\n"
    assert told(past.read("network.yaml")) == ("unreadable-file", "network.yaml:1:1")
    assert (git(root, "status", "--porcelain"), (root.parent / ".git" / "index").read_bytes()) == before


def test_links_lead_nowhere_outside(root: Path) -> None:
    """One that stays in the practice is followed, a folder's too; others are pointed at, and a circle ends."""
    (root / "inside.yaml").symlink_to("practice.yaml")
    (root / "outside.yaml").symlink_to("../clients/other")
    (root / "absolute.yaml").symlink_to("/etc/passwd")
    (root / "broken.yaml").symlink_to("nothing.yaml")
    (root / "circle.yaml").symlink_to("circle.yaml")
    (root / "clients" / "ab-0001").symlink_to("jd-7k2m")
    (root / "clients" / "zz-0000").symlink_to("../..")
    past = commit(root)
    assert past.read("inside.yaml") == b"format: 0\n"
    assert told(past.read("outside.yaml")) == ("outside-practice", "outside.yaml:1:1")
    assert told(past.read("absolute.yaml")) == ("outside-practice", "absolute.yaml:1:1")
    assert told(past.read("broken.yaml")) == ("unreadable-file", "broken.yaml:1:1")
    assert told(past.read("circle.yaml")) == ("unreadable-file", "circle.yaml:1:1")
    assert past.codes() == ["ab-0001", "jd-7k2m", "zz-0000"]
    assert past.listing("ab-0001").has_client
    assert past.read("clients/ab-0001/client.yaml") == b"name: Jane\n"
    assert [told(f) for f in past.listing("zz-0000").findings] == [("outside-practice", "clients/zz-0000:1:1")]


def test_what_is_no_readable_file(root: Path) -> None:
    """A folder, another repository, a file too large, one that is not there: each a finding."""
    (root / "folder.yaml").mkdir()
    (root / "folder.yaml" / "a").touch()
    (root / "large.yaml").write_bytes(b"#" * 2_000_000)
    other = root.parent.parent / "other"
    other.mkdir()
    git(other, "init", "-q")
    git(other, "commit", "-q", "--allow-empty", "-m", "x")
    git(root.parent, "submodule", "add", "-q", str(other), "my practice/clients/ab-0001")
    past = commit(root)
    for name in ("folder", "large", "gone"):
        assert told(past.read(f"{name}.yaml")) == ("unreadable-file", f"{name}.yaml:1:1")
    assert told(past.read("clients/ab-0001")) == ("unreadable-file", "clients/ab-0001:1:1")
    for code in ("ab-0001", "no-0000"):
        assert [told(f) for f in past.listing(code).findings] == [("unreadable-file", f"clients/{code}:1:1")]


def test_the_newest_commit_of_a_day(root: Path) -> None:
    """To the last second of it; days that no calendar of git's has are no trouble."""
    found = required(root)
    assert (head(found), commit_at(found, date(2026, 11, 30))) == (None, None)
    first = commit(root, "2026-11-28T23:59:59").commit
    (root / "a.txt").touch()
    second = commit(root, "2026-11-30T00:00:00").commit
    (root / "b.txt").touch()
    third = commit(root, "2026-11-30T23:59:59").commit
    days = [date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 29), date(2026, 11, 30), date(2027, 1, 1)]
    assert [commit_at(found, day) for day in days] == [None, first, first, third, third]
    assert (commit_at(found, date.min), commit_at(found, date(1970, 1, 1))) == (None, None)
    assert commit_at(found, date.max) == third != second


def test_blobs_by_id(root: Path) -> None:
    """What is no blob is left out."""
    past = commit(root)
    found = required(root)
    id = git(root, "rev-parse", "HEAD:./practice.yaml").strip()
    assert blobs(found, [id, past.commit, "0" * 40, id]) == {id: b"format: 0\n"}
    assert blobs(found, []) == {}


def test_without_git_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and what to do."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NotReadable, match="This needs git, but the practice is not") as stop:
        required(tmp_path)
    assert stop.value.help == "set it up with: mplan init"


def test_what_the_bytes_of_a_paper_come_to(root: Path) -> None:
    """Of any size, on disk and as they were; nothing of what is no file, is not there or lies outside."""
    papers = root / "clients" / "jd-7k2m" / "files"
    papers.mkdir()
    (papers / "scan.pdf").write_bytes(bytes(2_000_000))
    (papers / "out.pdf").symlink_to("/etc/passwd")
    (papers / "in.pdf").symlink_to("scan.pdf")
    past = commit(root)
    zeros = sha256(bytes(2_000_000)).hexdigest()
    (papers / "scan.pdf").write_bytes(b"changed")
    now, base = PracticeFiles(root), "clients/jd-7k2m/files"
    assert [past.digest(f"{base}/{name}") for name in ("scan.pdf", "in.pdf", "out.pdf", "x.pdf")] == [zeros] * 2 + [
        None
    ] * 2
    changed = sha256(b"changed").hexdigest()
    assert [now.digest(f"{base}/{name}") for name in ("scan.pdf", "in.pdf", "out.pdf", "x.pdf")] == [changed] * 2 + [
        None
    ] * 2
    assert (past.digest(base), now.digest(base)) == (None, None)
