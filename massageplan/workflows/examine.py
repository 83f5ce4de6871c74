"""A record looked at before it is kept: as the file it will be, in the folder it will stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..checks.base import ClientCase, Context
from ..checks.registry import client_checks
from ..findings import Finding, in_reading_order
from ..frozen import Frozen, replace
from ..records.folder import Entry, in_order
from ..records.kinds import BODY_KEY, STANDING, Misfit, build, read_stem
from ..records.people import Client
from ..schema.gate import admit
from ..text.reader import parse

if TYPE_CHECKING:
    from datetime import date

    from ..records.folder import Folder
    from ..text.document import Document
    from .load import Opened


class Examined(Frozen):
    """What a text would be as a record.

    Attributes:
        findings: what is wrong with it, in reading order; those of other files only where it brings them about.
        data: its data as read; None where it cannot be read at all.
        elsewhere: findings of the client's other files, with this record among them, whoever brought them about.
    """

    findings: tuple[Finding, ...]
    data: dict[str, Any] | None
    elsewhere: tuple[Finding, ...] = ()

    @property
    def errors(self) -> list[Finding]:
        """What forbids to keep it."""
        return [f for f in self.findings if f.refuses]

    @property
    def warnings(self) -> list[Finding]:
        """What is to be looked at some time."""
        return [f for f in self.findings if not f.refuses]


def examine(opened: Opened, folder: Folder, file: str, text: str, today: date) -> Examined:
    """Read a text as the file it is to be, and check the client's folder with it in its place.

    Args:
        folder: the client's folder as it is.
        file: name below the client's folder: `2026-11-30-session.yaml`.
    """
    shown = f"clients/{folder.code}/{file}"
    stem, _, ending = file.rpartition(".")
    named = read_stem(stem)
    kind = named.kind if named else "client"
    raw = text.encode("utf-8", "surrogateescape")
    parsed = parse(shown, raw, BODY_KEY.get(kind) if ending == "md" else None)
    findings = list(parsed.findings)
    elsewhere: list[Finding] = []
    if parsed.document is None or not isinstance(parsed.document.data, dict):
        if parsed.document is not None:
            findings.extend(admit(opened.schemas, kind, parsed.document)[1])
        return Examined(tuple(findings), None)
    data, faults = admit(opened.schemas, kind, parsed.document)
    findings.extend(faults)
    if data is not None and not any(f.severity == "error" for f in parsed.findings):
        built = build(kind, data)
        if isinstance(built, Misfit):
            place = parsed.document.locate(built.path)
            findings.append(Finding("wrong-shape", "This is not the shape a record of this kind has.", place))
        else:
            after = _with(folder, stem, kind, built, parsed.document)
            here, elsewhere = _checked_in(opened, after, shown, today)
            findings.extend(here)
            findings.extend(_brought_about(opened, folder, after, elsewhere, today))
    return Examined(tuple(in_reading_order(findings)), parsed.document.data, tuple(elsewhere))


def _with(folder: Folder, stem: str, kind: str, record: Any, document: Document) -> Folder:
    """The folder with a record in its place, new or instead of the one of the same name."""
    if kind in STANDING:
        assert isinstance(record, Client)
        return replace(folder, client=record, client_document=document)
    named = read_stem(stem)
    assert named is not None
    entry = Entry(stem, kind, named.moment, named.dated, record, document)
    others = [e for e in folder.entries if e.stem != stem]
    return replace(folder, entries=in_order([*others, entry]))


def in_folder(folder: Folder, file: str, document: Document) -> Folder:
    """The folder with a record that is right as it stands; as it was where the document is no such record."""
    stem = file.rpartition(".")[0]
    named = read_stem(stem)
    built = build(named.kind, document.data) if named else None
    if named is None or isinstance(built, Misfit):
        return folder
    return _with(folder, stem, named.kind, built, document)


def _checked_in(opened: Opened, folder: Folder, shown: str, today: date) -> tuple[list[Finding], list[Finding]]:
    """Findings of a folder that stand in this file, and those of its other files; what `allow` hushes is left out."""
    allowed = set(opened.house.practice.allow or {}) | set((folder.client and folder.client.allow) or {})
    found = [f for f in _checked(opened, folder, today) if f.name not in allowed]
    entry = next((e for e in folder.entries if e.document.file == shown), None)
    hushed = set((entry and entry.record.allow) or {})
    here = [f for f in found if f.span.file == shown and f.name not in hushed]
    return here, [f for f in found if f.span.file != shown]


def _brought_about(
    opened: Opened, before: Folder, after: Folder, elsewhere: list[Finding], today: date
) -> list[Finding]:
    """Findings of other files that were not there without the record."""
    if not elsewhere or not _replaces(before, after):
        return []
    old = set(_checked(opened, before, today))
    return [f for f in elsewhere if f not in old]


def _replaces(before: Folder, after: Folder) -> bool:
    """Whether a record that was there reads otherwise now: only then can others lose what they rest on."""
    return len(before.entries) == len(after.entries)


def _checked(opened: Opened, folder: Folder, today: date) -> list[Finding]:
    case = ClientCase(folder, Context(opened.house, opened.library, today))
    return [finding for check in client_checks() for finding in check(case)]
