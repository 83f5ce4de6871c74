"""What git's hooks ask: may these records be committed, may they go to this remote?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.base import texts
from ..store.past import PastFiles
from ..store.practice import MARK
from .check import check_files

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ..store.git import Git
    from .load import Opened


def staged_errors(git: Git, today: date) -> list[Finding]:
    """Errors in the records of the practice that are staged, as they would be committed."""
    tree = git.run("write-tree").decode("ascii").strip()
    raw = git.run("diff", "--cached", "--name-only", "--no-renames", "--diff-filter=d", "-z", "--", ".")
    staged = {file.removeprefix(git.prefix) for file in raw.decode("utf-8", "surrogateescape").split("\0") if file}
    if not staged:
        return []
    codes = sorted({parts[1] for file in staged if (parts := file.split("/"))[0] == "clients" and len(parts) > 2})
    report = check_files(PastFiles(git, tree), codes, today)
    return [f for f in report.findings if f.refuses and f.span.file in staged]


def practices(git: Git) -> list[Path]:
    """The practice folders of a repository, by what is staged; a repository may hold several."""
    raw = git.run("ls-files", "-z", "--cached")
    files = (file for file in raw.decode("utf-8", "surrogateescape").split("\0") if file)
    folders = {(git.root / file).parent for file in files if file.rpartition("/")[2] == MARK}
    return sorted(folder for folder in folders if folder.is_dir())


def may_go_to(opened: Opened, remote: str, url: str) -> bool:
    """Whether records may be pushed there: anywhere, unless practice.yaml lists the remotes they may go to."""
    allowed = texts(opened.house.practice.remotes)
    return not allowed or url in allowed or remote in allowed
