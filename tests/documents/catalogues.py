"""The message list and the catalogues as they should stand on disk, made from the sources and the translations."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from .conftest import TEMPLATES

LOCALE = TEMPLATES / "locale"
POT = LOCALE / "massageplan.pot"
TAGS = tuple(sorted(path.stem for path in LOCALE.glob("*.po")))
SOURCES = (
    (TEMPLATES.parent / "massageplan" / "documents", "massageplan/documents", [("**.py", "python")]),
    (TEMPLATES, "templates", [("**.j2", "jinja2")]),
)
MADE = datetime(2026, 1, 1, tzinfo=UTC)


def sources() -> Catalog:
    """Every message of the sources."""
    catalogue = Catalog(project="massageplan", version="0", creation_date=MADE, charset="utf-8")
    catalogue.header_comment = "# Interface words of the documents. Made from the sources: see CONTRIBUTING."
    for folder, name, methods in SOURCES:
        options = {"**.j2": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
        found = extract_from_dir(folder, methods, options, comment_tags=("Translators:",), strip_comment_tags=True)
        for file, _, message, comments, context in sorted(found, key=lambda row: row[:2]):
            catalogue.add(message, None, [(f"{name}/{file}", 0)], auto_comments=comments, context=context)
    return catalogue


def pot() -> str:
    """The message list."""
    return _written(sources())


def read(tag: str) -> Catalog:
    """A language's catalogue as it stands."""
    return read_po(BytesIO((LOCALE / f"{tag}.po").read_bytes()), locale=tag)


def po(tag: str) -> str:
    """A language's catalogue with the messages of the sources: new ones are empty, those that are gone are left out."""
    known, catalogue = read(tag), sources()
    for message in catalogue:
        if message.id and (old := known.get(message.id)):
            message.string = old.string
        elif isinstance(message.id, tuple):
            message.string = ("",) * known.num_plurals
    head = (LOCALE / f"{tag}.po").read_text(encoding="utf-8").partition("\n\n")[0]
    return f"{head}\n\n{_written(catalogue).partition(chr(10) * 2)[2]}"


def header(tag: str) -> str:
    """The head of a catalogue: one field a line."""
    lines = (LOCALE / f"{tag}.po").read_text(encoding="utf-8").partition("\n\n")[0].splitlines()
    return "".join(line[1:-3] + "\n" for line in lines if line.endswith('\\n"'))


def mo(tag: str) -> bytes:
    """The compiled catalogue: as gettext reads it, the same bytes at every time."""
    pairs = [(b"", header(tag).encode()), *sorted(_pair(m) for m in read(tag) if m.id and all(forms(m.string)))]
    keys, values = [key for key, _ in pairs], [value for _, value in pairs]
    at = 28 + 16 * len(pairs)
    tables, body = [], b""
    for texts in (keys, values):
        for text in texts:
            tables += [len(text), at + len(body)]
            body += text + b"\0"
    return (
        struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, at)
        + struct.pack(f"<{len(tables)}I", *tables)
        + body
    )


def _pair(message: Message) -> tuple[bytes, bytes]:
    return "\0".join(forms(message.id)).encode(), "\0".join(forms(message.string)).encode()


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """A message or translation: one form, or one for one and one for many."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def _written(catalogue: Catalog) -> str:
    text = BytesIO()
    write_po(text, catalogue, width=100, include_lineno=False)
    lines = text.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith('"Generated-By'))  # names Babel's version
