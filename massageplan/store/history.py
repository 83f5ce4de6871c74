"""What git tells of clients' folders: each commit that touched them, and which files it left how."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..patterns import lazy
from ..records.kinds import DATED, read_stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .git import Git

_CODE = r"[a-z]{1,4}-[a-z0-9]{4}"
_SUBJECT = lazy(
    rf"(?P<undo>undo )?(?:(?P<verb>correct|move|drop) )?(?P<kind>client|{'|'.join(DATED)})"
    rf"(?: (?P<moment>[^ ]+))? (?P<code>{_CODE})(?: to (?P<to>{_CODE}))?"
)
_FORMAT = "%x01%H%x00%aN%x00%as%x00%s"
_LOG = ("log", "-z", "--raw", "-c", "--no-abbrev", "--no-renames", "--no-relative", "--no-follow", "--no-color",
        "--no-show-signature", "--no-ext-diff", "--encoding=UTF-8", f"--format={_FORMAT}")  # fmt: skip
"""A merge is told only of files that are in it as in none of its parents; nothing depends on the user's settings."""

_ORDER = ("--date-order", "--reverse")


class Change(Frozen):
    """A file of a client's folder as a commit left it.

    Attributes:
        code: the client's folder.
        stem: the file's name without its ending.
        name: the file's name.
        blob: git's id of its contents; None when the file is gone.
        before: ids of what it was, in each parent that had it.
    """

    code: str
    stem: str
    name: str
    blob: str | None
    before: tuple[str, ...] = ()


class Commit(Frozen):
    """A commit and what it did in the folders asked for.

    Attributes:
        day: when it was made, as its author's calendar had it.
        by: its author.
    """

    id: str
    day: str
    by: str
    subject: str
    changes: tuple[Change, ...]


class Subject(Frozen):
    """What a commit made by this tool says it did.

    Attributes:
        verb: `record`, `correct`, `move` or `drop`.
        moment: date or moment of the record; empty for a client.
        to: the client a record was moved to, or empty.
        undoes: whether it takes that back.
    """

    verb: str
    kind: str
    moment: str
    code: str
    to: str
    undoes: bool

    def names(self, change: Change) -> bool:
        """Whether a file may be the record that is spoken of."""
        if change.code not in (self.code, self.to):
            return False
        if self.kind == "client":
            return change.stem == "client"
        stem = read_stem(change.stem)
        return stem is not None and (stem.kind, stem.moment) == (self.kind, self.moment)


def read_subject(text: str) -> Subject | None:
    """The first line of a commit taken apart; None when somebody wrote it by hand."""
    found = _SUBJECT.fullmatch(text)
    if found is None or (found["moment"] is None) != (found["kind"] == "client"):
        return None
    verb, to = found["verb"] or "record", found["to"] or ""
    if (verb == "move") != bool(to):
        return None
    return Subject(verb, found["kind"], found["moment"] or "", found["code"], to, bool(found["undo"]))


def commits_of(git: Git, codes: Iterable[str], newest: str) -> list[Commit]:
    """The commits that touched these clients' folders, oldest first, as seen from one commit.

    To compare the folders of every commit with those of its parent is slow; so those whose own words say that they
    are about another client are passed over first. Where what is left does not explain each file, all are compared.
    """
    codes = sorted(codes)
    places = [f"clients/{code}" for code in codes]
    likely = "".join(f"{id}\n" for id in _likely(git, codes, newest)).encode("ascii")
    raw = git.run(*_LOG, "--no-walk=unsorted", "--stdin", "--", *places, stdin=likely) if likely else b""
    found = parse_log(raw, git.prefix)
    if _explain(found, _files(git, places, newest)):
        return found
    return parse_log(git.run(*_LOG, *_ORDER, "--full-history", newest, "--", *places), git.prefix)


def _likely(git: Git, codes: list[str], newest: str) -> Iterator[str]:
    """Commits made by hand, and those that name one of the clients, oldest first."""
    raw = git.run("log", "-z", *_ORDER, "--no-show-signature", "--no-color", "--format=%H %s", newest)
    for line in raw.decode("utf-8", "replace").split("\0"):
        id, _, subject = line.partition(" ")
        if id and (any(code in subject for code in codes) or not _SUBJECT.fullmatch(subject)):
            yield id


def _files(git: Git, places: list[str], newest: str) -> dict[tuple[str, str], str]:
    """The records of the clients at a commit: git's ids of their contents by folder and name."""
    where = [git.prefix + place for place in places]
    out = {}
    for line in git.run("ls-tree", "-r", "-z", "--full-tree", newest, "--", *where).split(b"\0"):
        facts, _, path = line.partition(b"\t")
        if named := _named(path, git.prefix):
            out[named[0], named[2]] = facts.split(b" ")[2].decode("ascii")
    return out


def _explain(commits: list[Commit], files: dict[tuple[str, str], str]) -> bool:
    """Whether commits tell how each file came to be as it is, with no step missing in between."""
    seen: set[tuple[str, str, str | None]] = set()
    for commit in commits:
        for change in commit.changes:
            if any((change.code, change.name, blob) not in seen for blob in change.before):
                return False
        seen.update((change.code, change.name, change.blob) for change in commit.changes)
    gone = {(code, name) for code, name, _ in seen} - files.keys()
    return all((*file, blob) in seen for file, blob in files.items()) and all((*file, None) in seen for file in gone)


def parse_log(raw: bytes, prefix: str = "") -> list[Commit]:
    """Git's words (see `_LOG`) as commits; merges that changed nothing of their own are left out.

    Args:
        prefix: path of the practice in the repository, ending in a slash.
    """
    words = (word.removeprefix(b"\n") for word in raw.split(b"\0"))
    out: list[Commit] = []
    changes: list[Change] = []
    for word in words:
        if word.startswith(b"\x01"):
            by, day, subject = (next(words, b"").decode("utf-8", "replace") for _ in range(3))
            changes = []
            out.append(Commit(word[1:].decode("ascii"), day, by, subject, ()))
        elif word.startswith(b":"):
            changes.extend(_change(word, next(words, b""), prefix))
            out[-1] = _with(out[-1], changes)
    return [commit for commit in out if commit.changes]


def _with(commit: Commit, changes: list[Change]) -> Commit:
    return Commit(commit.id, commit.day, commit.by, commit.subject, tuple(changes))


def _change(facts: bytes, path: bytes, prefix: str) -> Iterator[Change]:
    """One line of `--raw`; a merge has a colon, a mode and an id more for each parent more."""
    parents = len(facts) - len(facts.lstrip(b":"))
    fields = facts.lstrip(b":").split(b" ")
    named = _named(path, prefix)
    if named and len(fields) >= 2 * parents + 2:
        ids = [field.decode("ascii") for field in fields[parents + 1 : 2 * parents + 2]]
        before = tuple(id for id in ids[:-1] if id.strip("0"))
        yield Change(*named, ids[-1] if ids[-1].strip("0") else None, before)


def _named(path: bytes, prefix: str) -> tuple[str, str, str] | None:
    """Folder, stem and name of a record's file; None for what is none, such as files/."""
    steps = os.fsdecode(path).removeprefix(prefix).split("/")
    if len(steps) != 3:
        return None
    _, code, name = steps
    stem, _, ending = name.rpartition(".")
    is_record = ending in ("yaml", "md") and (name == "client.yaml" or read_stem(stem) is not None)
    return (code, stem, name) if is_record else None
