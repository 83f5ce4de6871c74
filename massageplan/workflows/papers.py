"""The papers that records name under `files:`: whether each is there, and still is what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Finding
from ..records.base import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..records.base import Texts
    from ..records.folder import Folder
    from ..span import Path
    from ..store.files import Files

MARK = " sha256-"
"""What stands between the name of a paper and what its bytes come to."""


def missing(files: Files, folder: Folder) -> Iterator[Finding]:
    """One finding for each paper of a client that is not there, or whose bytes differ.

    Only what carries a `sha256-` is read.
    """
    place = f"clients/{folder.code}/files"
    if folder.client and folder.client_document and folder.client.files:
        for paper, path in _named(folder.client.files):
            fault = _fault(files, place, paper)
            if fault:
                yield Finding("file-missing", fault[0], folder.client_document.locate(path), fault[1])
    for entry in folder.entries:
        for paper, path in _named(entry.record.files) if entry.record.files else ():
            fault = _fault(files, place, paper)
            if fault:
                yield Finding("file-missing", fault[0], entry.span(path), fault[1])


def _named(listed: Texts) -> Iterator[tuple[str, Path]]:
    """Each paper as written, and where."""
    for n, paper in enumerate(texts(listed)):
        yield paper, ("files",) if isinstance(listed, str) else ("files", n)


def _fault(files: Files, place: str, paper: str) -> tuple[str, str] | None:
    """What is wrong with a paper, and what to do; None where nothing is."""
    name, marked, digest = paper.partition(MARK)
    file = f"{place}/{name.rstrip()}"
    if "\\" in name or "\0" in name or not files.has(file):
        return "This paper is not in the client's files/.", f"put it into {place}/, or correct the name"
    if marked and files.digest(file) != digest.strip().casefold():
        what = "This paper is not the one that was kept: its bytes come to something else."
        return what, "look for the one that was; mplan history shows when it was changed"
    return None
