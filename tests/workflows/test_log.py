"""The log of a client, told by a real repository."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from massageplan.errors import NotReadable, UsageError
from massageplan.workflows.log import as_json, as_text, log

JD, MN = "jd-7k2m", "mn-4t7q"
PRACTICE = "format: 0\nname: R\ntherapists: [{id: rivera, name: Ana Rivera}, {id: okafor, name: Ben Okafor}]\n"
VISIT = "2026-11-30-session.yaml"


class Practice:
    """A practice that is a folder of a larger repository, with settings that would change what git prints."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.root = top / "practice"
        self.root.mkdir(parents=True)
        (self.root / "practice.yaml").write_text(PRACTICE)
        self.git("init", "-q", "-b", "main")
        for setting in ("log.follow", "log.showSignature", "diff.relative", "diff.renames"):
            self.git("config", setting, "true")
        self.git("config", "color.ui", "always")

    def git(self, *arguments: str, by: str = "Ana Rivera", day: str = "2026-11-30") -> str:
        """Git as somebody runs it at noon of a day."""
        facts = {"NAME": by, "EMAIL": "a@b.example", "DATE": f"{day}T12:00:00"}
        who = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in facts.items()}
        clean = {"PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", **who}
        command = [shutil.which("git") or "git", *arguments]
        return subprocess.run(command, cwd=self.top, env=clean, check=True, capture_output=True, text=True).stdout

    def write(self, code: str, name: str, text: str | None) -> None:
        """A file of a client's folder, or no longer one."""
        path = self.root / "clients" / code / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text)

    def commit(self, subject: str, by: str = "Ana Rivera", day: str = "2026-11-30") -> None:
        """All there is."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", subject, by=by, day=day)

    def say(
        self, subject: str, code: str, name: str, text: str | None, by: str = "Ana Rivera", day: str = "2026-11-30"
    ) -> None:
        """One file written and committed."""
        self.write(code, name, text)
        self.commit(subject, by, day)

    def log(self, client: str = JD) -> list[str]:
        """The lines told."""
        return as_text(log(self.root, client)).splitlines()


@pytest.fixture
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Practice:
    """One client, by Ana Rivera."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    made = Practice(tmp_path.resolve() / "work")
    made.say(f"client {JD}", JD, "client.yaml", "name: Jane Doe\n", day="2026-11-23")
    return made


def visit(text: str = "said: fine\n", by: str = "rivera") -> str:
    """A session of 30 November."""
    return f"date: 2026-11-30\ntherapist: {by}\n{text}"


def test_what_was_recorded_and_corrected(practice: Practice) -> None:
    """Visits by number, late entries with their day, corrections of a day once and by whom."""
    assessment = "date: 2026-11-23\ntherapist: rivera\nreason: back\n"
    practice.say(f"assessment 2026-11-23 {JD}", JD, "2026-11-23-assessment.yaml", assessment, day="2026-11-25")
    practice.say(f"session 2026-11-23 {JD}", JD, "2026-11-23-session.yaml", "date: 2026-11-23\n", day="2026-11-23")
    practice.say(f"session 2026-11-30 {JD}", JD, VISIT, visit())
    practice.say(f"correct session 2026-11-30 {JD}", JD, VISIT, visit("said: a\n"), day="2026-12-01")
    practice.say("a typo", JD, VISIT, visit("said: b\n"), day="2026-12-01")
    practice.say(f"correct session 2026-11-30 {JD}", JD, VISIT, visit("said: c\n"), "Ben Okafor", "2026-12-03")
    practice.say(f"correct client {JD}", JD, "client.yaml", "name: Jane Roe\n", day="2026-12-04")
    missed = "date: 2026-12-07\nattended: missed\n"
    practice.say(f"session 2026-12-07 {JD}", JD, "2026-12-07-session.yaml", missed, "Ben Okafor", "2026-12-07")
    assert practice.log("jane") == [
        "2026-11-23  client jd-7k2m by Ana Rivera; corrected 2026-12-04",
        "2026-11-23  assessment by Ana Rivera; written 2026-11-25",
        "2026-11-23  visit 1 by Ana Rivera",
        "2026-11-30  visit 2 by Ana Rivera; corrected 2026-12-01; corrected 2026-12-03 by Ben Okafor",
        "2026-12-07  session (missed) by Ben Okafor",
    ]


