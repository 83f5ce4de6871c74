"""`mplan undo`: my newest change that nobody else has seen is taken back, by a change that restores what was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import NotReadable
from ..frozen import Frozen
from ..records.kinds import CODE
from ..store.changes import Changes
from ..store.git import required
from ..store.history import read_subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..store.changes import Kept
    from ..store.git import Git
    from .load import Opened
    from .me import Me

_STANDING = frozenset(("practice", "network", "library", "templates", ".gitignore", ".gitattributes", ".vscode"))
"""Subjects of the commits that `save` makes of what is no record."""

KEPT = ("practice.yaml", ".gitignore", ".gitattributes")
"""Files that a practice cannot be without."""

_BY_HAND = "change it in an editor, then: mplan save"
_FAR = "500"
"""How many commits back undo looks."""


class Step(Frozen):
    """One commit.

    Attributes:
        files: paths below the practice that it touched.
    """

    commit: str
    subject: str
    author: str
    files: tuple[str, ...]


class Undone(Frozen):
    """What was taken back."""

    subject: str
    commit: str
    files: tuple[str, ...]
    kept: Kept


def is_ours(subject: str) -> bool:
    """Whether a commit is one that mplan makes, and so knows how to take back."""
    bare = subject.removeprefix("undo ")
    files = bare.startswith("files ") and CODE.match(bare.removeprefix("files ")) is not None
    return files or bare in _STANDING or read_subject(bare) is not None


def newest(steps: Iterable[Step], author: str) -> Step | None:
    """The newest step of one author that is not taken back already; steps come newest first."""
    taken_back: list[str] = []
    for step in steps:
        if step.author != author or not is_ours(step.subject):
            continue
        if step.subject.startswith("undo "):
            taken_back.append(step.subject.removeprefix("undo "))
        elif taken_back and taken_back[-1] == step.subject:
            taken_back.pop()
        else:
            return step
    return None


def unpushed(git: Git) -> list[Step]:
    """The commits of the practice that no remote has, newest first; not the first of all, which made it."""
    if not git.run("rev-parse", "-q", "--verify", "HEAD", may=(0, 1)):
        return []  # nothing was ever committed
    raw = git.run(
        "log", "-z", "--name-only", "--no-renames", "--min-parents=1", "--format=%x01%H%x02%ae%x02%s", "-n", _FAR,
        "HEAD", "--not", "--remotes", "--", ".",
    )  # fmt: skip
    steps = []
    for block in raw.decode("utf-8", "surrogateescape").split("\x01")[1:]:
        head, *files = block.split("\0")
        commit, author, subject = head.split("\x02")
        paths = [file.strip("\n") for file in files if file.strip("\n")]
        own = tuple(path.removeprefix(git.prefix) for path in paths if path.startswith(git.prefix))
        steps.append(Step(commit, subject, author, own))
    return steps


def undo(opened: Opened, me: Me, waiting: Callable[[], None]) -> Undone:
    """Take back my newest change.

    Raises:
        NotReadable: there is none that only I have, or its files have been changed since.
    """
    git = required(opened.files.root)
    with Changes(opened.files.root, waiting, again="mplan undo") as changes:
        step = newest(unpushed(git), me.person.email)
        if step is None:
            raise NotReadable("There is nothing of yours to undo here.", "what others may have seen stays: mplan edit")
        for file in step.files:
            _same_since(git, step, file)
            if file in KEPT and git.blob(f"{step.commit}^", file) is None:
                raise NotReadable(f"{file} came with your newest change; a practice is nothing without it.", _BY_HAND)
        _alone_in_folder(git, step)
        with changes.as_one():
            _restore(git, changes, step)
        return Undone(step.subject, step.commit, step.files, changes.commit(f"undo {step.subject}", me.person))


def _restore(git: Git, changes: Changes, step: Step) -> None:
    """Each file as it was before the step. What comes back comes first, so that nothing is ever missing."""
    before = {file: git.blob(f"{step.commit}^", file) for file in step.files}
    now = {file: _on_disk(git, file) for file in step.files}
    changes.include(file for file in step.files if now[file] == before[file])  # by an undo that was cut off
    open_ = [file for file in step.files if now[file] != before[file]]
    back = [file for file in open_ if now[file] is None]
    away = [file for file in open_ if before[file] is None]
    if len(back) == len(away) == 1 and before[back[0]] == now[away[0]]:
        changes.move(away[0], back, now[away[0]] or b"")
        return
    for file in back:
        changes.create([file], before[file] or b"")
    for file in open_:
        was, is_ = before[file], now[file]
        if was is not None and is_ is not None:
            changes.replace(file, was, is_)
    for file in away:
        changes.remove(file, now[file] or b"")


def _same_since(git: Git, step: Step, file: str) -> None:
    """Nothing newer than the step may be lost with it; a file that is as it was before is taken back already."""
    then, now = git.blob(step.commit, file), git.blob("HEAD", file)
    on_disk = _on_disk(git, file)
    if then != now:
        raise NotReadable(f"{file} was changed after your newest change.", "correct it with: mplan edit")
    if on_disk not in (now, git.blob(f"{step.commit}^", file)):
        raise NotReadable(f"{file} has changes that are not saved.", "save them first: mplan save")


def _alone_in_folder(git: Git, step: Step) -> None:
    """A client's folder goes only where nobody has put a record into it."""
    for file in step.files:
        if file.endswith("/client.yaml") and git.blob(f"{step.commit}^", file) is None:
            folder = (git.root / file).parent
            if folder.is_dir() and any(each.name != "client.yaml" for each in folder.iterdir()):
                message = f"{file} cannot be taken back: there are other files in its folder."
                raise NotReadable(message, "move or drop them first")


def _on_disk(git: Git, file: str) -> bytes | None:
    """The bytes of a file as it is; None if there is none."""
    path = git.root / file
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise NotReadable(f"{file} cannot be read: {(error.strerror or str(error)).lower()}.") from error
