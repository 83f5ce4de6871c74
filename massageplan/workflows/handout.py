"""`mplan handout`: the plan in force becomes the sheet a client takes home."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..clinical.agreement import agreement_of, declined_whole
from ..clinical.course import Course, InForce, as_of, courses, in_force
from ..clinical.moments import first_day_of_week, read_weeks, week_of
from ..errors import HasFindings, UsageError
from ..frozen import Frozen, replace
from .agreement_lines import helpers
from .client_sheet import due_and_home
from .clients import find_client, first_name
from .judged import source_of
from .language import rule_elsewhere, words_of
from .load import Loaded, Opened, load_folder
from .planned import planned_in
from .printing import Sheet, letters_lacking, paper_of, templates_of, wants_large_print
from .sheet_days import grid_days, remarks_on
from .sheets import (
    advised,
    card,
    ended,
    entries_of,
    exercises_of,
    item_of,
    left_out,
    open_signs,
    signs_of,
    still_ahead,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..checks.sheet import Source
    from ..documents.handout import HandoutInput
    from ..documents.paper import Layout
    from ..records.parts import Homework

TEMPLATE = "handout/handout.md.j2"


class NoPlan(UsageError):
    """A client has no plan in force on the day."""


class Asked(Frozen):
    """What the user asked for.

    Attributes:
        week: week of the course; that of `today` when None.
        next_visit: day or words; the tick grid runs up to a day.
        large: in large letters, on more pages.
        language: tag of the language to print it in; the client's when None.
        by_alert: in large letters where an alert of the client asks for them.
        anyway: print even though a record had to be left out or a grave sign is open.
    """

    client: str
    today: date
    week: int | None = None
    paper: str | None = None
    next_visit: str | None = None
    anyway: bool = False
    large: bool = False
    language: str | None = None
    by_alert: bool = False


class Handout(Sheet, frozen=True, kw_only=True):
    """A handout ready to be written.

    Attributes:
        week: for which week of the course, where that is known.
        lines: how many homework lines it has.
        given: what its view was made from.
        made: the day it was made.
        source: what it was made from, for its checks.
    """

    week: int | None
    lines: int
    given: HandoutInput
    made: date
    source: Source

    @property
    def stem(self) -> str:
        """Its usual file name without the ending."""
        return f"handout-week-{self.week}" if self.week is not None else f"handout-{self.made.isoformat()}"

    def doubts(self, layout: Layout) -> Iterator[str]:
        """What its checks do not tell with a place: letters that the font lacks."""
        return letters_lacking(layout)

    def calendar(self) -> bytes:
        """Its homework as reminders; see `calendar.calendar_of`."""
        from .calendar import calendar_of

        return calendar_of(self)


def make_handout(opened: Opened, asked: Asked) -> Handout:
    """Build the handout of a client.

    Raises:
        UsageError: no such client, no plan in force (`NoPlan`), or no such language.
        HasFindings: a record of the client could not be used or a grave sign is open, and `anyway` was not said.
    """
    from ..documents.handout import build

    code = find_client(opened, asked.client)
    loaded = load_folder(opened, code)
    remarks = left_out(loaded, asked.anyway)
    words, unspoken = words_of(opened, loaded.folder.client, asked.language)
    remarks.extend(unspoken)
    course, plan = _plan(loaded, asked)
    remarks.extend(open_signs(opened, loaded.folder, asked.today, asked.anyway))
    week = _week(course, asked)
    due, lines = due_and_home(course, plan, week, asked.today, _day(course, asked))
    _refuse_unknown(opened, code, lines, asked)
    remarks.extend(f"{line.name} is left out, since the client said no to it" for line in due if line not in lines)
    remarks.extend(_remarks(course, plan, due, week, asked))
    if wishes := wants_large_print(loaded.folder, asked.large):
        asked = replace(asked, large=asked.by_alert)
        remarks.extend(() if asked.large else wishes)
    given = _given(opened, loaded, asked, course, plan, lines, week)
    remarks.extend(rule_elsewhere(opened, given.pain_rule, words))
    view = build(given, words)
    if view.urgent and not view.practice.emergency:
        remarks.append("the sheet says when to get help at once, and not whom to ring: add emergency: to practice.yaml")
    source = source_of(opened, loaded.folder, course, plan, lines, _day(course, asked))
    return Handout(
        view, TEMPLATE, templates_of(opened), code, tuple(remarks), words,
        week=week, lines=len(lines), given=given, made=asked.today, source=source,
    )  # fmt: skip


def _refuse_unknown(opened: Opened, code: str, lines: list[Homework], asked: Asked) -> None:
    """A line without steps or words of its own does not go home with a client unseen."""
    unknown = [line.do for line in lines if not line.words and not opened.library.has("exercise", line.do)]
    if unknown and not asked.anyway:
        what = f"There is no exercise {unknown[0]}, and its line has no words: of its own."
        raise HasFindings(what, f"see mplan check {code}, or print with --anyway")


def _remarks(course: Course, plan: InForce, lines: list[Homework], week: int | None, asked: Asked) -> list[str]:
    """What the therapist should know about the sheet."""
    out = []
    for line, _ in plan.homework:
        weeks = read_weeks(line.weeks)
        if weeks and weeks.last is not None and weeks.last < weeks.first:
            out.append(f"{line.name} is left out, since its weeks run backwards: {line.weeks}")
    if ended(course, asked.today) and course.discharge:
        out.append(f"the course ended with {course.discharge.stem}; the sheet has what goes on")
    if no := declined_whole(course, asked.today.isoformat()):
        out.append(f"the client declined this plan ({no.entry.stem}); change it, or note that they agreed since")
    if not lines:
        when = f"in week {week}" if week is not None else f"on {asked.today.isoformat()}"
        out.append(f"no homework is in force {when}, so the sheet has none; choose a week with --week")
    if week is not None and course.starts is None and asked.week is None:
        out.append("the course has no dates, so this is week 1; choose another with --week")
    return [*out, *remarks_on(course, asked.today, asked.week, asked.next_visit)]


def _plan(loaded: Loaded, asked: Asked) -> tuple[Course, InForce]:
    known = courses(loaded.folder)
    for course in reversed(known):
        plan = in_force(course, _day(course, asked).isoformat())
        if plan:
            return course, plan
    raise NoPlan(
        f"{loaded.folder.code} has no plan on {asked.today.isoformat()}.",
        f"make one (mplan plan {loaded.folder.code}), or give a day that has one with --today",
    )


def _day(course: Course, asked: Asked) -> date:
    """The day the sheet speaks of: today, or the last day of the week asked for where that has passed."""
    if asked.week is None or course.starts is None:
        return asked.today
    return min(asked.today, first_day_of_week(asked.week, course.starts) + timedelta(days=6))


def _week(course: Course, asked: Asked) -> int | None:
    if asked.week is not None:
        return asked.week
    if ended(course, asked.today):
        return None
    tomorrow = asked.today + timedelta(days=1)  # the first day of the tick grid
    return 1 if course.starts is None else max(1, week_of(tomorrow, course.starts))


def _given(
    opened: Opened, loaded: Loaded, asked: Asked, course: Course, plan: InForce, lines: list[Homework], week: int | None
) -> HandoutInput:
    from ..documents.handout import HandoutInput

    house, folder = opened.house.practice, loaded.folder
    start, days = grid_days(course, asked.today, asked.week, asked.next_visit)
    said = agreement_of(as_of(course, asked.today.isoformat()), plan.newest)
    expect = still_ahead(course, _day(course, asked))
    advice = advised(plan.plan)
    return HandoutInput(
        practice=card(opened, plan),
        client=first_name(folder.client, folder.code),
        items=tuple(item_of(line) for line in lines),
        exercises=exercises_of(opened, lines) | entries_of(opened, "exercise", (each.get("do") for each in advice)),
        goals=tuple(goal.words for goal in plan.goals if goal.words)[:2],
        expect={"by": expect.by, "words": expect.words} if expect else None,
        shown_on=asked.today.isoformat() if course.starts and asked.week is None else None,
        week=week,
        why=plan.plan.why,
        advice=tuple(advice),
        signs=signs_of(opened, advice, lines),
        home=house.language or "en",
        helpers=tuple(helpers(opened, plan.plan, planned_in(course, plan).declined)),
        pain_rule=(house.homework or {}).get("pain-rule"),
        start=start,
        days=days,
        begun=course.starts,
        next_visit=asked.next_visit,
        confidence=said.confidence if said else None,
        record=plan.newest.stem,
        paper=paper_of(opened, asked.paper),
        large=asked.large,
        code=loaded.folder.code,
    )
