"""What is due by the plans and the warning signs, across clients."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from massageplan.cli.app import run
from massageplan.workflows.load import open_practice
from massageplan.workflows.today import look

PLAN = """\
date: 2026-09-07
goals: [{id: lift, words: Lift, measure: psfs/lift, from: 4, to: 8}]
visits: {planned: 6, often: weekly, reassess: visit 3}
expect: {by: visit 2, measure: psfs/lift, change: up 3}
homework: none
agreed: {how: face to face}
"""
FIRST = "date: 2026-09-07\nmeasures: {psfs/lift: 4}\n"
DAY = date(2026, 9, 22)


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    """A practice with one client, a plan and its first visit."""
    (tmp_path / "practice.yaml").write_text("format: 0\nname: Riverside\ntherapists: [{id: rivera, name: Ana}]\n")
    write(tmp_path, {"client.yaml": "name: Jane Doe\n", "2026-09-07-plan.yaml": PLAN, "2026-09-07-session.yaml": FIRST})
    return tmp_path


def write(root: Path, files: dict[str, str], code: str = "jd-7k2m") -> None:
    """Put records into a client's folder."""
    folder = root / "clients" / code
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def due(root: Path) -> list[tuple[str, str, str]]:
    """Urgency, reason and command of what waits."""
    return [(d.urgency, d.why, d.settle) for d in look(open_practice(root), DAY).due]


def test_before_its_visit_nothing_is_due(practice: Path) -> None:
    """The expectation is looked at when its visit is kept."""
    assert due(practice) == []


def test_an_expectation_that_nobody_measured(practice: Path) -> None:
    """To be measured, and then decided."""
    write(practice, {"2026-09-14-session.yaml": "date: 2026-09-14\nsaid: fine\n"})
    assert due(practice) == [
        ("soon", "what was expected by visit 2 is not measured", "mplan assess jd-7k2m"),
        ("some time", "nothing decided at the look back on 2026-09-14", "mplan edit jd-7k2m 2026-09-14-session"),
    ]


@pytest.mark.parametrize(("lift", "urgency", "word"), [(5, "soon", "not seen"), (7, "some time", "seen")])
def test_an_expectation_that_nobody_decided_on(practice: Path, lift: int, urgency: str, word: str) -> None:
    """More urgent where it was not seen; the decision settles it."""
    visit = f"date: 2026-09-14\nmeasures: {{psfs/lift: {lift}}}\n"
    write(practice, {"2026-09-14-session.yaml": visit})
    why = f"{word} by visit 2 what was expected, and nothing decided"
    assert due(practice) == [(urgency, why, "mplan edit jd-7k2m 2026-09-14-session")]
    write(practice, {"2026-09-14-session.yaml": visit + "decision: continue\nbecause: a week of fever\n"})
    assert due(practice) == []


def test_a_reassessment_that_is_due(practice: Path) -> None:
    """At visit 3, where no goal was measured."""
    write(practice, {
        "2026-09-14-session.yaml": "date: 2026-09-14\nmeasures: {psfs/lift: 7}\ndecision: continue\n",
        "2026-09-21-session.yaml": "date: 2026-09-21\nsaid: fine\ndecision: continue\n",
    })  # fmt: skip
    assert due(practice) == [("soon", "the reassessment of visit 3 is due", "mplan assess jd-7k2m")]


