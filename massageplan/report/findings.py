"""Findings for a terminal, for programs, and for a code host's annotations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ..frozen import Frozen
from .safe import encodable, for_terminal, one_line, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..findings import Finding
    from ..span import Span

_STYLE = {"error": "31;1", "warning": "33", "note": "36"}


class Paint(Frozen):
    """How to print.

    Attributes:
        color: whether to use the terminal's colours.
        source: gives a line of a file, or None; used on a terminal only, so that record text never leaves it.
    """

    color: bool = False
    source: Callable[[str, int], str | None] | None = None

    def style(self, text: str, codes: str) -> str:
        """The text in the terminal's own colours."""
        return f"\x1b[{codes}m{text}\x1b[0m" if self.color else text


def as_text(findings: Iterable[Finding], paint: Paint) -> str:
    """One block a finding: place, severity, name; the source line with the fault marked; what to do."""
    return "\n".join(_block(f, paint) for f in findings)


def _block(finding: Finding, paint: Paint) -> str:
    head = "  ".join(
        (
            one_line(str(finding.span)),
            paint.style(finding.severity, _STYLE[finding.severity]),
            paint.style(finding.name, "1"),
        )
    )
    message = one_line(finding.message)
    lines = [head, *(_marked(finding, message, paint) or [f"    {message}"])]
    if finding.help:
        lines.append(f"      = {paint.style(one_line(finding.help), '36')}")
    for other in finding.related:
        lines.append(f"      = see also {one_line(str(other))}")
    return "\n".join(lines) + "\n"


def _marked(finding: Finding, message: str, paint: Paint) -> list[str] | None:
    span = finding.span
    line = paint.source(span.file, span.line) if paint.source else None
    if line is None or not line.strip():
        return None
    start, end = _window(line, span)
    shown = for_terminal(line[start:].expandtabs(1))[:100]
    before = for_terminal(line[start : span.column - 1].expandtabs(1))
    marked = for_terminal(line[span.column - 1 : end])[:60] or " "
    gutter = f"{span.line:>5} | "
    carets = paint.style("^" * max(1, width(marked)), _STYLE[finding.severity])
    return [gutter + shown, " " * 5 + " | " + " " * width(before) + carets, f"    {message}"]


def _window(line: str, span: Span) -> tuple[int, int]:
    """Where a long line is cut so that the fault shows, and where the marked part ends."""
    start = max(0, span.column - 60) if span.column > 90 else 0
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    return start, max(end, span.column)


def as_json(findings: Iterable[Finding]) -> str:
    """A list of objects; never holds the text of a record."""
    rows = [
        {
            "name": f.name,
            "severity": f.severity,
            "message": f.message,
            "help": f.help,
            "file": f.span.file,
            "line": f.span.line,
            "column": f.span.column,
            "end_line": f.span.end_line,
            "end_column": f.span.end_column,
            "related": [{"file": r.file, "line": r.line, "column": r.column} for r in f.related],
        }
        for f in findings
    ]
    return encodable(json.dumps(rows, ensure_ascii=False, indent=1))


def as_github(findings: Iterable[Finding]) -> str:
    """Workflow commands that annotate the files of a change."""
    level = {"error": "error", "warning": "warning", "note": "notice"}
    lines = (
        f"::{level[f.severity]} file={_property(f.span.file)},line={f.span.line},col={f.span.column},"
        f"endColumn={f.span.end_column},title={_property(f.name)}::{_data(f.message)}"
        for f in findings
    )
    return encodable("\n".join(lines))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
