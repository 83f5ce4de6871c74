"""Opening a practice and reading a client's folder: records and findings, never one without the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import NotReadable
from ..findings import Finding
from ..frozen import Frozen
from ..library.catalogue import Library
from ..records.folder import Entry, Folder, House, in_order
from ..records.kinds import BODY_KEY, Misfit, build
from ..records.people import Client, Network, Practice
from ..schema.gate import Schemas, admit
from ..span import Span
from ..store import resources
from ..store.practice import MARK, OwnShelf, PracticeFiles
from ..text.document import Document
from ..text.reader import parse

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ..records.base import Dated, Part
    from ..store.files import Files


FORMAT = 0
"""The format of practices that this version reads."""


class Opened(Frozen):
    """A practice ready to be looked at.

    Attributes:
        findings: what is wrong with practice.yaml and network.yaml.
    """

    files: Files
    house: House
    library: Library
    schemas: Schemas
    findings: tuple[Finding, ...]


class Loaded(Frozen):
    """A client's folder, and what reading it found."""

    folder: Folder
    findings: list[Finding]


def open_practice(root: Path) -> Opened:
    """Read practice.yaml and network.yaml of a folder; see `open_files`."""
    return open_files(PracticeFiles(root))


def open_files(files: Files) -> Opened:
    """Read practice.yaml and network.yaml, as they are or as they were.

    Raises:
        NotReadable: practice.yaml cannot be used.
    """
    schemas = Schemas(resources.schema)
    findings: list[Finding] = []
    practice, document = _standing(files, schemas, MARK, "practice", findings)
    if document is not None:
        _refuse_newer(document)
    if not isinstance(practice, Practice) or document is None:
        first = next((f for f in findings if f.severity == "error"), None)
        place, what = (first.span, first.message) if first else (Span(MARK), "It cannot be read.")
        raise NotReadable(f"{place}: {what}", (first and first.help) or "mend practice.yaml first")
    network, network_document = None, None
    if files.has("network.yaml"):
        read, network_document = _standing(files, schemas, "network.yaml", "network", findings)
        network = read if isinstance(read, Network) else None
        network_document = network_document or Document("network.yaml", "", None, None)
    house = House(practice, document, network, network_document)
    library = Library(schemas, resources.BuiltIn(), OwnShelf(files))
    return Opened(files, house, library, schemas, tuple(findings))


def open_past(root: Path, day: date) -> tuple[Opened, str]:
    """The practice as git had it at the end of a day, and the commit that tells it.

    Raises:
        NotReadable: there is no git, no commit as early, or practice.yaml could not be used then.
    """
    from ..store.git import required
    from ..store.past import PastFiles, commit_at

    git = required(root)
    commit = commit_at(git, day)
    if commit is None:
        raise NotReadable(f"Nothing was committed here as early as {day}.", "give a later day")
    try:
        return open_files(PastFiles(git, commit)), commit
    except NotReadable as fault:
        raise NotReadable(f"As of {day} (commit {commit[:7]}): {fault}", "look at another day") from fault


def _refuse_newer(document: Document) -> None:
    """A practice that a later massageplan wrote is not half understood."""
    data = document.data
    written = data.get("format") if isinstance(data, dict) else None
    if isinstance(written, str) and written.isdigit() and int(written[:9]) > FORMAT:
        message = f"{document.locate(('format',))}: This practice has format {written[:9]}; this mplan knows {FORMAT}."
        raise NotReadable(message, "install a newer massageplan")


def load_folder(opened: Opened, code: str) -> Loaded:
    """Read one client's folder. A file that cannot be used is left out and told; the others are used."""
    files, schemas = opened.files, opened.schemas
    listing = files.listing(code)
    findings = list(listing.findings)
    client: Part | None = None
    client_document = None
    if listing.has_client:
        client, client_document = _standing(files, schemas, f"clients/{code}/client.yaml", "client", findings)
    entries: list[Entry] = []
    left_out = [f.span.file.rsplit("/", 1)[-1] for f in listing.findings]
    if listing.has_client and client is None:
        left_out.append("client.yaml")
    for record in listing.records:
        file = f"clients/{code}/{record.name}"
        stem = record.stem
        built, document = _standing(files, schemas, file, stem.kind, findings)
        if built is None or document is None:
            left_out.append(record.name)
        else:
            dated: Dated = built  # type: ignore[assignment]
            entries.append(Entry(stem.text, stem.kind, stem.moment, stem.dated, dated, document))
    folder = Folder(
        code, client if isinstance(client, Client) else None, client_document, in_order(entries), tuple(left_out)
    )
    return Loaded(folder, findings)


def _standing(
    files: Files, schemas: Schemas, file: str, kind: str, findings: list[Finding]
) -> tuple[Part | None, Document | None]:
    """One file read, parsed, passed through its gate and built; None where it cannot be used."""
    raw = files.read(file)
    if isinstance(raw, Finding):
        findings.append(raw)
        return None, None
    parsed = parse(file, raw, BODY_KEY.get(kind) if file.endswith(".md") else None)
    findings.extend(parsed.findings)
    if parsed.document is None or any(f.severity == "error" for f in parsed.findings):
        if parsed.document is not None:
            findings.extend(admit(schemas, kind, parsed.document)[1])
        return None, None
    data, faults = admit(schemas, kind, parsed.document)
    findings.extend(faults)
    if data is None:
        return None, parsed.document
    built = build(kind, data)
    if isinstance(built, Misfit):
        message = "This is not the shape a record of this kind has here."
        findings.append(
            Finding("wrong-shape", message, parsed.document.locate(built.path), "see: mplan schema " + kind)
        )
        return None, parsed.document
    return built, parsed.document
