"""The last lines of a check: how many of what, and where to read more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .findings import Paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..findings import Finding


def counts(findings: Sequence[Finding], silenced: int, clients: int, records: int, paint: Paint) -> str:
    """`2 errors, 1 warning  in 41 clients, 612 records` and the page to read about the first finding."""
    return _summed(findings, silenced, f"in {_many(clients, 'client')}, {_many(records, 'record')}", paint)


def of_sheet(findings: Sequence[Finding], silenced: int, paint: Paint) -> str:
    """`1 warning, 2 notes  on this sheet` and the page to read about the first finding."""
    return _summed(findings, silenced, "on this sheet", paint)


def _summed(findings: Sequence[Finding], silenced: int, where: str, paint: Paint) -> str:
    said = by_severity(findings) or f"{_tick(paint)} nothing to settle"
    hushed = f"; {silenced} silenced by allow" if silenced else ""
    lines = [f"{paint.style(said, '1')}  {paint.style(where + hushed, '2')}"]
    if findings:
        name = findings[0].name
        lines.append(paint.style(f"mplan explain {name}  says why this matters and how to settle it", "2"))
    return "\n".join(lines)


def by_severity(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`; empty for none."""
    kinds = ("error", "warning", "note")
    numbers = [(sum(f.severity == kind for f in findings), kind) for kind in kinds]
    return ", ".join(_many(n, kind) for n, kind in numbers if n)


def _many(n: int, word: str) -> str:
    return f"{n} {word}{'' if n == 1 else 's'}"


def _tick(paint: Paint) -> str:
    return "✓" if paint.color else "ok:"
