"""The git program, run in a practice folder with a clean environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import NotReadable
from ..frozen import Frozen
from .around import clean_environment, first_line, own_folder, remedy

if TYPE_CHECKING:
    from collections.abc import Callable

_ALONE = ("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "gc.auto=0",
          "-c", "maintenance.auto=false", "-c", "diff.relative=false", "-c", "i18n.logOutputEncoding=utf-8",
          "-c", "log.showSignature=false", "-c", "color.ui=never")  # fmt: skip
"""Nothing that outlives the call may start: it would hold the practice's lock. And the answers are the same whatever
the user has set."""


_NAP, _TRIES = 0.02, 100
"""How long another git is waited for: two seconds."""


class Person(Frozen):
    """Whose name a commit bears."""

    name: str
    email: str


class Refused(NotReadable):
    """Git could not do it; the message is git's own.

    Attributes:
        died: whether git was ended from outside, and so may have left locks.
    """

    died = False


class Git:
    """One repository as seen from a practice folder in it.

    Attributes:
        root: the practice folder.
        prefix: path of the practice below the top of the repository, `""` or ending in a slash.
        folder: the repository's own folder, usually `.git`.
        index: the index to use in place of the repository's, as git tells its hooks.
    """

    def __init__(self, root: Path, top: Path, program: str) -> None:
        self.root = root
        self.prefix = "" if root == top else root.relative_to(top).as_posix() + "/"
        self.folder = own_folder(top)
        self._program = program
        self._held: int | None = None
        self.index: str | None = None

    def hold(self, lock: int | None) -> None:
        """Let every git that is started hold this open lock too, so that it is free only when git has ended."""
        self._held = lock

    def run(self, *arguments: str, stdin: bytes = b"", by: Person | None = None, may: tuple[int, ...] = (0,)) -> bytes:
        """Run git and give what it printed.

        Args:
            by: author and committer, where it commits.
            may: exit codes that are no failure.

        Raises:
            Refused: git ended with another code or cannot be started.
        """
        return self.result(*arguments, stdin=stdin, by=by, may=may)[1]

    def result(
        self, *arguments: str, stdin: bytes = b"", by: Person | None = None, may: tuple[int, ...] = (0,)
    ) -> tuple[int, bytes]:
        """Exit code, and what git printed; see `run`."""
        held = () if self._held is None else (self._held,)
        environment = clean_environment(by)
        if self.index is not None:
            environment["GIT_INDEX_FILE"] = self.index
        try:
            done = subprocess.run(
                [self._program, *_ALONE, *arguments],
                input=stdin, capture_output=True, cwd=self.root, env=environment, pass_fds=held, check=False,
            )  # fmt: skip
        except OSError as error:
            unable = Refused(f"git cannot be run: {(error.strerror or str(error)).lower()}.")
            unable.died = error.filename is None  # else there was no program to start
            raise unable from error
        if done.returncode not in may:
            said = done.stderr or done.stdout
            refused = Refused(f"git {arguments[0]} failed: {first_line(said)}", remedy(said))
            refused.died = done.returncode < 0
            raise refused
        return done.returncode, done.stdout

    def begin(self, *arguments: str) -> Callable[[], bytes]:
        """Start git beside what else there is to do; what is given waits for what it prints, see `run`."""
        command = [self._program, *_ALONE, *arguments]
        pipe = subprocess.PIPE
        try:
            beside = subprocess.Popen(command, stdout=pipe, stderr=pipe, cwd=self.root, env=clean_environment())
        except OSError as error:
            raise Refused(f"git cannot be started: {(error.strerror or str(error)).lower()}.") from error

        def finish() -> bytes:
            printed, said = beside.communicate()
            if beside.returncode:
                raise Refused(f"git {arguments[0]} failed: {first_line(said or printed)}")
            return printed

        return finish

    def write(
        self, *arguments: str, stdin: bytes = b"", by: Person | None = None, may: tuple[int, ...] = (0,)
    ) -> tuple[int, bytes]:
        """Like `result`; a lock that another git holds is given two seconds to go."""
        for _ in range(_TRIES - 1):
            try:
                return self.result(*arguments, stdin=stdin, by=by, may=may)
            except Refused as refused:
                if ".lock': File exists" not in str(refused):
                    raise
                time.sleep(_NAP)
        return self.result(*arguments, stdin=stdin, by=by, may=may)

    def blob(self, commit: str, file: str) -> bytes | None:
        """The bytes of a file of the practice in a commit; None if it has no such file, or there is no such commit.

        Raises:
            Refused: git cannot say.
        """
        known = self.run("rev-parse", "-q", "--verify", f"{commit}:{self.prefix}{file}", may=(0, 1))
        return self.run("cat-file", "blob", known.decode("ascii").strip()) if known else None

    def setting(self, name: str) -> str | None:
        """A setting of this clone; None if it has none."""
        return self.run("config", "--local", name, may=(0, 1)).decode("utf-8", "replace").rstrip("\n") or None

    @property
    def has_remote(self) -> bool:
        """Whether this clone knows of another; read from its own settings, which costs no process."""
        try:
            return "[remote " in (self.shared / "config").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return True  # git itself will say what is wrong with it

    @property
    def shared(self) -> Path:
        """The folder that all work trees of the repository share: settings and branches."""
        pointer = self.folder / "commondir"
        if pointer.is_file():
            return (self.folder / pointer.read_text(encoding="utf-8").strip()).resolve()
        return self.folder

    @property
    def newest(self) -> str:
        """The commit that is checked out; read from its branch's file where it has one, else asked of git."""
        try:
            head = (self.folder / "HEAD").read_text(encoding="ascii").strip()
            if head.startswith("ref: "):
                head = (self.shared / head.removeprefix("ref: ")).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            head = ""
        return head if len(head) in (40, 64) else self.run("rev-parse", "HEAD").decode().strip()

    def hooks(self) -> Path:
        """The folder git looks into for hooks; the settings of the user are asked, unlike in all else."""
        command = [self._program, "rev-parse", "--git-path", "hooks"]
        try:
            done = subprocess.run(command, capture_output=True, cwd=self.root, env=clean_environment(), check=False)
        except OSError as error:
            raise Refused(f"git cannot be started: {(error.strerror or str(error)).lower()}.") from error
        if done.returncode:
            raise Refused(f"git rev-parse failed: {first_line(done.stderr)}")
        return self.root / os.fsdecode(done.stdout.rstrip(b"\n"))

    @property
    def is_merging(self) -> bool:
        """Whether a merge, rebase or the like is under way, in which single files cannot be committed."""
        marks = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
        return any((self.folder / mark).exists() for mark in marks)

    def clear_locks(self) -> None:
        """Remove locks in the repository that a git which was killed has left; a living one is given two seconds."""
        naps = iter(range(_TRIES))
        head = (self.folder / "HEAD").read_text(encoding="utf-8", errors="replace").strip().removeprefix("ref: ")
        names = [self.folder / "index.lock", self.folder / "HEAD.lock", self.shared / f"{head}.lock"]
        names.extend(self.folder.glob("next-index-*.lock"))
        for name in names:
            while name.exists() and next(naps, None) is not None:
                time.sleep(_NAP)
            name.unlink(missing_ok=True)


