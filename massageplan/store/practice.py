"""A practice folder: which files it has, and their bytes. Reading never writes."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import NotReadable
from ..findings import Finding
from ..span import Span
from ..text.guard import MAX_BYTES
from .listing import Listing, judge_names, judge_places, leads_out, too_large

if TYPE_CHECKING:
    from .files import Files

MARK = "practice.yaml"
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # a link costs a second look; a plain file none


def find(given: str | None, start: Path, environment: dict[str, str]) -> Path:
    """The practice folder: the one given, else the nearest above `start`, else `MPLAN_PRACTICE`.

    Raises:
        NotReadable: there is none.
    """
    if given is not None:
        return _practice(Path(given), "--practice names")
    for place in (start, *start.parents):
        if (place / MARK).is_file():
            return place
    if environment.get("MPLAN_PRACTICE"):
        return _practice(Path(environment["MPLAN_PRACTICE"]), "MPLAN_PRACTICE names")
    raise NotReadable("There is no practice.yaml here or in any folder above.", "make a practice with: mplan init")


def _practice(place: Path, who: str) -> Path:
    place = place.expanduser()
    if place.name == MARK and place.is_file():
        place = place.parent
    if not (place / MARK).is_file():
        raise NotReadable(f"{who} {place}, and there is no practice.yaml in it.", "make one with: mplan init")
    return place.resolve()


class PracticeFiles:
    """The files of one practice."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._base = str(self.root)

    def codes(self) -> list[str]:
        """Names of the client folders, sorted.

        Raises:
            NotReadable: clients/ cannot be listed.
        """
        place = self.root / "clients"
        try:
            with os.scandir(place) as found:
                return sorted(e.name for e in found if not e.name.startswith(".") and e.is_dir())
        except FileNotFoundError:
            return []
        except OSError as error:
            raise NotReadable(f"clients/ cannot be listed: {error.strerror}.") from error

    def stray(self) -> list[Finding]:
        """Files in clients/ where only folders belong."""
        place = self.root / "clients"
        if not place.is_dir():
            return []
        return judge_places((e.name, e.is_dir()) for e in place.iterdir() if e.is_dir() or e.is_file())

    def listing(self, code: str) -> Listing:
        """The records in a client's folder; what is no record is pointed at."""
        place = os.path.join(self._base, "clients", code)
        if os.path.islink(place) and not self._holds(place):
            message = "This folder is a link out of the practice; records lie inside it."
            return Listing((), False, (Finding("outside-practice", message, Span(f"clients/{code}"), "copy it here"),))
        try:
            with os.scandir(place) as found:
                names = [e.name for e in found]
        except OSError as error:
            message = f"This folder cannot be listed: {error.strerror}."
            return Listing((), False, (Finding("unreadable-file", message, Span(f"clients/{code}")),))
        return judge_names(code, names)

    def read(self, file: str) -> bytes | Finding:
        """The bytes of a file of the practice, or why they cannot be had."""
        path = os.path.join(self._base, file)
        try:
            handle = self._open(path)
            if handle is None:
                return leads_out(file)
            try:
                state = os.fstat(handle)
                if not stat.S_ISREG(state.st_mode):
                    what = "A folder" if stat.S_ISDIR(state.st_mode) else "Something that is no file"
                    return Finding("unreadable-file", f"{what} stands where a file belongs.", Span(file), "rename it")
                if state.st_size <= MAX_BYTES:
                    return os.read(handle, MAX_BYTES if state.st_size == 0 else state.st_size)
            finally:
                os.close(handle)
        except OSError as error:
            message = f"This file cannot be read: {(error.strerror or str(error)).lower()}."
            return Finding("unreadable-file", message, Span(file), "look at the file's permissions")
        return too_large(file, state.st_size)

    def _open(self, path: str) -> int | None:
        """A handle to read from; None where a link leads out of the practice."""
        try:
            return os.open(path, _READ | _NO_LINK)
        except OSError as error:
            if error.errno != errno.ELOOP:
                raise
        return os.open(path, _READ) if self._holds(path) else None

    def _holds(self, path: str) -> bool:
        """Whether a path ends inside the practice when every link is followed; one in a circle ends nowhere."""
        return Path(os.path.realpath(path)).is_relative_to(self.root)

    def has(self, file: str) -> bool:
        """Whether the practice has such a file."""
        return os.path.lexists(self.root / file)

    def digest(self, file: str) -> str | None:
        """The SHA-256 of a file of any size, in hex; None where it cannot be had."""
        from hashlib import file_digest

        try:
            handle = self._open(os.path.join(self._base, file))
            if handle is None:
                return None
            try:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    return None
                with os.fdopen(handle, "rb", closefd=False) as stream:
                    return file_digest(stream, "sha256").hexdigest()
            finally:
                os.close(handle)
        except OSError:
            return None

    def templates(self) -> list[str]:
        """Names of the practice's own templates, as paths below templates/."""
        place = self.root / "templates"
        return sorted(p.relative_to(place).as_posix() for p in place.rglob("*") if p.is_file())

    def own_ids(self, folder: str) -> frozenset[str]:
        """Stems of the entry files in one folder of library/."""
        place = self.root / "library" / folder
        if not place.is_dir():
            return frozenset()
        return frozenset(p.stem for p in place.iterdir() if p.suffix == ".yaml" and not p.name.startswith("."))


class OwnShelf:
    """The shelf of a practice's own library."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def ids(self, folder: str) -> frozenset[str]:
        """Stems of the entry files in one folder of library/."""
        return self._files.own_ids(folder)

    def read(self, folder: str, id: str) -> tuple[str, bytes] | Finding | None:
        """Name to show and bytes of one entry."""
        file = f"library/{folder}/{id}.yaml"
        if not self._files.has(file):
            return None
        raw = self._files.read(file)
        return raw if isinstance(raw, Finding) else (file, raw)
