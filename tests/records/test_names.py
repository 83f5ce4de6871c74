"""File names of records, the order in which records stand, and types made from data."""

from __future__ import annotations

import pytest

from massageplan.records.base import Dated, key_of, texts
from massageplan.records.care import Session
from massageplan.records.folder import Entry, Folder, in_order
from massageplan.records.kinds import CODE, Misfit, Stem, build, read_stem
from massageplan.text.document import Document


@pytest.mark.parametrize(
    ("stem", "moment", "kind", "dated"),
    [
        ("2026-11-30-session", "2026-11-30", "session", True),
        ("2026-11-30-session-2", "2026-11-30", "session", True),
        ("2026-11-30-session-k7q", "2026-11-30", "session", True),
        ("day-28-assessment", "day-28", "assessment", False),
        ("1-day-after-visit-10-assessment", "1-day-after-visit-10", "assessment", False),
        ("before-visit-07-event", "before-visit-07", "event", False),
        ("start-plan", "start", "plan", False),
        ("2026-plan-session", "2026-plan", "session", False),
    ],
)
def test_names_are_read_from_the_right(stem: str, moment: str, kind: str, dated: bool) -> None:
    """Date or moment, kind, and what tells two of a day apart."""
    assert read_stem(stem) == Stem(stem, moment, kind, dated)


@pytest.mark.parametrize(
    "stem", ["session", "-session", "2026-11-30", "2026-11-30-sesion", "2026-11-30-session-abcd", ""]
)
def test_other_names_are_none(stem: str) -> None:
    """No kind at the end, or nothing before it."""
    assert read_stem(stem) is None


@pytest.mark.parametrize(
    ("code", "fits"), [("jd-7k2m", True), ("abcd-0000", True), ("Jo Doe", False), ("jd-7k2", False)]
)
def test_codes(code: str, fits: bool) -> None:
    """Initials and four characters."""
    assert bool(CODE.match(code)) is fits


def entry(stem: str, start: str | None = None) -> Entry:
    """A record with nothing in it but perhaps a clock time."""
    name = read_stem(stem)
    assert name is not None
    record = Session(start=start) if name.kind == "session" else Dated()
    return Entry(stem, name.kind, name.moment, name.dated, record, Document(f"{stem}.yaml", "", {}, None))


ORDER = [
    "2026-03-02-history", "2026-03-02-consent", "2026-03-02-assessment", "2026-03-02-plan", "2026-03-02-session",
    "2026-03-02-discharge", "2026-03-09-session", "11-months-ago-event", "2-weeks-ago-event", "start-assessment",
    "start-plan", "day-4-5-checkin", "before-visit-1-event", "visit-1-session", "after-visit-1-event", "week-2-checkin",
    "1-day-after-visit-2-assessment", "visit-3-session", "day-28-assessment", "week-11-checkin", "month-6-checkin",
    "end-assessment", "end-discharge", "1-day-after-end-checkin", "4-weeks-after-end-checkin",
    "over-1-year-after-end-checkin",
]  # fmt: skip


def test_order() -> None:
    """By date, else by place in the course; within a day by kind; what follows the end by how far."""
    assert [e.stem for e in in_order(entry(stem) for stem in reversed(ORDER))] == ORDER


def test_two_sessions_of_a_day_stand_by_the_clock() -> None:
    """Where it is known."""
    late, early = entry("2026-03-02-session", "17:30"), entry("2026-03-02-session-2", "09:00")
    folder = Folder("jd-7k2m", None, None, in_order([late, early, entry("2026-03-02-plan")]))
    assert [e.stem for e in folder.of_kind("session")] == ["2026-03-02-session-2", "2026-03-02-session"]
    assert (early.day, entry("day-3-plan").day) == ("2026-03-02", None)


@pytest.mark.parametrize(
    ("field", "key"), [("from_", "from"), ("homework_done", "homework-done"), ("with_", "with"), ("stop_if", "stop-if")]
)
def test_keys_of_fields(field: str, key: str) -> None:
    """What Python cannot name and what records write with hyphens."""
    assert key_of(field) == key


def test_texts() -> None:
    """Short and long form alike."""
    assert (texts(None), texts("a"), texts(("a", "b"))) == ((), ("a",), ("a", "b"))


def test_built_records_never_change() -> None:
    """Data becomes a record; what does not fit its type is told with its place."""
    record = build("session", {"date": "2026-03-02", "visit": "1", "homework": [{"do": "walk"}]})
    assert isinstance(record, Session)
    assert record.took_place
    with pytest.raises(AttributeError):
        record.visit = "2"  # type: ignore[misc]
    assert build("session", {"homework": [{"do": "walk"}, {"do": ["x"]}]}) == Misfit(("homework", 1, "do"))
