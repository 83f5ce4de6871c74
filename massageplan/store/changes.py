"""Records written, moved and removed under the practice's lock, and committed: all of it, or as it was before."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import NotReadable
from ..frozen import Frozen
from .git import Git, Person, Refused, Without, locate
from .lock import OWN, Lock
from .steps import fill, listed, placed, told, unlinked
from .writer import sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType


_ON_DISK, _IN_GIT = b"on disk\n", b"in git\n"
"""What is under way, for the writer after one that died."""


class Kept(Frozen):
    """How a change ended.

    Attributes:
        commit: its commit; empty where there is no version control.
        without: why it is not under version control.
    """

    commit: str
    without: Without | None = None


class Changes:
    """The one writer of a practice: `with Changes(root) as changes:` takes the lock.

    A file is written to `.mplan/tmp`, forced to disk, and put in its place by one step of the file system. What a
    crash leaves there is cleared by the next writer.

    Args:
        waiting: called once when another writer has the practice for a while.
        again: the command that commits what lies on disk after git has refused.
    """

    def __init__(self, root: Path, waiting: Callable[[], None] = lambda: None, again: str = "mplan save") -> None:
        self.root = root.resolve()
        self._git = locate(self.root)
        self._lock = Lock(self.root, self._recover, waiting)
        self._again = again
        self._files: list[str] = []
        self._created: list[str] = []

    def __enter__(self) -> Changes:
        self._lock.__enter__()
        if isinstance(self._git, Git):
            self._git.hold(self._lock.handle)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if isinstance(self._git, Git):
            self._git.hold(None)
        if kind is None:
            self._lock.end()
        self._lock.__exit__(kind, error, at)

    @property
    def git(self) -> Git | Without:
        """The repository, or why there is none."""
        return self._git

    def create(self, names: Iterable[str], raw: bytes) -> str:
        """Write a new file under the first of the names that is free; gives that name.

        Args:
            names: paths below the practice, the preferred one first. A folder that is missing is made with the file.

        Raises:
            NotReadable: the disk refuses.
        """
        for file in names:
            path = self.root / file
            if os.path.lexists(path):
                continue
            unlinked(self.root, file)
            with told(file):
                whole_folder = not path.parent.is_dir()
                path.parent.parent.mkdir(exist_ok=True)  # git keeps no empty clients/
                temporary = self._written(path.name if whole_folder else "", raw, 0o600)
                if whole_folder:
                    os.rename(temporary.parent, path.parent)
                elif not placed(temporary, path):
                    continue
            self._created.append(file)
            self._confirm(file)
            return file
        raise NotReadable("No free name is left for this record.", "nothing was written")

    def replace(self, file: str, raw: bytes, seen: bytes) -> None:
        """Write a file anew that was read as `seen`.

        Raises:
            NotReadable: it has changed since, or the disk refuses.
        """
        self._unchanged(file, seen)
        with told(file):
            path = self.root / file
            os.replace(self._written("", raw, path.stat().st_mode & 0o777), path)
        self._confirm(file)

    def move(self, file: str, names: Iterable[str], seen: bytes) -> str:
        """Give a file the first of the names that is free; gives that name. A folder that is missing is made."""
        self._unchanged(file, seen)
        for new in names:
            if not os.path.lexists(self.root / new):
                unlinked(self.root, new)
                with told(new):
                    (self.root / new).parent.mkdir(mode=0o700, exist_ok=True)
                    os.rename(self.root / file, self.root / new)
                self._confirm(file)
                self._confirm(new)
                return new
        raise NotReadable("No free name is left for this record.", "nothing was moved")

    def remove(self, file: str, seen: bytes) -> None:
        """Take a file away that was read as `seen`; with the last file of a folder, the folder. Git still has it."""
        self._unchanged(file, seen)
        path = self.root / file
        with told(file):
            os.unlink(path)
        self._created = []
        self._tidy(file)
        self._confirm(file)

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """Files created, then others removed, as one change: where it fails before a removal, nothing is created."""
        try:
            yield
        except NotReadable:
            for file in self._created:
                with suppress(OSError):  # then it stays, and mplan save shows it
                    os.unlink(self.root / file)
            raise

    def include(self, files: Iterable[str]) -> None:
        """Files that belong into the commit, changed by hand or by a run that was cut off."""
        for file in files:
            self._tidy(file)
            self._files.append(file)

    def commit(self, message: str, by: Person) -> Kept:
        """Commit the files changed so far, and nothing else that may be staged.

        Raises:
            NotReadable: git refuses; the files stay as they are now, to be committed later.
        """
        files, self._files, self._created = self._files, [], []
        if isinstance(self._git, Without):
            return Kept("", self._git)
        try:
            if self._git.is_merging:
                raise Refused("a merge is under way here, which mplan save finishes.")
            self._lock.begin(_IN_GIT)
            self._git.write("update-index", "--add", "--remove", "-z", "--stdin", stdin=listed(files))
            self._commit(self._git, files, message, by)
            commit = self._git.newest
        except (Refused, OSError) as error:
            if not (isinstance(error, Refused) and error.died):
                self._lock.end()  # no git of ours is under way, so any lock that is there is another's
            reason = str(error) if isinstance(error, Refused) else f"{(error.strerror or str(error)).lower()}."
            said = f"{', '.join(files)}: as it should be on disk, but not committed; {reason}"
            raise NotReadable(said, f"nothing is lost; when that is settled: {self._again}") from error
        self._lock.end()
        return Kept(commit)

    def _commit(self, git: Git, files: list[str], message: str, by: Person) -> None:
        """Commit these files alone; nothing is committed where git has them as they are already.

        Where nothing else is staged all that is staged is committed, which costs git a third less than `--only`.
        """
        code, raw = git.result("diff-index", "--cached", "--name-only", "--no-renames", "-z", "HEAD", may=(0, 128))
        staged = {os.fsdecode(name) for name in raw.split(b"\0") if name}
        ours = sorted({file for file in files if code or git.prefix + file in staged})
        if not ours:
            return
        words = ("commit", "-q", "--no-verify", "-m", message)
        if code or len(staged) > len(ours):  # something else is staged, or it is the first commit of all
            named = ("--only", "--pathspec-from-file=-", "--pathspec-file-nul")
            git.write(*words, *named, stdin=listed(ours), by=by)
        else:
            git.write(*words, by=by)

    def _tidy(self, file: str) -> None:
        """Remove the folder of a file that was its last."""
        with suppress(OSError):  # the folder has other files
            (self.root / file).parent.rmdir()

    def _unchanged(self, file: str, seen: bytes) -> None:
        unlinked(self.root, file)
        with told(file):
            now = (self.root / file).read_bytes()
        if now != seen:
            raise NotReadable(f"{file} was changed by someone else meanwhile.", "nothing was written; look at it first")

    def _written(self, folder: str, raw: bytes, mode: int) -> Path:
        """A temporary file that holds the bytes, safe on disk.

        Args:
            folder: when not empty, the file gets this name in a folder of its own.
        """
        place = self.root / OWN / "tmp"
        shutil.rmtree(place, ignore_errors=True)  # what is still there may be another name of a record
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock.begin(_ON_DISK)
        temporary = place / f"{os.getpid()}-{len(self._files)}"
        if folder:
            temporary.mkdir(mode=0o700)
            temporary = temporary / folder
        fill(temporary, raw, mode)
        return temporary

    def _confirm(self, file: str) -> None:
        """Force to disk that a file has its name, or no longer has it."""
        self._files.append(file)
        folder = (self.root / file).parent
        try:
            sync_folder(folder if folder.is_dir() else folder.parent)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            message = f"{file} is as it should be, but the disk did not confirm it: {reason}."
            raise NotReadable(message, f"look at the disk; then commit with: {self._again}") from error

    def _recover(self, word: bytes) -> None:
        """Clear what a writer that died left: temporary files, and the locks of its git.

        Our lock was free, and every git we start holds it too; so a git lock that is there is a dead one's, or
        belongs to a git somebody started meanwhile, which is given time to end.
        """
        shutil.rmtree(self.root / OWN / "tmp", ignore_errors=True)
        if isinstance(self._git, Git) and word.startswith(_IN_GIT):
            self._git.clear_locks()
