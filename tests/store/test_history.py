"""Git's words about clients' folders, taken apart."""

from __future__ import annotations

import pytest

from massageplan.store.history import Subject, parse_log, read_subject

ID, NONE, OLD, NEW = (letter * 40 for letter in "c0ab")


def head(subject: str, id: str = ID) -> str:
    """The head of a commit as git prints it."""
    return f"\x01{id}\0Ana Rivera\x002026-11-30\0{subject}\0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("session 2026-11-30 jd-7k2m", Subject("record", "session", "2026-11-30", "jd-7k2m", "", False)),
        ("session day-28 jd-7k2m", Subject("record", "session", "day-28", "jd-7k2m", "", False)),
        ("undo correct plan start jd-7k2m", Subject("correct", "plan", "start", "jd-7k2m", "", True)),
        ("move event 2026 ab-0001 to mn-4t7q", Subject("move", "event", "2026", "ab-0001", "mn-4t7q", False)),
        ("client jd-7k2m", Subject("record", "client", "", "jd-7k2m", "", False)),
        ("undo correct client jd-7k2m", Subject("correct", "client", "", "jd-7k2m", "", True)),
        ("client 2026-11-30 jd-7k2m", None),
        ("session jd-7k2m", None),
        ("move session 2026-11-30 jd-7k2m", None),
        ("session 2026-11-30 jd-7k2m to mn-4t7q", None),
        ("session 2026-11-30 ../../etc", None),
        ("session 2026-11-30 jd-7k2m\nmore", None),
        ("Merge branch 'main'", None),
        ("", None),
    ],
)
def test_subjects(text: str, expected: Subject | None) -> None:
    """Ours are read to the letter; all others were made by hand."""
    assert read_subject(text) == expected


def test_log() -> None:
    """A file made, changed and gone, in a practice that is a folder of a larger repository."""
    raw = (
        head("session 2026-11-30 jd-7k2m")
        + f"\n:000000 100644 {NONE} {NEW} A\0p/clients/jd-7k2m/2026-11-30-session.yaml\0"
        + f":000000 100644 {NONE} {NEW} A\0p/clients/jd-7k2m/files/a.pdf\0"
        + f":000000 100644 {NONE} {NEW} A\0p/clients/jd-7k2m/notes.yaml\0"
        + head("scan only")
        + f"\n:000000 100644 {NONE} {NEW} A\0p/clients/jd-7k2m/files/b.pdf\0"
        + head("by hand\x01: odd", "d" * 40)
        + f"\n:100644 000000 {OLD} {NONE} D\0p/clients/jd-7k2m/client.yaml\0"
    )
    first, second = parse_log(raw.encode(), "p/")
    assert (first.id, first.by, first.day, first.subject) == (
        ID, "Ana Rivera", "2026-11-30", "session 2026-11-30 jd-7k2m",
    )  # fmt: skip
    assert [(c.code, c.stem, c.blob) for c in first.changes] == [("jd-7k2m", "2026-11-30-session", NEW)]
    assert [(c.name, c.blob) for c in second.changes] == [("client.yaml", None)]
    assert parse_log(b"") == []


def test_log_of_merges() -> None:
    """One that only joins says nothing; one that settled a conflict has a colon for each parent."""
    raw = head("Merge") + "\0" + head("Merge 2")
    raw += f"\0::100644 100644 100644 {OLD} {OLD} {NEW} MM\0clients/jd-7k2m/client.yaml\0"
    (merge,) = parse_log(raw.encode())
    assert (merge.subject, merge.changes[0].blob, merge.changes[0].before) == ("Merge 2", NEW, (OLD, OLD))
