"""`mplan move` and `mplan drop`: a record goes to the client it belongs to, or goes, and it is said why."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from ..errors import HasFindings, NotReadable, UsageError
from ..findings import Finding
from ..frozen import Frozen
from ..records.kinds import read_stem
from ..store.changes import Changes
from ..store.git import Git
from ..text.writer import write
from .examine import examine
from .keep import Written, defaults, names
from .load import load_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from .find import Named
    from .load import Opened
    from .me import Me


class Mending(Frozen):
    """Who mends, when."""

    opened: Opened
    me: Me
    today: date
    waiting: Callable[[], None] = lambda: None


def move(work: Mending, named: Named, to: str) -> Written:
    """Move a record to another client's folder; its history stays with it.

    Raises:
        UsageError: it is there already, or it says who a client is.
        HasFindings: others point at it, or it does not fit there.
        NotReadable: the disk or git refuses.
    """
    if named.code == to:
        raise UsageError(f"{named.stem} is in {to} already.", "name another client: --to CLIENT")
    read = read_stem(named.stem)
    if read is None:
        raise UsageError("client.yaml says whose folder it is and stays in it.", "change it with: mplan edit")
    _unless_needed(work, named, "move")
    raw = _read(work.opened, named)
    text = raw.decode("utf-8", "surrogateescape")
    ending = named.name.rpartition(".")[2]
    there = load_folder(work.opened, to).folder
    provisional = next(n for n in names(to, read.moment, read.kind, True, ending)).rpartition("/")[2]
    found = examine(work.opened, there, provisional, text, work.today)
    if found.errors:
        first = found.errors[0]
        place = f"{named.file}:{first.span.line}:{first.span.column}"
        raise HasFindings(f"{place}: it does not fit there: {first.message}", first.help)
    wanted = [f"clients/{to}/{named.name}", *islice(names(to, read.moment, read.kind, work.me.many, ending), 98)]
    papers = _papers(work, named, found.data or {}, to)
    with Changes(work.opened.files.root, work.waiting) as changes:
        for paper, target in papers:
            changes.move(paper, [target], (work.opened.files.root / paper).read_bytes())
        file = changes.move(named.file, wanted, raw)
        return Written(file, changes.commit(f"move {named.label} to {to}", work.me.person))


def _papers(work: Mending, named: Named, data: dict[str, Any], to: str) -> list[tuple[str, str]]:
    """The papers that a record names and its folder has, each with where it goes.

    Raises:
        UsageError: another record names one too, or the other client has one of that name.
    """
    listed = data.get("files")
    out = []
    for name in [listed] if isinstance(listed, str) else listed or []:
        here, there = (f"clients/{code}/files/{name}" for code in (named.code, to))
        if "/" in name or not (work.opened.files.root / here).is_file():
            continue
        folder = load_folder(work.opened, named.code).folder
        if any(e.stem != named.stem and name in _mentions(e.document.data) for e in folder.entries):
            raise UsageError(f"{here} belongs to another record too.", "copy it by hand, and name the copy")
        if work.opened.files.has(there):
            raise UsageError(f"{there} is there already.", "rename one of the two first, in the record too")
        out.append((here, there))
    return out


def drop(work: Mending, named: Named, why: str) -> Written:
    """Take a record out of the folder, and write an amendment that says why.

    The record stays in git's history; without version control nothing is dropped.

    Raises:
        UsageError: it says who a client is.
        HasFindings: others point at it.
        NotReadable: there is no version control, or the disk or git refuses.
    """
    if read_stem(named.stem) is None:
        raise UsageError("client.yaml says whose folder it is and stays in it.", "change it with: mplan edit")
    _unless_needed(work, named, "drop")
    with Changes(work.opened.files.root, work.waiting) as changes:
        if not isinstance(changes.git, Git):
            raise NotReadable(f"Nothing is dropped: {changes.git.because}, so it would be lost.", changes.git.help)
        if (work.opened.files.root / named.file).exists():
            raw = _read(work.opened, named)
            _is_in_git(changes.git, named, raw)
        else:
            raw = b""
        with changes.as_one():
            file = _reason(work, named, why, changes)
            if raw:
                changes.remove(named.file, raw)
            else:
                changes.include([named.file])
        return Written(file, changes.commit(f"drop {named.label}", work.me.person))


def _reason(work: Mending, named: Named, why: str, changes: Changes) -> str:
    """The amendment that says why a record is dropped: a new one, or that of a run which was cut off after it."""
    text = _amendment(work, named, why)
    for entry in load_folder(work.opened, named.code).folder.entries:
        file = entry.document.file
        if strikes(entry.document.data, named.stem) and work.opened.files.read(file) == text:
            changes.include([file])
            return file
    return changes.create(names(named.code, work.today.isoformat(), "amendment", work.me.many), text)


def _amendment(work: Mending, named: Named, why: str) -> bytes:
    told = {"amends": named.stem, "who": work.me.id, "why": why, "strike": "record"}
    return write({**defaults(work.me, work.today, work.today), **told}).encode("utf-8")


def _is_in_git(git: Git, named: Named, raw: bytes) -> None:
    """What git does not have would be lost with the file."""
    if git.blob("HEAD", named.file) != raw:
        raise NotReadable(f"{named.file} has changes that are not saved.", "save them first: mplan save")


def _read(opened: Opened, named: Named) -> bytes:
    raw = opened.files.read(named.file)
    if isinstance(raw, Finding):
        raise NotReadable(f"{raw.span.file}: {raw.message}", raw.help)
    return raw


def _unless_needed(work: Mending, named: Named, verb: str) -> None:
    """Records that others point at stay where they are."""
    folder = load_folder(work.opened, named.code).folder
    others = [e for e in folder.entries if e.stem != named.stem and not strikes(e.document.data, named.stem)]
    needing = [e for e in others if named.stem in _mentions(e.document.data)]
    if needing:
        shown = ", ".join(e.document.file for e in needing[:4])
        raise HasFindings(f"{named.stem} is needed by {shown}.", f"{verb} that first, or take the mention out")


def strikes(data: object, stem: str) -> bool:
    """Whether a record is the amendment that drops another."""
    return isinstance(data, dict) and data.get("amends") == stem and data.get("strike") == "record"


def _mentions(data: object) -> set[str]:
    """Every scalar of a record."""
    if isinstance(data, dict):
        return {text for value in data.values() for text in _mentions(value)}
    if isinstance(data, list):
        return {text for value in data for text in _mentions(value)}
    return {data} if isinstance(data, str) else set()
