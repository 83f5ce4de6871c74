"""What finished courses of this practice came to: better, worse or no clear change, by the measure they set out with.

Nobody went without treatment, so it says what became of people and never why.
"""

from __future__ import annotations

from statistics import median_high
from typing import TYPE_CHECKING, Literal

from ..frozen import Frozen
from ..records.base import texts
from ..records.care import Assessment, Plan
from .course import visit_numbers
from .error import error_of
from .moments import read_count, read_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..library.catalogue import Library
    from ..records.folder import Entry
    from .course import Course
    from .error import Error
    from .rows import Measurement

Verdict = Literal["better", "no clear change", "worse", "cannot be told"]

FEWEST = 10
"""Finished courses below which nothing is said: chance would say it (house value)."""

_SIDED = ("left", "right")
_DOUBT = "Nobody in it went without treatment, so how many would have become better anyway is not known."


class Outcome(Frozen):
    """What one finished course came to.

    Attributes:
        presentation: its id.
        picture: its name, inside a sentence.
        address, side: the main measure; the address is as the plan has it where no figure was taken.
        gain: how much better the last figure is than the first, in the measure's unit; None if that cannot be told.
        visit: number of the visit at which a change was first clear, of a course that ended clearly better.
    """

    presentation: str
    picture: str
    verdict: Verdict
    address: str
    side: str | None = None
    gain: float | None = None
    visit: int | None = None


class _Point(Frozen):
    """A figure of the main measure with its place in the course: which record, and the ISO day where one is known."""

    row: Measurement
    n: int
    day: str | None


def presentation_of(course: Course) -> str | None:
    """What the newest assessment that says so calls the course, up to its discharge."""
    told = [e.record.presentation for e in _until_end(course) if isinstance(e.record, Assessment)]
    return next((each for each in reversed(told) if each), None)


def outcome(course: Course, rows: Iterable[Measurement], library: Library) -> Outcome | None:
    """What a course came to by its main measure; None if it has not ended, or has no presentation or main measure.

    The main measure is the first that was expected to change, else that of the first measured goal: what was set out
    for, not what turned out well. The start is the last figure up to the first visit, the end the last one up to the
    discharge, measured the same way; figures taken right after a treatment do not count. `better` is a gain of more
    than measuring error that people call a real difference, `worse` a loss of measuring error or more. An assumed
    error (house rule) makes no verdict.

    Args:
        rows: figures of the client, in any order.
    """
    presentation, main = presentation_of(course), _main(course)
    if course.discharge is None or presentation is None or main is None:
        return None
    item = library.item("presentation", presentation)
    name = item.name.partition(",")[0] if item else presentation.replace("-", " ")
    picture = name if name[:2].isupper() else name[:1].lower() + name[1:]
    address, points = _points(course, rows, *main)
    unknown = Outcome(presentation, picture, "cannot be told", address or main[0], main[1])
    if address is None or not points:
        return unknown
    start, later = _split(course, points)
    if start is None or not later:
        return unknown
    error = error_of(library, address, start.row.facets.get("scale"))
    if error is None or error.assumed or start.row.unit not in (None, error.unit):
        return unknown
    return _judged(course, unknown, start, later, error)


