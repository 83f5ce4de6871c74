"""The expectation of a plan is followed: what became of it at its moment."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical.course import courses
from massageplan.clinical.expectation import Followed, followed
from massageplan.clinical.measures import all_rows, by_address
from massageplan.records.folder import Folder, in_order

from .conftest import entry, folder
from .test_scoring import LIBRARY

TODAY = date(2026, 12, 1)
EXPECT = "{by: visit 3, measure: psfs/lift, change: up 3}"
VISITS = ("2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30")


def plan(expect: str = EXPECT, more: str = "") -> str:
    """A plan with an expectation."""
    return f"expect: {expect}\nvisits: {{planned: 6, often: weekly}}\n{more}"


def story(
    lifts: tuple[str | None, ...] = (),
    expect: str = EXPECT,
    measure: str = "psfs/lift",
    more: dict[str, str] | None = None,
) -> dict[str, str]:
    """An assessment with the first figure, a plan, and a visit for each figure after it; None is not measured."""
    first, *rest = lifts or ("4",)
    records = {"2026-03-02-plan": plan(expect)}
    if first is not None:
        records["2026-03-02-assessment"] = f"measures: {{{measure}: {first}}}\n"
    records["2026-03-02-session"] = "visit: 1\n"
    for day, lift in zip(VISITS[1:], rest, strict=False):
        records[f"{day}-session"] = f"measures: {{{measure}: {lift}}}\n" if lift else "said: fine\n"
    return {**records, **(more or {})}


def all_of(records: dict[str, str] | Folder, today: date = TODAY) -> list[Followed]:
    """Every expectation of the first course."""
    held = records if isinstance(records, Folder) else folder(records)
    figures = by_address(all_rows(held.entries, LIBRARY))
    return followed(courses(held)[0], figures, LIBRARY, today)


def one(records: dict[str, str], today: date = TODAY) -> Followed:
    """The only expectation."""
    (found,) = all_of(records, today)
    return found


@pytest.mark.parametrize(
    ("lifts", "state", "early", "late"),
    [
        (("4",), "not yet due", False, False),
        (("4", "5"), "not yet due", False, False),
        (("4", "7"), "seen", True, False),
        (("4", None, "7"), "seen", False, False),
        (("4", "5", "6"), "not seen", False, False),
        (("4", "7", "6"), "not seen", False, False),
        (("4", "7", None), "seen", True, False),
        (("4", "5", None), "overdue", False, False),
        (("4", None, None), "overdue", False, False),
        (("4", None, None, "7"), "seen", False, True),
        (("4", None, None, "6", "8"), "not seen", False, True),
        (("4", "5", "6", "7"), "not seen", False, False),
        (("4", None, "7", "4"), "seen", False, False),
        (("4", None, "6 -> 8"), "not seen", False, False),
        (("4", None, "{during: 9}"), "overdue", False, False),
        (("4", None, "{before: 5, during: 9}"), "not seen", False, False),
        (("4", None, "{value: 7, at: '18:00'}"), "seen", False, False),
        (("4", None, "7 -> 5"), "seen", False, False),
        (("4", None, "not done"), "overdue", False, False),
        (("4", None, "much better"), "overdue", False, False),
        ((None, None, "7"), "overdue", False, False),
    ],
)
def test_what_became_of_it(lifts: tuple[str | None, ...], state: str, early: bool, late: bool) -> None:
    """Figures of visits 1, 2, 3 ...: up 3 by visit 3, where what the work brings for an hour does not count."""
    found = one(story(lifts))
    assert (found.state, found.early, found.late) == (state, early, late)


def test_it_tells_the_figures_and_where_they_stand() -> None:
    """Start, latest, gain and need, the line of the figure that decides, and the error of the measure."""
    first = one(story(("3", None, "4", "6"))).first
    assert first is not None
    assert first.start is not None
    assert first.latest is not None
    assert (first.start.text, first.latest.value.text, first.gain, first.needed) == ("3", "6", 1, 3)
    assert str(first.span) == "2026-03-16-session.yaml:2:23"
    assert first.error is not None
    assert first.error.figure == 3


@pytest.mark.parametrize(
    ("expect", "state"),
    [
        ("{by: visit 3, measure: psfs/lift, to: 7}", "seen"),
        ("{by: visit 3, measure: psfs/lift, to: at least 8}", "not seen"),
        ("{by: visit 3, measure: psfs/lift}", "no size"),
        ("{by: visit 3, change: up 3}", "no size"),
        ("{by: visit 3, measure: psfs/lift, change: better}", "no size"),
        ("{by: visit 3, measure: psfs/lift, to: as before}", "no size"),
        ("{by: visit 3, measure: [psfs/lift, rmdq], change: up 3}", "seen"),
        ("{by: visit 3, measure: [psfs/run, psfs/lift], change: up 3}", "overdue"),
        ("{by: visit 3, measure: psfs/lift, change: up 0}", "no size"),
        ("{by: visit 3, measure: psfs/lift, change: up -3}", "no size"),
        ("{by: visit 3, measure: psfs/lift, to: up 0}", "no size"),
        ("{by: visit 3, measure: psfs/lift, change: down 3}", "wrong way"),
        ("{by: visit 3, measure: psfs/lift, to: at most 8}", "wrong way"),
        ("{by: visit 3, measure: psfs/lift, to: 3}", "wrong way"),
        ("{measure: psfs/lift, change: up 4}", "no moment"),
        ("{by: phase b, measure: psfs/lift, change: up 4}", "no moment"),
        ("{by: visit 0, measure: psfs/lift, change: up 4}", "no moment"),
        ("{by: before visit 0, measure: psfs/lift, change: up 4}", "no moment"),
        ("{by: week 0, measure: psfs/lift, change: up 4}", "no moment"),
        ("{by: before visit 1, measure: psfs/lift, change: up 4}", "no moment"),
        ("{by: 2026-02-20, measure: psfs/lift, change: up 4}", "no moment"),
        ("{by: visit 12, measure: psfs/lift, change: up 4}", "not yet due"),
        ("{by: end, measure: psfs/lift, change: up 4}", "not yet due"),
        ("{by: after visit 3, measure: psfs/lift, change: up 4}", "not yet due"),
        ("{by: week 3, measure: psfs/lift, change: up 3}", "seen"),
        ("{by: week 4, measure: psfs/lift, change: up 4}", "overdue"),
        ("{by: 2026-03-20, measure: psfs/lift, change: up 4}", "not seen"),
        ("{by: 2026-04-20, measure: psfs/lift, change: up 4}", "overdue"),
        ("{by: 2026-12-01, measure: psfs/lift, change: up 4}", "not yet due"),
        ("{by: 2026-03, measure: psfs/lift, change: up 4}", "overdue"),
    ],
)
def test_moments_and_sizes(expect: str, state: str) -> None:
    """Figures 4 on 2 March and 7 on 16 March, at visit 3 in week 3."""
    assert one(story(("4", None, "7"), expect)).state == state


def test_a_date_is_due_when_its_day_is_over() -> None:
    """And the file of a later day does not exist on an earlier one."""
    records = story(("4", None, "6"), "{by: 2026-03-16, measure: psfs/lift, change: up 3}")
    assert one(records, date(2026, 3, 16)).state == "not yet due"
    assert one(records, date(2026, 3, 17)).state == "not seen"
    at_visit = story(("4", None, "6"))
    assert one(at_visit, date(2026, 3, 15)).state == "not yet due"
    assert one(at_visit, date(2026, 3, 16)).state == "not seen"


@pytest.mark.parametrize(
    ("lifts", "state", "late"),
    [
        (("4", "5"), "not yet due", False),
        (("4", "5", "7"), "not seen", False),
        (("4", "7", "4"), "seen", False),
        (("4", None, "7"), "seen", True),
        (("4", None, None), "overdue", False),
    ],
)
def test_before_a_visit_that_visit_tells_nothing(lifts: tuple[str | None, ...], state: str, late: bool) -> None:
    """What visit 2 told counts, and the moment has passed when visit 3 is kept; a first figure of visit 3 is late."""
    found = one(story(lifts, "{by: before visit 3, measure: psfs/lift, change: up 3}"))
    assert (found.state, found.late) == (state, late)


def test_before_a_visit_in_a_course_without_dates() -> None:
    """The moment of the record before it."""
    records = {
        "visit-1-session": "measures: {psfs/lift: 4}\n",
        "visit-1-plan": plan("{by: before visit 3, measure: psfs/lift, change: up 3}"),
        "visit-2-session": "measures: {psfs/lift: 5}\n",
        "visit-3-session": "measures: {psfs/lift: 9}\n",
    }
    assert one(records).state == "not seen"


@pytest.mark.parametrize(
    ("start", "change", "state"),
    [("6", "up 3", "wrong way"), ("0", "down 30 %", "no size"), ("9", "down 3", "not seen")],
)
def test_more_pain_is_never_a_success(start: str, change: str, state: str) -> None:
    """Nine of ten is seen by no expectation, and a share of nothing has no size."""
    records = story(("4", None, None), f"{{by: visit 3, measure: pain, change: {change}}}")
    records["2026-03-02-assessment"] = f"symptoms: [{{where: lumbar, now: {start}}}]\n"
    records["2026-03-16-session"] = "measures: {pain: 9}\n"
    assert one(records).state == state


def test_a_missed_visit_is_no_visit() -> None:
    """Visit 3 is the third that was kept."""
    records = story(("4", None, "5"))
    records["2026-03-09-session"] = "attended: missed\n"
    assert one(records).state == "not yet due"


def test_a_change_of_plan_takes_its_place_and_the_old_outcome_stays() -> None:
    """What was measured on the day of the change still counts for the old one, and is the start of the new one."""
    records = story(("3", None, "4", "6", "7"))
    records["2026-03-16-plan"] = "changed-because: no change\n" + plan(
        "{by: visit 5, measure: psfs/lift, change: up 3}"
    )
    old, new = all_of(records)
    assert (old.state, old.replaced and old.replaced.stem) == ("not seen", "2026-03-16-plan")
    assert (new.state, new.first and new.first.start and new.first.start.text) == ("seen", "4")


def test_a_change_that_says_nothing_of_it_leaves_it_and_a_new_plan_ends_it() -> None:
    """A plan without `changed-because` is a clean slate."""
    change = {"2026-03-09-plan": "changed-because: less time\nvisits: {planned: 4}\n"}
    assert one(story(("4", None, "7"), more=change)).state == "seen"
    fresh = {"2026-03-09-plan": "visits: {planned: 4}\n"}
    found = one(story(("4", None, "4"), more=fresh))
    assert (found.state, found.replaced and found.replaced.stem) == ("replaced", "2026-03-09-plan")


def test_the_plan_tells_the_start_where_nobody_measured() -> None:
    """`from` of the goal of the same measure."""
    records = story((None, None, "7"))
    records["2026-03-02-plan"] += "goals: [{id: lift, words: Lift, measure: psfs/lift, from: 4, to: 8}]\n"
    assert one(records).state == "seen"


@pytest.mark.parametrize(
    ("goal", "state"),
    [("", "not seen"), ("side: right, ", "not seen"), ("side: left, ", "seen")],
)
def test_sides_are_not_mixed(goal: str, state: str) -> None:
    """The side of the goal; else of two sides the one that was worse at the start."""
    rotation = "rom/cervical-rotation"
    records = story(
        ("{left: 60, right: 40}", None, "{left: 75, right: 45}"),
        f"{{by: visit 3, measure: {rotation}, change: up 10}}", rotation,
    )  # fmt: skip
    records["2026-03-02-plan"] += f"goals: [{{id: look, words: Look, measure: {rotation}, {goal}to: 75}}]\n"
    assert one(records).state == state


def test_like_with_like() -> None:
    """A figure by another method, or by somebody else, tells nothing; one that names none does."""
    expect = "{by: visit 3, measure: rom/lumbar-flexion, change: up 10}"
    first, other = "{value: 40, method: goniometer}", "{value: 60, method: tape}"
    assert one(story((first, None, other), expect, "rom/lumbar-flexion")).state == "overdue"
    assert one(story((first, None, "60"), expect, "rom/lumbar-flexion")).state == "seen"
    told = ("{value: 40, who: client}", None, "{value: 60, who: supervisor}")
    assert one(story(told, expect, "rom/lumbar-flexion")).state == "overdue"


def test_pain_is_the_first_listed_pain() -> None:
    """And a lower one is better."""
    records = story(("4",), "{by: visit 2, measure: pain, change: down 2}")
    records["2026-03-02-assessment"] = "symptoms: [{where: lumbar, now: 6}, {where: right calf, now: 2}]\n"
    records["2026-03-09-session"] = "measures: {pain: 4 -> 1, pain/calf: 2}\n"
    found = one(records)
    assert (found.state, found.first and found.first.address) == ("seen", "pain/lumbar/now")


def test_a_line_of_a_diary_counts_on_its_day() -> None:
    """Not on the day on which the checkin was written."""
    records = story(("4", None, None))
    records["2026-03-18-checkin"] = "diary:\n  2026-03-16: {psfs/lift: 7}\n  2026-03-17: {psfs/lift: 3}\n"
    found = one(records)
    assert (found.state, found.late) == ("seen", False)


def test_a_course_without_dates() -> None:
    """Visits and weeks by the moments of the records."""
    records = {
        "start-plan": plan("{by: week 11, measure: psfs/lift, change: up 3}"),
        "start-assessment": "measures: {psfs/lift: 4}\n",
    }
    assert one(records).state == "not yet due"
    assert one({**records, "week-11-assessment": "measures: {psfs/lift: 6}\n"}).state == "not seen"
    assert one({**records, "week-11-assessment": "reason: look back\n"}).state == "overdue"


FIGURES = st.lists(st.none() | st.integers(0, 10), min_size=4, max_size=4)


@given(st.integers(0, 10), FIGURES, st.data())
def test_a_better_figure_never_turns_seen_into_not_seen(
    start: int, lifts: list[int | None], data: st.DataObject
) -> None:
    """Nor into anything but seen: whichever visit it is, and where there was none."""
    n = data.draw(st.integers(0, 3))
    better = list(lifts)
    low = lifts[n]
    better[n] = None if low is None else data.draw(st.integers(low, 10))
    texts, more = ([str(f) if f is not None else None for f in row] for row in (lifts, better))
    before, after = one(story((str(start), *texts))), one(story((str(start), *more)))
    assert before.state != "seen" or after.state == "seen"
    first, raised = before.first, after.first
    assert first is not None
    assert raised is not None
    if first.figure and raised.figure and first.figure.entry.stem == raised.figure.entry.stem:
        assert (raised.gain or 0) >= (first.gain or 0)


@given(st.permutations(sorted(story(("4", "5", None, "6", "7")))))
def test_the_order_of_files_does_not_matter(order: list[str]) -> None:
    """Records are told by their dates."""
    records = story(("4", "5", None, "6", "7"))
    found = all_of(Folder("jd-7k2m", None, None, in_order(entry(stem, records[stem]) for stem in order)))
    assert [(f.state, f.late, f.first and f.first.gain) for f in found] == [("not seen", True, 2)]
