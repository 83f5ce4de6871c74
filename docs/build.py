"""Writes the generated pages of docs/ from the code: `python docs/build.py`; `--check` says which are stale."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from massageplan.checks.registry import names, page
from massageplan.cli.app import COMMANDS, _load
from massageplan.findings import SEVERITIES
from massageplan.library.catalogue import KINDS
from massageplan.records.kinds import DATED, STANDING
from massageplan.report.pages import as_markdown

DOCS = Path(__file__).resolve().parent
SCHEMAS = DOCS.parent / "schemas"
EXIT_CODES = "Exit codes: 0 ok, 1 findings, 2 usage, 3 cannot read or write, 70 a bug of ours."


def main(arguments: list[str]) -> int:
    """Write or check; exit code 1 and the names of stale pages when one is not current."""
    pages = {**format_pages(), **check_pages(), "cli.md": cli_page()}
    if "--check" not in arguments:
        for name, text in pages.items():
            (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
            (DOCS / name).write_text(text, encoding="utf-8")
        return 0
    stale = [name for name, text in pages.items() if _text(DOCS / name) != text]
    extra = [p for p in (*DOCS.glob("checks/*.md"), *DOCS.glob("format/*.md")) if _name(p) not in pages]
    for name in (*stale, *map(_name, extra)):
        print(f"docs/{name} is not what the code says; run python docs/build.py", file=sys.stderr)
    return int(bool(stale or extra))


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _name(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


def check_pages() -> dict[str, str]:
    """One page a finding, and their index."""
    pages = {f"checks/{name}.md": as_markdown(name, SEVERITIES[name], page(name)) for name in names()}
    rows = [f"| [{name}]({name}.md) | {SEVERITIES[name]} | {page(name).title} |" for name in names()]
    head = "# What `mplan check` finds\n\n| name | severity | meaning |\n|---|---|---|\n"
    return {**pages, "checks/README.md": head + "\n".join(rows) + "\n"}


def format_pages() -> dict[str, str]:
    """One page a kind, one for the maps they share, and their index."""
    kinds = [*STANDING, *DATED]
    pages = {f"format/{kind}.md": _kind(kind) for kind in kinds}
    parts = json.loads((SCHEMAS / "parts.schema.json").read_text(encoding="utf-8"))["$defs"]
    shared = [f"## {_words(name)}\n\n{_table(schema, '#')}" for name, schema in parts.items() if _properties(schema)]
    pages["format/parts.md"] = "# Maps that stand in several kinds\n\n" + "\n".join(shared)
    entries = [f"library-{kind}" for kind in KINDS]
    pages |= {f"format/library-{kind}.md": _kind(f"library/{kind}") for kind in KINDS}
    index = "\n".join(f"- [{name.replace('-', ' ')}]({name}.md)" for name in (*kinds, "parts", *entries))
    pages["format/README.md"] = f"# Every key of every record\n\nMade from the schemas.\n\n{index}\n"
    return pages


def _kind(kind: str) -> str:
    schema = json.loads((SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8"))
    example = json.dumps(schema["examples"][0], ensure_ascii=False, indent=2) if schema.get("examples") else None
    shown = f"\nA whole one, as data:\n\n```json\n{example}\n```\n" if example else ""
    own = [
        f"\n## {_words(name)}\n\n{_table(part, '#')}"
        for name, part in schema.get("$defs", {}).items()
        if _properties(part)
    ]
    return (
        f"# {kind.replace('/', ' ')}\n\n{schema['description']}\n\n{_table(schema, 'parts.md#')}{shown}{''.join(own)}"
    )


def _words(name: str) -> str:
    """`homeworkItem` as `homework item`."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name)


def _properties(schema: dict[str, Any]) -> dict[str, Any]:
    """The keys of a map, wherever its definition names them."""
    found: dict[str, Any] = dict(schema.get("properties", {}))
    for key in ("then", "else"):
        if isinstance(schema.get(key), dict):
            found |= _properties(schema[key])
    return found


def _table(schema: dict[str, Any], link: str) -> str:
    needed = set(schema.get("required", ()))
    rows = [
        f"| `{key}`{' (needed)' if key in needed else ''} | {_meaning(value, link)} | {_examples(value)} |"
        for key, value in _properties(schema).items()
    ]
    return "| key | meaning | for example |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def _meaning(value: dict[str, Any], link: str) -> str:
    text = str(value.get("description", value.get("title", ""))).replace("|", "\\|")
    choices = value.get("enum")
    if choices:
        text += f" One of: {', '.join(map(str, choices))}."
    reference = str(value.get("$ref", "")).rsplit("/", 1)[-1]
    return (
        f"{text} ([{_words(reference)}]({link}{_words(reference).replace(' ', '-')}))" if _is_map(reference) else text
    )


def _is_map(name: str) -> bool:
    parts = json.loads((SCHEMAS / "parts.schema.json").read_text(encoding="utf-8"))["$defs"]
    return name in parts and bool(_properties(parts[name]))


def _examples(value: dict[str, Any]) -> str:
    return "; ".join(f"`{_flow(e)}`".replace("|", "\\|") for e in value.get("examples", ())[:2])


def _flow(example: Any) -> str:
    if isinstance(example, dict):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in example.items()) + "}"
    if isinstance(example, list):
        return "[" + ", ".join(map(_flow, example)) + "]"
    return str(example).replace("\n", " ")


def cli_page() -> str:
    """The help of every command, as it stands on a terminal of 100 columns."""
    os.environ.update(NO_COLOR="1", COLUMNS="100", TERMINAL_WIDTH="100")
    parts = ["# Commands\n", f"{EXIT_CODES}\n"]
    for name, line in COMMANDS.items():
        parts.append(f"## mplan {name}\n\n{line}\n\n```\n{_help(_load(name), f'mplan {name}')}\n```\n")
        for sub, command in getattr(_load(name), "commands", {}).items():
            parts.append(f"### mplan {name} {sub}\n\n```\n{_help(command, f'mplan {name} {sub}')}\n```\n")
    return "\n".join(parts)


def _help(command: Any, path: str) -> str:
    context = command.make_context(path, [], resilient_parsing=True)
    context.max_content_width = context.terminal_width = 100
    return "\n".join(line.rstrip() for line in str(command.get_help(context)).rstrip().split("\n"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
