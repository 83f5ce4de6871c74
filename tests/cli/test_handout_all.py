"""`mplan handout`: all at once, and into a calendar."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import icalendar
import pytest
from gitpractice import Ran

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
DAY = "2026-09-07"


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    """A copy of the example practice."""
    return Path(shutil.copytree(RIVERSIDE, tmp_path.resolve() / "riverside", ignore=shutil.ignore_patterns("out")))


def mplan(root: Path, *words: str) -> Ran:
    """A command as a process of its own."""
    command = [sys.executable, "-m", "massageplan", *words]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def test_all_are_made_and_counted(practice: Path) -> None:
    """Where each lies on standard output, the sum beside it."""
    ran = mplan(practice, "handout", "--all", "--today", DAY, "--to", "md,html")
    assert ran == Ran(
        0,
        "out/jd-7k2m/handout-week-1.html\nout/jd-7k2m/handout-week-1.md\n"
        "out/mb-3x9w/handout-week-8.html\nout/mb-3x9w/handout-week-8.md\n"
        "out/pn-8w2c/handout-week-2.html\nout/pn-8w2c/handout-week-2.md\n",
        "3 handouts made, 1 active client has no plan in force\n",
    )
    assert (practice / "out" / "pn-8w2c" / "handout-week-2.md").stat().st_mode & 0o777 == 0o600


def test_one_that_is_not_made_is_told(practice: Path) -> None:
    """With its folder and the reason, and the command ends with 1."""
    (practice / "clients" / "pn-8w2c" / "client.yaml").write_text("name: [\n", encoding="utf-8")
    ran = mplan(practice, "handout", "--all", "--today", DAY)
    assert (ran.code, ran.out) == (1, "out/jd-7k2m/handout-week-1.html\nout/mb-3x9w/handout-week-8.html\n")
    assert ran.err.startswith("pn-8w2c: 1 of the client's records cannot be used")
    assert ran.err.endswith("2 handouts made, 1 not, 1 active client has no plan in force\n")


def test_sheets_that_need_a_look_are_named(practice: Path) -> None:
    """Not each finding: that of one client is told with their handout."""
    plan = practice / "clients" / "jd-7k2m" / "2026-09-07-plan.yaml"
    lines = "".join(f"  - {{do: pelvic-tilt, id: tilt-{n}, reps: 5}}\n" for n in range(5))
    plan.write_text(plan.read_text(encoding="utf-8").replace("homework:\n", f"homework:\n{lines}"), encoding="utf-8")
    ran = mplan(practice, "handout", "--all", "--today", DAY)
    assert ran.code == 0
    assert ran.err.endswith("\nlook at these (mplan handout CLIENT tells why): jd-7k2m\n")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "name a client: mplan handout jane; or make all: mplan handout --all"),
        (("--all", "jane"), "CLIENT is for one client, not for --all."),
        (("--all", "--week", "2"), "--week is for one client, not for --all."),
        (("--all", "--out", "x"), "--out is for one client, not for --all."),
        (("--all", "--next-visit", DAY), "--next-visit is for one client, not for --all."),
        (("--all", "--anyway"), "--anyway is for one client, not for --all."),
        (("--all", "--open"), "--open is for one client, not for --all."),
        (("--all", "--given"), "--given is for one client, not for --all."),
        (("--all", "--how", "paper"), "--how is for one client, not for --all."),
        (("--all", "--language", "tlh"), "There are no documents in the language 'tlh'."),
    ],
)
def test_what_does_not_go_together(practice: Path, words: tuple[str, ...], says: str) -> None:
    """Is refused, and nothing is made."""
    ran = mplan(practice, "handout", *words, "--today", DAY)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert not (practice / "out").exists()


def test_ctrl_c_stops_it(practice: Path) -> None:
    """What was made stays whole, what waits is not begun, and no process is left."""
    for n in range(1000, 1200):
        shutil.copytree(practice / "clients" / "jd-7k2m", practice / "clients" / f"jd-{n}", copy_function=os.link)
    command = [sys.executable, "-m", "massageplan", "handout", "--all", "--today", DAY]
    child = subprocess.Popen(
        command, cwd=practice, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    os.killpg(child.pid, signal.SIGINT)
    rest, said = child.communicate(timeout=30)
    assert child.returncode == 130
    assert first == "out/jd-1000/handout-week-1.html\n"
    assert said.startswith("\nstopped after ")
    assert said.endswith(" made\n")
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.killpg(child.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        pytest.fail("a process is left")
    written = sorted(p for p in (practice / "out").rglob("*") if p.is_file())
    assert len(rest.splitlines()) < len(written) < 200
    assert {p.name for p in written} == {"handout-week-1.html"}
    assert {p.read_bytes()[-8:] for p in written} == {b"</html>\n"}


def test_homework_goes_into_a_calendar(practice: Path) -> None:
    """On the days of the tick grid, up to the next visit, with no name of anybody."""
    ran = mplan(practice, "handout", "jane", "--today", DAY, "--next-visit", "2026-09-14", "--to", "ics", "--out", "-")
    assert ran.code == 0, ran.err
    found: list[Any] = icalendar.Calendar.from_ical(ran.out).walk("VEVENT")
    days = {event["DTSTART"].dt.isoformat() for event in found}
    assert days == {f"2026-09-{n:02}" for n in range(8, 15)}
    assert {str(event["SUMMARY"]) for event in found if event["DTSTART"].dt.isoformat() == "2026-09-09"} == {
        "After brushing your teeth: Pelvic tilt, 10 times, 3 seconds each, 2 times a day",
        "After your tilts: One knee to chest, 3 times each side, 20 seconds each, 2 times a day",
        "After Mia is in bed: Bridge, 8 times, 2 rounds, 2 seconds each",
    }
    assert [event["DTSTART"].dt.day for event in found if event["SUMMARY"] == "Next visit"] == [14]
    assert not any(word in ran.out for word in ("Jane", "Doe", "jd-7k2m", "Rivera", "Riverside", "pain"))


def test_the_next_visit_may_have_a_time(practice: Path) -> None:
    """On the sheet, and in the calendar with an alarm; what is no time is refused."""
    place = ("handout", "jane", "--today", DAY, "--out", "-")
    ran = mplan(practice, *place, "--to", "ics", "--next-visit", "2026-09-14 17:30")
    (visit,) = [e for e in icalendar.Calendar.from_ical(ran.out).walk("VEVENT") if e["SUMMARY"] == "Next visit"]
    assert visit.to_ical().count(b"DTSTART:20260914T173000\r\n") == 1
    assert len(visit.walk("VALARM")) == 1
    assert "14 September 2026, 17:30" in mplan(practice, *place, "--to", "md", "--next-visit", "2026-09-14 17:30").out
    for wrong, says in (("2026-09-14 soon", "has no time behind its day: 'soon'"), ("soon", "is not a date")):
        ran = mplan(practice, *place, "--next-visit", wrong)
        assert (ran.code, ran.out) == (2, "")
        assert says in ran.err


def test_a_calendar_needs_days(practice: Path) -> None:
    """A course without dates is refused; so is a page that is no handout."""
    undated = RIVERSIDE.parent / "boote-2017"
    ran = mplan(undated, "handout", "bt-1001", "--to", "html,ics")
    assert (ran.code, ran.out) == (2, "")
    assert "A calendar needs days, and the course of bt-1001 has no dates." in ran.err
    assert not (undated / "out" / "bt-1001").exists()
    ran = mplan(practice, "agreement", "jane", "--today", DAY, "--to", "ics")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "mplan: Only a handout can go into a calendar (--to ics).\n       one of: html, md, pdf\n"
