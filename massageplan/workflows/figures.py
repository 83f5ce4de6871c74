"""`mplan show --measures`: every figure of a client as one table, for a terminal, a spreadsheet or another program."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from ..clinical.located import Figure, located
from ..clinical.measures import Measurement, all_rows, with_usual
from ..clinical.rows import ABOUT
from ..report.safe import for_spreadsheet, for_terminal, width

if TYPE_CHECKING:
    from ..clinical.value import Value
    from ..library.catalogue import Library
    from ..records.folder import Folder, House

_FACETS = (
    "basis",
    "joined",
    "who",
    "how",
    "method",
    "position",
    "scale",
    "version",
    "recall",
    "since",
    "source",
    "note",
)
_COLUMNS = (
    "when", "at", "address", "side", "value", "number", "unit", "means", "who", "method", "record", "line",
    "course", "visit", "week", "phase", "trial", "low", "high", "over", "spread", "change", "kind", "basis", "joined",
    "how", "position", "scale", "version", "recall", "since", "source", "note", *ABOUT, "also", "items", "why",
    "assumed",
)  # fmt: skip
"""Columns for a spreadsheet, newer ones behind the older; the other form has these keys too."""

_SELF = "self-reported"
"""The basis of figures that the client told: they may be other than what was done or felt."""


def measurements(folder: Folder, house: House, library: Library | None = None) -> list[Measurement]:
    """Every figure of a client, oldest record first, with the practice's usual methods where none was stated.

    Args:
        library: by which scores are computed from answers and readings are joined; without it they stay as written.
    """
    usual = house.practice.usual or {}
    return [with_usual(row, usual) for row in all_rows(folder.entries, library)]


def listed(folder: Folder, house: House, library: Library) -> list[Figure]:
    """Every figure of a client with its place in the course, scores and joined readings among them."""
    return located(folder, measurements(folder, house, library))


def as_row(figure: Figure) -> dict[str, Any]:
    """A figure as plain data: `value` as written, `number` where one number stands for it.

    A change has no `number`, so that nobody draws it as a value.
    """
    row, value = figure.row, figure.row.value
    place, facets = row.origin, row.facets
    return {
        "address": row.address,
        "side": row.side,
        "trial": row.trial,
        "value": value.text,
        "number": None if value.kind == "change" else _plain(value.number),
        "low": _plain(value.low) if value.kind in ("range", "bound") else None,
        "high": _plain(value.high) if value.kind in ("range", "bound") else None,
        "over": _plain(value.over),
        "spread": _spread(value),
        "change": _change(value),
        "kind": value.kind if not value.is_nothing else value.step,
        "unit": row.unit,
        "when": row.when,
        "at": row.at,
        "course": figure.course,
        "visit": figure.visit,
        "week": figure.week,
        "phase": figure.phase,
        "means": row.means or value.verdict,
        **{key: facets.get(key) for key in _FACETS},
        "basis": _SELF if row.self_reported else facets.get("basis"),
        **{key: row.about.get(key) for key in (*ABOUT, "why")},
        "also": facets.get("also"),
        "items": [answer or "" for answer in row.items] or None,
        "assumed": facets.get("assumed"),
        "record": row.entry.stem,
        "file": place.file,
        "line": place.line,
        "column": place.column,
    }


def _plain(number: float | None) -> float | int | None:
    """Whole numbers without a decimal point."""
    return int(number) if number is not None and number.is_integer() else number


def _spread(value: Value) -> str | None:
    """`sd 17`, `ci 40-60`: the error a figure was printed with."""
    return f"{value.step} {'-'.join(part.text for part in value.parts)}" if value.kind == "stat" else None


def _change(value: Value) -> str | float | None:
    """A change by its size, down as minus; by its word where it has none."""
    if value.kind != "change":
        return None
    return value.step if value.number is None else _plain(-value.number if value.step == "down" else value.number)


def table(figures: list[Figure]) -> str:
    """The figures in columns for a terminal; a column in which nothing stands is left out."""
    heads = ("when", "at", "visit", "week", "phase", "address", "side", "reading", "value", "unit", "means", "basis",
             "joined", "method", "position", "by", "remarks")  # fmt: skip
    lines = [heads, *(_cells(figure) for figure in figures)]
    kept = [n for n, head in enumerate(heads) if any(line[n] for line in lines[1:]) or head in ("when", "value")]
    wide = {n: max(width(for_terminal(line[n])) for line in lines) for n in kept}
    out = ["  ".join(_padded(for_terminal(line[n]), wide[n]) for n in kept).rstrip() for line in lines]
    return "".join(line + "\n" for line in out)


def _padded(text: str, wide: int) -> str:
    return text + " " * (wide - width(text))


def _cells(figure: Figure) -> tuple[str, ...]:
    row = figure.row
    said = [("" if part is None else str(part)) for part in (row.when, row.at, figure.visit, figure.week, figure.phase)]
    unit = row.unit if row.unit and row.unit not in row.value.text else ""
    facets = [_SELF if row.self_reported else row.facets.get("basis", ""), row.facets.get("joined", "")]
    usual = [_with_source(row, key) for key in ("method", "position")]
    by = ", ".join(text for key in ("who", "how") if (text := row.facets.get(key)))
    trial = "" if row.trial is None else str(row.trial)
    shown = (*said, row.address, row.side or "", trial, _shown(row), unit, row.means or row.value.verdict or "",
             *facets, *usual, by, _remarks(row))  # fmt: skip
    return tuple(" ".join(cell.split()) for cell in shown)


def _shown(row: Measurement) -> str:
    if row.about.get("why"):
        return "(no total)"
    return row.value.text or "(not measured)"


def _with_source(row: Measurement, key: str) -> str:
    """A method or position; one that the practice takes for granted is marked."""
    text = row.facets.get(key, "")
    return f"{text} (usual)" if text and key in row.facets.get("assumed", "").split(", ") else text


def _remarks(row: Measurement) -> str:
    """What is said of one figure, in one line."""
    names = {"stopped-by": "stopped by", "end-feel": "end feel", "reproduces": "brings on", "share": "on",
             "printed": "printed as"}  # fmt: skip
    parts = ["told elsewhere"] if "also" in row.facets else []
    parts += [f"{names[key]} {row.about[key]}" for key in names if key in row.about]
    parts += [row.about[key] for key in ("words", "why") if key in row.about]
    if row.items:
        parts.append("answers " + " ".join(answer or "-" for answer in row.items))
    parts += [f"{key} {row.facets[key]}" for key in ("scale", "version", "recall", "since") if key in row.facets]
    parts += [row.facets[key] for key in ("note", "source") if key in row.facets]
    return "; ".join(parts)


def as_csv(figures: list[Figure]) -> str:
    """The figures for a spreadsheet; no cell is ever taken for a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for figure in figures:
        data = as_row(figure)
        data["items"] = " ".join(answer or "-" for answer in figure.row.items)
        cells = ["" if data[c] is None else data[c] for c in _COLUMNS]
        writer.writerow([for_spreadsheet(c) if isinstance(c, str) else c for c in cells])
    return stream.getvalue()


def as_json(figures: list[Figure]) -> str:
    """The figures as a list of objects."""
    return json.dumps([as_row(figure) for figure in figures], ensure_ascii=False, indent=1) + "\n"
