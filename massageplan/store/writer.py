"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from ..errors import NotReadable


def write_new(path: Path, body: str | bytes, replace: bool = False, private: bool = True) -> None:
    """Write a file so that a crash leaves the old state or the new one.

    Args:
        replace: whether an existing file may be replaced.
        private: readable by its owner alone (documents hold health data).

    Raises:
        NotReadable: it exists and may not be replaced, or the disk refuses.
    """
    import tempfile  # with what it imports it costs more than all else here

    try:
        if path.is_dir():
            raise NotReadable(f"{path} is a folder.", "give a file name")
        if not replace and path.exists():
            raise NotReadable(f"{path} exists already.", "choose another name")
        _make_folders(path.parent, 0o700 if private else 0o777)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".mplan-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(body.encode("utf-8", "surrogateescape") if isinstance(body, str) else body)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(temporary, 0o600 if private else 0o644)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as error:
        raise NotReadable(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from error


def _make_folders(folder: Path, mode: int) -> None:
    """Make a folder and those above it, all with one mode (`mkdir(parents=True)` gives it to the last only)."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=mode, exist_ok=True)


def sync_folder(folder: Path) -> None:
    """Force to disk which names a folder has, where the system can."""
    if os.name != "posix":
        return  # other systems have no handle on a folder
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # a file system without it
            raise
    finally:
        os.close(handle)
