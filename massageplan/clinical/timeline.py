"""Where records and figures of a course stand in time, and when a moment such as `visit 4` or `week 5` has come."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..patterns import lazy
from ..records.care import Assessment
from .course import visit_numbers
from .moments import first_day_of_week, read_count, read_date, read_visit, read_week

if TYPE_CHECKING:
    from ..records.folder import Entry
    from .course import Course
    from .rows import Measurement

Slot = tuple[int, int, str]
"""A day, or the moment of a record without one; records of one slot belong together."""

WINDOW = 7
"""Days before a date in which a figure still tells of it (house value: about the gap between two visits)."""

_MONTH_DAYS = 30.44
_UNIT = lazy(r"^(?:about |before |after )?(day|week|month) ([0-9]{1,4})(?:-([0-9]{1,4}))?$")
_MONTH = lazy(r"^(?:about )?([0-9]{4})-([0-9]{2})$")
_FIRST: Slot = (0, 0, "")


class Due(Frozen):
    """A moment that has come.

    Attributes:
        slot: where it is.
        since: what was told or measured after this slot still tells of the moment.
        visit: the kept visit it is; None for a date.
    """

    slot: Slot
    since: Slot
    visit: Entry | None = None


class Timeline:
    """A course as far as a day; later records do not exist in it."""

    def __init__(self, course: Course, today: date) -> None:
        self.course = course
        self.today = today
        until = today.isoformat()
        self.entries = [e for e in course.entries if e.day is None or e.day <= until]
        self.slots: dict[str, Slot] = {}
        moments: dict[str, int] = {}
        for entry in self.entries:
            if entry.day is not None:
                self.slots[entry.stem] = (0, 0, entry.day)
            else:
                self.slots[entry.stem] = (1, moments.setdefault(entry.moment, len(moments)), "")
        self.visits = self._visits()

    def slot(self, entry: Entry) -> Slot | None:
        """Where a record stands; None for one of another course or of a later day."""
        return self.slots.get(entry.stem)

    def slot_of(self, row: Measurement) -> Slot | None:
        """Where a figure stands: with its record, or on the day its diary line names; None where nobody can say."""
        slot = self.slots.get(row.entry.stem)
        if slot is None or row.when in (row.entry.moment, row.entry.day):
            return slot
        day = read_date(row.when)
        if day is None or len(row.when) > len("2026-01-01 23:59"):
            return None
        return (0, 0, day.isoformat()) if day <= self.today else None

    def _visits(self) -> list[tuple[int, Entry]]:
        """Kept visits with their numbers, oldest first; an assessment may be one that has no session beside it."""
        numbers = visit_numbers(self.course)
        out = []
        for entry in self.course.visits_kept:
            if entry.stem in self.slots:
                told = read_visit(entry.record.when) if not entry.dated else None
                out.append((told or read_count(numbers[entry.stem]) or 0, entry))
        known = {number for number, _ in out}
        for entry in self.entries:
            number = read_count(entry.record.visit) if isinstance(entry.record, Assessment) else None
            if number and number not in known:
                out.append((number, entry))
        return sorted(out, key=lambda each: self.slots[each[1].stem])

    def due(self, moment: str | None) -> Due | None:
        """A moment of the course if it has come; None if it has not, or if nobody can say where it lies.

        A visit comes when it is kept, and `before visit 4` when visit 4 is; any other moment when its last day is over.
        """
        text = (moment or "").strip()
        if (visit := read_visit(text)) is not None:
            way = text.removeprefix("about ").partition(" ")[0]
            return self._before(visit) if way == "before" else self._visit(visit + (way == "after"))
        if text == "end":
            end = self.course.discharge
            return self._at(end) if end is not None and end.stem in self.slots else None
        day = self._last_day(text)
        if day is not None:
            if day >= self.today:
                return None
            return Due((0, 0, day.isoformat()), (0, 0, (day - timedelta(days=WINDOW)).isoformat()))
        return self._undated(text)

    def visit_after(self, slot: Slot) -> Entry | None:
        """The first kept visit after a slot."""
        return next((entry for _, entry in self.visits if self.slots[entry.stem] > slot), None)

    def _before(self, number: int) -> Due | None:
        """Of what comes before a visit the visit itself tells nothing, and the one before it does."""
        due = self._visit(number) if number else None
        if due is None:
            return None
        known = sorted({slot for _, entry in self.visits if (slot := self.slots[entry.stem]) < due.slot})
        return Due(_just_before(due.slot), known[-2] if len(known) > 1 else _FIRST)

    def _visit(self, number: int) -> Due | None:
        if number < 1:
            return None
        at = next((entry for n, entry in self.visits if n >= number), None)
        if at is None:
            return None
        slot = self.slots[at.stem]
        before = [self.slots[e.stem] for _, e in self.visits if self.slots[e.stem] < slot]
        return Due(slot, before[-1] if before else _FIRST, at)

    def _at(self, entry: Entry) -> Due:
        slot = self.slots[entry.stem]
        return Due(slot, max((s for s in self.slots.values() if s < slot), default=_FIRST))

    def _last_day(self, text: str) -> date | None:
        if " to " in text:
            return None
        if (day := read_date(text)) is not None:
            return day
        if (month := _MONTH.match(text)) and 1 <= int(month[2]) <= 12:
            return _end_of_month(int(month[1]), int(month[2]))
        starts = self.course.starts
        if starts is None:
            return None
        try:
            if (week := read_week(text)) is not None:
                return first_day_of_week(week + 1, starts) - timedelta(days=1)
            unit = _UNIT.match(text)
            count = int(unit[3] or unit[2]) if unit else 0
            if unit and count:
                days = count * _MONTH_DAYS if unit[1] == "month" else count
                return starts + timedelta(days=round(days) - 1)
        except OverflowError:
            return None
        return None

    def _undated(self, text: str) -> Due | None:
        """In a course without dates: the first record, other than a plan, whose own moment is as late."""
        wanted = _UNIT.match(text)
        if wanted is None or self.course.starts is not None:
            return None
        for entry in self.entries:
            told = _UNIT.match(entry.record.when or "")
            if told is None or entry.kind == "plan" or told[1] != wanted[1]:
                continue
            if int(told[3] or told[2]) >= int(wanted[3] or wanted[2]):
                return self._at(entry)
        return None


def is_moment(text: str | None) -> bool:
    """Whether a moment is one that comes in a course: a visit, week, day, month, date or the end; `visit 0` is none."""
    body = (text or "").strip()
    if (visit := read_visit(body)) is not None:
        return visit > 0 or body.removeprefix("about ").startswith("after ")
    if (week := read_week(body)) is not None:
        return week > 0
    if body == "end" or (read_date(body) is not None and " to " not in body):
        return True
    unit, month = _UNIT.match(body), _MONTH.match(body)
    return bool(unit and int(unit[3] or unit[2])) or bool(month and 1 <= int(month[2]) <= 12)


def _just_before(slot: Slot) -> Slot:
    """The last slot before a slot."""
    if not slot[2]:
        return (slot[0], slot[1] - 1, "")
    return (slot[0], slot[1], (date.fromisoformat(slot[2]) - timedelta(days=1)).isoformat())


def _end_of_month(year: int, month: int) -> date | None:
    try:
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        return None
