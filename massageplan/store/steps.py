"""The single steps of a change: a file filled, a file given its name, what the disk refuses told."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from ..errors import NotReadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def fill(temporary: Path, raw: bytes, mode: int) -> None:
    """Write a new file and force it to disk."""
    try:
        with open(os.open(temporary, _NEW, mode), "wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        with suppress(OSError):  # the next writer clears it
            temporary.unlink(missing_ok=True)
        raise


def listed(files: Iterable[str]) -> bytes:
    """Paths as git reads them from its input."""
    return b"".join(os.fsencode(file) + b"\0" for file in files)


def placed(temporary: Path, path: Path) -> bool:
    """Give a finished file its name; False where the name is taken."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links; our lock keeps other writers away
        os.rename(temporary, path)
    else:
        with suppress(OSError):  # the record is there; its second name harms nobody
            os.unlink(temporary)
    return True


def unlinked(root: Path, file: str) -> None:
    """Refuse a path on which a link lies: what is written through it would stand elsewhere.

    Raises:
        NotReadable: there is one.
    """
    place = root
    for part in file.split("/"):
        place = place / part
        if place.is_symlink():
            shown = place.relative_to(root).as_posix()
            raise NotReadable(f"{shown} is a link; records are written into plain files and folders.", "copy it here")


@contextmanager
def told(file: str) -> Iterator[None]:
    """What the disk refuses becomes one sentence."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"{file} cannot be written: {reason}."
        raise NotReadable(message, "nothing was changed; settle that, then try again") from error
