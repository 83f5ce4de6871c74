"""What lies in a practice folder and is not, or not like this, in git."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

from ..frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from .git import Git

State = Literal["new", "changed", "gone", "conflict", "one-sided"]
"""`conflict`: both sides of a merge changed it; `one-sided`: one of them took it away."""

PLACES = ("practice.yaml", "network.yaml", ".gitignore", ".gitattributes", ".vscode/settings.json", "clients/",
          "library/", "templates/")  # fmt: skip
"""What of a practice folder belongs under version control."""


class Unsaved(Frozen):
    """A file that git does not have as it is on disk.

    Attributes:
        file: path below the practice.
    """

    file: str
    state: State


def unsaved(git: Git, client: str | None = None) -> list[Unsaved]:
    """Every such file, sorted by name; of one client, where a folder is given."""
    return _read(git, git.run(*_question(client)))


def looking(git: Git, client: str | None = None) -> Callable[[], list[Unsaved]]:
    """The same, looked for beside what else there is to do; call what is given when the answer is wanted."""
    finish = git.begin(*_question(client))
    return lambda: _read(git, finish())


def _question(client: str | None) -> tuple[str, ...]:
    where = "." if client is None else f"clients/{client}"
    return ("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", where)


def _read(git: Git, raw: bytes) -> list[Unsaved]:
    out = []
    for entry in raw.split(b"\0"):
        if entry:
            file = os.fsdecode(entry[3:]).removeprefix(git.prefix)
            if file.startswith(PLACES) and ".DS_Store" not in file:
                out.append(Unsaved(file, _state(entry[:2].decode("ascii"), os.path.lexists(git.root / file))))
    return sorted(out, key=lambda u: u.file)


def _state(letters: str, exists: bool) -> State:
    if "D" in letters and ("U" in letters or letters == "DD"):
        return "one-sided"
    if "U" in letters or letters == "AA":
        return "conflict"
    if not exists:
        return "gone"
    return "new" if letters == "??" or letters[0] == "A" else "changed"
