"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ..errors import NotReadable


def write_new(path: Path, text: str, replace: bool = False, private: bool = True) -> None:
    """Write a text file so that a crash leaves the old state or the new one.

    Args:
        replace: whether an existing file may be replaced.
        private: readable by its owner alone (documents hold health data).

    Raises:
        NotReadable: it exists and may not be replaced, or the disk refuses.
    """
    try:
        if path.is_dir():
            raise NotReadable(f"{path} is a folder.", "give a file name")
        if not replace and path.exists():
            raise NotReadable(f"{path} exists already.", "choose another name")
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700 if private else 0o777)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".mplan-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(temporary, 0o600 if private else 0o644)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise NotReadable(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from error


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # other systems have no handle on a folder
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
