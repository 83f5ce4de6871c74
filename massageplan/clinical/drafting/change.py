"""A draft where a plan is in force already: moments count on from today, and a change proposes only what is new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...frozen import replace
from ...records.base import texts
from ..agreement import agreement_of, refused_lines
from ..beyond import visits_counted
from ..course import active_in_week, in_force
from ..moments import read_date, read_visit, read_week, week_of
from .base import NOT_TAKEN, Draft, Line, Now, Reason, named
from .carried import carried, id_of
from .gate import ruled
from .homework import most_lines
from .techniques import MOST
from .visits import check_visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...records.parts import Goal, Homework
    from ...span import Span
    from ..course import Course
    from .base import Case

_VISIT, _WEEK = re.compile(r"^visit ([0-9]+)$"), re.compile(r"^week ([0-9]+)$")


def now_of(course: Course, day: str) -> Now | None:
    """Where a course stands on an ISO day, by its records; None where it has no plan yet."""
    force = in_force(course, day)
    if force is None:
        return None
    kept = sum(1 for entry in course.visits_kept if entry.day is None or entry.day < day)
    today, starts = read_date(day), course.starts
    weeks = max(0, week_of(today, starts) - 1) if today and starts else 0
    said = [agreement_of(course, plan) for plan in course.plans if plan.day is None or plan.day <= day]
    declined = {refusal.what for each in said if each for refusal in each.declined}
    offered = {item.do for item, _ in force.homework} | {item.name for item, _ in force.homework}
    refused = refused_lines(course, force.homework) | (declined - offered)
    counted, newest = visits_counted(course, today) if today else None, said[-1] if said else None
    return Now(
        force, kept, weeks, refused, tuple(_not_taken(course, day)),
        counted.before + counted.planned if counted else None, newest.confidence if newest else None,
    )  # fmt: skip


def _not_taken(course: Course, day: str) -> Iterator[str]:
    """What the notes of plans up to a day say was dropped from their drafts."""
    for each in course.plans:
        note = getattr(each.record, "note", None) if each.day is None or each.day <= day else None
        lines = str(note or "").splitlines()
        yield from (line.removeprefix(NOT_TAKEN) for line in lines if line.startswith(NOT_TAKEN))


def not_taken(now: Now | None, lines: list[Line]) -> tuple[list[Line], list[str]]:
    """Goals, advice and referrals of a draft that were not dropped before with a why; and those that were, with it."""
    kept, left_out = [], []
    for line in lines:
        begin = f"{named(line)} (" if line.key in _NOTED else None
        found = [each for each in now.not_taken if begin and each.startswith(begin)] if now else []
        if found:
            left_out.append(f"{NOT_TAKEN[0].lower()}{NOT_TAKEN[1:]}{found[-1]}.")
        else:
            kept.append(line)
    return kept, left_out


def unwanted(now: Now | None) -> dict[str, str]:
    """Exercises and techniques by id that the plan in force leaves out everywhere, or that the client declined."""
    if now is None:
        return {}
    file = now.force.newest.document.file.rpartition("/")[2]
    listed = now.force.plan.withheld
    out = dict.fromkeys(now.refused, f"declined by the client (plan of {now.force.newest.moment}).")
    for each in listed if isinstance(listed, tuple) else ():
        if not isinstance(each, str) and each.what and not each.where:
            out[each.what] = f"left out by the plan in force{f': {each.why}' if each.why else ''} ({file})."
    return out


def counted_on(draft: Draft, now: Now) -> Draft:
    """The draft with its visits and weeks counted on from today: visit 4 of it is the fourth one from now."""
    return replace(draft, lines=tuple(_later(line, now) for line in draft.lines))


def _later(line: Line, now: Now) -> Line:
    if not isinstance(line.item, dict):
        return line
    moved = {key: _moved(value, now) if key in ("by", "reassess") else value for key, value in line.item.items()}
    return replace(line, item=moved)


def _moved(moment: Any, now: Now) -> Any:
    if isinstance(moment, list):
        return [_moved(each, now) for each in moment]
    visit, week = _VISIT.match(str(moment)), _WEEK.match(str(moment))
    if visit:
        return f"visit {int(visit[1]) + now.visits}"
    return f"week {int(week[1]) + now.weeks}" if week else moment


def as_change(draft: Draft, case: Case) -> Draft:
    """What of a draft would change the plan in force; what it does not name goes on.

    Goals that stand keep the client's words and the target, but get a new date where theirs is over. Homework that is
    done already, or that the client declined, is not proposed again; nor are words that were said already. Techniques
    in force stand in the draft, unless something speaks against them by now, since its list takes the place of theirs.
    """
    now = case.now
    assert now is not None
    plan = now.force.plan
    used, blocked = carried(case, now)
    further = _further(draft, used, now)
    lines = _in_time([*_goals(draft, now), *draft.of("visits"), *draft.of("expect")], case, now)
    lines += [*used, *further]
    given = active_in_week([item for item, _ in now.force.homework], now.weeks + 1)
    room, new = most_lines(case, ruled(case)) - len(given), _new_homework(draft, now)
    lines += new[: max(0, room)]
    lines += [line for line in draft.of("advice") if line.item["say"] not in plan.advised]
    lines += [line for line in draft.of("referrals") if not _is_referred(line, now)]
    left_out = [*_withheld(now), *draft.of("withheld")]
    lines += {str(line.item["what"]): line for line in left_out}.values() if draft.of("withheld") else []
    same = [_SAME] * bool(draft.of("techniques") and not further)
    same += [_FULL.format(len(given))] if len(new) > max(0, room) else []
    left = tuple(dict.fromkeys((*draft.left_out, *blocked)))
    return replace(draft, lines=tuple(lines), left_out=left, remarks=(*same, *draft.remarks))


_FULL = "Lines of homework in force: {}. More would be too many, so end one before you add another."

_NOTED = ("goals", "advice", "referrals")
"""Keys whose dropped lines stand in the note, where they were dropped with a why."""

_SAME = (
    "No technique but those in force would be drafted: if they did not help, change pressure, place or time by "
    "hand, or refer."
)


def _goals(draft: Draft, now: Now) -> list[Line]:
    """Goals in force that the draft would date anew, and goals that are new."""
    known = {(measure, goal.side): goal for goal in now.force.goals for measure in _measures(goal)}
    named = {goal.id for goal in now.force.goals}
    out = []
    for line in draft.of("goals"):
        goal = known.get((str(line.item.get("measure")), line.item.get("side")))
        if goal is None:
            out += [] if line.item["id"] in named else [line]
        elif _is_over(goal.by, now):
            kept = {"id": goal.id, "words": goal.words, "owner": goal.owner, "to": goal.to}
            out.append(replace(line, item={**line.item, **{key: value for key, value in kept.items() if value}}))
    return out


def _measures(goal: Goal) -> tuple[str, ...]:
    return (goal.measure,) if isinstance(goal.measure, str) else goal.measure or ()


def _is_over(by: str | None, now: Now) -> bool:
    visit, week = read_visit(by), read_week(by)
    return (visit is not None and visit <= now.visits) or (week is not None and week <= now.weeks)


def _in_time(lines: list[Line], case: Case, now: Now) -> list[Line]:
    """Goals, visits and the expectation, with no visit named that is not planned.

    Visits are planned anew where too few are left to compare with the start; else what is aimed at comes by the last.
    """
    if now.last is None or now.visits + check_visit(case) > now.last:
        return lines
    return [_by_visit(line, now.last) for line in lines if line.key != "visits"]


def _by_visit(line: Line, last: int) -> Line:
    visit = read_visit(line.item.get("by"))
    return replace(line, item={**line.item, "by": f"visit {last}"}) if visit is not None and visit > last else line


def _new_homework(draft: Draft, now: Now) -> list[Line]:
    return [line for line in draft.of("homework") if not _is_given(str(line.item["do"]), now)]


def _further(draft: Draft, used: list[Line], now: Now) -> list[Line]:
    """Techniques of the draft that are not in force and that were not left out at their place; no more than fit."""
    have = {id_of(line) for line in used}
    listed = now.force.plan.withheld
    out = {(each.what, texts(each.where)) for each in listed or () if not isinstance(each, str)}
    new = [line for line in draft.of("techniques") if id_of(line) not in have]
    new = [line for line in new if (id_of(line), _places(line.item.get("where"))) not in out]
    return new[: max(0, MOST - len(used))]


def _places(where: Any) -> tuple[str, ...]:
    return tuple(where) if isinstance(where, list) else texts(where)


def _is_given(id: str, now: Now) -> bool:
    lines: list[Homework] = [item for item, _ in now.force.homework]
    return id in now.refused or any(id in (item.do, item.name) for item in lines)


def _is_referred(line: Line, now: Now) -> bool:
    listed = now.force.plan.referrals
    to = line.item.get("to") or line.item.get("profession")
    return isinstance(listed, tuple) and any(to in (each.to, each.profession) for each in listed)


def _withheld(now: Now) -> list[Line]:
    """What the plan in force leaves out, which a new list would otherwise drop."""
    listed = now.force.plan.withheld
    place: Span = now.force.newest.span(("withheld",), key=True)
    out = []
    for each in listed if isinstance(listed, tuple) else ():
        item = {"what": each} if isinstance(each, str) else {"what": each.what, "why": each.why, "where": each.where}
        kept = {key: list(value) if isinstance(value, tuple) else value for key, value in item.items() if value}
        out.append(Line("withheld", kept, (Reason("left out by the plan in force", place),)))
    return out
