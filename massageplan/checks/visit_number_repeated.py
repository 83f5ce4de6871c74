"""Two visits of a course have the same number.

What
----
Two sessions of one course that were kept write the same `visit:`, or stretches of visits that overlap, such as
`1-7` and `7`. Each course counts from 1 again.

Why
---
Plans, goals and look-backs speak of visits by number: `by visit 4` cannot be judged if there are two of them. Often
one of the two was missed and has no number, or a session was copied and its number left.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    visit: 2
    measures: {pain: 6 -> 4}

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    visit: 2
    measures: {pain: 4 -> 2}

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    visit: 2
    measures: {pain: 6 -> 4}

clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    visit: 3
    measures: {pain: 4 -> 2}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.care import Session

if TYPE_CHECKING:
    from ..clinical.course import Course
    from ..records.folder import Entry
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each session whose number an earlier one of its course has."""
    for course in case.courses:
        yield from _in(course)


def _in(course: Course) -> Iterator[Finding]:
    first: dict[int, Entry] = {}
    for entry in course.visits_kept:
        numbers = _numbers(entry)
        twice = next((n for n in numbers if n in first), None)
        if twice is not None:
            message = f"Visit {twice} of this course is written in two sessions."
            hint = "give one of them its own number; a missed visit has none"
            other = first[twice].span(("visit",))
            yield Finding("visit-number-repeated", message, entry.span(("visit",)), hint, (other,))
        for n in numbers:
            first.setdefault(n, entry)


def _numbers(entry: Entry) -> range:
    """The visits a session stands for: one, or all from the first to the last of a stretch."""
    visit = entry.record.visit if isinstance(entry.record, Session) else None
    if visit is None:
        return range(0)
    low, _, high = visit.partition("-")
    return range(_whole(low), _whole(high or low) + 1)


def _whole(digits: str) -> int:
    """A visit number, which has four digits at most behind any zeros."""
    return int(digits[-4:])
