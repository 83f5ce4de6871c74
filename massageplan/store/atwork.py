"""Who is at work on a draft: a lock beside it that ends with the process that holds it, however that ended."""

from __future__ import annotations

import atexit
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from ..errors import NotReadable

if TYPE_CHECKING:
    from pathlib import Path

_HELD: dict[Path, int] = {}
"""Drafts that this process is at work on, with the handles of their locks."""


def lock_of(path: Path) -> Path:
    """The lock of a file: beside it, for a file that is replaced has no handle that lasts."""
    return path.with_name(f"{path.name}.lock")


def mine(path: Path) -> bool:
    """Whether this process is at work on it."""
    return path in _HELD


def take(path: Path) -> None:
    """Be at work on a file from now on; nothing happens where we are already.

    Raises:
        NotReadable: the disk refuses.
    """
    if path in _HELD:
        return
    try:
        for folder in (path.parent.parent, path.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        handle = os.open(lock_of(path), os.O_RDWR | os.O_CREAT, 0o600)
        _lock(handle)
    except OSError as error:
        raise NotReadable(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from error
    if not _HELD:
        atexit.register(_release_all)
    _HELD[path] = handle


def _lock(handle: int) -> None:
    """Lock it; waits only while somebody looks whether it is held."""
    try:
        import fcntl
    except ImportError:  # a system without it has one user at a time
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except BaseException:
        os.close(handle)
        raise


def release(path: Path) -> None:
    """Be no longer at work on it; its lock is gone, also one that a process left which was killed."""
    with suppress(OSError):  # a lock that nobody holds does no harm
        lock_of(path).unlink()
    handle = _HELD.pop(path, None)
    if handle is not None:
        os.close(handle)


def _release_all() -> None:
    for path in list(_HELD):
        release(path)


def is_held(path: Path) -> bool:
    """Whether a living process, this one or another, is at work on it. A file whose lock is gone is nobody's."""
    try:
        import fcntl

        handle = os.open(lock_of(path), os.O_RDWR)
    except (ImportError, OSError):
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # a file system without locks
        return False
    finally:
        os.close(handle)
    return False
