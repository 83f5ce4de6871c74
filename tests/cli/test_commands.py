"""The commands as a user types them: what they print, where, and how they end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from massageplan.cli.app import run

EXAMPLES = Path(__file__).parents[2] / "examples"
RIVERSIDE = str(EXAMPLES / "riverside")
LATER = "2026-11-26"

Said = tuple[int, str, str]


@pytest.fixture
def mplan(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs one command line; gives exit code, standard output and standard error."""

    def call(*arguments: str) -> Said:
        code = run(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    """A copy of the invented practice to spoil."""
    return Path(shutil.copytree(RIVERSIDE, tmp_path / "riverside"))


def test_help_lists_every_command_and_imports_nothing_heavy() -> None:
    """The first page costs no YAML, no templates, no validator."""
    code = "import sys; from massageplan.cli.app import run; run(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(
        name in done.stdout for name in ("demo", "init", "check", "show", "handout", "library", "explain", "schema")
    )
    assert not {"yaml", "jinja2", "markdown", "jsonschema", "jsonschema_rs", "rich"} & set(done.stderr.split())


def test_the_version_is_said_before_the_command_line_is_loaded() -> None:
    """The fast way: typer is not imported."""
    code = (
        "import sys; sys.argv = ['mplan', '--version']; from massageplan.cli.main import main; main();"
        "assert 'typer' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("mplan ")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["handuot"], 2, "Did you mean 'handout'?"),
        (["check", "--practice", "/nowhere"], 3, "there is no practice.yaml in it"),
        (["check", "--practice", RIVERSIDE, "--format", "jsn"], 2, "did you mean json?"),
        (["check", "--practice", RIVERSIDE, "--today", "soon"], 2, "write it like 2026-11-30"),
        (["show", "nobody", "--practice", RIVERSIDE], 2, "No client has 'nobody'"),
        (["show", "a", "--practice", RIVERSIDE], 2, "say which"),
        (["show", "--measures", "--practice", RIVERSIDE], 2, "for one client"),
        (["handout", "jane", "--practice", RIVERSIDE, "--to", "docx"], 2, "one of: html, md, pdf, ics"),
        (["handout", "jane", "--practice", RIVERSIDE, "--today", "2020-01-01"], 2, "has no plan"),
        (["handout", "jane", "--practice", RIVERSIDE, "--next-visit", "soon"], 2, "is not a date"),
        (["handout", "jane", "--practice", RIVERSIDE, "--out", "/nowhere/x.html"], 2, "There is no folder"),
        (["explain", "coma-split"], 2, "did you mean comma-split?"),
        (["schema", "sesion"], 2, "did you mean session?"),
        (["library", "show", "glute-brige"], 2, "did you mean glute-bridge?"),
        (["library", "list", "exercices"], 2, "did you mean exercises?"),
    ],
    ids=lambda v: " ".join(v[:3]) if isinstance(v, list) else None,
)
def test_a_slip_gets_one_sentence_and_its_exit_code(
    mplan: Callable[..., Said], arguments: list[str], code: int, says: str
) -> None:
    """On standard error, nothing on standard output, never a traceback."""
    ended, out, err = mplan(*arguments)
    assert (ended, out) == (code, "")
    assert says in err
    assert "Traceback" not in err


def test_check_ends_with_1_on_errors_and_with_strict_on_warnings(mplan: Callable[..., Said], practice: Path) -> None:
    """Warnings alone are no failure."""
    place = ["--practice", str(practice), "--today", LATER]
    assert mplan("check", *place)[0] == 0
    record = practice / "clients" / "jd-7k2m" / "2026-10-06-session.yaml"
    record.write_text("date: 2026-10-06\nmeasures: {rom/lumbar-flexion: 580}\n", encoding="utf-8")
    assert mplan("check", *place)[0] == 0
    assert mplan("check", "--strict", *place)[0] == 1
    record.write_text("date: 2026-10-06\ntherapist: riviera\n", encoding="utf-8")
    code, out, _ = mplan("check", "jane", *place)
    assert code == 1
    assert "did you mean rivera?" in out
    assert "therapist: riviera" not in out  # record text is shown on a terminal only


def test_check_speaks_to_programs(mplan: Callable[..., Said], practice: Path) -> None:
    """JSON and annotations hold place, name and sentence, never the record's text."""
    record = practice / "clients" / "jd-7k2m" / "2026-10-06-session.yaml"
    record.write_text("date: 2026-10-06\nsaid: Secret words.\ntherapist: riviera\n", encoding="utf-8")
    place = ["--practice", str(practice), "--today", LATER]
    (row,) = json.loads(mplan("check", "--json", *place)[1])
    assert (row["name"], row["line"], row["column"], row["severity"]) == ("unknown-therapist", 3, 12, "error")
    annotated = mplan("check", "--format", "github", *place)[1]
    assert annotated.startswith("::error file=clients/jd-7k2m/2026-10-06-session.yaml,line=3,col=12,")
    assert "Secret" not in json.dumps(row) + annotated


