"""A record to be filled in with an editor: what is known already, and every other key as a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..patterns import lazy
from ..report.safe import one_line
from ..schema.describe import describe
from ..text.writer import write

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ..findings import Finding
    from ..schema.gate import Schemas

_HOUSE = ("written", "source", "unknown", "allow", "files", "when")
"""Keys that are seldom written by hand when a visit is noted; they stand at the end."""

FOUND = "#! "
"""How lines begin that tell what is wrong; they are taken out again."""

_TOLD = lazy(rf"{FOUND}(line [0-9]+:[0-9]+ |    )")


def skeleton(schemas: Schemas, kind: str, known: dict[str, Any], head: Iterable[str] = ()) -> str:
    """The text to open in the editor.

    Args:
        known: keys that are filled already.
        head: comment lines at the top, such as whose record it is.
    """
    lines = [f"# {line}".rstrip() for line in head]
    lines.append("# Take the # off the lines you need; all others stay out of the record. Empty the file to give up.")
    lines.append(write(known).rstrip("\n") if known else "")
    needed = set(schemas.schema(kind).get("required", []))
    names = [name for name in schemas.schema(kind)["properties"] if name not in known]
    for name in sorted(names, key=lambda n: n in _HOUSE):
        lines.extend(_commented(schemas, kind, name, name in needed))
    return "\n".join(line for line in lines if line is not None) + "\n"


def _commented(schemas: Schemas, kind: str, name: str, needed: bool) -> list[str]:
    """One key with what it means and an example, in block style where its texts could hold commas."""
    said = describe(schemas, kind, (name,))
    choices = f" One of: {', '.join(map(str, said['enum']))}." if "enum" in said else ""
    about = f"#   {said['description']}{choices}{' Needed.' if needed else ''}"
    example = _texts(said.get("examples", [None])[0])
    body = write({name: example}).rstrip("\n").split("\n")
    return ["#", about, *(f"# {line}" for line in body)]


def _texts(value: Any) -> Any:
    """An example with every scalar as the text that would be typed."""
    if isinstance(value, dict):
        return {str(k): _texts(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_texts(v) for v in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


def lines_about(findings: Sequence[Finding]) -> list[str]:
    """Lines that tell what is wrong, by the line numbers that the editor will show when they stand at the top."""
    above = len(findings) + sum(finding.help is not None for finding in findings)
    told = []
    for finding in findings:
        told.append(f"{FOUND}line {finding.span.line + above}:{finding.span.column} {finding.message}")
        if finding.help:
            told.append(f"{FOUND}    {finding.help}")
    return [one_line(line).rstrip() for line in told]


def with_lines(text: str, told: Sequence[str]) -> str:
    """The text with lines that tell what is wrong at its top."""
    return "".join(line + "\n" for line in told) + text


def without_lines(text: str, told: Collection[str]) -> str:
    """The text as it was typed: without the lines that were told, wherever they stand now, and with all others."""
    return "".join(line for line in text.splitlines(keepends=True) if line.rstrip() not in told)


def told_before(text: str) -> list[str]:
    """The lines at the top of a draft that an earlier run has told."""
    told: list[str] = []
    for line in text.splitlines():
        hit = _TOLD.match(line)
        if not hit or (not told and not hit[1].strip()):
            break
        told.append(line.rstrip())
    return told


def is_empty(text: str) -> bool:
    """Whether nothing but comments is left."""
    lines = (line.strip() for line in text.splitlines())
    return not any(line and not line.startswith("#") and line != "---" for line in lines)
