"""Records made from their text, as a client's folder gives them."""

from __future__ import annotations

from massageplan.records.base import Dated
from massageplan.records.folder import Entry, Folder, in_order
from massageplan.records.kinds import build, read_stem
from massageplan.schema.gate import Schemas, admit
from massageplan.store import resources
from massageplan.text.reader import parse

SCHEMAS = Schemas(resources.schema)


def entry(stem: str, text: str) -> Entry:
    """One record; a date or moment in its name need not be repeated in the text."""
    name = read_stem(stem)
    assert name is not None
    day = f"date: {name.moment}" if name.dated else f"when: {name.moment.replace('-', ' ')}"
    document = parse(f"{stem}.yaml", f"{day}\n{text}".encode()).document
    assert document is not None
    data, findings = admit(SCHEMAS, name.kind, document)
    assert findings == []
    record = build(name.kind, data)
    assert isinstance(record, Dated)
    return Entry(stem, name.kind, name.moment, name.dated, record, document)


def folder(records: dict[str, str]) -> Folder:
    """A client's folder of records by stem."""
    return Folder("jd-7k2m", None, None, in_order(entry(stem, text) for stem, text in records.items()))
