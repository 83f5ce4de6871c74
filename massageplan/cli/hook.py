"""`mplan hook`: called by git."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from .context import PracticeOption, TodayOption, practice_root, today
from .record import tell


def run(
    name: str = typer.Argument(metavar="HOOK"),
    rest: list[str] | None = typer.Argument(None, metavar="ARGUMENTS"),
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """What git calls before a commit (pre-commit) or a push (pre-push)."""
    from ..store.git import required
    from ..workflows.hook import practices

    here = required(Path.cwd())
    if "GIT_INDEX_FILE" in os.environ:
        here.index = str(Path(os.environ["GIT_INDEX_FILE"]).resolve())
    roots = [practice_root(practice)] if practice else practices(here)
    good = [
        _may_push(root, rest or []) if name == "pre-push" else _may_commit(root, here.index, today_) for root in roots
    ]
    raise typer.Exit(int(not all(good)))


def _may_push(root: Path, given: list[str]) -> bool:
    """Whether the records of a practice may go where git is about to push them."""
    from ..workflows.hook import may_go_to
    from ..workflows.load import open_practice

    remote, url = [*given, "", ""][:2]
    if may_go_to(open_practice(root), remote, url):
        return True
    print(f"mplan: records may not go to {url}: practice.yaml does not list it (remotes:)", file=sys.stderr)
    return False


def _may_commit(root: Path, index: str | None, today_: str | None) -> bool:
    """Whether nothing is wrong with the records of a practice that are about to be committed."""
    from ..store.git import required
    from ..workflows.hook import staged_errors

    git = required(root)
    git.index = index
    errors = staged_errors(git, today(today_))
    if errors:
        tell(errors)
        print("mplan: not committed; settle these, or commit all the same: git commit --no-verify", file=sys.stderr)
    return not errors
