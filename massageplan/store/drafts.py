"""Drafts: what was begun and is no record yet. Kept in `.mplan/drafts`, out of version control."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path

from ..errors import NotReadable
from ..frozen import Frozen
from ..patterns import lazy
from .atwork import is_held, mine, release, take
from .lock import OWN
from .writer import write_new

FOLDER = f"{OWN}/drafts"
_NAME = lazy(r"^(?P<of>[a-z0-9-]+)_(?P<stem>.+?)(?P<edits>\+edit(?:-(?P<base>[0-9a-f]{16}))?)?_[0-9a-f]+\.(?:yaml|md)$")


class Draft(Frozen):
    """One draft. Whoever is at work on it holds a lock beside it, which ends with the process.

    Attributes:
        path: where it is.
        of: the client's folder; `new` for a client who has none yet.
        stem: the name of the record it may become.
        edits: whether it is a change of a record that exists.
        base: which text of the record it changes, as `mark_of` has it; empty where that is not known.
    """

    path: Path
    of: str
    stem: str
    edits: bool
    base: str = ""

    @property
    def left_alone(self) -> bool:
        """Whether nobody is at work on it any more."""
        return not mine(self.path) and not is_held(self.path)

    @property
    def exists(self) -> bool:
        """Whether anything is written yet; what cannot be looked at counts as nothing."""
        with suppress(OSError):
            return self.path.exists()
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
        """Write it, whole or not at all, and be at work on it until this process ends or it is discarded.

        Raises:
            NotReadable: the disk refuses, or somebody else has a draft of this name.
        """
        again = mine(self.path)
        take(self.path)
        write_new(self.path, text, replace=again)

    def discard(self) -> None:
        """It has become a record, or nobody wants it. One that cannot be removed stays, and `mplan today` tells it."""
        with suppress(OSError):
            self.path.unlink()
        release(self.path)


def begin(root: Path, of: str, stem: str, edits: bytes | None = None, ending: str = "yaml") -> Draft:
    """A draft of this process, by a name that no other process has; nothing is written yet.

    Args:
        edits: the bytes of the record that it changes, if it changes one.
    """
    base = "" if edits is None else mark_of(edits)
    name = f"{of}_{stem}{f'+edit-{base}' if base else ''}_{_own_part()}.{ending}"
    return Draft(root / FOLDER / name, of, stem, edits is not None, base)


def mark_of(raw: bytes) -> str:
    """What tells one text of a record from another: the beginning of its SHA-256."""
    import hashlib

    return hashlib.sha256(raw).hexdigest()[:16]


@cache
def _own_part() -> str:
    """The part of a name that is this process's alone (a number of it would come again)."""
    import secrets

    return secrets.token_hex(8)


def all_drafts(root: Path) -> list[Draft]:
    """Every draft of a practice, oldest name first.

    Raises:
        NotReadable: the folder cannot be looked into.
    """
    folder = root / FOLDER
    try:
        paths = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotReadable(f"{folder} cannot be read: {reason}.", f"let yourself in: chmod -R u+rwX {OWN}") from error
    found = []
    for path in paths:
        match = _NAME.match(path.name)
        if match:
            found.append(Draft(path, match["of"], match["stem"], bool(match["edits"]), match["base"] or ""))
    return found


def kept_here(root: Path) -> bool:
    """Whether this process is at work on a draft that is written."""
    return any(mine(draft.path) for draft in all_drafts(root))


def left_behind(root: Path, of: str, kind: str, edits: bool = False) -> Draft | None:
    """The newest draft of this client and kind (of this record, where it edits one) that nobody is at work on."""
    fits = [
        d for d in all_drafts(root)
        if d.of == of and d.edits == edits and (d.stem == kind if edits else d.stem.endswith(f"-{kind}"))
    ]  # fmt: skip
    alone = [d for d in fits if d.left_alone]
    return max(alone, key=lambda d: d.changed) if alone else None