def test_show_as_text_json_and_csv(mplan: Callable[..., Said]) -> None:
    """The chart to read, rows for programs with value as written and number, cells for a spreadsheet."""
    chart = mplan("show", "marek", "--practice", RIVERSIDE, "--today", LATER)[1]
    assert "Marek Novak" in chart
    assert "8 of 8 planned visits kept, discharged 2026-08-25" in chart
    rows = json.loads(mplan("show", "marek", "--json", "--practice", RIVERSIDE)[1])
    leg = next(r for r in rows if r["address"] == "rom/straight-leg-raise" and r["side"] == "left")
    assert (leg["value"], leg["number"], leg["means"]) == ("75 negative", 75, "negative")
    head, first, *_ = mplan("show", "marek", "--csv", "--practice", RIVERSIDE)[1].splitlines()
    assert head.startswith("when,at,address,side,value,number")
    assert "'" not in first


def test_handout_prints_its_path_and_writes_for_the_owner_alone(mplan: Callable[..., Said], practice: Path) -> None:
    """Under out/ of the practice, or where told, or to standard output."""
    place = ["--practice", str(practice), "--today", "2026-09-07"]
    code, out, _ = mplan("handout", "jane", *place)
    path = Path(out.strip())
    assert code == 0
    assert path.parent == practice / "out" / "jd-7k2m"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert mplan("handout", "jane", *place, "--to", "md", "--out", "-")[1].startswith("# Home plan for Jane")


def test_a_line_without_a_known_exercise_does_not_go_home_unseen(mplan: Callable[..., Said], practice: Path) -> None:
    """Refused with the reason; printed only when told."""
    plan = practice / "clients" / "jd-7k2m" / "2026-09-07-plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("do: pelvic-tilt", "do: pelvic-tlit"), encoding="utf-8")
    place = ["--practice", str(practice), "--today", "2026-09-07", "--out", "-"]
    code, out, err = mplan("handout", "jane", *place)
    assert (code, out) == (1, "")
    assert "There is no exercise pelvic-tlit" in err
    assert mplan("handout", "jane", *place, "--anyway")[0] == 0


def test_init_makes_a_practice_that_has_nothing_to_settle(mplan: Callable[..., Said], tmp_path: Path) -> None:
    """Without a terminal the two needed answers are options; a second init changes nothing."""
    folder = str(tmp_path / "quiet")
    assert mplan("init", folder)[0] == 2
    code, out, _ = mplan("init", folder, "--name", "Quiet: Hands", "--therapist", "Jo #1 Lee", "--paper", "a4")
    assert code == 0
    assert "practice.yaml" in out
    assert mplan("check", "--practice", folder, "--today", LATER)[:2] == (
        0,
        "ok: nothing to settle  in 0 clients, 0 records\n",
    )
    settings = json.loads((tmp_path / "quiet" / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert all((tmp_path / "quiet" / schema).is_file() for schema in settings["yaml.schemas"])
    assert mplan("init", folder, "--name", "x", "--therapist", "y")[0] == 3


def test_demo_makes_a_handout_and_never_overwrites(
    mplan: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice in one place gives two folders; a folder that holds something is refused."""
    monkeypatch.chdir(tmp_path)
    for name in ("mplan-demo", "mplan-demo-2"):
        code, out, _ = mplan("demo")
        path = Path(next(line for line in out.splitlines() if line.startswith("handout")).split(None, 1)[1])
        assert code == 0
        assert path.is_file()
        assert path.is_relative_to(tmp_path / name)
    assert mplan("demo", "mplan-demo")[0] == 3


def test_explain_schema_and_library(mplan: Callable[..., Said]) -> None:
    """Each lists what it has, and shows one."""
    assert "comma-split" in mplan("explain")[1]
    assert "Why" in mplan("explain", "comma-split")[1]
    assert "session" in mplan("schema")[1].split()
    assert json.loads(mplan("schema", "plan")[1])["title"] == "Plan"
    assert "glute-bridge" in mplan("library", "list", "exercise", "--find", "bridge")[1]
    shown = mplan("library", "show", "lumbar-flexion")[1]
    assert "not verified" in shown
    assert "sources" in shown


def test_a_closed_pipe_is_no_traceback() -> None:
    """`mplan explain | head -1`."""
    command = f"{sys.executable} -m massageplan explain | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_is_closed_is_no_bug(practice: Path, closed: str) -> None:
    """Nothing can be read from it, and what is printed goes nowhere."""
    mplan = f"{sys.executable} -m massageplan"
    for command in (f"{mplan} note jane", f"{mplan} session jane", f"{mplan} show", f"{mplan} check jane"):
        done = subprocess.run(
            f"{command} --practice {practice} --today {LATER} < /dev/null {closed}", shell=True,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode in (0, 1, 2)
        assert "Traceback" not in done.stderr


def test_a_name_of_two_lines_stays_in_its_line(mplan: Callable[..., Said], practice: Path) -> None:
    """Nobody's name can forge another client in the list."""
    client = practice / "clients" / "jd-7k2m" / "client.yaml"
    client.write_text('name: "Jane\\nxx-0000  -  Nobody"\n', encoding="utf-8")
    out = mplan("show", "--practice", str(practice))[1]
    assert len(out.splitlines()) == 4
    assert "Jane\\nxx-0000" in out


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_record_has_a_day_of_our_time(mplan: Callable[..., Said], practice: Path, day: str) -> None:
    """Said before anybody is asked."""
    code, _, err = mplan("session", "jane", "--date", day, "--practice", str(practice))
    assert (code, f"--date {day} is no day a record can be of" in err) == (2, True)
