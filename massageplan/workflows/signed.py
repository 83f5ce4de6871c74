"""An agreement is recorded: what the client said, and the signed page beside it, in one commit."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ..errors import NotReadable, UsageError
from ..frozen import Frozen
from ..records.base import texts
from ..store.changes import Changes
from .keep import Written, moment_of, names
from .planned import planned_on
from .recording import Done, as_bytes, judge, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ..records.folder import Folder
    from .recording import Work

MOST_BYTES = 5_000_000
"""A scan may have this many: it stays in the history of the practice for good (house rule)."""

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_BEGINS = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
"""What files begin with, and the ending they are kept under."""


class Scan(Frozen):
    """A signed page as a file: its bytes, and the ending it is kept under."""

    raw: bytes
    ending: str


def read_scan(source: str) -> Scan:
    """The file of a signed page.

    Raises:
        NotReadable: it cannot be read, is too large, or is none of the three kinds.
    """
    shown = source[:80]
    try:
        handle = os.open(source, _READ)  # not waiting: nobody may ever write into a pipe
        with os.fdopen(handle, "rb") as stream:
            regular = stat.S_ISREG(os.fstat(handle).st_mode)
            raw = stream.read(MOST_BYTES + 1) if regular else b""
    except (OSError, ValueError) as error:
        said = (error.strerror or os.strerror(error.errno or 0)) if isinstance(error, OSError) else "no such name"
        raise NotReadable(f"--signed {shown} cannot be read: {said.lower()}.", "give the file of the scan") from error
    if not regular:
        raise NotReadable(f"--signed {shown} is no file.", "give the file of the scan")
    if len(raw) > MOST_BYTES:
        raise NotReadable(f"--signed {shown} is larger than 5 MB.", "scan it in grey at 150 dots an inch")
    ending = next((ending for begin, ending in _BEGINS.items() if raw.startswith(begin)), None)
    if ending is None:
        raise NotReadable(f"--signed {shown} is no PDF, PNG or JPEG.", "save the scan as one of these")
    return Scan(raw, ending)


def refuse_again(folder: Folder, scan: Scan) -> None:
    """A page that was kept already is not kept twice.

    Raises:
        UsageError: a record of the client names a file of the same bytes.
    """
    mark = _mark(scan)
    for entry in folder.entries:
        for named in texts(entry.record.files):
            if mark in named.split():
                name = named.split()[0]
                what = f"This page is kept already: files/{name}, named by {entry.stem}."
                raise UsageError(what, f"scan the other page, or mplan edit {folder.code} {entry.stem}")


def plan_of(folder: Folder, day: date) -> str:
    """Stem of the plan record that an agreement of a day is about.

    Raises:
        UsageError: there is no plan on that day.
    """
    return planned_on(folder.until(day.isoformat()), day, "--date").force.newest.stem


def keep_agreement(work: Work, data: dict[str, Any], scan: Scan | None) -> Done:
    """Write the follow-up, and the scan into files/, as one change and one commit.

    Args:
        data: the record without `files`.

    Raises:
        NotReadable: the disk or git refuses; nothing is half kept.
    """
    moment = _moment(work, data)
    found = judge(work, shown(work, data, scan), data)
    if found.errors or found.data is None:
        return Done(None, found.findings)
    code = work.folder.code
    with Changes(work.root, work.waiting) as changes, changes.as_one():
        file = changes.create(_free(work, moment, scan), scan.raw) if scan else ""
        raw = as_bytes(text_of(work, _with(data, file, scan)))
        record = changes.create(names(code, moment_of(data), "followup", work.me.many), raw)
        kept = changes.commit(f"followup {moment_of(data)} {code}", work.me.person)
    return Done(Written(record, kept), tuple(found.warnings))


def shown(work: Work, data: dict[str, Any], scan: Scan | None) -> str:
    """The record as it will be stored, with the name that the page will have."""
    return text_of(work, _with(data, next(_free(work, _moment(work, data), scan)) if scan else "", scan))


def _moment(work: Work, data: dict[str, Any]) -> str:
    return next(entry.moment for entry in work.folder.entries if entry.stem == data["of"])


def _free(work: Work, moment: str, scan: Scan) -> Iterator[str]:
    """Names for the scan that nobody has."""
    base = f"clients/{work.folder.code}/files/{moment}-agreement"
    for n in range(1, 100):
        file = f"{base}{'' if n == 1 else f'-{n}'}.{scan.ending}"
        if not os.path.lexists(work.root / file):
            yield file


def _with(data: dict[str, Any], file: str, scan: Scan | None) -> dict[str, Any]:
    """The record with the scan's name and what its bytes come to."""
    if scan is None:
        return data
    return {**data, "files": f"{file.rpartition('/')[2]} {_mark(scan)}"}


def _mark(scan: Scan) -> str:
    """What its bytes come to."""
    return f"sha256-{sha256(scan.raw).hexdigest()}"
