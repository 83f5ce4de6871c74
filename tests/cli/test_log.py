"""`mplan log` and `mplan show --at` as a user types them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from massageplan.cli.app import run

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
Said = tuple[int, str, str]
SESSION = "clients/mn-4t7q/2026-08-25-session.yaml"


@pytest.fixture
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented practice: on 2 September as it is but for a visit, which is recorded on the 5th."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    root = Path(shutil.copytree(RIVERSIDE, tmp_path.resolve() / "riverside"))
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "reset", "-q", SESSION)
    git(root, "commit", "-q", "-m", "start", day="2026-09-02")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "session 2026-08-25 mn-4t7q", day="2026-09-05")
    return root


def git(root: Path, *arguments: str, day: str = "2026-11-30") -> str:
    """Git at noon of a day."""
    facts = {"NAME": "Ana Rivera", "EMAIL": "a@b.example", "DATE": f"{day}T12:00:00"}
    who = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in facts.items()}
    clean = {"PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", **who}
    command = [shutil.which("git") or "git", *arguments]
    return subprocess.run(command, cwd=root, env=clean, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def mplan(practice: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs one command line in the practice; gives exit code, standard output and standard error."""

    def call(*arguments: str) -> Said:
        code = run([*arguments, "--practice", str(practice)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        ("changed-because: none\n", "5 of 8 planned visits kept, week 5"),
        ("changed-because: slower\nvisits: {planned: 3}\n",
         "1 of 3 planned visits kept since the plan of 2026-09-29 (5 in all; the next is visit 6), week 5"),
        ("", "5 visits kept, week 5"),
    ],
)  # fmt: skip
def test_show_counts_visits_against_the_plan_that_names_them(
    mplan: Callable[..., Said], practice: Path, plan: str, says: str
) -> None:
    """A change that names visits counts anew, one that names none does not, and a new plan may name none."""
    file = practice / "clients" / "jd-7k2m" / "2026-09-29-plan.yaml"
    file.write_text(f"date: 2026-09-29\ngoals: unknown\n{plan}", encoding="utf-8")
    assert f"Now: {says}\n" in mplan("show", "jane", "--practice", practice, "--today", "2026-10-06")[1]


def test_show_says_which_grave_sign_is_open(mplan: Callable[..., Said], practice: Path) -> None:
    """Until somebody has cleared it; another that is no is not told."""
    file = practice / "clients" / "jd-7k2m" / "2026-10-04-history.yaml"
    file.write_text("date: 2026-10-04\nscreening: {fever: yes, dvt: no}\n", encoding="utf-8")
    told = "Open warning sign: Fever or falling ill (yes on 2026-10-04), not cleared"
    assert told in mplan("show", "jane", "--practice", practice, "--today", "2026-10-06")[1]
    file.write_text("date: 2026-10-04\nscreening: {fever: {answer: yes, cleared: Dr Lee}}\n", encoding="utf-8")
    assert "Open warning sign" not in mplan("show", "jane", "--practice", practice, "--today", "2026-10-06")[1]


def test_show_as_of_a_day(mplan: Callable[..., Said], practice: Path) -> None:
    """The chart, the figures and the list as they were, and which commit says so."""
    first = git(practice, "rev-list", "--max-parents=0", "HEAD").strip()
    code, before, said = mplan("show", "marek", "--at", "2026-09-03")
    assert (code, said) == (0, f"as of 2026-09-03 (commit {first[:7]})\n")
    assert "7 of 8 planned visits kept" in before
    assert "2026-08-25  session" not in before
    assert "2026-08-25  session, visit 8\n" in mplan("show", "marek", "--at", "2026-09-05")[1]
    rows = [json.loads(mplan("show", "marek", "--json", *at)[1]) for at in (["--at", "2026-09-03"], [])]
    assert len(rows[0]) < len(rows[1])
    assert all(mplan("show", "marek", form, "--at", "2026-09-03")[0] == 0 for form in ("--csv", "--measures"))
    assert "mn-4t7q" in mplan("show", "--at", "2026-09-03")[1]
    assert mplan("show", "--at", "2026-09-03", "--json")[1] == mplan("show", "--json")[1]


def test_clients_are_found_by_the_name_they_had(mplan: Callable[..., Said], practice: Path) -> None:
    """Also one whose folder is gone today."""
    shutil.rmtree(practice / "clients" / "mn-4t7q")
    assert mplan("show", "marek")[0] == 2
    assert "Marek Novak" in mplan("show", "marek", "--at", "2026-09-05")[1]


@pytest.mark.parametrize(
    ("day", "code", "says"),
    [
        ("2026-09-01", 3, "Nothing was committed here as early as 2026-09-01."),
        ("0001-01-01", 3, "Nothing was committed here as early as 0001-01-01."),
        ("9999-12-31", 0, "as of 9999-12-31 (commit "),
        ("soon", 2, "--at 'soon' is not a date."),
        ("2026-02-30", 2, "write it like 2026-11-30"),
    ],
)
def test_days_that_git_does_not_have(mplan: Callable[..., Said], day: str, code: int, says: str) -> None:
    """A sentence each, never a traceback."""
    got, _, said = mplan("show", "marek", "--at", day)
    assert (got, says in said) == (code, True)


def test_a_practice_that_could_not_be_read_then(mplan: Callable[..., Said], practice: Path) -> None:
    """The sentence says of which day it speaks."""
    (practice / "practice.yaml").write_text("name: lost\n")
    git(practice, "commit", "-q", "-a", "-m", "slip", day="2026-09-07")
    code, _, said = mplan("show", "marek", "--at", "2026-09-08")
    assert code == 3
    assert said.startswith("mplan: As of 2026-09-08 (commit ")
    assert said.endswith("look at another day\n")


def test_without_git_both_say_so(mplan: Callable[..., Said], practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 3, and what to do."""
    shutil.rmtree(practice / ".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(practice.parent))
    for arguments in (["show", "marek", "--at", "2026-09-03"], ["log", "marek"]):
        code, out, said = mplan(*arguments)
        assert (code, out) == (3, "")
        assert said == (
            "mplan: This needs git, but the practice is not under version control.\n       set it up with: mplan init\n"
        )


def test_log_as_text_and_json(mplan: Callable[..., Said]) -> None:
    """A line a record, or an object."""
    code, out, said = mplan("log", "marek")
    assert (code, said) == (0, "")
    assert "2026-08-25  visit 8 by Ana Rivera; written 2026-09-05\n" in out
    told = json.loads(mplan("log", "marek", "--json")[1])
    assert len(told) == len(out.splitlines())
    assert mplan("log", "nobody")[0] == 2
