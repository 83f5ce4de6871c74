"""Git as people have it: their staged changes, settings, larger repositories and hooks are respected."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from gitpractice import FIRST, JD, MN, SAID, VISIT, Practice, clean_environment, in_process, make

from massageplan.store.around import remedy

if TYPE_CHECKING:
    from collections.abc import Callable

NEW = f"clients/{JD}/2026-03-09-session.yaml"
COMMITTED = f"session 2026-03-09 {JD}"
BROKEN = "date: 2026-03-01\nmeasures: {pain: [}\n"


def visit(practice: Practice, code: int = 0) -> str:
    """A visit recorded; gives what was said of it."""
    ran = in_process(["session", JD, "--from", "-"], practice, SAID)
    assert ran.code == code, ran
    assert practice.sessions[-1] == NEW or NEW in practice.sessions
    return ran.err


def test_what_the_user_has_staged_stays_staged(practice: Practice) -> None:
    """A changed record, a new file, a removal: all of it as it was, none of it in our commits."""
    practice.write(f"clients/{MN}/2026-03-01-session.yaml", "date: 2026-03-01\n")
    practice.write("notes.txt", "mine")
    practice.git("add", "-A")
    practice.git("commit", "-q", "-m", "more")
    practice.write(VISIT, FIRST + "next: staged\n")
    practice.write("new.txt", "mine")
    practice.git("rm", "-q", "notes.txt")
    practice.git("add", "-A")
    practice.write(VISIT, FIRST + "next: not staged\n")
    staged = practice.git("diff", "--cached", "--no-renames")
    steps = (["move", MN, "--to", JD], ["undo"], ["drop", MN, "--why", "twice"], ["undo"])
    before = practice.git("rev-parse", "HEAD").strip()
    visit(practice)
    for arguments in steps:
        ran = in_process(arguments, practice)
        assert ran.code == 0, ran
    assert practice.git("diff", "--cached", "--no-renames") == staged
    assert practice.git("log", "--format=", "--no-renames", "--name-only", f"{before}..").split() == [
        f"clients/{MN}/2026-03-01-session.yaml", f"clients/{MN}/2026-03-09-amendment.yaml",
        f"clients/{MN}/2026-03-01-session.yaml", f"clients/{MN}/2026-03-09-amendment.yaml",
        f"clients/{JD}/2026-03-01-session.yaml", f"clients/{MN}/2026-03-01-session.yaml",
        f"clients/{JD}/2026-03-01-session.yaml", f"clients/{MN}/2026-03-01-session.yaml", NEW,
    ]  # fmt: skip


def test_a_practice_inside_a_larger_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the practice is committed, saved, checked by hooks, undone."""
    clean_environment(tmp_path, monkeypatch)
    top = tmp_path.resolve() / "top"
    practice = make(top / "my practice" / "river", top)
    Practice(top).write("elsewhere.txt", "x")
    Practice(top).write("clients/other.yaml", BROKEN)
    practice.write(f"clients/{MN}/2026-03-01-session.yaml", "date: 2026-03-01\n")
    visit(practice)
    assert in_process(["save"], practice).out == f"saved: session 2026-03-01 {MN}\n"
    inside = "my practice/river/clients"
    files = practice.git("log", "--format=", "--name-only", "-2").splitlines()
    assert [f for f in files if f] == [f"{inside}/{MN}/2026-03-01-session.yaml", f"my practice/river/{NEW}"]
    for subject in (f"session 2026-03-01 {MN}", COMMITTED):
        assert in_process(["undo"], practice).out == f"undone: {subject}\n"
    assert practice.sessions == [VISIT]
    assert practice.unsaved == ["?? clients/other.yaml", "?? elsewhere.txt"]
    assert practice.init().code == 0
    practice.git("add", "-A", str(top))
    assert "pre-commit" not in practice.git("commit", "-q", "-m", "hand")
    practice.write(NEW, BROKEN)
    practice.git("add", "-A")
    assert "not committed" in practice.git("commit", "-q", "-m", "hand", may=(1,))


