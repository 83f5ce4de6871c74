"""What is around git: the environment it is run in, the folder it keeps, the words it says."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from .git import Person

KEPT = frozenset((
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES", "GIT_EXEC_PATH",
    "GIT_SSH", "GIT_SSH_COMMAND",
))  # fmt: skip
"""Variables of git's that say where git and its settings are; all others could lead it to another repository."""


def clean_environment(by: Person | None = None) -> dict[str, str]:
    """The environment for git: ours without what could lead it astray, in English, never asking."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k in KEPT}
    kept.update(LC_ALL="C", GIT_TERMINAL_PROMPT="0", GIT_LITERAL_PATHSPECS="1", GIT_OPTIONAL_LOCKS="0")
    kept.pop("LANGUAGE", None)
    if by is not None:
        for role in ("AUTHOR", "COMMITTER"):
            kept.update({f"GIT_{role}_NAME": by.name, f"GIT_{role}_EMAIL": by.email})
    return kept


def own_folder(top: Path) -> Path:
    """`.git`, or the folder that a file `.git` names (a work tree or a submodule)."""
    place = top / ".git"
    if place.is_file():
        try:
            words = place.read_text(encoding="utf-8").strip()
        except OSError:
            words = ""  # git itself will say what is wrong with it
        if words.startswith("gitdir: "):
            return (top / words.removeprefix("gitdir: ")).resolve()
    return place


def first_line(raw: bytes) -> str:
    """The line of what git said that tells most, without its mark."""
    lines = [line for line in raw.decode("utf-8", "replace").splitlines() if line.strip()]
    telling = next(
        (line for line in lines if line.startswith(("fatal:", "error:"))), lines[0] if lines else "no reason"
    )
    return telling.removeprefix("fatal: ").removeprefix("error: ").rstrip(".")[:300] + "."


def remedy(raw: bytes) -> str | None:
    """What to do, where git says so itself in a line of its own; None elsewhere."""
    lines = (line.strip() for line in raw.decode("utf-8", "replace").splitlines())
    commands = [line for line in lines if line.startswith("git config ")]
    return f"if the folder is yours: {commands[0]}" if commands and b"dubious ownership" in raw else None