def said(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    """The outcomes of each picture in a sentence, with a doubt; nothing for fewer than `FEWEST` finished courses."""
    found: dict[str, list[Outcome]] = {}
    for each in outcomes:
        found.setdefault(each.presentation, []).append(each)
    enough = [found[id] for id in sorted(found) if len(found[id]) >= FEWEST]
    return tuple(sentence for each in enough for sentence in (_sentence(each), _DOUBT))


def _sentence(outcomes: Sequence[Outcome]) -> str:
    verdicts = [each.verdict for each in outcomes]
    parts = [f"{verdicts.count('better')} clearly better", f"{verdicts.count('no clear change')} no clear change"]
    parts.append(f"{verdicts.count('worse')} worse")
    if unknown := verdicts.count("cannot be told"):
        parts.append(f"{unknown} cannot be told")
    visits = [each.visit for each in outcomes if each.visit is not None]
    when = f"; median visit at which it was clear: {median_high(visits)}" if visits else ""
    return f"Of your last {len(outcomes)} finished courses with {outcomes[0].picture}: {', '.join(parts)}{when}."


def _until_end(course: Course) -> tuple[Entry, ...]:
    stems = [entry.stem for entry in course.entries]
    return course.entries[: stems.index(course.discharge.stem) + 1] if course.discharge else course.entries


def _main(course: Course) -> tuple[str, str | None] | None:
    """Address and side of the measure that the course set out with."""
    plans = [entry.record for entry in course.plans if isinstance(entry.record, Plan)]
    goals = [goal for plan in plans if isinstance(plan.goals, tuple) for goal in plan.goals if texts(goal.measure)]
    expected = [plan.expect.measure for plan in plans if plan.expect is not None and texts(plan.expect.measure)]
    if expected:
        address = texts(expected[0])[0]
        return address, next((goal.side for goal in goals if address in texts(goal.measure) and goal.side), None)
    return (texts(goals[0].measure)[0], goals[0].side) if goals else None


def _points(
    course: Course, rows: Iterable[Measurement], address: str, side: str | None
) -> tuple[str | None, list[_Point]]:
    """The figures of the main measure up to the discharge, oldest first; none where two sides could be meant."""
    places = {entry.stem: n for n, entry in enumerate(_until_end(course))}
    usable = [row for row in rows if row.entry.stem in places and row.charted and not row.value.is_nothing]
    told = [_Point(row, places[row.entry.stem], _day(row)) for row in usable if row.of_client]
    told.sort(key=_moment)
    exact = _address({point.row.address: point for point in told}, address)
    found = [point for point in told if point.row.address == exact]
    if side in _SIDED:
        found = [point for point in found if point.row.side in (side, None)]
    if len({point.row.side for point in found if point.row.side in _SIDED}) > 1:
        return exact, []
    joined = {point.n for point in found if point.row.trial is None}
    return exact, [point for point in found if point.row.trial is None or point.n not in joined]


def _address(known: Iterable[str], wanted: str) -> str | None:
    """`pain` is the first pain that was told of, as it is now; other addresses are what they say."""
    names = list(known)
    if wanted in names:
        return wanted
    return next((name for name in names if name.startswith(f"{wanted}/") and name.endswith("/now")), None)


def _day(row: Measurement) -> str | None:
    day = read_date(row.when)
    return day.isoformat() if day else row.entry.day


def _moment(point: _Point) -> tuple[str, int, int, tuple[str, ...]]:
    """By day and record; without a day, the record's place alone tells."""
    return point.day or "", point.n, point.row.trial or 0, tuple(map(str, point.row.path))


def _split(course: Course, points: list[_Point]) -> tuple[_Point | None, list[_Point]]:
    """The figure the course began with, and those after it that were measured the same way."""
    kept = course.visits_kept
    if not kept:
        return None, []
    first = [entry.stem for entry in course.entries].index(kept[0].stem)
    before = [n for n, each in enumerate(points) if each.n <= first and (each.day or "") <= (kept[0].day or "9")]
    if not before:
        return None, []
    start = points[before[-1]]
    return start, [each for each in points[before[-1] + 1 :] if each.n >= start.n and _is_alike(start.row, each.row)]


def _is_alike(one: Measurement, other: Measurement) -> bool:
    """Whether two figures can be set side by side: by all that both of them say."""
    pairs = ((one.unit, other.unit), (one.side, other.side), (one.value.over, other.value.over))
    return one.taken_as(other) and all(a is None or b is None or a == b for a, b in pairs)


def _judged(course: Course, unknown: Outcome, start: _Point, later: list[_Point], error: Error) -> Outcome:
    first, last = start.row.value, later[-1].row.value
    gain, loss, wanted = error.gain(first, last), error.gain(last, first), error.clear(first.number)
    if gain is None or loss is None or wanted is None or error.figure is None:
        return unknown
    verdict: Verdict = "better" if gain >= wanted else "worse" if loss >= error.figure else "no clear change"
    visit = None
    if verdict == "better":
        gains = ((point, error.gain(first, point.row.value)) for point in later)
        visit = next((_visit(course, point) for point, each in gains if each is not None and each >= wanted), None)
    side = start.row.side or later[-1].row.side
    return Outcome(unknown.presentation, unknown.picture, verdict, start.row.address, side, gain, visit)


def _visit(course: Course, point: _Point) -> int | None:
    """Number of the visit at which a figure was taken: that of the day, else the last one before."""
    numbers, last = visit_numbers(course), None
    for count, entry in enumerate(course.visits_kept, 1):
        earlier = entry.day <= point.day if entry.day and point.day else course.entries.index(entry) <= point.n
        if earlier:
            last = read_count(numbers[entry.stem]) or count
    return last
