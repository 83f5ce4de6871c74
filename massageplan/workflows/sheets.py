"""What the handout and the agreement share: the lines in force, the practice's card, and what to expect yet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ..clinical.course import active_in_week
from ..clinical.moments import first_day_of_week, read_date, read_visit
from ..errors import HasFindings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..clinical.course import Course, InForce
    from ..documents.view import PracticeCard
    from ..records.care import Plan
    from ..records.folder import Folder
    from ..records.parts import AdviceItem, Expect, Homework
    from .load import Loaded, Opened


def left_out(loaded: Loaded, anyway: bool) -> list[str]:
    """A remark on records that cannot be used.

    Raises:
        HasFindings: there are some, and `anyway` was not said.
    """
    left = loaded.folder.left_out
    if not left:
        return []
    first = next((f for f in loaded.findings if f.severity == "error"), None)
    what = f"{len(left)} of the client's records cannot be used" + (
        f" ({first.span}: {first.message})" if first else ""
    )
    if not anyway:
        raise HasFindings(f"{what}.", f"mend it (mplan check {loaded.folder.code}), or print with --anyway")
    return [what]


def open_signs(opened: Opened, folder: Folder, today: date, anyway: bool) -> list[str]:
    """A remark on each answer by which somebody else comes first and that nobody has cleared.

    Raises:
        HasFindings: there are some, and `anyway` was not said.
    """
    if not any(getattr(entry.record, "screening", None) for entry in folder.entries):
        return []
    from ..clinical.screening import acts, open_flags, to_ask

    out = []
    found = open_flags(folder.entries, opened.library, today.isoformat())
    for answer in found:
        act = acts(opened.library, answer.id)
        soon = f" How soon: {act.urgency}." if act and act.urgency else ""
        said = f"{act.name} ({answer.id}). {act.advice}{soon}" if act else answer.id
        out.append(f"Open warning sign of {answer.entry.moment}: {said}")
    if out and not anyway:
        raise HasFindings(
            " ".join(out),
            f"see to it, or note who has cleared it ({to_ask(folder.code, [answer.id for answer in found])})"
            "; --anyway makes the page all the same",
        )
    return out


def active(course: Course, plan: InForce, week: int | None, today: date) -> list[Homework]:
    """The lines in force in a week of the course (or, after its end, those that go on)."""
    lines = [line for line, _ in plan.homework]
    if week is not None:
        lines = active_in_week(lines, week)
    day = first_day_of_week(week, course.starts) if week is not None and course.starts else today
    kept = len([e for e in course.visits_kept if e.day is None or e.day <= day.isoformat()])
    return [line for line in lines if _begun(line, day, kept) and not _over(line, day, kept)]


def _begun(line: Homework, day: date, visits: int) -> bool:
    first, visit = read_date(line.from_), read_visit(line.from_)
    return (first is None or first <= day + timedelta(days=6)) and (visit is None or visit <= visits + 1)


def _over(line: Homework, day: date, visits: int) -> bool:
    last, visit = read_date(line.until), read_visit(line.until)
    return (last is not None and last < day) or (visit is not None and visit < visits)


def still_ahead(course: Course, day: date) -> Expect | None:
    """The expectation in force, where it lies ahead; one whose moment or whose course has passed is no news."""
    from ..clinical.expectation import ahead

    return None if ended(course, day) else ahead(course, day)


def ended(course: Course, day: date) -> bool:
    """Whether the course was over by a day; one without dates is never over."""
    return course.discharge is not None and course.discharge.dated and course.discharge.moment <= day.isoformat()


def card(opened: Opened, plan: InForce) -> PracticeCard:
    """The practice, with the therapist who wrote the plan."""
    from ..documents.view import PracticeCard

    house = opened.house.practice
    who = plan.newest.record.therapist
    therapist = next((t for t in house.therapists if t.id == who), house.therapists[0] if house.therapists else None)
    name = therapist.name if therapist else None
    title = f", {therapist.title}" if therapist and therapist.title else ""
    return PracticeCard(
        name=house.name,
        phone=house.phone,
        email=house.email,
        emergency=house.emergency,
        therapist=f"{name}{title}" if name else None,
        therapist_first=name.split()[0] if name else None,
    )


def item_of(line: Homework) -> dict[str, Any]:
    """The item with the keys of a record."""
    return {
        field.rstrip("_").replace("_", "-"): value
        for field in line.__struct_fields__
        if (value := getattr(line, field)) is not None and field != "note"
    }


def advised(plan: Plan) -> list[dict[str, str]]:
    """What a plan advises: what to say, and what it is about in the library."""
    listed = plan.advice if isinstance(plan.advice, tuple) else () if plan.advice is None else (plan.advice,)
    told = (({"say": each} if isinstance(each, str) else _keys(each)) for each in listed)
    return list(told)


def _keys(item: AdviceItem) -> dict[str, str]:
    pairs = {"say": item.say, "do": item.do, "sign": item.sign}
    return {key: value for key, value in pairs.items() if value is not None}


def entries_of(opened: Opened, kind: str, ids: Iterable[str | None]) -> dict[str, dict[str, Any]]:
    """Entries of the library by id; ids it does not have are left out."""
    found = (opened.library.item(kind, id) for id in dict.fromkeys(ids) if id)
    return {item.id: item.data for item in found if item}


def signs_of(opened: Opened, advice: list[dict[str, str]], lines: list[Homework]) -> dict[str, dict[str, Any]]:
    """Screening entries that advice names, and emergencies that speak against an exercise of the lines."""
    exercises = entries_of(opened, "exercise", (line.do for line in lines))
    against = (id for entry in exercises.values() for id in entry.get("contraindications") or ())
    grave = entries_of(opened, "screening", against)
    emergencies = {id: entry for id, entry in grave.items() if entry.get("action") == "emergency"}
    return entries_of(opened, "screening", (each.get("sign") for each in advice)) | emergencies


def exercises_of(opened: Opened, lines: list[Homework]) -> dict[str, dict[str, Any]]:
    """Entries of the lines, and of what they call easier and harder."""
    out: dict[str, dict[str, Any]] = {}
    for line in lines:
        item = opened.library.item("exercise", line.do)
        if item is None:
            continue
        out[item.id] = item.data
        for key in ("easier", "harder"):
            other = item.data.get(key)
            beside = opened.library.item("exercise", other) if isinstance(other, str) else None
            if beside:
                out[beside.id] = beside.data
    return out