def test_open_warning_signs_come_first(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The gravest before all; a clearance in a later record closes it."""
    write(practice, {"2026-09-14-session.yaml": "date: 2026-09-14\nsaid: fine\n"})
    answers = "date: 2026-09-08\nscreening: {spinal-fracture: yes, cauda-equina: yes}\n"
    write(practice, {"client.yaml": "name: Mo Bo\n", "2026-09-08-history.yaml": answers}, "zz-1a1a")
    found = look(open_practice(practice), DAY).due
    assert [(d.urgency, d.client) for d in found] == [
        ("now", "zz-1a1a"),
        ("now", "zz-1a1a"),
        ("soon", "jd-7k2m"),
        ("some time", "jd-7k2m"),
    ]
    assert found[0].why.startswith("open warning sign: ")
    assert [d.settle for d in found[:2]] == [
        "mplan history zz-1a1a --ask cauda-equina",
        "mplan history zz-1a1a --ask spinal-fracture",
    ]
    assert run(["today", "--practice", str(practice), "--today", DAY.isoformat()]) == 0
    said = capsys.readouterr()
    assert "!! Mo Bo" in said.out
    assert "2 clients need you" in said.err
    cleared = (
        "date: 2026-09-09\nscreening: {cauda-equina: {answer: yes, cleared: Dr Singh 9 Sep}, spinal-fracture: no}\n"
    )
    write(practice, {"2026-09-09-history.yaml": cleared}, "zz-1a1a")
    assert {d.client for d in look(open_practice(practice), DAY).due} == {"jd-7k2m"}


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("", "psfs lift up 3 by visit 2: not yet due (4 at the start)"),
        ("measures: {psfs/lift: 5}", "psfs lift up 3 by visit 2: not seen (4 to 5)"),
        ("measures: {psfs/lift: 7}", "psfs lift up 3 by visit 2: seen (4 to 7)"),
        ("said: fine", "psfs lift up 3 by visit 2: overdue, not measured (4 at the start)"),
    ],
)
def test_show_says_where_the_expectation_stands(
    practice: Path, capsys: pytest.CaptureFixture[str], second: str, said: str
) -> None:
    """In one line below the visits."""
    if second:
        write(practice, {"2026-09-14-session.yaml": f"date: 2026-09-14\n{second}\n"})
    assert run(["show", "jane", "--practice", str(practice), "--today", DAY.isoformat()]) == 0
    assert f"Expectation: {said}\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("{by: visit 2, measure: psfs/lift, change: down 3}", "asks for a worse figure (4 to 5, self-reported)"),
        (
            "{by: visit 0, measure: psfs/lift, change: up 3}",
            "never due, as its moment does not come (4 to 5 so far, self-reported)",
        ),
        ("{by: visit 2, measure: psfs/lift, change: up 0}", "nothing to measure it by"),
        (
            "{by: before visit 2, measure: psfs/lift, change: up 3}",
            "up 3 before visit 2: not yet due (4 to 5 so far, self-reported)",
        ),
    ],
)
def test_show_says_what_cannot_be_followed(
    practice: Path, capsys: pytest.CaptureFixture[str], expect: str, said: str
) -> None:
    """And why; none of them is a success, and only what can come is not yet due."""
    again = PLAN.replace("{by: visit 2, measure: psfs/lift, change: up 3}", expect)
    checkin = "date: 2026-09-08\nmeasures: {psfs/lift: 5}\n"
    write(practice, {"2026-09-07-plan.yaml": again, "2026-09-08-checkin.yaml": checkin})
    assert run(["show", "jane", "--practice", str(practice), "--today", DAY.isoformat()]) == 0
    assert f"{said}\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ((), "replaced by the plan of 2026-09-15 (4 at the start)"),
        (("2026-09-14",), "not measured, and replaced by the plan of 2026-09-15 (4 at the start)"),
    ],
)
def test_show_says_what_took_its_place(
    practice: Path, capsys: pytest.CaptureFixture[str], kept: tuple[str, ...], said: str
) -> None:
    """A new plan without an expectation ends the old one, and nobody waits for it any more."""
    write(practice, {f"{day}-session.yaml": f"date: {day}\nsaid: fine\n" for day in kept})
    write(practice, {"2026-09-15-plan.yaml": "date: 2026-09-15\nvisits: {planned: 4}\nhomework: none\n"})
    assert run(["show", "jane", "--practice", str(practice), "--today", DAY.isoformat()]) == 0
    assert f": {said}\n" in capsys.readouterr().out


def test_show_says_so_far_early_and_late(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before its moment, and after it."""
    later = {"2026-09-08-checkin.yaml": "date: 2026-09-08\nmeasures: {psfs/lift: 5}\n"}
    write(practice, later)
    show = ["show", "jane", "--practice", str(practice), "--today", DAY.isoformat()]
    assert run(show) == 0
    assert "not yet due (4 to 5 so far, self-reported)" in capsys.readouterr().out
    write(practice, {"2026-09-08-checkin.yaml": "date: 2026-09-08\nmeasures: {psfs/lift: 7}\n"})
    assert run(show) == 0
    assert "seen early (4 to 7, self-reported)" in capsys.readouterr().out
    write(practice, {
        "2026-09-08-checkin.yaml": "date: 2026-09-08\nsaid: fine\n", "2026-09-14-session.yaml": "date: 2026-09-14\n",
        "2026-09-21-session.yaml": "date: 2026-09-21\nmeasures: {psfs/lift: 7}\n",
    })  # fmt: skip
    assert run(show) == 0
    assert "seen on 2026-09-21 (4 to 7)" in capsys.readouterr().out
