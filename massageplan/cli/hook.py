"""`mplan hook`: called by git."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from .context import PracticeOption, TodayOption, opened, practice_root, today
from .record import tell


def run(
    name: str = typer.Argument(metavar="HOOK"),
    rest: list[str] | None = typer.Argument(None, metavar="ARGUMENTS"),
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """What git calls before a commit (pre-commit) or a push (pre-push)."""
    from ..store.git import required
    from ..workflows.hook import may_go_to, staged_errors

    given = rest or []
    if name == "pre-push":
        remote, url = [*given, "", ""][:2]
        if not may_go_to(opened(practice), remote, url):
            print(f"mplan: records may not go to {url}: practice.yaml does not list it (remotes:)", file=sys.stderr)
            raise typer.Exit(1)
        return
    git = required(practice_root(practice))
    if "GIT_INDEX_FILE" in os.environ:
        git.index = str(Path(os.environ["GIT_INDEX_FILE"]).resolve())
    errors = staged_errors(git, today(today_))
    if errors:
        tell(errors)
        print(
            "mplan: not committed; settle these, or commit all the same with: git commit --no-verify", file=sys.stderr
        )
        raise typer.Exit(1)
