"""What waits: unsaved work, drafts, plans without homework, visits beyond plan."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from massageplan.cli.app import run
from massageplan.store import drafts
from massageplan.workflows.init import set_up
from massageplan.workflows.load import open_practice
from massageplan.workflows.today import Due, is_active, look

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
DAY = date(2026, 10, 6)
PLAN = "date: 2026-10-06\ngoals: unknown\nvisits: {planned: 1, often: weekly}\n"
VISIT = "date: 2026-10-0%d\ndid: none\n"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The example practice, all of it saved in git."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
            patch.setenv(name, "/dev/null")
        root = Path(shutil.copytree(RIVERSIDE, tmp_path_factory.mktemp("saved") / "riverside"))
        set_up(root)
        assert run(["save", "--practice", str(root)]) == 0
        yield root


@pytest.fixture
def practice(saved: Path, tmp_path: Path) -> Path:
    """A copy of it to work in."""
    return Path(shutil.copytree(saved, tmp_path / "riverside"))


def _due(root: Path, day: date = DAY) -> tuple[Due, ...]:
    return look(open_practice(root), day).due


def test_nothing_waits_when_all_is_done(practice: Path) -> None:
    """The example practice is in order."""
    assert _due(practice) == ()


def test_what_git_does_not_have_is_told_by_client(practice: Path) -> None:
    """One line a client, with the command that settles it."""
    folder = practice / "clients" / "jd-7k2m"
    (folder / "2026-10-06-checkin.yaml").write_text("date: 2026-10-06\nsaid: fine\n", encoding="utf-8")
    assert [(d.client, d.why, d.settle) for d in _due(practice)] == [
        ("jd-7k2m", "2026-10-06-checkin.yaml not saved", "mplan save jd-7k2m")
    ]
    client = folder / "client.yaml"
    client.write_text(client.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")
    assert [d.why for d in _due(practice)] == ["2 files not saved"]


def test_a_draft_that_nobody_is_at_work_on_is_told(practice: Path) -> None:
    """One of a process that runs is left in peace."""
    mine = drafts.begin(practice, "jd-7k2m", "2026-10-06-session")
    mine.keep("date: 2026-10-06\n")
    assert _due(practice) == ()
    mine.path.rename(mine.path.with_name("jd-7k2m_2026-10-06-session_00ff.yaml"))
    (due,) = _due(practice)
    assert (due.client, due.settle) == ("jd-7k2m", "mplan session jd-7k2m")
    assert due.why.endswith(": 2026-10-06-session")


SIGNS = "date: 2026-10-06\nscreening:\n  cauda-equina: {answer: yes}\n  fever: no\n"


def _left(root: Path, name: str, text: str) -> None:
    (root / drafts.FOLDER).mkdir(parents=True, exist_ok=True)
    (root / drafts.FOLDER / f"{name}_00ff.yaml").write_text(text, encoding="utf-8")


def test_an_emergency_in_a_draft_comes_first(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the command that goes on with it, and what else is half written in the draft is no matter."""
    _left(practice, "jd-7k2m_2026-10-06-assessment", SIGNS + "symptoms: what is this\n")
    (due,) = _due(practice)
    assert (due.urgency, due.client, due.settle) == ("now", "jd-7k2m", "mplan assess jd-7k2m")
    assert due.why.startswith("emergency answered in an unfinished assessment: Nerves at the base of the spine (draft")
    assert run(["today", "--practice", str(practice), "--today", str(DAY)]) == 0
    assert f"!! {due.name}  emergency answered" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["jd-7k2m_2026-10-06-assessment+edit", "zz-0000_2026-10-06-assessment"], ids=["edit", "no such client"]
)
def test_a_draft_of_a_change_or_of_nobody_tells_its_emergency_too(practice: Path, name: str) -> None:
    """It is a draft like others."""
    _left(practice, name, SIGNS)
    assert [due.urgency for due in _due(practice)] == ["now"]


@pytest.mark.parametrize("text", ["date: [", "- a\n", "", "screening: {fever: no}\n", "screening: 3\n"])
def test_a_draft_that_tells_no_emergency_waits_as_others(practice: Path, text: str) -> None:
    """It may be unreadable, or no sign was answered yes."""
    _left(practice, "jd-7k2m_2026-10-06-assessment", text)
    assert [(due.urgency, due.why[:9]) for due in _due(practice)] == [("soon", "draft of ")]


