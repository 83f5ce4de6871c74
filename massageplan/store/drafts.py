"""Drafts: what was begun and is no record yet. Kept in `.mplan/drafts`, out of version control."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ..errors import NotReadable
from ..frozen import Frozen
from ..patterns import lazy
from .lock import OWN
from .writer import write_new

FOLDER = f"{OWN}/drafts"
_NAME = lazy(r"^(?P<of>[a-z0-9-]+)_(?P<stem>.+)_(?P<process>[0-9]+)\.(?P<ending>yaml|md)$")


class Draft(Frozen):
    """One draft.

    Attributes:
        path: where it is.
        of: the client's folder; `new` for a client who has none yet.
        stem: the name of the record it may become.
        edits: whether it is a change of a record that exists.
        process: who is at work on it, or was.
    """

    path: Path
    of: str
    stem: str
    edits: bool
    process: int

    @property
    def left_alone(self) -> bool:
        """Whether nobody is at work on it any more."""
        if self.process == os.getpid():
            return False
        try:
            os.kill(self.process, 0)
        except ProcessLookupError:
            return True
        except OSError:
            return False  # it runs, as somebody else
        return False

    @property
    def text(self) -> str:
        """What it holds.

        Raises:
            NotReadable: it cannot be read.
        """
        try:
            return self.path.read_bytes().decode("utf-8", "surrogateescape")
        except OSError as error:
            raise NotReadable(f"{self.path} cannot be read: {(error.strerror or str(error)).lower()}.") from error

    @property
    def changed(self) -> str:
        """When it was last written, to the minute; empty if it is gone."""
        with suppress(OSError):
            return datetime.fromtimestamp(self.path.stat().st_mtime).isoformat(" ", "minutes")
        return ""

    def keep(self, text: str) -> None:
        """Write it, whole or not at all."""
        write_new(self.path, text, replace=True)

    def discard(self) -> None:
        """It has become a record, or nobody wants it."""
        with suppress(FileNotFoundError):
            self.path.unlink()


def begin(root: Path, of: str, stem: str, edits: bool = False, ending: str = "yaml") -> Draft:
    """A draft of this process; nothing is written yet."""
    process = os.getpid()
    name = f"{of}_{stem}{'+edit' if edits else ''}_{process}.{ending}"
    return Draft(root / FOLDER / name, of, stem, edits, process)


def all_drafts(root: Path) -> list[Draft]:
    """Every draft of a practice, oldest name first."""
    folder = root / FOLDER
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        match = _NAME.match(path.name)
        if match:
            stem, edits = match["stem"].removesuffix("+edit"), match["stem"].endswith("+edit")
            found.append(Draft(path, match["of"], stem, edits, int(match["process"])))
    return found


def left_behind(root: Path, of: str, kind: str, edits: bool = False) -> Draft | None:
    """The newest draft of this client and kind (of this record, where it edits one) that nobody is at work on."""
    fits = [
        d for d in all_drafts(root)
        if d.of == of and d.edits == edits and (d.stem == kind if edits else d.stem.endswith(f"-{kind}"))
    ]  # fmt: skip
    alone = [d for d in fits if d.left_alone]
    return max(alone, key=lambda d: d.changed) if alone else None
