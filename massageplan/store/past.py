"""A practice as git had it: the files of one commit, read without touching the folder or the index."""

from __future__ import annotations

import os
import posixpath
from datetime import date, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING

from ..findings import Finding
from ..span import Span
from ..text.guard import MAX_BYTES
from .git import Git
from .listing import Listing, judge_names, judge_places, leads_out, too_large

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDER, _LINK, _MODULE = b"040000", b"120000", b"160000"
_HOPS = 8
"""As many links as are followed one after the other; a circle ends there."""


def head(git: Git) -> str | None:
    """The newest commit of the branch that is checked out; None where nothing was committed yet."""
    return git.run("rev-parse", "--quiet", "--verify", "HEAD^{commit}", may=(0, 1)).decode("ascii").strip() or None


def commit_at(git: Git, day: date) -> str | None:
    """The newest commit at or before the end of a day, local time; None where there is none as early."""
    newest = head(git)
    if newest is None or day.year < 1970:
        return None
    if day.year > 2200:  # the last years of the calendar have no time stamp everywhere
        return newest
    end = int(datetime.combine(day, time(23, 59, 59)).timestamp())
    return git.run("rev-list", "-1", f"--min-age={max(end, 0)}", newest).decode("ascii").strip() or None


def blobs(git: Git, ids: Iterable[str]) -> dict[str, bytes]:
    """Contents by object id, all read by one process; an id that is none is left out."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    raw = git.run("cat-file", "--batch", stdin="".join(f"{id}\n" for id in wanted).encode("ascii"))
    out: dict[str, bytes] = {}
    place = 0
    for id in wanted:
        end = raw.index(b"\n", place)
        head = raw[place:end].split(b" ")
        place = end + 1
        if len(head) == 3 and head[2].isdigit():
            size = int(head[2])
            if head[1] == b"blob":
                out[id] = raw[place : place + size]
            place += size + 1
    return out


class PastFiles:
    """The files of a practice at one commit.

    Names and sizes are read once for the whole practice, contents a folder at a time.

    Attributes:
        commit: the id of the commit.
    """

    def __init__(self, git: Git, commit: str) -> None:
        self.root = git.root
        self.commit = commit
        self._git = git
        self._read: dict[str, bytes] = {}

    @cached_property
    def _tree(self) -> dict[str, bytes]:
        """Path below the practice to mode, kind, id and size, as git prints them."""
        prefix = os.fsencode(self._git.prefix)
        where = [self._git.prefix.rstrip("/")] if prefix else []
        raw = self._git.run("ls-tree", "-r", "-t", "-z", "-l", "--full-tree", self.commit, *where)
        out = {}
        for line in raw.split(b"\0"):
            facts, _, name = line.partition(b"\t")
            if name.startswith(prefix):
                out[os.fsdecode(name[len(prefix) :])] = facts
        return out

    @cached_property
    def _folders(self) -> dict[str, list[str]]:
        """Names in each folder."""
        out: dict[str, list[str]] = {}
        for path in self._tree:
            above, _, name = path.rpartition("/")
            out.setdefault(above, []).append(name)
        return out

    def codes(self) -> list[str]:
        """Names of the client folders, sorted."""
        return sorted(name for name, is_folder in self._places() if is_folder and not name.startswith("."))

    def stray(self) -> list[Finding]:
        """Files in clients/ where only folders belong."""
        return judge_places(self._places())

    def _places(self) -> list[tuple[str, bool]]:
        return [(name, self._is_place(f"clients/{name}")) for name in self._folders.get("clients", [])]

    def _is_place(self, path: str) -> bool:
        """Whether it is a folder, or a link or another repository that stands for one."""
        mode = self._mode(path)
        if mode == _LINK:
            mode = self._mode(self._end(path) or path)
        return mode in (_FOLDER, _MODULE, _LINK)

    def listing(self, code: str) -> Listing:
        """The records in a client's folder; what is no record is pointed at."""
        path = f"clients/{code}"
        end = self._end(path)
        if end is None:
            message = "This folder is a link out of the practice; records lie inside it."
            return Listing((), False, (Finding("outside-practice", message, Span(path), "copy it here"),))
        if self._mode(end) != _FOLDER:
            message = "This folder cannot be listed: it was not part of this commit."
            return Listing((), False, (Finding("unreadable-file", message, Span(path)),))
        return judge_names(code, self._folders.get(end, []))

    def read(self, file: str) -> bytes | Finding:
        """The bytes of a file, or why they cannot be had."""
        end = self._end(file)
        if end is None:
            return leads_out(file)
        mode = self._mode(end)
        if mode is None or mode == _LINK:
            message = "This file cannot be read: there was no such file in this commit."
            return Finding("unreadable-file", message, Span(file), "look at another day")
        if mode in (_FOLDER, _MODULE):
            what = "A folder" if mode == _FOLDER else "Another repository"
            return Finding("unreadable-file", f"{what} stands where a file belongs.", Span(file), "look at another day")
        if self._size(end) > MAX_BYTES:
            return too_large(file, self._size(end))
        if self._id(end) not in self._read:
            self._fetch(end)
        return self._read[self._id(end)]

    def has(self, file: str) -> bool:
        """Whether the practice had such a file."""
        return file in self._tree

    def digest(self, file: str) -> str | None:
        """The SHA-256 of a file of any size, in hex; None where it cannot be had."""
        from hashlib import sha256

        end = self._end(file)
        if end is None or self._mode(end) in (None, _FOLDER, _LINK, _MODULE):
            return None
        return next((sha256(raw).hexdigest() for raw in blobs(self._git, [self._id(end)]).values()), None)

    def templates(self) -> list[str]:
        """Names of the practice's own templates, as paths below templates/."""
        below = [path for path in self._tree if path.startswith("templates/")]
        return sorted(path.removeprefix("templates/") for path in below if self._mode(path) not in (_FOLDER, _MODULE))

    def own_ids(self, folder: str) -> frozenset[str]:
        """Stems of the entry files in one folder of library/."""
        names = self._folders.get(f"library/{folder}", [])
        return frozenset(n.removesuffix(".yaml") for n in names if n.endswith(".yaml") and not n.startswith("."))

    def _fetch(self, path: str) -> None:
        """Read a file and those that are likely to be asked for next: its folder's, or every client.yaml."""
        above, _, name = path.rpartition("/")
        if name == "client.yaml":
            group = [f"clients/{code}/{name}" for code in self._folders.get("clients", [])]
        else:
            group = [f"{above}/{each}" if above else each for each in self._folders[above]]
        self._take([path, *group])

    def _take(self, paths: Iterable[str]) -> None:
        plain = [p for p in paths if self._mode(p) not in (None, _FOLDER, _MODULE) and self._size(p) <= MAX_BYTES]
        self._read.update(blobs(self._git, (i for p in plain if (i := self._id(p)) not in self._read)))

    def _end(self, path: str) -> str | None:
        """Where a path ends when its links are followed; None where that is outside the practice."""
        for _ in range(_HOPS):
            link = next((p for p in (*_above(path), path) if self._mode(p) == _LINK), None)
            if link is None:
                break
            self._take([link])
            target = os.fsdecode(self._read.get(self._id(link), b""))
            path = posixpath.normpath(posixpath.join(posixpath.dirname(link), target) + path[len(link) :])
            if path.startswith(("/", "../")) or path == "..":
                return None
        return path

    def _mode(self, path: str) -> bytes | None:
        facts = self._tree.get(path)
        return facts[:6] if facts else None

    def _id(self, path: str) -> str:
        return self._tree[path].split()[2].decode("ascii")

    def _size(self, path: str) -> int:
        size = self._tree[path].split()[3]
        return int(size) if size.isdigit() else 0


def _above(path: str) -> list[str]:
    """The folders a path goes through, outermost first."""
    steps = path.split("/")
    return ["/".join(steps[:n]) for n in range(1, len(steps))]