def test_an_emergency_that_a_record_tells_is_told_once(practice: Path) -> None:
    """As the open sign that it is; the draft waits as others."""
    record = practice / "clients" / "jd-7k2m" / "2026-10-06-history.yaml"
    record.write_text(SIGNS, encoding="utf-8")
    _left(practice, "jd-7k2m_2026-10-06-assessment", SIGNS)
    whys = [due.why for due in _due(practice) if due.urgency == "now"]
    assert len(whys) == 1
    assert whys[0].startswith("open warning sign: ")


def test_who_is_not_active_is_not_counted_among_the_active(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Years later nobody is active, and a draft and a file that is not saved still wait."""
    drafts.begin(practice, "jd-7k2m", "2026-10-06-session").path.parent.mkdir(parents=True, exist_ok=True)
    (practice / drafts.FOLDER / "jd-7k2m_2026-10-06-session_00ff.yaml").write_text("date: 2026-10-06\n")
    assert run(["today", "--practice", str(practice), "--today", "2031-01-01"]) == 0
    assert "1 client needs you; 0 of 4 are active" in capsys.readouterr().err


@pytest.mark.parametrize("closed", [".mplan/drafts", ".mplan"])
def test_drafts_that_cannot_be_looked_for_are_one_sentence(
    practice: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    """A folder of mode 000 (nothing is closed to root, so it is played): exit 3, what and where, and what to do."""
    (practice / ".mplan" / "drafts").mkdir(parents=True, exist_ok=True)

    def iterdir(path: Path) -> Iterator[Path]:
        if closed in path.as_posix():
            raise PermissionError(13, "Permission denied", str(path))
        return iter(sorted(path / name for name in os.listdir(path)))

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert run(["today", "--practice", str(practice), "--today", "2026-10-06"]) == 3
    said = capsys.readouterr()
    assert "drafts cannot be read: permission denied." in said.err
    assert "chmod" in said.err
    assert "Traceback" not in said.err


def test_plans_without_homework_and_visits_beyond_plan(practice: Path) -> None:
    """Both ask for a change of the plan."""
    folder = practice / "clients" / "jd-7k2m"
    (folder / "2026-10-06-plan.yaml").write_text(PLAN, encoding="utf-8")
    for n in (7, 8):
        (folder / f"2026-10-0{n}-session.yaml").write_text(VISIT % n, encoding="utf-8")
    assert run(["save", "--practice", str(practice), "--today", "2026-10-08"]) == 0
    assert {(d.why, d.settle) for d in _due(practice, date(2026, 10, 8))} == {
        ("the plan gives no homework", 'mplan plan jd-7k2m --change "..."'),
        ("2 visits kept, 1 planned", 'mplan plan jd-7k2m --change "..."'),
        ("nothing says that the client agreed to the plan", "mplan agreement jd-7k2m --how 'face to face'"),
    }


def test_only_active_clients_are_looked_at(practice: Path) -> None:
    """Discharged, or not seen for a year: by the names of the files."""
    opened = open_practice(practice)
    assert is_active(opened, "jd-7k2m", DAY)
    assert not is_active(opened, "jd-7k2m", date(2027, 10, 6))
    discharged = practice / "clients" / "jd-7k2m" / "2026-10-07-discharge.yaml"
    discharged.write_text("date: 2026-10-07\nreason: done\n", encoding="utf-8")
    assert not is_active(opened, "jd-7k2m", DAY)


def test_the_command_prints_and_counts(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text for people, objects for programs; a practice without git has nothing unsaved."""
    (practice / "clients" / "jd-7k2m" / "2026-10-06-checkin.yaml").write_text("date: 2026-10-06\nsaid: x\n")
    capsys.readouterr()
    assert run(["today", "--practice", str(practice), "--today", "2026-10-06"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Tuesday 6 October 2026  Riverside Massage Therapy\n")
    assert "!  Jane Doe  2026-10-06-checkin.yaml not saved" in said.out
    assert "1 client needs you; 4 of 4 are active" in said.err
    assert run(["today", "--practice", str(practice), "--today", "2026-10-06", "--json"]) == 0
    assert '"settle": "mplan save jd-7k2m"' in capsys.readouterr().out
    shutil.rmtree(practice / ".git")
    assert _due(practice) == ()
