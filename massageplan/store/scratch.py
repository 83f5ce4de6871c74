"""A folder for what is looked at once: outside every practice, and safe to delete."""

from __future__ import annotations

from pathlib import Path

from ..errors import NotReadable


def folder() -> Path:
    """A new folder among the system's temporary ones, the user's alone.

    Raises:
        NotReadable: the disk refuses.
    """
    import tempfile

    try:
        return Path(tempfile.mkdtemp(prefix="mplan-"))
    except OSError as error:
        raise NotReadable(f"No temporary folder can be made: {(error.strerror or str(error)).lower()}.") from error