class Without(Frozen):
    """There is no version control here.

    Attributes:
        because: half a sentence: why not.
        help: what to do about it.
    """

    because: str
    help: str


def locate(root: Path) -> Git | Without:
    """The repository that a practice folder is in.

    `GIT_CEILING_DIRECTORIES` is where the search upwards ends, as it is for git.
    """
    ends = {Path(p) for p in os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep) if p}
    top = None
    for place in (root, *root.parents):
        if place != root and place in ends:
            break
        if (place / ".git").exists():
            top = place
            break
    if top is None:
        return Without("the practice is not under version control", "set it up with: mplan init")
    program = shutil.which("git")
    if program is None:
        return Without("git is not installed here", "install git; then commit what was written with: mplan save")
    return Git(root, top, program)


def found(root: Path) -> Git | None:
    """The repository that a practice folder is in, where there is one that can be used."""
    git = locate(root)
    return git if isinstance(git, Git) else None


def required(root: Path) -> Git:
    """The repository that a practice folder is in.

    Raises:
        NotReadable: there is none.
    """
    git = locate(root)
    if not isinstance(git, Git):
        raise NotReadable(f"This needs git, but {git.because}.", git.help)
    return git


def program() -> str | None:
    """Where git is, if it is installed."""
    return shutil.which("git")


def start(root: Path) -> None:
    """Make a repository in a practice folder.

    Raises:
        Refused: git will not.
    """
    Git(root, root, program() or "git").run("init", "-q", "-b", "main")
