"""Ids that point at nothing, and ids that stand twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Named = Callable[[str, Mapping[str, str]], list[Finding]]

ASSESSMENT, PLAN, SESSION = "2026-09-07-assessment.yaml", "2026-09-07-plan.yaml", "2026-09-07-session.yaml"
REFERRAL = "2026-09-07-referral.yaml"
DAY = "date: 2026-09-07\n"


@pytest.mark.parametrize(
    ("file", "text", "key"),
    [
        ("2026-09-07-session.yaml", "date: 2026-09-08", "date"),
        ("2026-09-07-event.yaml", "when: 2026-09-08\nwhat: flare\nwords: x", "when"),
        ("day-3-event.yaml", "when: day 4\nwhat: flare\nwords: x", "when"),
        ("day-3-event.yaml", "date: 2026-09-08\nwhat: flare\nwords: x", "date"),
    ],
)
def test_a_name_that_differs(file: str, text: str, key: str, named: Named) -> None:
    (hit,) = named("date-differs-from-name", {file: text})
    assert hit.span.column == len(key) + 3


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("2026-09-07-event.yaml", "date: 2026-09-07\nwhen: day 3\nwhat: flare\nwords: x"),
        ("2026-09-07-event.yaml", "when: 2026-09-07 07:00\nwhat: flare\nwords: x"),
        ("1-day-after-visit-10-assessment.yaml", "when: 1 day after visit 10"),
        ("week-02-session.yaml", "when: week 2"),
        ("day-5-event.yaml", "when: about day 5\nwhat: flare\nwords: x"),
        ("2026-09-07-session-2.yaml", "date: 2026-09-07"),
    ],
)
def test_a_name_that_agrees(file: str, text: str, named: Named) -> None:
    assert named("date-differs-from-name", {file: text}) == []


def test_undated_records_are_fine_where_they_are_usual(named: Named) -> None:
    practice = "format: 0\nname: X\nundated: yes\ntherapists: [{id: rivera}]\n"
    files = {"day-3-event.yaml": "when: day 3\nwhat: flare\nwords: x\n"}
    assert len(named("undated-record", files)) == 1
    assert named("undated-record", {**files, "practice.yaml": practice}) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("2026-09-07-followup.yaml", DAY + "of: 2026-09-07-plan\nwhat: agreed\nfrom: okafer"),
        ("2026-09-07-consent.yaml", DAY + "gives: [{for: release, to: okafer}]"),
        (PLAN, DAY + "referrals: [{to: okafer, why: strength}]"),
        ("client.yaml", "name: Jo\nteam: okafer"),
        ("client.yaml", "name: Jo\nteam: [okafor, okafer]"),
    ],
)
def test_people_are_looked_for_wherever_they_are_named(file: str, text: str, named: Named) -> None:
    (hit,) = named("unknown-person", {file: text})
    assert hit.help == "did you mean okafor?"
    assert hit.span.end_column - hit.span.column == len("okafer")


def test_therapists_and_the_client_are_people_too(named: Named) -> None:
    text = DAY + "of: 2026-09-07-plan\nwhat: agreed\nfrom: {}\n"
    for who in ("client", "rivera", "okafor"):
        assert named("unknown-person", {"2026-09-07-followup.yaml": text.replace("{}", who)}) == []


@pytest.mark.parametrize(
    ("key", "unknown"),
    [("after: 2026-09-01-session", 1), ("after: gardening", 0), ("after: the second-session", 0)],
)
def test_free_text_is_a_record_only_if_it_looks_like_one(key: str, unknown: int, named: Named) -> None:
    files = {"2026-09-07-event.yaml": DAY + f"what: flare\nwords: x\n{key}\n"}
    assert len(named("unknown-record", files)) == unknown


def test_a_record_that_could_not_be_used_is_still_there(named: Named) -> None:
    files = {ASSESSMENT: "date: [", PLAN: DAY + "assessment: 2026-09-07-assessment\n"}
    assert named("unknown-record", files) == []


def test_an_amendment_may_strike_a_record_that_was_dropped(named: Named) -> None:
    """Only a strike may: changes need the record they change."""
    amendment = DAY + "amends: 2026-09-01-session\nwho: rivera\nwhy: Written for another client.\n"
    changes = "changes: [{at: said, was: x, is: y}]\n"
    assert named("unknown-record", {"2026-09-07-amendment.yaml": amendment + "strike: record\n"}) == []
    (hit,) = named("unknown-record", {"2026-09-07-amendment.yaml": amendment + changes})
    assert hit.span.line == 2


def test_what_rests_on_a_dropped_record_is_still_told(named: Named) -> None:
    """The plan has to be mended, as its assessment was dropped."""
    amendment = DAY + "amends: 2026-09-07-assessment\nwho: rivera\nwhy: Written for another client.\nstrike: record\n"
    files = {"2026-09-07-amendment.yaml": amendment, PLAN: DAY + "assessment: 2026-09-07-assessment\n"}
    (hit,) = named("unknown-record", files)
    assert hit.span.file.endswith(PLAN)


def test_a_stop_must_end_something(named: Named) -> None:
    plan = DAY + "homework: [{do: stairs, words: Take the stairs, reps: 1}]\n"
    session = DAY + "homework: [{do: %s, stop: easy}]\nhomework-done: {%s: 3/7}\n"
    for name, unknown in (("stairs", 0), ("stair", 2), ("knee-roll", 0)):
        files = {PLAN: plan, SESSION: session % (name, name)}
        assert len(named("unknown-exercise", files)) == unknown, name


@pytest.mark.parametrize(
    "text",
    [
        "measures: {pain: 4, headache: 3, tug: 9, grip: 20, body/weight: 70, rom: {knee-flexion: {left: 120}}}",
        "symptoms: [{what: pins, where: right calf, now: 2}]\nmeasures: {pins: 1}",
        "measures: [{who: supervisor, rom/hip-flexion: 110, test/slump: positive}]",
        "diary: {2026-09-06: {pain: 5, homework/knee-roll/done: 2, sleep/bedtime: 22:41}}",
    ],
)
def test_known_addresses(text: str, named: Named) -> None:
    assert named("unknown-measure", {ASSESSMENT: DAY + text}) == []


@pytest.mark.parametrize(
    ("file", "text", "place", "help"),
    [
        (ASSESSMENT, "measures:\n  rom:\n    knee-flexon: {left: 120, right: 130}", (4, 5), "knee-flexion"),
        (ASSESSMENT, "measures:\n  rom/knee-flexon: {both: 120}", (3, 3), "knee-flexion"),
        (ASSESSMENT, "measures: [{metod: tape, rom/knee-flexion: 120}]", (2, 13), "method"),
        (PLAN, "goals: [{id: a, measure: [rmdq, psf/lift]}]", (2, 33), "psfs"),
        (PLAN, "expect: {by: visit 4, measure: rmqd, change: down 3}", (2, 32), "rmdq"),
        (PLAN, "track: [{measure: ndii, often: weekly}]", (2, 19), "ndi"),
        (REFERRAL, "to: okafor\nwhy: x\nfindings: [rom/knee-flexon, 20/30 min]", (4, 12), "knee"),
    ],
)
def test_unknown_addresses(file: str, text: str, place: tuple[int, int], help: str, named: Named) -> None:
    (hit,) = named("unknown-measure", {file: DAY + text})
    assert (hit.span.line, hit.span.column) == place
    assert hit.help
    assert help in hit.help


@pytest.mark.parametrize(
    "text",
    [
        "goals: [{id: a, words: x}, {id: a, words: y}]",
        "homework: [{do: knee-roll, reps: 5}, {do: knee-roll, reps: 10}]",
        "homework: [{do: knee-roll, reps: 5, id: a}, {do: cat-camel, reps: 10, id: a}]",
    ],
)
def test_one_name_for_two_things_of_a_plan(text: str, named: Named) -> None:
    (hit,) = named("duplicate-id", {PLAN: DAY + text})
    assert len(hit.related) == 1


def test_symptoms_of_one_place_need_ids(named: Named) -> None:
    pair = "symptoms: [{where: left lumbar, now: 2%s}, {where: right lumbar, now: 3}]"
    assert len(named("duplicate-id", {ASSESSMENT: DAY + pair % ""})) == 1
    assert named("duplicate-id", {ASSESSMENT: DAY + pair % ", id: lumbar-left"}) == []


def test_the_same_figure_twice(named: Named) -> None:
    def twice(measures: str) -> int:
        return len(named("duplicate-id", {SESSION: DAY + f"measures: {measures}\n"}))

    assert twice("{psfs: {lift: 3}, psfs/lift: 4}") == 1
    assert twice("[{rmdq: 3}, {rmdq: 4}]") == 1
    assert twice("[{who: okafor, rmdq: 3}, {rmdq: 4}]") == 0
    assert twice("[{position: sitting, body/pulse: 70}, {position: standing, body/pulse: 82}]") == 0
    assert twice("{grip: {left: [22, 24, 23], right: [31, 30]}, pain: 6 -> 4}") == 0
    assert twice("{grip: {left: {trials: [22, 22]}}, rom/knee-flexion: {both: 120 -> 125}}") == 0


def test_therapists_and_colleagues_with_one_id(found: Callable[[Mapping[str, str]], list[Finding]]) -> None:
    staff = "therapists:\n  - {id: rivera, skills: [petrisage]}\n  - {id: rivera, skills: cuping}\n"
    practice = f"format: 0\nname: X\n{staff}"
    network = "people: [{id: okafor}, {id: okafor}]\n"
    hits = [(f.name, str(f.span)) for f in found({"practice.yaml": practice, "network.yaml": network})]
    assert hits == [
        ("duplicate-id", "practice.yaml:5:10"),
        ("duplicate-id", "network.yaml:1:29"),
        ("unknown-technique", "practice.yaml:4:27"),
        ("unknown-technique", "practice.yaml:5:26"),
    ]


def test_the_day_on_which_a_record_was_written_may_lie_ahead(named: Named) -> None:
    """It is the clock's, and a check may be made for an earlier day; the date of the record may not."""
    written = {"2026-11-30-session.yaml": "date: 2026-11-30\nwritten: 2027-01-05\nsaid: fine\n"}
    assert named("future-date", written) == []
    (hit,) = named("future-date", {"2026-12-02-session.yaml": "date: 2026-12-02\nwritten: 2027-01-05\n"})
    assert hit.message == "2026-12-02 has not come yet."
