"""What a clone needs on this machine: hooks that call the interpreter which set them up."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

from ..errors import NotReadable
from .git import Git, locate
from .writer import write_new

if TYPE_CHECKING:
    from pathlib import Path

    from .git import Person

HOOKS = ("pre-commit", "pre-push")

_MARK = "massageplan hook"

IGNORED = "out/\n.mplan/\n"
"""Lines of .gitignore: documents, drafts and caches never reach git."""

ATTRIBUTES = "# Every byte stays as it was typed, on every machine.\n* -text\nclients/*/files/* binary\n"
"""Lines of .gitattributes."""


def hook_line(name: str) -> str:
    """The one line of a hook; where the interpreter is gone it says so, and git stops."""
    python = shlex.quote(sys.executable)
    gone = shlex.quote(f"mplan: {sys.executable} is gone, which this hook needs; run mplan init in the practice")
    return f'test -x {python} && exec {python} -m {_MARK} {name} "$@"; echo {gone} >&2; exit 1'


def set_hooks(git: Git) -> list[str]:
    """Write the hooks; gives the names of those that stay somebody else's.

    Where git looks for hooks outside the repository (`core.hooksPath`), they would hold for other repositories too,
    and none is written.

    Raises:
        NotReadable: the disk refuses.
    """
    folder = git.hooks()
    if not folder.resolve().is_relative_to(git.shared.resolve()):
        return list(HOOKS)
    others = []
    for name in HOOKS:
        path = folder / name
        if path.exists() and _MARK not in path.read_text(encoding="utf-8", errors="replace"):
            others.append(name)
            continue
        write_new(path, f"#!/bin/sh\n{hook_line(name)}\n", replace=True, private=False)
        try:
            path.chmod(0o755)
        except OSError as error:
            raise NotReadable(f"{path} cannot be made to run: {(error.strerror or str(error)).lower()}.") from error
    return others


def set_manners(git: Git, by: Person) -> None:
    """What a plain `git pull` needs to bring two clones together; what the user has set anywhere stays.

    Raises:
        Refused: git will not.
    """
    branch = git.run("symbolic-ref", "--quiet", "--short", "HEAD", may=(0, 1)).decode("utf-8", "replace").strip()
    wanted = {"pull.rebase": "false", "user.name": by.name, "user.email": by.email}
    if branch:
        wanted[f"branch.{branch}.mergeOptions"] = "--no-edit"
    for name, value in wanted.items():
        if not git.run("config", "--get", name, may=(0, 1)):
            git.run("config", "--local", name, value)


def lacks_a_branch(root: Path) -> bool:
    """Whether a folder is a clone in which nothing is checked out, as after cloning an empty or misnamed branch."""
    git = locate(root)
    return isinstance(git, Git) and git.root == root and git.has_remote and not any(
        place.name != ".git" for place in root.iterdir()
    )  # fmt: skip