def test_variables_that_lead_elsewhere(practice: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a hook of another repository, or a shell left in a strange state."""
    other = make(tmp_path / "other")
    for name, value in (
        ("GIT_DIR", other.root / ".git"), ("GIT_WORK_TREE", other.root), ("GIT_INDEX_FILE", other.root / ".git/index"),
        ("GIT_AUTHOR_NAME", "Mallory"), ("GIT_OBJECT_DIRECTORY", other.root / ".git/objects"),
    ):  # fmt: skip
        monkeypatch.setenv(name, str(value))
    visit(practice)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_AUTHOR_NAME", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.delenv(name)
    assert practice.subjects("--author=Ana Rivera") == [COMMITTED]
    practice.assert_sound()
    other.assert_sound()
    assert other.subjects() == ["begin"]


def test_without_git(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not installed: written and said, not dropped; no repository: the same, with another advice."""
    path = os.environ["PATH"]
    monkeypatch.setenv("PATH", "/nowhere")
    assert "written, but not committed: git is not installed here" in visit(practice)
    ran = in_process(["drop", JD, "2026-03-02", "--why", "x"], practice)
    assert (ran.code, VISIT in practice.records, "would be lost" in ran.err) == (3, True, True)
    for verb in ("undo", "save"):
        assert in_process([verb], practice).code == 3
    monkeypatch.setenv("PATH", path)
    assert in_process(["save"], practice).out == f"saved: {COMMITTED}\n"
    practice.assert_sound()
    shutil.rmtree(practice.root / ".git")
    (practice.root / NEW).unlink()
    assert "not under version control (set it up with: mplan init)" in visit(practice)
    ran = in_process(["move", JD, "--to", MN], practice)
    assert (ran.code, NEW in practice.records) == (0, False)


def test_before_the_first_commit_and_off_any_branch(practice: Practice) -> None:
    """An unborn branch, and a commit looked at by itself."""
    practice.git("checkout", "-q", "--detach")
    visit(practice)
    assert practice.subjects() == [COMMITTED, "begin"]
    assert practice.subjects("main") == ["begin"]
    practice.assert_sound()
    shutil.rmtree(practice.root / ".git")
    (practice.root / NEW).unlink()
    practice.git("init", "-q", "-b", "main")
    assert in_process(["undo"], practice).code == 3
    visit(practice)
    assert practice.subjects() == [COMMITTED]
    assert in_process(["save"], practice).code == 0
    practice.assert_sound()
    for _ in range(6):
        in_process(["undo"], practice)
    assert VISIT in practice.records or f"undo session 2026-03-02 {JD}" in practice.subjects()


def test_a_work_tree(practice: Practice, tmp_path: Path) -> None:
    """Its own branch, index and locks; a dead writer's locks there are cleared."""
    practice.git("worktree", "add", "-q", str(tmp_path / "tree"), "-b", "side")
    tree = Practice(tmp_path.resolve() / "tree")
    visit(tree)
    assert tree.subjects("side") == [COMMITTED, "begin"]
    assert practice.subjects("main") == ["begin"]
    (tree.root / ".mplan/lock").write_text("in git\n")
    folder = practice.root / ".git/worktrees/tree"
    locks = [folder / "index.lock", folder / "HEAD.lock", practice.root / ".git/refs/heads/side.lock"]
    for lock in locks:
        lock.touch()
    assert in_process(["undo"], tree).code == 0
    assert [lock for lock in locks if lock.exists()] == []
    assert tree.unsaved == []


def test_settings_of_the_user(practice: Practice) -> None:
    """None of them changes what is committed; hooks are for commits by hand alone."""
    hooks = practice.root / ".git" / "mine"
    hooks.mkdir()
    for name in ("pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "reference-transaction"):
        (hooks / name).write_text("#!/bin/sh\necho no >&2; exit 1\n")
        (hooks / name).chmod(0o755)
    for setting in (
        "commit.gpgsign=false", "core.autocrlf=true", f"core.hooksPath={hooks}", "status.showUntrackedFiles=no",
        "core.quotePath=true", "status.relativePaths=true", "log.showSignature=true", "color.ui=always",
        "commit.verbose=true", "commit.cleanup=scissors", "core.commentChar=s", "diff.noprefix=true",
        "core.ignoreCase=true", "user.useConfigOnly=true", "core.fsmonitor=/bin/false", "format.pretty=%B",
    ):  # fmt: skip
        practice.git("config", *setting.split("=", 1))
    visit(practice)
    practice.write(f"clients/{MN}/2026-03-01-session.yaml", "date: 2026-03-01\r\nsaid: x")
    assert in_process(["save"], practice).out == f"saved: session 2026-03-01 {MN}\n"
    size = practice.git("cat-file", "-s", f"HEAD:clients/{MN}/2026-03-01-session.yaml")
    assert int(size) == len(practice.records[f"clients/{MN}/2026-03-01-session.yaml"])
    assert in_process(["undo"], practice).code == 0
    practice.write(VISIT, FIRST + "next: x\n")
    assert "no" in practice.git("commit", "-q", "-a", "-m", "hand", may=(1,))
    practice.git("config", "--unset", "core.hooksPath")
    practice.git("config", "--unset", "core.fsmonitor")
    assert practice.git("log", "--format=%s").splitlines()[1:] == [f"session 2026-03-01 {MN}", COMMITTED, "begin"]


@pytest.fixture
def hooked(practice: Practice) -> Practice:
    """Set up by mplan init."""
    ran = practice.init()
    assert ran.code == 0, ran
    assert "this machine is set up, for Ana Rivera" in ran.err
    return practice


def test_a_broken_record_is_not_committed_by_hand(hooked: Practice) -> None:
    """Place and sentence are told; --no-verify passes; what is committed is judged, not what lies in the folder."""
    hooked.write(NEW, "date: 2026-03-09\nsaid: fine\n")
    hooked.write(VISIT, BROKEN)
    hooked.git("add", "-A")
    said = hooked.git("commit", "-q", "-m", "hand", may=(1,))
    assert f"{VISIT}:2:" in said
    assert "git commit --no-verify" in said
    assert hooked.git("commit", "-q", "-m", "good alone", NEW) == ""
    assert f"{VISIT}:2:" in hooked.git("commit", "-q", "-m", "bad alone", VISIT, may=(1,))
    hooked.write(VISIT, FIRST + "next: mended, not staged\n")
    assert f"{VISIT}:2:" in hooked.git("commit", "-q", "-m", "as staged", may=(1,))
    assert hooked.git("commit", "-q", "-a", "-m", "all") == ""
    hooked.write(VISIT, BROKEN)
    assert hooked.git("commit", "-q", "-a", "--no-verify", "-m", "anyway") == ""
    assert hooked.subjects() == ["anyway", "all", "good alone", "begin"]
    hooked.write("notes.txt", "x")
    hooked.git("add", "notes.txt")
    assert hooked.git("commit", "-q", "-m", "not of ours") == ""


def edited(practice: Practice, name: str, change: Callable[[str], str]) -> None:
    """A hook rewritten."""
    path = practice.root / ".git/hooks" / name
    path.write_text(change(path.read_text()))
    path.chmod(0o755)


def test_a_hook_whose_python_is_gone_says_so(hooked: Practice) -> None:
    """And what to do; mplan init mends it; hooks of somebody else stay."""
    for name in ("pre-commit", "pre-push"):
        edited(hooked, name, lambda text: text.replace(sys.executable, "/gone/python"))
    hooked.write(VISIT, FIRST + "next: x\n")
    said = hooked.git("commit", "-q", "-a", "-m", "hand", may=(1,))
    assert "mplan: /gone/python is gone, which this hook needs; run mplan init in the practice" in said
    assert hooked.init().code == 0
    assert hooked.git("commit", "-q", "-a", "-m", "hand") == ""
    edited(hooked, "pre-push", lambda _: "#!/bin/sh\nexit 0\n")
    ran = hooked.init()
    assert (ran.code, "hooks of somebody else's for pre-push" in ran.err) == (0, True)
    assert (hooked.root / ".git/hooks/pre-push").read_text() == "#!/bin/sh\nexit 0\n"


def test_hooks_of_all_repositories_are_left_alone(practice: Practice, tmp_path: Path) -> None:
    """Where git looks for hooks outside the repository, ours would judge what is none of theirs."""
    everywhere = tmp_path / "hooks"
    everywhere.mkdir()
    practice.git("config", "core.hooksPath", str(everywhere))
    ran = practice.init()
    assert (ran.code, "records are not checked" in ran.err) == (0, True)
    assert list(everywhere.iterdir()) == []


def _made_repository(top: Path) -> Practice:
    """A folder made a repository, all of it committed."""
    whole = Practice(top)
    whole.git("init", "-q", "-b", "main")
    whole.git("config", "user.name", "Top")
    whole.git("config", "user.email", "top@example.org")
    whole.git("add", "-A")
    whole.git("commit", "-q", "-m", "begin")
    return whole


def test_two_practices_of_one_repository_are_both_checked(practice: Practice, tmp_path: Path) -> None:
    """One hook serves both; what is said names the file of the one that is wrong."""
    top = tmp_path / "top"
    for name in ("one", "two"):
        shutil.copytree(practice.root, top / name, ignore=shutil.ignore_patterns(".git", ".mplan"))
    whole = _made_repository(top)
    for name in ("one", "two"):
        ran = Practice(top / name).init()
        assert (ran.code, f"a folder of the repository {top}" in ran.err) == (0, True)
    whole.git("add", "-A")
    whole.git("commit", "-q", "-m", "set up")
    for name in ("one", "two"):
        (top / name / VISIT).write_text(BROKEN, encoding="utf-8")
        said = whole.git("commit", "-q", "-a", "-m", "hand", may=(1,))
        assert f"{VISIT}:2:" in said
        whole.git("checkout", "-q", "HEAD", "--", f"{name}/{VISIT}")


def test_undo_sees_all_paths_whatever_git_is_set_to(practice: Practice, tmp_path: Path) -> None:
    """`diff.relative` and the encoding of the log are the user's; ours are always the same."""
    top = tmp_path / "top"
    shutil.copytree(practice.root, top / "river", ignore=shutil.ignore_patterns(".git", ".mplan"))
    whole, river = _made_repository(top), Practice(top / "river")
    whole.git("config", "diff.relative", "true")
    whole.git("config", "i18n.logOutputEncoding", "utf-16")
    assert river.mplan("session", JD, "--from", "-", typed="said: fine\n").code == 0
    assert len(river.sessions) == 2
    assert river.mplan("undo").code == 0
    assert len(river.sessions) == 1
    assert river.mplan("log", JD).code == 0


def test_a_repository_of_somebody_else_says_what_git_advises() -> None:
    """Git's own remedy, in one line; other refusals have none."""
    said = (
        b"fatal: detected dubious ownership in repository at '/x'\nTo add an exception, call:\n\n"
        b"\tgit config --global --add safe.directory /x\n"
    )
    assert remedy(said) == "if the folder is yours: git config --global --add safe.directory /x"
    assert remedy(b"fatal: bad object\n") is None
