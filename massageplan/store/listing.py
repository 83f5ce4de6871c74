"""What the names in a practice's folders say: which are records, and what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Finding, did_you_mean
from ..frozen import Frozen
from ..records.kinds import BODY_KEY, CODE, DATED, Stem, read_stem
from ..span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


class RecordFile(Frozen):
    """A record's file, not yet read."""

    stem: Stem
    name: str


class Listing(Frozen):
    """What a client's folder holds."""

    records: tuple[RecordFile, ...]
    has_client: bool
    findings: tuple[Finding, ...]


def judge_places(places: Iterable[tuple[str, bool]]) -> list[Finding]:
    """What of clients/ does not belong there.

    Args:
        places: name, and whether it is a folder.
    """
    out = []
    for name, is_folder in sorted(places):
        span = Span(f"clients/{name}")
        if not is_folder and not name.startswith("."):
            out.append(Finding("unknown-kind", "A file lies where client folders belong.", span, "move it"))
        elif is_folder and not name.startswith(".") and not CODE.match(name):
            message = "A client's folder is named by initials and four characters, such as jd-7k2m."
            out.append(Finding("unknown-kind", message, span, "rename it before it has records"))
    return out


def judge_names(code: str, names: Iterable[str]) -> Listing:
    """A client's folder by the names in it: records, and what is none."""
    records: list[RecordFile] = []
    findings: list[Finding] = []
    has_client = False
    for name in sorted(names):
        if name == "client.yaml":
            has_client = True
        elif name != "files" and not name.startswith("."):
            record = record_file(code, name)
            if isinstance(record, Finding):
                findings.append(record)
            else:
                records.append(record)
    return Listing(tuple(records), has_client, tuple(findings))


def leads_out(file: str) -> Finding:
    """Said of a link that ends outside the practice."""
    message = "This is a link out of the practice; records lie inside it."
    return Finding("outside-practice", message, Span(file), "copy the file here")


def too_large(file: str, size: int) -> Finding:
    """Said of a file that is too large for a record."""
    message = f"This file is {size / 1e6:.1f} MB; a record may have 1 MB at most."
    return Finding("unreadable-file", message, Span(file), "keep scans and photos in files/")


def record_file(code: str, name: str) -> RecordFile | Finding:
    """A file of a client's folder as the record that its name says it is, or why it is none."""
    stem, _, ending = name.rpartition(".")
    read = read_stem(stem)
    file = f"clients/{code}/{name}"
    if read and (ending == "yaml" or (ending == "md" and read.kind in BODY_KEY)):
        return RecordFile(read, name)
    if read and ending == "md":
        message = f"A {read.kind} is a .yaml file; only plan and session may be .md."
        return Finding("unknown-kind", message, Span(file), f"rename it to {stem}.yaml")
    if read and ending == "yml":
        return Finding("unknown-kind", "Records end in .yaml.", Span(file), f"rename it to {stem}.yaml")
    last = (stem or name).split("-")[-1]
    near = did_you_mean(last, [*DATED, "client"])
    message = "This name is not that of a record: date (or moment), hyphen, kind, .yaml."
    help = near or f"kinds are {', '.join(DATED)}; other papers belong into files/"
    return Finding("unknown-kind", message, Span(file), help)
