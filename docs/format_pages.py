"""docs/format/ out of the schemas: a page a kind of record, one for the parts they share, one a library kind."""

from __future__ import annotations

import json
from typing import Any

from massageplan.library.catalogue import KINDS as LIBRARY
from massageplan.records.kinds import BODY_KEY, DATED, STANDING
from massageplan.schema.gate import Schemas
from massageplan.store import resources
from massageplan.text.writer import write
from schema_words import Links, anchor, cell, holds, rules, shown

SCHEMAS = Schemas(resources.schema)

INDEX = """# The format of records

What each file may hold, key by key. How a figure, a date or a dose is written: [notation](../notation.md). The same
as JSON Schema, for an editor or another program: `mplan schema KIND`.

A record is a YAML file `DATE-KIND.yaml` in the client's folder; a second one of a day is `DATE-KIND-2.yaml`. Plan and
session may be Markdown files instead (`.md`) with the keys between two lines `---` and the text below.
"""

PARTS_HEAD = """# Parts

What several kinds of record share. Each kind's page links here.
"""


def format_pages() -> dict[str, str]:
    """Every page of the format by its path below docs/."""
    made = {f"format/{kind}.md": _record_page(kind) for kind in (*STANDING, *DATED)}
    made |= {f"format/library-{kind}.md": _library_page(kind) for kind in LIBRARY}
    return {"format/README.md": _index(), "format/parts.md": _parts_page(), **made}


def _index() -> str:
    lines = [INDEX]
    lines.append(_list("Files of the practice", {k: k for k in STANDING}))
    lines.append(_list("Dated records, in their order within a day", {k: k for k in DATED}))
    library = {f"library-{k}": f"library/{k}" for k in LIBRARY}
    lines.append(_list("Entries of a library, the built-in one and your own", library))
    return "\n".join(lines)


def _list(heading: str, pages: dict[str, str]) -> str:
    rows = "".join(
        f"| [{name.rpartition('/')[2]}]({page}.md) | {cell(SCHEMAS.schema(name)['description'])} |\n"
        for page, name in pages.items()
    )
    return f"## {heading}\n\n| kind | holds |\n|---|---|\n{rows}"


def _record_page(kind: str) -> str:
    schema = SCHEMAS.schema(kind)
    file = f"`{kind}.yaml`" if kind != "client" else "`clients/CODE/client.yaml`"
    if kind in DATED:
        file = f"`clients/CODE/DATE-{kind}.yaml`"
    body = f" As a Markdown file its body is `{BODY_KEY[kind]}`." if kind in BODY_KEY else ""
    parts = [f"# {schema['title']}\n\n{schema['description']} File: {file}.{body}\n"]
    return "\n".join([*parts, *_body(schema, Links("parts.md"))])


def _library_page(kind: str) -> str:
    schema = SCHEMAS.schema(f"library/{kind}")
    head = f"# {schema['title']} (library)\n\n{schema['description']} File: `library/{LIBRARY[kind]}/ID.yaml`.\n"
    links = Links("")
    parts = [head, *_body(schema, links)]
    for name, part in schema["$defs"].items():
        parts.append(_part(name, part, links, part.get("examples", [])))
    return "\n".join(parts)


def _parts_page() -> str:
    links = Links("")
    told = _examples_by_part()
    sections = [_part(name, part, links, told.get(name, [])) for name, part in SCHEMAS.parts.items()]
    return "\n".join([PARTS_HEAD, *sections])


def _body(schema: dict[str, Any], links: Links) -> list[str]:
    out = [_table(schema, links)]
    said = rules(schema)
    if said:
        out.append("".join(f"- {rule}\n" for rule in said))
    for example in schema.get("examples", ())[:1]:
        out.append(f"## Example\n\n```yaml\n{write(_typed(example)).rstrip()}\n```\n")
    return out


def _typed(node: Any) -> Any:
    """Scalars as they are typed in a file, which is what the writer takes."""
    if isinstance(node, dict):
        return {key: _typed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_typed(value) for value in node]
    return str(node).lower() if isinstance(node, bool) else node if node is None else str(node)


def _part(name: str, part: dict[str, Any], links: Links, examples: list[Any]) -> str:
    lines = [f"## {anchor(name, ' ')}\n", f"{part['description']}\n"]
    if "properties" in part:
        lines.append(_table(part, links))
        said = rules(part)
        if said:
            lines.append("".join(f"- {rule}\n" for rule in said))
        return "\n".join(lines)
    what = holds(part, links)
    if what:
        lines.append(f"Holds: {what}.\n")
    scalars = [e for e in examples if not isinstance(e, (dict, list))]
    if scalars and "enum" not in part:
        lines.append(f"Examples: {shown(scalars, 8)}\n")
    return "\n".join(lines)


def _table(schema: dict[str, Any], links: Links) -> str:
    rows = ["| key | holds | meaning | examples |\n|---|---|---|---|\n"]
    rows.extend(_rows(schema, links, ""))
    return "".join(rows)


def _rows(schema: dict[str, Any], links: Links, prefix: str) -> list[str]:
    needed = schema.get("required", ())
    out = []
    for key, node in schema["properties"].items():
        name = f"{prefix}`{key}`" + (" (needed)" if key in needed else "")
        out.append(
            f"| {name} | {holds(node, links)} | {cell(node['description'])} | {shown(node.get('examples', ()), 2)} |\n"
        )
        below = node.get("items", node)
        if isinstance(below, dict) and "properties" in below:
            out.extend(_rows(below, links, f"{prefix}`{key}` / "))
    return out


def _examples_by_part() -> dict[str, list[Any]]:
    """Examples of each shared part, gathered from the keys that use it."""
    found: dict[str, list[Any]] = {}
    for name in (*STANDING, *DATED, "parts"):
        _gather(SCHEMAS.schema(name), found)
    return found


def _gather(node: Any, found: dict[str, list[Any]]) -> None:
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str):
            told = found.setdefault(reference.rpartition("/")[2], [])
            told.extend(e for e in node.get("examples", ()) if json.dumps(e) not in map(json.dumps, told))
        for value in node.values():
            _gather(value, found)
    elif isinstance(node, list):
        for value in node:
            _gather(value, found)
