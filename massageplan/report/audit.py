"""What an audit says, for a terminal and for programs."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any, Protocol

from ..clinical.auditing.base import STATES
from .safe import encodable, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..clinical.auditing.base import Line, State
    from .findings import Paint

_STYLE: dict[State, str] = {
    "missing": "31;1", "cannot be told": "33", "kept elsewhere": "36", "not applicable": "2", "met": "32",
}  # fmt: skip
_NARROWEST = 40
_PLACES = 3
"""Places of one line that are shown; the others are counted."""


class Client(Protocol):
    """One client's lines."""

    @property
    def code(self) -> str:
        """The folder."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is said of each rule."""

    def count(self, state: State) -> int:
        """Of how many rules something is said that is of one state."""


class Report(Protocol):
    """What was held against which rules."""

    @property
    def id(self) -> str:
        """Id of the place."""

    @property
    def name(self) -> str:
        """Name of the place."""

    @property
    def statement(self) -> str:
        """That it is unofficial."""

    @property
    def as_of(self) -> str:
        """When the sources were read."""

    @property
    def note(self) -> str | None:
        """What else to know."""

    @property
    def clients(self) -> Sequence[Client]:
        """Each client."""

    @property
    def citations(self) -> Mapping[str, str]:
        """Each source by id."""


def as_text(report: Report, paint: Paint, columns: int | None = None) -> str:
    """One client's lines: missing first, each with its source.

    Args:
        columns: width of the terminal; None where nothing is wrapped.
    """
    (client,) = report.clients
    out = [*_head(report, paint, columns), f"client {client.code}"]
    for state in STATES:
        out.extend(_group(client, state, paint, columns))
    return "\n".join([*out, *_sources(report, paint, columns)]) + "\n"


def as_table(report: Report, paint: Paint, columns: int | None = None) -> str:
    """All clients: of how many rules something is of each state, and below what is missing.

    Args:
        columns: as in `as_text`.
    """
    out = _head(report, paint, columns)
    wide = max((len(client.code) for client in report.clients), default=6)
    out.append(paint.style("  ".join(["client".ljust(wide), *STATES]), "1"))
    for client in report.clients:
        counts = [str(client.count(state)).rjust(len(state)) for state in STATES]
        out.append("  ".join([one_line(client.code).ljust(wide), *counts]))
    for client in report.clients:
        if client.count("missing"):
            out.extend(["", f"client {one_line(client.code)}", *_group(client, "missing", paint, columns)])
    return "\n".join([*out, *_sources(report, paint, columns)]) + "\n"


def _wrapped(text: str, columns: int | None, indent: int = 0, more: int = 0) -> list[str]:
    """A text in lines that fit, each indented; those behind the first by `more` besides."""
    plain, blank = one_line(text), " " * indent
    if columns is None:
        return [blank + plain]
    return textwrap.wrap(
        plain, max(_NARROWEST, columns - 1), initial_indent=blank, subsequent_indent=blank + " " * more,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _head(report: Report, paint: Paint, columns: int | None) -> list[str]:
    lines = [paint.style(each, "1") for each in _wrapped(f"{report.name}, as of {report.as_of}", columns)]
    told = [report.statement, *([report.note] if report.note else [])]
    return [*lines, *(line for each in told for line in _wrapped(each, columns)), ""]


def _group(client: Client, state: State, paint: Paint, columns: int | None) -> Iterator[str]:
    """The lines of one state under a heading, those of one rule together."""
    lines = [line for line in client.lines if line.state == state]
    if not lines:
        return
    yield ""
    rules = client.count(state)
    yield paint.style(f"{state} ({rules} rule{'' if rules == 1 else 's'})", _STYLE[state])
    last = None
    for line in lines:
        if line.rule.id != last:
            id, many = one_line(line.rule.id), sum(len(each.where) for each in lines if each.rule.id == line.rule.id)
            places = f"  ({many} places)" if many > 1 and state == "missing" else ""
            first, *others = _wrapped(f"{id}  {line.rule.asks}{places}  {_cited(line)}", columns, 2, 2)
            yield first.replace(id, paint.style(id, "1"), 1)
            yield from others
        last = line.rule.id
        yield from _wrapped(f"{_places(line)}  {line.said}", columns, 4, 2)
        if line.todo:
            yield from (paint.style(each, "36") for each in _wrapped(f"= {line.todo}", columns, 6, 2))


def _cited(line: Line) -> str:
    since = f", since {line.rule.since}" if line.rule.since else ""
    unseen = "" if line.rule.verified else ", not verified"
    return one_line(f"[{', '.join(line.rule.sources)}{since}{unseen}]")


def _places(line: Line) -> str:
    shown = ", ".join(one_line(f"{span.file}:{span.line}") for span in line.where[:_PLACES])
    more = len(line.where) - _PLACES
    return f"{shown} and {more} more" if more > 0 else shown


def _sources(report: Report, paint: Paint, columns: int | None) -> Iterator[str]:
    if report.citations:
        yield ""
        yield paint.style("sources", "1")
        for id, cited in report.citations.items():
            yield from _wrapped(f"{id}: {cited}", columns, 2, 2)


def as_json(report: Report) -> str:
    """An object with the lines of each client; never holds the text of a record."""
    said: dict[str, Any] = {
        "jurisdiction": report.id, "name": report.name, "unofficial": True, "statement": report.statement,
        "as_of": report.as_of, "note": report.note,
        "clients": [{"client": c.code, "lines": [_row(line) for line in c.lines]} for c in report.clients],
        "sources": dict(report.citations),
    }  # fmt: skip
    return encodable(json.dumps(said, ensure_ascii=False, indent=1))


def _row(line: Line) -> dict[str, Any]:
    rule = line.rule
    where = [{"file": span.file, "line": span.line, "column": span.column} for span in line.where]
    return {
        "rule": rule.id, "asks": rule.asks, "state": line.state, "said": line.said, "todo": line.todo, "where": where,
        "sources": list(rule.sources), "verified": rule.verified, "since": rule.since, "note": rule.note,
    }  # fmt: skip
