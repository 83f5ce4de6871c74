"""Work that records leave open, across clients: decisions not done, no plan, no consent, no agreement."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from massageplan.cli.app import run
from massageplan.workflows.check import check_practice
from massageplan.workflows.load import open_practice
from massageplan.workflows.today import look

DAY = date(2026, 9, 22)
PLAN = """\
date: 2026-09-07
goals: [{id: lift, words: Lift, measure: psfs/lift, from: 4, to: 8}]
visits: {planned: 6, often: weekly}
expect: {by: visit 2, measure: psfs/lift, change: up 3}
homework: none
agreed: {how: face to face}
"""
FIRST = "date: 2026-09-07\nmeasures: {psfs/lift: 4}\n"
SIGNED = "date: 2026-09-07\ngives: [treatment]\nhow: signed\n"
MORE = "changed-because: x\nhomework: none\nagreed: {how: phone}\n"
CHANGE = 'mplan plan jd-7k2m --change "..."'


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


def decided(word: str) -> dict[str, str]:
    """A second visit that reached what was expected, with a decision."""
    visit = f"date: 2026-09-14\nmeasures: {{psfs/lift: 7}}\ndecision: {word}\nbecause: more strength\n"
    return {"2026-09-14-session.yaml": visit}


@pytest.mark.parametrize(
    ("word", "why", "settle", "file", "text"),
    [
        ("change", "change the plan", CHANGE, "2026-09-14-plan.yaml", MORE),
        ("refer", "refer", "mplan refer jd-7k2m", "2026-09-15-referral.yaml", "to: okafor\nwhy: x\n"),
        ("discharge", "end care", "mplan discharge jd-7k2m", "2026-09-16-discharge.yaml", "reason: goals-met\n"),
    ],
)  # fmt: skip
def test_a_decision_that_is_not_done_names_the_command(
    practice: Path, capsys: pytest.CaptureFixture[str], word: str, why: str, settle: str, file: str, text: str
) -> None:
    """Today and show say it until there is the record, on the day of the decision or later."""
    write(practice, decided(word))
    said = f"decided on 2026-09-14 to {why}, and it is not done"
    assert due(practice) == [("soon", said, settle)]
    show = ["show", "jane", "--practice", str(practice), "--today", DAY.isoformat()]
    assert run(show) == 0
    assert f"D{said[1:]}: {settle}\n" in capsys.readouterr().out
    write(practice, {file: f"date: {file[:10]}\n{text}"})
    assert due(practice) == []
    assert run(show) == 0
    assert "not done" not in capsys.readouterr().out.partition("2026-09-07")[0]


@pytest.mark.parametrize(
    ("file", "text", "left"),
    [
        ("2026-09-10-plan.yaml", MORE, 1),
        ("2026-09-15-referral.yaml", "from: okafor\nwhy: x\n", 1),
        ("2026-09-15-checkin.yaml", "decision: continue\nbecause: she wants to wait\n", 0),
        ("2026-09-15-checkin.yaml", "said: fine\n", 1),
    ],
)
def test_what_does_a_decision(practice: Path, file: str, text: str, left: int) -> None:
    """An earlier plan and a referral that came in do not; a newer decision takes the place of the older one."""
    write(practice, {**decided("change"), file: f"date: {file[:10]}\n{text}"})
    assert sum("not done" in why for _, why, _ in due(practice)) == left


ASSESSED = "date: {day}\nreason: back\nsymptoms: [{{where: low-back, now: 5}}]\n"


def test_an_assessment_without_a_plan(practice: Path) -> None:
    """The questions that a plan waits for come first; then the plan, once 14 days have passed."""
    write(
        practice,
        {"client.yaml": "name: Mo Bo\n", "2026-09-07-assessment.yaml": ASSESSED.format(day="2026-09-07")},
        "mb",
    )
    ask = ("soon", "warning signs are not asked about that a plan waits for", "mplan assess mb")
    assert due(practice) == [ask]
    write(practice, {"2026-09-07-assessment.yaml": elbow(practice, "2026-09-07")}, "mb")
    assert due(practice) == [("soon", "assessed on 2026-09-07, and no plan yet", "mplan plan mb")]
    (practice / "clients/mb/2026-09-07-assessment.yaml").unlink()
    write(practice, {"2026-09-08-assessment.yaml": elbow(practice, "2026-09-08")}, "mb")
    assert due(practice) == []


def elbow(root: Path, day: str) -> str:
    """An assessment of an elbow with every warning sign of it asked."""
    item = open_practice(root).library.item("region", "elbow")
    assert item is not None
    answers = ", ".join(f"{id}: no" for id in item.data["screening"])
    return f"date: {day}\nsymptoms: [{{where: left elbow, now: 5}}]\nscreening: {{{answers}}}\n"


TREATED = "date: 2026-09-14\nmeasures: {psfs/lift: 7}\ndecision: continue\ndid: [petrissage low-back]\n"


@pytest.mark.parametrize(
    ("files", "name", "expected"),
    [
        (
            {"2026-09-14-session.yaml": TREATED},
            "consent-missing",
            ("soon", "treated without a consent on record", "mplan consent jd-7k2m --date 2026-09-14"),
        ),
        (
            {"2026-09-07-plan.yaml": PLAN.replace("agreed: {how: face to face}\n", "")} | decided("continue"),
            "plan-without-agreement",
            ("soon", "nothing says that the client agreed to the plan", "mplan agreement jd-7k2m --how 'face to face'"),
        ),
        (
            {"2026-09-07-plan.yaml": PLAN + "referrals: [{profession: GP, why: fits}]\n"} | decided("continue"),
            "referral-not-made",
            ("soon", "a referral that the plan names was not made", "mplan refer jd-7k2m"),
        ),
        (
            {"2026-09-07-assessment.yaml": ASSESSED.format(day="2026-09-07")},
            "red-flags-not-asked",
            ("soon", "warning signs of what hurts were never asked about", "mplan assess jd-7k2m"),
        ),
    ],
)  # fmt: skip
def test_what_a_check_finds_is_named_with_its_command(
    practice: Path, files: dict[str, str], name: str, expected: tuple[str, str, str]
) -> None:
    """And is silent where the check is, or where its finding is allowed."""
    write(practice, files)
    assert due(practice) == [expected]
    assert name in {finding.name for finding in check_practice(practice, DAY).findings}
    write(practice, {"client.yaml": f"name: Jane Doe\nallow: {{{name}: on paper}}\n"})
    assert due(practice) == []


def test_a_consent_settles_what_it_names(practice: Path) -> None:
    write(practice, {"2026-09-14-session.yaml": TREATED, "2026-09-07-consent.yaml": SIGNED})
    assert due(practice) == []


def test_an_earlier_course_is_left_alone(practice: Path) -> None:
    """Nothing that lies behind a discharge is to be done today."""
    write(practice, {
        "2026-09-14-session.yaml": TREATED, "2026-09-15-discharge.yaml": "date: 2026-09-15\nreason: goals-met\n",
        "2026-09-20-assessment.yaml": elbow(practice, "2026-09-20"),
    })  # fmt: skip
    assert due(practice) == []


def test_a_plan_for_a_referral_alone_is_not_nagged(practice: Path) -> None:
    """While a grave sign was open on its day: no homework, goal or visits are missed, by check and by today."""
    answers = "date: 2026-09-07\nreason: back\nscreening: {weight-loss: {answer: yes, did: rang the clinic}}\n"
    plan = "date: 2026-09-07\nreferrals: [{profession: GP, why: weight loss}]\nagreed: {how: phone}\n"
    for file in (practice / "clients/jd-7k2m").glob("2026*"):
        file.unlink()
    write(practice, {"2026-09-07-assessment.yaml": answers, "2026-09-07-plan.yaml": plan})
    lacks = {"plan-without-homework", "plan-without-measured-goal", "plan-without-visits"}
    assert not lacks & {finding.name for finding in check_practice(practice, DAY).findings}
    assert [why for _, why, _ in due(practice)] == [
        "open warning sign: Unexplained weight loss (yes on 2026-09-07)",
        "a referral that the plan names was not made",
    ]
    write(practice, {"2026-09-07-assessment.yaml": answers.replace("yes,", "no,")})
    assert lacks <= {finding.name for finding in check_practice(practice, DAY).findings}
    assert "the plan gives no homework" in [why for _, why, _ in due(practice)]


def test_later_records_are_not_looked_at(practice: Path) -> None:
    """Today is a day: what is dated after it leaves nothing open yet."""
    write(practice, {"2026-09-29-session.yaml": TREATED.replace("09-14", "09-29")})
    assert date(2026, 9, 29) > DAY
    assert due(practice) == []


def test_a_practice_without_clients_is_told_how_to_begin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "practice.yaml").write_text("format: 0\nname: Riverside\ntherapists: [{id: rivera, name: Ana}]\n")
    assert run(["today", "--practice", str(tmp_path), "--today", DAY.isoformat()]) == 0
    assert capsys.readouterr().err == "\nthere are no clients yet; begin with: mplan new-client\n"
