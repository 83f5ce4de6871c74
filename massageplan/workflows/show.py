"""`mplan show`: one client's records as they read best, or all figures as one table, or the list of clients."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING, Any

from ..clinical.course import courses, in_force, visit_numbers, visits_planned
from ..clinical.measures import Measurement, all_rows, with_usual
from ..clinical.moments import week_of
from ..records.care import Session
from ..report.safe import for_spreadsheet, for_terminal
from .clients import name_of
from .load import load_folder

if TYPE_CHECKING:
    from ..records.folder import Entry, Folder, House
    from .load import Opened

_COLUMNS = (
    "when", "at", "address", "side", "value", "number", "unit", "means", "who", "method", "record", "line",
)  # fmt: skip


def clients(opened: Opened) -> list[dict[str, str]]:
    """Folder, name and newest record of each client, by the names of their files alone."""
    rows = []
    for code in opened.files.codes():
        dated = sorted(r.stem.moment for r in opened.files.listing(code).records if r.stem.dated)
        rows.append({"client": code, "name": name_of(opened, code), "newest": dated[-1] if dated else ""})
    return rows


def measurements(folder: Folder, house: House) -> list[Measurement]:
    """Every figure of a client, oldest record first, with the practice's usual methods where none was stated."""
    usual = house.practice.usual or {}
    return [with_usual(row, usual) for row in all_rows(folder.entries)]


def as_row(row: Measurement) -> dict[str, Any]:
    """A measurement as plain data: `value` as written, `number` where there is one."""
    place = row.origin
    facets = dict(row.facets)
    return {
        "address": row.address,
        "side": row.side,
        "value": row.value.text,
        "number": _plain(row.value.number),
        "kind": row.value.kind if not row.value.is_nothing else row.value.step,
        "over": _plain(row.value.over),
        "unit": row.unit,
        "when": row.when,
        "at": row.at,
        "means": row.means or row.value.verdict,
        **{key: facets.get(key) for key in ("who", "how", "method", "position", "scale", "basis", "assumed")},
        "record": row.entry.stem,
        "file": place.file,
        "line": place.line,
        "column": place.column,
    }


def _plain(number: float | None) -> float | int | None:
    """Whole numbers without a decimal point."""
    return int(number) if number is not None and number.is_integer() else number


def table(rows: list[Measurement]) -> str:
    """The figures in columns for a terminal."""
    shown = [
        [
            row.when,
            row.at or "",
            row.address,
            row.side or "",
            row.value.text or "(not measured)",
            row.unit if row.unit and row.unit not in row.value.text else "",
            row.means or row.value.verdict or "",
        ]
        for row in rows
    ]
    heads = ["when", "at", "address", "side", "value", "unit", "means"]
    wide = [max(len(line[i]) for line in [heads, *shown]) for i in range(len(heads))]
    lines = ["  ".join(cell.ljust(w) for cell, w in zip(line, wide, strict=True)).rstrip() for line in [heads, *shown]]
    return "".join(for_terminal(line) + "\n" for line in lines)


def as_csv(rows: list[Measurement]) -> str:
    """The figures for a spreadsheet; no cell is ever taken for a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        data = as_row(row)
        cells = ["" if data[c] is None else data[c] for c in _COLUMNS]
        writer.writerow([for_spreadsheet(c) if isinstance(c, str) else c for c in cells])
    return stream.getvalue()


def as_json(rows: list[Measurement]) -> str:
    """The figures as a list of objects."""
    return json.dumps([as_row(row) for row in rows], ensure_ascii=False, indent=1) + "\n"


def chart(opened: Opened, code: str, today: date) -> str:
    """One client's whole record as readable text, oldest first."""
    loaded = load_folder(opened, code)
    folder = loaded.folder
    lines = [*_left_out(folder), *_head(folder), *_standing(folder, today)]
    for n, course in enumerate(all_courses := courses(folder), 1):
        if len(all_courses) > 1:
            lines.extend(["", f"Course {n}"])
        visits = visit_numbers(course)
        for entry in course.entries:
            lines.extend(["", *_entry(entry, visits.get(entry.stem))])
    return "".join(for_terminal(line) + "\n" for line in lines)


def _left_out(folder: Folder) -> list[str]:
    if not folder.left_out:
        return []
    names = ", ".join(folder.left_out)
    return [f"Left out, since they cannot be used: {names} (mplan check {folder.code})", ""]


def _head(folder: Folder) -> list[str]:
    client = folder.client
    if client is None:
        return [f"{folder.code}  (client.yaml is missing or cannot be used)"]
    lines = [f"{client.name or folder.code}  {folder.code}"]
    if client.alerts:
        alerts = client.alerts if isinstance(client.alerts, str) else ", ".join(client.alerts)
        lines.append(f"! {alerts}")
    data = folder.client_document.data if folder.client_document else {}
    lines.extend(_tree({k: v for k, v in data.items() if k not in ("name", "alerts")}, "  "))
    return lines


def _standing(folder: Folder, today: date) -> list[str]:
    """Where the newest course stands."""
    known = courses(folder)
    if not known:
        return []
    course = known[-1]
    plan = in_force(course, today.isoformat())
    kept = len(course.visits_kept)
    said = [f"{kept} visit{'' if kept == 1 else 's'} kept"]
    if plan and (planned := visits_planned(plan.plan)):
        said[0] = f"{kept} of {planned} planned visits kept"
    if course.discharge:
        said.append(f"discharged {course.discharge.moment}")
    elif course.starts and course.starts <= today:
        said.append(f"week {week_of(today, course.starts)}")
    return ["", f"Now: {', '.join(said)}"]


def _entry(entry: Entry, visit: str | None) -> list[str]:
    record = entry.record
    told = {"date", "when", "therapist"}
    extra = ""
    if visit:
        extra = f", visit {visit}"
        told.add("visit")
    elif isinstance(record, Session) and not record.took_place:
        extra = f", {record.attended}"
        told.add("attended")
    who = f"  by {record.therapist}" if record.therapist else ""
    data = {k: v for k, v in entry.document.data.items() if k not in told}
    return [f"{entry.moment}  {entry.kind}{extra}{who}", *_tree(data, "  ")]


def _tree(data: dict[str, Any], indent: str) -> list[str]:
    """Keys and values, nested ones indented; every figure as it was written."""
    out: list[str] = []
    for key, value in data.items():
        label = key if "/" in key else key.replace("-", " ")
        if value is None:
            out.append(f"{indent}{label}: not done")
        elif isinstance(value, dict):
            out.extend([f"{indent}{label}", *_tree(value, indent + "  ")])
        elif isinstance(value, list) and any(isinstance(v, (dict, list)) for v in value):
            out.append(f"{indent}{label}")
            for each in value:
                inner = _tree(each, indent + "    ") if isinstance(each, dict) else [f"{indent}    {_line(each)}"]
                out.extend([f"{indent}  - {inner[0].strip()}", *inner[1:]])
        else:
            out.extend(_text(f"{indent}{label}: ", _line(value), indent + "  "))
    return out


def _line(value: Any) -> str:
    return ", ".join(_line(v) for v in value) if isinstance(value, list) else str(value)


def _text(head: str, text: str, indent: str) -> list[str]:
    lines = text.strip().split("\n")
    return [head + lines[0]] if len(lines) == 1 else [head.rstrip(), *(indent + line for line in lines)]