def test_what_was_taken_back(practice: Practice) -> None:
    """An undone correction is told as undone, an undone record stays in the log, and so does a dropped one."""
    practice.say(f"session 2026-11-30 {JD}", JD, VISIT, visit("visit: 4\n"))
    practice.say(f"correct session 2026-11-30 {JD}", JD, VISIT, visit(), day="2026-12-01")
    practice.say(f"undo correct session 2026-11-30 {JD}", JD, VISIT, visit("visit: 4\n"), day="2026-12-01")
    assert practice.log()[1:] == ["2026-11-30  visit 4 by Ana Rivera; corrected 2026-12-01 (undone)"]
    practice.say(f"drop session 2026-11-30 {JD}", JD, VISIT, None, day="2026-12-02")
    practice.say(f"session 2026-11-30 {JD}", JD, VISIT, visit(by="okafor"), day="2026-12-02")
    practice.say(f"undo session 2026-11-30 {JD}", JD, VISIT, None, day="2026-12-02")
    assert practice.log()[1:] == [
        "2026-11-30  visit 4 by Ana Rivera; corrected 2026-12-01 (undone); dropped 2026-12-02",
        "2026-11-30  session by Ben Okafor; written 2026-12-02 by Ana Rivera; undone 2026-12-02 by Ana Rivera",
    ]


def test_a_moved_record_brings_its_history(practice: Practice) -> None:
    """Told in both folders by codes, never with the other's name; through two moves."""
    practice.say(f"client {MN}", MN, "client.yaml", "name: Marek Novak\n", day="2026-11-23")
    practice.say("client ab-0001", "ab-0001", "client.yaml", "name: Alma Bo\n", day="2026-11-23")
    practice.say(f"session 2026-11-30 {JD}", JD, VISIT, visit(), day="2026-11-30")
    practice.say(f"correct session 2026-11-30 {JD}", JD, VISIT, visit("said: a\n"), "Ben Okafor", "2026-12-01")
    practice.write(JD, VISIT, None)
    practice.say(f"move session 2026-11-30 {JD} to {MN}", MN, VISIT, visit("said: a\n"), day="2026-12-02")
    practice.write(MN, VISIT, None)
    practice.say(f"move session 2026-11-30 {MN} to ab-0001", "ab-0001", VISIT, visit("said: a\n"), day="2026-12-03")
    assert practice.log()[1:] == [
        "2026-11-30  session by Ana Rivera; corrected 2026-12-01 by Ben Okafor; moved to mn-4t7q 2026-12-02",
    ]
    assert practice.log("alma")[1:] == [
        "2026-11-30  visit 1 by Ana Rivera; corrected 2026-12-01 by Ben Okafor; "
        "moved from jd-7k2m 2026-12-02; moved from mn-4t7q 2026-12-03",
    ]


def test_what_git_does_not_have_yet(practice: Practice) -> None:
    """New, changed and removed files of the folder; also where nothing was ever committed."""
    practice.say(f"session 2026-11-30 {JD}", JD, VISIT, visit())
    practice.say("plan", JD, "2026-11-30-plan.yaml", "date: 2026-11-30\ntherapist: rivera\n")
    practice.write(JD, VISIT, visit("said: more\n"))
    practice.write(JD, "2026-11-30-plan.yaml", None)
    practice.write(JD, "2026-12-07-session.yaml", "date: 2026-12-07\ntherapist: okafor\n")
    practice.write(JD, "day-28-plan.yaml", "when: [broken\n")
    assert practice.log()[1:] == [
        "2026-11-30  plan by Ana Rivera; removed here, not saved yet",
        "2026-11-30  visit 1 by Ana Rivera; not saved yet",
        "2026-12-07  visit 2 by Ben Okafor; not saved yet",
        "day-28      plan; not saved yet",
    ]
    shutil.rmtree(practice.top / ".git")
    practice.git("init", "-q")
    assert practice.log()[0] == "-           client jd-7k2m; not saved yet"


