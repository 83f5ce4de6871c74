"""Practices of several therapists: who left, whose record it is. And visits that are numbered twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Named = Callable[[str, Mapping[str, str]], list[Finding]]


def practice(*therapists: str) -> dict[str, str]:
    """A practice of these therapists, each the inside of a map."""
    staff = "".join(f"  - {{{therapist}}}\n" for therapist in therapists)
    return {"practice.yaml": f"format: 0\nname: X\ntherapists:\n{staff}"}


def session(day: str, more: str = "") -> dict[str, str]:
    """One visit on a day."""
    return {f"{day}-session.yaml": f"date: {day}\n{more}"}


@pytest.mark.parametrize(
    ("until", "day", "told"),
    [
        ("2026-03-05", "2026-03-05", 0),
        ("2026-03-05", "2026-03-06", 1),
        ("2026-03", "2026-03-31", 0),
        ("2026-03", "2026-04-01", 1),
        ("2025", "2025-12-31", 0),
        ("2025", "2026-01-01", 1),
        ("about 2025", "2026-01-01", 0),
        ("week 3", "2026-01-01", 0),
    ],
)
def test_a_record_after_its_therapist_left(until: str, day: str, told: int, named: Named) -> None:
    """A month or a year holds to its end; what is no exact time ends nothing. The email is theirs to write, too."""
    staff = practice("id: moss", f"id: rivera, email: ana@example.org, until: {until}")
    hits = named("therapist-has-left", {**staff, **session(day, "therapist: rivera\n")})
    assert [(hit.span.line, str(hit.related[0])) for hit in hits] == [(2, "practice.yaml:5:49")] * told
    assert named("unknown-key", staff) == []


def test_the_only_therapist_need_not_be_named_to_have_left(named: Named) -> None:
    """Then the date is pointed at; a record without one is let be."""
    left = practice("id: rivera, until: 2025")
    (hit,) = named("therapist-has-left", {**left, **session("2026-01-01")})
    assert hit.span.line == 1
    assert hit.message == "rivera worked here until 2025, and this record is dated 2026-01-01."
    assert named("therapist-has-left", {**left, "visit-3-session.yaml": "when: visit 3\n"}) == []


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (("id: moss",), 1),
        (("id: moss, until: 2026-08",), 0),
        (("id: moss, until: 2026-09",), 1),
        (("id: moss, since: 2026-10",), 0),
        (("id: moss, since: 2026-09",), 1),
        (("id: moss, since: about 2027",), 1),
        (("id: moss, until: 2026-08", "id: bell, since: 2027"), 0),
        (("id: moss, until: 2026-08", "id: bell"), 1),
        ((), 0),
    ],
)
def test_only_those_who_worked_here_that_day_count(others: tuple[str, ...], told: int, named: Named) -> None:
    """Where one person alone could have made the record, it needs no name."""
    hits = named("therapist-not-named", {**practice("id: rivera", *others), **session("2026-09-07")})
    assert len(hits) == told


def test_a_record_of_a_day_on_which_nobody_worked_here(named: Named) -> None:
    """Nobody can be taken for its author."""
    staff = practice("id: rivera, until: 2025", "id: moss, since: 2027")
    assert len(named("therapist-not-named", {**staff, **session("2026-09-07")})) == 1


def test_unnamed_records_are_told_once_a_client(named: Named) -> None:
    """At the first; letters, check-ins and named records are not asked. A record that allows it hides no other."""
    files = {
        **session("2026-09-01", "allow: {therapist-not-named: both of us}\n"),
        **session("2026-09-07"),
        **session("2026-09-14", "therapist: moss\n"),
        **session("2026-09-21", "attended: missed\n"),
        "2026-09-22-checkin.yaml": "date: 2026-09-22\nsaid: Better.\n",
        "visit-9-assessment.yaml": "when: visit 9\nreason: x\n",
    }
    allowed, hit = named("therapist-not-named", {**practice("id: rivera", "id: moss"), **files})
    assert allowed.span.file.endswith("2026-09-01-session.yaml")
    assert hit.span.file.endswith("2026-09-07-session.yaml")
    assert hit.message == "3 records of this client do not say which therapist made them."
    assert [span.file.rsplit("/")[-1] for span in hit.related] == [
        "2026-09-21-session.yaml",
        "visit-9-assessment.yaml",
    ]


@pytest.mark.parametrize(
    ("visits", "twice"),
    [
        (("1", "2", "3"), []),
        (("1", "2", "2", "3"), [2]),
        (("1-7", "7", "8"), [7]),
        (("3", "1-5"), [3]),
        (("1-3", "2-5", "5"), [2, 5]),
        (("02", "2"), [2]),
        (("2", "2", "2"), [2, 2]),
        (("0" * 5000 + "2", "2"), [2]),
        (("5-2", "3"), []),
        (("", "", "1"), []),
    ],
)
def test_visits_that_are_numbered_twice(visits: tuple[str, ...], twice: list[int], named: Named) -> None:
    """Stretches too; a visit without a number repeats none."""
    files: dict[str, str] = {}
    for n, visit in enumerate(visits, 1):
        files |= session(f"2026-09-{n:02}", f"visit: {visit}\n" if visit else "")
    hits = named("visit-number-repeated", files)
    assert [hit.message for hit in hits] == [f"Visit {n} of this course is written in two sessions." for n in twice]
    assert all(hit.span.line == 2 and len(hit.related) == 1 for hit in hits)


def test_each_course_counts_from_one(named: Named) -> None:
    """After the discharge a new plan opens the next course."""
    files = {
        **session("2026-09-01", "visit: 1\n"),
        "2026-09-02-discharge.yaml": "date: 2026-09-02\nreason: goals-met\n",
        "2026-10-01-assessment.yaml": "date: 2026-10-01\nvisit: 1\nreason: x\n",
        **session("2026-10-01", "visit: 1\n"),
    }
    assert named("visit-number-repeated", files) == []
