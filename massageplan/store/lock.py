"""One writer at a time: a lock on the practice that is gone when its holder is, however that ended."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import NotReadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

OWN = ".mplan"
"""The practice's folder for drafts, caches and this lock: never in git, readable by its owner alone."""

_NAP = 0.02
_TRIES = 1500  # half a minute


class Lock:
    """Held while records are written and committed; `with Lock(root):`.

    The file holds a word while something is under way that a crash may leave half done. Whoever finds it there
    calls `recover` first.

    Args:
        recover: puts right what a writer that died left behind; it is given the word.
        waiting: called once when another writer has it for a while.
    """

    def __init__(
        self,
        root: Path,
        recover: Callable[[bytes], None] = lambda _: None,
        waiting: Callable[[], None] = lambda: None,
        tries: int = _TRIES,
    ) -> None:
        self._path = root / OWN / "lock"
        self._recover = recover
        self._waiting = waiting
        self._tries = tries
        self.handle = -1

    def __enter__(self) -> Lock:
        try:
            self._path.parent.mkdir(mode=0o700, exist_ok=True)
            self.handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                self._take()
                word = os.pread(self.handle, 20, 0)
                if word:
                    self._recover(word)
                    os.ftruncate(self.handle, 0)
            except BaseException:
                os.close(self.handle)
                raise
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise NotReadable(f"{self._path} cannot be locked: {reason}.", "nothing was written") from error
        return self

    def _take(self) -> None:
        try:
            import fcntl
        except ImportError:  # a system without it has one user at a time
            return
        for n in range(self._tries):
            try:
                fcntl.flock(self.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if n == 25:
                    self._waiting()
                time.sleep(_NAP)
        raise NotReadable("Another mplan has been writing here for a while.", "nothing was written; try again")

    def begin(self, word: bytes) -> None:
        """From here on a crash may leave something half done; the word says what."""
        os.pwrite(self.handle, word, 0)

    def end(self) -> None:
        """All is whole again."""
        with suppress(OSError):  # a word that stays there makes the next writer look, no more
            os.ftruncate(self.handle, 0)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.close(self.handle)
        self.handle = -1