def test_a_merge_tells_nothing_twice(practice: Practice) -> None:
    """Two clones, each with its records; what only the merge itself settled is a correction."""
    practice.git("checkout", "-q", "-b", "ben")
    practice.say(f"session 2026-11-30 {JD}", JD, VISIT, visit(by="okafor"), "Ben Okafor")
    practice.say(f"correct client {JD}", JD, "client.yaml", "name: J\n", "Ben Okafor", "2026-12-01")
    practice.say(f"undo correct client {JD}", JD, "client.yaml", "name: Jane Doe\n", "Ben Okafor", "2026-12-01")
    practice.git("checkout", "-q", "main")
    practice.say(f"session 2026-12-01 {JD}", JD, "2026-12-01-session.yaml", "date: 2026-12-01\n", day="2026-12-01")
    practice.git("merge", "-q", "--no-ff", "-m", "merge", "ben", day="2026-12-02")
    assert practice.log() == [
        "2026-11-23  client jd-7k2m by Ana Rivera; corrected 2026-12-01 by Ben Okafor (undone)",
        "2026-11-30  visit 1 by Ben Okafor",
        "2026-12-01  visit 2 by Ana Rivera",
    ]
    practice.git("merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "ben~1")
    practice.say("settled", JD, VISIT, visit("said: both\n", "okafor"), "Ben Okafor", "2026-12-05")
    assert practice.log()[1] == "2026-11-30  visit 1 by Ben Okafor; corrected 2026-12-05"


def test_a_client_who_is_gone_is_found_by_the_whole_code(practice: Practice) -> None:
    """And a hostile author cannot write on the terminal."""
    practice.say(f"session 2026-11-30 {JD}", JD, VISIT, "date: 2026-11-30\n", by="A\x1b[2Jna")
    practice.write(JD, VISIT, None)
    practice.say("all gone", JD, "client.yaml", None, day="2026-12-09")
    (practice.root / "clients" / JD).rmdir()
    assert practice.log() == [
        "2026-11-23  client jd-7k2m by Ana Rivera; removed 2026-12-09",
        "2026-11-30  session by A\\u001b[2Jna; removed 2026-12-09 by Ana Rivera",
    ]
    with pytest.raises(UsageError):
        practice.log("jd-7k")


def test_json_has_every_commit(practice: Practice) -> None:
    """Each event with its day, author and commit."""
    practice.say(f"session 2026-11-30 {JD}", JD, VISIT, visit())
    practice.say(f"correct session 2026-11-30 {JD}", JD, VISIT, visit("said: a\n"), "Ben Okafor", "2026-12-01")
    practice.write(JD, "day-28-plan.yaml", "when: day 28\n")
    client, session, plan = json.loads(as_json(log(practice.root, JD)))
    assert (client["record"], client["kind"], client["date"], client["by"]) == ("client", "client", None, "Ana Rivera")
    newest = practice.git("rev-parse", "HEAD").strip()
    assert [session[k] for k in ("record", "kind", "date", "visit", "by")] == [
        "2026-11-30-session", "session", "2026-11-30", "1", "Ana Rivera",
    ]  # fmt: skip
    assert [e["what"] for e in session["events"]] == ["recorded", "corrected"]
    assert session["events"][1] == {"what": "corrected", "day": "2026-12-01", "by": "Ben Okafor", "commit": newest}
    assert plan["events"] == [{"what": "not saved yet", "day": None, "by": None, "commit": None}]


def test_without_git_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NotReadable, match="This needs git, but"):
        log(tmp_path, JD)


def test_a_commit_that_says_it_is_about_another_client_hides_nothing(practice: Practice) -> None:
    """Somebody amended one of ours by hand: a step that is missing is looked for in all commits."""
    practice.say(f"session 2026-11-30 {JD}", JD, VISIT, visit())
    practice.say(f"session 2026-11-30 {MN}", JD, VISIT, visit("said: a\n"), day="2026-12-01")
    assert practice.log()[1] == "2026-11-30  visit 1 by Ana Rivera; corrected 2026-12-01"
    practice.say(f"correct session 2026-11-30 {JD}", JD, VISIT, visit("said: b\n"), day="2026-12-02")
    assert practice.log()[1] == "2026-11-30  visit 1 by Ana Rivera; corrected 2026-12-01; corrected 2026-12-02"
    practice.say(f"session 2026-12-03 {MN}", JD, VISIT, None, day="2026-12-03")
    assert practice.log()[1].endswith("corrected 2026-12-02; removed 2026-12-03")
